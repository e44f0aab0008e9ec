//! Scans and photos of signed pages, as they are kept: grey, small enough for many, large enough to be read.

use std::fmt;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, GrayImage, ImageDecoder, ImageReader, Limits, Luma};

use crate::domain::id::ScanId;
use crate::sentence::{Explain, Sentence};

/// The largest file that is read, in bytes: a scanner's PDF of many pages.
pub const MOST_FILE: usize = 60 << 20;
/// Pages of one file.
pub const MOST_PAGES: usize = 200;
/// What a page takes in the data file at most, in bytes.
pub const MOST_PAGE: usize = 250 << 10;
/// What the pages of a session take at most, in bytes: 40 MB.
pub const MOST_SESSION: usize = 40 << 20;

/// Pixels along the longer side: those of A4 at 150 dots an inch.
pub const LONGEST: u32 = 1_754;
/// No picture that is unpacked has longer sides, in pixels.
pub const LONGEST_READ: u32 = 12_000;
/// No more memory is taken for unpacking, in bytes: that of 50 million pixels in colour.
const MOST_MEMORY: u64 = 150 << 20;
/// How well a page is kept, the best that fits.
const QUALITIES: [u8; 3] = [75, 60, 45];
/// A page that does not fit even so becomes smaller, but not smaller than anybody could read.
const SHORTEST: u32 = 64;

/// A page as it is kept: a grey JPEG.
#[derive(Clone, PartialEq, Eq)]
pub struct ScanPage {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The file of the picture.
    pub jpeg: Vec<u8>,
}

/// A page to be kept, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewScan {
    /// The name of the file, and which page of it.
    pub name: String,
    /// The printed page it shows, if that is known.
    pub page: Option<String>,
    /// The picture.
    pub picture: ScanPage,
}

/// A page that is kept, without its picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// Its row.
    pub id: ScanId,
    /// The printed page it shows, if that is known.
    pub page: Option<String>,
    /// The name of the file it came from.
    pub name: String,
    /// When it was added: UTC, RFC 3339.
    pub at: String,
    /// Bytes of its picture.
    pub bytes: usize,
}

/// Why something is no scan that can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScanMistake {
    /// Neither JPEG, PNG nor PDF, or damaged.
    #[error("no picture and no PDF")]
    Unknown,
    /// Too large to be unpacked.
    #[error("too large")]
    TooLarge,
    /// Too many pages in one file.
    #[error("more than {MOST_PAGES} pages")]
    TooManyPages,
    /// A PDF with a password.
    #[error("a PDF with a password")]
    Locked,
    /// A PDF whose pictures are packed in ways that cannot be read within bounds.
    #[error("packed in a way that is not read")]
    Packed,
    /// No page of a session with so much in it.
    #[error("the session has {0} bytes of scans")]
    SessionFull(usize),
}

impl Explain for ScanMistake {
    fn explain(&self) -> Sentence {
        match self {
            Self::Unknown => Sentence::new("scans-unknown"),
            Self::TooLarge => Sentence::new("scans-too-large"),
            Self::TooManyPages => Sentence::new("scans-too-many-pages").with("most", MOST_PAGES),
            Self::Locked => Sentence::new("scans-locked"),
            Self::Packed => Sentence::new("scans-packed"),
            Self::SessionFull(bytes) => {
                Sentence::new("scans-session-full").with("used", bytes >> 20).with("most", MOST_SESSION >> 20)
            }
        }
    }
}

impl ScanPage {
    /// Of a JPEG or PNG file. A photo that was taken with the camera turned stands upright.
    pub fn of_file(file: &[u8]) -> Result<Self, ScanMistake> {
        read(file).map(|grey| Self::of(&grey))
    }

    /// Of a picture in grey.
    pub fn of(grey: &GrayImage) -> Self {
        let mut longest = LONGEST;
        loop {
            let image = no_longer(grey, longest);
            let (width, height) = image.dimensions();
            for quality in QUALITIES {
                let jpeg = packed(&image, quality);
                if jpeg.len() <= MOST_PAGE || longest <= SHORTEST {
                    return Self { width, height, jpeg };
                }
            }
            longest = longest * 4 / 5;
        }
    }
}

