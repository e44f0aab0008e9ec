//! Workbooks that Excel 97–2003 packs with a password of its own when their structure is
//! protected: they open without a question there, so they do here.

use md5::{Digest, Md5};

use super::super::super::budget::{Budget, Stop};
use super::super::ole2::u16_at;
use super::{Records, kind};

/// The password that Excel takes when nobody chose one.
pub(in super::super) const OWN_PASSWORD: &str = "VelvetSweatshop";
/// Bytes after which the stream of keys begins anew.
const BLOCK: usize = 1024;
/// Bytes of a record's kind and length.
const HEAD: usize = 4;

/// The stream in clear, where Excel's own password opens it. `password` is the content of
/// the record that says it is packed so.
pub(super) fn opened(stream: &[u8], password: &[u8], budget: &Budget) -> Result<Option<Vec<u8>>, Stop> {
    let Some(secret) = Secret::of(password) else { return Ok(None) };
    let mut clear = stream.to_vec();
    let mut place = 0;
    let mut keys = (usize::MAX, [0; BLOCK]);
    for record in (Records { rest: stream }) {
        budget.record(record.content.len())?;
        let start = place + HEAD;
        // The places of sheets stay readable, so that they can be found.
        let skipped = match record.kind {
            kind::BEGIN | kind::PASSWORD | kind::INTERFACE | kind::SHARED_BY => record.content.len(),
            kind::SHEET => HEAD,
            _ => 0,
        };
        for at in start + skipped..start + record.content.len() {
            if keys.0 != at / BLOCK {
                keys = (at / BLOCK, secret.keys(at / BLOCK));
            }
            // Records are cut from the same stream.
            if let Some(byte) = clear.get_mut(at) {
                *byte ^= keys.1[at % BLOCK];
            }
        }
        place = start + record.content.len();
    }
    Ok(Some(clear))
}

/// What the keys are made of.
struct Secret([u8; 5]);

impl Secret {
    /// That of Excel's own password, if it fits.
    fn of(record: &[u8]) -> Option<Self> {
        // RC4 as Excel 97 had it; the others belong to later programs.
        if (u16_at(record, 0)?, u16_at(record, 2)?, u16_at(record, 4)?) != (1, 1, 1) {
            return None;
        }
        let (salt, check, hash) = (record.get(6..22)?, record.get(22..38)?, record.get(38..54)?);
        let letters: Vec<u8> = OWN_PASSWORD.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let word = Md5::digest(letters);
        let mut mixed = Md5::new();
        for _ in 0..16 {
            mixed.update(&word[..5]);
            mixed.update(salt);
        }
        let mixed = mixed.finalize();
        let secret = Self([mixed[0], mixed[1], mixed[2], mixed[3], mixed[4]]);
        let keys = secret.keys(0);
        let clear = |bytes: &[u8], from: usize| -> Vec<u8> {
            bytes.iter().zip(&keys[from..]).map(|(byte, key)| byte ^ key).collect()
        };
        (Md5::digest(clear(check, 0)).as_slice() == clear(hash, check.len())).then_some(secret)
    }

    /// The keys of a block.
    fn keys(&self, block: usize) -> [u8; BLOCK] {
        let number = u32::try_from(block).unwrap_or(u32::MAX).to_le_bytes();
        let key = Md5::new().chain_update(self.0).chain_update(number).finalize();
        rc4(&key)
    }
}

/// The first keys of RC4.
fn rc4(key: &[u8]) -> [u8; BLOCK] {
    let mut state: [u8; 256] = std::array::from_fn(|at| at as u8);
    let mut other = 0_u8;
    for at in 0..256 {
        other = other.wrapping_add(state[at]).wrapping_add(key[at % key.len()]);
        state.swap(at, other.into());
    }
    let (mut at, mut other) = (0_u8, 0_u8);
    std::array::from_fn(|_| {
        at = at.wrapping_add(1);
        other = other.wrapping_add(state[usize::from(at)]);
        state.swap(at.into(), other.into());
        state[usize::from(state[usize::from(at)].wrapping_add(state[usize::from(other)]))]
    })
}

#[cfg(test)]
mod tests {
    use super::rc4;

    #[test]
    fn keys_are_those_of_rfc_6229() {
        assert_eq!(rc4(&[1, 2, 3, 4, 5])[..8], [0xB2, 0x39, 0x63, 0x05, 0xF0, 0x3D, 0xC0, 0x27]);
    }
}
