//! Copies of issued documents in a folder of the user's choice: complete beside their place before the batch is
//! committed, so that a folder that cannot be written to refuses the whole act.

use super::Error;
use std::{
    fs, io,
    path::{Path, PathBuf},
};
use tempfile::NamedTempFile;

/// Copies that wait for the commit.
pub(super) struct Copies(Vec<(NamedTempFile, PathBuf)>);

impl Copies {
    /// Copies each `(source, relative name)` beside its place under each of the folders.
    pub(super) fn stage(folders: &[&Path], files: &[(PathBuf, String)]) -> Result<Self, Error> {
        let mut copies = Vec::new();
        for folder in folders {
            for (source, name) in files {
                let target = folder.join(name);
                let copy = copy_beside(source, &target)
                    .map_err(|source| Error::OutNotWritable { path: (*folder).to_owned(), source })?;
                copies.push((copy, target));
            }
        }
        Ok(Self(copies))
    }

    /// Gives the copies their names, never over a file that exists: `NAME (2).pdf` then. Returns where they stand and
    /// which could not be named.
    pub(super) fn finish(self) -> (Vec<PathBuf>, Vec<PathBuf>) {
        let (mut made, mut failed) = (Vec::new(), Vec::new());
        for (copy, target) in self.0 {
            match persist(copy, &target) {
                Ok(path) => made.push(path),
                Err(_) => failed.push(target),
            }
        }
        (made, failed)
    }
}

fn copy_beside(source: &Path, target: &Path) -> io::Result<NamedTempFile> {
    let folder = target.parent().ok_or(io::ErrorKind::InvalidInput)?;
    fs::create_dir_all(folder)?;
    let mut copy = tempfile::Builder::new().prefix(".cetak-kpj-").suffix(".part").tempfile_in(folder)?;
    io::copy(&mut fs::File::open(source)?, &mut copy)?;
    copy.as_file().sync_all()?;
    Ok(copy)
}

fn persist(copy: NamedTempFile, target: &Path) -> io::Result<PathBuf> {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (mut copy, mut path, mut count) = (copy, target.to_owned(), 1);
    loop {
        match copy.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
                count += 1;
                copy = error.file;
                path = target.with_file_name(format!("{stem} ({count}).pdf"));
            }
            Err(error) => return Err(error.error),
        }
    }
}
