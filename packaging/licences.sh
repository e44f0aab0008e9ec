#!/usr/bin/env bash
# licences.sh: writes assets/licences.txt anew, the licences of all that the program is made of: crates, typefaces, icons,
# SQLite and what the compilers add. tests/it/licences.rs tells when that is due.
#
# Needs python3, cargo and, for crates that are not in its registry folder yet, the Rust registry.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
metadata=$(mktemp)
trap 'rm -f "$metadata"' EXIT
# Those of other systems, too: Cargo.lock names them without saying so.
cargo fetch --locked
cargo metadata --locked --offline --format-version 1 > "$metadata"
python3 packaging/licences.py "$metadata" > assets/licences.txt.new
mv assets/licences.txt.new assets/licences.txt
ls -l assets/licences.txt
