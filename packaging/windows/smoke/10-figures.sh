# Figures: of Wine on this machine, to be compared with each other and with earlier ones, not with Windows.

data=$OUT/work/figures.taphuan
sample "$data"
open_window "$(windows_path "$data")"
close_window

times=''
for run in 1 2 3 4 5; do
    started=$(date +%s%N)
    wine "$EXE" "$(windows_path "$data")" > /dev/null 2>&1 &
    until window=$(find_window) && [ -n "$window" ]; do
        sleep 0.01
    done
    times+="$((($(date +%s%N) - started) / 1000000)) "
    process=$(xdotool getwindowpid "$window")
    sleep 2
    close_window || end_window
done
figure 'from start to the window, ms, median of 5' "$(tr ' ' '\n' <<< "$times" | grep . | sort -n | sed -n 3p) of $times"

memory() { awk '/VmRSS/ {printf "%.0f MB", $2 / 1024}' "/proc/$process/status"; }
open_window "$(windows_path "$data")"
figure 'memory, Tổng quan' "$(memory)"
click 1228 174
settle
figure 'memory, a session with its preview' "$(memory)"
read -r user system < <(awk '{print $14, $15}' "/proc/$process/stat")
sleep 10
read -r user2 system2 < <(awk '{print $14, $15}' "/proc/$process/stat")
figure 'processor at rest, % of a core' "$(((user2 + system2 - user - system) * 100 / ($(getconf CLK_TCK) * 10)))"
close_window || end_window

# The whole bundle of the largest session; the second time everything is warm.
session=$(query "$data" 'select session_id from delegate group by 1 order by count(*) desc limit 1')
for run in 1 2 3; do
    rm -rf "$OUT/work/bundle"
    started=$(date +%s%N)
    exe --data "$(windows_path "$data")" export all --session "$session" \
        --out "$(windows_path "$OUT/work/bundle")" > /dev/null 2>&1
    warm=$((($(date +%s%N) - started) / 1000000))
done
figure "every paper of the largest session, ms, with Wine's own start" \
    "$warm ($(find "$OUT/work/bundle" -type f | wc -l) files)"
rm -rf "$OUT/work/bundle"
started=$(date +%s%N)
"$LINUX" --data "$data" export all --session "$session" --out "$OUT/work/bundle" > /dev/null 2>&1
figure 'the same on Linux, ms' "$((($(date +%s%N) - started) / 1000000))"
started=$(date +%s%N)
exe documents > /dev/null 2>&1
figure "Wine's own start, with a verb that does nothing, ms" "$((($(date +%s%N) - started) / 1000000))"
