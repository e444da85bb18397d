"""Grades and honours as diplomas print them."""

import re

_LABEL = (
    r"(?:cum(?:ulative|\.)?\s+)?(?:c?gpa|grade(?: point average)?|(?:abschluss|gesamt)?note|"
    r"(?:noten)?durchschnitt|moyenne(?: générale)?|nota(?: media| final)?|"
    r"voto(?: finale| di laurea)?|votazione|média(?: final)?|classificação(?: final)?|"
    r"(?:eind)?cijfer|gemiddelde?|score|result|classification|punteggio|calificación|average)"
)
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_WORDS = (
    r"(?:summa |magna |insigni )?cum laude|"
    r"(?:with |mit |con |com |avec |met )?(?:high(?:est)? |first[- ]class |gro(?:te|otste) )?"
    r"(?:honou?rs|distinction|merit|pass|auszeichnung|lode|lob|distinção|louvor|mención|"
    r"onderscheiding|genoegen|outstanding|félicitations(?: du jury)?)|"
    r"(?:first|1st|(?:upper |lower )?second|third)(?:[- ]class)?(?: honou?rs)?(?: degree)?|"
    r"(?:upper|lower) second.*|(?:first|second|third)[- ]class.*|"
    r"2[:.][12](?:\s*\(?hon(?:ou?r)?s\)?)?|"
    r"(?:avec )?mention(?: (?:très |assez )?(?:bien|honorable)| passable)|"
    r"(?:mit )?(?:sehr )?gut(?:em erfolg)?|befriedigend|ausreichend|vollbefriedigend|"
    r"sobresaliente(?: cum laude)?|notable|aprobado|excelente|matrícula de honor|"
    r"premio extraordinario.*|ottimo|distinto|buono|muito bom|bom(?: com distinção)?|suficiente|"
    r"(?:zeer )?goed|uitmuntend|voldoende|dean['’]s list"
)
GRADE = re.compile(
    rf"\(?(?:{_LABEL}\s*[:=]?\s*(?:{_NUMBER}|(?:[A-F][+-]?|{_WORDS})(?!\w)).*"
    rf"|(?:{_WORDS})(?:\s*[,/]\s*(?:{_WORDS}))*(?:\s*\(?{_NUMBER}\)?)?"
    rf"|{_NUMBER}\s*/\s*{_NUMBER}(?:\s*(?:e lode|con lode|cum laude|gpa|points?))?(?:\s+\(.*\))?"
    rf"|{_NUMBER}\s*(?:%|gpa|valores|punkte|pontos|puntos|points|e lode)"
    rf"|\d[.,]\d{{1,2}}(?:\s*\(.*\))?|(?-i:[A-E]\*?[A-E]\*?[A-E]\*?(?:[A-E]\*?)?))\)?",
    re.IGNORECASE,
)
"""The whole text is a grade: 'GPA: 3.8', '2:1', '110/110 e lode', 'mit Auszeichnung'."""
