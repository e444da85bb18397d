CORRUPT_MESSAGE=""
def read(x): return None
