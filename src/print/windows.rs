//! The print spooler of Windows: Windows' own PDF engine draws the pages for the printer's driver, at their own size.

use super::{Job, JobState, Order, Paper, PrintError, Printer, Size, Spooler};
use std::io::Write;
use winprint::printer::{FilePrinter, PrintOutcome, PrinterDevice, WinPdfPrinter};
use winprint::ticket::{
    Copies, FeatureOptionPackWithPredefined, JobDuplex, MediaSizeTuple, PageMediaSize, PredefinedDuplexType,
    PrintCapabilities, PrintTicket, PrintTicketBuilder,
};

/// The spooler of this computer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Winspool;

impl Spooler for Winspool {
    fn printers(&self) -> Result<Vec<Printer>, PrintError> {
        let devices = PrinterDevice::all().map_err(|_| PrintError::NoSystem)?;
        let default = PrinterDevice::user_default().ok().flatten();
        let is_default = |device: &PrinterDevice| default.as_ref().is_some_and(|other| other.name() == device.name());
        Ok(devices.iter().map(|device| describe(device, is_default(device))).collect())
    }

    fn submit(&self, order: Order) -> Result<Job, PrintError> {
        let device =
            PrinterDevice::by_os_name(&order.printer).map_err(|_| PrintError::NoSuchPrinter(order.printer.clone()))?;
        let ticket = ticket(&device, &order)?;
        let refused = |error: std::io::Error| PrintError::Refused(error.to_string());
        // the name of the file is what the queue shows
        let title: String = order.title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let folder = tempfile::Builder::new().prefix("cetak-kpj-").tempdir().map_err(refused)?;
        let path = folder.path().join(format!("{title}.pdf"));
        let mut file = std::fs::File::create_new(&path).map_err(refused)?;
        file.write_all(&order.pdf).map_err(refused)?;
        drop(file);
        match WinPdfPrinter::new(device).print(&path, ticket) {
            Ok(PrintOutcome::Completed) => Ok(Job { printer: order.printer, number: 0 }),
            Ok(PrintOutcome::Canceled) => Err(PrintError::Refused("cancelled".into())),
            Err(error) => Err(PrintError::Refused(error.to_string())),
        }
    }

    /// A document is taken over whole or not at all; what the printer does with it, its own window shows.
    fn state(&self, _: &Job) -> Result<JobState, PrintError> {
        Ok(JobState::Done)
    }
}

fn millimetres(size: MediaSizeTuple) -> Size {
    #[expect(clippy::cast_precision_loss, reason = "papers are far below 2^24 hundredths of a millimetre")]
    let millimetres = |micron: u32| (micron / 10) as f32 / 100.0;
    Size { width: millimetres(size.width_in_micron()), height: millimetres(size.height_in_micron()) }
}

fn describe(device: &PrinterDevice, is_default: bool) -> Printer {
    let capabilities = PrintCapabilities::fetch(device).ok();
    let papers = capabilities.iter().flat_map(PrintCapabilities::page_media_sizes).map(|media| {
        let size = millimetres(PageMediaSize::size(&media));
        Paper { name: format!("{:.1} x {:.1} mm", size.width, size.height), size }
    });
    let long_edge = |duplex: JobDuplex| duplex.as_predefined_name() == Some(PredefinedDuplexType::TwoSidedLongEdge);
    Printer {
        name: device.name().to_owned(),
        description: String::new(),
        is_default,
        is_ready: true,
        both_sides: capabilities.as_ref().is_some_and(|known| known.duplexes().any(long_edge)),
        papers: papers.collect(),
        any_paper: None,
    }
}

/// What the driver is told: paper, copies, sides.
fn ticket(device: &PrinterDevice, order: &Order) -> Result<PrintTicket, PrintError> {
    let refused = |error: &dyn std::error::Error| PrintError::Refused(error.to_string());
    let capabilities = PrintCapabilities::fetch(device).map_err(|error| refused(&error))?;
    let mut builder = PrintTicketBuilder::new(device).map_err(|error| refused(&error))?;
    if let Some(paper) = &order.paper
        && let Some(media) = capabilities.page_media_sizes().find(|media| millimetres(media.size()) == paper.size)
    {
        builder.merge(media).map_err(|error| refused(&error))?;
    }
    let sides = if order.both_sides { PredefinedDuplexType::TwoSidedLongEdge } else { PredefinedDuplexType::OneSided };
    let duplex = capabilities.duplexes().find(|duplex| duplex.as_predefined_name() == Some(sides));
    if let Some(duplex) = duplex {
        builder.merge(duplex).map_err(|error| refused(&error))?;
    }
    builder.merge(Copies(order.copies)).map_err(|error| refused(&error))?;
    builder.build().map_err(|error| refused(&error))
}
