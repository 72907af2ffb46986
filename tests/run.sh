#!/usr/bin/env bash
# Builds everything and runs all tests. Needs the .NET SDK; other people's tools, which judge our files, are installed
# with apt where that is possible. A folder shared/images beside the checkout, with images that other software made, is
# tested too.
#
#   FORMATKIT_PEERS=required    a missing tool is a failure; otherwise its tests are skipped and counted
#   FORMATKIT_IMAGES=DIR        the folder of images
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
results=artifacts/test-results
export FORMATKIT_TABLES=$PWD/$results # where tests that try many things say in a table what they tried

main() {
    rm -rf "$results"
    mkdir -p "$results"
    install_peers
    build
    passed=0 failed=0 skipped=0
    for project in tests/*.Tests/*.csproj; do
        run_project "$(basename "$project" .csproj)"
    done

    explain_skips
    echo
    cat "$results/power-cuts.txt" || failed=$((failed + 1))
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    ((failed == 0))
}

# Debian's packages of the tools that are not there. Whether that works is told by the tests that need them.
install_peers() {
    local packages=()
    has qemu-img && has qemu-io || packages+=(qemu-utils)
    has vhdiinfo || packages+=(libvhdi-utils)
    /usr/bin/python3 -c 'import pyvhdi' 2>/dev/null || packages+=(python3-libvhdi)
    has vmdkinfo || packages+=(libvmdk-utils)
    /usr/bin/python3 -c 'import pyvmdk' 2>/dev/null || packages+=(python3-libvmdk)
    has 7z || packages+=(p7zip-full)
    has sfdisk || packages+=(fdisk)
    has sgdisk || packages+=(gdisk)
    has parted || packages+=(parted)
    has pngcheck || packages+=(pngcheck)
    /usr/bin/python3 -c 'import PIL' 2>/dev/null || packages+=(python3-pil)
    has tshark || packages+=(tshark)
    has node && has npm || packages+=(nodejs npm)
    /usr/bin/python3 -c 'import kaitaistruct' 2>/dev/null || packages+=(python3-kaitaistruct)
    if ((${#packages[@]} > 0)); then
        apt_packages
    fi

    # The compiler of Kaitai Struct, and a reader of YAML for it.
    [[ -d artifacts/peers/node_modules/kaitai-struct-compiler ]] || npm install --prefix artifacts/peers --silent \
        --no-fund --no-audit kaitai-struct-compiler@0.11.0 js-yaml@4.1.0 </dev/null >/dev/null 2>&1 ||
        echo 'could not install kaitai-struct-compiler' >&2
}

apt_packages() {
    local root=()
    if ((EUID != 0)); then
        root=(sudo -n)
    fi

    if has apt-get && { ((EUID == 0)) || sudo -n true 2>/dev/null; }; then
        echo "installing ${packages[*]}"
        apt_install || { ${root[@]+"${root[@]}"} apt-get -qq update && apt_install; } ||
            echo "could not install ${packages[*]}" >&2
    else
        echo "not here, and apt-get cannot be used: ${packages[*]}" >&2
    fi
}

apt_install() {
    ${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq install -y --no-install-recommends "${packages[@]}" >/dev/null 2>&1 </dev/null
}

# Tools for disks are where administrators alone look by themselves.
has() {
    PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null 2>&1
}

build() {
    echo 'building'
    quietly "$results/build.log" dotnet build FormatKit.sln -c Release -v quiet -nodeReuse:false </dev/null
}

# Runs a command and shows what it said only when it failed.
quietly() {
    local log=$1 code=0
    shift
    "$@" >"$log" 2>&1 || code=$?
    if ((code != 0)); then
        cat "$log"
    fi

    return "$code"
}

# Runs the tests of a project, an executable, and prints its line. A project that does not come to its end or has no
# tests has failed.
run_project() {
    local name=$1 code=0
    local program=artifacts/bin/$name/release/$name report=$results/$name.xml
    quietly "$results/$name.log" "$program" \
        -noColor -noLogo -noAutoReporters -reporter quiet -xml "$report" </dev/null || code=$?
    local p f s
    if ! read -r p f s < <(totals "$report"); then
        echo "$name: FAILED, no results (exit code $code)"
        failed=$((failed + 1))
        return
    fi

    if ((p + f + s == 0)); then
        echo "$name: FAILED, it has no tests"
        failed=$((failed + 1))
        return
    fi

    if ((f == 0 && code != 0)); then
        echo "$name: exit code $code"
        f=1
    fi

    echo "$name: $p passed, $f failed, $s skipped"
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

# Passed, failed and skipped of a report. What broke outside of a test, while cleaning up, has failed too.
totals() {
    [[ -s $1 ]] || return 1
    awk '
        function value(name) {
            return match($0, " " name "=\"[0-9]+\"") \
                ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
        }
        BEGIN { RS = "<" }
        /^assembly / {
            passed += value("passed"); failed += value("failed") + value("errors"); skipped += value("skipped")
        }
        END { print passed + 0, failed + 0, skipped + 0 }
    ' "$1"
}

# Each reason for which tests were skipped, with their number.
explain_skips() {
    { cat "$results"/*.xml 2>/dev/null || true; } | awk '
        BEGIN { RS = "<" }
        /^reason>/ { reading = 1 }
        reading && /^!\[CDATA\[/ {
            sub(/^!\[CDATA\[/, ""); sub(/\]\]>.*/, "")
            reasons[$0]++
            reading = 0
        }
        END {
            for (reason in reasons)
                print reasons[reason] (reasons[reason] == 1 ? " test" : " tests") " SKIPPED: " reason
        }
    ' | sort
}

main "$@"
