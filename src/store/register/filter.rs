//! Which rows of the register: what is asked of them, as SQL.

use crate::domain::{Kpj, Npp, ReceiptStatus};
use chrono::NaiveDate;
use rusqlite::types::Value;

/// Which rows of the register; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// On this day or later.
    pub from: Option<NaiveDate>,
    /// On this day or earlier.
    pub to: Option<NaiveDate>,
    /// Of this company, or of one that was merged into it.
    pub npp: Option<Npp>,
    /// This text stands in the company's name as the row has it (case does not matter).
    pub company: Option<String>,
    /// Of this relationship officer (case does not matter); empty: of none.
    pub ro: Option<String>,
    /// In this status.
    pub status: Option<ReceiptStatus>,
    /// This text stands in the company's name, its NPP or the receipt's number (case does not matter), or is the KPJ
    /// of one of its cards.
    pub search: Option<String>,
}

impl Filter {
    /// Whether every row is let through.
    #[must_use]
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// The text that is searched for, if any.
    pub(super) fn searched(&self) -> Option<&str> {
        self.search.as_deref().map(str::trim).filter(|text| !text.is_empty())
    }
}

/// What must hold of a row, in SQL, with its values in order.
#[derive(Debug, Clone)]
pub(in crate::store) struct Condition {
    pub(in crate::store) sql: String,
    pub(in crate::store) values: Vec<Value>,
}

impl Condition {
    fn and(&mut self, sql: &str, values: &[&str]) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
        self.values.extend(values.iter().map(|text| Value::Text((*text).to_owned())));
    }

    /// What a filter asks but for the search. Each part has an index of the register that begins with it; a withdrawn row is in none.
    pub(in crate::store) fn of(filter: &Filter) -> Self {
        let mut all = Self { sql: "register.withdrawn = 0".to_owned(), values: Vec::new() };
        if let Some(day) = filter.from {
            all.and("register.day >= ?", &[&day.to_string()]);
        }
        if let Some(day) = filter.to {
            all.and("register.day <= ?", &[&day.to_string()]);
        }
        if let Some(npp) = &filter.npp {
            let npp = npp.as_str();
            let merged = "merged_into = (SELECT id FROM company WHERE npp = ?)";
            all.and(&format!("register.company_id IN (SELECT id FROM company WHERE npp = ? OR {merged})"), &[npp, npp]);
        }
        if let Some(company) = filter.company.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            let named = "SELECT company_id, name FROM spelling WHERE name LIKE ? ESCAPE '!'";
            all.and(&format!("(register.company_id, register.company_name) IN ({named})"), &[&contains(company)]);
        }
        match filter.ro.as_deref().map(str::trim) {
            None => {}
            Some("") => all.and("register.ro IS NULL", &[]),
            Some(officer) => all.and("register.ro COLLATE NOCASE = ?", &[officer]),
        }
        if let Some(status) = filter.status {
            all.and("register.state = ?", &[status.as_str()]);
        }
        all
    }
}

/// The ways to find rows by a text, each by an index of its own: tables, what joins the register to them and what is looked for.
pub(super) fn ways(search: &str) -> Vec<(&'static str, String)> {
    let pattern = contains(search);
    let mut ways = vec![(
        "spelling CROSS JOIN register
         ON register.company_id = spelling.company_id AND register.company_name = spelling.name
         WHERE spelling.name LIKE ? ESCAPE '!'",
        pattern.clone(),
    )];
    if search.len() <= Npp::CHARACTERS && search.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        ways.push((
            "company CROSS JOIN register ON register.company_id = company.id WHERE company.npp LIKE ? ESCAPE '!'",
            pattern.clone(),
        ));
    }
    ways.push((
        "receipt CROSS JOIN register ON register.receipt_id = receipt.id WHERE receipt.number LIKE ? ESCAPE '!'",
        pattern,
    ));
    if let Ok(kpj) = Kpj::parse(search) {
        ways.push((
            "card CROSS JOIN register ON register.receipt_id = card.receipt_id WHERE card.kpj = ?",
            kpj.as_str().to_owned(),
        ));
    }
    ways
}

/// A LIKE pattern for text that may itself hold the pattern's signs.
pub(in crate::store) fn contains(text: &str) -> String {
    format!("%{}%", text.replace('!', "!!").replace('%', "!%").replace('_', "!_"))
}
