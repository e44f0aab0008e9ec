#!/usr/bin/env bash
# pack.sh PROGRAM OUT [VERSION]: packs a program for Linux into a .deb and a .tar.gz in OUT. VERSION is that of the project
# unless said; try.sh says an older one, to try updates. build.sh calls it, after it has installed what it needs.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/../.." && pwd)
program=$(realpath "${1:?usage: pack.sh PROGRAM OUT [VERSION]}")
out=$(realpath "${2:?usage: pack.sh PROGRAM OUT [VERSION]}")
version=${3:-$(sed -n 's/^version = "\(.*\)"$/\1/p' "$project/Cargo.toml" | head -n 1)}
architecture=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The same files give the same packages: everything has the date of the commit.
SOURCE_DATE_EPOCH=$(git -C "$project" log -1 --format=%ct 2> /dev/null || date +%s)
export SOURCE_DATE_EPOCH

# The tree as it is installed.
root=$work/root
install -D -m 755 "$program" "$root/usr/bin/taphuan"
install -D -m 644 "$here/taphuan.desktop" "$root/usr/share/applications/taphuan.desktop"
install -D -m 644 "$here/taphuan-mime.xml" "$root/usr/share/mime/packages/taphuan.xml"
metainfo=$root/usr/share/metainfo/vn.taphuan.taphuan.metainfo.xml
install -D -m 644 "$here/vn.taphuan.taphuan.metainfo.xml" "$metainfo"
sed -i "s/@VERSION@/$version/; s/@DATE@/$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)/" "$metainfo"
# Each size that the icon for Windows holds.
for size in 16 24 32 48 64 256; do
    icon=$root/usr/share/icons/hicolor/${size}x$size/apps/taphuan.png
    mkdir -p "$(dirname "$icon")"
    index=$(identify "$project/assets/icons/taphuan.ico" | grep -n " ${size}x$size " | head -n 1 | cut -d: -f1)
    convert "$project/assets/icons/taphuan.ico[$((index - 1))]" -strip -define png:exclude-chunks=date,time "$icon"
done
install -D -m 644 "$project/assets/icons/taphuan.png" "$root/usr/share/icons/hicolor/128x128/apps/taphuan.png"
documents=$root/usr/share/doc/taphuan
mkdir -p "$documents"
{
    printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: taphuan\n\n'
    printf 'Files: *\nCopyright: 2026 The Tập huấn founders\nLicense: MIT\n'
    tail -n +5 "$project/LICENSE" | sed 's/^$/./; s/^/ /'
    printf 'Comment:\n'
    sed 's/^$/./; s/^/ /' "$project/assets/licences.txt"
} > "$documents/copyright"
gzip -9n < "$project/docs/changes.md" > "$documents/NEWS.gz"
desktop-file-validate "$root/usr/share/applications/taphuan.desktop"
appstreamcli validate --no-net "$metainfo" > "$work/appstream" || { cat "$work/appstream" >&2; exit 1; }

# What it needs: the libraries it is linked with, and those it looks for by name when it starts.
mkdir -p "$work/debian"
printf 'Source: taphuan\n\nPackage: taphuan\nArchitecture: any\n' > "$work/debian/control"
linked=$(cd "$work" && dpkg-shlibdeps -O -e"$program" 2> "$work/shlibdeps" | sed -n 's/^shlibs:Depends=//p')
sought=()
for library in $(strings -n 6 "$program" | grep -oP 'lib(?:(?!lib)[A-Za-z0-9_+-])+\.so\.[0-9]+' | sort -u); do
    readelf -d "$program" | grep -qF "[$library]" && continue
    package=$(dpkg-query -S "*/$library" 2> /dev/null | head -n 1 | cut -d: -f1) || true
    [ -n "$package" ] || { echo "which package has $library, that the program looks for? build.sh should install it" >&2; exit 1; }
    sought+=("$package")
done
depends=$linked$(printf '%s\n' "${sought[@]}" | sort -u | sed 's/^/, /' | tr -d '\n')

mkdir "$root/DEBIAN"
cat > "$root/DEBIAN/control" << END
Package: taphuan
Version: $version
Architecture: $architecture
Maintainer: Nhóm sáng lập Tập huấn <noreply@taphuan.invalid>
Section: misc
Priority: optional
Installed-Size: $(du -sk --apparent-size --exclude=DEBIAN "$root" | cut -f1)
Depends: $depends
Recommends: xdg-utils, xdg-desktop-portal, zenity
Description: training conferences of a Vietnam Fatherland Front office
 Tập huấn nhận danh sách đại biểu, chia cụm, in danh sách ký tên, điểm danh,
 in giấy chứng nhận và cả bộ hồ sơ của một hội nghị tập huấn. Không cần mạng;
 mọi dữ liệu nằm trong một tệp.
END
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
find "$root" -type d -exec chmod 755 {} +
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
deb=$out/taphuan_${version}_$architecture.deb
# Compressed as every Debian and Ubuntu in use can read it.
dpkg-deb --root-owner-group -Zxz -z9 --build "$root" "$deb" > /dev/null

# The plain archive.
folder=$work/taphuan
mkdir "$folder"
cp -p "$root/usr/bin/taphuan" "$folder/taphuan"
cp "$here/ĐỌC TRƯỚC.txt" "$folder/"
cp "$project/assets/licences.txt" "$folder/giay-phep.txt"
cp -p "$root/usr/share/icons/hicolor/256x256/apps/taphuan.png" "$folder/taphuan.png"
archive=$out/taphuan-$version-linux-$architecture.tar.gz
tar -C "$work" --owner=0 --group=0 --numeric-owner --sort=name --mtime="@$SOURCE_DATE_EPOCH" --mode=u+rw,go+r,go-w \
    -cf - taphuan | gzip -9n > "$archive"

for file in "$deb" "$archive"; do
    (cd "$out" && sha256sum "$(basename "$file")" > "$file.sha256")
done
