"""Section headings in seven languages: text to the kind of section."""

import re
from functools import lru_cache

from aicvgen.domain.cv import Kind

_EXACT: dict[Kind, str] = {
    Kind.SUMMARY: (
        "summary|professional summary|executive summary|career summary|summary statement|profile|"
        "professional profile|personal profile|career profile|about|about me|objective|"
        "career objective|professional objective|personal statement|introduction|bio|"
        "profil|kurzprofil|persönliches profil|über mich|zusammenfassung|kurzvorstellung|"
        "berufsprofil|qualifikationsprofil|profil professionnel|résumé|à propos|"
        "à propos de moi|objectif|perfil|perfil profesional|resumen|sobre mí|"
        "resumen profesional|objetivo|profilo|profilo professionale|sommario|"
        "perfil profissional|resumo|sobre mim|profiel|samenvatting|over mij|persoonlijk profiel"
    ),
    Kind.QUALIFICATIONS: (
        "qualifications|key qualifications|summary of qualifications|qualifications summary|"
        "highlights|career highlights|key achievements|highlights of qualifications|"
        "professional highlights|strengths|key strengths|schlüsselqualifikationen|"
        "kernqualifikationen|stärken|kernkompetenzen im überblick|points forts|punti di forza|"
        "pontos fortes|puntos fuertes|competencias clave|sterke punten"
    ),
    Kind.WORK: (
        "experience|work experience|professional experience|employment|employment history|"
        "work history|career history|professional background|career|experiences|internships|"
        "internship|internship experience|professional history|positions held|"
        "career experience|clinical experience|teaching experience|relevant experience|"
        "berufserfahrung|berufliche erfahrung|beruflicher werdegang|werdegang|berufspraxis|"
        "berufstätigkeit|praktische erfahrung|praktische erfahrungen|praktika|praktikum|"
        "beruflicher hintergrund|arbeitserfahrung|berufliche stationen|beschäftigung|"
        "expérience|expérience professionnelle|expériences professionnelles|expériences|"
        "parcours professionnel|emplois|stages|experiencia|experiencia laboral|"
        "experiencia profesional|trayectoria profesional|esperienza|esperienza lavorativa|"
        "esperienze lavorative|esperienza professionale|esperienze professionali|experiência|"
        "experiência profissional|experiência de trabalho|werkervaring|ervaring|loopbaan|"
        "professionele ervaring"
    ),
    Kind.PROJECTS: (
        "projects|personal projects|selected projects|key projects|side projects|"
        "academic projects|notable projects|open source|open source projects|portfolio|"
        "open source contributions|project experience|technical projects|"
        "projekte|projekterfahrung|ausgewählte projekte|eigene projekte|projektliste|"
        "projets|projets personnels|proyectos|progetti|projetos|projecten"
    ),
    Kind.EDUCATION: (
        "education|academic background|education and training|academic history|"
        "academic qualifications|educational background|studies|academics|schooling|"
        "ausbildung|bildung|studium|bildungsweg|schulbildung|akademische ausbildung|"
        "aus- und weiterbildung|ausbildung und studium|schulische ausbildung|hochschulbildung|"
        "akademischer werdegang|schule|schule und studium|schulausbildung|berufsausbildung|"
        "formation|formations|études|éducation|diplômes|formation académique|educación|"
        "formación|formación académica|estudios|istruzione|formazione|istruzione e formazione|"
        "studi|educação|formação|formação acadêmica|formação académica|opleiding|opleidingen|"
        "onderwijs|scholing"
    ),
    Kind.SKILLS: (
        "skills|technical skills|key skills|core skills|top skills|skill set|skillset|"
        "professional skills|core competencies|competencies|areas of expertise|expertise|"
        "technologies|tech stack|technical expertise|technical proficiencies|technical stack|"
        "tools|tools and technologies|soft skills|hard skills|skills summary|"
        "additional skills|other skills|computer skills|it skills|skills and tools|"
        "technical proficiency|proficiencies|capabilities|programming languages|software|"
        "fähigkeiten|kenntnisse|kompetenzen|kenntnisse und fähigkeiten|it-kenntnisse|"
        "fachkenntnisse|edv-kenntnisse|kernkompetenzen|technische kenntnisse|fachkompetenzen|"
        "fähigkeiten und kenntnisse|besondere kenntnisse|technologien|methoden und tools|"
        "kompetenzprofil|skills und kompetenzen|compétences|compétences techniques|"
        "compétences clés|savoir-faire|habilidades|competencias|aptitudes|"
        "habilidades técnicas|conocimientos|competenze|competenze tecniche|capacità|"
        "competências|habilidades e competências|vaardigheden|competenties|"
        "technische vaardigheden|kennis en vaardigheden"
    ),
    Kind.CERTIFICATES: (
        "certificates|certifications|certification|licenses|licenses and certifications|"
        "certifications and licenses|licences and certifications|professional certifications|"
        "courses|courses and certifications|training|trainings|training and certifications|"
        "professional development|continuing education|certificates and courses|"
        "certifications and training|zertifikate|zertifizierungen|weiterbildung|"
        "weiterbildungen|fortbildung|fortbildungen|kurse|zertifikate und weiterbildungen|"
        "lizenzen|certificats|certificados|certificaciones|cursos|certificazioni|corsi|certificações|"
        "certificaten|cursussen|certificeringen"
    ),
    Kind.LANGUAGES: (
        "languages|language skills|language|foreign languages|spoken languages|sprachen|"
        "sprachkenntnisse|fremdsprachen|fremdsprachenkenntnisse|langues|langues vivantes|"
        "idiomas|lenguas|lingue|lingue straniere|línguas|talen|talenkennis"
    ),
    Kind.PUBLICATIONS: (
        "publications|selected publications|papers|patents|publications and patents|"
        "research publications|presentations|talks|publications and talks|conferences|"
        "veröffentlichungen|publikationen|patente|vorträge|publicaciones|pubblicazioni|"
        "publicações|publicaties|brevets"
    ),
    Kind.AWARDS: (
        "awards|honors|honours|honors and awards|awards and honors|achievements|"
        "accomplishments|scholarships|awards and achievements|awards and recognition|"
        "recognition|prizes|auszeichnungen|preise|ehrungen|erfolge|stipendien|"
        "auszeichnungen und preise|prix|distinctions|prix et distinctions|premios|"
        "reconocimientos|logros|premi|riconoscimenti|prêmios|prémios|prijzen|onderscheidingen"
    ),
    Kind.VOLUNTEER: (
        "volunteer|volunteering|volunteer experience|volunteer work|community service|"
        "community involvement|community|voluntary work|leadership and volunteering|"
        "ehrenamt|ehrenamtliches engagement|ehrenamtliche tätigkeit|ehrenamtliche tätigkeiten|"
        "engagement|soziales engagement|gesellschaftliches engagement|bénévolat|"
        "voluntariado|volontariato|vrijwilligerswerk"
    ),
    Kind.INTERESTS: (
        "interests|hobbies|hobbies and interests|interests and hobbies|personal interests|"
        "interessen|hobbys|hobbies und interessen|interessen und hobbys|freizeit|"
        "persönliche interessen|centres d'intérêt|loisirs|intérêts|intereses|aficiones|"
        "interessi|hobby|interesses|hobby's"
    ),
    Kind.REFERENCES: (
        "references|referees|recommendations|referenzen|références|referencias|referenze|"
        "referências|referenties"
    ),
}
_CONTACT = (
    "contact|contact information|contact details|contact info|contact me|personal details|"
    "personal information|personal data|links|social|social links|profiles|online|find me|"
    "kontakt|kontaktdaten|persönliche daten|persönliche angaben|zur person|"
    "angaben zur person|coordonnées|informations personnelles|contacto|datos personales|"
    "contatti|dati personali|contato|contacto pessoal|dados pessoais|contactgegevens|"
    "persoonlijke gegevens|anschrift|details"
)
_TITLES = (
    "resume|résumé|curriculum vitae|cv|lebenslauf|curriculum|currículum|currículo|"
    "tabellarischer lebenslauf"
)

