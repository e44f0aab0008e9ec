# At every scale that Windows offers, with text of every size: all of the window is on the screen, maximised or not.

data=$OUT/work/scales.taphuan
sample "$data"

# The edges of the window with its frame, and whether a screen of 1366 × 768 has them.
frame() {
    xwininfo -frame -id "$window" | awk '/Absolute/ {at[n++] = $NF} /Width:|Height:/ {side[m++] = $NF}
        END {print at[0], at[1], at[0] + side[0], at[1] + side[1]}'
}
is_on_screen() {
    local left top right bottom
    read -r left top right bottom <<< "$(frame)"
    [ "$left" -ge 0 ] && [ "$top" -ge 0 ] && [ "$right" -le 1366 ] && [ "$bottom" -le 768 ]
}

is_smaller() { is_on_screen && [ "$(frame)" != "$maximised" ]; }

for scale in 100 125 150; do
    wine reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d $((96 * scale / 100)) /f > /dev/null 2>&1
    # It counts from the next start of the system.
    wineserver -k
    wineserver -w
    wineserver -p
    for text in 100 150; do
        forget_settings
        mkdir -p "$roaming/taphuan"
        printf '{"text_size": %s}' "$text" > "$roaming/taphuan/window.json"
        open_window "$(windows_path "$data")"
        maximised=$(frame)
        check "scale $scale %, text $text %: maximised" "$maximised" is_on_screen
        picture "11-scale-$scale-text-$text"
        # A double click on the title bar.
        xdotool mousemove 683 9 click --repeat 2 --delay 80 1
        settle
        check "scale $scale %, text $text %: not maximised any more" "$(frame)" is_smaller
        picture "11-scale-$scale-text-$text-smaller"
        close_window || end_window
    done
done
wine reg delete 'HKCU\Control Panel\Desktop' /v LogPixels /f > /dev/null 2>&1
wineserver -k
wineserver -w
wineserver -p
