//! E-mail: cards and receipt go to the company by the office's own server, or as a draft for its mail program.

pub mod password;

use super::preview::{self, Part};
use super::{Archive, Error, mark};
use crate::domain::life::{LetterRecord, MarkRefusal};
use crate::domain::mail::{Facts, MailSettings, Security};
use crate::domain::{Mark, Npp, ReceiptNumber, ReceiptStatus, RegisterEntry, Settings};
use crate::mail::{self, Letter, MailError, Server};
use crate::progress::Progress;
use crate::store::MailEnd;
use crate::tr;
use chrono::NaiveDate;
use std::io::Write;
use std::path::Path;

/// A letter that the server took over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The receipt's row, with its status of now.
    pub entry: RegisterEntry,
    /// To whom.
    pub to: String,
}

/// Sends both documents of a receipt to `to`, or to the company's own address, and marks the receipt. The password is the
/// one given, or else from [`password::VARIABLE`], or else the one that the system keeps.
///
/// Who sent what to whom is recorded before the letter leaves, and afterwards what became of it; a letter that was not
/// sent marks nothing. It can be cancelled until it begins to leave.
///
/// # Errors
/// [`Error::NoMailServer`], [`Error::RecipientUnknown`], [`Error::PasswordMissing`], [`Error::Keyring`], [`Error::Mail`]
/// (after [`MailError::BrokenOff`] it may have arrived), [`Error::Cancelled`], and as [`preview::issued`].
pub fn send(
    archive: &mut Archive,
    number: &ReceiptNumber,
    to: Option<&str>,
    password: Option<&str>,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Sent, Error> {
    let settings = archive.settings()?.mail;
    let letter = letter(archive, number, to)?;
    let server = server(&settings, password)?;
    let id = archive.store.begin_mail(number, &letter.to)?;
    let result = mail::send(&server, &letter, progress);
    let end = match &result {
        Ok(()) => MailEnd::Sent,
        Err(MailError::BrokenOff(_)) => MailEnd::Unsure,
        Err(_) => MailEnd::Failed,
    };
    archive.store.end_mail(id, end)?;
    result?;
    tracing::info!(receipt = %number, "sent by e-mail");
    let mark = Mark::Emailed { to: Some(letter.to.clone()), on: Some(today) };
    let dossier = mark::mark(archive, number, &mark, today)?;
    Ok(Sent { entry: dossier.life.entry, to: letter.to })
}

/// Sends a letter without attachments, to see whether these settings work: to `to`, or to the office itself. Gives its
/// address.
///
/// # Errors
/// As [`send`].
pub fn send_test(
    settings: &MailSettings,
    to: Option<&str>,
    password: Option<&str>,
    progress: &dyn Progress,
) -> Result<String, Error> {
    let server = server(settings, password)?;
    let to = to.map(str::trim).filter(|to| !to.is_empty()).unwrap_or(settings.sender.trim());
    let letter = Letter {
        from: settings.sender.clone(),
        to: to.to_owned(),
        subject: tr!("email-test-subject"),
        body: tr!("email-test-body", server = settings.server.trim()),
        attachments: Vec::new(),
    };
    mail::send(&server, &letter, progress)?;
    Ok(to.to_owned())
}

fn server(settings: &MailSettings, password: Option<&str>) -> Result<Server, Error> {
    if !settings.has_server() {
        return Err(Error::NoMailServer);
    }
    let user = settings.user.trim().to_owned();
    Ok(Server {
        host: settings.server.trim().to_owned(),
        port: settings.port(),
        tls_at_once: settings.security == Security::Tls,
        login: password::find(settings, password)?.map(|password| (user, password)),
    })
}

/// Writes the letter to `out` (`.eml`), ready to be sent by a mail program; an older file there is replaced. Nothing is
/// marked: the program cannot know whether it is sent. Returns to whom it is addressed.
///
/// # Errors
/// [`Error::RecipientUnknown`], [`Error::OutNotWritable`], and as [`preview::issued`].
pub fn draft(archive: &Archive, number: &ReceiptNumber, to: Option<&str>, out: &Path) -> Result<String, Error> {
    let letter = letter(archive, number, to)?;
    let bytes = mail::draft(&letter)?;
    let failed = |source| Error::OutNotWritable { path: out.to_owned(), source };
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(&bytes).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    // before it exists: what leaves the office is in the trail
    archive.store.record("email-drafted", &number.0, "")?;
    file.persist(out).map_err(|error| failed(error.error))?;
    Ok(letter.to)
}

/// A letter before anyone says to send it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// The company's number.
    pub npp: Npp,
    /// The company's address, where it is known.
    pub to: Option<String>,
    /// What it will say.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// The documents in it: name and bytes.
    pub attachments: Vec<(String, u64)>,
    /// Whether the office has a server to send by.
    pub has_server: bool,
    /// Where the password would come from.
    pub password: password::Known,
    /// The letters that left before, or tried to, the oldest first.
    pub letters: Vec<LetterRecord>,
}

