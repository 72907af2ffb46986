"""Writes a guest's bytes, as libvhdi or libvmdk read them, into a file: libyal-to-raw.py MODULE IMAGE TARGET"""
import sys

module, image, target_name = sys.argv[1:]
if module == "pyvhdi":
    import pyvhdi

    disk = pyvhdi.file()
    disk.open(image)
else:
    import pyvmdk

    disk = pyvmdk.handle()
    disk.open(image)
    # By itself it opens a file with the name that stands in the extent line, as which the image may have gone before.
    disk.open_extent_data_files_as_file_objects([open(image, "rb")])

with open(target_name, "wb") as target:
    left = disk.get_media_size()
    while left > 0:
        part = disk.read_buffer(min(left, 1 << 20))
        if not part:
            sys.exit("%s ends %d bytes before the disk does" % (module, left))
        # A large disk is mostly zeros, which a file need not keep.
        if part.count(0) == len(part):
            target.seek(len(part), 1)
        else:
            target.write(part)
        left -= len(part)
    target.truncate()
disk.close()
