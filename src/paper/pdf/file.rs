//! A PDF file put out object by object, so that a long paper is never held twice.
//!
//! Streams go out at once, small objects some hundreds together in a stream of their
//! own (ISO 32000-1, 7.5.7), and where each of them is stands at the end (7.5.8).

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::content::{Content, Operation};
use lopdf::{Error, Object, ObjectId, Stream, StringFormat, dictionary};

/// Small objects that go out together: more pack better, but a reader that wants one
/// unpacks them all.
const TOGETHER: usize = 500;

/// A file that is being put out.
pub struct File {
    bytes: Vec<u8>,
    /// Where each object is, by its number. 0 is the number of none.
    places: Vec<ObjectPlace>,
    /// Small objects that wait: their numbers and where each begins in `text`.
    waiting: Vec<(u32, usize)>,
    text: Vec<u8>,
    deflater: Deflater,
    print: Fingerprint,
}

/// Where an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ObjectPlace {
    /// Its number is not used.
    Free,
    /// It begins so many bytes from the start of the file.
    At(u32),
    /// In a stream of small objects, after so many others.
    Within { holder: u32, index: u16 },
}

impl File {
    /// An empty file. `about` makes its /ID another than that of a file that draws the same.
    pub fn new(about: &[&str]) -> Self {
        let mut print = Fingerprint::default();
        about.iter().for_each(|text| print.add(text.as_bytes()));
        Self {
            // Bytes beyond ASCII say that the file is no text (7.5.2).
            bytes: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(),
            places: vec![ObjectPlace::Free],
            waiting: Vec::new(),
            text: Vec::new(),
            deflater: Deflater::default(),
            print,
        }
    }

    /// A number for an object that will be put.
    pub fn number(&mut self) -> Result<ObjectId, Error> {
        let number = u32::try_from(self.places.len()).map_err(|_| too_long())?;
        self.places.push(ObjectPlace::Free);
        Ok((number, 0))
    }

    /// Puts an object under its number.
    pub fn put(&mut self, id: ObjectId, object: Object) -> Result<(), Error> {
        match object {
            Object::Stream(stream) => self.put_stream(id, stream),
            small => {
                self.waiting.push((id.0, self.text.len()));
                self.text.extend(written(small)?);
                if self.waiting.len() < TOGETHER { Ok(()) } else { self.put_waiting() }
            }
        }
    }

    /// Puts an object under a number of its own.
    pub fn put_new(&mut self, object: impl Into<Object>) -> Result<ObjectId, Error> {
        let id = self.number()?;
        self.put(id, object.into())?;
        Ok(id)
    }

    fn put_stream(&mut self, id: ObjectId, stream: Stream) -> Result<(), Error> {
        let mut stream = self.deflater.deflated(stream)?;
        self.print.add(&stream.content);
        let place = ObjectPlace::At(u32::try_from(self.bytes.len()).map_err(|_| too_long())?);
        if let Some(free) = self.places.get_mut(id.0 as usize) {
            *free = place;
        }
        stream.dict.set("Length", integer(stream.content.len()));
        self.bytes.extend(format!("{} 0 obj\n", id.0).bytes());
        self.bytes.extend(written(Object::Dictionary(stream.dict))?);
        self.bytes.extend(b"stream\n");
        self.bytes.extend(stream.content);
        self.bytes.extend(b"\nendstream\nendobj\n");
        Ok(())
    }

    /// Puts out the small objects that wait.
    fn put_waiting(&mut self) -> Result<(), Error> {
        let (waiting, text) = (std::mem::take(&mut self.waiting), std::mem::take(&mut self.text));
        if waiting.is_empty() {
            return Ok(());
        }
        let holder = self.number()?;
        let mut content = String::new();
        for (index, (number, at)) in (0..).zip(&waiting) {
            content.push_str(&format!("{number} {at} "));
            if let Some(free) = self.places.get_mut(*number as usize) {
                *free = ObjectPlace::Within { holder: holder.0, index };
            }
        }
        let (count, first) = (integer(waiting.len()), integer(content.len()));
        let mut content = content.into_bytes();
        content.extend(text);
        let about = dictionary! { "Type" => "ObjStm", "N" => count, "First" => first };
        self.put_stream(holder, Stream::new(about, content))
    }

