"""Whole job ads of many trades, in every format, are read as the truth beside them says."""

import pytest

from ad_pages import FORMATS, Ad, ads
from aicvgen.documents.extract import extract
from aicvgen.model.extractive.job import parse_job
from benchmarks.ads import misses


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("ad", tuple(ads()), ids=lambda ad: ad.name)
def test_an_ad_is_read_as_it_is_meant(ad: Ad, form: str) -> None:
    """Position, required and welcome terms are right, and boilerplate asks for nothing."""
    assert [line for line in misses(ad, FORMATS[form](ad.text)) if not line[1]] == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("ad", tuple(ads()), ids=lambda ad: ad.name)
def test_what_the_frame_says_is_no_keyword(ad: Ad, form: str) -> None:
    """Menus, banners, similar jobs, benefits and the employer's own words weigh nothing."""
    job = parse_job(extract(FORMATS[form](ad.text)))
    words = {word.term.casefold() for word in job.keywords}
    frame = {"cobol", "perl", "fortran", "imprint", "jobs", "cookies", "benefits", "java"}
    assert not words & frame
    assert not any(word in words for word in (job.company.casefold(), job.location.casefold()))
    assert "sql" not in words  # every ad that names it does so among its benefits


def test_the_title_weighs_most_and_the_welcome_least() -> None:
    """Title, asked, repeated, welcome: in this order."""
    text = (
        "Python Engineer\nResponsibilities:\n- Run Kafka\n- Watch Kafka\n- Run Redis\n"
        "Requirements:\n- Terraform\n- Python\nNice to have:\n- Go"
    )
    job = parse_job(extract(text.encode()))
    assert [word.term for word in job.keywords] == ["Python", "Terraform", "Kafka", "Redis", "Go"]
