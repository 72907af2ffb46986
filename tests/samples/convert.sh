#!/usr/bin/env bash
# Builds the tool, converts the sample disk to raw and says what both files are. FKIT names a tool that is built already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
fkit=${FKIT:-artifacts/bin/FormatKit.Cli/release/fkit}
if [[ -z ${FKIT:-} ]]; then
    DOTNET_NOLOGO=1 dotnet build runtime/FormatKit.Cli -c Release -v quiet -tl:off -clp:ErrorsOnly </dev/null >&2
fi

mkdir -p artifacts/samples
"$fkit" convert -f vpc -O raw tests/samples/hello.vhd artifacts/samples/hello.raw
"$fkit" info tests/samples/hello.vhd
"$fkit" info artifacts/samples/hello.raw
