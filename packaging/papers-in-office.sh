#!/usr/bin/env bash
# How the papers look in an office suite: exports every kind of every sample session, lets LibreOffice set the Word files
# and the workbooks, and prints how many pages each form has. A Word file more than one page off its PDF is a fault; of
# long lists one page in fifteen is let pass, for on each page a PDF names the group again and says what the page comes to.
#
#     packaging/papers-in-office.sh [PROGRAM] [FOLDER]
#
# Needs soffice (Writer and Calc), pdfinfo, and a typeface with the widths of Times New Roman: assets/fonts/Tinos-*.ttf in
# ~/.fonts. What was made stays in FOLDER (a new one if none is named), to be looked at.
set -euo pipefail
cd "$(dirname "$0")/.."

program="${1:-target/debug/taphuan}"
folder="${2:-$(mktemp -d -t giay-to-XXXXXX)}"
data="$folder/mau.taphuan"
mkdir -p "$folder"
rm -f "$data"

"$program" --data "$data" sample >/dev/null 2>&1
sessions=$("$program" --data "$data" sessions --json | grep -o '"id": *[0-9]*' | grep -o '[0-9]*')

# A profile of its own: another office suite may be open.
convert() {
    local files=("$folder/$1/"*."$2")
    [ -e "${files[0]}" ] || return 0
    soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to pdf --outdir "$folder/$1/$2" \
        "${files[@]}" >/dev/null 2>&1
}

pages() {
    if [ -f "$1" ]; then pdfinfo "$1" | sed -n 's/^Pages: *//p'; else echo -; fi
}

faults=0
printf '%-8s %-42s %6s %6s %6s\n' session paper PDF Word Excel
for session in $sessions; do
    "$program" --data "$data" export all --session "$session" --editable --out "$folder/$session" >/dev/null 2>&1
    convert "$session" docx
    convert "$session" xlsx
    for file in "$folder/$session/"*.pdf; do
        name=$(basename "$file" .pdf)
        own=$(pages "$file")
        word=$(pages "$folder/$session/docx/$name.pdf")
        excel=$(pages "$folder/$session/xlsx/$name.pdf")
        mark=''
        most=$((1 + own / 15))
        if [ "$word" != - ] && { [ $((word - own)) -gt "$most" ] || [ $((own - word)) -gt "$most" ]; }; then
            mark=' <'
            faults=$((faults + 1))
        fi
        printf '%-8s %-42s %6s %6s %6s%s\n' "$session" "$name" "$own" "$word" "$excel" "$mark"
    done
done
echo "$folder"
[ "$faults" -eq 0 ]
