"""PNG files, and what is in them, by Pillow and by Python's struct and zlib.

png.py write FOLDER     makes files in the folder: Pillow's, and some that Pillow cannot make
png.py read FILE...     prints a line of JSON for each: its chunks, and what Pillow reads
"""
import json
import os
import struct
import sys
import zlib

from PIL import Image, PngImagePlugin

NUMBERS = {
    b"IHDR": ">IIBBBBB", b"cHRM": ">8I", b"gAMA": ">I", b"sRGB": ">B", b"pHYs": ">IIB", b"tIME": ">HBBBBB",
}
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def by_hand(depth, color, samples, chunks):
    width, height = 5, 3
    packed = zlib.compress((b"\0" + bytes((width * depth * samples + 7) // 8)) * height)
    yield SIGNATURE
    yield chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0))
    for kind, data in chunks:
        yield chunk(kind, data)
    for piece in [packed[:5], b"", packed[5:]]:
        yield chunk(b"IDAT", piece)
    yield chunk(b"IEND", b"")


def pillow(folder):
    for mode in ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"]:
        picture = Image.new(mode, (33, 7))
        for x in range(33):
            picture.putpixel((x, x % 7), {1: 1, 2: (x, 9), 3: (x, 0, 9), 4: (x, 0, 9, 7)}[len(picture.getbands())])
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Title", "gr\xfc\xdfe " + mode)
        texts.add_text("Comment", "long " * 300, zip=True)
        texts.add_itxt("Author", "\u4e8c\u753b\u7d20", "ja", "\u984c")
        texts.add_itxt("Description", "\u4e8c" * 200, "", "", zip=True)
        texts.add(b"gAMA", struct.pack(">I", 45455))
        texts.add(b"cHRM", struct.pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000))
        texts.add(b"tIME", struct.pack(">HBBBBB", 2026, 11, 25, 12, 30, 60))
        more = {"transparency": 3} if mode == "P" else {}
        picture.save(
            os.path.join(folder, "pillow-%s.png" % mode.replace(";", "")), pnginfo=texts, dpi=(96, 72),
            icc_profile=b"no profile" * 20, **more)


def write(folder):
    pillow(folder)
    palette = bytes(range(3 * 16))
    for name, depth, color, samples, chunks in [
        ("grey-4", 4, 0, 1, [(b"tRNS", b"\0\3"), (b"bKGD", b"\0\7")]),
        ("color-16", 16, 2, 3, [(b"sRGB", b"\2"), (b"bKGD", b"\0\1\0\2\0\3")]),
        ("indexed-4", 4, 3, 1, [(b"PLTE", palette), (b"tRNS", b"\0\x80"), (b"hIST", bytes(32)), (b"bKGD", b"\5")]),
        ("alpha-16", 16, 6, 4, [(b"sBIT", b"\x10\x10\x10\x10"), (b"pHYs", struct.pack(">IIB", 1, 2, 0))]),
    ]:
        with open(os.path.join(folder, name + ".png"), "wb") as file:
            file.write(b"".join(by_hand(depth, color, samples, chunks)))


def chunks(data):
    assert data[:8] == SIGNATURE
    at = 8
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        content = data[at + 8 : at + 8 + length]
        (stored,) = struct.unpack_from(">I", data, at + 8 + length)
        yield {
            "type": kind.decode("ascii"), "offset": at, "data": content.hex(), "crc": stored,
            "numbers": struct.unpack(NUMBERS[kind], content) if kind in NUMBERS else [],
        }
        assert stored == zlib.crc32(kind + content)
        at += 12 + length


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    with Image.open(path) as picture:
        picture.load()
        return {
            "chunks": list(chunks(data)), "width": picture.width, "height": picture.height, "mode": picture.mode,
            "texts": dict(picture.text), "pixel": list(picture.convert("RGBA").getpixel((0, 0))),
        }


if sys.argv[1] == "write":
    write(sys.argv[2])
else:
    for path in sys.argv[2:]:
        print(json.dumps(read(path)))
