# Closed and opened again: the same file, the same text, the same size.

data=$OUT/work/reopen.taphuan
sample "$data"
open_window "$(windows_path "$data")"
press ctrl+n
paste 'Lớp còn nguyên sau khi đóng'
press Return
saved() { [ "$(query "$data" 'select title from session order by id desc limit 1')" = 'Lớp còn nguyên sau khi đóng' ]; }
check 'what was typed is in the file' '' within 10 saved
check 'Alt+F4 closes the window' '' close_window
open_window
picture 07-opened-again
same 'without a name it opens the file it had' "$(windows_path "$data")" \
    "$(json "$(cat "$roaming/taphuan/window.json")" '$.last_file')"
check 'the text is there' '' saved
check 'the title tells of the office in that file' "$(xdotool getwindowname "$window")" \
    test "$(xdotool getwindowname "$window")" != 'Tập huấn'
close_window

# Not maximised, of another size, and somewhere else.
place() { xwininfo -id "$window" | awk '/Absolute/ {printf "%s ", $NF} /Width|Height/ {printf "%s ", $NF}'; }
settings=$roaming/taphuan/window.json
changed=$(sqlite3 :memory: "select json_set(readfile('$settings'), '$.window.maximized', json('false'))")
echo "$changed" > "$settings"
open_window
xdotool windowsize "$window" 1000 600
xdotool windowmove "$window" 120 90
settle
before=$(place)
picture 07-other-size
close_window
open_window
after=$(place)
picture 07-other-size-again
same 'it opens as large as it was left' "${before#* * }" "${after#* * }"
if [ "$before" = "$after" ]; then
    pass 'and where it was left' "$after"
else
    fail 'not where it was left' "$before, then $after"
fi
close_window
