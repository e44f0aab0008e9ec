#!/usr/bin/env bash
# smoke.sh [EXE] [LINUX_BINARY]: tries the program for Windows under Wine, on a screen of its own, and compares what it
# makes with what the same program makes on Linux. Both must be built from the same commit.
#
# EXE is target/windows/taphuan.exe unless said (build.sh makes it), LINUX_BINARY target/release/taphuan. Pictures,
# files and results.tsv go into a folder `smoke` beside the exe, or into SMOKE_OUT. STEPS="03 05" runs only those.
# Each line says PASS, FAIL or KNOWN (lost on Windows for reasons that are not ours to mend) and why; the exit code is
# 1 if anything failed. Takes about ten minutes. Wine is not Windows: what passes here may still fail there.
set -uo pipefail

SMOKE=$(cd "$(dirname "${BASH_SOURCE[0]}")/smoke" && pwd)
PROJECT=$(cd "$SMOKE/../../.." && pwd)
EXE=$(realpath "${1:-$PROJECT/target/windows/taphuan.exe}")
LINUX=$(realpath "${2:-$PROJECT/target/release/taphuan}")
for file in "$EXE" "$LINUX"; do
    [ -f "$file" ] || { echo "there is no $file" >&2; exit 2; }
done

packages=(wine wine64 gcc-mingw-w64-x86-64 xvfb openbox xdotool xclip imagemagick x11-utils sqlite3 unzip osslsigncode)
missing=()
for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2> /dev/null)" = "ii " ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "Debian's packages that are missing: ${missing[*]}" >&2
    exit 2
fi

OUT=${SMOKE_OUT:-$(dirname "$EXE")/smoke}
mkdir -p "$OUT"
OUT=$(cd "$OUT" && pwd)
# Wine's own folder, $OUT/home, takes a while to make and stays.
rm -rf "$OUT/work" "$OUT/log" "$OUT/results.tsv" "$OUT"/[0-9][0-9]-*.png
mkdir "$OUT/work" "$OUT/log"

. "$SMOKE/lib.sh"
trap stop_all EXIT
start_screen
start_wine
for step in "$SMOKE"/[0-9][0-9]-*.sh; do
    name=$(basename "$step" .sh)
    if [ -n "${STEPS:-}" ] && [[ " $STEPS " != *" ${name%%-*} "* ]]; then continue; fi
    printf '\n== %s\n' "$name"
    printf '== %s\t\t\n' "$name" >> "$OUT/results.tsv"
    # Whatever a step, or a run that was cut short, left open or remembered does not trouble the next.
    no_window || end_window
    forget_settings
    . "$step"
done

printf '\n%s failed; pictures and results.tsv are in %s\n' "$failures" "$OUT"
[ "$failures" = 0 ]
