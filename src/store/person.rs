//! Finding people over every card ever issued.

use super::{Store, StoreError, day, parsed};
use crate::domain::person::{Found, HeldCard, Person, PersonQuery, SHORT};
use crate::domain::{Kpj, Nik, Npp, ReceiptNumber, ReceiptStatus};
use rusqlite::types::Value;

/// Who a card was issued to: by NIK, or by passport and name.
#[derive(Debug, PartialEq, Eq)]
enum Key {
    Nik(String),
    Passport(String, String),
}

impl Store {
    /// The people whom `query` finds, at most `limit`, each with all their cards, void ones too.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn find(&self, query: &PersonQuery, limit: usize) -> Result<Found, StoreError> {
        let mut keys = self.keys(query, limit.saturating_add(1))?;
        let more = keys.len() > limit;
        keys.truncate(limit);
        Ok(Found { people: keys.iter().map(|key| self.person(key)).collect::<Result<_, _>>()?, more })
    }

    /// The first `most` people, without their cards: rows are read only until there are enough.
    fn keys(&self, query: &PersonQuery, most: usize) -> Result<Vec<Key>, StoreError> {
        let (from, arguments) = match query {
            // ':' follows '9'.
            PersonQuery::Kpj(begin) => {
                ("card WHERE kpj >= ?1 AND kpj < ?2 ORDER BY kpj, id DESC", vec![begin.clone(), format!("{begin}:")])
            }
            PersonQuery::Nik(nik) => ("card WHERE nik = ?1 LIMIT 1", vec![nik.as_str().to_owned()]),
            PersonQuery::Passport(number) => ("card WHERE passport = ?1 ORDER BY id DESC", vec![number.clone()]),
            PersonQuery::Name(words) => (
                "card_name JOIN card ON card.id = card_name.rowid WHERE card_name MATCH ?1 ORDER BY card_name.rowid DESC",
                vec![pattern(words)],
            ),
        };
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT nik, passport, card.name AS holder FROM {from}"))?;
        let mut rows = statement.query(rusqlite::params_from_iter(arguments.into_iter().map(Value::from)))?;
        let mut keys: Vec<Key> = Vec::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get("holder")?;
            if !query.fits(&name) {
                continue;
            }
            let key = match row.get::<_, Option<String>>("nik")? {
                Some(nik) => Key::Nik(nik),
                None => Key::Passport(row.get::<_, Option<String>>("passport")?.unwrap_or_default(), name),
            };
            if !keys.contains(&key) {
                keys.push(key);
            }
            if keys.len() >= most {
                break;
            }
        }
        Ok(keys)
    }

    fn person(&self, key: &Key) -> Result<Person, StoreError> {
        let (condition, arguments) = match key {
            Key::Nik(nik) => ("nik = ?1", vec![nik.clone()]),
            Key::Passport(number, name) => ("passport = ?1 AND card.name = ?2", vec![number.clone(), name.clone()]),
        };
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT card.name, birth_date, nik, passport, kpj, receipt.number, day, npp, company_name, receipt.status,
                    (SELECT count(*) FROM copy_card WHERE card_id = card.id) AS copies
             FROM card
             JOIN receipt ON receipt.id = card.receipt_id
             JOIN register ON register.receipt_id = receipt.id
             JOIN company ON company.id = register.company_id
             WHERE {condition}
             ORDER BY card.id DESC"
        ))?;
        let mut rows = statement.query(rusqlite::params_from_iter(arguments.into_iter().map(Value::from)))?;
        let mut person: Option<Person> = None;
        while let Some(row) = rows.next()? {
            let card = HeldCard {
                kpj: parsed(row, "kpj", |text| Kpj::parse(text).ok())?,
                receipt: ReceiptNumber(row.get("number")?),
                date: parsed(row, "day", |text| text.parse().ok())?,
                npp: parsed(row, "npp", |text| Npp::parse(text).ok())?,
                company: row.get("company_name")?,
                status: parsed(row, "status", ReceiptStatus::from_key)?,
                copies: row.get("copies")?,
            };
            if let Some(person) = &mut person {
                person.cards.push(card);
                continue;
            }
            let nik: Option<String> = row.get("nik")?;
            let nik = nik.map(|nik| Nik::parse(&nik).map_err(|_| StoreError::Damaged("a card's NIK"))).transpose()?;
            person = Some(Person {
                nik,
                passport: row.get("passport")?,
                name: row.get("name")?,
                birth_date: day(row, "birth_date")?,
                cards: vec![card],
            });
        }
        person.ok_or(StoreError::Damaged("a card's receipt"))
    }
}

/// Three letters at a time, as the index holds them; a short word with the gap before it. The index says which cards may fit,
/// [`PersonQuery::fits`] which do.
fn pattern(words: &[String]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for word in words {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < SHORT {
            parts.push(format!("{word:>SHORT$}"));
            continue;
        }
        let last = letters.len() - SHORT;
        // Pieces that do not overlap, and the end: the fewest lists to compare.
        let starts = (0..last).step_by(SHORT).chain([last]);
        parts.extend(starts.map(|start| letters[start..start + SHORT].iter().collect()));
    }
    parts.iter().map(|part| format!("\"{part}\"")).collect::<Vec<_>>().join(" AND ")
}
