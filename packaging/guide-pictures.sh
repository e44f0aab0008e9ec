#!/usr/bin/env bash
# Takes the pictures of the user guide (assets/guide/*.png) anew, from the running program with its sample data.
#
#   packaging/guide-pictures.sh PROGRAM [OUT]      OUT: assets/guide beside this script, if not named
#   ONLY="import results" packaging/guide-pictures.sh PROGRAM [OUT]        only those pictures
#
# Needs, on Debian: xvfb openbox xdotool imagemagick x11-utils pngquant zopfli. Nobody need look on: it has a screen of its own.
# Look at every picture afterwards: a control that has moved is clicked beside, and no script sees that.
set -euo pipefail
export LC_ALL=C.UTF-8

program=$(realpath "${1:?usage: guide-pictures.sh PROGRAM [OUT]}")
out=${2:-$(dirname "$(realpath "$0")")/../assets/guide}
mkdir -p "$out"
out=$(realpath "$out")

work=$(mktemp -d)
pids=()
end() {
    local pid
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap end EXIT

# A clean home: no settings, no data and no backups of whoever runs this.
mkdir -p "$work/home" "$work/bin" "$work/lists"
# The program finds no other programs: without a portal and zenity it asks for files by their path, which can be typed
# here; without lpstat it knows no printer and offers the PDF viewer, as on Windows. The viewer is one that shows nothing.
printf '#!/bin/sh\nexit 0\n' > "$work/bin/xdg-open"
chmod +x "$work/bin/xdg-open"

# The window opens as large as the screen, so the screen is as large as the pictures.
width=1024 height=700
display_file="$work/display"
Xvfb -displayfd 4 -screen 0 ${width}x${height}x24 -nolisten tcp 4> "$display_file" > /dev/null 2>&1 &
pids+=($!)
for _ in $(seq 50); do [ -s "$display_file" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$display_file")
export DISPLAY
# No frame: it would be openbox's, which nobody in an office knows.
cat > "$work/openbox.xml" <<'XML'
<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications><application class="*"><decor>no</decor><position force="yes"><x>0</x><y>0</y></position></application></applications>
</openbox_config>
XML
openbox --config-file "$work/openbox.xml" > /dev/null 2>&1 &
pids+=($!)
sleep 0.5

# --- the program ---

# In a home of its own.
run=(env -i "HOME=$work/home" "PATH=$work/bin" LC_ALL=C.UTF-8 "DISPLAY=$DISPLAY" WINIT_X11_SCALE_FACTOR=1
    "DBUS_SESSION_BUS_ADDRESS=unix:path=$work/no-bus" "XDG_DATA_HOME=$work/home/data"
    "XDG_CONFIG_HOME=$work/home/config" "XDG_STATE_HOME=$work/home/state" "$program")

window='' app=''
# start [FILE]: opens the window with a copy of FILE, so that every picture starts from the same data; or with nothing yet,
# as on the first day.
start() {
    rm -rf "$work/home"; mkdir -p "$work/home"
    if [ $# -gt 0 ]; then
        cp "$1" "$work/home/du-lieu.taphuan"
        "${run[@]}" --data "$work/home/du-lieu.taphuan" > "$work/log" 2>&1 &
    else
        "${run[@]}" > "$work/log" 2>&1 &
    fi
    app=$!
    pids+=("$app")
    window=''
    for _ in $(seq 100); do
        window=$(xdotool search --onlyvisible --class taphuan 2>/dev/null | tail -1) && [ -n "$window" ] && break
        sleep 0.2
    done
    [ -n "$window" ] || { echo "the window did not open:" >&2; cat "$work/log" >&2; exit 1; }
    sleep 1.5
}
stop() { kill "$app" 2>/dev/null || true; wait "$app" 2>/dev/null || true; sleep 0.3; }

click() { xdotool mousemove "$1" "$2" click 1; sleep 0.8; }
# Types letter by letter; slow enough for the accents, for which xdotool remaps keys.
type_in() { xdotool type --delay 60 -- "$1"; sleep 0.6; }
key() { xdotool key --delay 60 "$@"; sleep 0.5; }
scroll() { local n=$3 b=5; [ "$n" -lt 0 ] && { n=$((-n)); b=4; }; xdotool mousemove "$1" "$2" click --repeat "$n" --delay 30 $b; sleep 0.6; }

# shot NAME [WxH+X+Y]: the window, or that part of it, in few colours: the guide travels inside the program.
shot() {
    # The pointer shows what it rests on in another shade: to the foot of the sidebar with it.
    xdotool mousemove 6 640; sleep 0.8
    import -window "$window" "$work/$1.png"
    convert "$work/$1.png" -crop "${2:-${width}x${height}+0+0}" +repage -strip "$work/$1-whole.png"
    # The grounds keep their colours: pngquant weighs each by how much of the picture has it.
    pngquant --nofs --force --strip --output "$work/$1-small.png" 32 "$work/$1-whole.png"
    zopflipng -y --filters=0 "$work/$1-small.png" "$out/$1.png" > /dev/null
    echo "$1.png  $(stat -c %s "$out/$1.png") bytes"
}
wanted() { [ -z "${ONLY:-}" ] || [[ " $ONLY " == *" $1 "* ]]; }

# --- the data ---

# The five samples. Session 2020 is the third line of the list (500, 280), 433 people in five clusters.
base="$work/mau.taphuan"
"${run[@]}" --data "$base" sample > /dev/null
open_2020() { click 100 176; click 500 280; }
tab() { case $1 in info) click 275 103 ;; delegates) click 360 103 ;; programme) click 490 103 ;; printing) click 605 103 ;;
    attendance) click 675 103 ;; results) click 754 103 ;; esac; sleep 0.7; }

