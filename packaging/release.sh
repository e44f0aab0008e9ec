#!/usr/bin/env bash
# release.sh OUT FILE…: puts what is handed out into the folder OUT, with SHA256SUMS and ghi-chu.md: what is new, from
# docs/changes.md, which file is for whom, and the sums. check.sh calls it with what it has built and tried.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=${1:?usage: release.sh OUT FILE…}
shift
[ $# -gt 0 ] || { echo "usage: release.sh OUT FILE…" >&2; exit 2; }
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$project/Cargo.toml" | head -n 1)
# From the heading of this version to the next.
news=$(awk -v heading="## $version" '/^## / {here = ($0 == heading || index($0, heading " ") == 1)} here && !/^## /' \
    "$project/docs/changes.md")
[ -n "${news//[[:space:]]/}" ] || { echo "docs/changes.md says nothing of $version" >&2; exit 1; }

for_whom() {
    case $1 in
        *-setup.exe) echo 'Windows 10, 11: bộ cài. Phần lớn các máy dùng tệp này' ;;
        *portable.zip) echo 'Windows 10, 11: không cần cài, để trong một thư mục hoặc USB' ;;
        *.deb) echo 'Linux (Debian, Ubuntu): gói cài' ;;
        *.tar.gz) echo 'Linux khác: không cần cài' ;;
        *) echo "release.sh does not know for whom $1 is" >&2; return 1 ;;
    esac
}
# With the comma that Vietnamese numbers have.
megabytes() { awk -v bytes="$(stat -c %s "$1")" 'BEGIN { text = sprintf("%.1f MB", bytes / 1000000); sub(/\./, ",", text); print text }'; }

rm -rf "$out"
mkdir -p "$out"
for file in "$@"; do
    cp "$file" "$out/"
done
sums=$(cd "$out" && sha256sum -- *)
printf '%s\n' "$sums" > "$out/SHA256SUMS"
{
    printf '# Tập huấn %s\n\n' "$version"
    sed -e '/./,$!d' <<< "$news"
    printf '\n## Chọn tệp nào\n\n| Tệp | Dùng cho | Cỡ |\n|---|---|---|\n'
    for file in "$@"; do
        name=$(basename "$file")
        whom=$(for_whom "$name")
        printf '| `%s` | %s | %s |\n' "$name" "$whom" "$(megabytes "$file")"
    done
    printf '\n## Kiểm tra tệp tải về hoặc chép về\n\n'
    printf 'Trên Windows, mở Command Prompt trong thư mục có tệp, gõ `certutil -hashfile TÊN-TỆP SHA256` rồi so với mã dưới đây. '
    printf 'Trên Linux: `sha256sum -c SHA256SUMS`.\n\n```\n'
    cat "$out/SHA256SUMS"
    printf '```\n'
} > "$out/ghi-chu.md"
ls -l "$out"
