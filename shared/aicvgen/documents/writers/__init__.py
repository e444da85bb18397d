"""The CV in the formats that people edit, paste and feed to other programs."""
