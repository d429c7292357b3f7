//! E-mail through the office's own server, or as a draft for the program that the office writes its mail with.
//!
//! Nothing here knows what a document says. Addresses and texts stand in no error that is logged.

pub mod password;

use crate::progress::{Cancelled, Progress, Stage};
use lettre::address::AddressError;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{Message, SmtpTransport, Transport};
use std::error::Error as _;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// One e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The office's address; empty in a draft: the mail program puts its own.
    pub from: String,
    /// The company's address, or several with commas between.
    pub to: String,
    /// In one line.
    pub subject: String,
    /// As plain text.
    pub body: String,
    /// PDFs, by name and bytes.
    pub attachments: Vec<(String, Vec<u8>)>,
}

/// The office's outgoing server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Its name; its certificate must say the same.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Closed from the first byte; else by STARTTLS before anything is said.
    pub tls_at_once: bool,
    /// Name and password, where one has to log in.
    pub login: Option<(String, String)>,
}

/// Why a letter was not sent. The words in it are the server's.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// An address cannot be one: the sender's or a recipient's.
    #[error("not an e-mail address")]
    Address(String),
    /// The server could not be reached.
    #[error("the mail server cannot be reached")]
    Unreachable(String),
    /// The way to the server could not be closed: its certificate is not trusted, or it cannot do TLS.
    #[error("the way to the mail server cannot be made safe")]
    Unsafe(String),
    /// The server does not take the name or the password.
    #[error("the mail server refuses the login")]
    Login,
    /// The server refused the letter.
    #[error("the mail server refused")]
    Refused(String),
    /// The connection broke while the letter was under way: it may have arrived, or not.
    #[error("the mail server broke off")]
    BrokenOff(String),
    /// The letter could not be put together.
    #[error("the e-mail could not be built")]
    Build(String),
    /// The user stopped before the letter left.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

impl MailError {
    /// Whether the letter may have arrived all the same.
    #[must_use]
    pub fn may_have_arrived(&self) -> bool {
        matches!(self, Self::BrokenOff(_))
    }

    /// What the server or the system said, or the address that is none; for the user, never for a log.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Address(words)
            | Self::Unreachable(words)
            | Self::Unsafe(words)
            | Self::Refused(words)
            | Self::BrokenOff(words)
            | Self::Build(words) => words,
            Self::Login | Self::Cancelled(_) => "",
        }
    }
}

/// How long a server of an office gets to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Tells a mail program that this is a letter to finish and send, not one that came in.
#[derive(Clone)]
struct Unsent;

impl Header for Unsent {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("X-Unsent")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "1".into())
    }
}

fn mailbox(text: &str) -> Result<Mailbox, MailError> {
    text.trim().parse().map_err(|_: AddressError| MailError::Address(text.trim().to_owned()))
}

/// Finds out whether a letter could go to what is written here: an address, or several with commas or semicolons between them.
///
/// # Errors
/// [`MailError::Address`] with the first that is none.
pub fn check(text: &str) -> Result<(), MailError> {
    mailboxes(text).map(drop)
}

/// Several addresses have commas or semicolons between them.
fn mailboxes(text: &str) -> Result<Vec<Mailbox>, MailError> {
    let parts = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    let found: Vec<_> = parts.map(mailbox).collect::<Result<_, _>>()?;
    if found.is_empty() { Err(MailError::Address(text.trim().to_owned())) } else { Ok(found) }
}

fn build(letter: &Letter, from: Mailbox, unsent: bool) -> Result<Message, MailError> {
    let pdf = ContentType::parse("application/pdf").map_err(|error| MailError::Build(error.to_string()))?;
    let mut parts = MultiPart::mixed().singlepart(SinglePart::plain(letter.body.clone()));
    for (name, bytes) in &letter.attachments {
        parts = parts.singlepart(Attachment::new(name.clone()).body(bytes.clone(), pdf.clone()));
    }
    let mut message = Message::builder().from(from).subject(letter.subject.replace(['\r', '\n'], " "));
    for to in mailboxes(&letter.to)? {
        message = message.to(to);
    }
    if unsent {
        message = message.header(Unsent);
    }
    message.multipart(parts).map_err(|error| MailError::Build(error.to_string()))
}

