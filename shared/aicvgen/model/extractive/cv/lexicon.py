"""What words say about a text: job titles, employers, degrees, schools."""

import re

_TITLE_NOUNS = (
    "engineer|developer|programmer|architect|manager|director|analyst|scientist|researcher|"
    "consultant|administrator|specialist|coordinator|assistant|associate|intern|trainee|"
    "apprentice|designer|lead|leader|head|officer|president|founder|co-founder|cofounder|owner|"
    "ceo|cto|cfo|coo|cio|vp|svp|evp|technician|supervisor|advisor|adviser|accountant|auditor|"
    "teacher|lecturer|professor|tutor|instructor|trainer|coach|nurse|physician|doctor|therapist|"
    "pharmacist|paramedic|caregiver|lawyer|attorney|paralegal|counsel|clerk|secretary|"
    "receptionist|cashier|salesperson|representative|agent|broker|buyer|planner|driver|operator|"
    "mechanic|electrician|plumber|carpenter|welder|cook|chef|baker|waiter|waitress|server|"
    "bartender|barista|steward|stewardess|editor|writer|journalist|author|photographer|"
    "videographer|artist|illustrator|producer|strategist|recruiter|generalist|partner|principal|"
    "fellow|contractor|freelancer|member|volunteer|mentor|ambassador|organizer|organiser|chair|"
    "chairman|treasurer|contributor|maintainer|creator|tester|sre|devops|pm|tlm|swe|ic|dba|"
    "foreman|inspector|surveyor|estimator|librarian|translator|interpreter|midwife|dentist|"
    "veterinarian|pilot|captain|soldier|sergeant|guard|postdoc|student|worker|handyman|stylist|"
    "hairdresser|merchandiser|controller|comptroller|bookkeeper|cleaner|caretaker|gardener|"
    "executive|chief|staffer|aide|hostess|host|busser|dishwasher|picker|packer|crew|"
    "practitioner|registrar|curator|economist|statistician|mathematician|physicist|chemist|"
    "biologist|geologist|scrum master|product owner|freelance|self-employed|self employed|"
    "ingenieur|ingenieurin|entwickler|entwicklerin|softwareentwickler|softwareentwicklerin|"
    "leiter|leiterin|teamleiter|teamleiterin|abteilungsleiter|projektleiter|projektleiterin|"
    "berater|beraterin|sachbearbeiter|sachbearbeiterin|mitarbeiter|mitarbeiterin|werkstudent|"
    "werkstudentin|praktikant|praktikantin|auszubildender|auszubildende|azubi|kaufmann|kauffrau|"
    "bürokaufmann|bürokauffrau|industriekaufmann|industriekauffrau|verkäufer|verkäuferin|"
    "krankenpfleger|krankenpflegerin|krankenschwester|pflegefachkraft|pflegefachfrau|"
    "pflegefachmann|gesundheits- und krankenpfleger|erzieher|erzieherin|lehrer|lehrerin|"
    "elektriker|elektroniker|mechatroniker|mechaniker|fahrer|koch|köchin|buchhalter|"
    "buchhalterin|geschäftsführer|geschäftsführerin|assistent|assistentin|referent|referentin|"
    "techniker|technikerin|meister|fachkraft|facharbeiter|aushilfe|hilfskraft|gärtner|"
    "wissenschaftlicher mitarbeiter|studentische hilfskraft|redakteur|redakteurin|architektin|"
    "analystin|designerin|managerin|ärztin|arzt|anwalt|anwältin|rechtsanwalt|verwalter|"
    "administratorin|vertriebsmitarbeiter|außendienstmitarbeiter|filialleiter|filialleiterin|"
    "schichtleiter|lagerist|monteur|maurer|tischler|schreiner|maler|dozent|dozentin|"
    "ingénieur|ingénieure|développeur|développeuse|chef de projet|responsable|directeur|"
    "directrice|assistante|technicien|stagiaire|consultante|chargé|chargée|ingeniero|"
    "ingeniera|desarrollador|desarrolladora|gerente|analista|diseñador|técnico|becario|jefe|"
    "ingegnere|sviluppatore|sviluppatrice|direttore|tirocinante|stagista|engenheiro|"
    "engenheira|desenvolvedor|desenvolvedora|coordenador|estagiário|ontwikkelaar|medewerker|"
    "adviseur|stagiair|beheerder|projectleider"
)
_COMPANY_WORDS = (
    "inc|inc.|llc|ggmbh|ltd|ltd.|limited|corp|corp.|corporation|company|co.|gmbh|ag|se|kg|kgaa|ohg|gbr|"
    "ug|e.v.|ev|plc|s.a.|sa|sas|sarl|s.l.|sl|srl|s.r.l.|spa|s.p.a.|bv|b.v.|nv|n.v.|oy|ab|as|aps|"
    "a/s|pty|pvt|llp|lp|group|gruppe|holding|holdings|labs|lab|laboratory|laboratories|systems|"
    "solutions|technologies|technology|software|analytics|consulting|partners|bank|insurance|"
    "versicherung|university|universität|hochschule|institute|institut|college|school|schule|"
    "hospital|klinikum|klinik|krankenhaus|clinic|center|centre|zentrum|agency|agentur|ministry|"
    "ministerium|department|foundation|stiftung|studio|studios|services|industries|enterprises|"
    "ventures|capital|media|networks|robotics|pharma|pharmaceuticals|retail|logistics|logistik|"
    "airlines|hotel|restaurant|stadtwerke|verein|werke|society|association|club|library|museum|"
    "council|authority|federation|startup|nonprofit|bakery|store|shop|market|cafe|café"
)
_DEGREES = (
    r"b\.?\s?s\.?c?\.?|b\.?\s?a\.?|b\.?\s?eng\.?|b\.?\s?tech\.?|b\.?\s?ed\.?|bba|b\.?f\.?a\.?|"
    r"m\.?\s?s\.?c?\.?|m\.?\s?a\.?|m\.?\s?eng\.?|m\.?\s?tech\.?|m\.?\s?ed\.?|mba|m\.?f\.?a\.?|"
    r"m\.?\s?phil\.?|mph|llb|ll\.?b\.?|ll\.?m\.?|j\.?d\.?|m\.?d\.?|ph\.?\s?d\.?|d\.?phil\.?|"
    r"dr\.(?:\s?\w+\.)*|ged|a\.?a\.?s?\.|bachelor(?:'s|’s|s)?|master(?:'s|’s|s)?|associate(?:'s|’s)?|"
    r"doctor(?:ate)?|diploma|diplom\w*|magister|staatsexamen|abitur|fachabitur|mittlere reife|"
    r"realschulabschluss|hauptschulabschluss|fachhochschulreife|promotion|habilitation|matura|"
    r"a-levels?|gcses?|high school|baccalauréat|licence|master|maîtrise|doctorat|bts|dut|"
    r"licenciatura|licenciado|grado|máster|doctorado|laurea|dottorato|bacharelado|mestrado|"
    r"doutorado|minor|major|certificate|postgraduate|undergraduate|degree|nanodegree|bootcamp|"
    r"ausbildung (?:zum|zur)|umschulung|lehre|fachinformatiker\w*|geselle|meisterbrief|thesis"
)
_SCHOOLS = (
    "university|universität|universitaet|college|school|institute|institut|academy|akademie|"
    "hochschule|fachhochschule|gymnasium|realschule|gesamtschule|grundschule|berufsschule|"
    "berufskolleg|schule|polytechnic|polytechnique|école|ecole|université|lycée|universidad|"
    "instituto|escuela|colegio|università|politecnico|liceo|istituto|universidade|faculdade|"
    "escola|universiteit|hogeschool|mit|eth|tu|fh|uc|rwth|kit|lmu|tum|conservatory|seminary|"
    "faculty|caltech|ucla|usc|nyu|cuny|suny|iit|hbo"
)


