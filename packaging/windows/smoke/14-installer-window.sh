# The installer as somebody at the screen sees it: every page, by the keyboard. Pictures show whether a text fits.

setup=$(dirname "$EXE")/taphuan-setup.exe
old=$OUT/work/taphuan-0.0.9-setup.exe
if ! [ -f "$old" ]; then
    "$PROJECT/packaging/windows/installer.sh" "$EXE" "$(dirname "$EXE")/taphuan-cli.exe" "$old" 0.0.9 > /dev/null 2>&1
fi
chosen="$WINEPREFIX/drive_c/Ổ chung/Phần mềm"

titled() { xdotool search --onlyvisible --name "^$1" 2> /dev/null; }
is_titled() { [ "$(titled "$1" | wc -l)" = "${2:-1}" ]; }
# A page is drawn, and can be looked at.
page() { # TITLE PICTURE [WINDOWS]
    within 20 is_titled "$1" "${3:-1}" || return 1
    settle
    activate "$(titled "$1" | tail -n 1)"
    settle
    picture "14-$2"
}
start() { # SETUP
    wine "$1" > "$OUT/log/setup.txt" 2>&1 &
    setup_process=$!
}

# New, for one account, into a folder of one's own.
start "$setup"
check 'it opens, and says what it will do' '' page 'Cài đặt Tập huấn' 1-new
press alt+n Return
check 'it asks for the folder' '' page 'Cài đặt Tập huấn' 2-folder
press ctrl+a
paste 'C:\Ổ chung\Phần mềm'
picture 14-3-chosen
press Return
check 'the program is in a folder with Vietnamese letters and a space' '' within 30 cmp "$EXE" "$chosen/taphuan.exe"
check 'it says that it is done' '' page 'Cài đặt Tập huấn' 4-done
press Return
check '“Mở Tập huấn ngay” opens the program' '' await_window
picture 14-5-opened

# Again, while the program is open.
start "$setup"
check 'it says that this version is there' '' page 'Cài đặt Tập huấn' 6-again
press Return
check 'it asks to close the program' '' page 'Cài đặt Tập huấn' 7-running 2
check 'the program stays open' '' has_window
close_window || end_window
activate "$(titled 'Cài đặt Tập huấn' | tail -n 1)"
press Return
check '“Thử lại” goes on without asking for the folder' '' page 'Cài đặt Tập huấn' 8-done
press alt+m Return
check 'it ends' '' within 10 is_gone "$setup_process"
sleep 2
check 'without “Mở Tập huấn ngay” nothing opens' '' no_window

# An older one.
start "$old"
check 'an older one opens' '' page 'Cài đặt Tập huấn' 9-older
press Return
check 'and asks whether that is wanted' '' page 'Cài đặt Tập huấn' 10-older-question 2
press Return
check 'Enter means no: it ends' '' within 10 is_gone "$setup_process"
same 'with exit code 3' 3 "$(wait "$setup_process"; echo $?)"

# Gone.
wine "$chosen/uninstall.exe" > "$OUT/log/uninstall.txt" 2>&1 &
check 'the uninstaller says what goes and what stays' '' page 'Gỡ bỏ Tập huấn' 11-uninstall
press Return
check 'and then where data lie' '' page 'Gỡ bỏ Tập huấn' 12-uninstalled
check 'its folder is gone' '' within 10 test ! -e "$chosen"
press Return
check 'and it ends' '' within 10 is_titled 'Gỡ bỏ Tập huấn' 0
