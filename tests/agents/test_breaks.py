"""Times without an employer: each is an entry of its own, and the jobs around it stay whole."""

import pytest

from agents.cv_samples import read
from aicvgen.domain.cv import Kind
from aicvgen.model.extractive.cv.entries.breaks import is_break

_HEAD = "Odile Brandvold\nodile.brandvold@example.org\n\nEXPERIENCE\n\n"
_JOBS = (
    ("Site Manager", "Quarrel Bridge Ltd", "2019 - 2021"),
    ("Banksman", "Orrin Vale", "2014 - 2016"),
)
_LAYOUTS = {
    "dates in the margin": ("{dates}\t{title}, {owner}, Leeds\n", "{dates}\t{told}\n"),
    "names, date": ("{title}, {owner}, Leeds, {dates}\n- Dug.\n\n", "{told}, {dates}\n\n"),
    "names above dates": ("{title}, {owner}, Leeds\n{dates}\n- Dug.\n\n", "{told}\n{dates}\n\n"),
    "dates above names": ("{dates}\n{title}\n{owner}\n- Dug.\n\n", "{dates}\n{told}\n\n"),
}
_BREAKS = (
    "Unemployed",
    "arbeitssuchend",
    "Looking for work",
    "Out of work because of an injury",
    "Long illness",
    "Caring for my mother",
    "Full-time carer for my father",
    "Pflege meiner Mutter",
    "Raising my two children",
    "Travelling in South America (six months)",
    "Weltreise durch Asien",
    "Sprachkurs Spanisch",
    "Bau des eigenen Hauses",
    "En recherche d'emploi",
    "Berufliche Neuorientierung",
)


@pytest.mark.parametrize("layout", _LAYOUTS.values(), ids=_LAYOUTS)
@pytest.mark.parametrize("told", _BREAKS)
def test_a_time_without_an_employer_is_an_entry(layout: tuple[str, str], told: str) -> None:
    """It has no employer and is none; the jobs above and below it keep theirs."""
    job, between = layout
    jobs = [job.format(title=title, owner=owner, dates=dates) for title, owner, dates in _JOBS]
    text = between.format(told=told, dates="2017 - 2018").join(jobs)
    found = list(read(f"{_HEAD}{text}\nSKILLS\nScaffolding, Levelling\n").entries(Kind.WORK))

    assert [(each.title, each.organisation) for each in found] == [
        _JOBS[0][:2],
        (told, ""),
        _JOBS[1][:2],
    ]
    assert [each.period.raw for each in found if each.period] == [
        "2019 - 2021",
        "2017 - 2018",
        "2014 - 2016",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Travelling salesman",
        "Travel Consultant, Moss Tours",
        "Carer, Sunrise Home",
        "Maternity Leave Cover",
        "Elternzeitvertretung Sachbearbeitung",
        "Reha Zentrum Ulm",
        "Language Course Teacher",
        "Hausbau Müller GmbH",
        "Kinderbetreuung, Kita Moos",
        "Betreuung von Kindern",
        "Familienpflegerin",
    ],
)
def test_jobs_with_such_words(text: str) -> None:
    """A position, an employer or a stand-in is no time without work."""
    assert not is_break(text)
