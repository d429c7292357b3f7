//! Pictures that an office brings: its own artwork as PNG or JPEG, checked when it is read and made ready for a PDF.

use png::{BitDepth, ColorType, Transformations};
use sha2::{Digest, Sha256};
use std::{fmt::Write as _, io::Cursor};
use zune_jpeg::{
    JpegDecoder,
    zune_core::{colorspace::ColorSpace, options::DecoderOptions},
};

/// The largest file, bytes.
pub const MOST_BYTES: usize = 16 << 20;
/// The most pixels: an A4 sheet at 400 dpi has 15.5 million, a card at 1200 dpi has 10.3 million.
pub const MOST_PIXELS: u64 = 16_000_000;

/// A picture that can be embedded. Two pictures are equal when their files were.
#[derive(Debug, Clone)]
pub struct Image {
    width: u32,
    height: u32,
    id: String,
    pub(super) colours: Samples,
    pub(super) opacity: Option<Samples>,
}

impl PartialEq for Image {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// Samples of a picture, packed as a PDF takes them.
#[derive(Debug, Clone)]
pub(super) struct Samples {
    /// 1 for grey, 3 for red, green and blue; 8 bits each.
    pub channels: u8,
    pub packing: Packing,
    pub bytes: Vec<u8>,
}

/// How samples are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// The JPEG file as it came.
    Jpeg,
    /// Deflated lines, each after a PNG filter.
    Png,
}

/// Why a file cannot be used as a picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImageError {
    /// Neither PNG nor JPEG, by its first bytes.
    #[error("the file is neither a PNG nor a JPEG picture")]
    NotAPicture,
    /// The file breaks off, or its contents contradict themselves.
    #[error("the picture is damaged: {0}")]
    Damaged(String),
    /// The file is larger than [`MOST_BYTES`].
    #[error("the picture's file has {bytes} bytes, at most {MOST_BYTES} are taken")]
    TooLarge {
        /// The file's size.
        bytes: usize,
    },
    /// The picture has more than [`MOST_PIXELS`].
    #[error("the picture has {width} x {height} pixels, at most {MOST_PIXELS} in all are taken")]
    TooManyPixels {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// A JPEG in the four colours of a printing press; the card wants red, green and blue.
    #[error("the picture is in CMYK; it must be saved in RGB")]
    Cmyk,
}

impl Image {
    /// Reads and decodes a whole PNG or JPEG file, so that what is damaged is found now and not by the printer.
    ///
    /// A JPEG is kept as it is. A PNG is reduced to 8 bits a channel, interlacing and palette resolved; its transparency
    /// is kept where it has any. Colours are taken for sRGB: profiles and gamma inside the file are not looked at.
    ///
    /// # Errors
    /// [`ImageError`].
    pub fn read(file: &[u8]) -> Result<Self, ImageError> {
        if file.len() > MOST_BYTES {
            return Err(ImageError::TooLarge { bytes: file.len() });
        }
        let mut image = if file.starts_with(b"\x89PNG\r\n\x1a\n") {
            from_png(file)?
        } else if file.starts_with(b"\xFF\xD8\xFF") {
            from_jpeg(file)?
        } else {
            return Err(ImageError::NotAPicture);
        };
        for byte in Sha256::digest(file).iter().take(8) {
            let _ = write!(image.id, "{byte:02x}"); // writing to a String cannot fail
        }
        Ok(image)
    }

