//! Files that are written whole or not at all.

use std::io::{self, Write};
use std::path::Path;

/// Puts `bytes` at `out` in one step; a file that stood there is replaced.
pub(super) fn write(out: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut part = tempfile::Builder::new().prefix(".cetak-kpj-").suffix(".part").tempfile_in(folder)?;
    part.write_all(bytes)?;
    part.as_file().sync_all()?;
    part.persist(out)?;
    Ok(())
}
