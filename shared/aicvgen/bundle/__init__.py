"""What is uploaded for each function: its entry point, the modules it reaches, its pins."""
