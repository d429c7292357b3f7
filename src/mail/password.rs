//! The password of the office's mail server, kept by the system's own keeper of passwords (Windows' Credential Manager,
//! the Secret Service of Linux desktops) under the server and the user that it is for. It stands in no other place.

use keyring_core::{CredentialStore, Entry, Error};
use std::sync::Arc;

/// As the keeper shows it to the user.
const SERVICE: &str = "Cetak KPJ";

/// For whom a password is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account<'a> {
    /// Name of the server.
    pub server: &'a str,
    /// Name to log in with.
    pub user: &'a str,
}

/// Why the system did not keep, find or forget a password.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    /// The system keeps none: there is no such service, or it does not answer.
    #[error("the system keeps no passwords")]
    None,
    /// It refused, or was closed by its user; in its words.
    #[error("the keeper of passwords refused")]
    Refused(String),
}

#[cfg(target_os = "linux")]
fn keeper() -> Result<Arc<CredentialStore>, KeyringError> {
    zbus_secret_service_keyring_store::Store::new()
        .map(|store| store as Arc<CredentialStore>)
        .map_err(|_| KeyringError::None)
}

#[cfg(windows)]
fn keeper() -> Result<Arc<CredentialStore>, KeyringError> {
    windows_native_keyring_store::Store::new()
        .map(|store| store as Arc<CredentialStore>)
        .map_err(|_| KeyringError::None)
}

#[cfg(not(any(target_os = "linux", windows)))]
fn keeper() -> Result<Arc<CredentialStore>, KeyringError> {
    Err(KeyringError::None)
}

fn entry(account: Account<'_>) -> Result<Entry, KeyringError> {
    let user = format!("{}@{}", account.user.trim(), account.server.trim());
    keeper()?.build(SERVICE, &user, None).map_err(refused)
}

fn refused(error: Error) -> KeyringError {
    match error {
        Error::NoDefaultStore | Error::NotSupportedByStore(_) => KeyringError::None,
        // its words name the account and the system's reason, never the password
        error => KeyringError::Refused(error.to_string()),
    }
}

/// The password that is kept for an account; `None` where there is none.
///
/// # Errors
/// [`KeyringError`].
pub fn find(account: Account<'_>) -> Result<Option<String>, KeyringError> {
    match entry(account)?.get_password() {
        Ok(password) => Ok(Some(password)),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(refused(error)),
    }
}

/// Keeps a password, in the place of an earlier one.
///
/// # Errors
/// [`KeyringError`].
pub fn keep(account: Account<'_>, password: &str) -> Result<(), KeyringError> {
    entry(account)?.set_password(password).map_err(refused)
}

/// Forgets the password of an account; whether there was one.
///
/// # Errors
/// [`KeyringError`].
pub fn forget(account: Account<'_>) -> Result<bool, KeyringError> {
    match entry(account)?.delete_credential() {
        Ok(()) => Ok(true),
        Err(Error::NoEntry) => Ok(false),
        Err(error) => Err(refused(error)),
    }
}
