"""Small pictures, made here so that no real person is in any file."""

import io

from PIL import Image


def jpeg(width: int, height: int, *, turn: int = 1, comment: bytes = b"") -> bytes:
    """Return a grey JPEG with the notes of a camera: how it was held, and where."""
    exif = Image.Exif()
    exif[0x0112] = turn
    exif[0x010F] = "Camera of Ada"
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "gray").save(buffer, "JPEG", exif=exif, comment=comment)
    return buffer.getvalue()


def png(width: int, height: int, note: str = "") -> bytes:
    """Return a grey PNG with a note in it."""
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Comment", note)
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "gray").save(buffer, "PNG", pnginfo=info)
    return buffer.getvalue()
