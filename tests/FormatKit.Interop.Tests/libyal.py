"""A disk's size and bytes as libvhdi or libvmdk read them.

libyal.py MODULE IMAGE to-raw TARGET        writes all of them into a file
libyal.py MODULE IMAGE read OFFSET LENGTH   prints some as hexadecimal digits
"""
import sys


def open_disk(module, image):
    if module == "pyvhdi":
        import pyvhdi

        disk = pyvhdi.file()
        disk.open(image)
        return disk

    import pyvmdk

    disk = pyvmdk.handle()
    disk.open(image)
    # By itself it opens a file with the name that stands in the extent line, as which the image may have gone before.
    disk.open_extent_data_files_as_file_objects([open(image, "rb")])
    return disk


def to_raw(disk, path):
    with open(path, "wb") as target:
        left = disk.get_media_size()
        while left > 0:
            part = disk.read_buffer(min(left, 1 << 20))
            if not part:
                sys.exit("it ends %d bytes before the disk does" % left)
            target.write(part)
            left -= len(part)


module, image, command = sys.argv[1:4]
opened = open_disk(module, image)
if command == "to-raw":
    to_raw(opened, sys.argv[4])
else:
    print(opened.read_buffer_at_offset(int(sys.argv[5]), int(sys.argv[4])).hex())
