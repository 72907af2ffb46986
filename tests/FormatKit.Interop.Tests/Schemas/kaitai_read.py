"""What Kaitai Struct reads from structures, with the Python that its compiler made.

kaitai_read.py FOLDER < LINES    each line is MODULE HEX; each answer is a line of JSON

Integers are decimal texts, as they may have 64 bits; bytes begin with "hex:"; floating-point numbers are given by their
bits.
"""
import json
import struct
import sys
from enum import Enum

import kaitaistruct

# Debian has version 0.10 of the run time and the compiler wants 0.11. What is used here has not changed, but for texts
# of two bytes a character that end with a zero, which 0.10 cannot read.
kaitaistruct.API_VERSION = max(kaitaistruct.API_VERSION, (0, 11))


def bytes_terminate_multi(data, terminator, include):
    for at in range(0, len(data) - len(terminator) + 1, len(terminator)):
        if data[at : at + len(terminator)] == terminator:
            return data[: at + (len(terminator) if include else 0)]
    return data


def read_bytes_term_multi(stream, terminator, include, consume, eos_error):
    data = b""
    while True:
        unit = stream.read_bytes(len(terminator))
        if unit == terminator:
            return data
        data += unit


if not hasattr(kaitaistruct.KaitaiStream, "bytes_terminate_multi"):
    kaitaistruct.KaitaiStream.bytes_terminate_multi = staticmethod(bytes_terminate_multi)
    kaitaistruct.KaitaiStream.read_bytes_term_multi = read_bytes_term_multi


def plain(value):
    if isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return "bits:" + struct.pack(">d", value).hex()
    if isinstance(value, bytes):
        return "hex:" + value.hex()
    if isinstance(value, str):
        return "text:" + value
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, kaitaistruct.KaitaiStruct):
        return members(value)
    return value


def members(structure):
    names = list(structure.SEQ_FIELDS)
    names += [name for name, kind in vars(type(structure)).items() if isinstance(kind, property)]
    return {name: plain(getattr(structure, name, None)) for name in names}


sys.path.insert(0, sys.argv[1])
for line in sys.stdin:
    module, digits = line.rstrip("\n").split(" ")
    generated = __import__(module)
    kind = next(kind for kind in vars(generated).values()
                if isinstance(kind, type) and issubclass(kind, kaitaistruct.KaitaiStruct)
                and kind is not kaitaistruct.KaitaiStruct)
    structure = kind(kaitaistruct.KaitaiStream(kaitaistruct.BytesIO(bytes.fromhex(digits))))
    structure._read()
    print(json.dumps(members(structure)))
