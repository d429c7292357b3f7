//! The file around the pages: objects as they come, then the table of where they are.

use super::{DocumentError, object};
use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Dictionary, Object, ObjectId, Stream};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{self, Write};

/// The level of packing: contents of pages get hardly smaller beyond it.
const LEVEL: i32 = 6;

/// Counts and hashes what passes.
struct Counted<W> {
    output: W,
    position: u64,
    hash: Sha256,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.output.write_all(bytes)?;
        self.position += bytes.len() as u64;
        self.hash.update(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}

/// A PDF being written from front to back. Of all that was written it remembers eight bytes an object.
pub struct File<W> {
    output: Counted<W>,
    /// Where each object begins, by number; object 0 does not exist, 0 means not written.
    offsets: Vec<u64>,
}

impl<W: Write> File<W> {
    pub fn new(output: W) -> Self {
        Self { output: Counted { output, position: 0, hash: Sha256::new() }, offsets: vec![0] }
    }

    pub fn header(&mut self) -> io::Result<()> {
        // four bytes beyond ASCII tell programs that move files that this one is binary
        self.output.write_all(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
    }

    /// The next free object number.
    pub fn next_id(&mut self) -> ObjectId {
        let id = u32::try_from(self.offsets.len()).unwrap_or(u32::MAX);
        self.offsets.push(0);
        (id, 0)
    }

    /// The number of the next object, should there be one.
    pub fn next_free(&self) -> u32 {
        u32::try_from(self.offsets.len()).unwrap_or(u32::MAX)
    }

    /// Notes that the object begins here.
    fn begin(&mut self, id: ObjectId) {
        let index = id.0 as usize;
        self.offsets.resize(self.offsets.len().max(index + 1), 0);
        if let Some(offset) = self.offsets.get_mut(index) {
            *offset = self.output.position;
        }
    }

    pub fn object(&mut self, id: ObjectId, object: &Object) -> io::Result<()> {
        self.begin(id);
        writeln!(self.output, "{} 0 obj", id.0)?;
        object::write(&mut self.output, object)?;
        self.output.write_all(b"\nendobj\n")
    }

    /// A page in a node of the page tree, with its packed content. All else it inherits.
    pub fn page(&mut self, node: ObjectId, content: &[u8]) -> io::Result<ObjectId> {
        let (page, stream) = (self.next_id(), self.next_id());
        self.begin(page);
        let (number, parent, contents) = (page.0, node.0, stream.0);
        writeln!(self.output, "{number} 0 obj\n<</Type/Page/Parent {parent} 0 R/Contents {contents} 0 R>>\nendobj")?;
        self.begin(stream);
        let length = content.len();
        write!(self.output, "{contents} 0 obj\n<</Length {length}/Filter/FlateDecode>>\nstream\n")?;
        self.output.write_all(content)?;
        self.output.write_all(b"\nendstream\nendobj\n")?;
        Ok(page)
    }

    /// Table, trailer, end. Gives the SHA-256 of the whole file in hex.
    pub fn finish(mut self, catalog: ObjectId, info: ObjectId) -> Result<String, DocumentError> {
        let start = self.output.position;
        // The file's identity is its content, so that the same content is the same file.
        let digest = self.output.hash.clone().finalize();
        let identity = Object::String(digest.iter().copied().take(16).collect(), lopdf::StringFormat::Hexadecimal);
        writeln!(self.output, "xref\n0 {}", self.offsets.len())?;
        for offset in &self.offsets {
            match offset {
                0 => writeln!(self.output, "0000000000 65535 f ")?,
                offset => writeln!(self.output, "{offset:010} 00000 n ")?,
            }
        }
        let size = i64::try_from(self.offsets.len()).unwrap_or(i64::MAX);
        let trailer = Dictionary::from_iter([
            ("Size", Object::Integer(size)),
            ("Root", Object::Reference(catalog)),
            ("Info", Object::Reference(info)),
            ("ID", Object::Array(vec![identity.clone(), identity])),
        ]);
        self.output.write_all(b"trailer\n")?;
        object::write(&mut self.output, &Object::Dictionary(trailer))?;
        write!(self.output, "\nstartxref\n{start}\n%%EOF\n")?;
        self.output.flush()?;
        let mut hex = String::with_capacity(64);
        for byte in self.output.hash.finalize() {
            let _ = write!(hex, "{byte:02x}"); // writing to a String cannot fail
        }
        Ok(hex)
    }
}

/// Packs one content after the other with one encoder: to make one costs more than to pack a card. Of a content as
/// small as a page libdeflate makes the same in two thirds of the time that zlib takes.
pub struct Packer {
    encoder: Compressor,
    /// What was packed last, and whatever lies behind it.
    room: Vec<u8>,
}

impl Packer {
    pub fn new() -> Self {
        Self { encoder: Compressor::new(CompressionLvl::new(LEVEL).unwrap_or_default()), room: Vec::new() }
    }

    /// The content as a zlib stream.
    pub fn pack(&mut self, content: &[u8]) -> io::Result<Vec<u8>> {
        let most = self.encoder.zlib_compress_bound(content.len());
        self.room.resize(self.room.len().max(most), 0);
        let length = self.encoder.zlib_compress(content, &mut self.room).map_err(io::Error::other)?;
        Ok(self.room.get(..length).unwrap_or_default().to_vec())
    }
}

/// A stream, packed.
pub fn packed(stream: &Stream) -> io::Result<Stream> {
    let mut dictionary = stream.dict.clone();
    dictionary.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    Ok(Stream::new(dictionary, Packer::new().pack(&stream.content)?))
}
