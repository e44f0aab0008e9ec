# A paper through the system's dialog, into a folder with Vietnamese letters.

data=$OUT/work/save.taphuan
sample "$data"
folder="$OUT/work/Giấy tờ lớp Đặng, năm 2026"
file="$folder/Danh sách ký tên.pdf"
mkdir -p "$folder"
open_window "$(windows_path "$data")"
# “In danh sách ký tên” of the session that is next, then “Lưu PDF”.
click 1228 174
settle
picture 06-preview
click 1052 187
check "“Lưu PDF” opens the system's dialog" '' within 10 has_dialog
settle
click 1052 187
sleep 1
same 'while it is open the window keeps still' 2 "$(windows_of | wc -l)"
activate "$(dialog)"
xdotool key ctrl+a
paste "$(windows_path "$file")"
picture 06-dialog
press Return
check 'the file is there' '' within 10 test -s "$file"
settle
picture 06-saved
next=$(query "$data" "select id from session where state = 'preparing'")
"$LINUX" --data "$data" export sign-in-sheet --session "$next" --out "$OUT/work/save.pdf" > /dev/null 2>&1
check 'and the same as from the Linux program' '' cmp "$file" "$OUT/work/save.pdf"
check 'the window closes' '' close_window
