//! All settings in one file, with the office's own templates and its logo, so that the next PC is set up from it. No
//! password is in it: none is in the settings.
//!
//! Taking a file over is one act: it is looked through as a whole first, then copied into the data folder, and from
//! there applied. A stop in the middle is made good by the next start, which finds the copy.

use super::super::template::{self, Template, TemplateFile};
use super::super::{Archive, Error, act, logo};
use super::{check, put, with};
use crate::document::image::MOST_BYTES;
use crate::document::template::LARGEST_PICTURE;
use crate::domain::setting::{self, Change, Kind, Setting, Wanted};
use crate::progress::{Silent, Stage};
use crate::store::Lock;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const DOCUMENT: &str = "settings.json";
const TEMPLATES: &str = "templates/";
const LOGO: &str = "logo/";
/// A file that is being taken over, in the data folder.
const UNDER_WAY: &str = ".settings-import.zip";
/// Bytes of a file of settings at most: a few templates with large pictures.
const LARGEST: u64 = 128 << 20;
const MOST_FILES: usize = 1_000;

#[derive(Serialize, Deserialize)]
struct Document {
    format: String,
    version: u32,
    program: String,
    settings: BTreeMap<String, String>,
}

impl Document {
    const FORMAT: &str = "cetak-kpj-settings";
    const VERSION: u32 = 1;
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// How many settings.
    pub settings: usize,
    /// The office's templates in it.
    pub templates: Vec<String>,
    /// Those that are not, because something is wrong with them.
    pub left_out: Vec<String>,
    /// Whether the logo is in it.
    pub logo: bool,
}

/// What a template of the file is to this data folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// There is none of this name.
    New,
    /// The very same is here.
    Same,
    /// Another one of this name is here, and is replaced.
    Other,
}

impl Arrival {
    /// The key in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Same => "same",
            Self::Other => "replaced",
        }
    }
}

/// What taking a file over changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Settings that become others.
    pub changes: Vec<Change>,
    /// Folders that this computer does not have; those settings stay as they are.
    pub left_out: Vec<Wanted>,
    /// The templates in the file.
    pub templates: Vec<(String, Arrival)>,
}

impl Plan {
    /// Whether everything in the file is here already.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.templates.iter().all(|(_, arrival)| *arrival == Arrival::Same)
    }
}

/// Writes all settings to `out`; an older file there is replaced only with `replace`.
///
/// # Errors
/// [`Error::OutExists`], [`Error::OutNotWritable`], [`Error::Logo`], and as [`template::list`].
pub fn export(archive: &Archive, out: &Path, replace: bool) -> Result<Exported, Error> {
    if !replace && out.exists() {
        return Err(Error::OutExists(out.to_owned()));
    }
    let settings = archive.settings()?;
    let texts = setting::texts(&settings);
    let mut exported = Exported { settings: texts.len(), templates: Vec::new(), left_out: Vec::new(), logo: false };
    let document = Document {
        format: Document::FORMAT.into(),
        version: Document::VERSION,
        program: env!("CARGO_PKG_VERSION").into(),
        settings: texts.into_iter().map(|(setting, text)| (setting.name.to_owned(), text)).collect(),
    };
    let mut files = BTreeMap::new();
    for listed in template::list(archive.folder())?.into_iter().filter(|listed| !listed.shipped) {
        let Ok(template) = listed.template else {
            exported.left_out.push(listed.name);
            continue;
        };
        files.insert(format!("{TEMPLATES}{}.toml", listed.name), template.text.into_bytes());
        for picture in template.files {
            files.insert(format!("{TEMPLATES}{}", picture.name), picture.bytes.to_vec());
        }
        exported.templates.push(listed.name);
    }
    if let Some(name) = &settings.logo {
        files.insert(format!("{LOGO}{name}"), logo::read(&logo::place(archive.folder(), name))?);
        exported.logo = true;
    }
    let bytes = pack(&document, &files).map_err(|source| Error::OutNotWritable { path: out.to_owned(), source })?;
    put_file(out, &bytes)?;
    archive.store.record("settings-exported", "settings", "")?;
    Ok(exported)
}

