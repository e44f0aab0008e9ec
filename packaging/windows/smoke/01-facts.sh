# The exe as a file: what it needs, and what Windows shows of it.

headers=$(x86_64-w64-mingw32-objdump -p "$EXE")
figure 'exe, bytes' "$(stat -c %s "$EXE")"

# Everything a bare Windows 10 has; no library of a compiler.
own='advapi32 bcrypt bcryptprimitives combase crypt32 dwmapi gdi32 imm32 kernel32 msvcrt ntdll ole32 oleaut32
    propsys shell32 shlwapi user32 userenv uxtheme winmm ws2_32 comctl32 api-ms-win-core-synch-l1-2-0'
strange=''
for library in $(sed -n 's/.*DLL Name: //p' <<< "$headers" | tr '[:upper:]' '[:lower:]' | sort -u); do
    [[ " $(echo $own) " == *" ${library%.dll} "* ]] || strange+=" $library"
done
same 'imports only libraries of Windows itself' '' "$strange"
same 'is a program with windows, without a console' '(Windows GUI)' \
    "$(sed -n 's/^Subsystem.*\((.*)\)$/\1/p' <<< "$headers")"

load_resources "$EXE"
for text in 'ProductName' 'Tập huấn' 'Tập huấn – quản lý lớp tập huấn' 'ProductVersion' "$version" 'LegalCopyright' \
    'Nhóm sáng lập Tập huấn'; do
    check "its properties say “$text”" '' holds_text "$text"
done
for text in 'asInvoker' 'PerMonitorV2, PerMonitor' '>true/PM<' '>UTF-8<' 'Microsoft.Windows.Common-Controls' \
    'longPathAware' '{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}'; do
    check "its manifest says $text" '' grep -aqF "$text" "$OUT/work/resources"
done
same 'has one manifest' 1 "$(grep -aoF '<assembly ' "$OUT/work/resources" | wc -l)"

# Each picture of the icon, byte for byte: an .ico begins with a table of where they are.
icon=$PROJECT/assets/icons/taphuan.ico
pictures=$(od -An -tu2 -j4 -N2 "$icon")
there=0
for ((i = 0; i < pictures; i++)); do
    read -r size place < <(od -An -tu4 -j$((6 + 16 * i + 8)) -N8 "$icon")
    picture=$(tail -c "+$((place + 1))" "$icon" | head -c "$size" | hex)
    [[ "$resources" != *"$picture"* ]] || there=$((there + 1))
done
same 'has the icon in all its sizes' "$((pictures))" "$there"

same 'no folder of the machine that built it stands in it' 0 "$(folders_in "$EXE")"

if osslsigncode extract-signature -in "$EXE" -out "$OUT/work/signature" > /dev/null 2>&1; then
    figure 'signature' 'signed'
else
    figure 'signature' 'none'
fi

zip=$(dirname "$EXE")/taphuan-$version-windows-portable.zip
if [ -f "$zip" ]; then
    mkdir "$OUT/work/zip"
    unzip -q "$zip" -d "$OUT/work/zip"
    check 'the zip holds this exe' '' cmp "$EXE" "$OUT/work/zip/taphuan/taphuan.exe"
    read_first="$OUT/work/zip/taphuan/ĐỌC TRƯỚC.txt"
    check 'the zip holds ĐỌC TRƯỚC.txt' '' test -s "$read_first"
    same 'which begins with the mark of UTF-8' 'efbbbf' "$(head -c 3 "$read_first" | hex)"
    same 'and ends each line as Windows does' "$(wc -l < "$read_first")" "$(grep -c $'\r$' "$read_first")"
    # Bit 11 of the flags: the name is UTF-8, for Windows would guess otherwise. The first two entries are ASCII.
    name=$(printf 'taphuan/ĐỌC TRƯỚC.txt' | hex)
    entry=$(od -An -v -tx1 "$zip" | tr -d ' \n' | grep -o "504b0304.\{52\}$name" | tail -n 1)
    flags=$((16#${entry:14:2}${entry:12:2}))
    same 'its name is marked as UTF-8 in the zip' 2048 $((flags & 2048))
    check 'the checksum beside the zip is right' '' sh -c 'cd "$1" && sha256sum -c "$2"' - "$(dirname "$zip")" "$zip.sha256"
else
    fail 'there is a zip beside the exe' "$zip"
fi
