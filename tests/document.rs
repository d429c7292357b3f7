//! Documents read back with programs that did not write them: poppler and qpdf.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

use cetak_kpj::{
    document::template::{Template, shipped},
    document::{CardsDocument, DocumentError, Place, Written, covers, write_cards, write_receipt},
    domain::{
        Edition, Identity, IssuedCard, Kpj, Nik, Npp, Paper, Receipt, ReceiptNumber, ReceiptPaper, Settings, Worker,
    },
    progress::{Cancelled, Progress, Silent, Stage},
};
use chrono::NaiveDate;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::Command,
    sync::Mutex,
};
use tempfile::TempDir;

/// Sixty characters, the longest that a list may hold.
const LONGEST: &str = "RADEN MAS SURYA ADIKUSUMA WARDHANA PRAWIRANEGARA HADININGRAT";
const NAMES: [&str; 6] =
    ["SITI AMINAH", "AGUS SALIM, S.KOM.", LONGEST, "SUKARNO", "NI LUH PUTU AYU MA'RUF", "JOSÉ D'ÁVILA"];

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Regency 99 does not exist, so no number belongs to anyone.
fn worker(n: u32) -> Worker {
    let nik = format!("3599{:02}{:02}{:02}{:02}{:04}", n % 90 + 1, n % 28 + 1, n % 12 + 1, n % 40 + 60, n % 9999 + 1);
    Worker {
        kpj: Kpj::synthetic(2_400_000_001 + u64::from(n)).unwrap(),
        identity: if n % 10 == 7 {
            Identity::Passport(format!("X99{n:05}"))
        } else {
            Identity::Nik(Nik::parse(&nik).unwrap())
        },
        name: NAMES[n as usize % NAMES.len()].to_owned(),
        birth_date: (n % 3 != 2).then(|| day(1990, 1, 25)),
        sex: None,
        membership_date: n.is_multiple_of(2).then(|| day(2026, 11, 1)),
    }
}

fn named(name: &str) -> Worker {
    Worker { name: name.to_owned(), ..worker(0) }
}

fn workers(count: u32) -> Vec<Worker> {
    (0..count).map(worker).collect()
}

fn settings() -> Settings {
    Settings {
        branch: "Kantor Cabang Bojonegoro".into(),
        kop: vec!["Jl. Contoh Raya No. 12, Bojonegoro".into(), "Telepon (0353) 000000".into()],
        place: "Bojonegoro".into(),
        officer: "Rina Kartikasari".into(),
        officer_title: "Penata Madya Administrasi Peserta".into(),
        ..Settings::default()
    }
}

fn template(name: &str) -> Template {
    shipped(name).unwrap().unwrap()
}

fn receipt(cards: &[Worker]) -> Receipt {
    Receipt {
        number: ReceiptNumber("0001/2026".into()),
        date: day(2026, 11, 20),
        npp: Npp::parse("24101780").unwrap(),
        company: "PT Contoh Maju Sejahtera".into(),
        ro: Some("Dimas Aditya".into()),
        cards: cards.iter().zip(5..).map(|(worker, row)| IssuedCard { worker: worker.clone(), row }).collect(),
        edition: Edition::Original,
        seal: None,
    }
}

fn cards_to(
    output: &mut dyn Write,
    workers: &[Worker],
    paper: Paper,
    settings: &Settings,
    progress: &dyn Progress,
) -> Result<Written, DocumentError> {
    let workers: Vec<&Worker> = workers.iter().collect();
    let npp = Npp::parse("24101780").unwrap();
    let document = CardsDocument {
        workers: &workers,
        company: "PT Contoh Maju Sejahtera",
        npp: &npp,
        date: day(2026, 11, 20),
        paper,
        start_at: 1,
        template: &template("warna"),
        settings,
    };
    write_cards(&document, output, progress)
}

/// A document on disk, for other programs to read.
struct Pdf {
    _folder: TempDir,
    path: PathBuf,
    bytes: Vec<u8>,
    written: Written,
}

