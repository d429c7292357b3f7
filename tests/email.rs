//! E-mail through a real SMTP server of another make, with STARTTLS or TLS, a login and a certificate of its own; the
//! letters are taken apart by its library.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod office;

use cetak_kpj::domain::ReceiptNumber;
use cetak_kpj::domain::life::LetterState;
use cetak_kpj::domain::mail::{MailSettings, Security};
use cetak_kpj::progress::{Cancelled, Progress, Stage};
use cetak_kpj::workflow::{Archive, Error, dossier, email};
use office::Office;
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// A mail server and the certificates by which it is trusted.
struct Server {
    folder: TempDir,
    process: Child,
    port: u16,
    security: Security,
}

fn openssl(folder: &Path, arguments: &str) {
    let done = Command::new("openssl").args(arguments.split(' ')).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "openssl {arguments}: {}", String::from_utf8_lossy(&done.stderr));
}

impl Server {
    fn start(security: Security) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        openssl(at, "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=Test");
        openssl(at, "req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj /CN=localhost");
        fs::write(at.join("names"), "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n").unwrap();
        openssl(
            at,
            "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out server.pem -days 2 -extfile names",
        );
        fs::create_dir(at.join("letters")).unwrap();
        let word = if security == Security::Tls { "tls" } else { "starttls" };
        let mut process = Command::new("/usr/bin/python3")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mail_server.py"))
            .args(["letters", "server.pem", "server.key", word])
            .current_dir(at)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().parse().unwrap_or_else(|_| panic!("python3-aiosmtpd, as .ci/setup installs it: {line}"));
        Self { folder, process, port, security }
    }

    fn settings(&self) -> MailSettings {
        MailSettings {
            server: "localhost".into(),
            port: Some(self.port),
            security: self.security,
            user: "kantor".into(),
            sender: "Kantor Cabang Contoh <kantor@contoh.test>".into(),
            ..MailSettings::default()
        }
    }

    /// Exit code and JSON of `kpj email`, trusting this server.
    fn email(&self, office: &Office, password: &str, arguments: &[&str]) -> (i32, Value) {
        let mut command = office.kpj(&[&["--json", "email", "0001/2026"], arguments].concat());
        command.env("CETAK_KPJ_SMTP_PASSWORD", password).env("SSL_CERT_FILE", self.folder.path().join("ca.pem"));
        let output = command.output().unwrap();
        (output.status.code().unwrap(), serde_json::from_slice(&output.stdout).unwrap())
    }

    fn letters(&self) -> Vec<PathBuf> {
        let mut letters: Vec<_> =
            fs::read_dir(self.folder.path().join("letters")).unwrap().map(|entry| entry.unwrap().path()).collect();
        letters.sort();
        letters
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn office(mail: MailSettings) -> Office {
    let office = Office::new();
    let list = office.sample("list.xlsx", &["--rows", "3"]);
    let company = ["--npp", "24101780", "--company", "PT Maju & Jaya", "--email", "hrd@contoh.test"];
    office.ok(&[&["issue", &list, "--date", "2026-11-20"], &company[..]].concat());
    configure(&office, mail);
    office
}

fn configure(office: &Office, mail: MailSettings) {
    let mut archive = Archive::open(Path::new(&office.path("data"))).unwrap();
    let settings = archive.settings().unwrap();
    archive.save_settings(&cetak_kpj::domain::Settings { mail, ..settings }).unwrap();
}

fn status(office: &Office) -> String {
    office.ok(&["mark", "0001/2026"])["status"].as_str().unwrap().to_owned()
}

fn issued(office: &Office, word: &str) -> Vec<u8> {
    fs::read(office.path(&format!("data/documents/24101780/24101780_2026-11-20_{word}.pdf"))).unwrap()
}

#[test]
fn both_documents_reach_the_company_and_the_receipt_is_marked() {
    for security in [Security::StartTls, Security::Tls] {
        let server = Server::start(security);
        let office = office(server.settings());
        let (code, json) = server.email(&office, "rahasia", &[]);
        assert_eq!((code, &json["sent"], &json["status"]), (0, &true.into(), &"emailed".into()), "{json:#}");
        let letters = server.letters();
        assert_eq!(letters.len(), 1);
        let letter: Value = serde_json::from_slice(&fs::read(letters[0].join("letter.json")).unwrap()).unwrap();
        assert_eq!(letter["subject"], "Kartu Peserta (KPJ) PT Maju & Jaya - 0001/2026");
        assert_eq!((&letter["to"], &letter["login"]), (&"hrd@contoh.test".into(), &"kantor".into()));
        assert_eq!(letter["encrypted"], true);
        let body = letter["body"].as_str().unwrap();
        assert!(body.contains("3 Kartu Peserta") && body.contains("20 November 2026"), "{body}");
        for word in ["KPJ", "TandaTerima"] {
            let arrived = fs::read(letters[0].join(format!("24101780_2026-11-20_{word}.pdf"))).unwrap();
            assert!(arrived == issued(&office, word), "{word} arrives as it was issued");
        }
    }
}

#[test]
fn a_letter_that_is_not_sent_marks_nothing_and_says_why() {
    let server = Server::start(Security::StartTls);
    let office = office(server.settings());
    let code = |(exit, json): (i32, Value)| (exit, json["error"]["code"].as_str().unwrap_or_default().to_owned());
    assert_eq!(code(server.email(&office, "salah", &[])), (2, "email-login".into()));
    assert_eq!(code(server.email(&office, "rahasia", &["--to", "bukan alamat"])), (2, "email-address".into()));
    assert_eq!(code(server.email(&office, "rahasia", &["--to", "refuse@contoh.test"])), (2, "email-refused".into()));
    // the certificate is not of a kind that this computer trusts
    let mut untrusting = office.kpj(&["--json", "email", "0001/2026"]);
    let output = untrusting.env("CETAK_KPJ_SMTP_PASSWORD", "rahasia").env_remove("SSL_CERT_FILE").output().unwrap();
    let answer = (output.status.code().unwrap(), serde_json::from_slice(&output.stdout).unwrap());
    assert_eq!(code(answer), (2, "email-server-unsafe".into()));
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    configure(&office, MailSettings { port: Some(nobody), ..server.settings() });
    assert_eq!(code(server.email(&office, "rahasia", &[])), (2, "email-server-unreachable".into()));
    configure(&office, MailSettings::default());
    assert_eq!(code(server.email(&office, "rahasia", &[])), (2, "no-mail-server".into()));
    assert_eq!((server.letters().len(), status(&office).as_str()), (0, "issued"));
    for log in office::files_below(&office.path("data/logs")) {
        let log = fs::read_to_string(office.path(&format!("data/logs/{log}"))).unwrap();
        assert!(!log.contains("contoh.test") && !log.contains("Jaya"), "{log}");
    }
}

#[test]
fn a_draft_opens_as_a_letter_to_send_and_marks_nothing() {
    let office = office(MailSettings::default());
    let out = office.path("surat.eml");
    let json = office.ok(&["email", "0001/2026", "--to", "hrd@contoh.test, direktur@contoh.test", "--draft", &out]);
    assert_eq!((&json["sent"], status(&office).as_str()), (&false.into(), "issued"));
    let script = "import email, email.policy, json, sys
m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
print(json.dumps({'unsent': m['x-unsent'], 'from': m['from'], 'to': m['to'], 'names': [p.get_filename() for p in m.iter_attachments()],
 'sizes': [len(p.get_content()) for p in m.iter_attachments()]}))";
    let output = Command::new("/usr/bin/python3").args(["-c", script, &out]).output().unwrap();
    let letter: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&letter["unsent"], &letter["from"]), (&"1".into(), &Value::Null), "{letter:#}");
    assert_eq!(letter["to"], "hrd@contoh.test, direktur@contoh.test");
    assert_eq!(
        letter["sizes"],
        serde_json::json!([issued(&office, "KPJ").len(), issued(&office, "TandaTerima").len()])
    );
}

