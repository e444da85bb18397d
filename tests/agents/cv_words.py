"""Words of which the property tests make CVs: names, titles, dates, skills, with accents."""

FIRST = ("Zoë", "Bjørn", "Íñigo", "Anne-Lise", "Siobhán", "Ada", "Łucja", "João")
LAST = ("Ångström", "O'Dwyer", "Müller-Thurgau", "Fernsby", "de la Peña", "Nguyễn", "Okafor")
TITLES = (
    "Senior Software Engineer", "Nurse", "Head of Logistics", "Teamleiter Einkauf", "Head Chef",
    "Data Analyst, Pricing", "Projektleiterin", "Assistant Curator", "Electrician", "Ingénieure",
    "Usher", "Fellow, Night Desk", "Werkstudent (m/w/d)",
    "Deputy Head of Regional Procurement and Supplier Development",
)  # fmt: skip
OWN_ACCOUNT = ("Freelance Photographer", "Selbstständiger Tischler", "Parental Leave")
"""What people do without an employer."""
FIRMS = (
    "Harbour & Sons Ltd", "Nordlicht GmbH", "Oriel Analytics Inc.", "Städtisches Klinikum Ostheim",
    "Quay Nine", "Brånæs Group", "Café Mirador", "Fennel Robotics", "Harrow Bell", "Mistral",
    "Ministry of Works", "Vale & Vale Partners, Inc.",
)  # fmt: skip
PLACES = ("", "Leeds, UK", "Berlin, Germany", "Portland, OR", "São Paulo, Brazil")
DATES = (
    "Mar 2019 – Present", "2019 – 2021", "06/2016 – 08/2019", "Summer 2018", "2018–19", "2015",
    "seit 03/2020", "01.10.2018 – 31.12.2020", "Oktober 2017 bis heute", "2016-02 – 2018-11",
    "September 2012 – December 2014", "févr. 2011 – sept. 2013", "Summer 2013, 2014",
)  # fmt: skip
DAYS = ("2019", "May 2021", "03/2020", "12.06.2018", "Oktober 2017", "2022-04")
"""When something was given, passed or published."""
SCHOOLS = ("University of Thornbury", "Technische Universität Ostheim", "Lycée Saint-Aubin")
DEGREES = (("BSc", "Physics"), ("MA", "Art History"), ("Diplom", ""), ("PhD", "Marine Biology"))
GRADES = ("", "", "First Class Honours", "Note: 1,7", "GPA 3.9/4.0")
NOTES = (
    "Thesis on the drift of harbour lamps", "Courses: optics, statistics, shipbuilding",
    "Sang in the choir, rowed for the college and edited its paper for two years.",
)  # fmt: skip
WORDS = (
    "built", "ledger", "für", "naïve", "cross-border", "42", "7.5%", "of", "the", "team", "Kafka",
    "(weekly)", "C++", "end-to-end", "crème", "a", "and", "€3m", "Ostheim", "I/O", "records",
    "well-known", "CI/CD", "reviews", "without", "any", "loss",
)  # fmt: skip
SKILLS = (
    "Python", "C++", "Node.js", "project planning", "PostgreSQL", "welding (MIG)", "Excel",
    "Buchhaltung", "A/B testing", "first aid", "R", "Kubernetes",
)  # fmt: skip
GROUPS = ("Languages & tools", "Methods", "Werkzeuge", "Office")
LEVELS = ("", "", "Expert", "Advanced")
PROJECTS = ("tidewatch", "Allotment Ledger", "Umzug ins neue Lager", "Choir website", "Lift 7b")
LANGUAGES = ("English", "German", "Deutsch", "Français", "Español", "Polish", "Nederlands")
FLUENCIES = ("", "native", "fluent", "B2", "Muttersprache", "courant")
CERTIFICATES = (
    "First Aid at Work", "Certified Warehouse Planner (CWP)", "Ausbildereignung (AEVO)",
    "Forklift Licence T2", "Permis côtier", "Food Hygiene, Level 3",
)  # fmt: skip
AWARDS = (
    "Golden Anchor Prize", "Employee of the Year", "Förderpreis Handwerk", "Prix du jeune chef",
    "Best Paper, Second Prize",
)  # fmt: skip
GIVERS = (
    "", "Guild of Pastry Cooks", "Handwerkskammer Ostheim", "Harrow Institute of Safety",
    "Chambre des métiers d'Aubin", "Lantern Foundation",
)  # fmt: skip
PAPERS = (
    "On the Drift of Harbour Lamps", "Wie Lager atmen: Messungen aus drei Wintern",
    "A Ledger for Everyone", "Le pain et la nuit", "Cross-Border Rowing in the Age of Sail",
)  # fmt: skip
PUBLISHERS = ("", "Journal of Coastal Notes", "Ostheimer Blätter", "Thornbury University Press")
HELPERS = ("Coach", "Treasurer", "Trainerin, U12", "Mentor", "Bénévole", "Board Member")
CLUBS = (
    "Ostheim Food Bank", "Harwick Rowing Club", "Ruderverein Ostheim e.V.", "Lantern Foundation",
    "Les Restos d'Aubin",
)  # fmt: skip
REFEREES = ("Maren Holt", "Dr. Ifeoma Adeyemi", "Prof. Jürgen Stahl", "Élodie Marchetti")
PRAISE = (
    "A colleague whom I would hire again, on any day of the week.",
    "Never late, never loud, and right about the pumps each time.",
)
