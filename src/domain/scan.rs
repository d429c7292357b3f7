//! A scan or photo of a signed receipt, as the archive takes it.

/// Bytes of one file at most: a photo of a telephone has some five million, a page at 600 dpi a few more.
pub const MOST_BYTES: u64 = 20 << 20;

/// What such a file may be. Told by its first bytes: endings lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScanFormat {
    /// A photo.
    Jpeg,
    /// A picture.
    Png,
    /// A document of a scanner.
    Pdf,
}

impl ScanFormat {
    /// The format of a file with these bytes; `None` for every other.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"\xFF\xD8\xFF") {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
            Some(Self::Png)
        } else {
            bytes.starts_with(b"%PDF-").then_some(Self::Pdf)
        }
    }

    /// How its name ends in the archive.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }
}
