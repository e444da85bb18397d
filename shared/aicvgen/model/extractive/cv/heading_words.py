"""Words that section headings are made of, in seven languages: what they are about, and the rest.

English, German, French, Spanish, Italian, Portuguese, Dutch; `|` parts one from the next.
"""

from collections.abc import Mapping
from types import MappingProxyType

from aicvgen.domain.cv import Kind

NOUNS: Mapping[Kind, str] = MappingProxyType({
    Kind.SUMMARY: "summary|profile|profil|perfil|profilo|profiel|resumen|resumo",
    Kind.QUALIFICATIONS: "qualifications|qualifikationen|highlights|strengths",
    Kind.WORK: (
        "work|experience|experiences|employment|internships|internship|berufserfahrung|erfahrung|"
        "erfahrungen|arbeitserfahrung|praktika|expérience|expériences|stages|experiencia|werdegang|"
        "experiencias|esperienza|esperienze|experiência|experiências|ervaring|werkervaring|"
        "placements|work-experience|jobs|appointments|employments|emplois|laufbahn|prácticas|tirocini|estágios|lehrtätigkeit|forschungstätigkeit"
    ),
    Kind.PROJECTS: (
        "project|projects|projekte|projekt|projekterfahrung|projets|proyectos|progetti|projetos|"
        "projecten|portfolio"
    ),
    Kind.EDUCATION: (
        "education|educational|studies|degrees|diplomas|ausbildung|bildung|studium|schule|schulausbildung|formation|"
        "berufsausbildung|hochschulbildung|formations|études|éducation|diplômes|educación|"
        "formación|estudios|istruzione|formazione|studi|educação|formação|opleiding|opleidingen|"
        "onderwijs|scholing|academics"
    ),
    Kind.SKILLS: (
        "skill|skills|skillset|competencies|competences|competence|expertise|technologies|tools|"
        "proficiencies|proficiency|capabilities|knowledge|software|stack|programming|abilities|"
        "kenntnisse|fähigkeiten|kompetenzen|technologien|fertigkeiten|fachkenntnisse|"
        "it-kenntnisse|edv-kenntnisse|kernkompetenzen|fachkompetenzen|methoden|programmierung|"
        "compétences|compétence|aptitudes|habilidades|competencias|conocimientos|destrezas|"
        "competenze|competenza|conoscenze|competências|conhecimentos|aptidões|vaardigheden|"
        "competenties|kennis|logiciels|outils|connaissances|capacités|capacidades"
    ),
    Kind.CERTIFICATES: (
        "certificate|certificates|certification|certifications|registrations|registration|licenses|licences|license|licensing|"
        "courses|training|trainings|accreditations|credentials|"
        "zertifikate|zertifizierungen|zertifizierung|weiterbildung|weiterbildungen|fortbildung|"
        "fortbildungen|kurse|schulungen|seminare|certificats|certificat|cours|certificados|"
        "certificado|certificaciones|certificación|cursos|certificazioni|certificazione|corsi|"
        "certificati|attestati|certificações|certificaten|certificeringen|certificaat|cursussen|"
        "trainingen|habilitations|permis"
    ),
    Kind.LANGUAGES: (
        "language|languages|linguistic|sprachen|sprachkenntnisse|fremdsprachen|sprachkompetenzen|"
        "fremdsprachenkenntnisse|langues|linguistiques|idiomas|lingüísticas|lenguas|lingue|"
        "linguistiche|línguas|linguísticas|linguística|talen|talenkennis|taalvaardigheden|"
        "taalkennis|taalvaardigheid"
    ),
    Kind.PUBLICATIONS: (
        "publication|publications|patents|presentations|talks|papers|conferences|publikationen|"
        "publikation|veröffentlichung|veröffentlichungen|vorträge|publicaciones|pubblicazioni|publicações|publicaties"
    ),
    Kind.AWARDS: (
        "award|awards|honors|honours|achievements|accomplishments|recognition|recognitions|"
        "scholarships|prizes|distinctions|fellowships|grants|funding|auszeichnungen|preise|stipendien|"
        "ehrungen|prix|récompenses|premios|reconocimientos|premi|riconoscimenti|prêmios|prémios|"
        "distinções|prijzen|onderscheidingen|menções"
    ),
    Kind.VOLUNTEER: (
        "volunteer|volunteering|voluntary|ehrenamt|ehrenamtliche|ehrenamtliches|bénévolat|bénévole|"
        "bénévoles|voluntariado|volontariato|vrijwilligerswerk|associatif|associative|voluntario|"
        "voluntária|voluntário|associatives"
    ),
    Kind.INTERESTS: (
        "interests|hobbies|hobbys|hobby|interessen|intérêts|loisirs|intereses|aficiones|interessi|"
        "interesses|hobby's|passatempos|freizeit|pasatiempos"
    ),
    Kind.REFERENCES: "references|referees|referenzen|références|referencias|referenze|referenties",
    Kind.CUSTOM: (
        "activities|coursework|leadership|memberships|affiliations|mitgliedschaften|sonstiges|"
        "miscellaneous|research|teaching|associations"
    ),
})  # fmt: skip

