//! The settings, as the window asks for them.

use super::Failure;
use crate::domain::Settings;
use crate::domain::mail::MailSettings;
use crate::domain::setting::Wanted;
use crate::progress::Progress;
use crate::workflow::email::{self, password};
use crate::workflow::settings::transfer::{self, Exported, Plan};
use crate::workflow::settings::{self, ChangeRecord};
use crate::workflow::{self, Archive};
use std::path::Path;
use std::sync::Arc;

/// Changes that the screen tells of.
const HISTORY: usize = 30;

pub(crate) fn settings(folder: &Path) -> Result<Settings, Failure> {
    Ok(Archive::open(folder)?.settings()?)
}

/// Changes these settings and gives all of them.
pub(crate) fn change_settings(folder: &Path, wanted: &[Wanted]) -> Result<Settings, workflow::Error> {
    let mut archive = Archive::open(folder)?;
    settings::change(&mut archive, wanted)?;
    archive.settings()
}

/// Who changed what, newest first.
pub(crate) fn setting_history(folder: &Path) -> Result<Arc<[ChangeRecord]>, workflow::Error> {
    Ok(settings::history(&Archive::open(folder)?, HISTORY)?.into())
}

/// Writes all settings; `None`: there is a file already, and nothing was written.
pub(crate) fn export_settings(
    folder: &Path,
    out: &Path,
    replace: bool,
) -> Result<Option<Arc<Exported>>, workflow::Error> {
    if !replace && out.exists() {
        return Ok(None);
    }
    transfer::export(&Archive::open(folder)?, out, replace).map(|exported| Some(Arc::new(exported)))
}

pub(crate) fn plan_import(folder: &Path, file: &Path) -> Result<Arc<Plan>, workflow::Error> {
    transfer::plan(&Archive::open(folder)?, file).map(Arc::new)
}

pub(crate) fn import_settings(folder: &Path, file: &Path) -> Result<(), workflow::Error> {
    transfer::import(&mut Archive::open(folder)?, file)?;
    Ok(())
}

pub(crate) fn password_known(mail: &MailSettings) -> password::Known {
    password::known(mail)
}

pub(crate) fn keep_password(folder: &Path, typed: &str) -> Result<password::Known, workflow::Error> {
    let archive = Archive::open(folder)?;
    password::keep(&archive, typed)?;
    Ok(password::known(&archive.settings()?.mail))
}

pub(crate) fn forget_password(folder: &Path) -> Result<password::Known, workflow::Error> {
    let archive = Archive::open(folder)?;
    password::forget(&archive)?;
    Ok(password::known(&archive.settings()?.mail))
}

/// Sends a letter to try these settings; gives to whom.
pub(crate) fn send_test(
    mail: &MailSettings,
    to: &str,
    password: &str,
    progress: &dyn Progress,
) -> Result<String, workflow::Error> {
    email::send_test(mail, Some(to), Some(password), progress)
}
