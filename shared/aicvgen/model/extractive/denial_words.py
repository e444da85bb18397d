"""Words by which a CV says that something is not so: denied, failed, lost, only wanted, given up.

Everything is matched without case, within one clause unless it says otherwise.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

CLAUSE_END = re.compile(
    r"[;!?\n•|()\[\]]|[.:](?=\s|$)|\s[-–—]\s"
    r"|,(?!\s(?:[A-ZÄÖÜ0-9][\w+#./-]*(?:\s[A-ZÄÖÜ0-9][\w+#./-]*)?,\s)*"
    r"[A-ZÄÖÜ0-9][\w+#./-]*(?:\s[A-ZÄÖÜ0-9][\w+#./-]*)?,?\s(?:or|nor|oder|noch)\s)"
    r"|\b(?:but|however|although|though|whereas|because|aber|sondern|jedoch|doch|obwohl|weil"
    r"|dafür)\b"
)
"""No comma of a list that ends in 'or': without SQL, SAP or Excel."""

_ENDED = (
    r"failed|lapsed|expired|revoked|suspended|withdrawn|banned|disqualified|lost|abandoned"
    r"|discontinued|dropped(?: out)?|unfinished|incomplete"
    r"|not (?!only|just|least|limited|merely)\w+|nicht (?!nur|zuletzt)\w+|durchgefallen"
    r"|entzogen|abgebrochen|abgelaufen|verloren|erloschen"
    r"|ungültig|eingezogen|ohne (?:abschluss|prüfung|zertifikat)"
)
_NEVER = r"(?:never(?! (?:late|miss|lost|fail|sick|absent))|nie(?:mals)?(?! (?:krank|zu spät)))"
_STATE = (
    r"(?:(?:\w+ly|still|twice|leider|zurzeit|derzeit|vorübergehend|bisher|noch) )?"
    rf"(?:{_ENDED}|{_NEVER}(?: \w+)?|no longer|none|nil|nein|keine?|planned|geplant"
    r"|angestrebt|in progress|learning|lerne(?: \w+)?|in arbeit"
    r"|no(?= (?:experience|knowledge|practice|exam|degree|certificate|qualification|licen[cs]e))"
    r"|no(?=\s*(?:$|[),;.]))|kein\w* (?:erfahrung|kenntnisse|praxis|abschluss|prüfung)"
    r"|want(?:ed)? to learn|without \w+|replaced by)"
)
STATED = re.compile(
    rf"\s*[(\[]\s*(?:{_STATE})(?!\w)[^)\]]*[)\]]?"
    rf"|\s*[(\[][^()\[\]]*\b(?:{_NEVER}|not yet|noch nicht)\b[^)\]]*[)\]]"
    rf"|\s*(?::|\s[-–—])\s*(?:{_STATE})(?!\w)(?=\s*(?:$|[),;.]|(?:in|until|since|bis|seit|im)\s|\d))",
    re.IGNORECASE,
)
"""What stands behind a thing and says that it is not held: (failed), – revoked, : none."""
ENDED = re.compile(
    rf"(?<!\w)(?:{_ENDED}|abgeschafft|fehlen|fehlt)"
    r"(?:\s(?:in|until|since|bis|seit|im|am)\b[^,;]*|\s\d[\d./-]*)?\s*$",
    re.IGNORECASE,
)
"""The same as the end of a few words: driving licence suspended until 2027."""
MOST_ENDED = 6
"""Words of a clause that such an end is about; in a longer one it is about something else."""

REPLACED = re.compile(
    r"\breplac(?:ed?|es|ing|ement of)\s(?P<new>.+?)\s(?:by|with)\s(?P<by>.+)"
    r"|(?P<old>.+?)\s(?:(?:was|were|has been|have been|got|been)\s)?replaced (?:by|with)\s"
    r"(?P<by2>.+)"
    r"|(?P<alt>.+?)\sdurch\s(?P<durch>.+?)\s(?:ersetzt\w*|abgelöst\w*)"
    r"|\b(?:ersatz|ersetzung|ersetzen|ablösung|ersetzte\w*|löste)\s(?P<neu>.+?)\sdurch\s(?P<by3>.+)",
    re.IGNORECASE,
)
GERMAN = frozenset({"alt", "neu"})
"""The parts that hold a German thing, in which every noun has a capital."""
RENEWED = re.compile(r"\b(?:new|neu)\w*\b|\bones\b", re.IGNORECASE)
"""Worn brakes with new ones: that is the trade itself."""


class Cues(NamedTuple):
    """The words of one language."""

    thing: re.Pattern[str]
    """Deny the thing they stand before: without SQL."""
    stops: re.Pattern[str]
    """Words at which that thing ends, unless they belong to it."""
    goes_on: re.Pattern[str]
    """The last word before such a word that still belongs to it: experience in."""
    rest: re.Pattern[str]
    """Deny the rest of their clause, or the whole where nothing follows: wanted to learn SQL."""


CUES: Mapping[str, Cues] = {
    "en": Cues(
        thing=re.compile(
            r"(?<![\w-])(?:without|no(?=\s+[^\W\d])(?! (?:more|less|fewer|later|earlier|doubt)\b)"
            r"|(?:not|never|\w+n['’]t|cannot|can ?not)"
            r"(?! (?:only|just|least|limited|merely|to mention|miss\w*|lost|lose|fail\w*|late"
            r"|exceed\w*)\b)|nor|neither|none of|no longer|lack(?:s|ed|ing)?(?: of)?|instead of"
            r"|rather than|as opposed to|except(?: for)?|excluding|unable to|fail(?:s|ed)? to"
            r"|phased out|g[ai]ven? up|lost (?:my|his|her|their))(?![\w-])"
            r"|^\W*failed(?!\w)|\b(?:I|narrowly|twice) failed\b",
            re.IGNORECASE,
        ),
        stops=re.compile(
            r"\s(?:in|on|at|to|for|from|with|by|since|during|after|before|while|when|as|using|via"
            r"|until|through|so|and(?!\s[A-Z]))\s"
        ),
        goes_on=re.compile(
            r"\b(?:experience|knowledge|skills?|background|training|exposure|access|use|need|help"
            r"|practice|work(?:ed|ing)?|familiar|experienced|trained|certified|qualified|proficient"
            r"|fluent|versed|skilled|much|anything|involved|confident|comfortable|allowed|able|yet"
            r"|want(?:ed)?|licen[cs]ed?|certificates?|qualifications?|learn(?:ed|t)?|dealt)$",
            re.IGNORECASE,
        ),
        rest=re.compile(
            r"\b(?:wanted|hoped|wished|intended) to\b"
            r"|\b(?:want|hope|hoping|wish|plan|planning|would like|like|keen|eager|intend)s? to"
            r"(?: \w+)? (?:learn|try|acquire|gain|obtain|get|pass|take)\b"
            r"|\b(?:currently|presently|now|still|am|['’]m|started|began|begun) learning\b"
            r"|\binterested in\b",
            re.IGNORECASE,
        ),
    ),
    "de": Cues(
        thing=re.compile(
            r"(?<![\w-])(?:ohne|kein(?:e[nmrs]?)?|weder|statt|anstatt|anstelle von"
            r"|außer(?!.*\bauch\b))(?![\w-])",
            re.IGNORECASE,
        ),
        stops=re.compile(
            r"\s(?:in|im|an|am|auf|bei|beim|für|mit|seit|nach|zu|zum|zur|durch|während|über|bis|als"
            r"|von|vom|per|und(?=\s[a-zäöü]))\s"
        ),
        goes_on=re.compile(
            r"(?:kenntnisse?|erfahrung(?:en)?|praxis|übung|umgang|ausbildung|zugang|schulung)$",
            re.IGNORECASE,
        ),
        rest=re.compile(
            r"(?<![\w-])(?:(?:nicht|nie|niemals)(?! (?:nur|zuletzt|weniger|mehr als|versäumt"
            r"|verpasst|verloren|überschritten|verfehlt)\b)|(?-i:lerne[nt]?|plane|planen|hoffe)"
            r"|wollte[nt]?|möchten?|würden? gerne?|interesse an|interessiere|beabsichtige|strebe)"
            r"(?![\w-])",
            re.IGNORECASE,
        ),
    ),
}
OWN = re.compile(r"\W*(?:\w+\s){0,3}(?:my|our|meine?\w*|unsere?\w*)\s", re.IGNORECASE)
"""I want to use my SQL: wanted is something else."""
