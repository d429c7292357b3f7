//! The single file: a zip of the database, the folders, a list of hashes and a manifest. Any program that knows zip can
//! look into it; this one believes nothing that it has not counted.

use super::manifest::{DATABASE, FOLDERS, Manifest, Tally, is_safe, read_sums, write_sums};
use crate::progress::Cancelled;
use crate::store::hash;
use chrono::{SecondsFormat, Utc};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const MANIFEST: &str = "manifest.json";
const SUMS: &str = "SHA256SUMS";
/// Bytes of the manifest at most.
const MANIFEST_LIMIT: u64 = 1 << 20;
/// Bytes of the list of hashes at most: some three million files.
const SUMS_LIMIT: u64 = 400 << 20;
/// What is packed at all unpacks to this many times its size at most, and a little for small files.
const RATIO: u64 = 100;
const ALWAYS: u64 = 16 << 20;

/// Why a backup could not be written or used.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// No file of this program.
    #[error("not a backup of this program")]
    Foreign,
    /// Written by a newer edition.
    #[error("the backup has format {0}")]
    Newer(u32),
    /// Cut off, changed, or made to do harm.
    #[error("the backup is damaged: {0}")]
    Damaged(&'static str),
    /// The user stopped.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

impl PackageError {
    /// The contract's code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::File { source, .. } if source.kind() == io::ErrorKind::NotFound => "file-not-found",
            Self::File { .. } => "backup-unreadable",
            Self::Foreign => "not-a-backup",
            Self::Newer(_) => "database-newer",
            Self::Damaged(_) => "backup-damaged",
            Self::Cancelled(_) => "cancelled",
        }
    }

    fn at(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        |source| Self::File { path: path.to_owned(), source }
    }
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// Its manifest.
    pub manifest: Manifest,
    /// Recorded documents whose file is gone or is not the one that was issued: they are in it as they are, or not.
    pub unsound: u64,
}

/// SHA-256 of issued documents by their path in the archive.
pub type Recorded = HashMap<String, String>;

/// Hears how many of how many files are done; stops the work.
pub type Listener<'a> = &'a dyn Fn(usize, usize) -> Result<(), Cancelled>;

/// The files of the folders that go into a backup, as paths relative to the data folder, sorted.
fn listing(data: &Path) -> Result<Vec<String>, PackageError> {
    fn walk(folder: &Path, prefix: &str, depth: usize, names: &mut Vec<String>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
            let (path, name) = (entry.path(), format!("{prefix}/{name}"));
            if path.is_dir() {
                // what acts left aside is no part of the archive
                if depth < 16 && is_safe(&format!("{name}/x")) {
                    walk(&path, &name, depth + 1, names)?;
                }
            } else if is_safe(&name) {
                names.push(name);
            }
        }
        Ok(())
    }
    let mut names = Vec::new();
    for folder in FOLDERS.map(|folder| (data.join(folder), folder)) {
        if folder.0.is_dir() {
            walk(&folder.0, folder.1, 0, &mut names).map_err(PackageError::at(&folder.0))?;
        }
    }
    names.sort();
    Ok(names)
}

/// A list of files as it is at one moment.
#[derive(Debug)]
pub struct Listing(Vec<String>);

impl Listing {
    /// Of the data folder.
    ///
    /// # Errors
    /// [`PackageError::File`] when a folder cannot be read.
    pub fn of(data: &Path) -> Result<Self, PackageError> {
        listing(data).map(Self)
    }
}

/// Writes a backup to `output`: the database that stands at `database`, and the listed files of the data folder.
/// `recorded` has the SHA-256 of the issued documents.
///
/// # Errors
/// [`PackageError`]; what was written so far is to be thrown away.
pub fn pack(
    output: &mut File,
    database: &Path,
    (data, Listing(names)): (&Path, &Listing),
    (tally, recorded): (Tally, &Recorded),
    listen: Listener<'_>,
) -> Result<Packed, PackageError> {
    let mut zip = ZipWriter::new(BufWriter::with_capacity(1 << 18, output));
    let (mut sums, mut bytes) = (BTreeMap::new(), 0);
    let files = std::iter::once((DATABASE, database.to_owned()));
    let files = files.chain(names.iter().map(|name| (name.as_str(), resolve(data, name))));
    for (done, (name, path)) in files.enumerate() {
        listen(done, names.len() + 1)?;
        let mut file = match File::open(&path) {
            Ok(file) => file,
            // Whoever removed it did so outside the program: it is missing in the archive, not in the backup alone.
            Err(error) if error.kind() == io::ErrorKind::NotFound && name != DATABASE => continue,
            Err(error) => return Err(PackageError::at(&path)(error)),
        };
        let length = file.metadata().map_err(PackageError::at(&path))?.len();
        // PDFs are packed already
        let method = if name == DATABASE { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let (copied, hash) = add(&mut zip, name, &mut file, length, method, listen)?;
        bytes += copied;
        sums.insert(name.to_owned(), hash);
    }
    let list = write_sums(&sums);
    let manifest = Manifest {
        format: Manifest::FORMAT,
        program: env!("CARGO_PKG_VERSION").into(),
        made: Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true),
        tally,
        files: sums.len() as u64,
        bytes,
        sums: hash::hex(Sha256::new_with_prefix(&list)),
    };
    let text = serde_json::to_string_pretty(&manifest).map_err(|_| PackageError::Damaged(MANIFEST))?;
    for (name, text) in [(SUMS, list), (MANIFEST, text)] {
        let length = text.len() as u64;
        add(&mut zip, name, &mut text.as_bytes(), length, CompressionMethod::Deflated, listen)?;
    }
    zip.finish().map_err(refused)?.into_inner().map_err(|error| refused(error.into_error()))?;
    let sound = |(path, hash): &(&String, &String)| sums.get(&format!("documents/{path}")) == Some(*hash);
    let unsound = recorded.iter().filter(|document| !sound(document)).count() as u64;
    Ok(Packed { manifest, unsound })
}

