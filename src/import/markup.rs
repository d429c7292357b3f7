//! Tables in markup that web systems save as `.xls`.

use super::error::ImportError;
use super::sheet::Sheet;
use crate::progress::Progress;

pub(super) fn html(_text: &str, _progress: &dyn Progress) -> Result<Vec<Sheet>, ImportError> {
    Err(ImportError::NotAList)
}

pub(super) fn spreadsheet_ml(_text: &str, _progress: &dyn Progress) -> Result<Vec<Sheet>, ImportError> {
    Err(ImportError::NotAList)
}
