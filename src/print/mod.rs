//! Printing through the system: CUPS by its own protocol (IPP), Windows by its print spooler.
//!
//! Documents go out as PDF and at their own size: a card has to keep its millimetres. Nothing here knows what a
//! document says.

#[cfg(not(windows))]
mod cups;
#[cfg(windows)]
mod windows;

/// A printer that the system knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Printer {
    /// By which it is addressed.
    pub name: String,
    /// What the office's people call it; may be empty.
    pub description: String,
    /// Whether it is the one that the system takes unless told otherwise.
    pub is_default: bool,
    /// Whether it takes work: neither stopped nor refusing.
    pub is_ready: bool,
    /// Whether it can print on both sides.
    pub both_sides: bool,
    /// The papers that it says it can take.
    pub papers: Vec<Paper>,
    /// The smallest and the largest paper of any size that it takes, where it takes such, in millimetres.
    pub any_paper: Option<(Size, Size)>,
}

/// A paper that a printer can take.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// By which the system knows it.
    pub name: String,
    /// In millimetres.
    pub size: Size,
}

/// Width and height in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Across.
    pub width: f32,
    /// Along.
    pub height: f32,
}

impl Size {
    /// Papers are called by different names and differ in tenths of a millimetre: a millimetre is the same paper.
    const SAME: f32 = 1.0;

    /// Whether the two are the same paper, upright or lying.
    #[must_use]
    pub fn is(self, other: Self) -> bool {
        let near = |a: f32, b: f32| (a - b).abs() <= Self::SAME;
        near(self.width, other.width) && near(self.height, other.height)
            || near(self.width, other.height) && near(self.height, other.width)
    }

    /// Whether a page of that size fits on this paper, upright or lying.
    #[must_use]
    pub fn holds(self, page: Self) -> bool {
        let fits = |width: f32, height: f32| width + Self::SAME >= page.width && height + Self::SAME >= page.height;
        fits(self.width, self.height) || fits(self.height, self.width)
    }

    fn between(self, least: Self, most: Self) -> bool {
        let fits = |value: f32, least: f32, most: f32| value >= least - 0.05 && value <= most + 0.05;
        fits(self.width, least.width, most.width) && fits(self.height, least.height, most.height)
    }
}

impl Printer {
    /// The paper for pages of this size, as the system names it; `None` where the printer knows no such paper and takes
    /// what lies in it.
    #[must_use]
    pub fn paper_for(&self, size: Size) -> Option<Paper> {
        let nearest = |paper: &&Paper| {
            let off = (paper.size.width - size.width).abs() + (paper.size.height - size.height).abs();
            // nearest first, in hundredths of a millimetre; what lies across comes last
            #[expect(clippy::cast_possible_truncation, reason = "papers are far below 2^31 hundredths")]
            let hundredths = (off * 100.0) as i32;
            hundredths
        };
        let known = self.papers.iter().filter(|paper| paper.size.is(size)).min_by_key(nearest);
        known.cloned().or_else(|| {
            let (least, most) = self.any_paper?;
            let Size { width, height } = size;
            let name = format!("custom_kpj_{width:.2}x{height:.2}mm");
            size.between(least, most).then_some(Paper { name, size })
        })
    }
}

impl Printer {
    /// The paper that the system knows by this name. A printer that says nothing of its papers takes any name; what
    /// size that has is then not known, so pages are taken to fit.
    #[must_use]
    pub fn paper_named(&self, name: &str, page: Size) -> Option<Paper> {
        if self.papers.is_empty() && self.any_paper.is_none() {
            return Some(Paper { name: name.to_owned(), size: page });
        }
        self.papers.iter().find(|paper| paper.name.eq_ignore_ascii_case(name)).cloned()
    }
}

