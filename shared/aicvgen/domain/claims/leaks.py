"""What a model or a template left behind: placeholders, instructions, talk about the text."""

import re
from collections.abc import Iterator

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.draft import FindingKind

_PLACEHOLDER = re.compile(
    r"\[[^\]\d][^\]]*\]|\{\{?[^}]*\}?\}|<[^<>\d=]{2,40}>|\b[xX]{2,}\b|\bXX+\s?%?|_{3,}|\?{2,}"
    r"|\b(?:TBD|TBC|TODO|FIXME|lorem ipsum|N/A|dummy text)\b"
    r"|\b(?:insert|your|enter) (?:\w+ )?(?:here|name|figure|number|company)\b"
    r"|\b(?:hier|bitte) (?:\w+ )?(?:einfügen"
    r"|ergänzen|eintragen)\b|\b(?:Firma"
    r"|Stadt|Zahl|Name) einfügen\b"
    r"|\bMustermann\b|\bJohn Doe\b|(?<![\w$€£])[$€£]X\b|(?<!\w)X\s?%",
    re.IGNORECASE,
)
_LEAK = re.compile(
    r"\bas an? (?:AI|artificial|language model)\b|\blanguage model\b|\bals (?:KI|künstliche)\b"
    r"|\bSprachmodell\b|\bChatGPT\b|\bGPT-\d"
    r"|\bhere(?:'s| is) (?:the|your|a"
    r"|an)\b|\bhier ist (?:der|die|das"
    r"|dein|ihr)\b"
    r"|\b(?:rewritten|revised|improved"
    r"|updated|optimi[sz]ed|tailored|rephrased) (?:bullet"
    r"|version|sentence|text|for|point)\b"
    r"|\b(?:überarbeitet|umformuliert"
    r"|angepasst|optimiert)\w*\s(?:satz"
    r"|version|text|fassung|formulierung"
    r"|stichpunkt|für die stelle)\b"
    r"|\bumformuliert\b|\brephrased\b|\bkeywords?\b|\bjob (?:description|posting|ad)\b"
    r"|\bStellen(?:anzeige|ausschreibung|beschreibung)\b|\bpassend zu[rm]\b"
    r"|\b(?:note|hinweis|anmerkung|output"
    r"|ausgabe|bullet point|prompt|instruction"
    r"|antwort|answer|response)s?:(?!\s*\d)"
    r"|\bI (?:cannot|can't)\b|\bI (?:have )?(?:rephrased|reworded)\b"
    r"|\bI (?:have )?(?:rewrote|rewritten|added|made|kept|changed|adjusted|tailored|revised"
    r"|shortened) (?:it|this|that|(?:the|your|this|some|a few) (?:bullet|sentence|text|wording"
    r"|CV|r[ée]sum[ée]|section|version|changes?|adjustments?|edits?|keywords?|draft))\b"
    r"|\bich habe (?:es|(?:den|die|das|deinen|ihren|diesen|diese) (?:Text|Satz|Stichpunkt|Punkt"
    r"|Lebenslauf|Formulierung|Fassung|Version|Abschnitt|Angaben?|Anpassungen?))\b"
    r"|\bich kann (?:nicht|keine|leider)\b"
    r"|\b(?:sure|certainly|gerne|natürlich)[,!:]"
    r"|```|\*\*|<\||[{\[]\s*\"\w+\"\s*:|\b(?:system|user) prompt\b"
    r"|\b(?:you are|act as|du bist|sie sind) an?\w*\s[^.]{0,40}"
    r"\b(?:writer|coach|recruiter|assistant|assistent|experte|berater)\w*"
    r"|\bdo not (?:invent|fabricate|make up)\b|\berfinde\w* (?:sie )?(?:keine|nichts)\b",
    re.IGNORECASE,
)


def leaks_in(text: str, evidence: str) -> Iterator[Claim]:
    """Yield each placeholder and leaked instruction that the candidate did not write."""
    folded = evidence.casefold()
    for pattern, kind in ((_PLACEHOLDER, FindingKind.PLACEHOLDER), (_LEAK, FindingKind.LEAK)):
        for found in pattern.finditer(text):
            if found[0].casefold() not in folded:
                yield Claim(kind, found[0], found[0].casefold(), looked_for="nothing of the kind")
