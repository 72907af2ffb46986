"""Writes the guest's bytes of a VHD, as libvhdi reads them, into a file: vhdi-to-raw.py IMAGE TARGET"""
import sys

import pyvhdi

disk = pyvhdi.file()
disk.open(sys.argv[1])
with open(sys.argv[2], "wb") as target:
    left = disk.get_media_size()
    while left > 0:
        part = disk.read_buffer(min(left, 1 << 20))
        if not part:
            sys.exit("libvhdi ends %d bytes before the disk does" % left)
        target.write(part)
        left -= len(part)
disk.close()