/// A desktop with a real keeper of passwords, or one without: `kpj` is run in a session of its own.
struct Desktop<'a> {
    office: &'a Office,
    server: &'a Server,
    keyring: bool,
}

impl Desktop<'_> {
    /// Exit code and JSON of `kpj`; `input` is what it reads.
    fn run(&self, arguments: &[&str], input: &str) -> (i32, Value) {
        let home = self.server.folder.path();
        let runtime = home.join("run");
        let _ = fs::create_dir(&runtime);
        let kpj = self.office.kpj(&[&["--json"], arguments].concat());
        let mut command = if self.keyring {
            let script =
                r#"printf kunci | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$0" "$@""#;
            let mut session = Command::new("dbus-run-session");
            session.args(["--", "sh", "-c", script]).arg(kpj.get_program());
            session
        } else {
            let mut bare = Command::new(kpj.get_program());
            bare.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
            bare
        };
        command.args(kpj.get_args());
        for (name, folder) in [("HOME", home), ("XDG_DATA_HOME", home), ("XDG_RUNTIME_DIR", &runtime)] {
            command.env(name, folder);
        }
        command.env("SSL_CERT_FILE", home.join("ca.pem")).env_remove("CETAK_KPJ_SMTP_PASSWORD");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        // one that needs nothing may be gone already
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let json = serde_json::from_str(&text)
            .unwrap_or_else(|_| panic!("dbus and gnome-keyring, as .ci/setup installs them: {text}"));
        (output.status.code().unwrap(), json)
    }

    fn code(&self, arguments: &[&str]) -> String {
        let (code, json) = self.run(arguments, "rahasia\n");
        assert_eq!(code, 2, "{json:#}");
        json["error"]["code"].as_str().unwrap().to_owned()
    }
}

