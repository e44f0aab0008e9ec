//! Lengths and sizes as Word counts them.

/// Points as Word counts them: twentieths.
pub fn twips(points: f32) -> i32 {
    (points * 20.0).round() as i32
}

/// A size as Word counts it: half points.
pub fn half_points(size: f32) -> i32 {
    (size * 2.0).round() as i32
}
