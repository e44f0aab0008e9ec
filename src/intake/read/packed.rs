//! Workbooks of Excel 2010 and later that are packed with a password of Excel's own: they open without a question
//! there, so they do here. What is packed how: MS-OFFCRYPTO 2.3.4.10 to 2.3.4.15, "agile encryption".

use aes::cipher::{BlockCipherDecrypt, KeyInit};
use aes::{Aes128, Aes192, Aes256, Block};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::super::budget::{Budget, Stop};
use super::markup::{Tag, Token, Tokens};
use super::ole2::{Container, u32_at};
use super::xls::OWN_PASSWORD;

/// How the description of what is packed how begins: version 4.4, and a number.
const AGILE: [u8; 8] = [4, 0, 4, 0, 0x40, 0, 0, 0];
/// Bytes that are packed together, each such piece with a beginning of its own.
const PIECE: usize = 4096;
/// Rounds in which a password is mixed; Excel takes a tenth of it.
const MOST_ROUNDS: u32 = 1_000_000;
/// What tells the keys of one lock apart.
const FOR_CHECK: [u8; 8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
const FOR_HASH: [u8; 8] = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
const FOR_KEY: [u8; 8] = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];

/// The workbook in clear, where Excel's own password opens it.
pub(super) fn opened(container: &Container<'_>, budget: &Budget) -> Result<Option<Vec<u8>>, Stop> {
    let (Some(description), Some(packed)) =
        (container.stream("EncryptionInfo"), container.stream("EncryptedPackage"))
    else {
        return Ok(None);
    };
    let description = description.strip_prefix(&AGILE).and_then(|text| std::str::from_utf8(text).ok());
    let Some((content, lock)) = description.and_then(|text| locks(text, budget)) else { return Ok(None) };
    match lock.key(budget)? {
        Some(key) => content.unpacked(&key, &packed, budget),
        None => Ok(None),
    }
}

/// How something is packed.
struct Cipher {
    hash: Hash,
    salt: Vec<u8>,
    /// Bytes of a key.
    key: usize,
}

/// How the key is packed with a password.
struct Lock {
    cipher: Cipher,
    rounds: u32,
    check: Vec<u8>,
    hash: Vec<u8>,
    key: Vec<u8>,
}

#[derive(Clone, Copy)]
enum Hash {
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

/// How the content is packed, and the key for it.
fn locks(description: &str, budget: &Budget) -> Option<(Cipher, Lock)> {
    let (mut content, mut lock) = (None, None);
    for token in Tokens::new(description, budget) {
        match token {
            Token::Open(tag) if tag.is("keyData") => content = Cipher::of(&tag),
            Token::Open(tag) if tag.is("encryptedKey") => lock = Lock::of(&tag),
            _ => {}
        }
    }
    Some((content?, lock?))
}

impl Cipher {
    fn of(tag: &Tag<'_>) -> Option<Self> {
        let is = |name, value: &str| tag.attribute(name).is_some_and(|own| own == value);
        let hash = match &*tag.attribute("hashAlgorithm")? {
            "SHA1" => Hash::Sha1,
            "SHA256" => Hash::Sha256,
            "SHA384" => Hash::Sha384,
            "SHA512" => Hash::Sha512,
            _ => return None,
        };
        let key = tag.number("keyBits").filter(|bits| matches!(bits, 128 | 192 | 256))? as usize / 8;
        let is_known =
            is("cipherAlgorithm", "AES") && is("cipherChaining", "ChainingModeCBC") && is("blockSize", "16");
        is_known.then_some(Self { hash, salt: bytes(tag, "saltValue")?, key })
    }

    /// What was packed, piece by piece.
    fn unpacked(&self, key: &[u8], packed: &[u8], budget: &Budget) -> Result<Option<Vec<u8>>, Stop> {
        let (Some(size), Some(packed)) = (u32_at(packed, 0), packed.get(8..)) else { return Ok(None) };
        budget.unpack(packed.len())?;
        let mut clear = Vec::with_capacity(packed.len());
        for (number, piece) in (0_u32..).zip(packed.chunks(PIECE)) {
            budget.step()?;
            let start = self.hash.of(&[&self.salt, &number.to_le_bytes()]);
            let Some(piece) = decrypted(key, &start, piece) else { return Ok(None) };
            clear.extend(piece);
        }
        clear.truncate(size as usize);
        Ok(Some(clear))
    }
}

impl Lock {
    fn of(tag: &Tag<'_>) -> Option<Self> {
        Some(Self {
            cipher: Cipher::of(tag)?,
            rounds: tag.number("spinCount").filter(|rounds| *rounds <= MOST_ROUNDS)?,
            check: bytes(tag, "encryptedVerifierHashInput")?,
            hash: bytes(tag, "encryptedVerifierHashValue")?,
            key: bytes(tag, "encryptedKeyValue")?,
        })
    }

    /// The key that Excel's own password opens, if it does.
    fn key(&self, budget: &Budget) -> Result<Option<Vec<u8>>, Stop> {
        let Cipher { hash, salt, key } = &self.cipher;
        let letters: Vec<u8> = OWN_PASSWORD.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut mixed = hash.of(&[salt, &letters]);
        for round in 0..self.rounds {
            budget.step()?;
            mixed = hash.of(&[&round.to_le_bytes(), &mixed]);
        }
        let clear = |packed: &[u8], purpose: &[u8]| {
            let mut own = hash.of(&[&mixed, purpose]);
            own.resize(*key, 0x36);
            decrypted(&own, salt, packed)
        };
        let (check, own) = (clear(&self.check, &FOR_CHECK), clear(&self.hash, &FOR_HASH));
        let fits = check.zip(own).is_some_and(|(check, own)| own.starts_with(&hash.of(&[&check])));
        let key = clear(&self.key, &FOR_KEY).and_then(|found| Some(found.get(..*key)?.to_vec()));
        Ok(key.filter(|_| fits))
    }
}

impl Hash {
    fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        fn hashed<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            parts.iter().fold(D::new(), |hash, part| hash.chain_update(part)).finalize().to_vec()
        }
        match self {
            Self::Sha1 => hashed::<Sha1>(parts),
            Self::Sha256 => hashed::<Sha256>(parts),
            Self::Sha384 => hashed::<Sha384>(parts),
            Self::Sha512 => hashed::<Sha512>(parts),
        }
    }
}

fn bytes(tag: &Tag<'_>, attribute: &str) -> Option<Vec<u8>> {
    STANDARD.decode(tag.attribute(attribute)?.as_bytes()).ok()
}

/// AES whose blocks are chained; `None` for a key of another length, or where half a block is missing.
fn decrypted(key: &[u8], start: &[u8], packed: &[u8]) -> Option<Vec<u8>> {
    match key.len() {
        16 => chained(&Aes128::new_from_slice(key).ok()?, start, packed),
        24 => chained(&Aes192::new_from_slice(key).ok()?, start, packed),
        _ => chained(&Aes256::new_from_slice(key).ok()?, start, packed),
    }
}

fn chained(
    cipher: &impl BlockCipherDecrypt<BlockSize = aes::cipher::consts::U16>,
    start: &[u8],
    packed: &[u8],
) -> Option<Vec<u8>> {
    const BLOCK: usize = 16;
    let mut before = start.get(..BLOCK)?;
    let mut clear = Vec::with_capacity(packed.len());
    for block in packed.chunks(BLOCK) {
        let mut own = Block::try_from(block).ok()?;
        cipher.decrypt_block(&mut own);
        clear.extend(own.iter().zip(before).map(|(byte, before)| byte ^ before));
        before = block;
    }
    Some(clear)
}