impl Pdf {
    fn new(write: impl FnOnce(&mut Vec<u8>) -> Result<Written, DocumentError>) -> Self {
        let mut bytes = Vec::new();
        let written = write(&mut bytes).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("document.pdf");
        std::fs::write(&path, &bytes).unwrap();
        Self { _folder: folder, path, bytes, written }
    }

    fn cards(workers: &[Worker], paper: Paper) -> Self {
        Self::new(|bytes| cards_to(bytes, workers, paper, &settings(), &Silent))
    }

    fn receipt(receipt: &Receipt, settings: &Settings) -> Self {
        Self::new(|bytes| write_receipt(receipt, settings, None, bytes, &Silent))
    }

    fn text(&self) -> String {
        tool("pdftotext", &["-layout"], &self.path, &["-"])
    }

    /// The text of each page.
    fn pages(&self) -> Vec<String> {
        self.text().trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
    }

    /// A line of pdfinfo.
    fn info(&self, key: &str) -> String {
        let info = tool("pdfinfo", &[], &self.path, &[]);
        let line = info.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
        line.unwrap_or_default().trim().to_owned()
    }

    /// What every document must be: sound, as long as it says, with its fonts inside.
    fn assert_sound(&self) {
        let report = tool("qpdf", &["--check"], &self.path, &[]);
        assert!(report.contains("No syntax or stream encoding errors"), "{report}");
        assert_eq!(self.info("Pages"), self.written.pages.to_string());
        let hash: Vec<String> = Sha256::digest(&self.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(self.written.sha256, hash.concat());

        let fonts = tool("pdffonts", &[], &self.path, &[]);
        let fonts: Vec<&str> = fonts.lines().skip(2).collect();
        assert_eq!(fonts.len(), 2, "{fonts:?}");
        for font in fonts {
            assert!(font.contains("+CetakSans-") && font.contains("yes yes yes"), "embedded, subset, Unicode: {font}");
        }
        let has = |text: &str| self.bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(has("/Lang <69642D4944>"), "the language is id-ID");
        assert!(!has("GTS_PDFX"), "no claim of a standard that the document does not follow");
        assert_eq!(self.info("Author"), "Kantor Cabang Bojonegoro");
        assert_eq!(self.info("CreationDate"), "Fri Nov 20 00:00:00 2026 UTC");
        self.assert_lasting();
    }

    /// What PDF/A-2b asks of the file beyond that, as far as qpdf and poppler can see it. No conformance is claimed.
    fn assert_lasting(&self) {
        let json: Value = serde_json::from_str(&tool("qpdf", &["--json"], &self.path, &[])).unwrap();
        let objects = &json["qpdf"][1];
        let at = |reference: &Value| &objects[format!("obj:{}", reference.as_str().unwrap())];
        let trailer = &objects["trailer"]["value"];
        assert!(trailer["/Encrypt"].is_null() && trailer["/ID"].is_array());
        let catalog = &at(&trailer["/Root"])["value"];
        let intent = &catalog["/OutputIntents"][0];
        assert_eq!(
            at(&intent["/DestOutputProfile"])["stream"]["dict"]["/N"],
            3,
            "all colours are RGB, and it says which"
        );
        let description = &at(&catalog["/Metadata"])["stream"]["dict"];
        assert!(description["/Filter"].is_null(), "{description}");
        let xmp = tool("pdfinfo", &["-meta"], &self.path, &[]);
        for text in [self.info("Title"), self.info("Author"), self.info("Producer"), "2026-11-20T00:00:00".to_owned()] {
            assert!(xmp.contains(&text.replace('&', "&amp;")), "{text} in {xmp}");
        }
        assert!(!xmp.contains("pdfaid"));
        for (name, object) in objects.as_object().unwrap() {
            let dictionary = if object["stream"].is_null() { &object["value"] } else { &object["stream"]["dict"] };
            let filter = &dictionary["/Filter"];
            assert!(filter.is_null() || filter == "/FlateDecode", "{name}: {filter}");
            assert!(dictionary["/Type"] != "/FontDescriptor" || dictionary["/FontFile2"].is_string(), "{name}");
        }
    }
}

fn tool(program: &str, before: &[&str], file: &Path, after: &[&str]) -> String {
    let output = Command::new(program)
        .env("TZ", "UTC")
        .args(before)
        .arg(file)
        .args(after)
        .output()
        .unwrap_or_else(|error| panic!("{program} is needed (packages poppler-utils and qpdf): {error}"));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{program}: {text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// Text without breaks between lines and columns: a name over two lines is one name.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_card_is_found_in_the_text_on_the_page_where_it_belongs() {
    let people = workers(23);
    for (paper, size, cards_a_page) in [
        (Paper::Card, "242.646 x 153.014 pts", 1),
        (Paper::A4, "595.276 x 841.89 pts (A4)", 10),
        (Paper::F4, "609.449 x 935.433 pts", 10),
    ] {
        let pdf = Pdf::cards(&people, paper);
        pdf.assert_sound();
        assert_eq!(pdf.info("Page size"), size);
        assert_eq!(pdf.info("Title"), "KPJ 24101780 PT Contoh Maju Sejahtera 20-11-2026");
        let raw = tool("pdftotext", &["-raw"], &pdf.path, &["-"]);
        let pages: Vec<String> = raw.trim_end_matches('\u{c}').split('\u{c}').map(joined).collect();
        assert_eq!(pages.len(), people.len().div_ceil(cards_a_page));
        for (page, people) in pages.iter().zip(people.chunks(cards_a_page)) {
            for person in people {
                let label = if person.identity.nik().is_some() { "NIK" } else { "Paspor" };
                let found = format!("No. KPJ {} {} {label} {}", person.kpj, person.name, person.identity.as_str());
                assert!(page.contains(&found), "{found} in {page}");
            }
            for words in ["KARTU PESERTA", "BPJS KETENAGAKERJAAN", "Kantor Cabang Bojonegoro"] {
                assert_eq!(page.matches(words).count(), people.len(), "{words}");
            }
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_and_another_input_another_identity() {
    let identity = |pdf: &Pdf| {
        let text = String::from_utf8_lossy(&pdf.bytes).into_owned();
        text.rsplit_once("/ID [<").map(|(_, rest)| rest[..32].to_owned()).unwrap()
    };
    let first = Pdf::cards(&workers(3), Paper::A4);
    assert_eq!(first.bytes, Pdf::cards(&workers(3), Paper::A4).bytes);
    assert_ne!(identity(&first), identity(&Pdf::cards(&workers(4), Paper::A4)));
    let receipt = receipt(&workers(40));
    assert_eq!(Pdf::receipt(&receipt, &settings()).bytes, Pdf::receipt(&receipt, &settings()).bytes);
}

#[test]
fn a_thousand_cards_share_one_artwork() {
    let pdf = Pdf::cards(&workers(1000), Paper::Card);
    pdf.assert_sound();
    let forms = pdf.bytes.windows(14).filter(|window| window == b"/Subtype /Form").count();
    assert_eq!(forms, 1);
    assert!(pdf.bytes.len() < 1000 * 800, "{} bytes", pdf.bytes.len());
    assert_eq!(pdf.text().matches("No. KPJ").count(), 1000);
}

#[test]
fn no_word_comes_near_the_edge_of_its_card() {
    let wide = "W".repeat(60);
    let people: Vec<Worker> =
        [LONGEST, wide.as_str(), "MWMWMWMWMWMWMWMWMWMWMWMWMWMWM WMWMWMWMWMWMWMWMWMWMWMWMWMWMW", "I"]
            .map(named)
            .into_iter()
            .chain([Worker { identity: Identity::Passport("W".repeat(20)), ..worker(0) }])
            .collect();
    let mut settings = settings();
    settings.branch = format!("Kantor Cabang {}", "Mahakam ".repeat(12));
    let pdf = Pdf::new(|bytes| cards_to(bytes, &people, Paper::Card, &settings, &Silent));
    let boxes = tool("pdftotext", &["-bbox"], &pdf.path, &["-"]);
    let millimetres = |word: &str, key: &str| {
        let (_, rest) = word.split_once(&format!("{key}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse::<f64>().unwrap() * 25.4 / 72.0
    };
    let words: Vec<&str> = boxes.lines().filter(|line| line.contains("<word ")).collect();
    assert!(words.len() > 60);
    for word in words {
        assert!(millimetres(word, "xMin") >= 3.0 && millimetres(word, "xMax") <= 85.6 - 3.0, "{word}");
        // the box of a word includes the room for accents and descenders, which capitals and digits do not use
        assert!(millimetres(word, "yMin") >= 3.0 && millimetres(word, "yMax") <= 53.98 - 2.5, "{word}");
    }
}

/// The words of a page as poppler finds them, millimetres from the top left corner: word, left, baseline.
fn words(page: &str, points: f64) -> Vec<(&str, f64, f64)> {
    // a word is as high as the font says its letters may be
    let ascent = 1.069 * points;
    let of = |line: &str, key: &str| {
        let (_, rest) = line.split_once(&format!("{key}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse::<f64>().unwrap()
    };
    let lines = page.lines().filter(|line| line.contains("<word "));
    let word = |line| -> (&str, f64, f64) {
        let line: &str = line;
        let text = line.split_once('>').unwrap().1.trim_end_matches("</word>");
        (text, of(line, "xMin") * 25.4 / 72.0, (of(line, "yMin") + ascent) * 25.4 / 72.0)
    };
    lines.map(word).collect()
}

#[test]
fn numbers_stand_within_a_tenth_of_a_millimetre_of_where_the_template_puts_them() {
    let people = workers(23);
    let upright = |page: (f64, f64), gap: (f64, f64)| {
        let margin = ((page.0 - 2.0 * 85.6 - gap.0) / 2.0, (page.1 - 5.0 * 53.98 - 4.0 * gap.1) / 2.0);
        let place = |n: i32| {
            let (column, row) = (f64::from(n % 2), f64::from(n / 2));
            (margin.0 + column * (85.6 + gap.0), margin.1 + row * (53.98 + gap.1))
        };
        (0..10).map(place).collect::<Vec<_>>()
    };
    for (paper, places) in [
        (Paper::Card, vec![(0.0, 0.0)]),
        (Paper::A4, upright((210.0, 297.0), (4.0, 2.0))),
        (Paper::F4, upright((215.0, 330.0), (4.0, 2.0))),
    ] {
        let pdf = Pdf::cards(&people, paper);
        let boxes = tool("pdftotext", &["-bbox"], &pdf.path, &["-"]);
        let pages: Vec<&str> = boxes.split("<page ").skip(1).collect();
        for (page, people) in pages.iter().zip(people.chunks(places.len())) {
            for (person, (x, y)) in people.iter().zip(&places) {
                for (number, points, baseline) in
                    [(person.kpj.as_str(), 20.0, 27.6), (person.identity.as_str(), 9.0, 45.4)]
                {
                    let near = |found: &&(&str, f64, f64)| {
                        found.0 == number && (found.1 - x - 6.0).abs() < 0.1 && (found.2 - y - baseline).abs() < 0.1
                    };
                    let words = words(page, points);
                    assert!(words.iter().find(near).is_some(), "{paper:?} {x} {y} {number} {words:?}");
                }
            }
        }
    }
}

#[test]
fn a_receipt_says_all_it_must_and_shows_no_whole_nik() {
    let people = workers(12);
    let pdf = Pdf::receipt(&receipt(&people), &settings());
    pdf.assert_sound();
    assert_eq!(pdf.info("Page size"), "595.276 x 841.89 pts (A4)");
    let text = joined(&pdf.text());
    for words in [
        "BPJS KETENAGAKERJAAN Kantor Cabang Bojonegoro Jl. Contoh Raya No. 12, Bojonegoro Telepon (0353) 000000",
        "TANDA TERIMA Kartu Peserta (KPJ) Nomor : 0001/2026",
        "Tanggal : 20 November 2026",
        "NPP : 24101780",
        "Nama Perusahaan : PT Contoh Maju Sejahtera",
        "Pembina (RO) : Dimas Aditya",
        "Jumlah kartu : 12 (dua belas) lembar",
        "No No. KPJ Nama NIK Keterangan",
        "Bojonegoro, 20 November 2026",
        "Yang Menyerahkan, Yang Menerima,",
        "Rina Kartikasari",
        "Penata Madya Administrasi Peserta",
        "(nama jelas, tanda tangan, stempel perusahaan)",
        "Lembar 1: untuk perusahaan · Lembar 2: untuk arsip",
        "Halaman 1 dari 1",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    let raw = joined(&tool("pdftotext", &["-raw"], &pdf.path, &["-"]));
    for (person, position) in people.iter().zip(1..) {
        let row = format!("{position} {} {} {}", person.kpj, person.name, person.identity.masked());
        assert!(raw.contains(&row), "{row} in {raw}");
        assert!(!raw.contains(person.identity.as_str()));
    }

    let without = Settings { receipt_shows_nik: false, receipt_paper: ReceiptPaper::F4, ..settings() };
    let pdf = Pdf::receipt(&receipt(&people), &without);
    assert_eq!(pdf.info("Page size"), "609.449 x 935.433 pts");
    let text = joined(&pdf.text());
    assert!(text.contains("No No. KPJ Nama Keterangan") && !text.contains("***"), "{text}");
}

#[test]
fn a_long_receipt_repeats_its_head_and_is_signed_once() {
    let people = workers(200);
    let pdf = Pdf::receipt(&receipt(&people), &Settings { receipt_annex_from: 0, ..settings() });
    pdf.assert_sound();
    let pages = pdf.pages();
    assert!(pages.len() >= 5);
    for (page, number) in pages.iter().zip(1..) {
        let text = joined(page);
        assert!(text.contains("No No. KPJ Nama NIK Keterangan"), "{text}");
        assert!(text.contains(&format!("Halaman {number} dari {}", pages.len())), "{text}");
        assert!(text.contains("0001/2026") && text.contains("PT Contoh Maju Sejahtera"), "{text}");
        assert_eq!(text.contains("Yang Menerima"), number == pages.len());
    }
    let text = pages.concat();
    for person in &people {
        assert_eq!(text.matches(person.kpj.as_str()).count(), 1);
    }
}

#[test]
fn an_office_that_has_set_nothing_gets_documents_all_the_same() {
    let bare = Settings::default();
    let receipt = Receipt { ro: None, cards: Vec::new(), ..receipt(&[]) };
    let text = joined(&Pdf::receipt(&receipt, &bare).text());
    assert!(text.starts_with("BPJS Ketenagakerjaan TANDA TERIMA"), "{text}");
    assert!(text.contains("Jumlah kartu : 0 (nol) lembar") && !text.contains("Pembina"), "{text}");
    let pdf = Pdf::new(|bytes| cards_to(bytes, &workers(1), Paper::Card, &bare, &Silent));
    assert!(joined(&pdf.text()).ends_with("3599010101600001 25-01-1990 01-11-2026"), "{}", pdf.text());
}

#[test]
fn a_character_that_the_font_lacks_is_refused_before_the_first_byte() {
    assert!(covers('É') && covers(' ') && !covers('王') && !covers('\u{200b}'));
    let strange = |text: &str| format!("{text}王");
    let place = |error: DocumentError| {
        assert!(!format!("{error} {error:?}").contains("SITI"), "the message holds no name: {error}");
        match error {
            DocumentError::MissingGlyph { character: '王', place } => place,
            other => panic!("{other}"),
        }
    };
    let mut bytes = Vec::new();
    let people = [named("BUDI"), named(&strange("SITI"))];
    let error = cards_to(&mut bytes, &people, Paper::A4, &settings(), &Silent).unwrap_err();
    assert_eq!(error.to_string(), "the font cannot show '王' (U+738B) in card 2");
    assert_eq!(place(error), Place::Card(2));

    let good = receipt(&people[..1]);
    for (expected, receipt, settings) in [
        (Place::Card(2), receipt(&people), settings()),
        (Place::Company, Receipt { company: strange("PT"), ..good.clone() }, settings()),
        (Place::Ro, Receipt { ro: Some(strange("RO")), ..good.clone() }, settings()),
        (Place::Number, Receipt { number: ReceiptNumber(strange("1/")), ..good.clone() }, settings()),
        (Place::Branch, good.clone(), Settings { branch: strange("K"), ..settings() }),
        (Place::Kop(2), good.clone(), Settings { kop: vec!["Jl.".into(), strange("T")], ..settings() }),
        (Place::City, good.clone(), Settings { place: strange("B"), ..settings() }),
        (Place::Officer, good.clone(), Settings { officer: strange("R"), ..settings() }),
        (Place::OfficerTitle, good.clone(), Settings { officer_title: strange("P"), ..settings() }),
    ] {
        assert_eq!(place(write_receipt(&receipt, &settings, None, &mut bytes, &Silent).unwrap_err()), expected);
    }
    assert!(matches!(cards_to(&mut bytes, &[], Paper::Card, &settings(), &Silent), Err(DocumentError::NoCards)));
    assert!(bytes.is_empty());
}

/// Remembers what it hears, and stops the work when enough is done.
struct StopAt(usize, Mutex<Vec<(Stage, usize, usize)>>);

impl Progress for StopAt {
    fn report(&self, stage: Stage, done: usize, total: usize) -> Result<(), Cancelled> {
        self.1.lock().unwrap().push((stage, done, total));
        if done >= self.0 { Err(Cancelled) } else { Ok(()) }
    }
}

#[test]
fn work_tells_how_far_it_is_and_stops_when_asked() {
    let people = workers(2000);
    let listener = StopAt(usize::MAX, Mutex::default());
    cards_to(&mut io::sink(), &people, Paper::Card, &settings(), &listener).unwrap();
    write_receipt(&receipt(&people), &settings(), None, &mut io::sink(), &listener).unwrap();
    let heard = listener.1.into_inner().unwrap();
    for stage in [Stage::Cards, Stage::Receipt] {
        let heard: Vec<usize> = heard.iter().filter(|r| r.0 == stage).map(|r| r.1).collect();
        assert!(heard.is_sorted() && heard.first() == Some(&0) && heard.last() == Some(&2000), "{heard:?}");
        assert!(heard.iter().any(|done| (1..2000).contains(done)), "{heard:?}");
    }
    for stop in [0, 1] {
        let listener = StopAt(stop, Mutex::default());
        let result = cards_to(&mut io::sink(), &people, Paper::Card, &settings(), &listener);
        assert!(matches!(result, Err(DocumentError::Cancelled(_))));
        let result = write_receipt(&receipt(&people), &settings(), None, &mut io::sink(), &listener);
        assert!(matches!(result, Err(DocumentError::Cancelled(_))));
    }
}

/// A disk with room for so many bytes.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_is_an_error_at_whichever_byte_it_fills() {
    let people = workers(2);
    let size = Pdf::cards(&people, Paper::Card).bytes.len();
    for room in [0, 20, size / 2, size - 1] {
        let result = cards_to(&mut Full(room), &people, Paper::Card, &settings(), &Silent);
        assert!(matches!(result, Err(DocumentError::Io(_))), "{room} of {size}");
    }
    assert!(cards_to(&mut Full(size), &people, Paper::Card, &settings(), &Silent).is_ok());
}