_KIND_WORDS: dict[str, Kind] = {
    "experience": Kind.WORK,
    "employment": Kind.WORK,
    "internships": Kind.WORK,
    "projects": Kind.PROJECTS,
    "education": Kind.EDUCATION,
    "skills": Kind.SKILLS,
    "competencies": Kind.SKILLS,
    "certifications": Kind.CERTIFICATES,
    "certificates": Kind.CERTIFICATES,
    "licenses": Kind.CERTIFICATES,
    "languages": Kind.LANGUAGES,
    "publications": Kind.PUBLICATIONS,
    "patents": Kind.PUBLICATIONS,
    "awards": Kind.AWARDS,
    "honors": Kind.AWARDS,
    "achievements": Kind.AWARDS,
    "volunteering": Kind.VOLUNTEER,
    "interests": Kind.INTERESTS,
    "references": Kind.REFERENCES,
    "summary": Kind.SUMMARY,
    "profile": Kind.SUMMARY,
    "berufserfahrung": Kind.WORK,
    "projekte": Kind.PROJECTS,
    "ausbildung": Kind.EDUCATION,
    "studium": Kind.EDUCATION,
    "kenntnisse": Kind.SKILLS,
    "fähigkeiten": Kind.SKILLS,
    "zertifikate": Kind.CERTIFICATES,
    "weiterbildung": Kind.CERTIFICATES,
    "sprachen": Kind.LANGUAGES,
    "auszeichnungen": Kind.AWARDS,
    "interessen": Kind.INTERESTS,
    "activities": Kind.CUSTOM,
    "coursework": Kind.CUSTOM,
    "leadership": Kind.CUSTOM,
    "memberships": Kind.CUSTOM,
    "affiliations": Kind.CUSTOM,
    "mitgliedschaften": Kind.CUSTOM,
    "sonstiges": Kind.CUSTOM,
    "miscellaneous": Kind.CUSTOM,
    "research": Kind.CUSTOM,
}
_MAX_WORDS = 6
_AND = re.compile(r"\s*(?:&|\+|/|,|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b)\s*")
_PUNCTUATION = re.compile(r"^[\W\d_]+|[\W_]+$")


