//! Pictures of the window, held against references in `tests/pictures`.
//!
//! A reference that is missing is a failure. All are made anew, and then looked at before they are committed, with
//!
//! ```sh
//! CETAK_KPJ_PICTURES=new cargo test --lib story::pictures
//! CETAK_KPJ_PICTURES=new cargo test --test real_window
//! ```
//!
//! A picture that does not agree is written to `target/pictures`, under the name of its reference.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    reason = "each test uses its own part, and fails by panicking"
)]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A channel that differs by no more, one of sixteen steps, is the same: machines round differently.
const LITTLE: u8 = 24;
/// So many pixels may differ by more: a smaller mark is nothing a person sees.
const FEW: usize = 60;
/// What is not compared.
const COVER: u8 = 136;

/// Three bytes a pixel, in sixteen steps each, which keeps the files small.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    bytes: Vec<u8>,
}

impl Picture {
    /// From four bytes a pixel, of which `order` says where red, green and blue are; `step` pixels each way become one.
    pub fn new(width: usize, height: usize, bytes: &[u8], order: [usize; 3], step: usize) -> Self {
        let coarse: Vec<u8> = (0..=255u16).map(|channel| u8::try_from((channel + 8) / 17 * 17).unwrap()).collect();
        let mut picture = Self { width: width / step, height: height / step, bytes: Vec::new() };
        picture.bytes.reserve(3 * picture.width * picture.height);
        // plain loops: this is walked through millions of times, and never optimised
        let mut y = 0;
        while y < picture.height {
            let mut x = 0;
            while x < picture.width {
                let at = 4 * (y * step * width + x * step);
                if step == 1 {
                    picture.bytes.extend_from_slice(&[
                        coarse[usize::from(bytes[at + order[0]])],
                        coarse[usize::from(bytes[at + order[1]])],
                        coarse[usize::from(bytes[at + order[2]])],
                    ]);
                } else {
                    let below = at + 4 * width;
                    let mut mixed = [0; 3];
                    let mut channel = 0;
                    while channel < 3 {
                        let (a, b) = (at + order[channel], below + order[channel]);
                        let sum = bytes[a] as usize + bytes[a + 4] as usize + bytes[b] as usize + bytes[b + 4] as usize;
                        mixed[channel] = coarse[sum >> 2];
                        channel += 1;
                    }
                    picture.bytes.extend_from_slice(&mixed);
                }
                x += 1;
            }
            y += 1;
        }
        picture
    }

    fn decoded(path: &Path) -> Option<(usize, usize, Vec<u8>)> {
        let mut decoder = png::Decoder::new(std::io::BufReader::new(fs::File::open(path).ok()?));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        bytes.truncate(info.buffer_size());
        Some((info.width as usize, info.height as usize, bytes))
    }

    /// What was drawn at twice the size, with four bytes a pixel.
    pub fn halved(path: &Path) -> Self {
        let (width, height, bytes) = Self::decoded(path).unwrap();
        Self::new(width, height, &bytes, [0, 1, 2], 2)
    }

    fn read(path: &Path) -> Option<Self> {
        let (width, height, bytes) = Self::decoded(path)?;
        assert_eq!(bytes.len(), 3 * width * height, "{} is no reference", path.display());
        Some(Self { width, height, bytes })
    }

    fn write(&self, path: &Path) {
        let mut known = HashMap::new();
        let mut palette: Vec<u8> = Vec::new();
        let mut indexed = Vec::with_capacity(self.bytes.len() / 3);
        for pixel in self.bytes.chunks_exact(3) {
            let next = known.len();
            indexed.push(*known.entry(pixel).or_insert_with(|| {
                palette.extend(pixel);
                next
            }));
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let file = std::io::BufWriter::new(fs::File::create(path).unwrap());
        let (width, height) = (u32::try_from(self.width).unwrap(), u32::try_from(self.height).unwrap());
        let mut encoder = png::Encoder::new(file, width, height);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let bytes: Vec<u8> = if known.len() <= 256 {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_filter(png::Filter::NoFilter);
            encoder.set_palette(palette);
            indexed.iter().map(|index| u8::try_from(*index).unwrap()).collect()
        } else {
            encoder.set_color(png::ColorType::Rgb);
            self.bytes.clone()
        };
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&bytes).unwrap();
        writer.finish().unwrap();
    }

    /// Takes a place out of the comparison.
    pub fn cover(&mut self, (x, y, width, height): (usize, usize, usize, usize)) {
        for row in y.min(self.height)..(y + height).min(self.height) {
            let start = row * self.width;
            self.bytes[3 * (start + x.min(self.width))..3 * (start + (x + width).min(self.width))].fill(COVER);
        }
    }

    /// How many pixels are not the same.
    pub fn differences(&self, other: &Self) -> usize {
        if (self.width, self.height) != (other.width, other.height) {
            return usize::MAX;
        }
        let rows = self.bytes.chunks_exact(3 * self.width).zip(other.bytes.chunks_exact(3 * self.width));
        let others = rows.filter(|(row, other)| row != other);
        let same = |(a, b): &(&[u8], &[u8])| a.iter().zip(*b).all(|(a, b)| a.abs_diff(*b) <= LITTLE);
        others
            .map(|(row, other)| row.chunks_exact(3).zip(other.chunks_exact(3)).filter(|pair| !same(pair)).count())
            .sum()
    }

    pub fn looks_like(&self, other: &Self) -> bool {
        self.differences(other) <= FEW
    }
}

/// Whether references are made anew.
pub fn are_made_anew() -> bool {
    std::env::var_os("CETAK_KPJ_PICTURES").is_some_and(|value| value == "new")
}

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(name).with_extension("png")
}

/// What a picture is held against.
#[track_caller]
pub fn reference(name: &str) -> Picture {
    let place = place(name);
    Picture::read(&place).unwrap_or_else(|| panic!("there is no reference {}: {HOW}", place.display()))
}

const HOW: &str = "references are made with CETAK_KPJ_PICTURES=new (see tests/picture/mod.rs)";

/// Makes a reference anew; one that still agrees stays as it is.
pub fn keep(name: &str, picture: &Picture) {
    let place = place(name);
    if !Picture::read(&place).is_some_and(|known| picture.looks_like(&known)) {
        picture.write(&place);
    }
}

/// Says that a picture is another one.
#[track_caller]
pub fn refuse(name: &str, picture: &Picture) -> ! {
    let reference = reference(name);
    // beside the program that runs the test, wherever the target folder is
    let target = std::env::current_exe().unwrap();
    let target = target.ancestors().nth(3).unwrap().join("pictures").join(name).with_extension("png");
    picture.write(&target);
    panic!(
        "{name}: {} pixels differ from {}; what was drawn is {}. Where it is meant so, {HOW}",
        picture.differences(&reference),
        place(name).display(),
        target.display()
    );
}

/// Holds a picture that no longer changes against its reference.
#[track_caller]
pub fn compare(name: &str, picture: &Picture) {
    if are_made_anew() {
        keep(name, picture);
    } else if !picture.looks_like(&reference(name)) {
        refuse(name, picture);
    }
}
