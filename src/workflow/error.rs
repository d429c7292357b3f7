//! Why a piece of work could not be done.

use super::scan::ScanFault;
use super::template;
use crate::document::preview::PreviewError;
use crate::document::template::TemplateFaults;
use crate::document::{DocumentError, Place};
use crate::domain::calibration::BadCalibration;
use crate::domain::cards::BadCards;
use crate::domain::life::MarkRefusal;
use crate::domain::office::BadNumberPattern;
use crate::domain::pages::BadPages;
use crate::domain::setting::BadSetting;
use crate::domain::work::PendingId;
use crate::domain::{Kpj, Npp, ReceiptNumber};
use crate::export::ExportError;
use crate::i18n::{self, Explanation};
use crate::import::ImportError;
use crate::mail::MailError;
use crate::mail::password::KeyringError;
use crate::print::PrintError;
use crate::progress::Cancelled;
use crate::store::backup::PackageError;
use crate::store::{BeginError, LifeError, StoreError, TakeOverId};
use std::{io, path::PathBuf};

/// An error of a whole use case. Unless a variant says otherwise, nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The list could not be read.
    #[error("{}: {source}", file.display())]
    Import {
        /// The list's file.
        file: PathBuf,
        /// What is wrong with it.
        source: ImportError,
    },
    /// The office's old register could not be read.
    #[error("{}: {source}", file.display())]
    OldRegister {
        /// The register's file.
        file: PathBuf,
        /// What is wrong with it.
        source: ImportError,
    },
    /// A document could not be drawn.
    #[error(transparent)]
    Document(DocumentError),
    /// The database or the archive refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A workbook or CSV could not be written.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The number pattern in the settings would repeat numbers.
    #[error(transparent)]
    Pattern(#[from] BadNumberPattern),
    /// The margins of sheets in the settings leave no room for a card.
    #[error("no room for a card on a sheet")]
    NoRoomOnSheet,
    /// Texts that cannot stand in their settings.
    #[error("{} settings are wrong", .0.len())]
    Settings(Vec<BadSetting>),
    /// There is no setting of this name.
    #[error("no setting {0}")]
    NoSuchSetting(String),
    /// A folder in the settings is not there.
    #[error("{} is missing", .0.display())]
    FolderMissing(PathBuf),
    /// A file cannot be used as settings of this program.
    #[error("{}: no settings", .0.display())]
    SettingsFile(PathBuf),
    /// A file holds settings of a newer edition.
    #[error("{}: settings of a newer edition", .0.display())]
    SettingsNewer(PathBuf),
    /// A printer's correction is beyond what one may be.
    #[error(transparent)]
    Calibration(#[from] BadCalibration),
    /// A printer without a name.
    #[error("a printer needs a name")]
    PrinterName,
    /// A file that was to be corrected for a printer cannot be read.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A template cannot be used.
    #[error(transparent)]
    Template(#[from] TemplateFaults),
    /// There is no template of this name.
    #[error("no template {0}")]
    NoSuchTemplate(String),
    /// A template cannot have this name.
    #[error("no name for a template: {0}")]
    TemplateName(String),
    /// There is a template of this name already, or another picture of a name that it uses.
    #[error("{0} exists already")]
    TemplateExists(String),
    /// A template's file cannot be read or written.
    #[error("{}: {source}", path.display())]
    TemplateFile {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Neither the user nor the file names the company's number.
    #[error("no NPP")]
    NppMissing,
    /// Neither the user, nor the file, nor an earlier batch names the company.
    #[error("no company name")]
    CompanyMissing,
    /// A folder for copies cannot be written to.
    #[error("{}: {source}", path.display())]
    OutNotWritable {
        /// The folder or file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file is in the way and nobody said that it may be replaced.
    #[error("{} exists", .0.display())]
    OutExists(PathBuf),
    /// A backup cannot be used.
    #[error("{}: {source}", file.display())]
    Backup {
        /// Its file.
        file: PathBuf,
        /// What is wrong with it.
        source: PackageError,
    },
    /// No receipt has this number.
    #[error("no receipt {0}")]
    NoSuchReceipt(ReceiptNumber),
    /// A receipt cannot be marked so.
    #[error("receipt {number}: {refusal}")]
    Mark {
        /// The receipt.
        number: ReceiptNumber,
        /// Why.
        refusal: MarkRefusal,
    },
    /// No list with this id waits: it was issued or taken back, or never was.
    #[error("no list {} waits", .0.0)]
    NotPending(PendingId),
    /// No company has this number.
    #[error("no company {0}")]
    NoSuchCompany(Npp),
    /// Two companies that are one already.
    #[error("company {0} is the same already")]
    SameCompany(Npp),
    /// A company that was not merged into another.
    #[error("company {0} is not merged")]
    CompanyNotMerged(Npp),
    /// No old register was taken over under this number.
    #[error("no take-over {0}")]
    NoSuchTakeOver(TakeOverId),
    /// A take-over was undone before.
    #[error("take-over {0} was undone before")]
    TakeOverUndone(TakeOverId),
    /// An act that needs a reason was asked for without one.
    #[error("no reason is given")]
    ReasonMissing,
    /// Nobody said in words why cards are to be printed again.
    #[error("no note is given")]
    NoteMissing,
    /// No card with these numbers was ever issued here.
    #[error("{} cards were never issued", .0.len())]
    KpjNotFound(Vec<Kpj>),
    /// A card's receipt was cancelled.
    #[error("a card stands on the void receipt {receipt}")]
    KpjVoid {
        /// The card.
        kpj: Kpj,
        /// The void receipt.
        receipt: ReceiptNumber,
    },
    /// A file cannot be used as the office's logo.
    #[error("{}: {source}", path.display())]
    Logo {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: io::Error,
    },
    /// A file cannot be kept as a scan of a receipt.
    #[error("{}: {fault}", path.display())]
    Scan {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        fault: ScanFault,
    },
    /// An issued document is not in its place.
    #[error("{} is missing", .0.display())]
    DocumentMissing(PathBuf),
    /// An issued document is not what was recorded.
    #[error("{} was changed", .0.display())]
    DocumentChanged(PathBuf),
    /// A document cannot be printed.
    #[error(transparent)]
    Print(#[from] PrintError),
    /// No printer was named, none was taken before, and the system has no default.
    #[error("no printer is chosen")]
    NoPrinter,
    /// The document has no such page.
    #[error(transparent)]
    Pages(#[from] BadPages),
    /// No page is left to print.
    #[error("nothing to print")]
    NothingToPrint,
    /// A printer does not have this paper.
    #[error("the printer {printer:?} has no paper {paper:?}")]
    NoSuchPaper {
        /// The printer.
        printer: String,
        /// The paper that was asked for.
        paper: String,
    },
    /// A receipt has no such copy, or one without the document that was asked for.
    #[error("receipt {number} has no such document of copy {copy}")]
    NoSuchCopy {
        /// The receipt.
        number: ReceiptNumber,
        /// The n of *SALINAN ke-n*.
        copy: u32,
    },
    /// The receipt has no such card.
    #[error(transparent)]
    Cards(#[from] BadCards),
    /// The office has no mail server in its settings.
    #[error("no mail server")]
    NoMailServer,
    /// Neither the user nor the register names the company's address.
    #[error("no address for receipt {0}")]
    RecipientUnknown(ReceiptNumber),
    /// An e-mail was not sent, or may not have been.
    #[error(transparent)]
    Mail(MailError),
    /// The mail server asks for a password, and none is typed or kept.
    #[error("no password for the mail server")]
    PasswordMissing,
    /// The system did not keep or find the password.
    #[error(transparent)]
    Keyring(#[from] KeyringError),
    /// A document cannot be shown.
    #[error(transparent)]
    Preview(#[from] PreviewError),
    /// The batch **is** issued and recorded, but its files could not be moved to their place yet; the next start of
    /// the program does it.
    #[error("receipt {number} is recorded, its files are not in place yet: {source}")]
    Unfinished {
        /// The receipt.
        number: ReceiptNumber,
        /// What the system said.
        source: StoreError,
    },
    /// The data folder is on another computer, where a database is not safe.
    #[error("{} is on another computer", .0.display())]
    Remote(PathBuf),
    /// The user stopped the work.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

impl Error {
    pub(super) fn of_life(error: LifeError, number: &ReceiptNumber) -> Self {
        match error {
            LifeError::Store(error) => Self::Store(error),
            LifeError::NotFound => Self::NoSuchReceipt(number.clone()),
            LifeError::Refused(refusal) => Self::Mark { number: number.clone(), refusal },
        }
    }

    /// The contract's code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Import { source, .. } | Self::OldRegister { source, .. } => source.code(),
            Self::Store(error) => error.code(),
            Self::Document(DocumentError::Io(_)) | Self::Export(_) | Self::OutNotWritable { .. } => "out-not-writable",
            Self::Document(DocumentError::DoesNotFit { .. }) => "template-no-room",
            Self::Document(DocumentError::NoPlace(_)) => "start-at",
            Self::Document(_) => "document-failed",
            Self::Calibration(_) => "calibration",
            Self::Settings(_) => "setting-invalid",
            Self::NoSuchSetting(_) => "setting-unknown",
            Self::FolderMissing(_) => "folder-missing",
            Self::SettingsFile(_) => "settings-unusable",
            Self::SettingsNewer(_) => "settings-newer",
            Self::PrinterName => "printer-name",
            Self::Unreadable { .. } => "file-unreadable",
            Self::NoRoomOnSheet => "sheet-no-room",
            Self::Template(_) => "template-invalid",
            Self::NoSuchTemplate(_) => "template-not-found",
            Self::TemplateName(_) => "template-name",
            Self::TemplateExists(_) => "template-exists",
            Self::TemplateFile { .. } => "template-unreadable",
            Self::Pattern(_) => "number-pattern",
            Self::OutExists(_) => "out-exists",
            Self::Backup { source, .. } => source.code(),
            Self::NppMissing => "npp-missing",
            Self::CompanyMissing => "company-missing",
            Self::NoSuchReceipt(_) => "receipt-not-found",
            Self::Mark { refusal, .. } => match refusal {
                MarkRefusal::Void => "receipt-void",
                MarkRefusal::Back => "status-back",
                MarkRefusal::OtherHandOver => "handed-over-before",
                MarkRefusal::RecipientMissing => "recipient-missing",
                MarkRefusal::CardsToPrint(_) => "cards-to-print",
                MarkRefusal::NotOnReceipt(_) => "kpj-not-on-receipt",
            },
            Self::NotPending(_) => "list-not-found",
            Self::NoSuchCompany(_) => "company-not-found",
            Self::SameCompany(_) => "company-same",
            Self::CompanyNotMerged(_) => "company-not-merged",
            Self::NoSuchTakeOver(_) => "take-over-not-found",
            Self::TakeOverUndone(_) => "take-over-undone",
            Self::ReasonMissing => "reason-missing",
            Self::NoteMissing => "note-missing",
            Self::KpjNotFound(_) => "kpj-not-found",
            Self::KpjVoid { .. } => "kpj-void",
            Self::Logo { .. } => "logo-unusable",
            Self::Scan { fault: ScanFault::Unreadable(error), .. } if error.kind() == io::ErrorKind::NotFound => {
                "file-not-found"
            }
            Self::Scan { fault: ScanFault::Unreadable(_), .. } => "scan-unreadable",
            Self::Scan { fault: ScanFault::Format, .. } => "scan-format",
            Self::Scan { fault: ScanFault::TooLarge, .. } => "scan-too-large",
            Self::DocumentMissing(_) => "document-missing",
            Self::DocumentChanged(_) => "document-changed",
            Self::Print(PrintError::NoSystem) => "no-print-system",
            Self::Print(PrintError::BrokenOff(_)) => "print-broken-off",
            Self::Print(PrintError::NoSuchPrinter(_)) => "printer-not-found",
            Self::Print(PrintError::Refused(_)) => "print-refused",
            Self::NoPrinter => "no-printer",
            Self::Pages(_) => "no-such-page",
            Self::NothingToPrint => "nothing-to-print",
            Self::NoSuchPaper { .. } => "paper-not-found",
            Self::NoSuchCopy { .. } => "copy-not-found",
            Self::Cards(BadCards::NotHere(_)) => "kpj-not-on-receipt",
            Self::Cards(_) => "no-such-card",
            Self::NoMailServer => "no-mail-server",
            Self::RecipientUnknown(_) => "email-missing",
            Self::Mail(error) => match error {
                MailError::Address(_) => "email-address",
                MailError::Unreachable(_) => "email-server-unreachable",
                MailError::Unsafe(_) => "email-server-unsafe",
                MailError::Login => "email-login",
                MailError::Refused(_) => "email-refused",
                MailError::BrokenOff(_) => "email-broken-off",
                MailError::Build(_) => "email-failed",
                MailError::Cancelled(_) => "cancelled",
            },
            Self::PasswordMissing => "email-password-missing",
            Self::Keyring(KeyringError::None) => "no-keyring",
            Self::Keyring(KeyringError::Refused(_)) => "keyring-refused",
            Self::Preview(PreviewError::TooLarge) => "document-too-large",
            Self::Preview(_) => "document-damaged",
            Self::Unfinished { .. } => "files-not-in-place",
            Self::Remote(_) => "data-folder-remote",
            Self::Cancelled(_) => "cancelled",
        }
    }

    /// Whether the file holds rows, and only where its table is, or which column is what, is not known.
    #[must_use]
    pub fn is_about_columns(&self) -> bool {
        use ImportError::{HeaderNotFound, NoRows, UnknownColumn, UnknownSheet};
        let Self::Import { source, .. } = self else { return false };
        matches!(source, HeaderNotFound | NoRows | UnknownSheet { .. } | UnknownColumn { .. })
    }

    /// What happened and what to do next, in the language of the user.
    #[must_use]
    pub fn explain(&self) -> Explanation {
        let path = |path: &PathBuf| path.display().to_string();
        match self {
            Self::Import { source: ImportError::UnknownSheet { sheets }, .. }
            | Self::OldRegister { source: ImportError::UnknownSheet { sheets }, .. } => {
                i18n::error("no-such-sheet", &sheets.join(", "))
            }
            Self::OldRegister { file, source: ImportError::HeaderNotFound | ImportError::NoRows } => {
                i18n::error("no-old-register", &path(file))
            }
            Self::NoSuchCompany(npp) | Self::SameCompany(npp) | Self::CompanyNotMerged(npp) => {
                i18n::error(self.code(), npp.as_str())
            }
            Self::NoSuchTakeOver(id) | Self::TakeOverUndone(id) => i18n::error(self.code(), &id.to_string()),
            Self::Import { source: ImportError::UnknownColumn { titles, .. }, .. } => {
                i18n::error("no-such-column", &titles.join(", "))
            }
            Self::Import { file, source } | Self::OldRegister { file, source } => {
                i18n::error(source.code(), &path(file))
            }
            Self::KpjNotFound(kpjs) => {
                let kpjs: Vec<&str> = kpjs.iter().map(Kpj::as_str).collect();
                i18n::error(self.code(), &kpjs.join(", "))
            }
            Self::KpjVoid { kpj, receipt } => i18n::error(self.code(), &format!("{kpj} ({receipt})")),
            Self::Backup { source: PackageError::File { path: file, .. }, .. }
            | Self::Backup { file, .. }
            | Self::OutExists(file)
            | Self::Remote(file)
            | Self::FolderMissing(file)
            | Self::SettingsFile(file)
            | Self::SettingsNewer(file)
            | Self::Logo { path: file, .. }
            | Self::Scan { path: file, .. }
            | Self::DocumentMissing(file)
            | Self::DocumentChanged(file)
            | Self::Store(StoreError::File { path: file, .. })
            | Self::OutNotWritable { path: file, .. }
            | Self::Unreadable { path: file, .. }
            | Self::TemplateFile { path: file, .. }
            | Self::Export(ExportError { path: file, .. }) => i18n::error(self.code(), &path(file)),
            Self::Document(DocumentError::MissingGlyph { character, .. }) => {
                i18n::error(self.code(), &character.to_string())
            }
            Self::Mark { refusal: MarkRefusal::CardsToPrint(cards), .. } => {
                i18n::error(self.code(), &cards.to_string())
            }
            Self::Mark { refusal: MarkRefusal::NotOnReceipt(kpj), .. } => i18n::error(self.code(), kpj.as_str()),
            Self::NoSuchReceipt(number) | Self::Mark { number, .. } | Self::Unfinished { number, .. } => {
                i18n::error(self.code(), &number.0)
            }
            Self::Document(DocumentError::NoPlace(place)) => i18n::error(self.code(), &place.to_string()),
            Self::Document(DocumentError::DoesNotFit { field, place }) => match place {
                Place::Card(n) => i18n::error("template-no-room-card", &n.to_string()),
                _ => i18n::error(self.code(), field),
            },
            Self::Template(faults) => {
                let first = faults.faults.first().map(template::in_words).unwrap_or_default();
                i18n::error(self.code(), &format!("{}: {first}", faults.name))
            }
            Self::Settings(bad) => {
                let lines: Vec<String> = bad.iter().map(i18n::bad_setting).collect();
                i18n::error(self.code(), &lines.join("; "))
            }
            Self::NoSuchSetting(name)
            | Self::NoSuchTemplate(name)
            | Self::TemplateName(name)
            | Self::TemplateExists(name) => i18n::error(self.code(), name),
            Self::NotPending(PendingId(id)) => i18n::error(self.code(), &id.to_string()),
            Self::Keyring(KeyringError::Refused(words))
            | Self::Print(
                PrintError::BrokenOff(words) | PrintError::NoSuchPrinter(words) | PrintError::Refused(words),
            ) => i18n::error(self.code(), words),
            Self::Mail(error) => i18n::error(self.code(), error.words()),
            Self::RecipientUnknown(number) => i18n::error(self.code(), &number.0),
            Self::NoSuchPaper { printer, paper } => i18n::error(self.code(), &format!("{paper} ({printer})")),
            Self::NoSuchCopy { number, copy } => i18n::error(self.code(), &format!("{number} ({copy})")),
            Self::Cards(cards) => i18n::error(self.code(), &cards.subject()),
            Self::Pages(pages) => i18n::error(self.code(), &pages.number()),
            _ => i18n::error(self.code(), ""),
        }
    }
}

impl From<MailError> for Error {
    fn from(error: MailError) -> Self {
        match error {
            MailError::Cancelled(cancelled) => Self::Cancelled(cancelled),
            error => Self::Mail(error),
        }
    }
}

impl From<DocumentError> for Error {
    fn from(error: DocumentError) -> Self {
        match error {
            DocumentError::Cancelled(cancelled) => Self::Cancelled(cancelled),
            error => Self::Document(error),
        }
    }
}

impl From<BeginError> for Error {
    fn from(error: BeginError) -> Self {
        match error {
            BeginError::Store(error) => Self::Store(error),
            BeginError::Pattern(error) => Self::Pattern(error),
        }
    }
}
