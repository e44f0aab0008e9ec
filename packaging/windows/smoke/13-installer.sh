# The installer without a window: for one account and for all, over an older version, over a newer one, while the program
# runs, on an old Windows; and the uninstaller, which leaves data.

setup=$(dirname "$EXE")/taphuan-setup.exe
figure 'installer, bytes' "$(stat -c %s "$setup")"
check 'is not larger than 10 MB' '' test "$(stat -c %s "$setup")" -le 10000000
load_resources "$setup"
for text in 'Bộ cài đặt Tập huấn' "$version" 'Nhóm sáng lập Tập huấn' 'taphuan-setup.exe'; do
    check "its properties say “$text”" '' holds_text "$text"
done
same 'no folder of the machine that built it stands in it' 0 "$(folders_in "$setup")"
check 'the checksum beside it is right' '' \
    sh -c 'cd "$1" && sha256sum -c taphuan-setup.exe.sha256' - "$(dirname "$setup")"

# An older one, whose program can be told from this one: a byte more.
old=$OUT/work/taphuan-0.0.9-setup.exe
cp "$EXE" "$OUT/work/old.exe"
printf '\0' >> "$OUT/work/old.exe"
"$PROJECT/packaging/windows/installer.sh" "$OUT/work/old.exe" "$(dirname "$EXE")/taphuan-cli.exe" "$old" 0.0.9 \
    > "$OUT/log/installer.txt" 2>&1

drive=$WINEPREFIX/drive_c
own=$local_data/Programs/TapHuan
for_all="$drive/Program Files/TapHuan"
start_menu=$roaming/Microsoft/Windows/'Start Menu/Programs/Tập huấn.lnk'
start_menu_all=$drive/ProgramData/Microsoft/Windows/'Start Menu/Programs/Tập huấn.lnk'
desktop="$HOME/Desktop/Tập huấn.lnk"
uninstall_key='Software\Microsoft\Windows\CurrentVersion\Uninstall\TapHuan'

# A value of the registry; reg query would lose Vietnamese letters.
registry() { # KEY [NAME]
    rm -f "$OUT/work/key.reg"
    wine reg export "$1" "$(windows_path "$OUT/work/key.reg")" /y > /dev/null 2>&1
    [ -f "$OUT/work/key.reg" ] || return 0
    # The key itself comes first, before those under it.
    iconv -f UTF-16 -t UTF-8 "$OUT/work/key.reg" | tr -d '\r' |
        awk -v name="${2:+\"$2\"}" '/^\[/ {keys++} keys == 1 && index($0, (name == "" ? "@" : name) "=") == 1' |
        sed 's/^[^=]*=//; s/^"//; s/"$//; s/\\\(.\)/\1/g'
}
install() { # SETUP switches…
    wine "$@" /S > "$OUT/log/install.txt" 2>&1
}
# Run in its place it can be waited for; then it does not delete itself, nor its folder.
uninstall() { # FOLDER
    wine "$1/uninstall.exe" /S "_?=$(winepath -w "$1")" > "$OUT/log/uninstall.txt" 2>&1
}
nothing_installed() { ! [ -e "$own" ] && ! [ -e "$for_all" ]; }

wine "$for_all/uninstall.exe" /S > /dev/null 2>&1
wine "$own/uninstall.exe" /S > /dev/null 2>&1
check 'nothing is installed before' '' within 10 nothing_installed

# Windows 7.
winecfg -v win7 > /dev/null 2>&1
install "$setup"
same 'on an old Windows: exit code 5' 5 $?
check 'and nothing is installed' '' nothing_installed
winecfg -v win10 > /dev/null 2>&1

# One account: an older version, then this one over it.
install "$old" /CURRENTUSER
same '0.0.9, for one account: exit code 0' 0 $?
check 'the program is there' "${own#"$drive"}" cmp "$OUT/work/old.exe" "$own/taphuan.exe"
check 'with taphuan-cli.exe beside it' '' cmp "$(dirname "$EXE")/taphuan-cli.exe" "$own/taphuan-cli.exe"
check 'and the licences' '' test -s "$own/giay-phep.txt"
check 'in the Start menu' '' test -s "$start_menu"
check 'on the desktop' '' test -s "$desktop"
same 'in the list of programs, by its name' 'Tập huấn' "$(registry "HKCU\\$uninstall_key" DisplayName)"
same 'of version' 0.0.9 "$(registry "HKCU\\$uninstall_key" DisplayVersion)"
same 'by its publisher' 'Nhóm sáng lập Tập huấn' "$(registry "HKCU\\$uninstall_key" Publisher)"
same 'nothing is written for all' '' "$(registry 'HKLM\Software\TapHuan' Version)"
same 'a data file is called' 'Dữ liệu Tập huấn' "$(registry 'HKCU\Software\Classes\taphuan.data')"
same '.taphuan is a data file' 'taphuan.data' "$(registry 'HKCU\Software\Classes\.taphuan')"
same 'and opened by' "\"$(winepath -w "$own/taphuan.exe")\" \"%1\"" \
    "$(registry 'HKCU\Software\Classes\taphuan.data\shell\open\command')"
# What the office has done since.
rm -f "$desktop"
printf 'của tôi' > "$own/Ghi chú.txt"
mkdir -p "$roaming/taphuan"
sample "$roaming/taphuan/du-lieu.taphuan"
kept=$(md5sum < "$roaming/taphuan/du-lieu.taphuan")

