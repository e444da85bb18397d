"""Labels in front of personal details, in seven languages: what a detail is said to be."""

import re
from functools import lru_cache

from aicvgen.model.extractive.cv.links import NETWORKS

EMAIL, PHONE, PLACE, SITE, NAME, OTHER = "email", "phone", "location", "url", "name", "other"
"""What a label announces; `OTHER` is a detail that a contact has no field for."""
_FULL_NAME = "name|full name|vor- und nachname|nom|nom et prénom|nombre|nome|nome e cognome|naam"
_NAME_PART = (
    "(?:(?:first |last |family )?name|surname|given names?|forename|vorname|nachname|familienname|"
    "nom|prénom|nombre|apellidos?|nome|cognome|apelidos?|naam|voornaam|achternaam)(?:\\(\\w\\))?"
)
_HOME = "address|adresse|anschrift|dirección|indirizzo|morada|endereço|adres"
_LABELS = {
    EMAIL: (
        "e-?mail(?:-?adress?e?s?)?|e-?mail address|adresse e-?mail|mail|courriel|mél|"
        "correo(?: electrónico)?|posta elettronica|indirizzo e-?mail"
    ),
    PHONE: (
        "phone(?: (?:number|no\\.?))?|telephone|tel|tél|tlf|telefon(?:nummer)?|téléphone|teléfono|"
        "telefono|telefone|telefoon(?:nummer)?|mobile?(?: (?:phone|number))?|mobil(?:telefon)?|"
        "mobilnummer|handy(?:nummer)?|cell(?:ular)?(?: phone)?|móvil|cellulare|cell|telemóvel|"
        "celular|mobiel|portable|gsm|festnetz|fixe|whatsapp"
    ),
    PLACE: (
        "(?:home |current |postal )?address|adresse(?: postale)?|anschrift|wohnort|wohnhaft in|"
        "ort|standort|location|based in|lives in|town|city|residence|dirección|domicilio|"
        "ubicación|lugar de residencia|ciudad|población|indirizzo|residenza|città|domicile|"
        "lieu de résidence|localisation|ville|morada|endereço|localidade|localização|cidade|"
        "adres|woonplaats|woonadres"
    ),
    SITE: (
        "website|web ?site|web|homepage|webseite|portfolio|blog|url|site|site web|site internet|"
        "sitio web|página web|sito|sito web|internet|" + "|".join(NETWORKS)
    ),
    NAME: f"(?:{_NAME_PART}\\s?/\\s?{_NAME_PART}|{_FULL_NAME})(?:\\s(?:{_HOME}))?",
    OTHER: (
        "date of birth|birth ?date|birthday|d\\.?o\\.?b|born(?: (?:on|in))?|place of birth|"
        "birthplace|nationality|citizenship|marital status|civil status|gender|religion|"
        "driv(?:ing|er'?s) licen[cs]e|visa(?: status)?|work permit|work authori[sz]ation|"
        "right to work|availability|available(?: from)?|notice period|fax|age|military service|"
        "geburtsdatum(?: und -ort)?|geburtsort|geburtstag|geboren(?: am| in)?|geb|"
        "nationalität|staatsangehörigkeit|staatsbürgerschaft|familienstand|führerschein(?:klassen?)?|"
        "geschlecht|konfession|arbeitserlaubnis|verfügbarkeit|verfügbar ab|eintrittstermin|"
        "gehaltsvorstellung|kündigungsfrist|alter|telefax|"
        "date de naissance|né(?:e|\\(e\\))? le|lieu de naissance|nationalité|situation familiale|"
        "situation de famille|état civil|permis(?: de conduire| b)?|âge|disponibilité|mobilité|"
        "fecha de nacimiento|lugar de nacimiento|nacionalidad|estado civil|carn[eé]t de conducir|"
        "permiso de conducir|dni|nie|edad|disponibilidad|vehículo propio|"
        "data di nascita|luogo di nascita|luogo e data di nascita|nat[oa] (?:il|a)|nazionalità|"
        "cittadinanza|stato civile|patente(?: di guida)?|codice fiscale|età|disponibilità|sesso|"
        "data de nascimento|naturalidade|nacionalidade|carta de condução|cnh|idade|"
        "disponibilidade|sexo|género|"
        "geboortedatum|geboorteplaats|nationaliteit|burgerlijke staat|rijbewijs|geslacht|leeftijd|"
        "beschikbaar(?:heid)?"
    ),
}
_INITIALS = {"t": PHONE, "m": PHONE, "p": PHONE, "e": EMAIL, "w": SITE, "a": PLACE}
_ANY = "|".join(f"(?P<{kind}>{words})" for kind, words in _LABELS.items())
_IN_FRONT = re.compile(
    rf"(?:(?:{_ANY})(?:\s?\([^)\d]*\))?\s*(?::+/*\s*|\.:?(?:\s+|$)|$|\s+(?=[+(]?\d|\S+@))|(?P<initial>[tmpewa])\s?[:.]\s+)",
    re.IGNORECASE,
)
_WITHOUT_COLON = re.compile(rf"(?:{_LABELS[OTHER]})\s+(?=\S)", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(,;|]))(?:{'|'.join(_LABELS[kind] for kind in (EMAIL, PHONE, SITE))}|[tmpew])"
    r"(?:\s?\([^)\d]*\))?[\s:.]{1,3}/*$",
    re.IGNORECASE,
)
_REMARK = re.compile(
    rf"\((?:{_LABELS[PHONE]}|{_LABELS[SITE]}|{_LABELS[EMAIL]}|work|home|privat|personal|company|other)\)",
    re.IGNORECASE,
)
_SHORTEST = 4
"""A label of fewer letters needs a colon."""


@lru_cache(maxsize=1024)
def split(text: str) -> tuple[str, str, str]:
    """Return what the label at the start of a text announces, the label, and what follows it."""
    match = _IN_FRONT.match(text)
    if match is not None:
        initial = match["initial"]
        kind = _INITIALS[initial.casefold()] if initial else str(match.lastgroup)
        return kind, match[0].strip(" :./"), text[match.end() :].strip()
    match = _WITHOUT_COLON.match(text)
    if match is not None and len(match[0].strip()) >= _SHORTEST:
        return OTHER, match[0].strip(), text[match.end() :].strip()
    return "", "", text


def start_of_label(text: str) -> int:
    """Return where the label that ends a text starts, or the length of the text."""
    match = _BEFORE.search(text)
    return match.start() if match else len(text)


def is_remark(text: str) -> bool:
    """Say whether the text is a label in parentheses, as behind a number: '(Mobile)'."""
    return _REMARK.fullmatch(text) is not None