def _whole(words: str) -> re.Pattern[str]:
    escaped = "|".join(re.escape(word) for word in sorted(words.split("|"), key=len, reverse=True))
    return re.compile(rf"(?<![\w.-])(?:{escaped})(?![\w-])", re.IGNORECASE)


_TITLE = _whole(_TITLE_NOUNS)
_TITLE_ENDING = re.compile(
    r"\b\w{3,}(?:entwickler|leiter|berater|ingenieur|mitarbeiter|kaufmann|kauffrau|techniker|"
    r"pfleger|manager|assistent|verkäufer|elektroniker|mechaniker|fahrer|meister|führer|lehrer|"
    r"referent|architekt|helfer|kraft|student|redakteur|trainer|sekretär|therapeut|wirt)(?:in)?"
    r"(?:[:*/_]?-?(?:in|innen))?\b",
    re.IGNORECASE,
)
_SENIORITY = re.compile(
    r"^(?:senior|junior|sr\.?|jr\.?|staff|principal|lead|chief|head|vice|deputy|assistant|"
    r"associate|interim|acting|stellv\.?|stellvertretende\w*|leitende\w*)\b",
    re.IGNORECASE,
)
_COMPANY = _whole(_COMPANY_WORDS)
_TEAM = re.compile(
    r"(?:[\w&-]+\s+){0,2}(?:platform|backend|back-end|frontend|front-end|infrastructure|mobile|web|"
    r"data|payments?|growth|marketing|sales|operations|engineering|security|research|support|"
    r"design|finance|hr|it|devops|cloud|logistics|procurement|purchasing|team|unit|division|"
    r"vertrieb|einkauf|entwicklung|produktion|qualität|forschung|controlling|personal)",
    re.IGNORECASE,
)
_DEGREE = re.compile(rf"(?<![\w.])(?:{_DEGREES})(?![\w-])", re.IGNORECASE)
_SCHOOL = _whole(_SCHOOLS)
_SCHOOL_ENDING = re.compile(
    r"\b\w+(?:universität|hochschule|gymnasium|schule|kolleg)\b", re.IGNORECASE
)
_GRADE = re.compile(
    r"^(?:\(?(?:cum(?:ulative)?\.?\s+)?gpa\b.*|(?:abschluss)?note:?\s.*|grade:?\s.*|"
    r"(?:.*\b)?cum laude|(?:upper |lower )?(?:first|second)[- ]class.*|(?:with |mit )?"
    r"(?:high |first-class )?(?:honou?rs|distinction|merit|auszeichnung)|"
    r"\d[.,]\d{1,2}(?:\s*/\s*\d.*)?|mention .*|sehr gut|gut)$",
    re.IGNORECASE,
)


def title_score(text: str) -> int:
    """Say how much the text looks like a job title: 0 not at all, 3 very."""
    score = 0
    if _TITLE.search(text) or _TITLE_ENDING.search(text):
        score += 2
    if _SENIORITY.match(text):
        score += 1
    return score


def company_score(text: str) -> int:
    """Say how much the text looks like an employer: 0 not at all, 2 very."""
    return 2 if _COMPANY.search(text) else 0


def is_team(text: str) -> bool:
    """Say whether the text is a part of a company: 'Backend', 'Data Platform'."""
    return bool(_TEAM.fullmatch(text))


def is_degree(text: str) -> bool:
    """Say whether the text names a degree or school-leaving certificate."""
    return bool(_DEGREE.search(text))


def is_school(text: str) -> bool:
    """Say whether the text names a school or university."""
    return bool(_SCHOOL.search(text) or _SCHOOL_ENDING.search(text))


def is_grade(text: str) -> bool:
    """Say whether the whole text is a grade or honours of a degree."""
    return bool(_GRADE.match(text))
