//! The e-mail that brings a company its cards: the office's server and its words.

use super::{Npp, ReceiptNumber, date};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How the way to the server is kept from listeners. Personal data never goes open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// The connection begins open and is closed before anything is said (port 587).
    #[default]
    StartTls,
    /// Closed from the first byte (port 465).
    Tls,
}

impl Security {
    /// The port that such servers mostly listen on.
    #[must_use]
    pub fn port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Tls => 465,
        }
    }
}

/// How the office sends e-mail. Never holds the password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MailSettings {
    /// Name of the outgoing server (SMTP); empty: the office sends none by this program.
    pub server: String,
    /// Its port; `None`: the usual one.
    pub port: Option<u16>,
    /// How the way there is closed.
    pub security: Security,
    /// Name to log in with; empty: without logging in.
    pub user: String,
    /// The office's address, with or without a name before it.
    pub sender: String,
    /// Subject, with placeholders (see [`Facts::fill`]).
    pub subject: String,
    /// Text, with placeholders.
    pub body: String,
}

impl Default for MailSettings {
    fn default() -> Self {
        Self {
            server: String::new(),
            port: None,
            security: Security::default(),
            user: String::new(),
            sender: String::new(),
            subject: SUBJECT.into(),
            body: BODY.into(),
        }
    }
}

impl MailSettings {
    /// Whether there is a server to send by.
    #[must_use]
    pub fn has_server(&self) -> bool {
        !self.server.trim().is_empty() && !self.sender.trim().is_empty()
    }

    /// The server's port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(self.security.port())
    }
}

/// As long as the office says nothing else; Indonesian, as all that leaves it.
const SUBJECT: &str = "Kartu Peserta (KPJ) {perusahaan} - {nomor}";
const BODY: &str = "Yth. {perusahaan} (NPP {npp})\n\nTerlampir kami kirimkan {jumlah} Kartu Peserta BPJS Ketenagakerjaan \
(KPJ) beserta Tanda Terima nomor {nomor} tanggal {tanggal}.\n\nMohon mencetak, menandatangani, dan mengirim kembali \
Tanda Terima. Lampiran ini berisi data pribadi: mohon disimpan dan dibagikan hanya kepada tenaga kerja yang \
bersangkutan.\n\nTerima kasih.\n{petugas}\n{kantor}\n";

/// What placeholders stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts<'a> {
    /// `{nomor}`
    pub number: &'a ReceiptNumber,
    /// `{tanggal}`, as "20 November 2026"
    pub date: NaiveDate,
    /// `{perusahaan}`
    pub company: &'a str,
    /// `{npp}`
    pub npp: &'a Npp,
    /// `{jumlah}`
    pub cards: u32,
    /// `{kantor}`
    pub branch: &'a str,
    /// `{petugas}`
    pub officer: &'a str,
}

impl Facts<'_> {
    /// The text with its placeholders filled in, each once: what stands in a company's name is no placeholder. Words in
    /// braces that are none stay as they are.
    #[must_use]
    pub fn fill(&self, template: &str) -> String {
        let mut text = String::with_capacity(template.len());
        let mut rest = template;
        while let Some(at) = rest.find('{') {
            text.push_str(&rest[..at]);
            rest = &rest[at..];
            let end = rest.find('}').map_or(1, |end| end + 1);
            match self.fact(&rest[1..end.max(2) - 1]) {
                Some(fact) => text.push_str(&fact),
                None => text.push_str(&rest[..end]),
            }
            rest = &rest[end..];
        }
        text + rest
    }

    fn fact(&self, name: &str) -> Option<String> {
        Some(match name {
            "nomor" => self.number.0.clone(),
            "tanggal" => date::long(self.date),
            "perusahaan" => self.company.to_owned(),
            "npp" => self.npp.to_string(),
            "jumlah" => self.cards.to_string(),
            "kantor" => self.branch.to_owned(),
            "petugas" => self.officer.to_owned(),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_in_once_and_other_braces_stay() {
        let number = ReceiptNumber("0007/2026".into());
        let npp = Npp::parse("24101780").unwrap();
        let facts = Facts {
            number: &number,
            date: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
            company: "PT {nomor} MAJU",
            npp: &npp,
            cards: 12,
            branch: "Kantor Cabang Bojonegoro",
            officer: "",
        };
        for (template, expected) in [
            ("{nomor}: {perusahaan}", "0007/2026: PT {nomor} MAJU"),
            ("{jumlah} kartu, {tanggal}", "12 kartu, 20 November 2026"),
            ("{lain} {} {npp", "{lain} {} {npp"),
            ("{{npp}}", "{{npp}}"),
            ("é{kantor}", "éKantor Cabang Bojonegoro"),
        ] {
            assert_eq!(facts.fill(template), expected, "{template}");
        }
        let body = facts.fill(&MailSettings::default().body);
        assert!(!body.contains("{j") && body.contains("0007/2026") && body.contains("NPP 24101780"), "{body}");
    }
}