    /// The whole file, with its root and the object that says what it is.
    pub fn finish(mut self, root: ObjectId, info: ObjectId) -> Result<Vec<u8>, Error> {
        self.put_waiting()?;
        let table = self.number()?;
        let start = self.bytes.len();
        let mut places = std::mem::take(&mut self.places);
        if let Some(last) = places.last_mut() {
            *last = ObjectPlace::At(u32::try_from(start).map_err(|_| too_long())?);
        }
        let content: Vec<u8> = places.iter().flat_map(|place| place.row()).collect();
        let id = Object::String(self.print.bytes(), StringFormat::Hexadecimal);
        let about = dictionary! {
            "Type" => "XRef",
            "Size" => integer(places.len()),
            "W" => vec![1.into(), 4.into(), 2.into()],
            "Root" => root,
            "Info" => info,
            "ID" => vec![id.clone(), id],
        };
        self.put_stream(table, Stream::new(about, content))?;
        self.bytes.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
        Ok(self.bytes)
    }
}

impl ObjectPlace {
    /// Its row in the table of objects: one byte, four and two.
    fn row(self) -> [u8; 7] {
        let (kind, at, then) = match self {
            // No object is free to be used again: the last two bytes say so of the first.
            Self::Free => (0, 0, u16::MAX),
            Self::At(at) => (1, at, 0),
            Self::Within { holder, index } => (2, holder, index),
        };
        let [a, b, c, d] = at.to_be_bytes();
        let [e, f] = then.to_be_bytes();
        [kind, a, b, c, d, e, f]
    }
}

/// An object as the file has it. lopdf writes objects only as operands of drawing,
/// where they look the same.
fn written(object: Object) -> Result<Vec<u8>, Error> {
    Content { operations: [Operation::new("", vec![object])] }.encode()
}

fn integer(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn too_long() -> Error {
    Error::IO(std::io::Error::other("a file of more than four gigabytes"))
}

/// The best level takes twice as long and makes a page of badges smaller by 3 %.
const LEVEL: Compression = Compression::new(6);

/// Compresses one stream after the other with the same working memory: a
/// compressor of its own takes 300 kB, which for a page of 300 bytes is felt.
pub struct Deflater(Compress);

impl Default for Deflater {
    fn default() -> Self {
        Self(Compress::new(LEVEL, true))
    }
}

impl Deflater {
    /// The stream compressed, where that makes it shorter and it was not yet.
    pub fn deflated(&mut self, mut stream: Stream) -> Result<Stream, Error> {
        // Metadata are read by programs that know nothing of PDF (ISO 32000-1, 14.3.2).
        let is_metadata = stream.dict.has_type(b"Metadata");
        if is_metadata || stream.dict.has(b"Filter") || stream.content.is_empty() {
            return Ok(stream);
        }
        self.0.reset();
        // Deflate never needs more than this (zlib, compressBound).
        let size = stream.content.len();
        let mut packed = Vec::with_capacity(size + size / 1000 + 64);
        let status = self.0.compress_vec(&stream.content, &mut packed, FlushCompress::Finish);
        match status {
            Ok(Status::StreamEnd) if packed.len() < size => {
                stream.dict.set("Filter", "FlateDecode");
                stream.set_content(packed);
                Ok(stream)
            }
            Ok(_) => Ok(stream),
            Err(error) => Err(Error::IO(std::io::Error::other(error))),
        }
    }
}

/// Sixteen bytes from what the file says and draws: another content, another id.
struct Fingerprint([u64; 2]);

impl Default for Fingerprint {
    /// FNV-1a with two starting points.
    fn default() -> Self {
        Self([0xcbf2_9ce4_8422_2325, 0x9ae1_6a3b_2f90_404f])
    }
}

impl Fingerprint {
    fn add(&mut self, bytes: &[u8]) {
        for hash in &mut self.0 {
            for &byte in bytes {
                *hash = (*hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
            }
        }
    }

    fn bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|hash| hash.to_be_bytes()).collect()
    }
}
