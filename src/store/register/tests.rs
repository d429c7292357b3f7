use super::filter::Condition;
use super::hits::{self, Hits};
use super::order::{statement, totals_statement};
use super::*;
use crate::domain::old_register::OldEntry;
use crate::progress::Cancelled;
use crate::store::NewTakeOver;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use std::cmp::Ordering;

const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 30).unwrap();
const OFFICERS: [Option<&str>; 4] = [None, Some("Rina"), Some("rina"), Some("Dewi")];

/// A row as the test knows it.
#[derive(Debug, Clone)]
struct Plain {
    id: EntryId,
    day: NaiveDate,
    /// Year, sequence and text of its number.
    number: Option<(i32, u32, String)>,
    npp: String,
    company: String,
    ro: Option<String>,
    cards: u32,
    status: ReceiptStatus,
    kpj: Option<String>,
}

/// A register of old rows and of receipts whose numbers, days and places in the file all run differently.
fn office(rows: u32) -> (tempfile::TempDir, Store, Vec<Plain>) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("office.sqlite")).unwrap();
    let day = |n: u32| FIRST_DAY.checked_add_days(Days::new(u64::from(n * 7 % 11))).unwrap();
    let company = |n: u32| format!("{} Contoh {}", ["PT", "pt", "CV"][n as usize % 3], n % 4);
    let npp = |n: u32| format!("2410{:04}", n % 5 * 1001);
    let old: Vec<_> = (0..rows)
        .map(|n| OldEntry {
            date: day(n),
            npp: Npp::parse(&npp(n)).unwrap(),
            company: company(n),
            cards: 1 + n % 3,
            ro: OFFICERS[n as usize % 4].map(str::to_owned),
        })
        .collect();
    let entries: Vec<_> = old.iter().map(|entry| (None, 1, entry)).collect();
    let mut take_over = |rows| {
        let new = NewTakeOver { file_name: "old.csv", file_hash: "", rows };
        store.take_over::<StoreError>(&new, &|_, _| Ok(())).unwrap().unwrap().0
    };
    take_over(&entries);
    // one that was taken back is nowhere
    let gone = OldEntry { cards: 99, ..old[0].clone() };
    let id = take_over(&[(None, 1, &gone)]);
    store.undo_take_over(id, "salah berkas").unwrap();
    let mut receipts = Vec::new();
    for n in 0..rows / 2 {
        let (year, sequence) = (2024 - n.cast_signed() % 2, rows - n);
        let status = ReceiptStatus::ALL[n as usize % ReceiptStatus::ALL.len()];
        let number = format!("{sequence:03}/{year}");
        let kpj = format!("{:011}", u64::from(n) * 7);
        let sql = &store.connection;
        let run = |text: &str, values: &[&dyn rusqlite::ToSql]| sql.execute(text, values).unwrap();
        let of = "(SELECT id FROM company WHERE npp = ?1)";
        run(
            &format!(
                "INSERT INTO batch (act, company_id, file_name, file_hash, rows_in_file, rows_ready, rows_warning, rows_rejected)
                 VALUES (?2, {of}, '', '', 0, 0, 0, 0)"
            ),
            &[&npp(n), &n],
        );
        run(
            "INSERT INTO receipt (batch_id, year, sequence, number, status) VALUES (last_insert_rowid(), ?1, ?2, ?3, 'issued')",
            &[&year, &sequence, &number],
        );
        let receipt = sql.last_insert_rowid();
        run(
            "INSERT INTO card (receipt_id, position, list_row, kpj, passport, name) VALUES (?1, 0, 1, ?2, 'A1', 'SITI')",
            &[&receipt, &kpj],
        );
        run(
            &format!(
                "INSERT INTO register (receipt_id, day, company_id, company_name, ro, cards) VALUES (?2, ?3, {of}, ?4, 'Dewi', 4)"
            ),
            &[&npp(n), &receipt, &day(n).to_string(), &company(n)],
        );
        let id = EntryId(sql.last_insert_rowid());
        // a status goes to the register by itself
        run("UPDATE receipt SET status = ?1 WHERE id = ?2", &[&status.as_str(), &receipt]);
        receipts.push((n, id, (year, sequence, number), status, kpj));
    }
    // a merged company's rows are found by either number
    store.connection.execute_batch("UPDATE company SET merged_into = 1 WHERE id = 2").unwrap();
    let mut plain: Vec<_> = (1i64..)
        .zip(&old)
        .map(|(id, entry)| Plain {
            id: EntryId(id),
            day: entry.date,
            number: None,
            npp: entry.npp.to_string(),
            company: entry.company.clone(),
            ro: entry.ro.clone(),
            cards: entry.cards,
            status: ReceiptStatus::HandedOver,
            kpj: None,
        })
        .collect();
    plain.extend(receipts.into_iter().map(|(n, id, number, status, kpj)| Plain {
        id,
        day: day(n),
        number: Some(number),
        npp: npp(n),
        company: company(n),
        ro: Some("Dewi".into()),
        cards: 4,
        status,
        kpj: Some(kpj),
    }));
    (folder, store, plain)
}