/// What the output refuses; the caller knows its name.
fn refused(error: impl Into<io::Error>) -> PackageError {
    PackageError::File { path: PathBuf::new(), source: error.into() }
}

fn add<W: Write + Seek>(
    zip: &mut ZipWriter<W>,
    name: &str,
    from: &mut dyn Read,
    length: u64,
    method: CompressionMethod,
    listen: Listener<'_>,
) -> Result<(u64, String), PackageError> {
    let options = SimpleFileOptions::default().compression_method(method).large_file(length > u64::from(u32::MAX >> 1));
    zip.start_file(name, options).map_err(refused)?;
    copy(from, zip, u64::MAX - 1, listen).map_err(|error| match error {
        PackageError::File { source, .. } => refused(source),
        other => other,
    })
}

fn copy(
    from: &mut dyn Read,
    to: &mut dyn Write,
    limit: u64,
    listen: Listener<'_>,
) -> Result<(u64, String), PackageError> {
    let mut stopped = None;
    let copied = hash::copy(from, to, limit, &mut || {
        listen(0, 0).map_err(|cancelled| {
            stopped = Some(cancelled);
            io::ErrorKind::Interrupted.into()
        })
    });
    match (copied, stopped) {
        (_, Some(cancelled)) => Err(cancelled.into()),
        (copied, None) => copied.map_err(refused),
    }
}

fn resolve(folder: &Path, name: &str) -> PathBuf {
    name.split('/').fold(folder.to_owned(), |folder, part| folder.join(part))
}

/// A backup that was opened: what it says of itself is whole and of one piece, its files are not looked at yet.
#[derive(Debug)]
pub struct Package {
    path: PathBuf,
    zip: ZipArchive<BufReader<File>>,
    manifest: Manifest,
    sums: BTreeMap<String, String>,
}

impl Package {
    /// Opens a backup and judges its outside: every file listed once, no other, none with a dangerous name, none that
    /// unpacks to more than such a file does.
    ///
    /// # Errors
    /// [`PackageError`].
    pub fn open(path: &Path) -> Result<Self, PackageError> {
        // The library is known to be careful, not known to be without a fault.
        catch_unwind(AssertUnwindSafe(|| Self::open_trusting(path)))
            .unwrap_or(Err(PackageError::Damaged("its directory")))
    }

    fn open_trusting(path: &Path) -> Result<Self, PackageError> {
        let file = File::open(path).map_err(PackageError::at(path))?;
        if file.metadata().is_ok_and(|about| about.is_dir()) {
            return Err(PackageError::Foreign);
        }
        let mut zip = ZipArchive::new(BufReader::with_capacity(1 << 17, file)).map_err(|_| PackageError::Foreign)?;
        if zip.index_for_name(MANIFEST).is_none() {
            return Err(PackageError::Foreign);
        }
        if zip.has_duplicate_names() || zip.has_overlapping_files().unwrap_or(true) {
            return Err(PackageError::Damaged("its directory"));
        }
        let (text, _) = text_of(&mut zip, MANIFEST, MANIFEST_LIMIT)?;
        let format = serde_json::from_str::<Format>(&text).map_err(|_| PackageError::Foreign)?.format;
        if format > Manifest::FORMAT {
            return Err(PackageError::Newer(format));
        }
        let manifest: Manifest = serde_json::from_str(&text).map_err(|_| PackageError::Damaged(MANIFEST))?;
        let (list, hash) = text_of(&mut zip, SUMS, SUMS_LIMIT)?;
        if hash != manifest.sums {
            return Err(PackageError::Damaged(SUMS));
        }
        let sums = read_sums(&list).ok_or(PackageError::Damaged(SUMS))?;
        if sums.len() as u64 != manifest.files || zip.len() != sums.len() + 2 {
            return Err(PackageError::Damaged(SUMS));
        }
        let mut bytes = 0u64;
        for name in sums.keys() {
            bytes = bytes.saturating_add(declared(&mut zip, name)?);
        }
        if bytes != manifest.bytes {
            return Err(PackageError::Damaged("its sizes"));
        }
        Ok(Self { path: path.to_owned(), zip, manifest, sums })
    }

    /// Where it stands.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it says of itself.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The SHA-256 of a file in it, by its path in the data folder.
    #[must_use]
    pub fn hash(&self, name: &str) -> Option<&str> {
        self.sums.get(name).map(String::as_str)
    }