/// The letter as a draft (`.eml`, `X-Unsent: 1`): opened in a mail program it is ready to be sent.
///
/// # Errors
/// [`MailError::Address`], [`MailError::Build`].
pub fn draft(letter: &Letter) -> Result<Vec<u8>, MailError> {
    if !letter.from.trim().is_empty() {
        return Ok(build(letter, mailbox(&letter.from)?, true)?.formatted());
    }
    // a letter needs a sender to be built; a draft gets the mail program's own
    let nobody = Mailbox::new(None, "nobody@invalid.invalid".parse().map_err(|_| MailError::Address(String::new()))?);
    let built = build(letter, nobody, true)?.formatted();
    let line = b"From: nobody@invalid.invalid\r\n";
    let at = built.windows(line.len()).position(|window| window == line);
    Ok(match at {
        Some(at) => [&built[..at], &built[at + line.len()..]].concat(),
        None => built,
    })
}

/// Sends the letter; returns once the server has taken it over. It can be cancelled until it begins to leave.
///
/// # Errors
/// [`MailError`]; but for [`MailError::BrokenOff`] the letter was not sent.
pub fn send(server: &Server, letter: &Letter, progress: &dyn Progress) -> Result<(), MailError> {
    let message = build(letter, mailbox(&letter.from)?, false)?;
    let parameters = TlsParameters::new(server.host.clone()).map_err(|error| MailError::Unsafe(error.to_string()))?;
    let tls = if server.tls_at_once { Tls::Wrapper(parameters) } else { Tls::Required(parameters) };
    let mut builder = SmtpTransport::builder_dangerous(&server.host).port(server.port).tls(tls).timeout(Some(PATIENCE));
    if let Some((user, password)) = &server.login {
        builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
    }
    let transport = builder.build();
    // what goes wrong until here has sent nothing
    connect(&transport, progress)?;
    progress.report(Stage::Sending, 0, 0)?;
    transport.send(&message).map(|_| ()).map_err(|error| during(&error))
}

/// Comes as far as the login. A server that does not answer keeps nobody who cancels waiting.
fn connect(transport: &SmtpTransport, progress: &dyn Progress) -> Result<(), MailError> {
    progress.report(Stage::Connecting, 0, 0)?;
    let (tell, hear) = mpsc::channel();
    let attempt = transport.clone();
    thread::spawn(move || {
        // nobody hears it any more after a cancel
        let _ = tell.send(attempt.test_connection());
    });
    loop {
        match hear.recv_timeout(Duration::from_millis(50)) {
            Ok(result) => return result.map(|_| ()).map_err(|error| before(&error)),
            Err(RecvTimeoutError::Timeout) => progress.report(Stage::Connecting, 0, 0)?,
            Err(RecvTimeoutError::Disconnected) => return Err(MailError::Unreachable(String::new())),
        }
    }
}

/// The words of an error, down to its cause.
fn words(error: &SmtpError) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let inner_words = inner.to_string();
        if !words.contains(&inner_words) {
            words = format!("{words}: {inner_words}");
        }
        cause = inner.source();
    }
    words
}

fn before(error: &SmtpError) -> MailError {
    let said = words(error);
    let status = error.status().map(u16::from);
    // 535: the credentials, 530 and 534: how they are given
    if matches!(status, Some(530 | 534 | 535)) {
        MailError::Login
    } else if error.is_permanent() || error.is_transient() {
        MailError::Refused(said)
    } else if error.is_tls() || said.contains("certificate") || said.contains("STARTTLS") {
        MailError::Unsafe(said)
    } else {
        MailError::Unreachable(said)
    }
}

fn during(error: &SmtpError) -> MailError {
    if error.is_permanent() || error.is_transient() {
        return match before(error) {
            MailError::Login => MailError::Login,
            _ => MailError::Refused(words(error)),
        };
    }
    MailError::BrokenOff(words(error))
}
