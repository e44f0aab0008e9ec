#!/bin/sh
# Makes the stored data files again, each by the store of the commit that README.md names.
# CARGO_TARGET_DIR may be set, if no other copy of the repository is built there meanwhile:
# Cargo takes their libraries for the same one.
set -e
here=$(cd "$(dirname "$0")" && pwd)
root=$(git -C "$here" rev-parse --show-toplevel)
work=$(mktemp -d)
target=${CARGO_TARGET_DIR:-$work/target}

# make NAME COMMIT [CFG …]
make() {
    name=$1 tree=$work/$1
    git -C "$root" worktree add --quiet --detach "$tree" "$2"
    shift 2
    cfgs=$(for cfg in "$@"; do printf ' --cfg %s' "$cfg"; done)
    # The dependencies of now hold all that older commits need: so they are built once.
    cp "$root/Cargo.lock" "$tree"
    awk '/^\[/ { skip = /^\[\[/ } !skip' "$root/Cargo.toml" > "$tree/Cargo.toml"
    rm -rf "$tree/examples"
    mkdir "$tree/examples"
    cp "$here/make_file.rs" "$tree/examples"
    # shellcheck disable=SC2086
    (cd "$tree" && CARGO_TARGET_DIR=$target cargo rustc --example make_file -- -A unexpected_cfgs $cfgs)
    "$target/debug/examples/make_file" "$here" "$work/$name.taphuan"
    gzip -9nc "$work/$name.taphuan" > "$here/$name.taphuan.gz"
    git -C "$root" worktree remove --force "$tree"
}

make schema-6-draft b1afb3e draft
make schema-6 6ac99f4
make schema-7 1141141 prints
make schema-8 a23e6b4 prints
make schema-9 01d54d3 prints papers

# Schema 10 has been worked with since schema 9: it is the file of before, upgraded and used.
git -C "$root" worktree add --quiet --detach "$work/10" 54a02fb
(cd "$work/10" && CARGO_TARGET_DIR=$target cargo build --quiet)
gunzip -c "$here/schema-9.taphuan.gz" > "$work/schema-10.taphuan"
for verb in "import $here/them.csv --session 1" "import $here/undone.csv --session 1" undo; do
    # shellcheck disable=SC2086
    "$target/debug/taphuan" --data "$work/schema-10.taphuan" $verb
done
gzip -9nc "$work/schema-10.taphuan" > "$here/schema-10.taphuan.gz"
git -C "$root" worktree remove --force "$work/10"
rm -rf "$work"
