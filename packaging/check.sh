#!/usr/bin/env bash
# check.sh [OUT]: everything that is handed out, built and tried in one go, on Debian; then collected with its sums and notes.
# OUT is target/packaging in the project unless said.
#
#   OUT/windows, OUT/linux   what the two build.sh leave, with pictures and results of the trials
#   OUT/release              what is handed out, if nothing failed
#   OUT/table.txt            the table that is printed at the end
#
# Needs root, for a clean Debian is made to install into. Takes an hour and a half the first time, half an hour later.
# BUILT=1 tries what stands in OUT already. The exit code is 1 if anything failed.
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/.." && pwd)
mkdir -p "${1:-$project/target/packaging}"
out=$(cd "${1:-$project/target/packaging}" && pwd)
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$project/Cargo.toml" | head -n 1)
mkdir -p "$out/windows" "$out/linux" "$out/log"
# A folder for each system, whatever was said for another purpose.
unset CARGO_TARGET_DIR

table=()
details=''
failed=0
row() { # PART VERDICT DETAIL
    table+=("$(printf '%-34s %-8s %s' "$1" "$2" "$3")")
    if [ "$2" != PASS ]; then failed=1; fi
}
# part NAME RESULTS COMMAND…: runs it, with all it says in a log of its own. RESULTS is a table of PASS, FAIL and KNOWN that
# it leaves, or nothing.
part() {
    local name=$1 results=$2 log=$out/log/${1// /-}.txt start=$SECONDS verdict=PASS code
    shift 2
    printf '\n== %s: %s\n' "$(date +%H:%M)" "$name"
    [ -z "$results" ] || rm -f "$results"
    "$@" > "$log" 2>&1
    code=$?
    [ $code = 0 ] || verdict=FAIL
    local detail="$((SECONDS - start)) s"
    if [ -n "$results" ] && [ -f "$results" ]; then
        detail+=", $(grep -c '^PASS' "$results") passed, $(grep -c '^FAIL' "$results") failed, $(grep -c '^KNOWN' "$results") known"
        details+=$(grep '^FAIL' "$results" | sed "s/^FAIL\t/  $name: /; s/\t/ (/; s/\$/)/")
        details+=$'\n'
    elif [ $code != 0 ]; then
        details+="  $name: see $log; it ends with: $(tail -n 1 "$log")"$'\n'
    fi
    row "$name" $verdict "$detail"
    return $code
}
skipped() { row "$1" SKIPPED "$2"; }

if [ "${BUILT:-}" = 1 ]; then
    row 'built' PASS 'before'
else
    part 'windows build' '' "$here/windows/build.sh" "$out/windows"
    part 'linux build' '' "$here/linux/build.sh" "$out/linux"
fi
if [ -f "$out/windows/taphuan-setup.exe" ] && [ -f "$out/linux/taphuan" ]; then
    packages=(wine wine64 xvfb openbox xdotool xclip imagemagick x11-utils sqlite3 unzip osslsigncode)
    part 'packages for the trials' '' env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y \
        --no-install-recommends "${packages[@]}"
    part 'windows trial' "$out/windows/smoke/results.tsv" \
        "$here/windows/smoke.sh" "$out/windows/taphuan.exe" "$out/linux/taphuan"
else
    skipped 'windows trial' 'both programs are needed'
fi
if [ -f "$out/linux/taphuan" ]; then
    part 'linux trial' "$out/linux/try/results.tsv" "$here/linux/try.sh" "$out/linux"
else
    skipped 'linux trial' 'there is no program'
fi
if [ $failed = 0 ]; then
    architecture=$(dpkg --print-architecture)
    part 'release' '' "$here/release.sh" "$out/release" \
        "$out/windows/taphuan-setup.exe" "$out/windows/taphuan-$version-windows-portable.zip" \
        "$out/linux/taphuan_${version}_$architecture.deb" "$out/linux/taphuan-$version-linux-$architecture.tar.gz"
else
    skipped 'release' 'something failed'
fi

{
    printf '\n%s\n' "taphuan $version"
    printf '%s\n' "${table[@]}"
    [ -z "${details//[[:space:]]/}" ] || printf '\nFAILED\n%s\n' "$(grep . <<< "$details")"
} | tee "$out/table.txt"
[ $failed = 0 ]
