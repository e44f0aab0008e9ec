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

# Schemas 10 to 14 are the files before, upgraded and worked with.
# work SCHEMA COMMIT BEFORE VERBS, one on a line
work() {
    git -C "$root" worktree add --quiet --detach "$work/$1" "$2"
    (cd "$work/$1" && CARGO_TARGET_DIR=$target cargo build --quiet)
    file=$work/schema-$1.taphuan
    gunzip -c "$here/schema-$3.taphuan.gz" > "$file"
    echo "$4" | while read -r verb; do
        # shellcheck disable=SC2086
        "$target/debug/taphuan" --data "$file" $verb < /dev/null
    done
    gzip -9nc "$file" > "$here/schema-$1.taphuan.gz"
    git -C "$root" worktree remove --force "$work/$1"
}

work 10 54a02fb 9 "import $here/them.csv --session 1
import $here/undone.csv --session 1
undo"
work 11 37171b0 10 "import $here/undone.csv --session 1
erase --person 7 --reason thử
import $here/once_more.csv --session 1
import $here/taken_back.csv --session 1
undo"
work 12 8b5f835 11 "import $here/left_over.csv --session 1
import $here/taken_back.csv --session 1
undo"
work 13 28fc1c9 12 "mark --session 1 --cluster 1 --sitting 1 --late 2
turnout --session 1 --cluster 1 --sitting 1 --guests --present 3
import $here/one_more.csv --session 1
import $here/taken_back.csv --session 1
undo"
work 14 759c3b0 13 "import $here/two_more.csv --session 1
import $here/taken_back.csv --session 1
undo"
rm -rf "$work"
