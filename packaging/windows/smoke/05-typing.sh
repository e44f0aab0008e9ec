# Vietnamese as keyboard programs type it: into the title of a new session, read back from the data file.

data=$OUT/work/typing.taphuan
sample "$data"
wanted='Nguyễn Thị Ánh Đặng nước'
sessions() { query "$data" 'select count(*) from session'; }
more_than() { [ "$(sessions)" -gt "$1" ]; }

# Opens the window, has somebody type a title, and says what title was saved.
typed() { # command…
    local before
    before=$(sessions)
    open_window "$(windows_path "$data")" || return 1
    press ctrl+n
    sleep 0.5
    "$@" > "$OUT/log/typing.txt" 2>&1
    if within 8 more_than "$before"; then
        query "$data" 'select title from session order by id desc limit 1'
    else
        import -window root "$OUT/05-nothing-saved.png"
    fi
    close_window || end_window
}
sender() { wine "$OUT/work/sender.exe" "$1" "$2" 'Tập huấn'; }

# A sender that pastes puts the clipboard back after a fixed time, however busy the computer is: so what fails is tried
# twice more, and the table says which try it was.
for mode in each letter sentence downs shift narrow select ctrl-v shift-insert; do
    for gap in 0 8; do
        try=1
        text=$(typed sender "$mode" "$gap")
        while [ "$text" != "$wanted" ] && [ $try -lt 3 ]; do
            try=$((try + 1))
            text=$(typed sender "$mode" "$gap")
        done
        same "typed as “$mode”, $gap ms between$([ $try = 1 ] || echo ", try $try")" "$wanted" "$text"
    done
done

# Real keys, and a keyboard program that sits in Windows' keyboard.
keys_through_hook() { # ms
    wine "$OUT/work/hook.exe" &
    local hook=$!
    sleep 1.5
    local key
    for key in N g u y e e n x space T h i j space A n h s space D d a w n g j space n u w o w c s Return; do
        xdotool key "$key"
        sleep "0.0$1"
    done
    sleep 1
    kill "$hook"
}
for gap in 60 15; do
    same "keys pressed every $gap ms through a hook as UniKey's" "$wanted" "$(typed keys_through_hook "$gap")"
done

# What cannot be mended from inside a window: old UniKey 3.6 posts letters no key was pressed for; and Unicode in
# parts, of which Backspace takes a whole letter. ĐỌC TRƯỚC.txt tells what to choose instead.
for mode in wm-char nfd; do
    text=$(typed sender "$mode" 8)
    if [ "$text" = "$wanted" ]; then pass "typed as “$mode”" "$text"; else known "typed as “$mode”" "$text"; fi
done
