# What the steps of smoke.sh share: verdicts, Wine and its screen, the window. Sourced, not run.
#
# Known from outside: EXE, the program for Windows; LINUX, the same for Linux; OUT, where pictures and results go;
# SMOKE, this folder; PROJECT.

# Verdicts.

failures=0

verdict() { # PASS|FAIL|KNOWN what [detail]
    local line="$1  $2${3:+  ($3)}"
    echo "$line"
    printf '%s\t%s\t%s\n' "$1" "$2" "${3:-}" >> "$OUT/results.tsv"
    if [ "$1" = FAIL ]; then failures=$((failures + 1)); fi
}
pass() { verdict PASS "$@"; }
fail() { verdict FAIL "$@"; }
known() { verdict KNOWN "$@"; }

# check WHAT DETAIL COMMAND…: passes when the command does.
check() {
    local what=$1 detail=$2
    shift 2
    if "$@" > /dev/null 2>&1; then pass "$what" "$detail"; else fail "$what" "$detail"; fi
}

# same WHAT EXPECTED FOUND
same() {
    if [ "$2" = "$3" ]; then pass "$1" "$3"; else fail "$1" "expected “$2”, found “$3”"; fi
}

figure() { # NAME VALUE
    echo "      $1: $2"
    printf 'FIGURE\t%s\t%s\n' "$1" "$2" >> "$OUT/results.tsv"
}

# Waits until a command succeeds, at most so many seconds.
within() {
    local seconds=$1 start=$SECONDS
    shift
    until "$@" > /dev/null 2>&1; do
        [ $((SECONDS - start)) -lt "$seconds" ] || return 1
        sleep 0.1
    done
}

# What a program for Windows shows of itself before it runs.

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$PROJECT/Cargo.toml" | head -n 1)

hex() { od -An -v -tx1 | tr -d ' \n'; }

# Its properties, manifest and icons, to be looked into by holds_text.
load_resources() { # FILE
    x86_64-w64-mingw32-objcopy -O binary --only-section=.rsrc "$1" "$OUT/work/resources"
    resources=$(hex < "$OUT/work/resources")
}
holds_text() { [[ "$resources" == *"$(printf %s "$1" | iconv -t UTF-16LE | hex)"* ]]; }

# How many folder names of the machine that built it stand in it: they are nobody's business. One of our own files lies
# in screen/home.
folders_in() { # FILE
    strings -n 8 "$1" | sed 's|screen/home/||g' | grep -cE "/home/|/root/|$(dirname "$PROJECT")/"
}

# The screen and Wine, in a home of their own: nothing of the user's is touched, nothing stays but OUT.

start_screen() {
    # The server itself finds a number that is free.
    Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp -noreset 3> "$OUT/log/display" > "$OUT/log/xvfb.txt" 2>&1 &
    xvfb=$!
    within 20 test -s "$OUT/log/display"
    DISPLAY=:$(cat "$OUT/log/display")
    export DISPLAY
    openbox > "$OUT/log/openbox.txt" 2>&1 &
    openbox=$!
}

start_wine() {
    export HOME=$OUT/home WINEPREFIX=$OUT/home/wine WINEARCH=win64 WINEDEBUG=-all LC_ALL=C.UTF-8
    # Neither .NET nor a browser; and no menu entries on this computer.
    export WINEDLLOVERRIDES='mscoree=;mshtml=;winemenubuilder.exe=d'
    unset WAYLAND_DISPLAY XDG_RUNTIME_DIR XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
    mkdir -p "$HOME/Desktop" "$HOME/Documents"
    if ! [ -d "$WINEPREFIX/drive_c/windows" ]; then wineboot -i > "$OUT/log/wineboot.txt" 2>&1; fi
    # This Wine takes itself for Windows 7.
    winecfg -v win10 > /dev/null 2>&1
    wineserver -p
    local gcc=x86_64-w64-mingw32-gcc
    "$gcc" -shared -O2 -s -static-libgcc -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" \
        "$SMOKE/bcryptprimitives.c" -ladvapi32
    "$gcc" -O2 -s -municode -o "$OUT/work/sender.exe" "$SMOKE/sender.c"
    "$gcc" -O2 -s -mwindows -o "$OUT/work/hook.exe" "$SMOKE/hook.c"
    "$gcc" -O2 -s -o "$OUT/work/foreground.exe" "$SMOKE/foreground.c"
    # Wine's own typefaces lack Vietnamese letters: in pictures of the installer one could not tell what it says.
    local face
    for face in Tahoma 'Segoe UI' 'MS Shell Dlg'; do
        wine reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$face" /d 'DejaVu Sans' /f > /dev/null 2>&1
    done
    roaming=$(echo "$WINEPREFIX"/drive_c/users/*/AppData/Roaming)
    local_data=$(echo "$WINEPREFIX"/drive_c/users/*/AppData/Local)
}

