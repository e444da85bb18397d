"""An invented two-page CV with other words for every seed, so that both sides set the same text."""

import random
from typing import Any

_FIRST = ("Mira", "Jonas", "Selma", "Ansgar", "Lotte", "Tariq", "Ines", "Piet")
_LAST = ("Ahornfeld", "Birkensee", "Quellmann", "Sandberger", "Tannhof", "Wiesenthaler")
_MAKERS = ("Nordlicht", "Bluebrook", "Kupfer", "Harbourline", "Feldspat", "Longmeadow")
_KINDS = ("Systems", "Logistics", "Energy", "Robotics", "Analytics", "Instruments")
_TITLES = ("Data Engineer", "Platform Engineer", "Software Developer", "Technical Lead")
_TOWNS = ("Lindau", "Harwich", "Bremen", "Leeds", "Ulm", "Cork")
_VERBS = ("Rebuilt", "Measured", "Planned", "Moved", "Tested", "Documented", "Shortened")
_SUBJECTS = ("billing", "archive", "sensor", "invoice", "forecast", "harbour", "audit", "depot")
_OBJECTS = ("pipeline", "warehouse", "schedule", "release", "storage", "catalogue", "dashboard")
_MANNERS = ("weekly", "nightly", "regional", "shared", "legacy", "public", "steady", "quarterly")
_WORDS = _SUBJECTS + _OBJECTS + _MANNERS
_SKILLS = ("Python", "SQL", "Kafka", "Terraform", "Linux", "Go", "Airflow", "Docker", "Spark")


def sample_resume(seed: int) -> dict[str, Any]:
    """Return a JSON Resume document of about 800 words; the same seed gives the same document."""
    rng = random.Random(seed)
    first, last = rng.choice(_FIRST), rng.choice(_LAST)
    return {
        "basics": {
            "name": f"{first} {last}",
            "label": rng.choice(_TITLES),
            "email": f"{first}.{last}@example.org".lower(),
            "phone": f"+44 20 7946 {rng.randint(100, 999):04d}",
            "location": {"city": rng.choice(_TOWNS)},
            "summary": " ".join(_sentence(rng) for _ in range(3)),
        },
        "work": [_role(rng, 2024 - 3 * place) for place in range(5)],
        "education": [_degree(rng, 2010 - 3 * place) for place in range(2)],
        "skills": [{"name": _word(rng), "keywords": rng.sample(_SKILLS, 4)} for _ in range(4)],
    }


def _role(rng: random.Random, start: int) -> dict[str, Any]:
    return {
        "name": f"{rng.choice(_MAKERS)} {rng.choice(_KINDS)}",
        "position": rng.choice(_TITLES),
        "location": rng.choice(_TOWNS),
        "startDate": f"{start}-{rng.randint(1, 6):02d}",
        "endDate": f"{start + 2}-{rng.randint(7, 12):02d}",
        "highlights": [_sentence(rng) for _ in range(6)],
    }


def _degree(rng: random.Random, start: int) -> dict[str, Any]:
    return {
        "institution": f"University of {rng.choice(_TOWNS)}",
        "studyType": rng.choice(("BSc", "MSc")),
        "area": f"{_word(rng)} {rng.choice(_KINDS)}",
        "startDate": f"{start}-09",
        "endDate": f"{start + 3}-07",
    }


def _sentence(rng: random.Random) -> str:
    words = " ".join(rng.choice(_WORDS) for _ in range(14))
    return (
        f"{rng.choice(_VERBS)} the {words}, {rng.randint(2, 98)} % in {rng.randint(2, 11)} months."
    )


def _word(rng: random.Random) -> str:
    return rng.choice(_WORDS).capitalize()
