# Lists in: by the verb here and there, and through the window's file dialog.

lists=(comma.csv semicolon-titles.csv tab-utf16.csv legacy-fonts.xls legacy-fonts.ods)
for list in "${lists[@]}"; do
    file=$PROJECT/tests/lists/$list
    for system in linux exe; do
        data=$OUT/work/list-$system.taphuan
        sample "$data"
        if [ $system = linux ]; then
            "$LINUX" --data "$data" import --session 1 "$file" > /dev/null 2> "$OUT/work/said-$system"
        else
            exe --data "$(windows_path "$data")" import --session 1 "$(windows_path "$file")" \
                > /dev/null 2> "$OUT/work/said-$system"
        fi
        # The sentence names the file as it was given.
        sed "s|[^ ]*$list|$list|" "$OUT/work/said-$system" > "$OUT/work/sentence-$system"
        query "$data" 'select session_id, full_name, gender, birth, position, unit, unit_group, phone, note
            from delegate order by id' > "$OUT/work/delegates-$system"
    done
    same "$list: the same is said" "$(cat "$OUT/work/sentence-linux")" "$(cat "$OUT/work/sentence-exe")"
    check "$list: the same delegates" "$(wc -l < "$OUT/work/delegates-exe") in the file" \
        cmp "$OUT/work/delegates-linux" "$OUT/work/delegates-exe"
done

# Through the window: a new session, its delegates, Ctrl+O, the system's dialog.
data=$OUT/work/list-window.taphuan
sample "$data"
list="$OUT/work/Danh sách xã Tam Đại.csv"
cp "$PROJECT/tests/lists/semicolon-titles.csv" "$list"
"$LINUX" --data "$data" session add --title 'Bằng lệnh' > /dev/null 2>&1
by_verb=$(query "$data" 'select max(id) from session')
"$LINUX" --data "$data" import --session "$by_verb" "$list" > /dev/null 2>&1

people() { query "$data" "select count(*) from delegate where session_id = $1"; }
new_session() { [ "$(query "$data" "select count(*) from session where id > $by_verb")" = 1 ]; }
imported() { [ "$(people "$by_window")" = "$(people "$by_verb")" ]; }

open_window "$(windows_path "$data")"
press ctrl+n
paste 'Bằng cửa sổ'
press Return
check 'Ctrl+N, a name and Enter make a session' '' within 10 new_session
by_window=$(query "$data" 'select max(id) from session')
settle
click 357 122
press ctrl+o
check "Ctrl+O opens the system's dialog" '' within 10 has_dialog
settle
picture 04-dialog
# “Nhập từ Excel…”, in the window under it.
click 1005 75
sleep 1
same 'while it is open the window keeps still' 2 "$(windows_of | wc -l)"
activate "$(dialog)"
paste "$(windows_path "$list")"
press Return
settle
picture 04-before-import
# The primary button in the head.
click 1260 75
check 'the list comes in as by the verb' "$(people "$by_verb") people" within 15 imported
settle
picture 04-imported
check 'the window closes' '' close_window