/// Reads a picture within bounds, in grey: one that is to be kept, or one that was and that another program may have put
/// there.
pub fn read(file: &[u8]) -> Result<GrayImage, ScanMistake> {
    let mut reader =
        ImageReader::new(Cursor::new(file)).with_guessed_format().map_err(|_| ScanMistake::Unknown)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_READ);
    limits.max_image_height = Some(LONGEST_READ);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let told = |error| match error {
        image::ImageError::Limits(_) => ScanMistake::TooLarge,
        _ => ScanMistake::Unknown,
    };
    let mut decoder = reader.into_decoder().map_err(told)?;
    let (width, height) = decoder.dimensions();
    if width > LONGEST_READ || height > LONGEST_READ || decoder.total_bytes() > MOST_MEMORY {
        return Err(ScanMistake::TooLarge);
    }
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder).map_err(told)?;
    let mut grey = DynamicImage::ImageLuma8(on_paper(small_enough(image)));
    grey.apply_orientation(turned);
    Ok(grey.into_luma8())
}

impl fmt::Debug for ScanPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ScanPage({} × {}, {} bytes)", self.width, self.height, self.jpeg.len())
    }
}

fn packed(image: &GrayImage, quality: u8) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut file, quality);
    let written = encoder.encode(image.as_raw(), image.width(), image.height(), ExtendedColorType::L8);
    // Writing to memory fails only for pixels that do not fit the sides.
    debug_assert!(written.is_ok());
    file
}

/// Of a very large picture a smaller one, before it is held in other forms, too.
fn small_enough(image: DynamicImage) -> DynamicImage {
    match image.width().max(image.height()) > 4 * LONGEST {
        true => {
            let (width, height) = scaled((image.width(), image.height()), 2 * LONGEST);
            image.thumbnail_exact(width, height)
        }
        false => image,
    }
}

/// In grey; what is transparent becomes white.
fn on_paper(image: DynamicImage) -> GrayImage {
    let image = image.into_luma_alpha8();
    GrayImage::from_fn(image.width(), image.height(), |x, y| {
        let [grey, opaque] = image.get_pixel(x, y).0.map(u16::from);
        let sum = grey * opaque + 255 * (255 - opaque);
        Luma([u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX)])
    })
}

fn no_longer(image: &GrayImage, longest: u32) -> GrayImage {
    if image.width().max(image.height()) <= longest {
        return image.clone();
    }
    let (width, height) = scaled(image.dimensions(), longest);
    imageops::resize(image, width, height, FilterType::Triangle)
}

/// Sides of which the longer is so long.
fn scaled((width, height): (u32, u32), longest: u32) -> (u32, u32) {
    let longer = u64::from(width.max(height).max(1));
    let side =
        |side: u32| u32::try_from(u64::from(side) * u64::from(longest) / longer).unwrap_or(longest).max(1);
    (side(width), side(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Grey noise, which no JPEG makes small.
    fn noise(width: u32, height: u32) -> GrayImage {
        let mut at = 12_345_u32;
        GrayImage::from_fn(width, height, |_, _| {
            at = at.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            Luma([at.to_be_bytes()[0]])
        })
    }

    fn png(image: &DynamicImage) -> Vec<u8> {
        let mut file = Cursor::new(Vec::new());
        image.write_to(&mut file, image::ImageFormat::Png).expect("written");
        file.into_inner()
    }

    #[test]
    fn a_page_is_kept_at_150_dots_an_inch_and_even_noise_fits() {
        let page = ScanPage::of(&noise(2_480, 3_508));
        assert!(page.jpeg.len() <= MOST_PAGE, "{page:?}");
        assert!(page.height < LONGEST, "noise has to become smaller: {page:?}");
        let paper = ScanPage::of(&GrayImage::from_pixel(2_480, 3_508, Luma([250])));
        assert_eq!((paper.width, paper.height), (1_240, 1_754));
        let read = image::load_from_memory(&paper.jpeg).expect("a picture");
        assert_eq!((read.width(), read.color()), (1_240, image::ColorType::L8));
    }

    #[test]
    fn colour_becomes_grey_transparent_white_and_what_is_no_picture_is_refused() {
        let clear = image::RgbaImage::from_pixel(40, 30, image::Rgba([200, 0, 0, 0]));
        let page = ScanPage::of_file(&png(&clear.into())).expect("a page");
        let read = image::load_from_memory(&page.jpeg).expect("a picture").into_luma8();
        assert!(read.get_pixel(5, 5).0[0] > 250);
        for file in [&b""[..], b"GIF89a", b"%PDF-1.7", b"<svg/>"] {
            assert_eq!(ScanPage::of_file(file), Err(ScanMistake::Unknown));
        }
        let mut promising = png(&GrayImage::new(1, 1).into());
        promising[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        promising[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
        let sum = crc32fast::hash(&promising[12..29]);
        promising[29..33].copy_from_slice(&sum.to_be_bytes());
        assert_eq!(ScanPage::of_file(&promising), Err(ScanMistake::TooLarge));
    }
}
