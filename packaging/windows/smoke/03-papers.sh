# Every kind of paper of two sessions in every form, made here and there from one data file: byte for byte equal.

data=$OUT/work/papers.taphuan
sample "$data"
mkdir -p "$OUT/work/exe" "$OUT/work/linux"
kinds=$("$LINUX" documents --json)
same 'both know the same papers' "$(md5sum <<< "$kinds")" "$(exe documents --json | md5sum)"
sqlite3 -separator ' ' :memory: "select json_extract(kind.value, '$.id'), form.value
    from json_each('${kinds//\'/\'\'}') kind, json_each(kind.value, '$.formats') form" > "$OUT/work/kinds"

# The same files in two zips, whatever the zips say about them.
same_inside() { cmp -s <(unzip -Z1 "$1" && unzip -p "$1") <(unzip -Z1 "$2" && unzip -p "$2"); }

# The session with the most delegates, and the one with the most guests.
most=$(query "$data" 'select session_id from delegate group by 1 order by count(*) desc limit 1')
guests=$(query "$data" "select session_id from guest where session_id <> $most group by 1 order by count(*) desc limit 1")
for session in $most $guests; do
    for form in pdf docx xlsx; do
        equal=0 differ='' refused=''
        while read -r kind its_form; do
            [ "$its_form" = "$form" ] || continue
            name=$kind-$session.$form
            "$LINUX" --data "$data" export "$kind" --session "$session" --out "$OUT/work/linux/$name" \
                > /dev/null 2> "$OUT/work/linux/$name.said" < /dev/null
            there=$?
            exe --data "$(windows_path "$data")" export "$kind" --session "$session" \
                --out "$(windows_path "$OUT/work/exe/$name")" > /dev/null 2> "$OUT/work/exe/$name.said" < /dev/null
            here=$?
            if [ "$there" = 1 ] && [ "$here" = 1 ] &&
                cmp -s "$OUT/work/linux/$name.said" "$OUT/work/exe/$name.said"; then
                # A session without certificates has none to print; the reason must be the same, too.
                refused+=" $kind"
            elif cmp -s "$OUT/work/linux/$name" "$OUT/work/exe/$name"; then
                equal=$((equal + 1))
            elif [ "$form" != pdf ] && same_inside "$OUT/work/linux/$name" "$OUT/work/exe/$name"; then
                differ+=" $kind (only the zip itself)"
            else
                differ+=" $kind"
            fi
        done < "$OUT/work/kinds"
        what="session $session as .$form: the same bytes"
        detail="$equal equal${refused:+, refused by both:$refused}${differ:+, DIFFERENT:$differ}"
        if [ -z "$differ" ] && [ "$equal" -gt 0 ]; then pass "$what" "$detail"; else fail "$what" "$detail"; fi
    done
done
