"""Names and phrases that ask for something although no table lists them."""

import re
from collections.abc import Iterator

from aicvgen.model.extractive.job.praise import PRAISE, behind_praise

Span = tuple[int, int, str]

_TOOL = re.compile(
    r"\b(?:[A-Z]{2,6}\d*(?:-[A-ZÄÖÜ][a-zäöü]+)?|[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+|"
    r"[A-Z][a-z]*[A-Z]{2,}[a-z]*|[a-z]{1,2}[A-Z][a-z]+)\b"
)
_DOTTED = re.compile(r"\b[A-Z]\w+\.(?:js|io|ai|py)\b")
_CAMEL = re.compile(r"[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+")
_TIED = r"(?:-[A-Za-z]+)*"
"""A name ends at no hyphen: Works Co-ordinator."""
_MORE = rf"(?: [A-Z][a-z]+{_TIED})*"
_NAME = re.compile(rf"(?<=[a-z,(/] )(?<!\. )[A-Z][a-z]{{2,}}{_TIED}{_MORE}\b")
_ABLE = (
    r"(?:experience|expertise|skills?|knowledge|proficien\w+|familiar(?:ity)?|background|"
    r"competence|"
    r"fluen\w+|certifi\w+|erfahrung(?:en)?|kenntnisse?n?|umgang|qualifikation|expérience|"
    r"connaissances?|maîtrise|experiencia|conocimientos?|manejo|dominio|esperienza|conoscenza|"
    r"experiência|conhecimentos?|ervaring|kennis)"
)
_TRAINING = (
    r"(?:studium|ausbildung|abschluss|degree|diploma|training|formation|formación|formazione|"
    r"formação|"
    r"opleiding|titulación|grado|máster|master|licence)"
)
_TIME = (
    r"\d+|mínima|minimale?|minimum|minima|of|at|least|de|d'au|moins|over|mehr|als|un|une|one|two|"
    r"three|"
    r"dos|tres|años?|ans|years?|jahre?n?|months?|meses|mois|anni|jaar"
)
"""How long, between the experience and what it is in."""
_CUE = re.compile(
    rf"\b{_ABLE}\b(?:\s+\w+){{0,3}}?\s+(?:in|of|with|on|using|der|des|im|mit|über|von|en|de|du|"
    rf"con|em|com|met|van)\b"
    r"|\b(?:such as|like|e\.g\.|including|using|wie|z\.\s?B\.|comme|como|tels? que|zoals)\s",
    re.IGNORECASE,
)
_AFTER_CUE = re.compile(
    rf"\b(?:{_ABLE}|{_TRAINING})(?:\s+(?:{_TIME})){{0,6}}\s+(?:(?:in|of|with|on|as|als|comme|"
    rf"como|come|der|des|im|mit|über|von|en|de|"
    r"con|em|com|met|van)\s+|d')(?:(?:the|an?|der|die|das|dem|den|eine[mnr]?|la|les?|une?|el|los|"
    r"las|una?|il|lo|o|het|een)\s+)?"
    r"(?:Fachrichtung\s+|field of\s+)?([^.;:()]+)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"^\s*(?:,|/|\(|\)|&|and|or|und|oder|et|ou|y|o|e|en)?\s*(?:and|or|und|oder)?\s*$"
)
_ALONE = re.compile(
    rf"(?=[\w ]+-)[A-Z][a-z]{{2,}}{_TIED}{_MORE}(?=[,.]?$)|[A-Z][a-z]{{2,}}(?= [A-Z]|[,.]?$)"
)
"""The first word of a very short statement, or all of one with a hyphen: only there a capital says
something."""
_ALONE_PRAISED = re.compile(r"[A-Za-z][a-z]{2,}(?=[,.]?$)")
"""Behind praise it needs none."""
_SKILLS = re.compile(
    rf"(?:^(?:{PRAISE})?|{PRAISE})((?:[^\W\d_][\w-]*\s+){{1,2}}(?:skills|abilities))\b"
    r"(?=[.,;]|\s+(?:and|or)\b|\s*$)",
    re.IGNORECASE,
)
"""Skills with a name of their own: a statement begins with them, or praises them."""
_PARTS = re.compile(r",\s*(?:and|or|und|oder)?\s*|\s+(?:and|or|und|oder|sowie|et|ou|y|&)\s+")
_LONGEST_PHRASE = 4
_FEW_WORDS = 3
_SHORT_TAIL = 4
"""Words after a cue that are surely one list of names, in a statement that names others too."""
_NO_TERMS = frozenset((
    "gs", "it", "us", "usa", "uk", "eu", "cv", "ceo", "cto", "faq", "pc", "hq", "ses", "cfr", "opm",
    "nte", "est", "edt", "pst", "pdt", "cet", "ok", "tba", "tbd", "fte", "pto", "dc", "ag", "kg",
    "schedule", "service", "services", "type", "department", "office", "program", "programs",
    "american", "americans", "federal", "government", "state", "states", "united", "american",
    "national", "public", "track", "team", "teams", "director", "manager", "english", "board",
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "strong", "excellent", "good", "proven", "demonstrated", "ability",
    "experience", "knowledge", "you", "we", "the", "our", "this", "these", "your", "must", "at",
    "candidates", "applicants", "position", "what", "who", "how", "when", "where", "please", "if",
    "bonus", "required", "preferred", "minimum", "basic", "general", "other", "any", "all", "and",
    "europe", "germany", "france", "spain", "deutschland", "europa", "österreich", "schweiz",
    "mandatory", "technical", "executive", "core", "appointment", "non", "only", "human", "nice",
    "agency", "congress", "white", "house", "step", "grade", "act", "senior", "junior", "fluent",
    "objective", "objectives", "specialist", "fellow", "fellows", "chief", "officer", "deputy",
))  # fmt: skip
"""Words with a capital that ask for nothing by themselves."""
_EMPTY_WORDS = frozenset((
    "a", "am", "an", "and", "are", "as", "at", "auf", "bei", "building", "by", "das", "dem",
    "den", "der", "des", "die", "e.g.", "einem", "einer", "eines", "einschlägige",
    "entsprechende", "entsprechenden", "etc", "for", "from", "für", "gute", "i.e.", "im", "in",
    "including", "is", "leading", "least", "managing", "mit", "more", "oder", "of", "on", "one",
    "or", "other", "our", "sehr", "similar", "sowie", "such", "teams", "that", "the", "their",
    "to", "tooling", "tools", "und", "using", "various", "vergleichbaren", "von", "which", "who",
    "with", "working", "your", "zum", "zur", "following", "this", "these", "both", "all", "any",
    "de", "du", "des", "la", "le", "les", "el", "los", "las", "en", "con", "para", "pour", "un",
    "une", "una", "minimum", "same", "some", "multiple", "each", "responsibility", "we", "you",
    "equivalent",
))  # fmt: skip
_NO_SKILLS = frozenset((
    "additional", "desired", "existing", "hard", "have", "key", "necessary", "new", "own",
    "related", "relevant", "required", "right", "soft", "special", "specific", "transferable",
    "use", "useful",
))  # fmt: skip
"""Words before skills that say nothing of what these are."""