    /// Hash of the n-th entry of the audit trail in its database, which is unpacked into `folder` for as long.
    ///
    /// # Errors
    /// [`PackageError`].
    pub fn audit_hash(&mut self, folder: &Path, entry: u64) -> Result<Option<String>, PackageError> {
        let damaged = || PackageError::Damaged("its database");
        let part = tempfile::Builder::new().prefix(".cetak-kpj-").suffix(".part").tempfile_in(folder);
        let part = part.map_err(PackageError::at(folder))?;
        let limit = declared(&mut self.zip, DATABASE)?;
        let mut from = self.zip.by_name(DATABASE).map_err(|_| damaged())?;
        let (copied, hash) = copy(&mut from, &mut part.as_file(), limit, &|_, _| Ok(()))?;
        if copied != limit || self.sums.get(DATABASE) != Some(&hash) {
            return Err(damaged());
        }
        super::audit_hash_in(part.path(), entry).map_err(|_| damaged())
    }

    /// Reads every file and compares it with its hash.
    ///
    /// # Errors
    /// [`PackageError`].
    pub fn check(&mut self, listen: Listener<'_>) -> Result<(), PackageError> {
        self.each(listen, |_| Ok(Box::new(io::sink())))
    }

    /// Writes every file below `folder`, which is empty, and compares it with its hash. Nothing is durable yet.
    ///
    /// # Errors
    /// [`PackageError`]; what was written so far is to be thrown away.
    pub fn unpack(&mut self, folder: &Path, listen: Listener<'_>) -> Result<(), PackageError> {
        self.each(listen, |name| {
            let path = resolve(folder, name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(PackageError::at(parent))?;
            }
            Ok(Box::new(File::create_new(&path).map_err(PackageError::at(&path))?))
        })
    }

    /// Makes the unpacked files durable. A second round: the system has written most of them by then.
    ///
    /// # Errors
    /// [`PackageError::File`].
    pub fn sync(&self, folder: &Path, listen: Listener<'_>) -> Result<(), PackageError> {
        for (done, name) in self.sums.keys().enumerate() {
            listen(done, self.sums.len())?;
            let path = resolve(folder, name);
            let file = File::options().write(true).open(&path);
            file.and_then(|file| file.sync_all()).map_err(PackageError::at(&path))?;
        }
        Ok(())
    }

    fn each<'w>(
        &mut self,
        listen: Listener<'_>,
        mut target: impl FnMut(&str) -> Result<Box<dyn Write + 'w>, PackageError>,
    ) -> Result<(), PackageError> {
        let total = self.sums.len();
        for (done, (name, hash)) in self.sums.iter().enumerate() {
            listen(done, total)?;
            let limit = declared(&mut self.zip, name)?;
            let mut to = target(name)?;
            let mut from = self.zip.by_name(name).map_err(|_| PackageError::Damaged("a file in it"))?;
            let read = catch_unwind(AssertUnwindSafe(|| copy(&mut from, &mut to, limit, listen)));
            match read.unwrap_or(Err(PackageError::Damaged("a file in it"))) {
                Ok((copied, found)) if copied == limit && found == *hash => {}
                Err(PackageError::File { source, .. }) if is_of_the_disk(&source) => {
                    return Err(PackageError::File { path: self.path.clone(), source });
                }
                Err(PackageError::Cancelled(cancelled)) => return Err(cancelled.into()),
                _ => return Err(PackageError::Damaged("a file in it")),
            }
        }
        Ok(())
    }
}

/// Whether an error tells of the disk and not of what was read from it.
fn is_of_the_disk(error: &io::Error) -> bool {
    error.raw_os_error().is_some()
}

#[derive(serde::Deserialize)]
struct Format {
    format: u32,
}

/// The size that a file says it unpacks to, where that is believable.
fn declared(zip: &mut ZipArchive<BufReader<File>>, name: &str) -> Result<u64, PackageError> {
    let index = zip.index_for_name(name).ok_or(PackageError::Damaged("a file in it"))?;
    let file = zip.by_index_raw(index).map_err(|_| PackageError::Damaged("a file in it"))?;
    let believable = file.size() <= file.compressed_size().saturating_mul(RATIO).saturating_add(ALWAYS);
    if !believable || file.is_dir() || file.encrypted() {
        return Err(PackageError::Damaged("its sizes"));
    }
    Ok(file.size())
}

fn text_of(zip: &mut ZipArchive<BufReader<File>>, name: &str, limit: u64) -> Result<(String, String), PackageError> {
    let damaged = || PackageError::Damaged("its directory");
    let length = declared(zip, name)?;
    if length > limit {
        return Err(damaged());
    }
    let mut bytes = Vec::new();
    let mut file = zip.by_name(name).map_err(|_| damaged())?;
    let (copied, hash) = copy(&mut file, &mut bytes, length, &|_, _| Ok(())).map_err(|_| damaged())?;
    let text = String::from_utf8(bytes).map_err(|_| damaged())?;
    if copied == length { Ok((text, hash)) } else { Err(damaged()) }
}
