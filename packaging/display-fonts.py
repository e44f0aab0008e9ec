#!/usr/bin/env python3
"""Makes the two faces for titles and names of certificates anew: display-fonts.py BOLD.ttf SEMIBOLD_ITALIC.ttf FOLDER

They are Playfair Display 700 and 600 italic (OFL 1.1), cut down to Latin with Vietnamese. Its name is reserved to what
its makers made, so what is cut down has another one. Needs fontTools.
"""

import sys
import unicodedata
from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Trang Trong"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
VIETNAMESE = {
    ord(unicodedata.normalize("NFC", vowel + tone)) for vowel in "AĂÂEÊIOÔƠUƯYaăâeêioôơuưy" for tone in TONES
}
SIGNS = {ord(sign) for sign in "–—‘’“”…•№\ufffd"}
KEPT = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | VIETNAMESE | SIGNS


def cut(source, style, target):
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.glyph_names = False
    options.drop_tables += ["DSIG", "STAT", "MVAR", "HVAR", "GSUB"]
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=KEPT)
    subsetter.subset(font)
    names = font["name"]
    file = f"{FAMILY}-{style}".replace(" ", "")
    for number, text in {1: FAMILY, 2: style, 3: file, 4: f"{FAMILY} {style}", 6: file, 16: FAMILY, 17: style}.items():
        names.removeNames(nameID=number)
        names.setName(text, number, 3, 1, 0x409)
    for number in (25, 21, 22):
        names.removeNames(nameID=number)
    subset.save_font(font, f"{target}/{file}.ttf", options)
    return TTFont(f"{target}/{file}.ttf")["maxp"].numGlyphs


if __name__ == "__main__":
    bold, italic, target = sys.argv[1:]
    print(cut(bold, "Bold", target), cut(italic, "BoldItalic", target))
