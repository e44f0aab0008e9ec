//! The pages of a PDF of a scanner, drawn in grey. hayro knows no limits, so everything it might unpack is looked at before.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::content::UntypedIter;
use hayro::hayro_syntax::object::{Dict, Name, Object, Stream};
use hayro::hayro_syntax::{Filter, LoadPdfError, Pdf};
use hayro::vello_cpu::color::{AlphaColor, Srgb};
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::GrayImage;

use super::super::super::budget::Budget;
use super::super::super::error::Refusal;
use super::guard;
use crate::domain::attendance::scan::{LONGEST, MOST_PAGES, ScanMistake, ScanPage};
use crate::progress::Progress;

/// Pixels of one picture in the file.
const MOST_PIXELS: u64 = 60_000_000;
/// Pixels of all pictures in the file.
const MOST_PIXELS_OF_ALL: u64 = 6_000_000_000;

/// Draws every page.
pub(in crate::intake) fn pages(bytes: Vec<u8>, progress: &Progress) -> Result<Vec<ScanPage>, ScanMistake> {
    let budget = Budget::new(progress);
    guard::look(&bytes, &budget).map_err(told)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ScanMistake::Locked,
        LoadPdfError::Invalid => ScanMistake::Unknown,
    })?;
    if pdf.pages().is_empty() {
        return Err(ScanMistake::Unknown);
    }
    if pdf.pages().len() > MOST_PAGES {
        return Err(ScanMistake::TooManyPages);
    }
    look(&pdf, &budget)?;
    guard::walk(&pdf, &budget).map_err(told)?;
    let settings = InterpreterSettings::default();
    let mut drawn = Vec::new();
    for page in pdf.pages().iter() {
        budget.go_on().map_err(|stop| told(stop.into()))?;
        let (width, height) = page.render_dimensions();
        if !(width.is_finite() && height.is_finite()) || width < 1.0 || height < 1.0 {
            return Err(ScanMistake::Unknown);
        }
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let scale = LONGEST as f32 / width.max(height);
        let of_page = PixmapSettings {
            x_scale: scale,
            y_scale: scale,
            bg_color: AlphaColor::<Srgb>::new([1.0, 1.0, 1.0, 1.0]),
        };
        let pixmap =
            hayro::render(page, &RenderCache::new(), &settings, &RenderSettings::default(), &of_page);
        let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
        let grey =
            pixmap.data_as_u8_slice().chunks_exact(4).map(|pixel| grey([pixel[0], pixel[1], pixel[2]]));
        let grey = GrayImage::from_raw(width, height, grey.collect()).ok_or(ScanMistake::Unknown)?;
        drawn.push(ScanPage::of(&grey));
    }
    Ok(drawn)
}

/// As bright as it looks. On an opaque ground, premultiplied colours are plain ones.
fn grey(rgb: [u8; 3]) -> u8 {
    let [red, green, blue] = rgb.map(u32::from);
    u8::try_from((299 * red + 587 * green + 114 * blue + 500) / 1000).unwrap_or(u8::MAX)
}

fn told(refusal: Refusal) -> ScanMistake {
    match refusal {
        Refusal::TooMuch(_) | Refusal::TooLarge => ScanMistake::TooLarge,
        _ => ScanMistake::Unknown,
    }
}

/// Looks at everything in the file that may be drawn, wherever it is drawn from. What a scanner does not write and could
/// grow without end is refused: pictures within instructions, patterns, letters that are drawings.
fn look(pdf: &Pdf, budget: &Budget) -> Result<(), ScanMistake> {
    let mut pixels = 0_u64;
    for object in pdf.objects() {
        budget.step().map_err(|stop| told(stop.into()))?;
        match object {
            Object::Dict(dict) if is(&dict, b"Type3") => return Err(ScanMistake::Packed),
            Object::Stream(stream) => {
                pixels = pixels.saturating_add(of_stream(&stream, budget)?);
                if pixels > MOST_PIXELS_OF_ALL {
                    return Err(ScanMistake::TooLarge);
                }
            }
            _ => {}
        }
    }
    for page in pdf.pages().iter() {
        no_inline(page.page_stream().unwrap_or_default(), budget)?;
    }
    Ok(())
}

fn is(dict: &Dict<'_>, kind: &[u8]) -> bool {
    dict.get::<Name<'_>>("Subtype").is_some_and(|name| *name == *kind)
}

/// How many pixels a stream unpacks to; nothing for one that is no picture.
fn of_stream(stream: &Stream<'_>, budget: &Budget) -> Result<u64, ScanMistake> {
    let dict = stream.dict();
    if dict.contains_key("PatternType") {
        return Err(ScanMistake::Packed);
    }
    let filters = stream.filters();
    let packs_pictures = |filter: &Filter| {
        matches!(filter, Filter::DctDecode | Filter::CcittFaxDecode | Filter::Jbig2Decode | Filter::JpxDecode)
    };
    let side =
        |long: &str, short: &str| dict.get::<u32>(long).or_else(|| dict.get::<u32>(short)).map(u64::from);
    let sides = side("Width", "W").zip(side("Height", "H"));
    if sides.is_none() && !filters.iter().any(packs_pictures) && !is(dict, b"Image") {
        if is(dict, b"Form") {
            if filters.len() > 2 {
                return Err(ScanMistake::Packed);
            }
            let content = stream.decoded_data().unwrap_or_default();
            budget.unpack(content.len()).map_err(|stop| told(stop.into()))?;
            no_inline(&content, budget)?;
        }
        return Ok(0);
    }
    // Their sizes stand in the packed data as well, where they cannot be bounded from here.
    if filters.iter().any(|filter| matches!(filter, Filter::Jbig2Decode | Filter::JpxDecode)) {
        return Err(ScanMistake::Packed);
    }
    let (width, height) = sides.ok_or(ScanMistake::Unknown)?;
    let across = match filters.iter().any(|filter| matches!(filter, Filter::CcittFaxDecode)) {
        true => width.max(columns(dict)?),
        false => width,
    };
    match across.saturating_mul(height) {
        pixels if pixels <= MOST_PIXELS => Ok(pixels),
        _ => Err(ScanMistake::TooLarge),
    }
}

/// How wide a fax says it is.
fn columns(dict: &Dict<'_>) -> Result<u64, ScanMistake> {
    const USUAL: u64 = 1_728;
    let of_one = |one: &Dict<'_>| one.get::<u32>("Columns").map_or(USUAL, u64::from);
    for key in ["DP", "DecodeParms"] {
        if let Some(one) = dict.get::<Dict<'_>>(key) {
            return Ok(of_one(&one));
        }
        if let Some(all) = dict.get::<hayro::hayro_syntax::object::Array<'_>>(key) {
            return Ok(all.iter::<Dict<'_>>().map(|one| of_one(&one)).max().unwrap_or(USUAL));
        }
    }
    Ok(USUAL)
}

/// Refuses pictures within instructions.
fn no_inline(content: &[u8], budget: &Budget) -> Result<(), ScanMistake> {
    let mut instructions = UntypedIter::new(content);
    while let Some(instruction) = instructions.next() {
        budget.step().map_err(|stop| told(stop.into()))?;
        if **instruction.operator == *b"BI" {
            return Err(ScanMistake::Packed);
        }
    }
    Ok(())
}
