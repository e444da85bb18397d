"""Whether the numbers and dates of a sentence follow from those of its facts."""