fn pack(document: &Document, files: &BTreeMap<String, Vec<u8>>) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file(DOCUMENT, options)?;
    zip.write_all(&serde_json::to_vec_pretty(document)?)?;
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Writes a file whole or not at all.
fn put_file(out: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || -> io::Result<()> {
        let mut part = tempfile::Builder::new().prefix(".cetak-kpj-").suffix(".part").tempfile_in(folder)?;
        part.write_all(bytes)?;
        part.as_file().sync_all()?;
        part.persist(out)?;
        Ok(())
    };
    write().map_err(|source| Error::OutNotWritable { path: out.to_owned(), source })
}

/// A file of settings, every part of it good by itself.
struct Package {
    wanted: Vec<Wanted>,
    templates: Vec<Template>,
    logo: Option<Vec<u8>>,
}

/// Takes the file apart; believes nothing that it has not checked.
fn read(file: &Path, bytes: &[u8]) -> Result<Package, Error> {
    let foreign = || Error::SettingsFile(file.to_owned());
    // The library is known to be careful, not known to be without a fault.
    let mut files = catch_unwind(AssertUnwindSafe(|| unpack(bytes))).ok().flatten().ok_or_else(foreign)?;
    let document = files.remove(DOCUMENT).ok_or_else(foreign)?;
    let document: Document = serde_json::from_slice(&document).map_err(|_| foreign())?;
    if document.format != Document::FORMAT {
        return Err(foreign());
    }
    if document.version > Document::VERSION {
        return Err(Error::SettingsNewer(file.to_owned()));
    }
    let find = |(name, text): (String, String)| match Setting::find(&name) {
        Some(setting) => Ok((setting, text)),
        None => Err(Error::NoSuchSetting(name)),
    };
    let mut wanted: Vec<Wanted> = document.settings.into_iter().map(find).collect::<Result<_, _>>()?;
    let mut templates = Vec::new();
    for (name, text) in &files {
        let Some(name) = name.strip_prefix(TEMPLATES).and_then(|name| name.strip_suffix(".toml")) else { continue };
        if !template::is_free_name(name) {
            return Err(Error::TemplateName(name.to_owned()));
        }
        let text = str::from_utf8(text).map_err(|_| foreign())?;
        let picture = |name: String| Some(TemplateFile::new(name.clone(), files.get(&format!("{TEMPLATES}{name}"))?));
        let pictures: Vec<_> = Template::pictures_named(text).into_iter().filter_map(picture).collect();
        templates.push(Template::parse(name, text, &pictures)?);
    }
    let mut logo = None;
    for (_, text) in wanted.iter_mut().filter(|(setting, text)| setting.kind == Kind::Logo && !text.is_empty()) {
        let bytes = files.remove(&format!("{LOGO}{text}")).ok_or_else(foreign)?;
        let bytes = logo::checked(bytes, file)?;
        *text = logo::name_of(&bytes);
        logo = Some(bytes);
    }
    Ok(Package { wanted, templates, logo })
}

fn unpack(bytes: &[u8]) -> Option<BTreeMap<String, Vec<u8>>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    if zip.len() > MOST_FILES {
        return None;
    }
    let largest = LARGEST_PICTURE.max(MOST_BYTES as u64);
    let (mut files, mut room) = (BTreeMap::new(), LARGEST);
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).ok()?;
        let name = file.name().ok()?.into_owned();
        let mut bytes = Vec::new();
        let limit = largest.min(room);
        let read = (&mut file).take(limit + 1).read_to_end(&mut bytes).ok()? as u64;
        room = room.checked_sub(read).filter(|_| read <= limit)?;
        files.insert(name, bytes);
    }
    Some(files)
}

fn bytes_of(file: &Path) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    fs::File::open(file)
        .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
        .map_err(|source| Error::Unreadable { path: file.to_owned(), source })?;
    if bytes.len() as u64 > LARGEST { Err(Error::SettingsFile(file.to_owned())) } else { Ok(bytes) }
}

/// What taking `file` over would change; nothing is written.
///
/// # Errors
/// [`Error::Unreadable`], [`Error::SettingsFile`], [`Error::SettingsNewer`], [`Error::NoSuchSetting`] and [`Error::Settings`]
/// for what this edition does not take, [`Error::Template`], [`Error::TemplateExists`] for a picture of the same name as
/// another one here, and as [`check`].
pub fn plan(archive: &Archive, file: &Path) -> Result<Plan, Error> {
    let package = read(file, &bytes_of(file)?)?;
    Ok(weigh(archive, package)?.0)
}