# Ends only what was started here.
stop_all() {
    [ -z "${WINEPREFIX:-}" ] || wineserver -k 2> /dev/null
    [ -z "${openbox:-}" ] || kill "$openbox" 2> /dev/null
    [ -z "${xvfb:-}" ] || kill "$xvfb" 2> /dev/null
}

# The path of a file as Windows programs see it.
windows_path() { printf 'Z:%s' "${1//\//\\}"; }

# The program with a verb, as from a script: what it prints goes to our standard output.
exe() { wine "$EXE" "$@"; }

# A value of a JSON text.
json() { # TEXT PATH
    sqlite3 :memory: "select json_extract('${1//\'/\'\'}', '$2')"
}

# A value of a data file.
query() { # FILE SQL
    sqlite3 -readonly "$1" "$2"
}

# The sessions of the samples whose papers are compared: one with several clusters, one with many guests.
sample() { # FILE
    rm -f "$1" "$1".*
    "$LINUX" --data "$1" sample > /dev/null 2>&1
}

# The window.

window='' # its number on the screen
process='' # the process it belongs to

# The windows on the screen that belong to a program, ours unless said; its dialogs, too.
windows_of() { # [PROGRAM]
    xdotool search --onlyvisible --class "${1:-taphuan}" 2> /dev/null
}
find_window() { windows_of "$@" | tail -n 1; }

has_window() { [ -n "$(find_window "$@")" ]; }
dialog() { windows_of | grep -vx "$window" | tail -n 1; }
has_dialog() { [ -n "$(dialog)" ]; }
no_window() { ! has_window "$@"; }
is_gone() { [ -n "$1" ] && ! kill -0 "$1" 2> /dev/null; }

# As if the program was never used on this computer.
forget_settings() { rm -rf "$roaming/taphuan" "$local_data/taphuan"; }

# Opens the window and waits until its screen is drawn.
open_window() { # arguments of the program
    wine "$EXE" "$@" > "$OUT/log/window.txt" 2>&1 &
    await_window
}

take_window() {
    window=$(find_window)
    [ -n "$window" ] && process=$(xdotool getwindowpid "$window") && [ -n "$process" ]
}

await_window() {
    process=''
    within 30 take_window && settle
}

# Waits until nothing changes on the screen any more.
settle() {
    local before='' now tries
    for tries in $(seq 30); do
        sleep 0.4
        now=$(import -window root -depth 8 rgb:- | md5sum)
        [ "$now" != "$before" ] || return 0
        before=$now
    done
}

picture() { import -window root "$OUT/$1.png"; }

# Brings a window forward. xdotool would wait for ever for one that was in front already.
activate() { timeout 3 xdotool windowactivate --sync "$1"; }

# Closes the window as Alt+F4 does, and waits for the end of the program.
close_window() {
    activate "$window"
    xdotool key --delay 50 alt+F4
    within 10 is_gone "$process"
}

# When something went wrong: the processes of the windows on this screen, and no others of this name.
end_window() {
    local left
    for left in $(windows_of); do
        kill -9 "$(xdotool getwindowpid "$left")" 2> /dev/null
    done
    within 5 no_window
}

press() { # keys…
    xdotool key --delay 100 "$@"
    sleep 0.3
}

# Puts text where the caret is. xdotool's own typing loses letters under Wine.
paste() {
    printf '%s' "$1" | xclip -selection clipboard -i > /dev/null 2>&1
    sleep 0.6
    xdotool key --delay 100 ctrl+v
    sleep 1
}

# A click at a place of the screen. Wine wants to see the pointer come.
click() { # X Y
    xdotool mousemove "$1" "$2"
    sleep 0.3
    xdotool mousemove_relative 1 1
    sleep 0.2
    xdotool click 1
    sleep 0.5
}
