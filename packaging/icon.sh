#!/bin/sh
# Draws the program's icon anew, from the glyph that stands in the window's sidebar: needs ImageMagick.
# assets/icons/taphuan.png is the icon of the window, taphuan.ico that of the program for Windows.
set -e
icons=$(cd "$(dirname "$0")/../assets/icons" && pwd)
work=$(mktemp -d)
# The graduation cap of Lucide, U+E234, white on the red of the window.
glyph=$(printf '\356\210\264')
convert -size 1024x1024 xc:none -fill '#a3201d' -draw 'roundrectangle 0,0,1023,1023,220,220' \
    -font "$icons/Lucide-subset.ttf" -pointsize 640 -fill white -gravity center -annotate +0+0 "$glyph" "$work/icon.png"
for size in 16 24 32 48 64 128 256; do
    convert "$work/icon.png" -resize "${size}x$size" -strip "$work/$size.png"
done
convert "$work/128.png" -colors 64 -define png:compression-level=9 "$icons/taphuan.png"
convert "$work/16.png" "$work/24.png" "$work/32.png" "$work/48.png" "$work/64.png" "$work/256.png" "$icons/taphuan.ico"
rm -rf "$work"
