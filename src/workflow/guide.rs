//! The guide: the first ten minutes in pictures, shipped inside the program.

use super::{Error, whole};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rust_embed::RustEmbed;
use std::fs;
use std::path::{Path, PathBuf};

/// A page, and the pictures that it names.
#[derive(RustEmbed)]
#[folder = "assets/guide"]
struct Parts;

const PAGE: &str = "panduan.html";

/// The guide as one page of HTML with its pictures inside: it needs no network and no other file.
#[must_use]
pub fn page() -> String {
    let page = Parts::get(PAGE).map(|page| String::from_utf8_lossy(&page.data).into_owned()).unwrap_or_default();
    Parts::iter().filter(|name| name.ends_with(".png")).fold(page, |page, name| {
        let picture = Parts::get(&name).map(|picture| STANDARD.encode(picture.data)).unwrap_or_default();
        page.replace(&format!("src=\"{name}\""), &format!("src=\"data:image/png;base64,{picture}\""))
    })
}

/// Writes the guide to `out`; a file that stood there is replaced.
///
/// # Errors
/// [`Error::OutNotWritable`].
pub fn write(out: &Path) -> Result<(), Error> {
    whole::write(out, page().as_bytes()).map_err(|source| Error::OutNotWritable { path: out.to_owned(), source })
}

/// Puts the guide where a viewer can open it, and says where: into the data folder, which is the user's own and stays.
/// A folder for temporary files may be cleared while the page is still open, and other users could have put a page of
/// their own in its place.
///
/// # Errors
/// [`Error::OutNotWritable`].
pub fn put(folder: &Path) -> Result<PathBuf, Error> {
    let out = folder.join(PAGE);
    fs::create_dir_all(folder).map_err(|source| Error::OutNotWritable { path: folder.to_owned(), source })?;
    // a page that is open in a viewer cannot be replaced everywhere, and need not be
    if !fs::read(&out).is_ok_and(|there| there == page().as_bytes()) {
        write(&out)?;
    }
    Ok(out)
}
