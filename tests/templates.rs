//! Templates as an office uses them: one of its own comes in, cards are made with it, and years later it is still known
//! what they looked like.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod office;

use cetak_kpj::domain::ReceiptNumber;
use cetak_kpj::workflow::{Archive, template};
use office::{Office, pdf_text};
use serde_json::json;
use std::fs;
use std::path::Path;

/// Ours, with words of an office and its company on it.
fn of_the_office(words: &str) -> String {
    let own = format!(
        "\n[[field]]\nkind = \"text\"\ntext = \"{words}\"\nx = 79.6\ny = 21\nwidth = 30\nsize = 7\nalign = \"right\"\n"
    );
    include_str!("../assets/templates/warna.toml").to_owned() + &own
}

fn particulars(list: &str) -> Vec<&str> {
    vec!["issue", list, "--npp", "24101780", "--company", "PT Contoh Maju", "--date", "2026-11-20"]
}

#[test]
fn an_office_makes_cards_with_its_own_template_and_what_they_looked_like_is_kept() {
    let office = Office::new();
    let list = office.sample("list.xlsx", &["--rows", "3"]);
    fs::write(office.path("cabang.toml"), of_the_office("Cabang Contoh")).unwrap();
    assert_eq!(office.ok(&["template", "check", &office.path("cabang.toml")])["faults"], json!([]));
    let imported = office.ok(&["template", "import", &office.path("cabang.toml"), "--name", "Cabang 1"]);
    assert_eq!(imported["name"], "Cabang 1");

    let issued = office.ok(&[&particulars(&list)[..], &["--template", "Cabang 1"]].concat());
    let cards = pdf_text(issued["files"]["cards"].as_str().unwrap());
    assert_eq!(cards.matches("Cabang Contoh").count(), 3);

    // chosen for good, then changed by its office: earlier cards are known as they were
    assert_eq!(office.ok(&["template", "use", "Cabang 1"])["template"], "Cabang 1");
    let second = office.sample("second.xlsx", &["--rows", "2", "--seed", "5"]);
    let number = office.ok(&particulars(&second))["receipt"]["number"].as_str().unwrap().to_owned();
    let number = ReceiptNumber(number);
    let archive = Archive::open(Path::new(&office.path("data"))).unwrap();
    let (template, changed) = template::of_receipt(&archive, &number).unwrap().unwrap();
    assert_eq!((template.text.as_str(), changed), (of_the_office("Cabang Contoh").as_str(), false));
    fs::write(office.path("data/templates/Cabang 1.toml"), of_the_office("Cabang Lain")).unwrap();
    let (template, changed) = template::of_receipt(&archive, &number).unwrap().unwrap();
    assert_eq!((template.text.as_str(), changed), (of_the_office("Cabang Contoh").as_str(), true));

    let list = office.ok(&["template", "list"]);
    let names: Vec<_> =
        list["templates"].as_array().unwrap().iter().map(|one| (&one["name"], &one["chosen"])).collect();
    let expected = [("warna", false), ("preprinted", false), ("Cabang 1", true)];
    assert_eq!(
        names,
        expected.map(|(name, chosen)| (json!(name), json!(chosen))).iter().map(|(a, b)| (a, b)).collect::<Vec<_>>()
    );
}

