"""What words say about job titles, employers, degrees, schools and grades."""

import pytest

from aicvgen.model.extractive.cv import lexicon


@pytest.mark.parametrize(
    "text",
    [
        "Engineer",
        "Staff Nurse, Intensive Care",
        "Head Chef",
        "Team Lead",
        "Key Account Manager",
        "Carer",
        "Vertriebs-Manager",
        "Softwareentwicklerin",
        "Entwickler:in (m/w/d)",
        "Bürohilfe",
        "Pflegedienstleitung",
        "Ausbildung zur Köchin",
        "Elternzeit",
        "Selbstständig",
        "Cheffe de projet",
        "Aide-soignante",
        "Mozo de almacén",
        "Autónomo",
        "Teleoperador",
        "Addetta alle vendite",
        "Libera professione",
        "Ajudante de cozinha",
        "Cozinheiro de 2.ª",
        "Vakkenvuller",
        "Transportplanner",
        "Wijkverpleegkundige",
        "ZZP'er",
        "Commercial",
    ],
)
def test_titles(text: str) -> None:
    """Titles of all trades are known in each language, in compounds and in both genders."""
    assert lexicon.title_score(text) >= 2


@pytest.mark.parametrize(
    "text",
    ["Nordwind Software", "lead generation", "arts and crafts", "Lead-Generierung", "London", ""],
)
def test_no_titles(text: str) -> None:
    """Everyday words are no titles."""
    assert lexicon.title_score(text) < 2


def test_seniority() -> None:
    """A word for the rank makes a title surer, and alone says little."""
    assert lexicon.title_score("Senior Analyst") == 3
    assert lexicon.title_score("Senior") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Birch & Sons",
        "Holt Foods",
        "Harbour Software",
        "City Infirmary",
        "Kranich GmbH & Co. KG",
        "Muster AG",
        "Nordsee S.p.A.",
        "Autohaus Kranich",
        "Müller-Bäckerei",
        "Stadtwerke Seeheim",
        "Hôpital du Lac",
        "Bodegas Sol",
        "Comune di Lago",
        "Restaurante Mar",
        "Gemeente Waterland",
        "Bouwbedrijf Visser",
        "Cook – Hotel Adler",
    ],
)
def test_employers(text: str) -> None:
    """Legal forms and the words of employers' names are known."""
    assert lexicon.company_score(text) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Software Engineer",
        "Hotel Manager",
        "Group Accountant",
        "Bank Clerk",
        "worked as a cook",
        "visited the market",
        "Software",
    ],
)
def test_no_employers(text: str) -> None:
    """Words of employers inside a job title, in a sentence or alone name none."""
    assert lexicon.company_score(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "B.Sc. Physics",
        "BEng Civil Engineering",
        "BTech",
        "M. Sc. Chemie",
        "Ph.D.",
        "Master's in History",
        "A levels: Art, Maths",
        "A-Level Biology",
        "GCSEs",
        "Abitur",
        "Fachabitur",
        "Diplom-Informatiker",
        "Dipl.-Ing. Bauwesen",
        "Ausbildung zum Tischler",
        "Baccalauréat général",
        "BTS Tourisme",
        "Licence Histoire",
        "Laurea magistrale in Lettere",
        "Diploma di maturità",
        "Licenciatura em Direito",
        "Grado en Biología",
        "Bachillerato",
        "9.º ano de escolaridade",
        "HAVO",
        "MBO 4 Techniek",
        "Legal Practice Course (LPC)",
        "High School Diploma",
    ],
)
def test_degrees(text: str) -> None:
    """Degrees and school-leaving certificates are known in each language."""
    assert lexicon.is_degree(text)


@pytest.mark.parametrize("text", ["but", "Garfield North High School", "its own", "Ms Jones"])
def test_no_degrees(text: str) -> None:
    """Words that look like an abbreviation in capitals are no degrees."""
    assert not lexicon.is_degree(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lake Sixth Form College",
        "MIT",
        "Berufsbildende Schulen Seeheim",
        "Anna-Muster-Realschule",
        "Lycée du Lac",
        "IES Mar Azul",
        "Istituto Superiore Verdi",
        "Escola Secundária do Mar",
        "Politécnico del Sur",
        "Hogeschool Waterland",
        "ROC Noord",
        "Code Academy",
    ],
)
def test_schools(text: str) -> None:
    """Schools of all kinds are known in each language."""
    assert lexicon.is_school(text)


@pytest.mark.parametrize("text", ["Abschluss mit Auszeichnung", "High School Diploma", "Cook"])
def test_no_schools(text: str) -> None:
    """Other words are no schools."""
    assert not lexicon.is_school(text)


@pytest.mark.parametrize(
    "text",
    [
        "GPA: 3.8",
        "GPA 3.8/4.0",
        "Note: 1,3",
        "Abschlussnote 2,0",
        "sehr gut",
        "1,3 (sehr gut)",
        "First Class Honours",
        "Upper Second",
        "2:1",
        "mention très bien",
        "110/110 e lode",
        "108/110",
        "16 valores",
        "magna cum laude",
        "matrícula de honor",
        "Merit, Merit, Pass",
        "Notable",
        "ABB",
        "78%",
        "(with distinction)",
    ],
)
def test_grades(text: str) -> None:
    """Grades and honours are known as they are printed."""
    assert lexicon.is_grade(text)


@pytest.mark.parametrize("text", ["Physics", "Note that it rained", "2019", "Cook", "Leeds"])
def test_no_grades(text: str) -> None:
    """Other texts are no grades."""
    assert not lexicon.is_grade(text)


def test_teams() -> None:
    """A part of a company is none of its own."""
    assert lexicon.is_team("Data Platform")
    assert lexicon.is_team("Intensive Care")
    assert not lexicon.is_team("Harbour Software")
