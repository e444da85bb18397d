def looks_like(x): return False
def leaves(x): return []
def read(x): return None