/// The letter with the documents of a receipt as it would be sent. Asks the system for the password, which may take a
/// moment.
///
/// # Errors
/// [`Error::NoSuchReceipt`], [`Error::Mark`] for a void receipt, [`Error::Store`], and as [`preview::issued`].
pub fn prepare(archive: &Archive, number: &ReceiptNumber) -> Result<Prepared, Error> {
    let entry = entry(archive, number)?;
    let settings = archive.settings()?;
    let attachments = attachments(archive, &entry, number)?;
    let (subject, body) = words(&settings, &entry, number);
    Ok(Prepared {
        npp: entry.npp,
        to: address(archive, &entry)?,
        subject,
        body,
        attachments: attachments.into_iter().map(|(name, bytes)| (name, bytes.len() as u64)).collect(),
        has_server: settings.mail.has_server(),
        password: password::known(&settings.mail),
        letters: archive.store.letters(number)?,
    })
}

/// The row of a receipt that may leave the office.
fn entry(archive: &Archive, number: &ReceiptNumber) -> Result<RegisterEntry, Error> {
    let life = archive.store.life(number)?.ok_or_else(|| Error::NoSuchReceipt(number.clone()))?;
    if life.entry.status == ReceiptStatus::Void {
        return Err(Error::Mark { number: number.clone(), refusal: MarkRefusal::Void });
    }
    Ok(life.entry)
}

fn address(archive: &Archive, entry: &RegisterEntry) -> Result<Option<String>, Error> {
    let known = archive.store.company(&entry.npp)?.and_then(|company| company.email);
    Ok(known.filter(|to| !to.trim().is_empty()))
}

/// Subject and text.
fn words(settings: &Settings, entry: &RegisterEntry, number: &ReceiptNumber) -> (String, String) {
    let facts = Facts {
        number,
        date: entry.date,
        company: &entry.company,
        npp: &entry.npp,
        cards: entry.cards,
        branch: &settings.branch,
        officer: &settings.officer,
    };
    (facts.fill(&settings.mail.subject), facts.fill(&settings.mail.body))
}

fn attachments(
    archive: &Archive,
    entry: &RegisterEntry,
    number: &ReceiptNumber,
) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let name = |word: &str| format!("{}_{}_{word}.pdf", entry.npp, entry.date);
    Ok(vec![
        (name("KPJ"), preview::issued(archive, number, Part::Cards)?),
        (name("TandaTerima"), preview::issued(archive, number, Part::Receipt)?),
    ])
}

fn letter(archive: &Archive, number: &ReceiptNumber, to: Option<&str>) -> Result<Letter, Error> {
    let entry = entry(archive, number)?;
    let to = match to.map(str::trim).filter(|to| !to.is_empty()) {
        Some(to) => Some(to.to_owned()),
        None => address(archive, &entry)?,
    };
    let to = to.ok_or_else(|| Error::RecipientUnknown(number.clone()))?;
    let settings = archive.settings()?;
    let attachments = attachments(archive, &entry, number)?;
    let (subject, body) = words(&settings, &entry, number);
    Ok(Letter { from: settings.mail.sender, to, subject, body, attachments })
}
