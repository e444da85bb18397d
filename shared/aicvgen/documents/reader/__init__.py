"""Reading files of strangers in a child process with limits of its own."""