QUALIFIERS = (
    "professional|personal|engagement|antérieures|antérieurs|précédents|précédentes|trabalho|relevant|selected|key|core|main|major|additional|other|further|technical|"
    "academic|recent|previous|prior|current|past|earlier|early|career|history|background|details|"
    "overview|my|the|of|in|at|and|for|notable|independent|industry|related|international|general|"
    "management|managerial|executive|clinical|legal|teaching|research|military|leadership|"
    "administrative|consulting|freelance|freelancing|full-time|part-time|student|school|college|"
    "university|undergraduate|graduate|postgraduate|formal|higher|continuing|online|special|"
    "specialized|specialised|soft|hard|digital|computer|it|functional|transferable|analytical|"
    "interpersonal|language|foreign|natural|side|open-source|open|source|community|social|public|"
    "peer-reviewed|refereed|journal|conference|list|set|record|highlights|areas|levels|level|"
    "list of|life|section|pro|bono|organizational|organisational|creative|engineering|business|"
    "sales|field|scientific|laboratory|lab|development|extracurricular|job|practical|hands-on|"
    "berufliche|beruflicher|berufliches|beruflichen|praktische|praktischer|relevante|ausgewählte|"
    "eigene|persönliche|persönliches|weitere|sonstige|besondere|fachliche|methodische|soziale|"
    "technische|digitale|akademische|akademischer|schulische|schulischer|zusätzliche|wichtige|"
    "schul|hochschul|wissenschaftliche|bisherige|internationale|private|edv|tätigkeit|tätigkeiten|meine|im|und|"
    "professionnel|professionnelle|professionnels|professionnelles|personnel|personnels|"
    "personnelle|personnelles|technique|techniques|informatiques|informatique|clés|clé|principales|"
    "principaux|académique|académiques|universitaire|complémentaire|complémentaires|autres|autre|"
    "mes|de|des|du|les|la|le|en|et|sociales|transversales|numériques|scolaire|diverses|travail|"
    "profesional|profesionales|laboral|laborales|académica|académicas|académico|técnicas|técnicos|"
    "técnica|personales|otros|otras|informáticos|informáticas|digitales|complementaria|"
    "relevante|principales|clave|y|del|el|los|las|adicional|adicionales|previa|blandas|"
    "lavorativa|lavorative|professionale|professionali|personali|personale|tecniche|informatiche|"
    "digitali|trasversali|accademica|principali|e|ed|di|altre|altri|sociali|relazionali|"
    "organizzative|comunicative|universitaria|scolastica|lavoro|"
    "profissional|profissionais|acadêmica|pessoais|informáticas|complementar|"
    "complementares|transversais|principais|digitais|outras|outros|do|da|das|dos|"
    "relevante|professionele|persoonlijke|relevante|overige|technische|voor|van|mijn|academische|"
    "digitale|andere|belangrijkste|computer"
)

ENDINGS: Mapping[str, Kind] = MappingProxyType({
    "sprachkenntnisse": Kind.LANGUAGES,
    "sprachkompetenz": Kind.LANGUAGES,
    "projekterfahrung": Kind.PROJECTS,
    "projekte": Kind.PROJECTS,
    "kenntnisse": Kind.SKILLS,
    "kompetenzen": Kind.SKILLS,
    "fähigkeiten": Kind.SKILLS,
    "vaardigheden": Kind.SKILLS,
    "erfahrung": Kind.WORK,
    "erfahrungen": Kind.WORK,
    "tätigkeiten": Kind.WORK,
    "ervaring": Kind.WORK,
    "jobs": Kind.WORK,
    "tätigkeit": Kind.WORK,
    "weiterbildung": Kind.CERTIFICATES,
    "weiterbildungen": Kind.CERTIFICATES,
    "fortbildungen": Kind.CERTIFICATES,
    "zertifikate": Kind.CERTIFICATES,
    "ausbildung": Kind.EDUCATION,
    "schulbildung": Kind.EDUCATION,
    "berufsbildung": Kind.EDUCATION,
    "studium": Kind.EDUCATION,
    "opleiding": Kind.EDUCATION,
    "projecten": Kind.PROJECTS,
})  # fmt: skip
"""How compounds end that are no word of their own here, the longest match first."""
