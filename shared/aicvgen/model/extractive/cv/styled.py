"""What stands with a name and is part of how its owner writes it: titles, degrees, brackets."""

import re

PARTICLES = frozenset(
    re.findall(
        r"\w+",
        "von van vom zu zum zur de der den des del della dello degli di da do das dos du la le "
        "al el bin ibn ben bint ter ten af av y",
    )
)
"""Words of names in small letters."""
_ACADEMIC = (
    r"(?:univ\.-\s?)?prof(?:\.|essor(?:in)?|in)?(?:\sem\.)?|(?:priv\.-\s?doz|pd|doz)\.?|"
    r"d(?:r|res|rs|rer|ott|ott\.ssa|ra)\.?(?:-?ing\.)?|doktor|doctor|"
    r"(?:m)?mag\.(?:a)?|dipl\.?[-\s][\w-]+\.?|diplom-\w+|ing\.|lic\.|bakk\.|ir\.|"
    r"[mb]\.\s?(?:sc|a|eng|ed)\.|mr|mrs|ms|mx|sir|rev|hon|herr|frau|mme"
)
_FIELD = r"(?-i:[a-zäöü]{1,7}\.)|(?-i:\((?:FH|BA|DH|DHBW|TH|TU|HTL|Univ\.?|U)\))"
"""What a title is of: 'rer. nat.', 'h. c.', '(FH)'."""
_TITLES = re.compile(
    rf"(?:(?:{_ACADEMIC})(?:\.|(?=\s))?(?:\s?(?:{_FIELD}))*\s+|(?<=\w\.)(?:{_ACADEMIC})\s*)+",
    re.IGNORECASE,
)
_DEGREE = (
    r"(?:e?mba|ph\.?\s?d|d\.?\s?phil|ed\.?d|dba|m\.?d|d\.?d\.?s|d\.?v\.?m|d\.?n\.?p|pharm\.?d|psy\.?d"
    r"|j\.?d|ll\.?\s?[mbd]|[bm]\.?\s?(?:sc|eng|ed|a|s|ba|phil|tech|pharm|arch|res)|mph|mpa|msw|lcsw"
    r"|[bm]f\.?a|[bm]sn|rn|np|lpn|cpa|cfa|acca|fcca|acma|cima|cissp|pmp|pe|p\.\s?eng|esq|frcs|mrcp"
    r"|shrm-s?cp|s?phr|phd|cfp|cisa|cism|aia|leed ap|mag|dr|dipl\.-[\w-]+)"
)
_BEHIND = re.compile(
    rf",\s*(?:{_DEGREE}\.?(?:\s(?:{_FIELD}))*(?:\s\([A-Z][\w. -]*\))?"
    r"|(?:jr|sr)\.?|(?-i:I{2,3}|IV)|(?:geb(?:\.|orene?r?)|née?)\s\w[\w'’-]+)"
    r"(?=\s*(?:$|[,\t|•·(]|\s[–—-]\s))",
    re.IGNORECASE,
)
"""A degree, a qualification or a former name behind a comma."""
_BRACKETS = re.compile(
    r"\s*\((?:(?:geb(?:\.|orene?r?)|née?|born|formerly|verh\.|ehem\.|nata|nacida)\s[^()]+"
    r"|(?:she|he|they|ze|xe|sie|er|dey|elle|il|iel|ella|él|lei|lui|ela|ele|zij|hij|hen|any)"
    r"(?:\s?/\s?\w+)*(?:\spronouns)?)\)",
    re.IGNORECASE,
)
_NICKNAME = re.compile(r"(?<=\w)\s\([A-ZÀ-Ž][\w'’-]+\)(?=\s\w)")
_WORD = re.compile(r"^(?:[^\W\d_][\w.'’`-]*|\"[^\"]+\"|„[^“”]+[“”]|“[^“”]+”)$")
_ELIDED = re.compile(r"(?:[dDlL]|dell|dall|'t|’t)['’][A-ZÀ-Ž][\w'’-]*$")


def bare(name: str) -> str:
    """Return a name without titles, degrees and brackets; the words that are nobody else's."""
    text = _BRACKETS.sub("", _BEHIND.sub("", name))
    text = _NICKNAME.sub("", text.strip())
    titles = _TITLES.match(text)
    return text[titles.end() :].strip() if titles else text


def end_with_what_follows(text: str, start: int) -> int:
    """Return where a name ends that goes on behind `start` with degrees and brackets."""
    while found := _BEHIND.match(text, start) or _BRACKETS.match(text, start):
        start = found.end()
    return start


def words_alike(name: str) -> list[str]:
    """Return the words of a bare name if each is spelt as one of a name, else none."""
    words = name.split()
    return words if all(map(_is_word, words)) else []


def proper(words: list[str]) -> int:
    """Return how many words of a name are no particles."""
    return sum(word not in PARTICLES for word in words)


def _is_word(word: str) -> bool:
    if _ELIDED.match(word):
        return True
    return bool(_WORD.match(word)) and (word[0].isupper() or word in PARTICLES or word[0] in '"„“')
