"""The command line as a person uses it: results, JSON, exit codes, clear sentences."""

import json
import subprocess
from pathlib import Path

import pytest

from aicvgen.cli.main import COMMANDS
from flow.commands import AICVGEN, invoke, invoke_json
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB
from openai_server import speaking
from replies import answering

pytestmark = pytest.mark.usefixtures("own_home")


def test_the_same_command_gives_the_same_bytes(tmp_path: Path):
    """Repeating a command finds the same run and writes the same PDF."""
    first = invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--out", "one")
    again = invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--out", "two")
    assert first["runs"][0]["run"] == again["runs"][0]["run"]
    assert (tmp_path / "one/job.pdf").read_bytes() == (tmp_path / "two/job.pdf").read_bytes()


def test_another_writer_is_another_run(monkeypatch: pytest.MonkeyPatch):
    """Who sets up a model after a first try gets what the model writes, not the first try again."""
    rules = invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB)["runs"][0]
    with speaking(answering({})) as server:
        monkeypatch.setenv("AICVGEN_MODEL", "openai")
        monkeypatch.setenv("AICVGEN_OPENAI_ENDPOINT", f"{server.address}/v1")
        monkeypatch.setenv("AICVGEN_OPENAI_MODEL", "small")
        model = invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB)["runs"][0]
        again = invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB)["runs"][0]
    assert {author["by"] for author in rules["written_by"]} == {"rules"}
    assert "small" in {author["by"] for author in model["written_by"]}
    assert rules["run"] != model["run"] == again["run"]
    shown = invoke("show", model["run"]).output
    (told,) = (line for line in shown.splitlines() if line.startswith("written by small: "))
    assert "Harrowgate Freight Systems" in told
    assert "Summary" in told
    assert "work-" not in told


def test_a_fresh_home_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Nothing of the place or time of a run is in its PDF."""
    invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--out", "one")
    monkeypatch.setenv("AICVGEN_HOME", str(tmp_path / "other"))
    invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--out", "two")
    assert (tmp_path / "one/job.pdf").read_bytes() == (tmp_path / "two/job.pdf").read_bytes()


def test_several_ads_give_files_named_after_them(tmp_path: Path):
    """Each job ad has its own result."""
    second = tmp_path / "platform.txt"
    second.write_text(EXAMPLE_JOB.read_text().replace("Kafka", "RabbitMQ"))
    result = invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--job", second)
    assert [run["status"] for run in result["runs"]] == ["done", "done"]
    names = sorted(path.name for path in (tmp_path / "tailored").iterdir())
    kinds = (
        "docx",
        "json",
        "md",
        "pdf",
        "report.html",
        "report.json",
        "report.md",
        "report.txt",
        "txt",
    )
    assert names == [f"{stem}.{kind}" for stem in ("job", "platform") for kind in kinds]


def test_review_waits_for_approval(tmp_path: Path):
    """`--review required` makes no PDF until `approve` releases the run."""
    result = invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--review", "required")
    (run,) = result["runs"]
    assert (run["status"], run["files"]) == ("waiting", {})
    approved = invoke_json("approve", run["run"], "--out", "released")
    assert approved["status"] == "done"
    assert (tmp_path / "released/job.pdf").exists()


def test_show_prints_one_trace_with_the_time_of_every_agent():
    """The timeline has every agent, and its JSON the spans under the run's trace id."""
    (run,) = invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB)["runs"]
    shown = invoke_json("show", run["run"])
    agents = {step["agent"] for step in shown["steps"]}
    assert agents == {"parse", "match", "write", "verify", "render", "deliver"}
    assert {span["trace_id"] for span in shown["spans"]} == {run["trace_id"]}
    assert len(shown["spans"]) == len(shown["steps"])
    text = invoke("show", run["run"]).output
    assert all(f"  {agent} " in text for agent in agents)


def test_halted_runs_are_listed_and_resumed():
    """A run that waits can be halted, is listed as such, and goes on after `resume`."""
    (run,) = invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--review", "required")["runs"]
    invoke_json("halt", run["run"])
    assert invoke_json("runs")[0]["halted"] is True
    approved = invoke("approve", run["run"])
    assert approved.exit_code == 4, approved.output
    assert invoke_json("resume", run["run"])["status"] == "done"


