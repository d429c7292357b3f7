//! Printing through a real CUPS server, started for the test in a folder of its own; what comes out of its printers
//! is read with poppler.
#![cfg(unix)]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod office;

use office::{Office, pdf_text};
use serde_json::Value;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A CUPS server with printers that write what they print into files.
struct Cups {
    folder: TempDir,
    server: Child,
    port: u16,
}

/// What a printer is: papers in points with their margins, and the filter that refuses everything where it is broken.
const PPD: &str = r#"*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "TEST.PPD"
*Manufacturer: "Test"
*Product: "(Test)"
*ModelName: "Test"
*ShortNickName: "Test"
*NickName: "Test"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*cupsManualCopies: True
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
"#;

fn ppd(papers: &[(&str, f32, f32, f32)]) -> String {
    let first = papers[0].0;
    let mut text = PPD.to_owned();
    for option in ["PageSize", "PageRegion"] {
        text += &format!("*OpenUI *{option}/Size: PickOne\n*OrderDependency: 10 AnySetup *{option}\n");
        text += &format!("*Default{option}: {first}\n");
        for (name, width, height, _) in papers {
            text += &format!("*{option} {name}/{name}: \"<</PageSize[{width} {height}]>>setpagedevice\"\n");
        }
        text += &format!("*CloseUI: *{option}\n");
    }
    text += &format!("*DefaultImageableArea: {first}\n*DefaultPaperDimension: {first}\n");
    for (name, width, height, margin) in papers {
        let (right, top) = (width - margin, height - margin);
        text += &format!("*ImageableArea {name}/{name}: \"{margin} {margin} {right} {top}\"\n");
        text += &format!("*PaperDimension {name}/{name}: \"{width} {height}\"\n");
    }
    text
}

