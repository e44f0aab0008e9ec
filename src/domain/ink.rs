//! A signature as it was scanned or photographed, made ready to be printed: the paper becomes white, and what is empty
//! around the ink goes.

use super::picture::Picture;

/// Paper is at least so light; what is darker as a whole is no signature on paper, and stays as it is.
const DARKEST_PAPER: u8 = 110;

/// What is darker than this part of the paper is ink.
const INK: f32 = 0.75;

/// What is lighter than this part of the paper becomes white.
const WHITE: f32 = 0.9;

/// Left around the ink, as a part of its longer side.
const MARGIN: f32 = 0.02;

/// A row or column with less ink than this is dust, in pixels.
const DUST: u32 = 2;

/// The ink of a picture on white, without the paper around it. A picture without ink, or not on paper, stays as it is.
pub fn on_white(picture: &Picture) -> Picture {
    cleaned(picture).unwrap_or_else(|| picture.clone())
}

fn cleaned(picture: &Picture) -> Option<Picture> {
    let paper = tone_of_paper(picture);
    if paper < DARKEST_PAPER {
        return None;
    }
    let (left, top, right, bottom) = inked_part(picture, f32::from(paper) * INK)?;
    let white = f32::from(paper) * WHITE;
    let lightened = |one: &u8| (f32::from(*one) * 255.0 / white).min(255.0) as u8;
    let row_of = |y: u32| (y * picture.width() + left) as usize * 3;
    let length = (right - left) as usize * 3;
    let rows = (top..bottom).flat_map(|y| &picture.rgb()[row_of(y)..row_of(y) + length]);
    Picture::of_pixels(right - left, bottom - top, rows.map(lightened).collect())
}

/// The tone that most of the picture has, or a lighter one.
fn tone_of_paper(picture: &Picture) -> u8 {
    let mut tones: Vec<u8> = pixels(picture).map(tone).collect();
    if tones.is_empty() {
        return 0;
    }
    let middle = tones.len() / 2;
    *tones.select_nth_unstable(middle).1
}

/// Left, top, right and bottom of the ink with a margin. `None` where there is none.
fn inked_part(picture: &Picture, darker: f32) -> Option<(u32, u32, u32, u32)> {
    let (mut columns, mut rows) =
        (vec![0_u32; picture.width() as usize], vec![0_u32; picture.height() as usize]);
    for (place, pixel) in pixels(picture).enumerate() {
        if f32::from(tone(pixel)) < darker {
            columns[place % picture.width() as usize] += 1;
            rows[place / picture.width() as usize] += 1;
        }
    }
    let (left, right) = reach(&columns)?;
    let (top, bottom) = reach(&rows)?;
    let margin = ((right - left).max(bottom - top) as f32 * MARGIN) as u32 + 1;
    Some((
        left.saturating_sub(margin),
        top.saturating_sub(margin),
        (right + margin).min(picture.width()),
        (bottom + margin).min(picture.height()),
    ))
}

/// From the first with ink to behind the last.
fn reach(counts: &[u32]) -> Option<(u32, u32)> {
    let first = counts.iter().position(|count| *count >= DUST)?;
    let last = counts.iter().rposition(|count| *count >= DUST)?;
    Some((u32::try_from(first).ok()?, u32::try_from(last).ok()? + 1))
}

fn pixels(picture: &Picture) -> impl Iterator<Item = &[u8]> {
    picture.rgb().chunks_exact(3)
}

/// How light a pixel is.
fn tone(pixel: &[u8]) -> u8 {
    let sum: u32 = pixel.iter().map(|part| u32::from(*part)).sum();
    u8::try_from(sum / 3).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Grey paper with a blue stroke from (30, 20) to (70, 30).
    fn photographed() -> Picture {
        let pixel = |place: u32| {
            let (x, y) = (place % 100, place / 100);
            if (30..70).contains(&x) && (20..30).contains(&y) { [20, 30, 120] } else { [190, 188, 185] }
        };
        Picture::of_pixels(100, 80, (0..8_000).flat_map(pixel).collect()).expect("a picture")
    }

    #[test]
    fn the_paper_becomes_white_and_goes_around_the_ink() {
        let clean = on_white(&photographed());
        assert_eq!((clean.width(), clean.height()), (42, 12));
        assert_eq!(&clean.rgb()[..3], [255, 255, 255]);
        let middle = ((6 * 42 + 20) * 3) as usize;
        assert!(clean.rgb()[middle + 2] > clean.rgb()[middle] + 60, "the ink stays blue");
    }

    #[test]
    fn a_picture_without_ink_or_without_paper_stays() {
        for tone in [0, 255] {
            let plain = Picture::of_pixels(9, 9, vec![tone; 243]).expect("a picture");
            assert_eq!(on_white(&plain), plain);
        }
    }
}
