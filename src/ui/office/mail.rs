//! E-mail, as the window asks for it.

use crate::domain::ReceiptNumber;
use crate::domain::company::CompanyField;
use crate::progress::Progress;
use crate::tr;
use crate::workflow::email::{self, Prepared};
use crate::workflow::{self, Archive, companies};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// A letter as the window has it.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    pub(crate) number: ReceiptNumber,
    pub(crate) to: String,
    /// Whether the address becomes the company's.
    pub(crate) keep_address: bool,
    /// Empty: not typed.
    pub(crate) password: String,
}

impl Letter {
    fn keep_address(&self, archive: &mut Archive) -> Result<(), workflow::Error> {
        if self.keep_address {
            let npp = email::prepare(archive, &self.number)?.npp;
            companies::set(archive, &npp, &[(CompanyField::Email, self.to.clone())])?;
        }
        Ok(())
    }
}

pub(crate) fn prepare_mail(folder: &Path, number: &ReceiptNumber) -> Result<Prepared, workflow::Error> {
    email::prepare(&Archive::open(folder)?, number)
}

/// Sends the documents; gives to whom.
pub(crate) fn send_mail(
    folder: &Path,
    letter: &Letter,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<String, workflow::Error> {
    let mut archive = Archive::open(folder)?;
    let sent = email::send(&mut archive, &letter.number, Some(&letter.to), Some(&letter.password), today, progress)?;
    letter.keep_address(&mut archive)?;
    Ok(sent.to)
}

/// Writes the letter for the mail program, in the place of an earlier one; gives its place.
pub(crate) fn draft_mail(folder: &Path, letter: &Letter) -> Result<PathBuf, workflow::Error> {
    let mut archive = Archive::open(folder)?;
    let place = folder.join(tr!("ui-mail-draft-file"));
    email::draft(&archive, &letter.number, Some(&letter.to), &place)?;
    letter.keep_address(&mut archive)?;
    Ok(place)
}
