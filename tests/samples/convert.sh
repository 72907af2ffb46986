#!/usr/bin/env bash
# Builds the tool, converts the sample disk to raw and says what both files are. FKIT names a tool that is built already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
fkit=${FKIT:-artifacts/bin/FormatKit.Cli/release/fkit}
if [[ -z ${FKIT:-} ]]; then
    log=$(DOTNET_NOLOGO=1 dotnet build runtime/FormatKit.Cli -c Release -v quiet </dev/null 2>&1) || {
        printf '%s\n' "$log" >&2
        exit 1
    }
fi

mkdir -p artifacts/samples
"$fkit" convert -f vpc -O raw tests/samples/hello.vhd artifacts/samples/hello.raw
"$fkit" info tests/samples/hello.vhd
"$fkit" info artifacts/samples/hello.raw
