#!/usr/bin/env bash
# cli/build.sh CLI: taphuan-cli.exe, the console program that runs taphuan.exe. Called by ../build.sh, which has said in
# the environment how to build for Windows.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/../../.." && pwd)
cli=$(realpath -m "${1:?usage: cli/build.sh CLI}")
target=x86_64-pc-windows-gnu
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$project/Cargo.toml" | head -n 1)
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:?}/cli
mkdir -p "$CARGO_TARGET_DIR"

# Its icon, its properties and its manifest; the package has no dependency, not even one that would write these.
resource=$CARGO_TARGET_DIR/cli.rc
cat > "$resource" << END
1 ICON "$project/assets/icons/taphuan.ico"
1 24 "$project/packaging/windows/taphuan.manifest"
1 VERSIONINFO
FILEVERSION ${version//./,},0
PRODUCTVERSION ${version//./,},0
FILETYPE 1
{
  BLOCK "StringFileInfo" {
    BLOCK "042a04b0" {
      VALUE "CompanyName", "Nhóm sáng lập Tập huấn"
      VALUE "ProductName", "Tập huấn"
      VALUE "FileDescription", "Tập huấn – dòng lệnh"
      VALUE "FileVersion", "$version"
      VALUE "ProductVersion", "$version"
      VALUE "OriginalFilename", "taphuan-cli.exe"
      VALUE "InternalName", "taphuan-cli"
      VALUE "LegalCopyright", "Giấy phép MIT"
    }
  }
  BLOCK "VarFileInfo" { VALUE "Translation", 0x042a, 1200 }
}
END
x86_64-w64-mingw32-windres --codepage=65001 -O coff "$resource" "$CARGO_TARGET_DIR/cli.res"
separator=$'\x1f'
export CARGO_ENCODED_RUSTFLAGS="${CARGO_ENCODED_RUSTFLAGS:?}${separator}-Clink-arg=$CARGO_TARGET_DIR/cli.res"
"${CARGO:-/usr/bin/cargo}" build --release --locked --manifest-path "$here/Cargo.toml" --target "$target"
cp "$CARGO_TARGET_DIR/$target/release/taphuan-cli.exe" "$cli"