def test_a_finished_run_is_not_halted():
    """There is nothing to halt: a usage error, and the run is as before."""
    (run,) = invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB)["runs"]
    result = invoke("halt", run["run"])
    assert (result.exit_code, "nothing to halt" in result.output) == (2, True), result.output
    assert invoke_json("runs")[0]["halted"] is False


def test_an_ad_that_asks_for_nothing_is_told(tmp_path: Path):
    """The CV comes in its own order, and command, timeline and report say why."""
    ad = tmp_path / "greeting.txt"
    ad.write_text("Hello. Nice weather.\n")
    told = invoke("tailor", EXAMPLE_CV, "--job", ad)
    (run,) = invoke_json("tailor", EXAMPLE_CV, "--job", ad)["runs"]
    (warning,) = run["warnings"]
    assert warning.startswith("No requirement was found in the job ad")
    assert run["status"] == "done"
    report = (tmp_path / "tailored/greeting.report.txt").read_text()
    shown = invoke("show", run["run"]).output
    assert all(warning in text for text in (told.output, report, shown))
    assert "0%" not in report[: report.index("WHAT CHANGED")]


def test_a_cv_without_a_name_or_with_a_templates_text_is_told(tmp_path: Path):
    """Command and report say so first: what is made of it would be sent unsigned."""
    cv = tmp_path / "nameless.md"
    cv.write_text(
        "ada@example.org\n\n## Experience\n\n**Clerk**, Moss Ltd, 2019 - 2020\n\n"
        "- Summarize your key responsibilities.\n\n## Skills\n\nKafka, Typing\n"
    )
    told = invoke("tailor", cv, "--job", EXAMPLE_JOB)
    report = (tmp_path / "tailored/job.report.txt").read_text()
    above = report[: report.index("HOW WELL THE CV")]
    for said in ("No person's name was found in the CV", "“Summarize your”"):
        assert said in told.output, told.output
        assert said in above, above


def test_halting_everything_stops_new_runs_too():
    """Under `halt --all` a command stops at once and says that it is halted."""
    invoke_json("halt", "--all")
    result = invoke("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--json")
    assert result.exit_code == 4
    assert json.loads(result.stdout)["runs"][0]["status"] == "reading"
    invoke_json("resume", "--all")
    assert invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB)["runs"][0]["status"] == "done"


def test_language_models_are_halted_and_resumed():
    """No run stands still meanwhile: rules write."""
    assert invoke_json("halt", "--models") == {"models_off": True}
    assert invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB)["runs"][0]["status"] == "done"
    assert invoke_json("resume", "--models") == {"models_off": False}


def test_audit_passes_our_own_result_and_stops_a_false_one(tmp_path: Path):
    """Our PDF is clean against the original; a changed number is found, with exit code 1."""
    invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB)
    assert invoke_json("audit", EXAMPLE_CV, tmp_path / "tailored/job.pdf")["ok"] is True
    false = tmp_path / "false.json"
    text = (tmp_path / "tailored/job.json").read_text()
    assert "1.2 million" in text
    false.write_text(text.replace("1.2 million", "12 million"))
    result = invoke("audit", EXAMPLE_CV, false, "--json")
    assert result.exit_code == 1
    assert any("12" in finding["claim"] for finding in json.loads(result.stdout)["findings"])


@pytest.mark.parametrize("command", ["parse", "job", "match"])
def test_reading_commands_print_json(command: str):
    """`parse`, `job` and `match` print a JSON object."""
    arguments: dict[str, tuple[object, ...]] = {
        "parse": (EXAMPLE_CV,),
        "job": (EXAMPLE_JOB,),
        "match": (EXAMPLE_CV, "--job", EXAMPLE_JOB),
    }
    assert isinstance(invoke_json(command, *arguments[command]), dict)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str):
    """`--help` works for every command and shows how to call it."""
    result = invoke(command, "--help")
    assert (result.exit_code, "Usage:" in result.output) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("tailor", "nowhere.pdf", "--job", EXAMPLE_JOB), 2, "nowhere.pdf"),
        (("tailor", EXAMPLE_CV), 2, "--job"),
        (("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--papr", "a4"), 2, "--papr"),
        (("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--template", "no"), 2, "classic"),
        (("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--job", EXAMPLE_JOB), 2, "rename one"),
        (("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--out", EXAMPLE_JOB), 2, "is a file"),
        (("show", "nonsense"), 2, "aicvgen runs"),
        (("halt",), 2, "--all"),
        (("halt", "--all", "--models"), 2, "or --models"),
        (("resume",), 2, "--models"),
        (("tailr",), 2, "tailr"),
    ],
)
def test_a_wrong_command_says_what_is_wrong(arguments: tuple[object, ...], code: int, words: str):
    """Usage errors have exit code 2 and name the word that is wrong."""
    result = invoke(*arguments)
    assert (result.exit_code, words in result.output) == (code, True), result.output


