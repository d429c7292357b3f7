//! The archive of issued documents: files are written aside, become durable, and move to their place only after the
//! database has said that they were issued. Nothing in the archive is ever overwritten.

use super::{Store, StoreError, parsed};
use crate::domain::{Npp, ReceiptNumber};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row};
use std::{
    collections::BTreeSet,
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
};

const RECEIPT: &str = "_TandaTerima.pdf";

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// All cards of a batch.
    Cards,
    /// The receipt.
    Receipt,
    /// One worker's card.
    Card,
    /// A scan or photo of the signed receipt.
    Scan,
}

impl DocumentKind {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Cards => "cards",
            Self::Receipt => "receipt",
            Self::Card => "card",
            Self::Scan => "scan",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        [Self::Cards, Self::Receipt, Self::Card, Self::Scan].into_iter().find(|kind| kind.as_str() == key)
    }
}

/// A finished file and where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is.
    pub kind: DocumentKind,
    /// Path relative to the archive, with `/` between folders.
    pub path: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: u64,
}

/// The folder of issued documents.
#[derive(Debug, Clone)]
pub struct Documents {
    root: PathBuf,
}

/// Held by whoever issues or repairs; given back by the system even when the program is killed.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// A folder beside the archive where one act writes its files; removed when dropped.
#[derive(Debug)]
pub struct Staging {
    folder: PathBuf,
    keep: bool,
}

impl Documents {
    const STAGING: &str = ".staging";
    /// The lock's path in the archive.
    pub(super) const LOCK: &str = ".staging/lock";

    /// The archive under `root`, which is made when missing.
    ///
    /// # Errors
    /// [`StoreError::File`] when the folder cannot be made.
    pub fn open(root: PathBuf) -> Result<Self, StoreError> {
        fs::create_dir_all(root.join(Self::STAGING)).map_err(StoreError::at(&root))?;
        Ok(Self { root })
    }

