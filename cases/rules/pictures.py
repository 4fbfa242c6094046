"""Pictures made anew from their pixels: nothing else of a file survives, neither its place nor its camera."""

import io

from PIL import Image, ImageOps

from cases.rules.taking import NotTaken

MOST_PIXELS = 50_000_000  # a telephone's largest; 150 MB while it is open
LONGEST_SIDE = 2400  # pixels: a page of small print can be read
PORTRAIT_SIDE = 480
QUALITY = 85
READABLE = ("JPEG", "PNG", "WEBP")


def made_anew(content: bytes) -> bytes:
    """The picture as a JPEG: upright, at most LONGEST_SIDE long, on white where it was transparent.

    Raises NotTaken for what is no whole picture, or has more than MOST_PIXELS.
    """
    return _as_jpeg(_open(content, LONGEST_SIDE), (LONGEST_SIDE, LONGEST_SIDE))


def made_a_portrait(content: bytes) -> bytes:
    """The middle of the picture as a square JPEG. Raises NotTaken as `made_anew` does."""
    upright = _open(content, LONGEST_SIDE)
    side = min(upright.size)
    return _as_jpeg(ImageOps.fit(upright, (side, side)), (PORTRAIT_SIDE, PORTRAIT_SIDE))


def _open(content: bytes, side: int) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(content), formats=READABLE)
        if picture.width * picture.height > MOST_PIXELS:
            raise NotTaken("The picture has too many pixels. Make it smaller, or take the photo again.")
        picture.draft("RGB", (side, side))  # a large JPEG is opened at half its size or less
        picture.load()
        upright = ImageOps.exif_transpose(picture)
        return upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except NotTaken:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotTaken("The picture has too many pixels. Make it smaller, or take the photo again.") from error
    except Exception as error:  # decoders of broken files raise nearly anything
        raise NotTaken("The picture is broken or not whole. Take the photo again, or save it anew.") from error


def _as_jpeg(picture: Image.Image, within: tuple[int, int]) -> bytes:
    picture.thumbnail(within)
    clean = Image.new("RGB", picture.size, "white")  # has pixels and nothing else; a comment would be carried over
    clean.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    written = io.BytesIO()
    clean.save(written, "JPEG", quality=QUALITY, optimize=True, progressive=False)
    return written.getvalue()