    /// Pixels across.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Pixels down.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Tells pictures apart by their files: 16 lower-case hex digits.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}

fn damaged(cause: impl std::fmt::Display) -> ImageError {
    ImageError::Damaged(cause.to_string())
}

fn check_pixels(width: u32, height: u32) -> Result<(), ImageError> {
    match u64::from(width) * u64::from(height) {
        0 => Err(damaged("it has no pixels")),
        1..=MOST_PIXELS => Ok(()),
        _ => Err(ImageError::TooManyPixels { width, height }),
    }
}

fn from_jpeg(file: &[u8]) -> Result<Image, ImageError> {
    // the sides are limited by their product below
    let options = DecoderOptions::default().set_max_width(1 << 16).set_max_height(1 << 16);
    let mut decoder = JpegDecoder::new_with_options(Cursor::new(file), options);
    decoder.decode_headers().map_err(|cause| damaged(format!("{cause:?}")))?;
    let info = decoder.info().ok_or_else(|| damaged("it has no header"))?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    check_pixels(width, height)?;
    let channels = match decoder.input_colorspace() {
        Some(ColorSpace::CMYK | ColorSpace::YCCK) => return Err(ImageError::Cmyk),
        Some(ColorSpace::Luma) => 1,
        _ => 3,
    };
    if !is_whole(file) {
        return Err(damaged("it breaks off"));
    }
    decoder.decode().map_err(|cause| damaged(format!("{cause:?}")))?;
    let colours = Samples { channels, packing: Packing::Jpeg, bytes: file.to_vec() };
    Ok(Image { width, height, id: String::new(), colours, opacity: None })
}

/// Whether the end marker follows the scan: decoders fill in what is missing. A thumbnail inside the header has an end
/// marker of its own.
fn is_whole(file: &[u8]) -> bool {
    let mut at = 2;
    while let Some(&[0xFF, marker, high, low]) = file.get(at..at + 4) {
        if marker == 0xDA {
            return file.get(at..).is_some_and(|scan| scan.windows(2).any(|pair| pair == [0xFF, 0xD9]));
        }
        at += if marker == 0xFF { 1 } else { 2 + usize::from(u16::from_be_bytes([high, low])) };
    }
    false
}

fn from_png(file: &[u8]) -> Result<Image, ImageError> {
    let mut decoder = png::Decoder::new(Cursor::new(file));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let header = decoder.read_header_info().map_err(damaged)?;
    let (width, height) = (header.width, header.height);
    check_pixels(width, height)?;
    let mut reader = decoder.read_info().map_err(damaged)?;
    let size = reader.output_buffer_size().ok_or(ImageError::TooManyPixels { width, height })?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(damaged)?;
    reader.finish().map_err(damaged)?;
    pixels.truncate(frame.buffer_size());

    let (channels, alpha) = match frame.color_type {
        ColorType::Grayscale => (1, false),
        ColorType::GrayscaleAlpha => (1, true),
        ColorType::Rgba => (3, true),
        ColorType::Rgb | ColorType::Indexed => (3, false),
    };
    let mut opacity = Vec::new();
    if alpha {
        let every = usize::from(channels) + 1;
        opacity = pixels.iter().skip(every - 1).step_by(every).copied().collect();
        let mut place = 0;
        pixels.retain(|_| {
            place += 1;
            place % every != 0
        });
    }
    let opaque = opacity.iter().all(|value| *value == 255);
    Ok(Image {
        width,
        height,
        id: String::new(),
        colours: packed(width, height, channels, &pixels)?,
        opacity: if opaque { None } else { Some(packed(width, height, 1, &opacity)?) },
    })
}

/// Samples deflated with PNG's filters, which pack pictures to half of what deflating alone does.
fn packed(width: u32, height: u32, channels: u8, samples: &[u8]) -> Result<Samples, ImageError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(if channels == 1 { ColorType::Grayscale } else { ColorType::Rgb });
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(damaged)?;
    writer.write_image_data(samples).map_err(damaged)?;
    writer.finish().map_err(damaged)?;

    let mut bytes = Vec::new();
    let mut rest = file.get(8..).unwrap_or_default();
    while let Some((length, after)) = rest.split_first_chunk() {
        let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
        let Some((kind, after)) = after.split_at_checked(4) else { break };
        let Some((data, after)) = after.split_at_checked(length) else { break };
        if kind == b"IDAT" {
            bytes.extend_from_slice(data);
        }
        rest = after.get(4..).unwrap_or_default(); // the checksum
    }
    Ok(Samples { channels, packing: Packing::Png, bytes })
}