def names_in(text: str, language: str, found: list[Span], ignored: frozenset[str]) -> list[Span]:
    """Return names a statement asks for: after 'experience with', in a list beside a known term."""
    cues = [cue.end() for cue in _CUE.finditer(text)]
    short = _is_short(text)
    kept = list[Span]()
    for match in sorted(_candidates(text, language), key=lambda match: match.start()):
        taken = [*found, *kept]
        if _overlaps((*match.span(), match[0]), taken):
            continue
        words = match[0].casefold().split()
        if ignored.intersection(words) or not set(words).isdisjoint(_NO_TERMS):
            continue
        asked = short or _CAMEL.fullmatch(match[0]) or _follows(cues, text, match.start())
        if asked or any(_BETWEEN.match(_gap(text, match, span)) for span in taken):
            start = _start(text, match, found)
            kept.append((start, match.end(), text[start : match.end()]))
    return kept


def phrases_in(text: str, found: list[Span]) -> list[Span]:
    """Return 'knife skills', and what follows 'experience with', where it is short and new."""
    phrases = [span for span in _skills(text) if not _overlaps(span, found)]
    cue = _AFTER_CUE.search(text)
    if cue is None or (found and len(cue[1].split()) > _SHORT_TAIL):
        return phrases
    start = cue.start(1)
    for part in _PARTS.split(cue[1]):
        start = text.index(part, start)
        said = part[behind_praise(part) :]
        end = start + len(part)
        span = (end - len(said), end - len(said) + len(said.rstrip()), said.strip())
        start = end
        kept = [word for word in said.split() if word.casefold() not in _EMPTY_WORDS]
        short = 0 < len(kept) <= _LONGEST_PHRASE and len(kept) == len(said.split())
        if short and not _overlaps(span, [*found, *phrases]):
            phrases.append(span)
    return phrases


def _skills(text: str) -> Iterator[Span]:
    for match in _SKILLS.finditer(text):
        words = match[1].casefold().split()[:-1]
        if (_NO_TERMS | _EMPTY_WORDS | _NO_SKILLS).isdisjoint(words):
            yield (*match.span(1), match[1])


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end, _ in taken)


def _candidates(text: str, language: str) -> Iterator[re.Match[str]]:
    yield from _DOTTED.finditer(text)
    yield from _TOOL.finditer(text)
    if _is_short(text) and language == "en":
        start = behind_praise(text)
        alone = (_ALONE_PRAISED if start else _ALONE).match(text, start)
        if alone:
            yield alone
    if language != "de":  # there every noun has a capital
        yield from _NAME.finditer(text)


def _is_short(text: str) -> bool:
    return len(text[behind_praise(text) :].split()) <= _FEW_WORDS


def _start(text: str, match: re.Match[str], found: list[Span]) -> int:
    """Return where a name begins: with the known name it follows, as in SAP PP."""
    before = (start for start, end, _ in found if text[end : match.start()] == " ")
    return next((start for start in before if text[start].isupper()), match.start())


def _follows(cues: list[int], text: str, start: int) -> bool:
    """Say whether a cue stands before it in the same clause."""
    return any(end <= start and not re.search(r"[.;:]\s", text[end:start]) for end in cues)


def _gap(text: str, match: re.Match[str], span: Span) -> str:
    start, end, _ = span
    return text[end : match.start()] if end <= match.start() else text[match.end() : start]