/// Whether a filter lets a row through, said as plainly as can be.
fn fits(filter: &Filter, row: &Plain) -> bool {
    let holds = |text: &str, part: &str| text.to_lowercase().contains(&part.trim().to_lowercase());
    let merged = |npp: &str| npp == "24100000" && row.npp == "24101001";
    filter.from.is_none_or(|day| row.day >= day)
        && filter.to.is_none_or(|day| row.day <= day)
        && filter.npp.is_none_or(|npp| row.npp == npp.as_str() || merged(npp.as_str()))
        && filter.company.as_deref().is_none_or(|part| holds(&row.company, part))
        && filter.ro.as_deref().is_none_or(|officer| match &row.ro {
            None => officer.is_empty(),
            Some(ro) => ro.eq_ignore_ascii_case(officer),
        })
        && filter.status.is_none_or(|status| row.status == status)
        && filter.search.as_deref().is_none_or(|part| {
            holds(&row.company, part)
                || holds(&row.npp, part)
                || row.number.as_ref().is_some_and(|(.., number)| holds(number, part))
                || row.kpj.as_deref() == Some(part)
        })
}

fn compared(sort: Sort, one: &Plain, other: &Plain) -> Ordering {
    let by = match sort.by {
        SortBy::Date => Ordering::Equal,
        SortBy::Number => one.number.as_ref().map(|n| (n.0, n.1)).cmp(&other.number.as_ref().map(|n| (n.0, n.1))),
        SortBy::Npp => one.npp.cmp(&other.npp),
        SortBy::Company => one.company.to_lowercase().cmp(&other.company.to_lowercase()),
        SortBy::Ro => one.ro.as_ref().map(|ro| ro.to_lowercase()).cmp(&other.ro.as_ref().map(|ro| ro.to_lowercase())),
        SortBy::Cards => one.cards.cmp(&other.cards),
        SortBy::Status => one.status.as_str().cmp(other.status.as_str()),
    };
    let by = by.then(one.day.cmp(&other.day)).then(one.id.cmp(&other.id));
    if sort.descending { by.reverse() } else { by }
}

fn filters() -> impl Strategy<Value = Filter> {
    let days = proptest::option::of((0u64..12).prop_map(|n| FIRST_DAY.checked_add_days(Days::new(n)).unwrap()));
    let npp = proptest::sample::select(vec!["24100000", "24101001", "24104004", "99999999"]);
    let company = proptest::sample::select(vec!["pt", "Contoh 1", " cv ", "%", "_", ""]);
    let ro = proptest::sample::select(vec!["", "RINA", "Dewi", "Dewi S"]);
    let search = proptest::sample::select(vec![
        "pt",
        "contoh 2",
        "2410",
        "4004",
        "/2024",
        "004/2023",
        "00000000007",
        "zzz",
        "1",
        " ",
        "!",
    ]);
    let maybe = |texts| proptest::option::weighted(0.3, Strategy::prop_map(texts, str::to_owned));
    (
        days.clone(),
        days,
        proptest::option::weighted(0.2, npp),
        maybe(company),
        maybe(ro),
        proptest::option::weighted(0.2, proptest::sample::select(ReceiptStatus::ALL.to_vec())),
        proptest::option::weighted(0.5, search),
    )
        .prop_map(|(from, to, npp, company, ro, status, search)| Filter {
            from,
            to,
            npp: npp.map(|npp| Npp::parse(npp).unwrap()),
            company,
            ro,
            status,
            search: search.map(str::to_owned),
        })
}

fn index(store: &Store, filter: &Filter, sort: Sort) -> Index {
    store.register_index::<StoreError>(filter, sort, &|| Ok(())).unwrap()
}

#[test]
fn any_place_of_any_question_holds_what_a_plain_list_holds() {
    let (_folder, store, plain) = office(90);
    let sorts = (proptest::sample::select(SortBy::ALL.to_vec()), any::<bool>());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(200));
    runner
        .run(&(filters(), sorts, 0usize..140, 0usize..20), |(filter, (by, descending), from, count)| {
            let sort = Sort { by, descending };
            let mut expected: Vec<_> = plain.iter().filter(|row| fits(&filter, row)).collect();
            expected.sort_by(|one, other| compared(sort, one, other));
            let ids: Vec<_> = expected.iter().map(|row| row.id).collect();
            let found = index(&store, &filter, sort);
            prop_assert_eq!(&found.ids, &ids);
            let cards = expected.iter().filter(|row| row.status != ReceiptStatus::Void).map(|row| u64::from(row.cards));
            let totals = Totals { entries: expected.len() as u64, cards: cards.sum() };
            prop_assert_eq!(found.totals, totals);
            prop_assert_eq!(store.register_totals(&filter).unwrap(), totals);
            let first = store.register_first(&filter, sort, count).unwrap();
            prop_assert_eq!(&first[..], &ids[..count.min(ids.len())]);
            let window = from.min(ids.len())..(from + count).min(ids.len());
            let rows = store.register_rows(&found.ids[window.clone()]).unwrap();
            let shown: Vec<_> = rows.iter().map(|(id, row)| (*id, row.date, row.npp.to_string(), row.cards)).collect();
            let plain: Vec<_> =
                expected[window].iter().map(|row| (row.id, row.day, row.npp.clone(), row.cards)).collect();
            prop_assert_eq!(shown, plain);
            Ok(())
        })
        .unwrap();
}