#[test]
fn a_template_that_is_wrong_refuses_everything_before_anything_is_written() {
    let office = Office::new();
    let list = office.sample("list.xlsx", &["--rows", "3"]);
    let wrong = of_the_office("Cabang").replace("align = \"right\"", "align = \"kanan\"");
    fs::write(office.path("wrong.toml"), &wrong).unwrap();
    let (code, checked) = office.json(&["template", "check", &office.path("wrong.toml")]);
    let line = wrong.lines().position(|line| line.contains("= \"kanan\"")).unwrap() + 1;
    assert_eq!(
        (code, &checked["faults"][0]["line"], &checked["faults"][0]["code"]),
        (1, &json!(line), &json!("not-one-of"))
    );
    let message = checked["faults"][0]["message"].as_str().unwrap();
    assert!(
        message.starts_with(&format!("Baris {line}: align harus salah satu dari: left, centre, right")),
        "{message}"
    );

    let refused = |arguments: &[&str], expected: &str| {
        let (code, json) = office.json(arguments);
        assert_eq!((code, json["error"]["code"].as_str().unwrap()), (2, expected), "{json:#}");
    };
    refused(&["template", "import", &office.path("wrong.toml")], "template-invalid");
    fs::create_dir_all(office.path("data/templates")).unwrap();
    fs::write(office.path("data/templates/wrong.toml"), &wrong).unwrap();
    refused(&[&particulars(&list)[..], &["--template", "wrong"]].concat(), "template-invalid");
    refused(&[&particulars(&list)[..], &["--template", "wrong", "--dry-run"]].concat(), "template-invalid");
    refused(&[&particulars(&list)[..], &["--template", "../wrong"]].concat(), "template-not-found");
    refused(&["template", "use", "wrong"], "template-invalid");
    // our own are never overwritten, nor shadowed; an office's not by an import
    fs::write(office.path("warna.toml"), of_the_office("x")).unwrap();
    refused(&["template", "import", &office.path("warna.toml")], "template-name");
    refused(&["template", "import", &office.path("warna.toml"), "--name", "a/b"], "template-name");
    refused(&["template", "import", &office.path("warna.toml"), "--name", "wrong"], "template-exists");

    // a branch that no line of the card can hold whole
    let long =
        of_the_office("x").replace("kind = \"branch\"", "kind = \"company\"").replace("smallest = 3", "smallest = 6");
    fs::write(office.path("long.toml"), long).unwrap();
    office.ok(&["template", "import", &office.path("long.toml")]);
    let company = "PT Contoh Maju ".repeat(9);
    let arguments = ["issue", &list, "--npp", "24101780", "--company", &company, "--template", "long"];
    refused(&arguments, "template-no-room");
    assert_eq!(office.documents(), [""; 0]);
    assert_eq!(office.ok(&["register", "list"])["entries"], json!([]));
}

#[test]
fn a_picture_comes_along_with_its_template_and_stands_once_in_the_cards() {
    let office = Office::new();
    let list = office.sample("list.xlsx", &["--rows", "5"]);
    fs::copy("tests/pictures/halves.jpg", office.path("latar.jpg")).unwrap();
    let text = of_the_office("Cabang Contoh") + "\n[background]\nimage = \"latar.jpg\"\n";
    fs::write(office.path("gambar.toml"), &text).unwrap();
    let imported = office.ok(&["template", "import", &office.path("gambar.toml")]);
    assert_eq!(imported["files"], json!(["latar.jpg"]));
    let issued = office.ok(&[&particulars(&list)[..], &["--template", "gambar"]].concat());
    let images = std::process::Command::new("pdfimages")
        .args(["-list", issued["files"]["cards"].as_str().unwrap()])
        .output()
        .unwrap();
    let images = String::from_utf8(images.stdout).unwrap();
    let objects: std::collections::HashSet<_> =
        images.lines().skip(2).filter_map(|line| line.split_whitespace().nth(10)).collect();
    assert_eq!((images.lines().count(), objects.len()), (2 + 5, 1), "{images}");

    // another picture of that name would change the first template
    fs::copy("tests/pictures/halves.jpg", office.path("latar.jpg")).unwrap();
    let mut bytes = fs::read(office.path("latar.jpg")).unwrap();
    bytes.extend([0, 0]);
    fs::write(office.path("latar.jpg"), bytes).unwrap();
    let (code, json) = office.json(&["template", "import", &office.path("gambar.toml"), "--name", "lain"]);
    assert_eq!((code, json["error"]["code"].as_str().unwrap()), (2, "template-exists"));
    fs::remove_file(office.path("latar.jpg")).unwrap();
    let (code, json) = office.json(&["template", "check", &office.path("gambar.toml")]);
    assert_eq!((code, &json["faults"][0]["line"]), (1, &json!(text.lines().count())));
}
