#!/bin/sh
# Makes the typefaces of papers anew: fonts.sh FOLDER, with Tinos-Regular.ttf, -Bold, -Italic and -BoldItalic as
# https://github.com/googlefonts/tinos has them. Needs Debian's fonttools.
#
# What is kept: Latin with the letters of all languages of Vietnam, Greek, and the signs of papers. Cyrillic, Hebrew and
# phonetic letters go: 1.3 MB of the program. The glyphs keep their numbers and outlines.
set -e
from=${1:?the folder of the whole typefaces}
to=$(cd "$(dirname "$0")/../assets/fonts" && pwd)
kept='U+0020-024F,U+02B0-03FF,U+1E00-1EFF,U+2000-2BFF,U+FB00-FB06,U+FFFD'
for face in Regular Bold Italic BoldItalic; do
    pyftsubset "$from/Tinos-$face.ttf" --output-file="$to/Tinos-$face.ttf" --unicodes="$kept" --retain-gids \
        --layout-features='*' --notdef-outline --name-IDs='*' --name-languages='*'
done
ls -l "$to"/Tinos-*.ttf