#[test]
fn officers_are_named_once_and_an_id_of_nowhere_gives_no_row() {
    let (_folder, store, _) = office(20);
    let officers: Vec<_> = store.officers().unwrap().iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(officers, ["dewi", "rina"]);
    let rows = store.register_rows(&[EntryId(3), EntryId(4_000), EntryId(1)]).unwrap();
    assert_eq!(rows.iter().map(|(id, _)| id.0).collect::<Vec<_>>(), [3, 1]);
}

#[test]
fn a_question_that_nobody_waits_for_any_more_is_broken_off() {
    let (_folder, store, _) = office(4);
    let stop = || Err(Cancelled);
    assert!(store.register_index::<StoreError>(&Filter::default(), Sort::NEWEST_FIRST, &stop).is_err());
}

/// How the database means to answer.
fn plan(store: &Store, sql: &str, values: Vec<rusqlite::types::Value>) -> Vec<String> {
    let mut statement = store.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let lines = statement.query_map(rusqlite::params_from_iter(values), |row| row.get("detail")).unwrap();
    lines.collect::<Result<_, _>>().unwrap()
}

#[test]
fn no_common_question_reads_the_whole_of_a_big_table() {
    let (_folder, store, _) = office(40);
    let big = ["SCAN register", "SCAN card", "SCAN batch"];
    let scans = |plan: &[String]| -> Vec<String> {
        plan.iter().filter(|line| big.iter().any(|table| line.starts_with(table))).cloned().collect()
    };
    // everything, in any order: out of one index, in its order, and of nothing but the index
    for by in SortBy::ALL {
        for descending in [false, true] {
            for limit in [None, Some(100)] {
                let (sql, values) = statement(&Filter::default(), None, Sort { by, descending }, limit);
                let plan = plan(&store, &sql, values);
                let walked = plan.iter().find(|line| line.contains(" register ")).unwrap();
                assert!(walked.contains("USING COVERING INDEX"), "{by:?}: {plan:#?}");
                let sorted = plan.iter().find(|line| line.contains("TEMP B-TREE"));
                // the rows of one company are few
                assert!(
                    sorted.is_none_or(|line| by == SortBy::Npp && line.contains("LAST 2 TERMS")),
                    "{by:?}: {plan:#?}"
                );
            }
        }
    }
    let (sql, values) = totals_statement(&Filter::default());
    assert!(plan(&store, &sql, values)[0].contains("USING COVERING INDEX"));
    // a filter leads to its rows by an index
    let text = |text: &str| Some(text.to_owned());
    let all = Filter::default;
    for filter in [
        Filter { from: Some(FIRST_DAY), to: Some(FIRST_DAY), ..all() },
        Filter { npp: Npp::parse("24100000").ok(), ..all() },
        Filter { company: text("contoh"), ..all() },
        Filter { ro: text("Rina"), ..all() },
        Filter { ro: text(""), ..all() },
        Filter { status: Some(ReceiptStatus::Printed), ..all() },
        Filter { status: Some(ReceiptStatus::Void), ro: text("Rina"), from: Some(FIRST_DAY), ..all() },
    ] {
        for by in [SortBy::Date, SortBy::Company] {
            let (sql, values) = statement(&filter, None, Sort { by, descending: true }, None);
            assert_eq!(scans(&plan(&store, &sql, values)), [""; 0], "{filter:?} {by:?}");
        }
        let (sql, values) = totals_statement(&filter);
        assert_eq!(scans(&plan(&store, &sql, values)), [""; 0], "{filter:?}");
    }
    // each way of a search leads to its rows, and a rare find is not looked for among all
    let filter = Filter { search: text("00000000007"), ..all() };
    for (sql, values) in
        hits::statements(&filter, "24100000").into_iter().chain(hits::statements(&filter, "00000000007"))
    {
        assert_eq!(scans(&plan(&store, &sql, values)), [""; 0], "{sql}");
    }
    let hits = Hits::of(&store.connection, &filter).unwrap().unwrap();
    assert_eq!(hits.totals.entries, 1);
    for by in SortBy::ALL {
        let (sql, values) = statement(&filter, Some(&hits), Sort { by, descending: false }, None);
        assert_eq!(scans(&plan(&store, &sql, values)), [""; 0], "{by:?}");
    }
    assert_eq!(Condition::of(&filter).values.len(), 0);
}
