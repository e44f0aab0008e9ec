#!/usr/bin/env bash
# sign.sh EXE: signs a program for Windows in its place, with the certificate that build.sh names in the environment.
set -euo pipefail

exe=${1:?usage: sign.sh EXE}
timestamp=()
[ -z "${TAPHUAN_SIGN_TIMESTAMP:-}" ] || timestamp=(-ts "$TAPHUAN_SIGN_TIMESTAMP")
rm -f "$exe.signed"
osslsigncode sign -pkcs12 "${TAPHUAN_SIGN_PFX:?the certificate}" \
    -readpass "${TAPHUAN_SIGN_PASSWORD_FILE:?the file with the password of the certificate}" \
    -h sha256 -n "Tập huấn" "${timestamp[@]}" -in "$exe" -out "$exe.signed"
mv "$exe.signed" "$exe"
