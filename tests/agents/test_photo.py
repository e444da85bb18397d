"""Photos: JPEG and PNG, without what is stored beside the picture."""

import io

import pytest
from PIL import Image

from agents.pictures import jpeg, png
from aicvgen.documents.photo import MOST_BYTES, photo
from aicvgen.domain.errors import Reason, Rejected


@pytest.mark.parametrize(
    ("data", "form"),
    [(jpeg(60, 80, comment=b"At home"), "jpeg"), (png(60, 80, note="At home"), "png")],
)
def test_what_a_camera_notes_is_left_out(data: bytes, form: str):
    """The picture is the same, the notes are gone."""
    assert b"At home" in data
    kept = photo(data)

    assert (kept.form, kept.width, kept.height) == (form, 60, 80)
    assert b"At home" not in kept.data
    assert b"Camera of Ada" not in kept.data
    before, after = (Image.open(io.BytesIO(each)).tobytes() for each in (data, kept.data))
    assert before == after


def test_nothing_hides_behind_the_picture():
    """What follows the end of a JPEG is cut off."""
    assert photo(jpeg(6, 8) + b"a second picture").data == photo(jpeg(6, 8)).data


@pytest.mark.parametrize(
    ("data", "reason", "words"),
    [
        (b"GIF89a", Reason.UNSUPPORTED, "neither JPEG nor PNG"),
        (b"", Reason.UNSUPPORTED, "neither JPEG nor PNG"),
        (jpeg(60, 80)[:40], Reason.CORRUPT, "damaged"),
        (jpeg(60, 80)[:-200], Reason.CORRUPT, "damaged"),
        (png(60, 80)[:60], Reason.CORRUPT, "damaged"),
        (png(60, 80).replace(b"IDAT", b"IDAX"), Reason.CORRUPT, "damaged"),
        (jpeg(60, 80, turn=6), Reason.UNSUPPORTED, "on its side"),
        (b"\x89PNG\r\n\x1a\n" + bytes(MOST_BYTES), Reason.TOO_LARGE, "2 MB"),
        (png(7000, 1), Reason.TOO_LARGE, "6000 pixels"),
    ],
)
def test_what_is_no_photo_is_refused(data: bytes, reason: Reason, words: str):
    """The message says what to do."""
    with pytest.raises(Rejected, match=words) as refusal:
        photo(data)

    assert refusal.value.reason is reason
