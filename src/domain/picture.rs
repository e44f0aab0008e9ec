//! Pictures on papers: the logo of an organisation, and what a certificate is drawn on.

use std::fmt;
use std::io::Cursor;
use std::sync::Arc;

use image::codecs::png::PngEncoder;
use image::imageops::{self, FilterType};
use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageReader, Limits, Rgb, RgbImage, RgbaImage};

use crate::sentence::{Explain, Sentence};

/// The largest file that is read, in bytes: a photograph of a good camera.
pub const MOST_BYTES: u64 = 20 << 20;

/// Pixels that are kept along the longer side: 22 mm at 600 dots an inch take 520.
const MOST_SIDE: u32 = 640;

/// Pixels that are kept of a picture that may fill a page: 170 dots an inch along the longer side of A4.
const MOST_SIDE_OF_PAGE: u32 = 2_000;

/// No picture that is unpacked has longer sides, in pixels.
const LONGEST: u32 = 12_000;

/// No more memory is taken for unpacking, in bytes: that of 50 million pixels.
const MOST_MEMORY: u64 = 150 << 20;

/// Pixels along the longer side of a picture that was kept. We keep [`MOST_SIDE`]; other
/// programs that write a data file may do as they like, within bounds.
const LONGEST_KEPT: u32 = 2_000;

/// Bytes of the file of a picture that was kept.
pub const MOST_BYTES_KEPT: usize = 4 << 20;

/// A picture without transparency, small enough for paper.
#[derive(Clone, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    rgb: Arc<[u8]>,
}

/// Why a file is no picture for papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureMistake {
    /// Neither JPEG nor PNG, or damaged.
    #[error("not a picture")]
    NotAPicture,
    /// Too large to be unpacked.
    #[error("too large")]
    TooLarge,
}

impl Explain for PictureMistake {
    fn explain(&self) -> Sentence {
        Sentence::new(match self {
            Self::NotAPicture => "store-picture-unknown",
            Self::TooLarge => "store-picture-too-large",
        })
    }
}

impl Picture {
    /// Reads a JPEG or PNG file. What is transparent becomes white, as paper is;
    /// what is larger than paper needs becomes smaller.
    pub fn read(file: &[u8]) -> Result<Self, PictureMistake> {
        if u64::try_from(file.len()).is_ok_and(|bytes| bytes > MOST_BYTES) {
            return Err(PictureMistake::TooLarge);
        }
        Self::unpacked(file, LONGEST, MOST_SIDE)
    }

    /// Reads a picture that was kept: small, or not ours.
    pub fn read_kept(file: &[u8]) -> Result<Self, PictureMistake> {
        if file.len() > MOST_BYTES_KEPT {
            return Err(PictureMistake::TooLarge);
        }
        Self::unpacked(file, LONGEST_KEPT, MOST_SIDE)
    }

    /// Reads a picture that may fill a page: of any file that [`Picture::read`] takes, but larger than a logo.
    pub fn read_large(file: &[u8]) -> Result<Self, PictureMistake> {
        if u64::try_from(file.len()).is_ok_and(|bytes| bytes > MOST_BYTES) {
            return Err(PictureMistake::TooLarge);
        }
        Self::unpacked(file, LONGEST, MOST_SIDE_OF_PAGE)
    }

    /// Reads one of them that was kept.
    pub fn read_large_kept(file: &[u8]) -> Result<Self, PictureMistake> {
        if file.len() > MOST_BYTES_KEPT {
            return Err(PictureMistake::TooLarge);
        }
        Self::unpacked(file, LONGEST_KEPT, MOST_SIDE_OF_PAGE)
    }

    /// The picture as a file that [`Picture::read_large_kept`] takes: smaller, where it would be too large a file.
    pub fn to_be_kept(&self) -> Vec<u8> {
        let mut picture = self.clone();
        loop {
            let file = picture.png();
            let longer = picture.width.max(picture.height);
            if file.len() <= MOST_BYTES_KEPT || longer <= MOST_SIDE {
                return file;
            }
            let smaller = RgbImage::from_raw(picture.width, picture.height, picture.rgb.to_vec());
            // Its pixels fill its sides.
            let Some(smaller) = smaller else { return file };
            picture = Self::of(&smaller, longer * 3 / 4);
        }
    }

    fn unpacked(file: &[u8], longest: u32, most: u32) -> Result<Self, PictureMistake> {
        let mut reader = ImageReader::new(Cursor::new(file))
            .with_guessed_format()
            .map_err(|_| PictureMistake::NotAPicture)?;
        let mut limits = Limits::default();
        limits.max_image_width = Some(longest);
        limits.max_image_height = Some(longest);
        limits.max_alloc = Some(MOST_MEMORY);
        reader.limits(limits);
        let image = reader.decode().map_err(|error| match error {
            image::ImageError::Limits(_) => PictureMistake::TooLarge,
            _ => PictureMistake::NotAPicture,
        })?;
        Ok(Self::of(&on_paper(&no_larger_than_needed(image, most).into_rgba8()), most))
    }

    fn of(image: &RgbImage, most: u32) -> Self {
        let (width, height) = image.dimensions();
        let longer = width.max(height);
        if longer <= most {
            return Self { width, height, rgb: image.as_raw().as_slice().into() };
        }
        let (width, height) = scaled((width, height), most);
        let small = imageops::resize(image, width, height, FilterType::Lanczos3);
        Self { width, height, rgb: small.into_raw().into() }
    }

    /// A picture of these pixels, row by row from the top. `None` where they do not fill its sides, or there are none.
    pub fn of_pixels(width: u32, height: u32, rgb: Vec<u8>) -> Option<Self> {
        let fills = usize::try_from(u64::from(width) * u64::from(height) * 3) == Ok(rgb.len());
        (fills && !rgb.is_empty()).then(|| Self { width, height, rgb: rgb.into() })
    }

