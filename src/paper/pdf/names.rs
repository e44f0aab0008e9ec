//! What fonts, pictures and drawings are called in a file.

use crate::paper::font::Face;

/// The name of a face in the file.
pub fn face_name(face: Face) -> &'static str {
    match face {
        Face::Regular => "R",
        Face::Bold => "B",
        Face::Italic => "I",
        Face::BoldItalic => "Z",
        Face::Display => "D",
        Face::DisplayItalic => "E",
    }
}

/// The name of a shared drawing in the file.
pub fn shared_name(index: usize) -> String {
    format!("S{index}")
}

/// The name of a picture in the file.
pub fn picture_name(index: usize) -> String {
    format!("P{index}")
}

/// The name, in the file, of how ink is drawn.
pub const INK: &str = "Ink";