install "$setup"
same 'this version over it, without a word for whom: exit code 0' 0 $?
check 'the program is this one' '' cmp "$EXE" "$own/taphuan.exe"
same 'the list of programs says' "$version" "$(registry "HKCU\\$uninstall_key" DisplayVersion)"
check 'the desktop is left as it was left' '' test ! -e "$desktop"
same 'nothing of the exchange lies about' '' "$(find "$own" -name '*.moi' -o -name '*.cu')"
check 'nothing was installed a second time' '' test ! -e "$for_all"
same 'data are untouched' "$kept" "$(md5sum < "$roaming/taphuan/du-lieu.taphuan")"

# Back again.
install "$old"
same 'an older version over a newer one: exit code 3' 3 $?
check 'and nothing is changed' '' cmp "$EXE" "$own/taphuan.exe"
install "$old" /ALLUSERS
same 'also where it would be for all, beside it: exit code 3' 3 $?
check 'and nothing is installed for all' '' test ! -e "$for_all"
install "$old" /DOWNGRADE
same 'with /DOWNGRADE: exit code 0' 0 $?
check 'and the program is the old one' '' cmp "$OUT/work/old.exe" "$own/taphuan.exe"
install "$setup"

# While the program runs.
wine "$own/taphuan.exe" > /dev/null 2>&1 &
check 'the installed program opens' '' await_window
install "$setup"
same 'while it is open: exit code 4' 4 $?
uninstall "$own"
same 'the uninstaller, too' 4 $?
check 'and its window stays' '' has_window
check 'and the program' '' test -s "$own/taphuan.exe"
close_window || end_window
kept=$(md5sum < "$roaming/taphuan/du-lieu.taphuan")

# Gone.
uninstall "$own"
same 'uninstalled: exit code 0' 0 $?
same 'of the folder there is left what is not ours, and the uninstaller that was run in its place' \
    'Ghi chú.txt uninstall.exe' "$(ls "$own" | sort | tr '\n' ' ' | sed 's/ $//')"
check 'it is gone from the Start menu' '' test ! -e "$start_menu"
same 'and from the list of programs' '' "$(registry "HKCU\\$uninstall_key" DisplayName)"
same 'and from kinds of files' '' \
    "$(registry 'HKCU\Software\Classes\taphuan.data')$(registry 'HKCU\Software\Classes\.taphuan')"
same 'data are untouched' "$kept" "$(md5sum < "$roaming/taphuan/du-lieu.taphuan")"
rm -r "$own"

# A folder of one's own, with spaces; /D= comes last and without quotes, as only a batch file can say it here.
chosen="$drive/O chung/Phan mem"
printf '"%s" /S /CURRENTUSER /NODESKTOP /D=C:\\O chung\\Phan mem\r\nexit %%errorlevel%%\r\n' "$(windows_path "$setup")" \
    > "$OUT/work/install.bat"
wine cmd /c "$(windows_path "$OUT/work/install.bat")" > "$OUT/log/install.txt" 2>&1
same 'into a folder of one’s own: exit code 0' 0 $?
check 'it is there' '' cmp "$EXE" "$chosen/taphuan.exe"
check 'without an icon on the desktop, if so told' '' test ! -e "$desktop"
rm "$chosen/taphuan-cli.exe"
install "$setup"
check 'and an update goes there, too' '' test -s "$chosen/taphuan-cli.exe"

# For all, while one account has it for itself.
install "$setup" /ALLUSERS
same 'for all: exit code 0' 0 $?
check 'it is in Program Files' '' cmp "$EXE" "$for_all/taphuan.exe"
check 'in the Start menu of all' '' test -s "$start_menu_all"
same 'in the list of programs of all' "$version" "$(registry "HKLM\\$uninstall_key" DisplayVersion)"
check 'and no longer in that of one account' '' test ! -e "$chosen"

# Wine looks for kinds of files only in those of all.
data="$OUT/work/Lớp bấm đúp, 2026.taphuan"
sample "$data"
forget_settings
wine start /unix "$data" > "$OUT/log/start.txt" 2>&1
check 'a double-clicked data file opens the window' '' await_window
same 'of the installed program' "$for_all/taphuan.exe" \
    "$(realpath "$(winepath -u "$(tr '\0' '\n' < "/proc/$process/cmdline" | head -n 1)")" 2> /dev/null)"
same 'on that file' "$(windows_path "$data")" "$(json "$(cat "$roaming/taphuan/window.json")" '$.last_file')"
picture 13-by-association
close_window || end_window
sample "$roaming/taphuan/du-lieu.taphuan"
paper="$OUT/work/Danh sách từ bản cài.pdf"
wine "$for_all/taphuan-cli.exe" export sign-in-sheet --session 1 --out "$(windows_path "$paper")" > /dev/null 2>&1 < /dev/null
check 'and a paper is made by its command line, of the usual data file' '' test -s "$paper"

wine "$for_all/uninstall.exe" /S > "$OUT/log/uninstall.txt" 2>&1
check 'uninstalled, its folder is gone' '' within 15 test ! -e "$for_all"
check 'and its entry in the Start menu' '' test ! -e "$start_menu_all"
check 'data are there' '' test -s "$roaming/taphuan/du-lieu.taphuan"