fn weigh(archive: &Archive, mut package: Package) -> Result<(Plan, Package), Error> {
    let old = archive.settings()?;
    // A folder of another computer: absolute there and not here, or simply not there.
    let strange = |(setting, text): &Wanted| {
        setting.kind == Kind::Folder && !text.is_empty() && *text != setting.text(&old) && !Path::new(text).is_dir()
    };
    let (left_out, wanted) = std::mem::take(&mut package.wanted).into_iter().partition(strange);
    package.wanted = wanted;
    let new = with(&old, &package.wanted)?;
    let mut templates = Vec::new();
    for template in &package.templates {
        templates.push((template.name.clone(), arrival(archive, template)?));
    }
    // a template that comes along is not in the data folder yet
    let comes = package.templates.iter().any(|template| template.name == new.template);
    let judged = crate::domain::Settings {
        template: if comes { old.template.clone() } else { new.template.clone() },
        ..new.clone()
    };
    check(archive.folder(), &old, &judged)?;
    Ok((Plan { changes: setting::changes(&old, &new), left_out, templates }, package))
}

fn arrival(archive: &Archive, template: &Template) -> Result<Arrival, Error> {
    let folder = template::folder(archive.folder());
    let in_the_way = |picture: &&TemplateFile| {
        fs::read(folder.join(&picture.name)).is_ok_and(|there| there.as_slice() != &*picture.bytes)
    };
    if let Some(picture) = template.files.iter().find(in_the_way) {
        return Err(Error::TemplateExists(picture.name.clone()));
    }
    match template::load(archive.folder(), &template.name) {
        Ok(there) if there.sha256() == template.sha256() => Ok(Arrival::Same),
        Ok(_) | Err(Error::Template(_)) => Ok(Arrival::Other),
        Err(Error::NoSuchTemplate(_)) => Ok(Arrival::New),
        Err(error) => Err(error),
    }
}

/// Takes `file` over: its settings, its templates and its logo. All of it, or nothing.
///
/// # Errors
/// As [`plan`]; nothing was changed then. [`Error::OutNotWritable`] or [`Error::Store`] when the disk fails: what is left
/// to do is done by the next start.
pub fn import(archive: &mut Archive, file: &Path) -> Result<Plan, Error> {
    let lock = act::wait_for_lock(&archive.documents, Stage::Saving, &Silent)?;
    resume(archive, &lock)?; // what another program left, before this
    let bytes = bytes_of(file)?;
    let (plan, package) = weigh(archive, read(file, &bytes)?)?;
    let under_way = archive.folder.join(UNDER_WAY);
    put_file(&under_way, &bytes)?;
    finish(archive, &package, &under_way)?;
    Ok(plan)
}

/// Ends what a stop in the middle of [`import`] has left.
pub(in super::super) fn resume(archive: &mut Archive, _: &Lock) -> Result<(), Error> {
    let under_way = archive.folder.join(UNDER_WAY);
    if !under_way.exists() {
        return Ok(());
    }
    let package = bytes_of(&under_way).and_then(|bytes| read(&under_way, &bytes));
    match package.and_then(|package| weigh(archive, package)) {
        Ok((_, package)) => finish(archive, &package, &under_way),
        // it was good when it was put there: whatever it is now, it must not keep the office from working
        Err(error) => {
            tracing::warn!(code = error.code(), "settings under way cannot be applied any more");
            fs::remove_file(&under_way).map_err(|source| Error::OutNotWritable { path: under_way, source })
        }
    }
}

fn finish(archive: &mut Archive, package: &Package, under_way: &Path) -> Result<(), Error> {
    for template in &package.templates {
        if arrival(archive, template)? != Arrival::Same {
            template::save(archive, template)?;
        }
    }
    if let Some(logo) = &package.logo {
        logo::keep_bytes(archive, logo)?;
    }
    put(archive, &package.wanted)?;
    archive.store.record("settings-imported", "settings", "")?;
    fs::remove_file(under_way).map_err(|source| Error::OutNotWritable { path: under_way.to_owned(), source })
}
