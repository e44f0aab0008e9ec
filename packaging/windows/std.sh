#!/usr/bin/env bash
# std.sh DEST: Rust's standard library for Windows, made from Debian's own source package into the sysroot DEST.
#
# Debian has a compiler that can write Windows programs and the source of its standard library, but not that library
# built for Windows. Needs rustc-web, cargo-web, rust-web-src and gcc-mingw-w64-x86-64 (build.sh installs them) and
# the Rust registry for the few crates the standard library is made with. Takes about two minutes, and 110 MB.
set -euo pipefail

dest=${1:?usage: std.sh DEST}
target=x86_64-pc-windows-gnu
source=/usr/lib/rustlib/src/rust/library
# Debian's, even where another Rust comes first: the library must be of the same version as the compiler.
export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_TARGET_DIR

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/src"
: > "$work/src/lib.rs"
printf '[package]\nname = "only-std"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' > "$work/Cargo.toml"
# Sorting and number formatting in their small forms: the program has a hundred orders, each with a sort of its own.
# With bitcode, so that the program can be optimised together with it (lto); without folder names of this machine.
CARGO_ENCODED_RUSTFLAGS=$(printf '%s\x1f%s' -Cembed-bitcode=yes "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo")
export CARGO_ENCODED_RUSTFLAGS
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
# What is not made anew with the program is small, too: printing of numbers and texts, panics, files.
export CARGO_PROFILE_RELEASE_OPT_LEVEL=s
(
    cd "$work"
    /usr/bin/cargo build --release --target "$target" -Zbuild-std=std,panic_abort,panic_unwind,proc_macro \
        -Zbuild-std-features=backtrace,panic-unwind,optimize_for_size
)

libraries=$dest/lib/rustlib/$target/lib
rm -rf "$libraries"
mkdir -p "$libraries"
cp "$work/target/$target/release/deps/"*.rlib "$libraries"
rm "$libraries"/libonly_std-*.rlib

# A program that aborts on panic needs this one crate compiled in that way; cargo compiles it like all others.
rm "$libraries"/libpanic_abort-*.rlib
core=$(echo "$libraries"/libcore-*.rlib)
"$RUSTC" --edition 2024 --crate-name panic_abort --crate-type rlib "$source/panic_abort/src/lib.rs" \
    --target "$target" --sysroot "$dest" -L dependency="$libraries" --extern core="$core" \
    -Cpanic=abort -Copt-level=3 -Cembed-bitcode=yes -Cmetadata=abort -Cextra-filename=-abort \
    -Zforce-unstable-if-unmarked --cap-lints allow --out-dir "$libraries"

# build.sh makes it anew when the compiler changed.
"$RUSTC" --version > "$dest/made-by"