#[test]
fn the_system_keeps_the_password_and_no_file_of_the_program_has_it() {
    let server = Server::start(Security::StartTls);
    let office = office(MailSettings { user: "kantor".into(), ..server.settings() });
    let desktop = Desktop { office: &office, server: &server, keyring: true };
    assert_eq!(desktop.code(&["email", "0001/2026"]), "email-password-missing");
    let kept = desktop.run(&["settings", "password"], "rahasia\n");
    assert_eq!((kept.0, &kept.1["password"]), (0, &"kept".into()));

    // in another session, as after a new start of the computer
    let (code, test) = desktop.run(&["email", "--test"], "");
    assert_eq!((code, &test["to"]), (0, &"Kantor Cabang Contoh <kantor@contoh.test>".into()), "{test:#}");
    let (code, sent) = desktop.run(&["email", "0001/2026"], "");
    assert_eq!((code, &sent["status"]), (0, &"emailed".into()), "{sent:#}");
    let letters = server.letters();
    let letter =
        |at: usize| -> Value { serde_json::from_slice(&fs::read(letters[at].join("letter.json")).unwrap()).unwrap() };
    assert_eq!((&letter(0)["attachments"], &letter(0)["login"]), (&serde_json::json!([]), &"kantor".into()));
    assert_eq!(letter(1)["attachments"].as_array().unwrap().len(), 2);
    let known = office.ok(&["mark", "0001/2026"]);
    assert_eq!(
        (&known["letters"][0]["state"], &known["letters"][0]["to"]),
        (&"sent".into(), &"hrd@contoh.test".into())
    );

    office.ok(&["settings", "export", &office.path("data/pengaturan.zip")]);
    for name in office::files_below(&office.path("data")) {
        let bytes = fs::read(office.path(&format!("data/{name}"))).unwrap();
        assert!(!bytes.windows(7).any(|part| part == b"rahasia"), "{name}");
    }
    let forgotten = desktop.run(&["settings", "password", "--forget"], "");
    assert_eq!((forgotten.0, &forgotten.1["password"]), (0, &"missing".into()));
    assert_eq!(desktop.code(&["email", "0001/2026"]), "email-password-missing");

    let bare = Desktop { keyring: false, ..desktop };
    assert_eq!(bare.code(&["settings", "password"]), "no-keyring");
    assert_eq!(bare.code(&["email", "0001/2026"]), "no-keyring");
    assert_eq!(server.letters().len(), 2);
}

/// Stops the work when it has been told of it a few times.
struct Impatient(AtomicUsize);

impl Progress for Impatient {
    fn report(&self, stage: Stage, _: usize, _: usize) -> Result<(), Cancelled> {
        assert_eq!(stage, Stage::Connecting);
        if self.0.fetch_add(1, Ordering::Relaxed) > 2 { Err(Cancelled) } else { Ok(()) }
    }
}

#[test]
fn a_server_that_does_not_answer_can_be_left_and_the_letter_counts_as_not_sent() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = Some(silent.local_addr().unwrap().port());
    let sender = "kantor@contoh.test".to_owned();
    let office = office(MailSettings { server: "127.0.0.1".into(), port, sender, ..MailSettings::default() });
    let mut archive = Archive::open(Path::new(&office.path("data"))).unwrap();
    let number = ReceiptNumber("0001/2026".into());
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    let left = email::send(&mut archive, &number, None, None, today, &Impatient(AtomicUsize::new(0)));
    assert!(matches!(left, Err(Error::Cancelled(_))), "{left:?}");
    let letters = dossier::dossier(&archive, &number).unwrap().letters;
    assert_eq!(letters.iter().map(|letter| letter.state).collect::<Vec<_>>(), [LetterState::Failed]);
    assert_eq!(status(&office), "issued");
}
