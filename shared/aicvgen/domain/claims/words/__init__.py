"""Words and their forms, and the lists of them: what is one word, and what means the same."""
