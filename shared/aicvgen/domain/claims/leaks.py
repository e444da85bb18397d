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

_UNFILLED = re.compile(
    r"\b(?:19|20)(?:XX|xx|__)\b|\bX{2,}\s?%|\b(?:MM|TT\.MM)[/.](?:YYYY|JJJJ)\b"
    r"|\b(?i:lorem ipsum|dummy text)\b"
    r"|\[(?i:your|insert|enter|company|job title|position|name|phone|e-?mail|address|city|date"
    r"|month|year|degree|university|ihre?|firma|datum|ort|stadt|hier|bitte)\b[^\]]*\]"
    r"|\b(?i:insert|your|enter) (?:\w+ )?(?i:here)\b"
    r"|\b(?i:hier|bitte) (?:\w+ )?(?i:einfügen|eintragen)\b"
    r"|\b(?i:(?:click|tap) (?:here|on) )"
    r"|(?:^|(?<=[.:!] )|(?<=\w, ))(?i:(?:briefly )?(?:summari[sz]e|describe|list|highlight|add"
    r"|include|mention|explain|write|state|showcase|provide|outline|replace|type)"
    r" (?:\w+ ){0,3}?your)\b"
    r"|\b(?:[Bb]eschreiben|[Nn]ennen|[Ee]rgänzen|[Ee]rsetzen|[Ff]ügen|[Ss]childern) Sie\b"
)
"""What a template says to those who fill it, and the gaps it has for them."""


def unfilled_in(text: str) -> Iterator[str]:
    """Yield what nobody filled or deleted of a template that a CV was written in."""
    for found in _UNFILLED.finditer(text):
        yield found[0].strip()


def leaks_in(text: str, evidence: str) -> Iterator[Claim]:
    """Yield each placeholder and leaked instruction that the candidate did not write."""
    folded = evidence.casefold()
    for pattern, kind in ((_PLACEHOLDER, FindingKind.PLACEHOLDER), (_LEAK, FindingKind.LEAK)):
        for found in pattern.finditer(text):
            if found[0].casefold() not in folded:
                yield Claim(kind, found[0], found[0].casefold(), looked_for="nothing of the kind")
