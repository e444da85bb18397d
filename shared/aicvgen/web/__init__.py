"""What people and other programs reach over HTTPS."""
