#!/usr/bin/env bash
# Makes the sample disk anew, with a new unique id and date: a dynamic VHD of 300 KiB in blocks of 64 KiB, of which two
# have something in them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
fkit=${FKIT:-artifacts/bin/FormatKit.Cli/release/fkit}
disk=tests/samples/hello.vhd
rm -f "$disk"
"$fkit" create -f vhd -o block_size=64K "$disk" 300K
printf 'Hello, disk!\n' | "$fkit" write -f vpc "$disk" --offset 0
printf 'The guest wrote this at an odd offset.\n' | "$fkit" write -f vpc "$disk" --offset 200001
