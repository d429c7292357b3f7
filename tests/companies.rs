//! Companies are corrected and put together; the register keeps what it said.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod office;

use office::Office;
use serde_json::{Value, json};

fn office() -> Office {
    let office = Office::new();
    let old = office.path("old.csv");
    let rows = "Tanggal;NPP;Nama Perusahaan;Jumlah KPJ\n05-01-2024;24101780;PT Contoh Lama;12\n\
                09-02-2024;24101780;PT Contoh Maju;3\n20-03-2024;24101708;PT. CONTOH MAJU;7\n";
    std::fs::write(&old, rows).unwrap();
    office.ok(&["register", "import", &old]);
    office
}

fn entries(office: &Office, npp: &str) -> Vec<Value> {
    office.ok(&["register", "list", "--npp", npp])["entries"].as_array().unwrap().clone()
}

#[test]
fn a_company_keeps_every_name_that_it_had() {
    let office = office();
    let list = office.sample("list.xlsx", &["--rows", "2"]);
    let batch = ["--npp", "24101780", "--company", "PT Contoh Jaya", "--ro", "Rina", "--date", "2024-04-01"];
    office.ok(&[&["issue", &list, "--accept-warnings"], &batch[..]].concat());
    let set = office.ok(&[
        "company",
        "set",
        "24101780",
        "--name",
        " PT  Contoh Tbk ",
        "--address",
        "Jl. Mawar 1",
        "--ro",
        "",
    ]);
    let company = &set["company"];
    let told = |key: &str| company[key].clone();
    assert_eq!(
        (told("name"), told("address"), told("ro")),
        (json!("PT Contoh Tbk"), json!("Jl. Mawar 1"), Value::Null)
    );
    assert_eq!((told("entries"), told("cards"), told("last")), (json!(3), json!(17), json!("2024-04-01")));
    let names: Vec<_> =
        company["names"].as_array().unwrap().iter().map(|name| name["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["PT Contoh Lama", "PT Contoh Maju", "PT Contoh Jaya"]);
    let changes = company["changes"].as_array().unwrap();
    let changes: Vec<_> = changes.iter().map(|change| (change["field"].as_str().unwrap(), &change["old"])).collect();
    let jaya = json!("PT Contoh Jaya");
    let (maju, rina) = (json!("PT Contoh Maju"), json!("Rina"));
    assert_eq!(
        changes,
        [("address", &Value::Null), ("ro", &rina), ("name", &jaya), ("ro", &Value::Null), ("name", &maju)]
    );
    assert_eq!(entries(&office, "24101780")[0]["company"], "PT Contoh Jaya", "rows say what they said");
    let (code, refused) = office.json(&["company", "set", "24101780", "--name", " "]);
    assert_eq!((code, &refused["error"]["code"]), (2, &json!("company-missing")));
    assert_eq!(office.json(&["company", "set", "24101780"]).0, 2, "nothing is said");
    // what is no address is not kept, whoever says it
    let (code, refused) = office.json(&["company", "set", "24101780", "--ro", "Rina", "--email", "hrd.contoh"]);
    assert_eq!((code, &refused["error"]["code"]), (2, &json!("email-address")));
    let list = office.sample("alamat.xlsx", &["--rows", "2", "--seed", "9"]);
    let issue = ["issue", &list, "--npp", "24101780", "--email", "hrd@", "--accept-warnings"];
    assert_eq!(office.json(&issue).1["error"]["code"], "email-address");
    assert!(office.ok(&["company", "show", "24101780"])["company"]["ro"] != "Rina");
}

#[test]
fn two_numbers_of_one_company_count_as_one_and_can_be_parted() {
    let office = office();
    let by_company = |office: &Office| office.ok(&["register", "summary", "--by", "company"])["rows"].clone();
    let apart = by_company(&office);
    let alike = office.ok(&["company", "alike", "24101708"]);
    assert_eq!(alike["companies"].as_array().unwrap().len(), 1);
    assert_eq!(alike["companies"][0]["npp"], "24101780");
    let merged = office.ok(&["company", "merge", "24101708", "24101780", "--reason", "NPP salah ketik"]);
    let company = &merged["company"];
    assert_eq!((&company["entries"], &company["cards"]), (&json!(3), &json!(22)));
    assert_eq!(company["aliases"], json!([{"npp": "24101708", "name": "PT. CONTOH MAJU"}]));
    let rows = entries(&office, "24101780");
    assert_eq!((rows.len(), &rows[0]["npp"], &rows[0]["company"]), (3, &json!("24101708"), &json!("PT. CONTOH MAJU")));
    let sums = by_company(&office);
    assert_eq!(sums, json!([{"npp": "24101780", "company": "PT Contoh Maju", "entries": 3, "cards": 22}]));
    let lines = office.ok(&["company", "list", "--search", "24101708"]);
    assert_eq!(lines["companies"][0]["merged_into"], "24101780");
    for (from, into, expected) in [
        ("24101708", "24101780", "company-same"),
        ("24101780", "24101708", "company-same"),
        ("24101780", "24101780", "company-same"),
        ("99999999", "24101780", "company-not-found"),
    ] {
        let (code, refused) = office.json(&["company", "merge", from, into, "--reason", "coba"]);
        assert_eq!((code, &refused["error"]["code"]), (2, &json!(expected)), "{from} {into}");
    }
    let (code, refused) = office.json(&["company", "part", "24101708", "--reason", "-"]);
    assert_eq!((code, &refused["error"]["code"]), (2, &json!("reason-missing")));
    office.ok(&["company", "part", "24101708", "--reason", "dua perusahaan"]);
    assert_eq!(by_company(&office), apart);
    assert_eq!(
        office.json(&["company", "part", "24101708", "--reason", "lagi"]).1["error"]["code"],
        "company-not-merged"
    );
}

#[test]
fn a_merge_is_looked_at_before_and_a_parted_company_takes_along_what_came_with_it() {
    let office = office();
    let old = office.path("more.csv");
    let rows = "Tanggal;NPP;Nama Perusahaan;Jumlah KPJ\n05-05-2024;24101799;CV CONTOH MAJU;5\n";
    std::fs::write(&old, rows).unwrap();
    office.ok(&["register", "import", &old]);
    office.ok(&["company", "merge", "24101708", "24101799", "--reason", "salah ketik"]);
    let merger = office.ok(&["company", "merge", "24101799", "24101780", "--dry-run"])["merger"].clone();
    assert_eq!((&merger["entries"], &merger["cards"]), (&json!(2), &json!(12)));
    assert_eq!(merger["into"], json!({"npp": "24101780", "name": "PT Contoh Maju"}));
    assert_eq!(merger["followers"], json!([{"npp": "24101708", "name": "PT. CONTOH MAJU"}]));
    assert_eq!(office.ok(&["company", "show", "24101799"])["company"]["merged_into"], Value::Null);
    office.ok(&["company", "merge", "24101799", "24101780", "--reason", "satu perusahaan"]);
    assert_eq!(office.ok(&["company", "show", "24101780"])["company"]["cards"], 27);
    let parted = office.ok(&["company", "part", "24101799", "--reason", "ternyata dua"]);
    assert_eq!(parted["company"]["aliases"], json!([{"npp": "24101708", "name": "PT. CONTOH MAJU"}]));
    assert_eq!((&parted["company"]["cards"], entries(&office, "24101780").len()), (&json!(12), 2));
    assert_eq!(office.json(&["company", "merge", "24101799", "24101799", "--dry-run"]).0, 2);
    let set = office.ok(&["company", "set", "24101780", "--division", "002; 001,002"]);
    assert_eq!(set["company"]["divisions"], json!(["002", "001"]));
}
