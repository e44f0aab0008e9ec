# A second start, and a start that fails where there is no console to say so.

data=$OUT/work/second.taphuan
sample "$data"
open_window "$(windows_path "$data")"
first=$window
wine notepad > /dev/null 2>&1 &
notepad=$!
within 15 has_window notepad
settle
title=$(xdotool getwindowname "$first")
# Whom Wine has in front: the window manager here does not follow it unless a window was minimised.
in_front() { [ "$(wine "$OUT/work/foreground.exe" 2> /dev/null)" = "$1" ]; }
check 'another window lies over the first' '' in_front 'Untitled - Notepad'
start_again() {
    wine "$EXE" "$(windows_path "$data")" > /dev/null 2>&1 &
    second=$!
    within 15 is_gone "$second"
}
check 'a second start on the same file ends by itself' '' start_again
check 'and brings the first window forward' '' within 3 in_front "$title"
same 'there is one window' 1 "$(windows_of | wc -l)"
picture 09-second-start
xdotool windowminimize "$first"
sleep 1
check 'one more, with the first window minimised, ends, too' '' start_again
is_active() { [ "$(xdotool getactivewindow)" = "$first" ]; }
check 'and brings it back' '' within 3 is_active
settle
picture 09-from-minimised
kill "$second" "$notepad" 2> /dev/null
window=$first
close_window || end_window
within 5 no_window

forget_settings
# Started from the desktop: nobody reads what it prints.
wine start /unix "$EXE" nonsense > /dev/null 2>&1
if within 10 has_window; then
    pass 'a wrong word on the command line is said in a message box'
    settle
    picture 09-message-box
    window=$(find_window)
    process=$(xdotool getwindowpid "$window")
    activate "$window"
    xdotool key Return
    check 'which Enter closes' '' within 5 is_gone "$process"
else
    fail 'a wrong word on the command line is said in a message box' 'no window appeared'
    picture 09-message-box
fi
logs=$(find "$local_data/taphuan" -type f 2> /dev/null | head -n 3)
if [ -n "$logs" ]; then
    pass 'and written to a log file' "${logs#"$WINEPREFIX"/}"
    cat $logs > "$OUT/09-log.txt"
else
    fail 'and written to a log file' 'nothing under %LOCALAPPDATA%\taphuan'
fi
said=$(exe nonsense 2>&1 < /dev/null)
same 'piped, it is said there, with exit code 2' 2 $?
figure 'in these words' "$said"