    /// Takes the archive's lock if nobody holds it; `None` while another act is under way.
    ///
    /// # Errors
    /// [`StoreError::File`] when the lock file cannot be opened.
    pub fn try_lock(&self) -> Result<Option<Lock>, StoreError> {
        let path = self.resolve(Self::LOCK);
        let file =
            OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(StoreError::at(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(StoreError::at(path)(error)),
        }
    }

    /// The data folder that the archive is part of.
    #[must_use]
    pub fn data(&self) -> &Path {
        self.root.parent().unwrap_or(&self.root)
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Where a document stands.
    #[must_use]
    pub fn resolve(&self, path: &str) -> PathBuf {
        path.split('/').fold(self.root.clone(), |folder, part| folder.join(part))
    }

    /// Opens a place for the files of the act `act`.
    ///
    /// # Errors
    /// [`StoreError::File`] when the folder cannot be made.
    pub fn stage(&self, act: &str, _: &Lock) -> Result<Staging, StoreError> {
        let folder = self.root.join(Self::STAGING).join(act);
        fs::create_dir_all(&folder).map_err(StoreError::at(&folder))?;
        Ok(Staging { folder, keep: false })
    }

    /// The acts whose files were left aside by a stop in the middle.
    ///
    /// # Errors
    /// [`StoreError::File`] when the folder cannot be read.
    pub fn left_behind(&self, _: &Lock) -> Result<Vec<(String, Staging)>, StoreError> {
        let folder = self.root.join(Self::STAGING);
        let mut acts = Vec::new();
        for entry in fs::read_dir(&folder).map_err(StoreError::at(&folder))? {
            let entry = entry.map_err(StoreError::at(&folder))?;
            if entry.path().is_dir() {
                let act = entry.file_name().to_string_lossy().into_owned();
                acts.push((act, Staging { folder: entry.path(), keep: true }));
            }
        }
        Ok(acts)
    }

    /// `NPP_YYYY-MM-DD`, followed by `_2`, `_3` ... for further batches of the company on that day.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be asked which names were given.
    pub fn free_stem(&self, store: &Store, npp: &Npp, date: NaiveDate, _: &Lock) -> Result<String, StoreError> {
        let mut count = 1u32;
        loop {
            let stem = match count {
                1 => format!("{npp}/{npp}_{date}"),
                n => format!("{npp}/{npp}_{date}_{n}"),
            };
            let mut taken = self.resolve(&worker_folder(&stem)).exists();
            for path in [cards_path(&stem), receipt_path(&stem)] {
                taken |= self.resolve(&path).exists() || store.has_document(&path)?;
            }
            if !taken {
                return Ok(stem);
            }
            count += 1;
        }
    }

    /// Names for a copy of the documents that stand under `stem`: `…_KPJ_Salinan1.pdf`, `…_TandaTerima_Salinan1.pdf`,
    /// or with another ending where someone else's file has that name already.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be asked which names were given.
    pub fn free_copy(&self, store: &Store, stem: &str, mark: &str, _: &Lock) -> Result<CopyNames, StoreError> {
        let mut count = 1u32;
        loop {
            let ending = if count == 1 { mark.to_owned() } else { format!("{mark}_{count}") };
            let names = CopyNames {
                cards: format!("{stem}_KPJ_{ending}.pdf"),
                receipt: format!("{stem}_TandaTerima_{ending}.pdf"),
            };
            let mut taken = false;
            for path in [&names.cards, &names.receipt] {
                taken |= self.resolve(path).exists() || store.has_document(path)?;
            }
            if !taken {
                return Ok(names);
            }
            count += 1;
        }
    }

    /// Makes the folders for these documents, before the act is committed and while a full disk can still refuse it.
    ///
    /// # Errors
    /// [`StoreError::File`] when a folder cannot be made.
    pub fn prepare(&self, documents: &[Document]) -> Result<(), StoreError> {
        for folder in folders(documents, |path| self.resolve(path)) {
            fs::create_dir_all(&folder).map_err(StoreError::at(folder))?;
        }
        sync_folder(&self.root)
    }

    /// Moves the files of a committed act to their place. May be repeated: what has moved already is left alone.
    ///
    /// # Errors
    /// [`StoreError::File`] when a file cannot be moved; the next start tries again.
    pub fn publish(&self, mut staging: Staging, documents: &[Document], _: &Lock) -> Result<(), StoreError> {
        staging.keep = true;
        self.prepare(documents)?;
        for document in documents {
            let (from, to) = (staging.resolve(&document.path), self.resolve(&document.path));
            match (from.exists(), to.exists()) {
                (true, true) => return Err(StoreError::at(to)(io::ErrorKind::AlreadyExists.into())),
                (true, false) => fs::rename(&from, &to).map_err(StoreError::at(&to))?,
                (false, _) => {}
            }
        }
        for folder in folders(documents, |path| self.resolve(path)) {
            sync_folder(&folder)?;
        }
        staging.keep = false;
        Ok(())
    }
}

impl Staging {
    fn resolve(&self, path: &str) -> PathBuf {
        path.split('/').fold(self.folder.clone(), |folder, part| folder.join(part))
    }

    /// Writes one document and makes it durable. `write` gives the file's bytes and returns their SHA-256.
    ///
    /// # Errors
    /// [`StoreError::File`] (through `E`) when the disk refuses, or what `write` says.
    pub fn write<E: From<StoreError>>(
        &self,
        kind: DocumentKind,
        path: String,
        write: impl FnOnce(&mut File) -> Result<String, E>,
    ) -> Result<Document, E> {
        let place = self.resolve(&path);
        let failed = |error| E::from(StoreError::at(&place)(error));
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        let mut file = File::create_new(&place).map_err(failed)?;
        let sha256 = write(&mut file)?;
        file.sync_all().map_err(failed)?;
        let bytes = file.metadata().map_err(failed)?.len();
        Ok(Document { kind, path, sha256, bytes })
    }

    /// Where a document that was written stands until it is published.
    #[must_use]
    pub fn staged(&self, document: &Document) -> PathBuf {
        self.resolve(&document.path)
    }

    /// Makes the folder itself durable: the last step before the act is committed.
    ///
    /// # Errors
    /// [`StoreError::File`] when the system refuses.
    pub fn sync(&self, documents: &[Document]) -> Result<(), StoreError> {
        for folder in folders(documents, |path| self.resolve(path)) {
            sync_folder(&folder)?;
        }
        sync_folder(&self.folder)?;
        self.folder.parent().map_or(Ok(()), sync_folder)
    }

    /// Leaves the files where they are: the next start decides by the database what becomes of them.
    pub fn leave(mut self) {
        self.keep = true;
    }

    /// Removes the files: the act never happened.
    pub fn discard(mut self) {
        self.keep = false;
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.keep {
            // What cannot be removed now is removed at the next start.
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// Names for the documents of a copy, relative to the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyNames {
    /// The cards printed again.
    pub cards: String,
    /// The receipt for them.
    pub receipt: String,
}

/// The stem of a receipt's documents, by the name of the receipt itself.
#[must_use]
pub fn stem_of(receipt_path: &str) -> &str {
    receipt_path.strip_suffix(RECEIPT).unwrap_or(receipt_path)
}

/// File name of the cards of a batch.
#[must_use]
pub fn cards_path(stem: &str) -> String {
    format!("{stem}_KPJ.pdf")
}

/// File name of the receipt of a batch.
#[must_use]
pub fn receipt_path(stem: &str) -> String {
    format!("{stem}{RECEIPT}")
}

/// Folder with one PDF per worker.
#[must_use]
pub fn worker_folder(stem: &str) -> String {
    format!("{stem}_KPJ")
}

/// The folders that hold these documents, each once however many files it holds.
fn folders(documents: &[Document], resolve: impl Fn(&str) -> PathBuf) -> BTreeSet<PathBuf> {
    documents.iter().filter_map(|document| resolve(&document.path).parent().map(Path::to_owned)).collect()
}

/// A rename is durable once its folder is. Windows has no such call and needs none.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(StoreError::at(folder))
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> Result<(), StoreError> {
    Ok(())
}

impl Store {
    pub(super) fn has_document(&self, path: &str) -> Result<bool, StoreError> {
        let found =
            self.connection.query_row("SELECT 1 FROM document WHERE path = ?1", [path], |_| Ok(())).optional()?;
        Ok(found.is_some())
    }

    /// The documents of a receipt as it was issued, cards first; empty where the receipt does not exist.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn documents(&self, number: &ReceiptNumber) -> Result<Vec<Document>, StoreError> {
        self.documents_where("receipt.number = ?1 AND copy_id IS NULL AND scan_id IS NULL", &number.0)
    }

    /// The documents of a receipt's copies, the oldest first, each with the n of its *SALINAN ke-n*; `None` stands
    /// for the mark BATAL.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn documents_of_copies(&self, number: &ReceiptNumber) -> Result<Vec<(Option<u32>, Document)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT copy.number AS copy, kind, path, sha256, bytes FROM document
             JOIN receipt ON receipt.id = document.receipt_id JOIN copy ON copy.id = document.copy_id
             WHERE receipt.number = ?1 ORDER BY document.id",
        )?;
        let rows = statement.query_map([&number.0], |row| Ok((row.get("copy")?, document(row)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The documents of the act `act`; `None` where the act was never committed.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn documents_of_act(&self, act: &str) -> Result<Option<Vec<Document>>, StoreError> {
        let documents = self.documents_where(
            "?1 IN (copy.act, scan.act) OR (copy_id IS NULL AND scan_id IS NULL AND batch.act = ?1)",
            act,
        )?;
        Ok(if documents.is_empty() { None } else { Some(documents) })
    }

    fn documents_where(&self, condition: &str, value: &str) -> Result<Vec<Document>, StoreError> {
        let mut statement = self.connection.prepare(&format!(
            "SELECT document.kind, path, sha256, bytes FROM document
             JOIN receipt ON receipt.id = document.receipt_id JOIN batch ON batch.id = receipt.batch_id
             LEFT JOIN copy ON copy.id = document.copy_id
             LEFT JOIN scan ON scan.id = document.scan_id
             WHERE {condition} ORDER BY document.id"
        ))?;
        let rows = statement.query_map([value], document)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

pub(super) fn document(row: &Row<'_>) -> Result<Document, rusqlite::Error> {
    Ok(Document {
        kind: parsed(row, "kind", DocumentKind::from_key)?,
        path: row.get("path")?,
        sha256: row.get("sha256")?,
        bytes: row.get("bytes")?,
    })
}
