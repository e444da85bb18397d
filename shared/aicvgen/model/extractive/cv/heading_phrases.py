"""Whole section headings in seven languages that their words alone do not tell.

English, German, French, Spanish, Italian, Portuguese, Dutch; `|` parts one from the next.
"""

from collections.abc import Mapping
from types import MappingProxyType

from aicvgen.domain.cv import Kind

PHRASES: Mapping[Kind, str] = MappingProxyType({
    Kind.SUMMARY: (
        "summary statement|in brief|statement|"
        "career summary|executive summary|objective|career objective|bio|"
        "professional objective|personal statement|supporting statement|supporting information|"
        "introduction|about|about me|who i am|"
        "personal profile|career profile|profile summary|headline|overview|professional overview|"
        "career overview|career goal|career goals|mission|biography|professional biography|"
        "über mich|zu mir|zur person kurz|persönliches profil|kurzvorstellung|zusammenfassung|"
        "kurzprofil|"
        "qualifikationsprofil|berufsprofil|berufsziel|karriereziel|steckbrief|kurzüberblick|"
        "à propos|à propos de moi|objectif|objectifs|objectif professionnel|qui suis-je|"
        "présentation|accroche|en bref|résumé|résumé professionnel|extrait|"
        "sobre mí|acerca de mí|quién soy|objetivo|objetivos|presentación|resumen|extracto|"
        "resumen ejecutivo|"
        "chi sono|su di me|obiettivo|obiettivo professionale|presentazione|sommario|sintesi|"
        "breve presentazione|riepilogo|"
        "sobre mim|quem sou|objetivo profissional|apresentação|resumo|síntese|"
        "over mij|wie ben ik|samenvatting|profielschets|doelstelling|persoonlijk profiel|"
        "korte introductie"
    ),
    Kind.QUALIFICATIONS: (
        "qualifications|key qualifications|summary of qualifications|qualifications summary|"
        "highlights|career highlights|key achievements|highlights of qualifications|"
        "professional highlights|strengths|key strengths|core strengths|profile highlights|"
        "qualification highlights|career achievements|selected achievements|"
        "schlüsselqualifikationen|kernqualifikationen|stärken|kernkompetenzen im überblick|"
        "meine stärken|persönliche stärken|atouts|points forts|mes atouts|punti di forza|"
        "pontos fortes|puntos fuertes|competencias clave|fortalezas|sterke punten|kwaliteiten|"
        "qualités"
    ),
    Kind.WORK: (
        "work|employment|employment record|posts held|current position|current role|"
        "previous positions|career to date|consulting engagements|appointments held|cargos|"
        "frühere tätigkeiten|weitere stationen|arbeitsverhältnisse|"
        "work history|career history|career|positions held|"
        "professional background|professional history|professional career|positions|jobs|"
        "work & volunteering|earlier career|previous roles|roles|internships|internship|"
        "work placements|placements|experience highlights|career path|employers|practice|"
        "werdegang|beruflicher werdegang|beruflicher hintergrund|berufspraxis|berufstätigkeit|"
        "berufliche stationen|beschäftigung|beschäftigungen|praktika|praktikum|berufliches|"
        "nebenjob|ferienjob|minijob|studentenjob|schülerjob|aushilfsjob|"
        "summer jobs|holiday jobs|weekend jobs|casual work|summer job|side job|"
        "bisherige tätigkeiten|berufliche tätigkeit|berufliche tätigkeiten|berufslaufbahn|"
        "beruflicher lebensweg|berufsweg|arbeitgeber|nebentätigkeiten|nebenjobs|tätigkeiten|"
        "berufliche laufbahn|stationen|karriere|"
        "parcours|parcours professionnel|emplois|stages|stage|emploi|carrière|"
        "historique professionnel|postes occupés|"
        "trayectoria|trayectoria profesional|trayectoria laboral|historial laboral|empleo|"
        "prácticas|"
        "vida laboral|carrera profesional|"
        "percorso professionale|carriera|tirocini|occupazione|lavoro|storia lavorativa|tirocinio|"
        "percurso profissional|carreira|histórico profissional|estágios|emprego|trabalho|"
        "loopbaan|werk|carrière|stages|arbeidsverleden|loopbaanoverzicht|functies|werkverleden"
    ),
    Kind.PROJECTS: (
        "portfolio|open source|open source contributions|open-source contributions|side projects|"
        "open source work|selected work|selected works|case studies|projektliste|"
        "referenzprojekte|réalisations|realisations|proyectos destacados|progetti personali|"
        "portefeuille|portfólio|project list|works|contributions|hackathons|"
        "projects experience|key engagements|engagements|selected engagements|assignments"
    ),
    Kind.EDUCATION: (
        "academic background|educational history|estudios realizados|schulische laufbahn|"
        "academic history|academics|academia|academic qualifications|"
        "academic record|academic credentials|educational background|schooling|degrees|"
        "education & training|education and qualifications|qualifications and education|"
        "university education|training and education|academic training|schools|school|studies|"
        "bildungsweg|bildungsgang|schulbildung|schule|schulischer werdegang|studium|"
        "akademischer werdegang|aus- und weiterbildung|lehre|berufslehre|promotion|abschlüsse|"
        "studium und schule|bildung|ausbildungsweg|schulischer und akademischer werdegang|"
        "formation|formations|études|diplômes|cursus|scolarité|parcours académique|"
        "parcours scolaire|"
        "cursus scolaire|cursus universitaire|cursus académique|formation professionnelle|"
        "estudios|formación|educación|titulación|titulaciones|datos académicos|"
        "istruzione|formazione|studi|titoli di studio|percorso di studi|percorso formativo|"
        "educação|formação|escolaridade|habilitações|habilitações literárias|estudos|"
        "habilitações académicas|qualificações|percurso académico|instrução|"
        "onderwijs|scholing|studie|studies|opleiding|opleidingen|diploma's|"
        "opleidingen en cursussen|"
        "opleiding en cursussen|opleiding en training"
    ),
    Kind.SKILLS: (
        "areas of expertise|expertise|areas of knowledge|tech stack|stack|tools|toolbox|toolkit|"
        "programming languages|software|capabilities|proficiencies|competencies|key competencies|"
        "technologies|strengths and skills|methods|methods and tools|hardware|it|what i can do|"
        "areas of strength|specialties|specialisms|specialisations|specializations|programming|"
        "areas of specialization|fields of expertise|top skills|fields of competence|abilities|"
        "methoden|methoden und tools|technologien|werkzeuge|edv|it|programmiersprachen|know-how|"
        "kompetenzprofil|fertigkeiten|schwerpunkte|fachgebiete|weitere qualifikationen|"
        "zusatzqualifikationen|besondere kenntnisse|qualifikationen|expertise|"
        "savoir-faire|savoir-être|savoirs|logiciels|outils|informatique|technologies|expertises|"
        "domaines d'expertise|domaines de compétences|langages|langages de programmation|"
        "informática|herramientas|destrezas|áreas de especialización|programas|tecnologías|"
        "competencias digitales|ofimática|"
        "informatica|strumenti|tecnologie|abilità|capacità|capacità e competenze|programmi|"
        "ferramentas|tecnologias|áreas de especialização|áreas de atuação|"
        "kennis|kennis en vaardigheden|gereedschap|technologieën|computerkennis|hulpmiddelen|"
        "programmeertalen"
    ),
    Kind.CERTIFICATES: (
        "professional development|continuing education|continuing professional development|"
        "credentials|accreditations|licensure|training|trainings|courses|coursework and training|"
        "professional training|further training|workshops|further education|seminars|"
        "additional training|cpd|licenses and registrations|registrations|registration|licences|"
        "führerscheine|permis et habilitations|"
        "lizenzen|kurse|seminare|schulungen|lehrgänge|scheine|bescheinigungen|"
        "formation continue|formations continues|formation complémentaire|attestations|"
        "habilitations|"
        "formations complémentaires|cours|permis|"
        "formación complementaria|formación continua|cursos|otros cursos|formación adicional|"
        "otra formación|cursos y seminarios|licencias|seminarios|"
        "corsi|corsi di formazione|formazione continua|attestati|corsi e seminari|patenti|"
        "abilitazioni|formazione complementare|"
        "formação complementar|formação contínua|formação adicional|cursos complementares|"
        "workshops e cursos|"
        "cursussen|trainingen|bijscholing|nascholing|cursus|aanvullende opleidingen|bevoegdheden"
    ),
    Kind.LANGUAGES: (
        "languages|language|foreign languages|spoken languages|languages spoken|linguistics|"
        "sprachen|fremdsprachen|sprache|langues|langue|langues vivantes|langues étrangères|"
        "idiomas|lenguas|idioma|lingue|lingue straniere|lingua|línguas|talen|taal|vreemde talen|"
        "línguas estrangeiras|idiomas extranjeros"
    ),
    Kind.PUBLICATIONS: (
        "papers|patents|presentations|talks|conferences|books|articles|journal articles|lectures|"
        "speaking|speaking engagements|public speaking|conference talks|invited talks|posters|"
        "conference papers|research output|writing|bibliography|press|media|preprints|"
        "veröffentlichungen|publikationen|publikationsliste|vorträge|veröffentlichung|publikation|"
        "vortrag|publication|talk|patent|fachartikel|fachvorträge|"
        "konferenzen|schriftenverzeichnis|artikel|brevets|conférences|articles|communications|"
        "publicaciones|artículos|ponencias|patentes|conferencias|pubblicazioni|articoli|brevetti|"
        "conferenze|publicações|artigos|comunicações|publicaties|artikelen|lezingen|octrooien"
    ),
    Kind.AWARDS: (
        "honors|honours|achievements|accomplishments|scholarships|recognition|prizes|distinctions|"
        "fellowships|grants|scholarships and awards|notable achievements|key accomplishments|"
        "grants and fellowships|academic achievements|academic honors|medals|wins|"
        "preise|ehrungen|erfolge|stipendien|stipendium|wettbewerbe|prämien|auszeichnungen|"
        "prix|bourses|récompenses|distinctions honorifiques|reconnaissances|"
        "premios|reconocimientos|logros|becas|distinciones|galardones|"
        "premi|riconoscimenti|borse di studio|onorificenze|risultati|"
        "prêmios|prémios|distinções|bolsas|conquistas|reconhecimentos|menções honrosas|"
        "prijzen|onderscheidingen|beurzen|erkenningen|prestaties"
    ),
    Kind.VOLUNTEER: (
        "community service|community involvement|community|community work|giving back|"
        "community engagement|social engagement|civic engagement|outreach|charity work|pro bono|"
        "leadership and volunteering|voluntary work|charity|service|"
        "ehrenamt|ehrenämter|engagement|soziales engagement|gesellschaftliches engagement|"
        "ehrenamtliches engagement|vereinstätigkeit|vereinstätigkeiten|politisches engagement|"
        "freiwilligenarbeit|"
        "bénévolat|engagement associatif|engagements associatifs|vie associative|engagements|"
        "activités associatives|activités bénévoles|"
        "voluntariado|acción social|actividades de voluntariado|"
        "volontariato|impegno sociale|attività di volontariato|trabalho voluntário|"
        "vrijwilligerswerk|nevenactiviteiten|maatschappelijke activiteiten|bestuurswerk|"
        "nevenfuncties|bestuursfuncties"
    ),
    Kind.INTERESTS: (
        "hobbies|hobby|hobbys|freizeit|freizeitaktivitäten|freizeitbeschäftigung|pastimes|"
        "leisure|leisure activities|outside work|outside of work|activities and interests|"
        "interests and activities|personal interests|passions|private interessen|beyond work|"
        "centres d'intérêt|centre d'intérêt|loisirs|passions|passe-temps|"
        "intereses|aficiones|tiempo libre|ocio|pasatiempos|"
        "interessi|tempo libero|passioni|interesses|passatempos|tempos livres|lazer|"
        "hobby's|interesses|vrije tijd|vrijetijdsbesteding|liefhebberijen"
    ),
    Kind.REFERENCES: (
        "referees|recommendations|testimonials|references available upon request|"
        "referenzen|référence|références|recommandations|referencias|recomendaciones|"
        "referenze|referências|recomendações|referenties|aanbevelingen|empfehlungen|fürsprecher"
    ),
    Kind.CUSTOM: (
        "additional information|other information|other|miscellaneous|misc|additional|"
        "further details|"
        "extracurricular activities|extracurriculars|extra-curricular activities|activities|"
        "coursework|relevant coursework|leadership|leadership and activities|memberships|"
        "affiliations|"
        "professional affiliations|professional memberships|associations|research|"
        "research interests|"
        "teaching|military service|availability|visa status|driving licence|further information|"
        "sonstiges|weiteres|verschiedenes|mitgliedschaften|führerschein|wehrdienst|zivildienst|"
        "besonderheiten|zusätzliche angaben|auslandsaufenthalte|"
        "divers|informations complémentaires|autres|otros|otros datos|información adicional|"
        "datos de interés|altro|altre informazioni|ulteriori informazioni|outros|"
        "outras informações|informações adicionais|overig|overige|overige gegevens|"
        "lidmaatschappen|rijbewijs|informazioni aggiuntive|affiliazioni"
    ),
})  # fmt: skip

