//! The file around the pages: objects as they come, then the table of where they are.

use super::{DocumentError, object};
use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Dictionary, Object, ObjectId, Stream};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{self, Write};

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

    /// Keeps the object numbers below `count` for objects that have their numbers already.
    pub fn reserve(&mut self, count: u32) {
        self.offsets.resize(self.offsets.len().max(count as usize), 0);
    }

    /// The next free object number.
    pub fn next_id(&mut self) -> ObjectId {
        let id = u32::try_from(self.offsets.len()).unwrap_or(u32::MAX);
        self.offsets.push(0);
        (id, 0)
    }

    pub fn object(&mut self, id: u32, object: &Object) -> io::Result<()> {
        if let Some(offset) = self.offsets.get_mut(id as usize) {
            *offset = self.output.position;
        }
        writeln!(self.output, "{id} 0 obj")?;
        object::write(&mut self.output, object)?;
        self.output.write_all(b"\nendobj\n")
    }

    /// A compressed stream.
    pub fn stream(&mut self, id: u32, content: &[u8]) -> io::Result<()> {
        let dictionary = Dictionary::from_iter([("Filter", Object::Name(b"FlateDecode".to_vec()))]);
        self.object(id, &Object::Stream(Stream::new(dictionary, deflate(content)?)))
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

/// Zlib, at the level that the measurements favour.
pub fn deflate(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(content.len() / 2), Compression::new(6));
    encoder.write_all(content)?;
    encoder.finish()
}
