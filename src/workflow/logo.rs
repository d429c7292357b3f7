//! The office's own logo on the letterhead: a picture that is copied into the data folder.

use super::{Archive, Error};
use crate::document::{Image, image::MOST_BYTES};
use crate::domain::Settings;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of logos in the data folder. A new logo does not replace the file of an older one.
const FOLDER: &str = "logo";

/// Makes the picture in `file` the logo of receipts to come; `None` takes the logo away.
///
/// # Errors
/// [`Error::Logo`] for a file that is no picture or cannot be read, [`Error::Store`] when the settings cannot be written.
pub fn choose(archive: &mut Archive, file: Option<&Path>) -> Result<Settings, Error> {
    let logo = file.map(|file| keep(archive, file)).transpose()?;
    archive.change_settings(|settings| Ok(Settings { logo, ..settings.clone() }))?;
    archive.settings()
}

/// Copies a picture into the data folder and gives the name it has there, for [`Settings::logo`].
///
/// # Errors
/// [`Error::Logo`] for a file that is no picture or cannot be read, [`Error::OutNotWritable`].
pub fn keep(archive: &Archive, file: &Path) -> Result<String, Error> {
    keep_bytes(archive, &checked(read(file)?, file)?)
}

/// The bytes, if they are a picture; `file` is where they come from.
pub(super) fn checked(bytes: Vec<u8>, file: &Path) -> Result<Vec<u8>, Error> {
    match Image::read(&bytes) {
        Ok(_) if bytes.len() <= MOST_BYTES => Ok(bytes),
        Ok(_) => Err(Error::Logo { path: file.to_owned(), source: io::ErrorKind::FileTooLarge.into() }),
        Err(error) => {
            Err(Error::Logo { path: file.to_owned(), source: io::Error::new(io::ErrorKind::InvalidData, error) })
        }
    }
}

/// The name that a picture has in the data folder.
pub(super) fn name_of(bytes: &[u8]) -> String {
    let ending = if bytes.starts_with(b"\x89PNG") { "png" } else { "jpg" };
    let hash = Sha256::digest(bytes).iter().take(8).fold(0u64, |hash, byte| (hash << 8) | u64::from(*byte));
    format!("{hash:016x}.{ending}")
}

/// Puts a checked picture into the data folder and gives the name it has there.
pub(super) fn keep_bytes(archive: &Archive, bytes: &[u8]) -> Result<String, Error> {
    let name = name_of(bytes);
    let folder = archive.folder.join(FOLDER);
    let put = || -> io::Result<()> {
        fs::create_dir_all(&folder)?;
        let mut part = tempfile::Builder::new().prefix(".cetak-kpj-").suffix(".part").tempfile_in(&folder)?;
        part.write_all(bytes)?;
        part.as_file().sync_all()?;
        part.persist(folder.join(&name))?;
        Ok(())
    };
    put().map_err(|source| Error::OutNotWritable { path: folder.clone(), source })?;
    Ok(name)
}

/// The logo of the settings, if there is one.
///
/// # Errors
/// [`Error::Logo`] when its file is not in the data folder any more.
pub(super) fn load(folder: &Path, settings: &Settings) -> Result<Option<Arc<Image>>, Error> {
    let Some(name) = &settings.logo else { return Ok(None) };
    let path = place(folder, name);
    let bytes = read(&path)?;
    let image = Image::read(&bytes)
        .map_err(|error| Error::Logo { path, source: io::Error::new(io::ErrorKind::InvalidData, error) })?;
    Ok(Some(Arc::new(image)))
}

pub(super) fn place(folder: &Path, name: &str) -> PathBuf {
    // A name from the settings leads nowhere else.
    folder.join(FOLDER).join(Path::new(name).file_name().unwrap_or_default())
}

pub(super) fn read(file: &Path) -> Result<Vec<u8>, Error> {
    let limit = MOST_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    fs::File::open(file)
        .and_then(|file| file.take(limit).read_to_end(&mut bytes))
        .map_err(|source| Error::Logo { path: file.to_owned(), source })?;
    Ok(bytes)
}
