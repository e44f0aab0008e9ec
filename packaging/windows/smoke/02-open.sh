# A data file made by the exe, opened by name and by a double-click.

data="$OUT/work/Lớp năm 2026, bản 1.taphuan"
exe --data "$(windows_path "$data")" sample > "$OUT/log/sample.txt" 2>&1
same 'the verb “sample” makes a data file with five sessions' 5 "$(query "$data" 'select count(*) from session')"
check 'which the Linux program finds sound' '' "$LINUX" --data "$data" check

last_file() { json "$(cat "$roaming/taphuan/window.json")" '$.last_file'; }

check '“taphuan.exe FILE” opens the window' '' open_window "$(windows_path "$data")"
picture 02-by-name
same 'on that file' "$(windows_path "$data")" "$(last_file)"
check 'Alt+F4 closes it, and the program ends' '' close_window

# As an installer would register it; only that Wine does not look into HKCU for it, as Windows does.
registered='HKLM\Software\Classes'
wine reg add "$registered\\.taphuan" /ve /d taphuan.data /f > /dev/null 2>&1
wine reg add "$registered\\taphuan.data\\shell\\open\\command" /ve /f \
    /d "\"$(windows_path "$EXE")\" \"%1\"" > /dev/null 2>&1
forget_settings
wine start /unix "$data" > "$OUT/log/start.txt" 2>&1
check 'a double-clicked data file opens the window' '' await_window
picture 02-double-click
same 'on that file, too' "$(windows_path "$data")" "$(last_file)"
figure 'its title' "$(xdotool getwindowname "$window")"
check 'it closes' '' close_window
same 'nothing lies about beside the file' '' \
    "$(find "$OUT/work" -name 'Lớp năm 2026*' ! -name '*.taphuan' ! -name '*.lock')"
