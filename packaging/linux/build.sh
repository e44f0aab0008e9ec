#!/usr/bin/env bash
# build.sh [OUT]: the program for Linux and what is handed out of it, made on Debian. OUT is target/linux in the project
# unless said.
#
#   OUT/taphuan                          the program
#   OUT/taphuan_VERSION_amd64.deb        installed by apt: menu, icons, kinds of files
#   OUT/taphuan-VERSION-linux-amd64.tar.gz    the program and what to read first, for a computer where nothing is installed
#   OUT/….sha256                         by which someone else can tell that it is this very file
#   OUT/work                             what the next run need not make again
#
# Needs nothing but Debian's packages, which it installs, and the Rust registry. The first run takes a quarter of an hour.
#
# What may be said through the environment:
#   TAPHUAN_BINARY       a program that is built already: it is only packed
#   CARGO_TARGET_DIR     where cargo builds; OUT/work/target unless said
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/../.." && pwd)
mkdir -p "${1:-$project/target/linux}"
out=$(cd "${1:-$project/target/linux}" && pwd)
mkdir -p "$out/work"
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$out/work/target}

say() { printf '\n== %s\n' "$*"; }

# 1. Debian's packages: compilers, tools, and the libraries that the program looks for when it starts; pack.sh asks which
# packages they come from.
packages=(rustc-web cargo-web gcc libc6-dev dpkg-dev imagemagick desktop-file-utils appstream
    libx11-6 libx11-xcb1 libxcb1 libxcursor1 libxi6 libxkbcommon0 libxkbcommon-x11-0 libwayland-client0 libdbus-1-3)
missing=()
for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f='${db:Status-Abbrev}\n' "$package" 2> /dev/null | head -n 1)" = "ii " ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    say "installing ${missing[*]}"
    as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=300 update
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y \
        --no-install-recommends "${missing[@]}"
fi

# 2. The program.
binary=${TAPHUAN_BINARY:-}
if [ -z "$binary" ]; then
    say "taphuan"
    # Debian's Rust, even where another one comes first in PATH.
    export RUSTC=/usr/bin/rustc
    unset RUSTFLAGS RUSTC_BOOTSTRAP
    # No folder names of this machine in it.
    CARGO_ENCODED_RUSTFLAGS=$(printf '%s\x1f%s' "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo" \
        "--remap-path-prefix=$CARGO_TARGET_DIR=target")
    export CARGO_ENCODED_RUSTFLAGS
    (cd "$project" && /usr/bin/cargo build --release --locked --bin taphuan)
    binary=$CARGO_TARGET_DIR/release/taphuan
fi
strip -o "$out/taphuan.new" "$binary"
mv "$out/taphuan.new" "$out/taphuan"

# 3. What is handed out.
say "packages"
"$here/pack.sh" "$out/taphuan" "$out"
say "done"
ls -l "$out"/taphuan*
cat "$out"/*.sha256