# A list as a commune sends it, of people of the samples: one name shortened, one person twice, one of another year than is known.
cat > "$work/lists/xa-tam-dai.csv" <<'CSV'
ỦY BAN MTTQ VIỆT NAM XÃ TAM ĐẠI,,,,,
DANH SÁCH ĐẠI BIỂU DỰ TẬP HUẤN,,,,,
STT,Họ và tên,Năm sinh,Chức vụ,Đơn vị,Điện thoại
1,Lê Tấn Hoàng,1977,Phó Chủ tịch,UBMTTQ xã Tam Đại,0300908479
2,Đặng Thị Thảo,1982,Chủ tịch,UBMTTQ xã Tam Đại,0300900560
3,Châu Thị Thu Diệp,1962,Trưởng ban CTMT,Thôn Đông Tây,
4,Ng. T. Diệu Hậu,1975,Trưởng ban CTMT,Thôn Đại Hanh,0300940155
5,Đinh Minh Liêm,1969,Trưởng ban CTMT,Thôn Đại An,0300932236
6,Võ Thị Thu Bảy,1965,Chủ tịch,UBMTTQ xã Tam Đại,
7,Trương Quang Bảy,1962,Tổ trưởng Tổ đoàn kết,Thôn Đại An,
8,Trần Hồng Thùy,04/3/1975,Chủ tịch,Hội Liên hiệp Phụ nữ xã Tam Đại,
9,Lê Tấn Hoàng,1977,Phó Chủ tịch,UBMTTQ xã Tam Đại,0300908479
10,Phạm Quang Yên,1961,Trưởng ban CTMT,Thôn Trung Đàn,
CSV

# --- the pictures ---

if wanted first-start; then
    start
    shot first-start 660x620+290+80
    stop
fi

if wanted overview || wanted new-session || wanted search; then
    start "$base"
    wanted overview && shot overview
    click 920 57
    wanted new-session && shot new-session 540x400+242+150
    key Escape
    key ctrl+k
    type_in "tam dai"
    wanted search && shot search 820x480+100+40
    stop
fi

if wanted session-info; then
    start "$base"
    open_2020; tab info
    # Down to the clusters, of which one has too few seats.
    scroll 600 500 7
    shot session-info 808x438+216+262
    stop
fi

if wanted import || wanted delegates || wanted divide; then
    start "$base"
    open_2020; tab delegates
    click 500 320
    wanted delegates && shot delegates
    key Escape
    click 296 670
    wanted divide && shot divide 540x520+242+90
    key Escape
    key ctrl+o; sleep 1
    key ctrl+a; type_in "$work/lists/xa-tam-dai.csv"; key Return; sleep 2
    wanted import && shot import 808x700+216+0
    stop
fi

if wanted programme; then
    start "$base"
    open_2020; tab programme
    shot programme 808x600+216+0
    stop
fi

# The sheet printed first, as on the eve; then its first page entered, as on the day after.
if wanted printing || wanted print-dialog || wanted signed-page || wanted attendance; then
    start "$base"
    open_2020; tab printing; sleep 1
    wanted printing && shot printing
    click 780 207; sleep 1
    wanted print-dialog && shot print-dialog 540x400+242+150
    for _ in 1 2 3 4; do key Tab; done
    key Return; sleep 3
    # "Chưa" has the focus.
    key Tab; key Return; sleep 2
    tab attendance
    click 633 220
    # The next page that is not entered.
    key Return; sleep 1
    type_in "3 7p 12-13"; key Return; sleep 1
    wanted signed-page && shot signed-page 808x560+216+0
    key Return; sleep 1
    click 284 220
    type_in 30; key F4; sleep 1
    type_in 31; key Return; sleep 1
    wanted attendance && shot attendance
    stop
fi

# Two sittings of the first cluster marked; then the rule, and somebody who does not fulfil it.
if wanted results; then
    cp "$base" "$work/diem-danh.taphuan"
    for sitting in 1 2; do
        mark=("${run[@]}" --data "$work/diem-danh.taphuan" mark --session 1 --cluster 1 --sitting $sitting)
        "${mark[@]}" --all-present > /dev/null 2>&1
        "${mark[@]}" --absent "3 7" > /dev/null 2>&1
    done
    start "$work/diem-danh.taphuan"
    open_2020; tab results
    click 928 304; sleep 7
    key Escape
    click 400 470; sleep 1
    shot results 808x600+216+0
    stop
fi

# A form of certificates: the second of those that come with the program, in the designer.
if wanted certificate-form; then
    start "$base"
    open_2020; tab printing; sleep 1
    click 320 183
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13; do key Down; done
    key Return; sleep 2
    click 340 502
    key Up; key Up; key Up; key Return; sleep 7
    click 320 620; sleep 2
    click 300 200
    shot certificate-form
    stop
fi

if wanted register; then
    start "$base"
    click 100 336
    click 400 290
    shot register 808x620+216+0
    stop
fi

if wanted merge; then
    start "$base"
    click 100 296
    click 380 126; type_in "xa tam"; sleep 1
    click 400 213
    xdotool keydown ctrl; click 400 315; xdotool keyup ctrl
    click 785 202; sleep 1
    shot merge 540x592+242+54
    stop
fi

if wanted backups; then
    start "$base"
    click 100 416
    click 494 103; sleep 1
    scroll 600 500 30
    click 300 603; sleep 7
    click 470 603; sleep 2
    # Without the paths behind the dialog, which are those of this script.
    shot backups 860x300+82+198
    stop
fi