impl Cups {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().display();
        for name in ["etc/ppd", "spool/tmp", "cache", "state", "log", "out"] {
            fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        let write = |name: &str, text: String| fs::write(folder.path().join(name), text).unwrap();
        // a port that is free now; CUPS takes none by itself
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        write(
            "etc/cups-files.conf",
            format!(
                "ServerRoot {root}/etc\nRequestRoot {root}/spool\nTempDir {root}/spool/tmp\nCacheDir {root}/cache\n\
                 StateDir {root}/state\nAccessLog {root}/log/access\nErrorLog {root}/log/error\nPageLog {root}/log/page\n\
                 FileDevice Yes\nSandboxing Relaxed\n"
            ),
        );
        write(
            "etc/cupsd.conf",
            format!(
                "LogLevel debug\nListen 127.0.0.1:{port}\nBrowsing Off\nWebInterface No\nDefaultAuthType None\n\
                 <Location />\nOrder allow,deny\nAllow from 127.0.0.1\n</Location>\n\
                 <Policy default>\n<Limit All>\nOrder allow,deny\nAllow from 127.0.0.1\n</Limit>\n</Policy>\n"
            ),
        );
        let printer = |kind: &str, name: &str, info: &str, more: &str| {
            format!(
                "<{kind} {name}>\nInfo {info}\nDeviceURI file://{root}/out/{name}.pdf\nState Idle\nShared No\n\
                 JobSheets none none\nErrorPolicy abort-job\n{more}\n</{kind}>\n"
            )
        };
        write(
            "etc/printers.conf",
            printer("Printer", "kartu", "Printer kartu di loket", "Accepting Yes")
                + &printer("DefaultPrinter", "kantor", "Kantor depan", "Accepting Yes")
                + &printer("Printer", "rusak", "Sedang diperbaiki", "Accepting No"),
        );
        let a4 = ("A4", 595.0, 842.0, 18.0);
        write("etc/ppd/kartu.ppd", ppd(&[a4, ("CR80", 242.65, 153.01, 0.0)]));
        write("etc/ppd/kantor.ppd", ppd(&[a4]));
        write("etc/ppd/rusak.ppd", ppd(&[a4]));
        let config = |name: &str| folder.path().join("etc").join(name);
        let program = if Path::new("/usr/sbin/cupsd").exists() { "/usr/sbin/cupsd" } else { "cupsd" };
        let server = Command::new(program)
            .arg("-f")
            .arg("-c")
            .arg(config("cupsd.conf"))
            .arg("-s")
            .arg(config("cups-files.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("cupsd, as .ci/setup installs it: {error}"));
        let mut cups = Self { folder, server, port };
        let since = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(cups.server.try_wait().unwrap().is_none(), "cupsd ended: {}", cups.log());
            assert!(since.elapsed() < Duration::from_mins(1), "cupsd does not listen: {}", cups.log());
            std::thread::sleep(Duration::from_millis(20));
        }
        cups
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log/error")).unwrap_or_default()
    }

    /// Exit code and JSON of `kpj`, printing here.
    fn kpj(&self, office: &Office, arguments: &[&str]) -> (i32, Value) {
        let mut command = office.kpj(&[&["--json"], arguments].concat());
        let output = command.env("CUPS_SERVER", format!("127.0.0.1:{}", self.port)).output().unwrap();
        let json = serde_json::from_slice(&output.stdout);
        let json = json.unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
        (output.status.code().unwrap(), json)
    }

    /// What came out of a printer since it was last looked at.
    fn out(&self, printer: &str) -> PathBuf {
        let path = self.folder.path().join(format!("out/{printer}.pdf"));
        let since = Instant::now();
        loop {
            let whole = fs::read(&path).is_ok_and(|bytes| bytes.trim_ascii_end().ends_with(b"%%EOF"));
            if whole {
                let taken = self.folder.path().join("out/taken.pdf");
                fs::rename(&path, &taken).unwrap();
                return taken;
            }
            assert!(since.elapsed() < Duration::from_mins(1), "nothing comes out: {}", self.log());
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Cups {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Width and height of each page in millimetres, as poppler sees them.
fn sizes(pdf: &Path) -> Vec<(f64, f64)> {
    let output = Command::new("pdfinfo").args(["-f", "1", "-l", "999"]).arg(pdf).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let size = |line: &str| {
        let words: Vec<_> = line.split_whitespace().collect();
        let number = |at: usize| words[at].parse::<f64>().unwrap() * 25.4 / 72.0;
        (number(3), number(5))
    };
    text.lines().filter(|line| line.starts_with("Page") && line.contains("size:")).map(size).collect()
}

#[track_caller]
fn is_size(found: (f64, f64), expected: (f64, f64)) {
    let near = |a: f64, b: f64| (a - b).abs() < 0.1;
    assert!(near(found.0, expected.0) && near(found.1, expected.1), "{found:?} is not {expected:?}");
}

/// Left edge, top edge, width and height of the ink on a page in millimetres.
fn ink(pdf: &Path, page: usize) -> [f64; 4] {
    let page = page.to_string();
    let drawn = Command::new("pdftoppm")
        .args(["-r", "254", "-gray", "-f", &page, "-l", &page])
        .arg(pdf)
        .output()
        .unwrap()
        .stdout;
    let mut parts = drawn.splitn(4, u8::is_ascii_whitespace);
    let mut number = || std::str::from_utf8(parts.next().unwrap()).unwrap().parse::<usize>().unwrap_or(0);
    let (_, width, _) = (number(), number(), number());
    let pixels = parts.next().unwrap();
    let pixels = &pixels[pixels.iter().position(|byte| *byte == b'\n').unwrap() + 1..];
    let (mut left, mut right, mut top, mut bottom) = (usize::MAX, 0, usize::MAX, 0);
    for (at, _) in pixels.iter().enumerate().filter(|(_, grey)| **grey < 200) {
        let (x, y) = (at % width, at / width);
        (left, right) = (left.min(x), right.max(x));
        (top, bottom) = (top.min(y), bottom.max(y));
    }
    [left, top, right + 1 - left, bottom + 1 - top].map(|pixels| f64::from(u32::try_from(pixels).unwrap()) / 10.0)
}

/// The KPJ numbers in a text.
fn kpjs(text: &str) -> Vec<String> {
    let is_kpj = |word: &&str| word.len() == 11 && word.bytes().all(|byte| byte.is_ascii_digit());
    text.split_whitespace().filter(is_kpj).map(str::to_owned).collect()
}

/// Where a word stands on the first page, in millimetres.
fn place(pdf: &Path, word: &str) -> (f64, f64) {
    let output = Command::new("pdftotext").args(["-l", "1", "-bbox"]).arg(pdf).arg("-").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let line = text.lines().find(|line| line.contains(word)).unwrap_or_else(|| panic!("{word} is not there: {text}"));
    let number = |name: &str| {
        let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse::<f64>().unwrap() * 25.4 / 72.0
    };
    (number("xMin"), number("yMin"))
}

fn office(rows: &str) -> Office {
    let office = Office::new();
    let list = office.sample("list.xlsx", &["--rows", rows]);
    office.ok(&["issue", &list, "--npp", "24101780", "--company", "PT Contoh Maju", "--date", "2026-11-20"]);
    office
}

const CARD: (f64, f64) = (85.6, 53.98);

#[test]
fn cards_and_receipt_come_out_of_a_printer_page_by_page_in_their_own_size() {
    let (cups, office) = (Cups::start(), office("12"));
    let (code, json) = cups.kpj(&office, &["print", "--list-printers"]);
    assert_eq!(code, 0);
    let printers: Vec<_> = json["printers"].as_array().unwrap().iter().collect();
    let found = |name: &str| printers.iter().find(|printer| printer["name"] == name).unwrap();
    assert_eq!(printers.len(), 3);
    assert_eq!((&found("kantor")["default"], &found("kartu")["default"]), (&true.into(), &false.into()));
    assert_eq!(
        (&found("kartu")["description"], &found("rusak")["ready"]),
        (&"Printer kartu di loket".into(), &false.into())
    );

    // all cards, on the paper of their size
    let (code, json) = cups.kpj(&office, &["print", "0001/2026", "--what", "cards", "--printer", "kartu"]);
    let job = &json["jobs"][0];
    assert_eq!((code, &job["pages"], &job["printer"]), (0, &12.into(), &"kartu".into()), "{json:#}");
    assert!(job["paper"].is_string() && job["state"] != "failed", "{json:#}");
    let out = cups.out("kartu");
    let issued = PathBuf::from(office.path("data/documents/24101780/24101780_2026-11-20_KPJ.pdf"));
    let pages = sizes(&out);
    assert_eq!(pages.len(), 12);
    for page in pages {
        is_size(page, CARD);
    }
    let printed = pdf_text(out.to_str().unwrap());
    assert_eq!(
        printed.split_whitespace().collect::<Vec<_>>(),
        pdf_text(issued.to_str().unwrap()).split_whitespace().collect::<Vec<_>>()
    );
    for (found, expected) in ink(&out, 3).into_iter().zip(ink(&issued, 3)) {
        assert!((found - expected).abs() < 0.15, "{:?} is not {:?}", ink(&out, 3), ink(&issued, 3));
    }

    // some pages, twice, on the printer that was taken last; then those that the printer spoilt
    let (code, json) =
        cups.kpj(&office, &["print", "0001/2026", "--what", "cards", "--pages", "2,5-6", "--copies", "2"]);
    assert_eq!((code, &json["jobs"][0]["pages"], &json["jobs"][0]["printer"]), (0, &3.into(), &"kartu".into()));
    let out = cups.out("kartu");
    assert_eq!(sizes(&out).len(), 6);
    let text = pdf_text(out.to_str().unwrap());
    let all = kpjs(&printed);
    assert!(kpjs(&text).iter().all(|kpj| [&all[1], &all[4], &all[5]].contains(&kpj)), "{text}");
    office.ok(&["mark", "0001/2026", "printed", "--failed", "7", &all[10]]);
    let (code, json) = cups.kpj(&office, &["print", "0001/2026", "--what", "cards", "--spoilt"]);
    assert_eq!((code, &json["jobs"][0]["pages"]), (0, &2.into()), "{json:#}");
    assert_eq!(kpjs(&pdf_text(cups.out("kartu").to_str().unwrap())), [all[6].clone(), all[10].clone()]);

    // the receipt goes to the default printer; its paper has margins, and still nothing shrinks
    let (code, json) = cups.kpj(&office, &["print", "0001/2026", "--what", "receipt"]);
    assert_eq!((code, &json["jobs"][0]["printer"]), (0, &"kantor".into()), "{json:#}");
    let out = cups.out("kantor");
    let issued = PathBuf::from(office.path("data/documents/24101780/24101780_2026-11-20_TandaTerima.pdf"));
    for page in sizes(&out) {
        is_size(page, (210.0, 297.0));
    }
    for (found, expected) in ink(&out, 1).into_iter().zip(ink(&issued, 1)) {
        assert!((found - expected).abs() < 0.15, "{:?} is not {:?}", ink(&out, 1), ink(&issued, 1));
    }

    // a card on a printer that knows no such paper: said, and not blown up
    let (code, json) =
        cups.kpj(&office, &["print", "0001/2026", "--what", "cards", "--pages", "1", "--printer", "kantor"]);
    assert_eq!((code, &json["jobs"][0]["paper"]), (0, &Value::Null), "{json:#}");
    // the sheet may turn it
    let [_, _, width, height] = ink(&cups.out("kantor"), 1);
    let near = |a: f64, b: f64| (a - b).abs() < 0.2;
    assert!(near(width.max(height), CARD.0) && near(width.min(height), CARD.1), "{width} x {height}");
}

#[test]
fn what_a_printer_misses_is_put_right_on_paper_and_nowhere_else() {
    let (cups, office) = (Cups::start(), office("2"));
    let issued = PathBuf::from(office.path("data/documents/24101780/24101780_2026-11-20_TandaTerima.pdf"));
    let before = fs::read(&issued).unwrap();
    office.ok(&["calibration", "set", "--printer", "kantor", "--offset-x", "4.0", "--offset-y", "-2.5"]);
    let print = ["print", "0001/2026", "--what", "receipt", "--printer", "kantor"];
    let moved = |out: &Path| {
        let [found, expected] = [ink(out, 1), ink(&issued, 1)];
        (found[0] - expected[0], found[1] - expected[1])
    };
    let near = |(x, y): (f64, f64), (right, down): (f64, f64)| (x - right).abs() < 0.15 && (y - down).abs() < 0.15;

    let (code, json) = cups.kpj(&office, &print);
    let calibration = &json["jobs"][0]["calibration"];
    assert_eq!(
        (code, &calibration["offset_x"], &calibration["offset_y"]),
        (0, &4.0.into(), &(-2.5).into()),
        "{json:#}"
    );
    let by = moved(&cups.out("kantor"));
    assert!(near(by, (4.0, -2.5)), "moved by {by:?}");
    assert_eq!(fs::read(&issued).unwrap(), before, "the archive stays as it is");

    let (code, json) = cups.kpj(&office, &[&print[..], &["--uncorrected"]].concat());
    assert_eq!((code, &json["jobs"][0]["calibration"]), (0, &Value::Null), "{json:#}");
    let by = moved(&cups.out("kantor"));
    assert!(near(by, (0.0, 0.0)), "moved by {by:?}");
    assert_eq!(office.ok(&["verify"])["ok"], true);
}

#[test]
fn single_cards_of_a_sheet_are_spoilt_and_printed_again_on_a_used_one() {
    let cups = Cups::start();
    let office = Office::new();
    let list = office.sample("list.xlsx", &["--rows", "23"]);
    let company = ["--npp", "24101780", "--company", "PT Contoh Maju", "--date", "2026-11-20", "--paper", "a4"];
    office.ok(&[&["issue", &list][..], &company].concat());
    let issued = office.path("data/documents/24101780/24101780_2026-11-20_TandaTerima.pdf");
    let all = kpjs(&pdf_text(&issued));
    assert_eq!(all.len(), 23);
    let marked = office.ok(&["mark", "0001/2026", "printed", "--failed", "3", "12-13", &all[22]]);
    assert_eq!(marked["to_print"], serde_json::json!([all[2], all[11], all[12], all[22]]));
    let again = ["print", "0001/2026", "--what", "cards", "--printer", "kantor", "--spoilt", "--start-at"];
    let code = |place: &str| cups.kpj(&office, &[&again[..], &[place]].concat()).1["error"]["code"].clone();
    assert_eq!(code("11"), "start-at");

    // the places that are used already stay empty; a second sheet takes what is left
    let (done, json) = cups.kpj(&office, &[&again[..], &["8"]].concat());
    assert_eq!((done, &json["jobs"][0]["pages"]), (0, &2.into()), "{json:#}");
    let out = cups.out("kantor");
    assert_eq!(kpjs(&pdf_text(out.to_str().unwrap())), [&all[2], &all[11], &all[12], &all[22]].map(String::clone));
    let (first, second) = (place(&out, &all[2]), place(&out, &all[11]));
    assert!(first.0 > 105.0 && second.0 < 105.0, "the eighth place is on the right, the ninth on the left");
    assert!(first.1 > 297.0 * 0.6 && second.1 > first.1 + 50.0, "{first:?} {second:?}");
    assert_eq!(office.ok(&["mark", "0001/2026", "printed"])["to_print"], serde_json::json!([]));
}

#[test]
fn the_paper_is_one_that_the_printer_has() {
    let (cups, office) = (Cups::start(), office("2"));
    let print = ["print", "0001/2026", "--what", "receipt", "--printer", "kartu", "--paper"];
    let printed = |paper: &str| cups.kpj(&office, &[&print[..], &[paper]].concat());
    let (code, json) = printed("a4");
    assert_eq!((code, &json["jobs"][0]["cut_off"]), (0, &false.into()), "{json:#}");
    is_size(sizes(&cups.out("kartu"))[0], (210.0, 297.0));
    let (code, json) = printed("card");
    assert_eq!((code, &json["jobs"][0]["cut_off"]), (0, &true.into()), "{json:#}");
    cups.out("kartu");
    for unknown in ["f4", "kertas emas"] {
        assert_eq!(printed(unknown).1["error"]["code"], "paper-not-found");
    }
}

#[test]
fn what_cannot_be_printed_is_said_and_recorded() {
    let (cups, office) = (Cups::start(), office("2"));
    let code = |arguments: &[&str]| {
        let (code, json) = cups.kpj(&office, arguments);
        (code, json["error"]["code"].as_str().unwrap_or_default().to_owned())
    };
    let print = ["print", "0001/2026", "--what", "cards"];
    assert_eq!(code(&[&print[..], &["--printer", "tidak-ada"]].concat()), (2, "printer-not-found".into()));
    assert_eq!(code(&[&print[..], &["--printer", "rusak"]].concat()), (2, "print-refused".into()));
    assert_eq!(code(&[&print[..], &["--pages", "3"]].concat()), (2, "no-such-page".into()));
    assert_eq!(code(&[&print[..], &["--spoilt"]].concat()), (2, "nothing-to-print".into()));
    assert_eq!(code(&["print", "9999/2026"]), (2, "receipt-not-found".into()));
    office.ok(&["void", "0001/2026", "--reason", "salah perusahaan"]);
    assert_eq!(code(&print), (2, "receipt-void".into()));

    // no server at all
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let output = office
        .kpj(&["--json", "print", "--list-printers"])
        .env("CUPS_SERVER", format!("127.0.0.1:{port}"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stdout).unwrap().contains("no-print-system"));
}
