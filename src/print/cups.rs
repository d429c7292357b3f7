//! CUPS, spoken to by its own protocol: no library has to be there when the program is built or started.

use super::{Job, JobState, Order, Paper, PrintError, Printer, Size, Spooler};
use ipp::model::{JobState as State, PrinterState};
use ipp::operation::IppOperation;
use ipp::parser::IppParseError;
use ipp::prelude::{
    DelimiterTag, IppAttribute, IppAttributeGroup, IppClient, IppError, IppOperationBuilder, IppPayload,
    IppRequestResponse, IppValue, StatusCode, Uri,
};
use std::io::Cursor;
use std::net::TcpStream;
use std::time::Duration;

/// A CUPS server.
#[derive(Debug, Clone)]
pub(super) struct Cups {
    /// Host and port.
    server: String,
}

/// The least that a server of an office gets to answer.
const PATIENCE: Duration = Duration::from_mins(1);

impl Cups {
    /// The server that `CUPS_SERVER` names, as for every CUPS program; else the one of this computer.
    pub(super) fn of_environment() -> Self {
        Self::at(&std::env::var("CUPS_SERVER").unwrap_or_default())
    }

    fn at(name: &str) -> Self {
        // a name may say its protocol version, and a path names a socket: the same server answers on the port as well
        let name = name.split_once("/version=").map_or(name, |(name, _)| name);
        let name = if name.is_empty() || name.starts_with('/') { "localhost" } else { name };
        let bracket = name.rfind(']').unwrap_or(0);
        let server = if name[bracket..].contains(':') { name.to_owned() } else { format!("{name}:631") };
        Self { server }
    }

    fn uri(&self, path: &str) -> Result<Uri, PrintError> {
        let refused = |_| PrintError::NoSystem;
        format!("ipp://{}{path}", self.server).parse().map_err(refused)
    }

    fn printer(&self, name: &str) -> Result<Uri, PrintError> {
        let encoded: String = name
            .bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
                _ => format!("%{byte:02X}"),
            })
            .collect();
        self.uri(&format!("/printers/{encoded}"))
    }

    fn ask(&self, request: impl IppOperation) -> Result<IppRequestResponse, Trouble> {
        // whoever cannot be reached has taken nothing over
        TcpStream::connect(&self.server).map_err(|_| PrintError::NoSystem)?;
        let client = IppClient::builder(self.uri("/")?).request_timeout(PATIENCE).build();
        let answer = client.send(request.into_ipp_request())?;
        let status = answer.header().status_code();
        if status.is_success() { Ok(answer) } else { Err(Trouble::Status(status)) }
    }
}

/// What a question came to instead of an answer.
enum Trouble {
    Status(StatusCode),
    Error(PrintError),
}

impl From<PrintError> for Trouble {
    fn from(error: PrintError) -> Self {
        Self::Error(error)
    }
}

impl From<IppError> for Trouble {
    fn from(error: IppError) -> Self {
        let words = error.to_string();
        // a status of HTTP itself comes before anything was taken over: this user may not print here
        let refused = words.starts_with("http status");
        Self::Error(if refused { PrintError::Refused(words) } else { PrintError::BrokenOff(words) })
    }
}

impl From<IppParseError> for Trouble {
    fn from(error: IppParseError) -> Self {
        Self::Error(PrintError::Refused(error.to_string()))
    }
}

impl Trouble {
    fn about(self, printer: &str) -> PrintError {
        match self {
            Self::Error(error) => error,
            Self::Status(StatusCode::ClientErrorNotFound) => PrintError::NoSuchPrinter(printer.to_owned()),
            Self::Status(status) => PrintError::Refused(status.to_string()),
        }
    }
}

impl Spooler for Cups {
    fn printers(&self) -> Result<Vec<Printer>, PrintError> {
        let about = |trouble: Trouble| trouble.about("");
        let listed = match self.ask(IppOperationBuilder::cups().get_printers()) {
            Ok(answer) => answer,
            // a server without any printer says that it found none
            Err(Trouble::Status(StatusCode::ClientErrorNotFound)) => return Ok(Vec::new()),
            Err(trouble) => return Err(about(trouble)),
        };
        let default = self.ask(Default).ok().and_then(|answer| {
            let group = answer.attributes().first_of(DelimiterTag::PrinterAttributes)?;
            text(group, "printer-name")
        });
        let mut printers = Vec::new();
        for group in listed.attributes().groups_of(DelimiterTag::PrinterAttributes) {
            let Some(name) = text(group, "printer-name") else { continue };
            printers.push(describe(group, name, default.as_deref()));
        }
        Ok(printers)
    }

    fn submit(&self, order: Order) -> Result<Job, PrintError> {
        let Order { printer, title, pdf, copies, paper, both_sides } = order;
        let about = |trouble: Trouble| trouble.about(&printer);
        let sides = if both_sides { "two-sided-long-edge" } else { "one-sided" };
        let keyword = |name: &str, value: &str| {
            IppAttribute::with_name(name, IppValue::Keyword(value.try_into()?)).map_err(Trouble::from)
        };
        let attributes = || {
            let mut attributes = vec![
                IppAttribute::with_name("copies", IppValue::Integer(copies.into()))?,
                // a card keeps its millimetres: neither shrunk into the margins nor blown up to the sheet
                keyword("print-scaling", "none")?,
                keyword("sides", sides)?,
            ];
            if let Some(paper) = &paper {
                attributes.push(keyword("media", &paper.name)?);
            }
            Ok::<_, Trouble>(attributes)
        };
        let request = IppOperationBuilder::print_job(self.printer(&printer)?, IppPayload::new(Cursor::new(pdf)))
            .user_name(user())
            .job_title(title)
            .document_format("application/pdf")
            .attributes(attributes().map_err(about)?)
            .build()
            .map_err(|error| about(error.into()))?;
        let answer = self.ask(request).map_err(about)?;
        let job = answer.attributes().first_of(DelimiterTag::JobAttributes);
        let number = job.and_then(|job| job.get("job-id")?.value().as_integer().copied());
        let number = number.ok_or_else(|| PrintError::BrokenOff("no job-id".into()))?;
        Ok(Job { printer, number })
    }

