"""The vocabulary: pure values and rules, no input or output."""
