#!/usr/bin/env bash
# installer.sh PROGRAM CLI SETUP [VERSION]: packs taphuan.exe and taphuan-cli.exe into the installer SETUP. VERSION is that
# of the project unless said; smoke.sh says older ones, to try updates.
#
# Needs nsis. INSTALLER_SIGN is a command that signs the file whose name follows it: the uninstaller, which is made in
# here (build.sh says it, and signs the installer itself afterwards).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/../.." && pwd)
program=$(realpath "${1:?usage: installer.sh PROGRAM CLI SETUP [VERSION]}")
cli=$(realpath "${2:?usage: installer.sh PROGRAM CLI SETUP [VERSION]}")
setup=$(realpath -m "${3:?usage: installer.sh PROGRAM CLI SETUP [VERSION]}")
version=${4:-$(sed -n 's/^version = "\(.*\)"$/\1/p' "$project/Cargo.toml" | head -n 1)}

# The licences as Notepad of old Windows reads them.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
{
    printf '\357\273\277'
    sed 's/\r*$/\r/' "$project/assets/licences.txt"
} > "$work/giay-phep.txt"

sign=()
[ -z "${INSTALLER_SIGN:-}" ] || sign=("-DSIGN=$INSTALLER_SIGN")
# Warnings are mistakes: a sentence that is not used, a text that does not fit.
LC_ALL=C.UTF-8 makensis -V2 -WX -INPUTCHARSET UTF8 \
    "-DVERSION=$version" "-DPROGRAM=$program" "-DCLI=$cli" "-DLICENCES=$work/giay-phep.txt" \
    "-DICON=$project/assets/icons/taphuan.ico" "-DSETUP=$setup" "${sign[@]}" "$here/installer.nsi"