/// What is to be printed, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// The printer's name.
    pub printer: String,
    /// What the system's list of jobs calls it. Holds no person's data.
    pub title: String,
    /// The document.
    pub pdf: Vec<u8>,
    /// From 1.
    pub copies: u16,
    /// The paper, by the printer's own name for it; `None`: what lies in it.
    pub paper: Option<Paper>,
    /// On both sides of a sheet, turned over its long edge.
    pub both_sides: bool,
}

/// Work that the system took over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// The printer's name.
    pub printer: String,
    /// The system's number for it.
    pub number: i32,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobState {
    /// It waits for its turn.
    Waiting,
    /// It is being printed.
    Printing,
    /// The printer stopped: paper, ribbon, door.
    Stopped(String),
    /// The system has handed everything to the printer.
    Done,
    /// Somebody cancelled it.
    Cancelled,
    /// It came to nothing; in the system's words.
    Failed(String),
}

impl JobState {
    /// The key in JSON.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Printing => "printing",
            Self::Stopped(_) => "stopped",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Failed(_) => "failed",
        }
    }

    /// What the system says of it beside; empty where it says nothing.
    #[must_use]
    pub fn reason(&self) -> &str {
        match self {
            Self::Stopped(reason) | Self::Failed(reason) => reason,
            Self::Waiting | Self::Printing | Self::Done | Self::Cancelled => "",
        }
    }

    /// Whether nothing more will come of it.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self, Self::Done | Self::Cancelled | Self::Failed(_))
    }
}

/// Why nothing is printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// This computer has no print system, or it does not run.
    #[error("no print system answers")]
    NoSystem,
    /// The print system broke off; it may have the work, or not.
    #[error("the print system broke off: {0}")]
    BrokenOff(String),
    /// There is no printer of this name.
    #[error("no printer {0:?}")]
    NoSuchPrinter(String),
    /// The print system refused; in its words.
    #[error("the print system refused: {0}")]
    Refused(String),
}

/// A print system; tests may put their own in its place.
pub trait Spooler: Send + Sync {
    /// The printers, in the system's order.
    ///
    /// # Errors
    /// [`PrintError::NoSystem`], or what the system says.
    fn printers(&self) -> Result<Vec<Printer>, PrintError>;

    /// Hands a document over.
    ///
    /// # Errors
    /// [`PrintError`]; but for [`PrintError::BrokenOff`] nothing will be printed.
    fn submit(&self, order: Order) -> Result<Job, PrintError>;

    /// What became of a job.
    ///
    /// # Errors
    /// [`PrintError`] where the system does not say.
    fn state(&self, job: &Job) -> Result<JobState, PrintError>;
}

/// The print system of this computer.
#[must_use]
pub fn system() -> Box<dyn Spooler> {
    #[cfg(windows)]
    let system = windows::Winspool;
    #[cfg(not(windows))]
    let system = cups::Cups::of_environment();
    Box::new(system)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_paper_is_found_by_its_size_whatever_the_printer_calls_it() {
        let size = |width, height| Size { width, height };
        let paper = |name: &str, width, height| Paper { name: name.into(), size: size(width, height) };
        let mut printer = Printer {
            name: "a".into(),
            description: String::new(),
            is_default: true,
            is_ready: true,
            both_sides: false,
            papers: vec![paper("iso_a4", 210.0, 297.0), paper("cr80", 53.98, 85.6), paper("cr80-plus", 86.0, 54.0)],
            any_paper: None,
        };
        let name = |printer: &Printer, width, height| printer.paper_for(size(width, height)).map(|paper| paper.name);
        assert_eq!(name(&printer, 85.6, 53.98).as_deref(), Some("cr80-plus"), "what lies the same way comes first");
        assert_eq!(name(&printer, 209.9, 297.04).as_deref(), Some("iso_a4"));
        assert_eq!(name(&printer, 215.0, 330.0), None);
        printer.any_paper = Some((size(50.0, 50.0), size(216.0, 400.0)));
        assert_eq!(name(&printer, 215.0, 330.0).as_deref(), Some("custom_kpj_215.00x330.00mm"));
        assert_eq!(name(&printer, 300.0, 400.0), None);
    }
}
