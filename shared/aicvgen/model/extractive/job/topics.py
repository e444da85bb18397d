"""What a heading or a sentence of an ad is about: asked, welcome, work to do, or boilerplate."""

import re
from enum import StrEnum


class Topic(StrEnum):
    """What a part of an ad says."""

    MUST = "must"
    NICE = "nice"
    DUTY = "duty"
    BOILERPLATE = "boilerplate"
    """Benefits, equal opportunity, how to apply, who the employer or the agency is."""


_ONE_HEADING_WORDS = 8

# Source of all patterns: written for this project.
_HEADINGS = {
    Topic.NICE: r"nice[- ]to[- ]have|preferred|desir(?:ed|able)|bonus|(?:a |big )?plus(?:es|punkte)?$|"
    r"ideally|optional|wünschenswert|von vorteil|idealerweise|das wäre (?:super|toll)",
    Topic.BOILERPLATE: r"benefits?|(?:what |why )?we offer|perks|why (?:join|us|work)|about (?:us|the "
    r"(?:company|team))|who we are|our (?:company|story|values|culture|mission)|how to apply|"
    r"appl(?:y|ication)|equal|diversity|compensation|salary|pay\b|contact|legal|privacy|next steps|"
    r"(?:hiring|interview|selection) process|basic information|(?:was )?wir bieten|das bieten|"
    r"bieten wir|unser angebot|über uns|wer wir sind|kontakt|bewerb|vorteile|freuen uns|"
    r"interesse geweckt|haben wir ihr interesse|unser unternehmen|das unternehmen|gehalt|vergütung",
    Topic.DUTY: r"responsibilit|duties|tasks?\b|what you(?:'ll|’ll| will)|you will|your (?:role|job|work|"
    r"mission)|(?:about )?the (?:role|job|position)|role summary|job (?:summary|description)|"
    r"key objectives|day[- ]to[- ]day|objectives|aufgaben|tätigkeit|das erwartet|das machst|"
    r"dein (?:job|einsatz)|verantwortung|stellenbeschreibung|ihre rolle|deine rolle",
    Topic.MUST: r"requirements?|qualifications?|profile?\b|what you(?:'ll|’ll)? (?:need|bring|have)|"
    r"you (?:have|bring)|must[- ]haves?|looking for|who you are|about you|skills|experience|essential|"
    r"competenc|education|person specification|mitbring|bringst du mit|bringen sie mit|"
    r"anforderung|qualifikation|voraussetzung|erwarten|kenntnisse|fähigkeiten|zeichnet (?:dich|sie)|"
    r"das hast du|wir suchen",
}
_SENTENCES = {
    Topic.BOILERPLATE: r"equal opportunit|regardless of|without regard|salary|compensation|benefits|"
    r"401\(?k|health insurance|paid (?:leave|time off)|vacation|parental leave|citizens?\b|"
    r"background (?:check|investigation)|résumé|\bresumes?\b|cover letter|to apply|apply (?:now|via|at)|"
    r"applications?\b.*(?:deadline|accepted|send|submit)|privacy|on behalf of (?:our|a) client|"
    r"recruitment agency|we offer|for each job|hours per week you|dates you held|disqualif|"
    r"travel (?:may|requirement)|drug test|chancengleichheit|schwerbehind|gleichgestellt|bewerb|"
    r"wir bieten|bieten wir|urlaubstage|altersvorsorge|unabhängig von|im auftrag|personaldienst|"
    r"freuen uns auf|lebenslauf|gehaltsvorstellung|jobrad|obstkorb",
    Topic.NICE: r"nice to have|(?:is|are|as|would be) (?:a |an )?(?:big |strong |definite )?"
    r"(?:plus|bonus|advantage|asset)|preferred|preferabl|desirable|ideally|\ba plus\b|appreciated|"
    r"not required|von vorteil|wünschenswert|idealerweise|gern(?:e)? gesehen|wäre (?:schön|toll|super)|"
    r"optimalerweise",
    Topic.MUST: r"\bmust\b|require|\byears?\b|experience|proficien|knowledge|familiar|understanding of|"
    r"you (?:have|bring|should|are)\b|expertise|degree|track record|fluen|ability to|certifi|licen[cs]e|"
    r"skilled|background in|erfahrung|kenntnis|\bjahre|voraus|abgeschlossen|ausbildung|studium|"
    r"sie (?:haben|bringen|verfügen|sind)|du (?:hast|bringst|verfügst|bist)|sicherer umgang|beherrsch|"
    r"fähigkeit|führerschein|erforderlich|notwendig",
    Topic.DUTY: r"you(?:'ll|’ll| will| can)\b|responsible for|the role|your (?:tasks|role|work)|day[- ]to[- ]"
    r"day|sie (?:werden|übernehmen|unterstützen|betreuen|arbeiten)|du (?:wirst|übernimmst|unterstützt|"
    r"betreust|arbeitest)|aufgaben|verantwortlich|zuständig",
}
_HEADING_PATTERNS = {topic: re.compile(text, re.IGNORECASE) for topic, text in _HEADINGS.items()}
_SENTENCE_PATTERNS = {topic: re.compile(text, re.IGNORECASE) for topic, text in _SENTENCES.items()}


def topic_of_heading(text: str) -> Topic | None:
    """Return what a heading announces, or None where it is no heading we know."""
    if len(text.split()) > _ONE_HEADING_WORDS:
        return None
    return next((topic for topic, found in _HEADING_PATTERNS.items() if found.search(text)), None)


def topic_of_sentence(text: str, section: Topic | None) -> Topic | None:
    """Return what a sentence says, given the section it stands in; None where nothing tells."""
    for topic in (Topic.BOILERPLATE, Topic.NICE):
        if _SENTENCE_PATTERNS[topic].search(text):
            return topic
    if section is not None:
        return section
    cues = (Topic.MUST, Topic.DUTY)
    return next((topic for topic in cues if _SENTENCE_PATTERNS[topic].search(text)), None)