    /// How wide it is, in pixels.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// How tall it is, in pixels.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Its pixels: red, green, blue, row by row from the top.
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// The same picture as a PNG file.
    pub fn png(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let written = PngEncoder::new(&mut file).write_image(
            &self.rgb,
            self.width,
            self.height,
            ExtendedColorType::Rgb8,
        );
        // Writing to memory fails only for pixels that do not fit the sides.
        debug_assert!(written.is_ok());
        file
    }
}

impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        // Mostly it is the very same one, drawn on every badge.
        Arc::ptr_eq(&self.rgb, &other.rgb)
            || (self.width, self.height, &self.rgb) == (other.width, other.height, &other.rgb)
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} × {})", self.width, self.height)
    }
}

/// Of a very large picture a smaller one, before it is held in other forms too: twice as
/// large as it will be, so that the fine work is left to the better filter.
fn no_larger_than_needed(image: DynamicImage, most: u32) -> DynamicImage {
    let enough = 2 * most;
    if image.width().max(image.height()) <= 2 * enough {
        return image;
    }
    let (width, height) = scaled((image.width(), image.height()), enough);
    image.thumbnail_exact(width, height)
}

/// Sides of which the longer is so long.
fn scaled((width, height): (u32, u32), longest: u32) -> (u32, u32) {
    let longer = u64::from(width.max(height).max(1));
    let side =
        |side: u32| u32::try_from(u64::from(side) * u64::from(longest) / longer).unwrap_or(longest).max(1);
    (side(width), side(height))
}

/// What is transparent becomes white.
fn on_paper(image: &RgbaImage) -> RgbImage {
    RgbImage::from_fn(image.width(), image.height(), |x, y| {
        let [red, green, blue, opaque] = image.get_pixel(x, y).0;
        let over_white = |part: u8| {
            let sum = u16::from(part) * u16::from(opaque) + 255 * (255 - u16::from(opaque));
            u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX)
        };
        Rgb([red, green, blue].map(over_white))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, colour: [u8; 4]) -> Vec<u8> {
        let image = RgbaImage::from_pixel(width, height, image::Rgba(colour));
        let mut file = Cursor::new(Vec::new());
        image.write_to(&mut file, image::ImageFormat::Png).expect("written");
        file.into_inner()
    }

    #[test]
    fn a_logo_is_as_on_white_paper_and_the_same_when_it_is_read_again() {
        let read = Picture::read(&png(40, 30, [200, 0, 0, 0])).expect("a picture");
        assert_eq!((read.width(), read.height(), read.rgb()[..3].to_vec()), (40, 30, vec![255; 3]));
        let red = Picture::read(&png(40, 30, [200, 0, 0, 255])).expect("a picture");
        assert_eq!(red.rgb()[..3], [200, 0, 0]);
        assert_eq!(Picture::read(&red.png()), Ok(red));
    }

    #[test]
    fn a_large_picture_becomes_smaller_and_keeps_its_shape() {
        let read = Picture::read(&png(3000, 1500, [1, 2, 3, 255])).expect("a picture");
        assert_eq!((read.width(), read.height()), (640, 320));
        let thin = Picture::read(&png(9000, 1, [1, 2, 3, 255])).expect("a picture");
        assert_eq!((thin.width(), thin.height()), (640, 1));
    }

    #[test]
    fn a_picture_that_fills_a_page_keeps_more_and_its_file_is_not_too_large() {
        let mut seed = 1_u32;
        let noise = RgbImage::from_fn(2400, 1600, |_, _| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            Rgb([seed.to_be_bytes()[0], seed.to_be_bytes()[1], 0])
        });
        let mut file = Cursor::new(Vec::new());
        noise.write_to(&mut file, image::ImageFormat::Png).expect("written");
        let read = Picture::read_large(file.get_ref()).expect("a picture");
        assert_eq!((read.width(), read.height()), (2000, 1333));
        let kept = read.to_be_kept();
        assert!(kept.len() <= MOST_BYTES_KEPT);
        let again = Picture::read_large_kept(&kept).expect("a picture");
        assert!((640..2000).contains(&again.width()), "{}", again.width());
        assert_eq!(Picture::read_large_kept(&again.to_be_kept()), Ok(again));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let mut cut = png(40, 30, [1, 2, 3, 255]);
        cut.truncate(60);
        for file in [&b""[..], b"GIF89a", b"%PDF-1.7", &cut] {
            assert_eq!(Picture::read(file), Err(PictureMistake::NotAPicture));
        }
        assert_eq!(
            Picture::read(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            Err(PictureMistake::NotAPicture)
        );
    }

    #[test]
    fn a_header_that_promises_more_than_memory_holds_is_told_as_that() {
        let promising = |width: u32, height: u32| {
            let mut file = png(1, 1, [0; 4]);
            file[16..20].copy_from_slice(&width.to_be_bytes());
            file[20..24].copy_from_slice(&height.to_be_bytes());
            // The header has a sum of its own, without which it is only damaged.
            let sum = crc32fast::hash(&file[12..29]);
            file[29..33].copy_from_slice(&sum.to_be_bytes());
            file
        };
        for (width, height) in [(60_000, 60_000), (11_999, 11_999), (60_000, 1)] {
            assert_eq!(Picture::read(&promising(width, height)), Err(PictureMistake::TooLarge), "{width}");
        }
        assert_eq!(Picture::read_kept(&promising(2_001, 1)), Err(PictureMistake::TooLarge));
        assert_eq!(Picture::read_kept(&vec![0; MOST_BYTES_KEPT + 1]), Err(PictureMistake::TooLarge));
    }
}
