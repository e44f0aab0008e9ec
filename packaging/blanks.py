#!/usr/bin/env python3
"""Gives the blanks of the window's typeface an outline without area: blanks.py. Needs fonttools.

The software renderer remembers the picture of a glyph only where it has pixels (iced_tiny_skia 0.14,
`GlyphCache::allocate`): a blank is drawn anew in every frame, and with it the hinting of its typeface is set up anew,
which took half of the time of a frame of a table. With a line there and back its picture is a transparent pixel, which
is remembered like any other.
"""

from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
BLANKS = (0x20, 0xA0)

for path in sorted(FONTS.glob("BeVietnamPro-*.ttf")):
    font = TTFont(path, recalcTimestamp=False)
    glyphs, widths = font["glyf"], font["hmtx"]
    for blank in BLANKS:
        name = font.getBestCmap()[blank]
        pen = TTGlyphPen(None)
        for place, point in enumerate([(20, 20), (60, 60), (40, 40)]):
            (pen.lineTo if place else pen.moveTo)(point)
        pen.closePath()
        glyphs[name] = pen.glyph()
        widths[name] = (widths[name][0], 20)
    font.save(path)
    print(path.name)