def is_contact(text: str) -> bool:
    """Say whether a heading stands above contact details, which are no section of their own."""
    return normalise(text) in _set(_CONTACT)


def is_document_title(text: str) -> bool:
    """Say whether the text is what documents are called, above or beside the name."""
    return normalise(text) in _set(_TITLES)


@lru_cache(maxsize=4096)
def kind_of(text: str) -> Kind | None:
    """Return the kind of section a line announces if its whole text is a known heading."""
    return _table().get(normalise(text))


@lru_cache(maxsize=4096)
def likely_kind_of(text: str) -> Kind | None:
    """Return the kind of a heading put together from known words: 'Relevant Work Experience'.

    For lines that look like headings; a sentence with such a word would be taken for one.
    """
    exact = kind_of(text)
    if exact is not None:
        return exact
    words = re.findall(r"[^\W\d_]+", normalise(text))
    if not 0 < len(words) <= _MAX_WORDS:
        return None
    named = [_KIND_WORDS[word] for word in words if word in _KIND_WORDS]
    if not named:
        return None
    if Kind.WORK in named:
        return Kind.WORK
    known = [kind for kind in named if kind is not Kind.CUSTOM] or named
    return known[0] if _AND.search(normalise(text)) else known[-1]


def kinds_of(text: str) -> tuple[Kind, ...]:
    """Return the kinds a compound heading names: 'Education & Skills'."""
    words = re.findall(r"[^\W\d_]+", normalise(text))
    return tuple(dict.fromkeys(_KIND_WORDS[word] for word in words if word in _KIND_WORDS))


def normalise(text: str) -> str:
    """Fold case, punctuation at the ends, and the spellings of 'and'."""
    folded = _PUNCTUATION.sub("", text.casefold().replace("’", "'").replace("\t", " "))
    return _AND.sub(" and ", folded) if _AND.search(folded) else folded


@lru_cache(maxsize=1)
def _table() -> dict[str, Kind]:
    return {normalise(name): kind for kind, names in _EXACT.items() for name in names.split("|")}


@lru_cache(maxsize=2)
def _set(names: str) -> frozenset[str]:
    return frozenset(names.split("|"))
