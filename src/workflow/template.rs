//! Templates of cards: our own, the office's (`DATA/templates/NAME.toml` with its pictures beside it), and those that
//! issued cards were made with.

use super::{Archive, Error, whole};
use crate::document::template::{LARGEST_PICTURE, SHIPPED, shipped};
use crate::document::{self, layout::Facts};
use crate::domain::{Identity, Kpj, Nik, Npp, ReceiptNumber, Settings, Sex, Worker};
use crate::i18n;
use crate::store::StoredTemplate;
use chrono::NaiveDate;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

pub use crate::document::Face as Weight;
pub use crate::document::layout::{CAP_HEIGHT, Colour, Drawing, MM_PER_POINT, Size, Text};
pub use crate::document::template::{
    Align, Content, Fault, Field, Label, Part, Room, Side, Symbol, SymbolKind, Template, TemplateFaults, TemplateFile,
    edit,
};

/// The largest text of a template, in bytes; ours have 4 kB.
const LARGEST_TEXT: u64 = 1 << 20;

/// A template that can be chosen, or could be if it were right.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Whether it came with the program.
    pub shipped: bool,
    /// The template, or what is wrong with it.
    pub template: Result<Template, TemplateFaults>,
}

/// A fault in the language of the user, with its line.
#[must_use]
pub fn in_words(fault: &Fault) -> String {
    i18n::template_fault(fault.line, fault.wrong.code(), &fault.wrong.subject(), &fault.wrong.known())
}

/// The folder of the office's templates, which may not exist yet.
#[must_use]
pub fn folder(data: &Path) -> PathBuf {
    data.join("templates")
}

/// All templates, our own first; those of the office by name.
///
/// # Errors
/// [`Error::TemplateFile`] when the folder or a file in it cannot be read.
pub fn list(data: &Path) -> Result<Vec<Listed>, Error> {
    let own = SHIPPED
        .into_iter()
        .filter_map(|(name, _)| Some(Listed { name: name.to_owned(), shipped: true, template: shipped(name)? }));
    let mut listed: Vec<Listed> = own.collect();
    let office = folder(data);
    let entries = match fs::read_dir(&office) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(listed),
        entries => entries.map_err(at(&office))?,
    };
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".toml").map(str::to_owned))
        .filter(|name| is_free_name(name))
        .collect();
    names.sort_unstable();
    for name in names {
        let template = match load(data, &name) {
            Ok(template) => Ok(template),
            Err(Error::Template(faults)) => Err(faults),
            Err(error) => return Err(error),
        };
        listed.push(Listed { name, shipped: false, template });
    }
    Ok(listed)
}

/// The template of this name: one of our own, or one of the office.
///
/// # Errors
/// [`Error::NoSuchTemplate`], [`Error::Template`] with everything that is wrong with it, [`Error::TemplateFile`].
pub fn load(data: &Path, name: &str) -> Result<Template, Error> {
    if let Some(template) = shipped(name) {
        return Ok(template?);
    }
    let file = folder(data).join(format!("{name}.toml"));
    if !is_free_name(name) || !file.is_file() {
        return Err(Error::NoSuchTemplate(name.to_owned()));
    }
    read(&file)
}

/// Reads and checks the template in a file, wherever it lies; its pictures lie beside it.
///
/// # Errors
/// [`Error::Template`] with everything that is wrong with it, [`Error::TemplateFile`].
pub fn read(file: &Path) -> Result<Template, Error> {
    let text = bounded(file, LARGEST_TEXT).and_then(|bytes| String::from_utf8(bytes).map_err(invalid));
    parse(&stem(file), &text.map_err(at(file))?, file.parent().unwrap_or(Path::new("")))
}

