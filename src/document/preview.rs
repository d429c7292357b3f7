//! Pages of a finished PDF as pictures, drawn from the file's own bytes by a library that did not write them: what is
//! seen is what is in the file, never a second drawing.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A PDF that was read once; its pages are drawn on demand, from any thread.
pub struct Pages {
    pdf: Pdf,
}

/// One page as a picture.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Four bytes a pixel: red, green, blue, 255; from the top left, line by line.
    pub rgba: Vec<u8>,
}

/// Why a PDF cannot be shown. Never says what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PreviewError {
    /// The file is no PDF, or is broken where it cannot be done without.
    #[error("the PDF is damaged")]
    Damaged,
    /// The file is longer than [`Pages::LONGEST`], or a page is larger than [`Pages::LARGEST`].
    #[error("the PDF is too large to be shown")]
    TooLarge,
    /// There is no such page.
    #[error("no page {0}")]
    NoSuchPage(usize),
}

/// A point of a PDF in millimetres.
const POINT: f32 = 25.4 / 72.0;
/// A picture has at most so many pixels, whatever resolution is asked for: 64 MB.
const MOST_PIXELS: f32 = 16_000_000.0;

impl Pages {
    /// The longest file that is read, in bytes. Ten thousand cards take 11 MB.
    pub const LONGEST: usize = 256 << 20;
    /// The longest side of a page that is drawn, in millimetres.
    pub const LARGEST: f32 = 5_000.0;

    /// Reads a PDF. Ten thousand pages take about a tenth of a second.
    ///
    /// # Errors
    /// [`PreviewError::Damaged`] for anything that is no PDF with at least one page, [`PreviewError::TooLarge`].
    pub fn read(bytes: Vec<u8>) -> Result<Self, PreviewError> {
        if bytes.len() > Self::LONGEST {
            return Err(PreviewError::TooLarge);
        }
        let pdf = guarded(|| Pdf::new(bytes).map_err(|_| PreviewError::Damaged))?;
        if guarded(|| Ok(pdf.pages().is_empty()))? { Err(PreviewError::Damaged) } else { Ok(Self { pdf }) }
    }

    /// How many pages there are; at least one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.pdf.pages().len()
    }

    /// Width and height of a page, counted from 0, in millimetres.
    ///
    /// # Errors
    /// [`PreviewError`] where there is no such page, or one that cannot be drawn.
    pub fn size(&self, page: usize) -> Result<(f32, f32), PreviewError> {
        let found = self.pdf.pages().get(page).ok_or(PreviewError::NoSuchPage(page))?;
        let (width, height) = found.render_dimensions();
        let (width, height) = (width * POINT, height * POINT);
        if !(width > 0.0 && height > 0.0) {
            return Err(PreviewError::Damaged);
        }
        if width.max(height) > Self::LARGEST { Err(PreviewError::TooLarge) } else { Ok((width, height)) }
    }

    /// Draws a page, counted from 0, at `dpi` pixels an inch; at fewer where the picture would grow past 64 MB.
    ///
    /// # Errors
    /// [`PreviewError`] where there is no such page, or one that cannot be drawn.
    pub fn draw(&self, page: usize, dpi: f32) -> Result<Picture, PreviewError> {
        let (width, height) = self.size(page)?;
        let per_millimetre = (dpi.max(1.0) / 25.4).min((MOST_PIXELS / (width * height)).sqrt());
        let found = self.pdf.pages().get(page).ok_or(PreviewError::NoSuchPage(page))?;
        let (points_wide, points_high) = found.render_dimensions();
        // The library cuts to whole pixels; a little more than the whole number makes it that number.
        let scale = |millimetres: f32, points: f32| {
            let pixels = (millimetres * per_millimetre).round().clamp(1.0, f32::from(u16::MAX) - 1.0);
            (pixels + 0.01) / points
        };
        let settings =
            PixmapSettings { x_scale: scale(width, points_wide), y_scale: scale(height, points_high), bg_color: WHITE };
        let pixmap = guarded(|| {
            let cache = RenderCache::new();
            Ok(render(found, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings))
        })?;
        Ok(Picture {
            width: pixmap.width().into(),
            height: pixmap.height().into(),
            // premultiplied, but on white nothing is left to see through
            rgba: pixmap.data_as_u8_slice().to_vec(),
        })
    }
}

/// A file may bring the library to panic; that is the file's damage and not the program's.
fn guarded<T>(work: impl FnOnce() -> Result<T, PreviewError>) -> Result<T, PreviewError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(PreviewError::Damaged))
}

impl fmt::Debug for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("count", &self.count()).finish_non_exhaustive()
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Picture").field("width", &self.width).field("height", &self.height).finish_non_exhaustive()
    }
}
