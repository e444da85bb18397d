"""Levels without which a skill alone would claim more than its owner does."""

import re

_NOW = r"(?:currently|actively|still|now|presently)"
_JETZT = r"(?:gerade|derzeit|aktuell|zurzeit|momentan|noch)"
_LOW = re.compile(
    r"(?<!\w)(?:basics?|beginners?|novice|familiar|rudimentary|grundkenntnisse|grundlagen"
    r"|(?:little|some|limited|wenig|etwas|geringe|erste) (?:experience|knowledge|practice"
    r"|erfahrung(?:en)?|kenntnisse|praxis)|anfänger(?:in)?|notions|débutante?|básic[oa]|base|basis(?:kennis)?"
    rf"|{_NOW} (?:learning|studying|exploring)|in progress|lerne|(?:in|im) aufbau|in ausbildung"
    rf"|{_JETZT} (?:(?:am|im|beim) lernen|in arbeit)|en cours|aprendiendo|en curso|en progreso"
    r"|in corso|imparando|in apprendimento|aprendendo|em curso|aan het leren)(?!\w)"
    rf"|(?:^|[(:–—]|\s-\s)\W*learning(?: {_NOW})?\W*$",
    re.IGNORECASE,
)
"""'Learning' alone is no skill yet; 'Machine Learning' is one."""


def is_low(text: str) -> bool:
    """Say whether a skill, a heading of skills or a level says that they are not mastered."""
    return bool(_LOW.search(text))


def is_only_low(text: str) -> bool:
    """Say whether a text is such a level and nothing else: 'in progress'."""
    found = _LOW.search(text)
    return found is not None and not re.search(r"\w", text.replace(found[0], ""))