CONTACT = (
    "contact|contact information|contact details|contact info|contact me|personal details|"
    "personal information|personal data|personal info|personal|links|social|social links|profiles|"
    "online|find me|social media|online profiles|web|on the web|get in touch|address|location|"
    "online presence|weblinks|"
    "kontakt|kontaktdaten|persönliche daten|persönliche angaben|zur person|angaben zur person|"
    "persönliches|personalien|anschrift|adresse|details|"
    "coordonnées|informations personnelles|me contacter|contacts|réseaux|état civil|liens|"
    "informations|contacter|"
    "contacto|datos personales|información personal|información de contacto|enlaces|contactar|"
    "datos de contacto|redes sociales|"
    "contatti|dati personali|informazioni personali|contatto|recapiti|"
    "contato|contacto pessoal|dados pessoais|informação pessoal|informações pessoais|contactos|"
    "informações de contato|"
    "contactgegevens|persoonlijke gegevens|persoonlijke informatie|persoonsgegevens|personalia"
)

TITLES = (
    "resume|résumé|curriculum vitae|cv|lebenslauf|curriculum|currículum|currículo|"
    "tabellarischer lebenslauf|currículum vítae|curriculum vitæ|my resume|europass|"
    "europass curriculum vitae|c.v|vitae|mein lebenslauf|bewerbung|bewerbungsunterlagen"
)
