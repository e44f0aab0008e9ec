# Killed in the middle of an import: the file is whole, with all of the list or nothing of it.

data=$OUT/work/kill.taphuan
sample "$data"
# 30,000 people of different names.
list=$OUT/work/long.csv
{
    printf '\357\273\277STT,Họ và tên,Năm sinh,Chức vụ,Đơn vị\r\n'
    awk 'BEGIN {
        families = split("Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý", family, " ")
        middles = split("Văn Thị Đức Minh Quang Thanh Ngọc Xuân Hữu Thu Bích Kim Đình Công Hoài Gia", middle, " ")
        givens = split("An Bình Chi Dung Giang Hà Hùng Khanh Lan Mai Nam Oanh Phúc Quý Sơn Tú Uyên Vinh Yến", given, " ")
        for (i = 0; i < 30000; i++) {
            first = int(i / givens)
            second = int(first / middles)
            third = int(second / families)
            printf "%d,%s %s %s %s,%d,Trưởng ban CTMT,Thôn Đại An\r\n", i + 1, family[second % families + 1],
                middle[first % middles + 1], given[third + 1], given[i % givens + 1], 1950 + i % 50
        }
    }'
} > "$list"
delegates() { query "$data" 'select count(*) from delegate'; }
before=$(delegates)

# How long the whole takes, on a copy.
cp "$data" "$OUT/work/kill-whole.taphuan"
started=$(date +%s%N)
exe --data "$(windows_path "$OUT/work/kill-whole.taphuan")" import --session 1 "$(windows_path "$list")" > /dev/null 2>&1
whole=$((($(date +%s%N) - started) / 1000000))
figure 'import of 30,000 rows, ms' "$whole"
same 'which brings them all' $((before + 30000)) "$(query "$OUT/work/kill-whole.taphuan" 'select count(*) from delegate')"

for try in 1 2 3 4 5; do
    # Wine becomes the program: this is its process.
    wine "$EXE" --data "$(windows_path "$data")" import --session 1 "$(windows_path "$list")" > /dev/null 2>&1 &
    victim=$!
    sleep "$(awk "BEGIN { print $whole * $try / 6 / 1000 }")"
    if grep -qa taphuan.exe "/proc/$victim/cmdline" && kill -9 "$victim"; then killed=killed; else killed='NOT KILLED'; fi
    wait "$victim" 2> /dev/null
    # Wine's server notices a moment later.
    sleep 1
    journal=$(stat -c '%s bytes of journal left' "$data-journal" 2> /dev/null)
    said=$(exe --data "$(windows_path "$data")" check 2>&1)
    code=$?
    now=$(delegates)
    what="after $((whole * try / 6)) ms: sound, and all or nothing"
    detail="$killed${journal:+, $journal}; $now delegates; $said"
    if [ "$killed" = killed ] && [ $code = 0 ] && { [ "$now" = "$before" ] || [ "$now" = $((before + 30000)) ]; }; then
        pass "$what" "$detail"
    else
        fail "$what" "$detail"
    fi
    [ "$now" = "$before" ] || exe --data "$(windows_path "$data")" undo > /dev/null 2>&1
done
check 'the Linux program finds it sound, too' '' "$LINUX" --data "$data" check
check 'the window opens it' '' open_window "$(windows_path "$data")"
picture 08-after-kills
check 'and closes' '' close_window