    fn state(&self, job: &Job) -> Result<JobState, PrintError> {
        let about = |trouble: Trouble| trouble.about(&job.printer);
        let request = IppOperationBuilder::get_job_attributes(self.printer(&job.printer)?, job.number)
            .user_name(user())
            .build()
            .map_err(|error| about(error.into()))?;
        let answer = match self.ask(request) {
            Ok(answer) => answer,
            // the server forgets what it has finished
            Err(Trouble::Status(StatusCode::ClientErrorNotFound)) => return Ok(JobState::Done),
            Err(trouble) => return Err(about(trouble)),
        };
        let group = answer.attributes().first_of(DelimiterTag::JobAttributes);
        let number = |name| group.and_then(|group| group.get(name)?.value().as_enum().copied());
        let words = ["job-printer-state-message", "job-state-reasons"];
        let words = || {
            let said = words.iter().filter_map(|name| text(group?, name));
            said.filter(|said| !said.is_empty() && said != "none").collect::<Vec<_>>().join(", ")
        };
        Ok(match number("job-state") {
            Some(state) if state == State::Completed as i32 => JobState::Done,
            Some(state) if state == State::Aborted as i32 => JobState::Failed(words()),
            Some(state) if state == State::Canceled as i32 => JobState::Cancelled,
            Some(state) if state == State::Processing as i32 => JobState::Printing,
            Some(state) if [State::ProcessingStopped as i32, State::PendingHeld as i32].contains(&state) => {
                JobState::Stopped(words())
            }
            _ => JobState::Waiting,
        })
    }
}

/// CUPS-Get-Default, which the library does not have.
struct Default;

impl IppOperation for Default {
    fn into_ipp_request(self) -> IppRequestResponse {
        use ipp::model::Operation;
        let mut request = ipp::operation::cups::CupsGetPrinters::new().into_ipp_request();
        request.header_mut().operation_or_status = Operation::CupsGetDefault as i16;
        request
    }
}

/// The user of the computer, by whose name the system lists the job.
fn user() -> String {
    ["USERNAME", "USER", "LOGNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|user| !user.is_empty()))
        .unwrap_or_else(|| "cetak-kpj".into())
}

fn text(group: &IppAttributeGroup, name: &str) -> Option<String> {
    Some(group.get(name)?.value().to_string())
}

fn describe(group: &IppAttributeGroup, name: String, default: Option<&str>) -> Printer {
    let number = |name| group.get(name).and_then(|found| found.value().as_enum().copied());
    let accepting = group.get("printer-is-accepting-jobs").and_then(|found| found.value().as_boolean().copied());
    let words = |name: &str| -> Vec<String> {
        let Some(found) = group.get(name) else { return Vec::new() };
        match found.value() {
            IppValue::Array(values) => values.iter().map(ToString::to_string).collect(),
            value => vec![value.to_string()],
        }
    };
    let (mut papers, mut least, mut most) = (Vec::new(), None, None);
    for name in words("media-supported") {
        let Some(size) = size(&name) else { continue };
        if name.starts_with("custom_min_") {
            least = Some(size);
        } else if name.starts_with("custom_max_") {
            most = Some(size);
        } else {
            papers.push(Paper { name, size });
        }
    }
    Printer {
        description: text(group, "printer-info").filter(|info| *info != name).unwrap_or_default(),
        is_default: default == Some(name.as_str()),
        is_ready: accepting != Some(false) && number("printer-state") != Some(PrinterState::Stopped as i32),
        both_sides: words("sides-supported").iter().any(|sides| sides.starts_with("two-sided")),
        papers,
        any_paper: least.zip(most),
        name,
    }
}

/// The size in a paper's standard name (PWG 5101.1): `iso_a4_210x297mm`, `na_letter_8.5x11in`.
fn size(name: &str) -> Option<Size> {
    let (_, numbers) = name.rsplit_once('_')?;
    let (numbers, unit) = match (numbers.strip_suffix("mm"), numbers.strip_suffix("in")) {
        (Some(numbers), _) => (numbers, 1.0),
        (_, Some(numbers)) => (numbers, 25.4),
        _ => return None,
    };
    let (width, height) = numbers.split_once('x')?;
    let number = |text: &str| text.parse::<f32>().ok().filter(|number| *number > 0.0).map(|number| number * unit);
    Some(Size { width: number(width)?, height: number(height)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_named_as_for_every_cups_program() {
        for (name, server) in [
            ("", "localhost:631"),
            ("/run/cups/cups.sock", "localhost:631"),
            ("printers.local", "printers.local:631"),
            ("printers.local:8631/version=1.1", "printers.local:8631"),
            ("[::1]", "[::1]:631"),
        ] {
            assert_eq!(Cups::at(name).server, server, "{name}");
        }
    }

    #[test]
    fn a_paper_s_name_says_its_size() {
        assert_eq!(size("iso_a4_210x297mm"), Some(Size { width: 210.0, height: 297.0 }));
        assert_eq!(size("na_letter_8.5x11in").map(|size| size.width.round()), Some(216.0));
        for name in ["auto", "iso_a4", "custom_x_0x5mm", "a_1xmm"] {
            assert_eq!(size(name), None, "{name}");
        }
    }
}
