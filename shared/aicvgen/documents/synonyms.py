"""Headings that say no more than our label for a section, in seven languages."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from aicvgen.domain.cv import Kind

_SAME: Mapping[Kind, str] = MappingProxyType({
    Kind.SUMMARY: (
        "professional summary|career summary|executive summary|profile|professional profile|"
        "personal profile|about|about me|overview|summary statement|profile summary|"
        "über mich|kurzprofil|zusammenfassung|persönliches profil|à propos|à propos de moi|"
        "résumé|perfil profesional|resumen|sobre mí|profilo professionale|chi sono|sommario|"
        "perfil profissional|resumo|sobre mim|samenvatting|over mij|persoonlijk profiel"
    ),
    Kind.QUALIFICATIONS: (
        "qualifications|summary of qualifications|qualifications summary|"
        "highlights of qualifications|kernqualifikationen|atouts|mes atouts|puntos fuertes|"
        "fortalezas|kwaliteiten"
    ),
    Kind.WORK: (
        "experience|work|employment|work history|employment history|career history|"
        "professional experience|working experience|employment experience|job experience|"
        "job history|career|professional background|professional history|work background|"
        "engagements|positions|positions held|employers|career to date|"
        "berufspraxis|beruflicher werdegang|werdegang|arbeitserfahrung|berufliche erfahrung|"
        "berufliche tätigkeit|berufliche tätigkeiten|praktische erfahrung|"
        "berufliche stationen|erfahrung|expérience|expériences|expériences professionnelles|"
        "parcours professionnel|experiencia|experiencia laboral|trayectoria profesional|"
        "experiencias profesionales|esperienza|esperienze|esperienze professionali|"
        "esperienza lavorativa|esperienze lavorative|experiência|experiências profissionais|"
        "experiência de trabalho|ervaring|werk|loopbaan|professionele ervaring"
    ),
    Kind.PROJECTS: "project experience|project|projekterfahrung|projekt|réalisations",
    Kind.EDUCATION: (
        "education history|educational background|academic background|academic history|"
        "schooling|education background|educational history|bildungsweg|bildung|studies|"
        "formations|études|parcours académique|educación|estudios|formación académica|"
        "formazione|istruzione e formazione|studi|educação|formação académica|"
        "formação acadêmica|opleidingen|onderwijs"
    ),
    Kind.SKILLS: (
        "skill|skillset|skill set|skills summary|competencies|competences|core skills|"
        "key skills|core competencies|key competencies|abilities|fähigkeiten|kompetenzen|"
        "fertigkeiten|kenntnisse und fähigkeiten|fähigkeiten und kenntnisse|aptitudes|"
        "habilidades|conocimientos|conoscenze|capacità|aptidões|competenties|"
        "kennis en vaardigheden"
    ),
    Kind.CERTIFICATES: (
        "certificate|certification|certifications|zertifizierungen|zertifikat|zertifizierung|"
        "certificats|certificaciones|certificazione|certificati|certificeringen"
    ),
    Kind.LANGUAGES: (
        "language|language skills|foreign languages|spoken languages|sprachkenntnisse|"
        "fremdsprachen|sprache|fremdsprachenkenntnisse|langue|lenguas|lingue straniere|"
        "línguas|conoscenze linguistiche|talenkennis"
    ),
    Kind.PUBLICATIONS: (
        "publication|selected publications|list of publications|veröffentlichungen|"
        "publikationsliste"
    ),
    Kind.AWARDS: (
        "award|honors and awards|honours and awards|awards and honors|awards and honours|"
        "prix|premi|premi e riconoscimenti"
    ),
    Kind.VOLUNTEER: (
        "volunteer|volunteer experience|volunteer work|voluntary work|"
        "volunteering experience|ehrenamtliche tätigkeit|ehrenamtliche tätigkeiten|"
        "ehrenamtliches engagement|ehrenämter"
    ),
    Kind.INTERESTS: (
        "hobbies|hobbies and interests|interests and hobbies|personal interests|hobby|hobbys|"
        "hobbys und interessen|interessen und hobbys|persönliche interessen|loisirs|intérêts|"
        "aficiones|hobby's"
    ),
    Kind.REFERENCES: "referees|reference|referenz",
})  # fmt: skip
_NUMBER = re.compile(r"^\s*(?:\d+|[ivx]{1,4}|[a-h])[.)]\s+")
_SPACED = re.compile(r"(?:\w ){3,}\w")
_AND = re.compile(r"[&+/]|\b(?:und|et|y|e|en)\b")
_CONTINUED = re.compile(r"\s*\(?\b(?:continued|cont['.]?d?|fortsetzung|suite)\b[.)]*\s*$")


def says_no_more(kind: Kind, heading: str, labels: str) -> bool:
    """Say whether a heading is one of our labels (`|` parts them) or a usual synonym of it."""
    return _letters(heading) in _known(kind, labels)


@cache
def _known(kind: Kind, labels: str) -> frozenset[str]:
    return frozenset(map(_letters, f"{labels}|{_SAME.get(kind, '')}".split("|")))


def _letters(heading: str) -> str:
    """Return the letters of a heading, however they are spaced, numbered and joined."""
    text = _CONTINUED.sub("", _NUMBER.sub("", heading.casefold().replace("’", "'")))
    if _SPACED.fullmatch(text):
        return re.sub(r"\W", "", text)
    return re.sub(r"[\W\d_]", "", _AND.sub("and", text))
