# taphuan-cli.exe: words, streams and exit code pass through it as they are.

cli=$(dirname "$EXE")/taphuan-cli.exe
figure 'taphuan-cli.exe, bytes' "$(stat -c %s "$cli")"
check 'is not larger than 500 kB' '' test "$(stat -c %s "$cli")" -le 500000
headers=$(x86_64-w64-mingw32-objdump -p "$cli")
same 'is a program for consoles' '(Windows CUI)' "$(sed -n 's/^Subsystem.*\((.*)\)$/\1/p' <<< "$headers")"
load_resources "$cli"
for text in 'Tập huấn – dòng lệnh' "$version" 'Nhóm sáng lập Tập huấn'; do
    check "its properties say “$text”" '' holds_text "$text"
done
same 'no folder of the machine that built it stands in it' 0 "$(folders_in "$cli")"

# Beside a program that tells what it got.
mkdir "$OUT/work/Bên cạnh"
cp "$cli" "$OUT/work/Bên cạnh/"
x86_64-w64-mingw32-gcc -O2 -s -mwindows -municode -o "$OUT/work/Bên cạnh/taphuan.exe" "$SMOKE/echo.c"
words=('hai chữ' 'Nguyễn Thị Ánh Đặng' 'a "b" c' 'cuối\' '' '\\máy\chung\' '*.taphuan' '^&|<>%PATH%')
text=$(printf 'dòng một\r\nĐường thứ hai, không xuống dòng')
said=$(printf %s "$text" | wine "$OUT/work/Bên cạnh/taphuan-cli.exe" "${words[@]}" 2> "$OUT/work/errors")
same 'the exit code' 37 $?
same 'words with spaces, quotes and Vietnamese letters; then what it reads' \
    "$(printf '%s\n' "${words[@]}" "$text" | paste -sd '|')" "$(paste -sd '|' <<< "$said")"
same 'errors go to standard error' 'Đã báo lỗi' "$(cat "$OUT/work/errors")"
head -c 3000000 /dev/urandom > "$OUT/work/much"
wine "$OUT/work/Bên cạnh/taphuan-cli.exe" < "$OUT/work/much" > "$OUT/work/back" 2> /dev/null
check '3 MB of any bytes come back as they went' '' cmp "$OUT/work/much" "$OUT/work/back"
# On a terminal: what a program with windows writes there would be lost.
script -qec "wine '$OUT/work/Bên cạnh/taphuan-cli.exe' 'Đặng nước'" /dev/null < /dev/null > "$OUT/work/terminal" 2>&1
same 'the exit code, on a terminal' 37 $?
for text in 'Đặng nước' 'Đã báo lỗi'; do
    check "on a terminal it shows “$text”" '' grep -qF "$text" "$OUT/work/terminal"
done
rm "$OUT/work/Bên cạnh/taphuan.exe"
said=$(wine "$OUT/work/Bên cạnh/taphuan-cli.exe" documents 2>&1 < /dev/null)
same 'without the program beside it: exit code 1' 1 $?
check 'and the reason' "$said" grep -qF 'phải nằm cùng thư mục với tệp taphuan.exe' <<< "$said"

# With the program itself.
data="$OUT/work/Lớp bằng lệnh.taphuan"
wine "$cli" --data "$(windows_path "$data")" sample > /dev/null 2>&1
same 'the program makes a data file through it' 5 "$(query "$data" 'select count(*) from session')"
wine "$cli" --data "$(windows_path "$data")" session add --title 'Lớp “Đặng nước” 2026' > /dev/null 2>&1
same 'with the title as it was given' 'Lớp “Đặng nước” 2026' "$(query "$data" 'select title from session order by id desc limit 1')"
same 'and says the same as without it' "$(exe documents --json | md5sum)" "$(wine "$cli" documents --json | md5sum)"
wine "$cli" nonsense > /dev/null 2>&1
same 'exit code 2 for a wrong word' 2 $?
