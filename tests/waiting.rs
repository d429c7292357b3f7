//! Lists that wait, and what is still to do, from outside.

mod office;

use office::{Office, files_below};
use serde_json::{Value, json};
use std::fs;

/// A list without KPJ numbers, as the portal's templates are, with a wage that must not be kept.
const LIST: &str = "NPP;24101780\nNama Perusahaan;PT Contoh Maju\n\nNo;Nama;NIK;Tgl Lahir;JK;Upah\n\
                    1;SITI AMINAH;3522016501990001;25-01-1999;P;UPAH-SATU\n\
                    2;BUDI SANTOSO;3522012501990001;25-01-1999;L;UPAH-DUA\n";
/// The numbers, from the web system.
const NUMBERS: &str = "NIK;KPJ\n3522016501990001;24000000018\n3522012501990001;24123456782\n";

fn steps(work: &Value) -> Vec<(String, String, u64)> {
    let text = |item: &Value, key: &str| item[key].as_str().unwrap_or("—").to_owned();
    let items = work["work"].as_array().into_iter().flatten();
    items.map(|item| (text(item, "company"), text(item, "step"), item["cards"].as_u64().unwrap_or(0))).collect()
}

#[test]
fn a_list_waits_for_its_numbers_then_for_the_printer() {
    let office = Office::new();
    assert_eq!(office.ok(&["work"]), json!({"work": []}));
    let (list, numbers) = (office.path("list.csv"), office.path("numbers.csv"));
    fs::write(&list, LIST).unwrap();
    fs::write(&numbers, NUMBERS).unwrap();
    let kept = office.ok(&["pending", "add", &list, "--ro", "Dewi Lestari", "--posted", "2026-11-02"]);
    let kept = &kept["pending"][0];
    assert_eq!(
        (&kept["step"], &kept["without_kpj"], &kept["npp"]),
        (&json!("awaiting-kpj"), &json!(2), &json!("24101780"))
    );
    let id = kept["id"].to_string();

    // Kept again it stays one list; the company's own file is not needed any more, and the wage never came in.
    office.ok(&["pending", "add", &list, "--ro", "Dewi Lestari", "--posted", "2026-11-02"]);
    fs::remove_file(&list).unwrap();
    assert_eq!(steps(&office.ok(&["work"])), [("PT Contoh Maju".into(), "awaiting-kpj".into(), 2)]);
    for name in files_below(&office.path("data")) {
        let bytes = fs::read(office.path(&format!("data/{name}"))).unwrap();
        assert!(!bytes.windows(5).any(|window| window == b"UPAH-"), "{name}");
    }
    let (code, shown) = office.json(&["pending", "show", &id]);
    assert_eq!((code, &shown["rows"][0]["name"]), (1, &json!("SITI AMINAH")));

    let issued = office.ok(&["pending", "issue", &id, "--kpj-from", &numbers, "--date", "2026-11-20"]);
    assert_eq!((&issued["receipt"]["cards"], &issued["kpj_from"]["completed"]), (&json!(2), &json!(2)));
    let work = office.ok(&["work"]);
    assert_eq!(steps(&work), [("PT Contoh Maju".into(), "to-print".into(), 2)]);
    assert_eq!((&work["work"][0]["counted_from"], &work["work"][0]["since"]), (&json!("posted"), &json!("2026-11-02")));
    assert_eq!(work["work"][0]["urgency"], "late");
    assert_eq!(office.ok(&["pending", "list"]), json!({"pending": []}));
    let (code, error) = office.json(&["pending", "issue", &id]);
    assert_eq!((code, &error["error"]["code"]), (2, &json!("list-not-found")));
}

#[test]
fn a_list_that_is_withdrawn_leaves_no_people_behind() {
    let office = Office::new();
    let list = office.path("list.csv");
    fs::write(&list, LIST).unwrap();
    let id = office.ok(&["pending", "add", &list])["pending"][0]["id"].to_string();
    let (code, error) = office.json(&["pending", "withdraw", &id, "--reason", " "]);
    assert_eq!((code, &error["error"]["code"]), (2, &json!("reason-missing")));
    assert_eq!(office.ok(&["pending", "list"])["pending"][0]["id"].to_string(), id);
    office.ok(&["pending", "withdraw", &id, "--reason", "salah perusahaan"]);
    assert_eq!(office.ok(&["work"]), json!({"work": []}));
    // Another program looks for the people in the database, its journal too.
    for name in files_below(&office.path("data")).iter().filter(|name| name.contains("sqlite")) {
        let bytes = fs::read(office.path(&format!("data/{name}"))).unwrap();
        assert!(!bytes.windows(11).any(|window| window == b"SITI AMINAH"), "{name}");
    }
    // It may come in again.
    assert_ne!(office.ok(&["pending", "add", &list])["pending"][0]["id"].to_string(), id);
}
