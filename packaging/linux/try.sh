#!/usr/bin/env bash
# try.sh [OUT]: tries what build.sh has put into OUT (target/linux unless said) as an office would: in a clean Debian,
# which it makes with debootstrap, the package is installed, updated, started on a screen of its own and removed, and the
# archive unpacked. Needs root. Each line says PASS or FAIL; the exit code is 1 if anything failed. Pictures and
# results.tsv go into OUT/try. Takes five minutes the first time.
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/../.." && pwd)
files=$(realpath "${1:-$project/target/linux}")
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$project/Cargo.toml" | head -n 1)
deb=$files/taphuan_${version}_$(dpkg --print-architecture).deb
archive=$files/taphuan-$version-linux-$(dpkg --print-architecture).tar.gz
[ "$(id -u)" = 0 ] || { echo "a clean root can be entered only by root" >&2; exit 2; }
for file in "$deb" "$archive"; do
    [ -f "$file" ] || { echo "there is no $file" >&2; exit 2; }
done
packages=(debootstrap xvfb openbox xdotool imagemagick)
missing=()
for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2> /dev/null)" = "ii " ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}" ||
        exit 2
fi

OUT=$files/try
mkdir -p "$OUT"
rm -rf "$OUT/root" "$OUT/results.tsv" "$OUT"/*.png "$OUT/log"
mkdir "$OUT/log"
failures=0
verdict() { # PASS|FAIL what [detail]
    echo "$1  $2${3:+  ($3)}"
    printf '%s\t%s\t%s\n' "$1" "$2" "${3:-}" >> "$OUT/results.tsv"
    if [ "$1" = FAIL ]; then failures=$((failures + 1)); fi
}
check() { # WHAT DETAIL COMMAND…
    local what=$1 detail=$2
    shift 2
    if "$@" > "$OUT/log/last.txt" 2>&1; then verdict PASS "$what" "$detail"; else verdict FAIL "$what" "$detail"; fi
}
same() { # WHAT EXPECTED FOUND
    if [ "$2" = "$3" ]; then verdict PASS "$1" "$3"; else verdict FAIL "$1" "expected “$2”, found “$3”"; fi
}
within() { # SECONDS COMMAND…
    local seconds=$1 start=$SECONDS
    shift
    until "$@" > /dev/null 2>&1; do
        [ $((SECONDS - start)) -lt "$seconds" ] || return 1
        sleep 0.2
    done
}

# A clean Debian of the same release, from where this machine has its own; made once, then copied.
clean=$OUT/clean
if ! [ -f "$clean/etc/debian_version" ]; then
    suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
    mirror=$(apt-get indextargets --format '$(SITE)' "Created-By: Packages" "Codename: $suite" | head -n 1)
    rm -rf "$clean.new"
    debootstrap --variant=minbase "$suite" "$clean.new" "$mirror" > "$OUT/log/debootstrap.txt" 2>&1 ||
        { tail -n 5 "$OUT/log/debootstrap.txt" >&2; exit 2; }
    cp /etc/apt/apt.conf.d/*proxy* "$clean.new/etc/apt/apt.conf.d/" 2> /dev/null
    # What asks about kinds of files, as every desktop has it, and a user.
    DEBIAN_FRONTEND=noninteractive chroot "$clean.new" apt-get install -y --no-install-recommends \
        shared-mime-info desktop-file-utils libglib2.0-bin > "$OUT/log/clean.txt" 2>&1 ||
        { tail -n 5 "$OUT/log/clean.txt" >&2; exit 2; }
    chroot "$clean.new" useradd --create-home clerk
    mv "$clean.new" "$clean"
fi
root=$OUT/root
cp -a "$clean" "$root"
home=$root/home/clerk
# As the user, with nothing of this machine but the screen.
clerk() {
    chroot --userspec=clerk "$root" env -i HOME=/home/clerk USER=clerk PATH=/usr/bin:/bin LANG=C.UTF-8 DISPLAY="${DISPLAY:-}" \
        sh -c 'cd && exec "$@"' - "$@"
}
as_root() { DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }

# A screen of its own; the server itself finds a number that is free.
unset WAYLAND_DISPLAY WAYLAND_SOCKET
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp -noreset 3> "$OUT/log/display" > "$OUT/log/xvfb.txt" 2>&1 &
xvfb=$!
within 20 test -s "$OUT/log/display"
DISPLAY=:$(cat "$OUT/log/display")
export DISPLAY
openbox > "$OUT/log/openbox.txt" 2>&1 &
openbox=$!
end() { kill "$openbox" "$xvfb" 2> /dev/null; }
trap end EXIT

window() { xdotool search --onlyvisible --class taphuan 2> /dev/null | tail -n 1; }
has_window() { [ -n "$(window)" ]; }
no_window() { ! has_window; }
settle() {
    local before='' now tries
    for tries in $(seq 30); do
        sleep 0.4
        now=$(import -window root -depth 8 rgb:- | md5sum)
        [ "$now" != "$before" ] || return 0
        before=$now
    done
}
close_window() {
    timeout 3 xdotool windowactivate --sync "$(window)"
    xdotool key --delay 50 alt+F4
    within 10 no_window
}

# The package as a file.
check 'the checksums beside the files are right' '' sh -c 'cd "$1" && sha256sum -c ./*.sha256' - "$files"
check 'the package is not larger than 20 MB' "$(stat -c %s "$deb")" test "$(stat -c %s "$deb")" -le 20000000
check 'no folder of the machine that built it stands in the program' '' \
    sh -c '! strings -n 8 "$1" | sed "s|screen/home/||g" | grep -E "/home/|/root/|$2/"' - "$files/taphuan" "$(dirname "$project")"

# An older one, then this one.
mkdir -p "$OUT/older"
[ -f "$OUT/older/taphuan_0.0.9_$(dpkg --print-architecture).deb" ] ||
    "$here/pack.sh" "$files/taphuan" "$OUT/older" 0.0.9 > "$OUT/log/older.txt" 2>&1
cp "$OUT"/older/*.deb "$deb" "$root/tmp/"
before=$(as_root dpkg-query -W -f='.' | wc -c)
check 'apt installs it, 0.0.9' '' as_root apt-get install -y --no-install-recommends "/tmp/taphuan_0.0.9_$(dpkg --print-architecture).deb"
echo "      with it come $(($(as_root dpkg-query -W -f='.' | wc -c) - before - 1)) packages of Debian"
same 'nothing of it is broken' '' "$(as_root dpkg --audit; as_root dpkg --verify taphuan)"
clerk taphuan sample > "$OUT/log/sample.txt" 2>&1
same 'the sample is made where data lie' du-lieu.taphuan "$(ls "$home/.local/share/taphuan" | grep -v lock)"
data=$home/.local/share/taphuan/du-lieu.taphuan
kept=$(md5sum < "$data")
check 'apt updates it' '' as_root apt-get install -y --no-install-recommends "/tmp/$(basename "$deb")"
same 'to this version' "$version" "$(as_root dpkg-query -W -f='${Version}' taphuan)"
same '“taphuan --version”' "taphuan $version" "$(clerk taphuan --version)"
same 'data are untouched' "$kept" "$(md5sum < "$data")"

# By the command line.
same 'five sessions' 5 "$(clerk taphuan sessions --json | grep -c '"id"')"
check 'a sign-in sheet' '' clerk taphuan export sign-in-sheet --session 1 --out '/home/clerk/Danh sách ký tên.pdf'
same 'is a PDF file' '%PDF-' "$(head -c 5 "$home/Danh sách ký tên.pdf")"
check 'with pages as “papers” of the same program outside' '' sh -c '
    "$1" --data "$2" export sign-in-sheet --session 1 --out "$3/there.pdf" && cmp "$3/there.pdf" "$4"' - \
    "$files/taphuan" "$data" "$OUT" "$home/Danh sách ký tên.pdf"

# The window.
clerk taphuan > "$OUT/log/window.txt" 2>&1 &
check 'the window opens' '' within 60 has_window
settle
import -window root "$OUT/window.png"
check 'on the data of the user' "$(xdotool getwindowname "$(window)")" grep -q du-lieu.taphuan "$home/.config/taphuan/window.json"
check 'and closes' '' close_window

# Kinds of files, as the desktop knows them.
clerk cp .local/share/taphuan/du-lieu.taphuan 'Lớp 2026.taphuan'
clerk cp .local/share/taphuan/du-lieu.taphuan 'khong-duoi'
clerk taphuan marks export --session 1 --cluster 1 --out /home/clerk/cum.diemdanh > /dev/null 2>&1
kind() { clerk gio info -a standard::content-type "$1" | sed -n 's/.*content-type: //p'; }
same 'a data file is known by its name' application/x-taphuan "$(kind 'Lớp 2026.taphuan')"
same 'and by what is in it' application/x-taphuan "$(kind khong-duoi)"
same 'a package of attendance is known, too' application/x-taphuan-diemdanh "$(kind cum.diemdanh)"
check 'taphuan opens data files' '' sh -c 'echo "$1" | grep -q "taphuan.desktop"' - "$(clerk gio mime application/x-taphuan)"
clerk gio open 'Lớp 2026.taphuan' > "$OUT/log/open.txt" 2>&1 &
check 'a data file that is opened opens the window' '' within 30 has_window
settle
import -window root "$OUT/by-association.png"
check 'on that file' '' grep -q 'Lớp 2026.taphuan' "$home/.config/taphuan/window.json"
said=$(clerk taphuan cum.diemdanh 2>&1)
same 'a package of attendance, while that window is open: exit code 1' 1 $?
check 'and what to do' "$said" grep -q 'Hãy kéo tệp “cum.diemdanh” vào cửa sổ ấy' <<< "$said"
close_window
clerk gio open cum.diemdanh > "$OUT/log/package.txt" 2>&1 &
check 'opened alone, it opens the window' '' within 30 has_window
settle
import -window root "$OUT/package.png"
close_window || xdotool key Escape
for size in 16 48 128 256; do
    check "an icon of $size" '' test -s "$root/usr/share/icons/hicolor/${size}x$size/apps/taphuan.png"
done

# Removed.
kept=$(cd "$home" && find . -type f ! -path './.cache/*' -exec md5sum {} + | sort | md5sum)
check 'apt removes it' '' as_root apt-get remove -y taphuan
same 'nothing of it is left' '' "$(find "$root/usr" "$root/etc" "$root/var/lib/dpkg/info" -iname '*taphuan*')"
same 'data are untouched' "$kept" "$(cd "$home" && find . -type f ! -path './.cache/*' -exec md5sum {} + | sort | md5sum)"

# The archive, with the libraries of a desktop, which the package has brought along.
tar -C "$home" -xzf "$archive"
chown -R --reference="$home" "$home/taphuan"
same 'the archive holds' 'giay-phep.txt taphuan taphuan.png ĐỌC TRƯỚC.txt' "$(LC_ALL=C ls "$home/taphuan" | paste -sd ' ')"
same 'its program says' "taphuan $version" "$(clerk ./taphuan/taphuan --version)"
clerk ./taphuan/taphuan > "$OUT/log/archive.txt" 2>&1 &
check 'its window opens' '' within 30 has_window
settle
import -window root "$OUT/archive.png"
check 'and closes' '' close_window

rm -rf "$root"
printf '\n%s failed; pictures and results.tsv are in %s\n' "$failures" "$OUT"
[ "$failures" = 0 ]
