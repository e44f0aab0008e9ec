#!/usr/bin/env bash
# build.sh [OUT]: the program for Windows, made on Debian. OUT is target/windows in the project unless said.
#
#   OUT/taphuan.exe                                      the program, one file
#   OUT/taphuan-cli.exe                                  runs it from a console; the installer puts it beside the program
#   OUT/taphuan-setup.exe                                the installer
#   OUT/taphuan-VERSION-windows-portable.zip             the program and what to read first, for a computer where nothing
#                                                        may be installed
#   OUT/….sha256                                         by which someone else can tell that it is this very file
#   OUT/work                                             what the next run need not make again
#
# Needs nothing but Debian's packages, which it installs, and the Rust registry. The first run takes a quarter of an
# hour, later ones as long as what changed.
#
# What may be said through the environment:
#   TAPHUAN_SIGN_PFX              certificate and key to sign programs and installer with, a PKCS #12 file (.pfx, .p12)
#   TAPHUAN_SIGN_PASSWORD_FILE    a file whose first line is its password
#   TAPHUAN_SIGN_TIMESTAMP        address of a timestamp service (RFC 3161): the signature outlives the certificate
#   WINDOWS_STD                   where std.sh has put, or is to put, the standard library; OUT/work/std unless said
#   CARGO_TARGET_DIR              where cargo builds; OUT/work/target unless said
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/../.." && pwd)
mkdir -p "${1:-$project/target/windows}"
out=$(cd "${1:-$project/target/windows}" && pwd)
mkdir -p "$out/work"
std=${WINDOWS_STD:-$out/work/std}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$out/work/target}
target=x86_64-pc-windows-gnu
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$project/Cargo.toml" | head -n 1)

say() { printf '\n== %s\n' "$*"; }

# 1. Debian's packages.
packages=(rustc-web cargo-web rust-web-src gcc-mingw-w64-x86-64 nsis python3)
[ -z "${TAPHUAN_SIGN_PFX:-}" ] || packages+=(osslsigncode)
missing=()
for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2> /dev/null)" = "ii " ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    say "installing ${missing[*]}"
    as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=300 update
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y \
        --no-install-recommends "${missing[@]}"
fi
# Debian's Rust, even where another one comes first in PATH.
export RUSTC=/usr/bin/rustc
cargo=/usr/bin/cargo

# 2. The standard library, once for each version of the compiler.
if [ "$(cat "$std/made-by" 2> /dev/null)" != "$("$RUSTC" --version)" ]; then
    say "Rust's standard library for Windows"
    "$here/std.sh" "$std"
fi

# 3. The program.
say "taphuan $version"
cd "$project"
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
export CC_x86_64_pc_windows_gnu=x86_64-w64-mingw32-gcc AR_x86_64_pc_windows_gnu=x86_64-w64-mingw32-ar
unset RUSTFLAGS RUSTC_BOOTSTRAP
# No library of the compiler beside the exe; and no folder names of this machine inside it.
flags=(
    --sysroot "$std"
    -Ctarget-feature=+crt-static
    "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
    "--remap-path-prefix=$CARGO_TARGET_DIR=target"
)
# Separated by a character no path has: the project may stand in a folder with spaces.
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && echo "${flags[*]}")
export CARGO_ENCODED_RUSTFLAGS
"$cargo" build --release --locked --bin taphuan --target "$target"
exe=$out/taphuan.exe
cp "$CARGO_TARGET_DIR/$target/release/taphuan.exe" "$exe"
if ! x86_64-w64-mingw32-objdump -h "$exe" | grep -q '\.rsrc'; then
    echo "the program has neither icon nor manifest: see what build.rs says" >&2
    exit 1
fi

# 4. The program for consoles.
say "taphuan-cli"
cli=$out/taphuan-cli.exe
"$here/cli/build.sh" "$cli"

# 5. Signed, if there is a certificate.
if [ -n "${TAPHUAN_SIGN_PFX:-}" ]; then
    say "signing"
    for program in "$exe" "$cli"; do
        "$here/sign.sh" "$program"
    done
    # Said by its path alone: the installer's script takes it as one command.
    export INSTALLER_SIGN=$here/sign.sh
else
    say "NOT signed (TAPHUAN_SIGN_PFX names no certificate): Windows will warn at the first start"
fi

# 6. The installer.
say "taphuan-setup"
setup=$out/taphuan-setup.exe
"$here/installer.sh" "$exe" "$cli" "$setup"
[ -z "${TAPHUAN_SIGN_PFX:-}" ] || "$here/sign.sh" "$setup"

# 7. The zip. Text as Notepad of old Windows reads it; the date is that of the commit.
zip=$out/taphuan-$version-windows-portable.zip
pack=$(mktemp -d)
trap 'rm -rf "$pack"' EXIT
{
    printf '\357\273\277'
    sed 's/\r*$/\r/' "$here/ĐỌC TRƯỚC.txt"
} > "$pack/ĐỌC TRƯỚC.txt"
date=$(git log -1 --format=%ct 2> /dev/null || date +%s)
LC_ALL=C.UTF-8 python3 "$here/zip.py" "$zip" "$date" "$exe" "$pack/ĐỌC TRƯỚC.txt"
for file in "$zip" "$setup"; do
    (cd "$out" && sha256sum "$(basename "$file")" > "$file.sha256")
done

say "done"
ls -l "$exe" "$cli" "$setup" "$zip"
cat "$zip.sha256" "$setup.sha256"