@pytest.mark.parametrize(
    ("cv", "jobs", "words"),
    [
        ("x.pdf", ("x.txt",), "a result would replace it"),
        ("cv.pdf", ("a.txt", "a.report.txt"), "would be written twice"),
        ("cv.pdf", ("a" * 250 + ".text",), "too long"),
    ],
)
def test_results_never_replace_inputs_or_each_other(
    tmp_path: Path, cv: str, jobs: tuple[str, ...], words: str
):
    """Names that would collide are told before any work, and no file changes."""
    (tmp_path / cv).write_bytes(EXAMPLE_CV.read_bytes())
    for job in jobs:
        (tmp_path / job).write_bytes(EXAMPLE_JOB.read_bytes())
    options = [part for job in jobs for part in ("--job", tmp_path / job)]
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    result = invoke("tailor", tmp_path / cv, *options, "--out", tmp_path)
    assert (result.exit_code, words in result.output) == (2, True), result.output
    after = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert before == after


def test_the_same_ad_under_two_names_gives_two_results(tmp_path: Path):
    """One run answers both, and both names get their files."""
    copy = tmp_path / "copy.txt"
    copy.write_bytes(EXAMPLE_JOB.read_bytes())
    result = invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--job", copy)
    assert len({run["run"] for run in result["runs"]}) == 1
    assert (tmp_path / "tailored/job.pdf").exists()
    assert (tmp_path / "tailored/copy.pdf").exists()


def test_two_commands_at_once_share_the_run(tmp_path: Path):
    """The same command at the same moment: each ends with the same PDF."""
    commands = [
        [*AICVGEN, "tailor", str(EXAMPLE_CV), "--job", str(EXAMPLE_JOB), "--out", f"out{number}"]
        for number in range(3)
    ]
    running = [subprocess.Popen(command, stderr=subprocess.DEVNULL) for command in commands]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    assert len({(tmp_path / f"out{number}/job.pdf").read_bytes() for number in range(3)}) == 1


def test_usage_errors_are_json_where_json_was_asked_for():
    """A missing file with `--json` is one JSON value on standard output."""
    result = invoke("tailor", "nowhere.pdf", "--job", EXAMPLE_JOB, "--json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["error"]["name"] == "usage"


def test_a_halted_run_says_how_to_go_on():
    """Under `halt --all` the command says so in text and JSON."""
    invoke_json("halt", "--all")
    assert "resume --all" in invoke("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB).output
    result = invoke("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--json")
    assert json.loads(result.stdout)["runs"][0]["halted"] is True


def test_a_letter_comes_with_the_cv_on_request(tmp_path: Path):
    """It is a document of its own in each format, and quotes the candidate."""
    invoke_json("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--out", tmp_path, "--letter")
    letters = {path.suffix for path in tmp_path.glob("job.letter.*")}
    assert letters == {".pdf", ".docx", ".md", ".txt"}
    text = (tmp_path / "job.letter.txt").read_text()
    assert "Dear Sir or Madam" in text
    assert "1.2 million shipments" in text


def test_a_letter_that_is_asked_for_is_shown_or_missed(tmp_path: Path):
    """Nobody looks for a letter that there is none of."""
    ad = tmp_path / "baker.txt"
    ad.write_text("Baker\n\nRequirements\n- Sourdough\n- Puff pastry\n")
    told = invoke("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--job", ad, "--letter").stdout
    assert "letter  tailored/job.letter.pdf" in told
    assert "letter  none: " in told
