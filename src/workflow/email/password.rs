//! The password of the office's mail server: typed, in the environment, or kept by the system. The database, the
//! settings, their file and the log never have it.

use super::super::{Archive, Error};
use crate::domain::mail::MailSettings;
use crate::mail::password::{self, Account, KeyringError};

/// Comes before what the system keeps: for scripts, where an argument would stand in the list of processes.
pub const VARIABLE: &str = "CETAK_KPJ_SMTP_PASSWORD";

/// What is known of the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// The server asks for none, or there is no server.
    NotNeeded,
    /// It stands in [`VARIABLE`].
    Environment,
    /// The system keeps it.
    Kept,
    /// The system could keep it and does not.
    Missing,
    /// This system keeps no passwords: it is asked for each time.
    NoKeyring,
    /// The system keeps passwords and does not open them now: it is asked for this time.
    Locked,
}

impl Known {
    /// Whether it has to be typed.
    #[must_use]
    pub fn is_asked(self) -> bool {
        matches!(self, Self::Missing | Self::NoKeyring | Self::Locked)
    }

    /// The key in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotNeeded => "not-needed",
            Self::Environment => "environment",
            Self::Kept => "kept",
            Self::Missing => "missing",
            Self::NoKeyring => "no-keyring",
            Self::Locked => "locked",
        }
    }
}

fn account(mail: &MailSettings) -> Option<Account<'_>> {
    let account = Account { server: mail.server.trim(), user: mail.user.trim() };
    (mail.has_server() && !account.user.is_empty()).then_some(account)
}

fn from_environment() -> Option<String> {
    std::env::var(VARIABLE).ok().filter(|password| !password.is_empty())
}

/// Where the password for these settings would come from. Asks the system, which may take a moment.
#[must_use]
pub fn known(mail: &MailSettings) -> Known {
    let Some(account) = account(mail) else { return Known::NotNeeded };
    if from_environment().is_some() {
        return Known::Environment;
    }
    match password::find(account) {
        Ok(Some(_)) => Known::Kept,
        Ok(None) => Known::Missing,
        Err(KeyringError::None) => Known::NoKeyring,
        Err(KeyringError::Refused(_)) => Known::Locked,
    }
}

/// The password to log in with: the one typed now, or else from the environment, or else the one that is kept.
pub(super) fn find(mail: &MailSettings, typed: Option<&str>) -> Result<Option<String>, Error> {
    let Some(account) = account(mail) else { return Ok(None) };
    let typed = typed.filter(|password| !password.is_empty()).map(str::to_owned);
    if let Some(password) = typed.or_else(from_environment) {
        return Ok(Some(password));
    }
    match password::find(account) {
        Ok(Some(password)) => Ok(Some(password)),
        Ok(None) => Err(Error::PasswordMissing),
        Err(error) => Err(error.into()),
    }
}

/// Gives the password to the system to keep; only that it was done is recorded.
///
/// # Errors
/// [`Error::NoMailServer`] where the settings name no server and user to keep it for, [`Error::PasswordMissing`] for an
/// empty one, [`Error::Keyring`], [`Error::Store`].
pub fn keep(archive: &Archive, password: &str) -> Result<(), Error> {
    let mail = archive.settings()?.mail;
    let account = account(&mail).ok_or(Error::NoMailServer)?;
    if password.is_empty() {
        return Err(Error::PasswordMissing);
    }
    password::keep(account, password)?;
    Ok(archive.store.record("email-password-kept", "settings", "")?)
}

/// Lets the system forget the password; whether there was one.
///
/// # Errors
/// [`Error::NoMailServer`], [`Error::Keyring`], [`Error::Store`].
pub fn forget(archive: &Archive) -> Result<bool, Error> {
    let mail = archive.settings()?.mail;
    let forgotten = password::forget(account(&mail).ok_or(Error::NoMailServer)?)?;
    if forgotten {
        archive.store.record("email-password-forgotten", "settings", "")?;
    }
    Ok(forgotten)
}