/// Checks a text as a template whose pictures lie in `pictures`.
///
/// # Errors
/// [`Error::Template`] with everything that is wrong with it, [`Error::TemplateFile`].
pub fn parse(name: &str, text: &str, pictures: &Path) -> Result<Template, Error> {
    let mut files = Vec::new();
    for name in Template::pictures_named(text) {
        let path = pictures.join(&name);
        match bounded(&path, LARGEST_PICTURE + 1) {
            Ok(bytes) => files.push(TemplateFile::new(name, &bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {} // the template then says which line misses it
            Err(source) => return Err(Error::TemplateFile { path, source }),
        }
    }
    Ok(Template::parse(name, text, &files)?)
}

/// Takes a template and its pictures over into the office's, under its own name or another one. Nothing is overwritten.
///
/// # Errors
/// [`Error::Template`], [`Error::TemplateName`] for a name that is one of ours or no file name,
/// [`Error::TemplateExists`], [`Error::TemplateFile`].
pub fn import(archive: &Archive, file: &Path, name: Option<&str>) -> Result<Template, Error> {
    let template = read(file)?;
    let name = name.map_or_else(|| stem(file), str::to_owned);
    add(archive, &Template { name, ..template })
}

/// Adds a template to the office's; nothing is overwritten.
///
/// # Errors
/// As [`import`].
pub fn add(archive: &Archive, template: &Template) -> Result<Template, Error> {
    if folder(archive.folder()).join(format!("{}.toml", template.name)).exists() {
        return Err(Error::TemplateExists(template.name.clone()));
    }
    save(archive, template)
}

/// Whether a template of this name came with the program.
#[must_use]
pub fn is_shipped(name: &str) -> bool {
    SHIPPED.iter().any(|(shipped, _)| *shipped == name)
}

/// Writes a template of the office, over an earlier edition of it: editions that cards were issued with stay in the
/// register's database.
///
/// # Errors
/// [`Error::TemplateName`], [`Error::TemplateExists`] for a picture of the same name that another template uses,
/// [`Error::TemplateFile`].
pub fn save(archive: &Archive, template: &Template) -> Result<Template, Error> {
    if !is_free_name(&template.name) {
        return Err(Error::TemplateName(template.name.clone()));
    }
    let folder = folder(archive.folder());
    fs::create_dir_all(&folder).map_err(at(&folder))?;
    for file in &template.files {
        let path = folder.join(&file.name);
        match bounded(&path, LARGEST_PICTURE + 1) {
            Ok(there) if *there == *file.bytes => {}
            Ok(_) => return Err(Error::TemplateExists(file.name.clone())),
            Err(_) => write(&path, &file.bytes)?,
        }
    }
    // the text last: a template never stands without its pictures
    write(&folder.join(format!("{}.toml", template.name)), template.text.as_bytes())?;
    archive.store.record("template-saved", &template.name, &template.sha256())?;
    Ok(template.clone())
}

/// How a card with this template looks: a person made up, the branch and programmes of the settings. `long`: a person
/// with as long a name as there is. `None` where the template has no back.
///
/// # Errors
/// [`Error::Document`] where the font of the program cannot be read.
pub fn drawing(template: &Template, back: bool, settings: &Settings, long: bool) -> Result<Option<Drawing>, Error> {
    let name = if long { "RADEN MAS SURYA ADIKUSUMA WARDHANA PRAWIRANEGARA HADININGRAT" } else { "SITI AMINAH" };
    // none of these numbers belongs to a person (DOMAIN.md, section 10)
    let (Ok(kpj), Ok(nik), Ok(npp)) =
        (Kpj::parse("24123456782"), Nik::parse("3522016501990001"), Npp::parse("24101780"))
    else {
        return Ok(None);
    };
    let worker = Worker {
        kpj,
        identity: Identity::Nik(nik),
        name: name.to_owned(),
        birth_date: NaiveDate::from_ymd_opt(1999, 1, 25),
        sex: Some(Sex::Female),
        membership_date: NaiveDate::from_ymd_opt(2026, 11, 1),
    };
    let or = |text: &str, otherwise: &str| if text.trim().is_empty() { otherwise.to_owned() } else { text.to_owned() };
    let settings = Settings {
        branch: or(&settings.branch, "Kantor Cabang Contoh"),
        programmes: or(&settings.programmes, "JKK, JKM, JHT, JP"),
        ..Settings::default()
    };
    let facts = Facts { worker: &worker, company: "PT CONTOH MAJU", npp: &npp, settings: &settings };
    Ok(document::drawing(template, back, facts)?)
}

/// Makes a template the one of cards to come.
///
/// # Errors
/// As [`load`], and [`Error::Store`] when the settings cannot be written.
pub fn choose(archive: &mut Archive, name: &str) -> Result<(), Error> {
    let template = load(archive.folder(), name)?.name;
    archive.change_settings(|settings| Ok(Settings { template, ..settings.clone() }))?;
    Ok(())
}

/// The template that a receipt's cards were made with, and whether the one of that name is another today; `None` for
/// receipts from before templates.
///
/// # Errors
/// [`Error::Store`], [`Error::Template`] where this program reads templates otherwise than the one that issued.
pub fn of_receipt(archive: &Archive, number: &ReceiptNumber) -> Result<Option<(Template, bool)>, Error> {
    let Some(StoredTemplate { name, text, files, .. }) = archive.store.template_of(number)? else { return Ok(None) };
    let files: Vec<_> = files.into_iter().map(|(name, bytes)| TemplateFile::new(name, &bytes)).collect();
    let template = Template::parse(&name, &text, &files)?;
    let changed = load(archive.folder(), &name).map_or(true, |today| today.sha256() != template.sha256());
    Ok(Some((template, changed)))
}

/// As the database keeps it.
pub(super) fn stored(template: &Template) -> StoredTemplate {
    StoredTemplate {
        name: template.name.clone(),
        sha256: template.sha256(),
        text: template.text.clone(),
        files: template.files.iter().map(|file| (file.name.clone(), file.bytes.to_vec())).collect(),
    }
}

/// Whether an office's template may have this name: short, a file name on every system, and none of ours.
pub(super) fn is_free_name(name: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || " -_.".contains(c);
    let edges = [name.chars().next(), name.chars().last()];
    !name.is_empty()
        && name.chars().count() <= 60
        && name.chars().all(plain)
        && edges.into_iter().flatten().all(char::is_alphanumeric)
        && SHIPPED.iter().all(|(shipped, _)| !shipped.eq_ignore_ascii_case(name))
        && !is_reserved(name)
}

/// Names that Windows keeps for devices, whatever follows their first dot.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |device| stem.strip_prefix(device).is_some_and(|n| matches!(n.as_bytes(), [b'0'..=b'9']));
    ["CON", "PRN", "AUX", "NUL"].contains(&stem.as_str()) || numbered("COM") || numbered("LPT")
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> Error {
    move |source| Error::TemplateFile { path: path.to_owned(), source }
}

fn invalid<E: Into<Box<dyn std::error::Error + Send + Sync>>>(error: E) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}

/// A file of at most so many bytes.
fn bounded(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = fs::File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if read as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    whole::write(path, bytes).map_err(at(path))
}
