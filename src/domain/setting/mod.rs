//! Every setting by its name: one table behind the command line, the file for the next PC, the audit trail and the
//! window. A name is the path of the field in [`Settings`], with hyphens: `sheet.gap-x`.

mod kind;

pub use kind::{BadSetting, Kind, Wrong};

use super::Settings;
use serde_json::Value;

/// A part of the settings, in the order of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// The office and its people.
    Office,
    /// Receipts, and copies of what is issued.
    Documents,
    /// What cards look like and how they lie on sheets.
    Cards,
    /// How the office works: checks, service level, holidays.
    Work,
    /// E-mail.
    Mail,
    /// Printers and their corrections.
    Printers,
    /// Backups.
    Archive,
    /// What the window looks like.
    Look,
}

impl Section {
    /// Every section.
    pub const ALL: [Self; 8] =
        [Self::Office, Self::Documents, Self::Cards, Self::Work, Self::Mail, Self::Printers, Self::Archive, Self::Look];

    /// The key in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Documents => "documents",
            Self::Cards => "cards",
            Self::Work => "work",
            Self::Mail => "mail",
            Self::Printers => "printers",
            Self::Archive => "archive",
            Self::Look => "look",
        }
    }
}

/// One setting.
#[derive(Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name, for people and scripts.
    pub name: &'static str,
    /// Where people look for it.
    pub section: Section,
    /// What may stand in it.
    pub kind: Kind,
}

const fn of(section: Section, name: &'static str, kind: Kind) -> Setting {
    Setting { name, section, kind }
}

/// Every setting there is, in the order of the window.
pub const ALL: &[Setting] = &[
    of(Section::Office, "branch", Kind::Line),
    of(Section::Office, "kop", Kind::Lines),
    of(Section::Office, "logo", Kind::Logo),
    of(Section::Office, "place", Kind::Line),
    of(Section::Office, "officer", Kind::Line),
    of(Section::Office, "officer-title", Kind::Line),
    of(Section::Documents, "receipt-paper", Kind::Choice(&["a4", "f4"])),
    of(Section::Documents, "receipt-shows-nik", Kind::Switch),
    of(Section::Documents, "receipt-two-sheets", Kind::Switch),
    of(Section::Documents, "receipt-annex-from", Kind::Count(0, 10_000)),
    of(Section::Documents, "number-pattern", Kind::Pattern),
    of(Section::Documents, "documents-folder", Kind::Folder),
    of(Section::Cards, "template", Kind::Template),
    of(Section::Cards, "programmes", Kind::Line),
    of(Section::Cards, "paper", Kind::Choice(&["card", "a4", "f4"])),
    of(Section::Cards, "sheet.left", Kind::Millimetres),
    of(Section::Cards, "sheet.right", Kind::Millimetres),
    of(Section::Cards, "sheet.top", Kind::Millimetres),
    of(Section::Cards, "sheet.bottom", Kind::Millimetres),
    of(Section::Cards, "sheet.gap-x", Kind::Millimetres),
    of(Section::Cards, "sheet.gap-y", Kind::Millimetres),
    of(Section::Cards, "sheet.order", Kind::Choice(&["rows", "stack"])),
    of(Section::Cards, "sheet.crop-marks", Kind::Switch),
    of(Section::Work, "watch-folder", Kind::Folder),
    of(Section::Work, "check-kpj-digit", Kind::Switch),
    of(Section::Work, "service-days", Kind::Count(1, 60)),
    of(Section::Work, "small-batch", Kind::Count(0, 10_000)),
    of(Section::Work, "holidays", Kind::Holidays),
    of(Section::Mail, "mail.server", Kind::Line),
    of(Section::Mail, "mail.port", Kind::Port),
    of(Section::Mail, "mail.security", Kind::Choice(&["starttls", "tls"])),
    of(Section::Mail, "mail.user", Kind::Line),
    of(Section::Mail, "mail.sender", Kind::Line),
    of(Section::Mail, "mail.subject", Kind::Line),
    of(Section::Mail, "mail.body", Kind::Text),
    of(Section::Printers, "calibrations", Kind::Calibrations),
    of(Section::Archive, "daily-backups", Kind::Count(0, 365)),
    of(Section::Archive, "backup-folder", Kind::Folder),
    of(Section::Look, "appearance", Kind::Choice(&["system", "light", "dark"])),
    of(Section::Look, "language", Kind::Choice(&["id", "en"])),
];

/// A setting that is to become this text.
pub type Wanted = (&'static Setting, String);

/// What changed, or would: the setting, its text before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which setting.
    pub setting: &'static Setting,
    /// What it was.
    pub old: String,
    /// What it is.
    pub new: String,
}

impl Setting {
    /// The setting of this name; an underscore is as good as a hyphen.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        let name = name.trim().to_lowercase().replace('_', "-");
        ALL.iter().find(|setting| setting.name == name)
    }

    /// Its value as text, as [`with`] takes it.
    #[must_use]
    pub fn text(&self, settings: &Settings) -> String {
        self.text_in(&taken_apart(settings))
    }

    /// Its value as JSON: what is a number or a switch is one.
    #[must_use]
    pub fn json(&self, settings: &Settings) -> Value {
        self.at(&taken_apart(settings)).cloned().unwrap_or_default()
    }

    /// Why this text cannot stand in it; `None`: it can.
    #[must_use]
    pub fn wrong(&self, text: &str) -> Option<Wrong> {
        self.kind.value(text).err()
    }

    fn text_in(&self, apart: &Value) -> String {
        self.at(apart).map(|value| self.kind.text(value)).unwrap_or_default()
    }

    fn at<'a>(&self, apart: &'a Value) -> Option<&'a Value> {
        self.name.split('.').try_fold(apart, |value, part| value.get(part.replace('-', "_")))
    }

    fn at_mut<'a>(&self, apart: &'a mut Value) -> Option<&'a mut Value> {
        self.name.split('.').try_fold(apart, |value, part| value.get_mut(part.replace('-', "_")))
    }
}

/// Nothing in [`Settings`] cannot be JSON but a folder whose name is no Unicode, which nobody can type.
fn taken_apart(settings: &Settings) -> Value {
    serde_json::to_value(settings).unwrap_or_default()
}

/// Every setting with its value as text.
#[must_use]
pub fn texts(settings: &Settings) -> Vec<Wanted> {
    let apart = taken_apart(settings);
    ALL.iter().map(|setting| (setting, setting.text_in(&apart))).collect()
}

/// The settings with some of them changed.
///
/// # Errors
/// Everything that cannot stand in its setting, in the order of `wanted`.
pub fn with<'a>(
    settings: &Settings,
    wanted: impl IntoIterator<Item = (&'static Setting, &'a str)>,
) -> Result<Settings, Vec<BadSetting>> {
    let mut apart = taken_apart(settings);
    let mut bad = Vec::new();
    for (setting, text) in wanted {
        match (setting.kind.value(text), setting.at_mut(&mut apart)) {
            (Ok(value), Some(place)) => *place = value,
            (Ok(_), None) => bad.push(BadSetting { setting, wrong: Wrong::Unknown }),
            (Err(wrong), _) => bad.push(BadSetting { setting, wrong }),
        }
    }
    if !bad.is_empty() {
        return Err(bad);
    }
    let changed: Settings = serde_json::from_value(apart).map_err(|_| Vec::new())?;
    // no choice of the office, and so no setting
    Ok(Settings { practice: settings.practice, ..changed })
}

/// What is different in `new`.
#[must_use]
pub fn changes(old: &Settings, new: &Settings) -> Vec<Change> {
    let pairs = texts(old).into_iter().zip(texts(new));
    pairs
        .filter(|((_, old), (_, new))| old != new)
        .map(|((setting, old), (_, new))| Change { setting, old, new })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Calibration;
    use std::collections::BTreeSet;
    use std::path::PathBuf;

    /// Settings none of which is empty.
    fn full() -> Settings {
        let mut settings = Settings {
            kop: vec!["Jl. Contoh No. 1".into(), "Telp. (0353) 000".into()],
            logo: Some("0123456789abcdef.png".into()),
            documents_folder: Some(PathBuf::from(if cfg!(windows) { "C:\\salinan" } else { "/salinan" })),
            ..Settings::default()
        };
        settings.calibrations.insert("Zebra 1".into(), Calibration::new((-0.5, 1.2), (0.998, 1.0)).unwrap());
        settings.mail.port = Some(2525);
        settings
    }

    #[test]
    fn every_field_of_the_settings_is_in_the_table_and_nothing_else_is() {
        fn leaves(prefix: &str, value: &Value, found: &mut BTreeSet<String>) {
            for (key, below) in value.as_object().unwrap() {
                let name = format!("{prefix}{}", key.replace('_', "-"));
                match below {
                    // the corrections of printers are one setting, whatever their names are
                    Value::Object(_) if name != "calibrations" => leaves(&format!("{name}."), below, found),
                    _ => assert!(found.insert(name)),
                }
            }
        }
        let mut fields = BTreeSet::new();
        leaves("", &serde_json::to_value(Settings::default()).unwrap(), &mut fields);
        let names: BTreeSet<String> = ALL.iter().map(|setting| setting.name.to_owned()).collect();
        assert_eq!(names.len(), ALL.len(), "a name stands twice");
        assert_eq!(names, fields);
    }

    #[test]
    fn what_a_setting_says_it_also_takes() {
        for settings in [Settings::default(), full()] {
            let texts = texts(&settings);
            let again = with(&Settings::default(), texts.iter().map(|(setting, text)| (*setting, text.as_str())));
            assert_eq!(again.unwrap(), settings);
            let choices = ALL.iter().filter_map(|setting| match setting.kind {
                Kind::Choice(keys) => Some((setting, keys)),
                _ => None,
            });
            for (setting, keys) in choices {
                for key in keys {
                    let chosen = with(&settings, [(setting, *key)]).unwrap();
                    assert_eq!(setting.text(&chosen), *key, "{}", setting.name);
                }
            }
        }
    }

    #[test]
    fn a_value_is_taken_in_the_forms_people_write_and_nonsense_is_refused_with_its_reason() {
        let take = |name, text| {
            let setting = Setting::find(name).unwrap();
            match with(&Settings::default(), [(setting, text)]) {
                Ok(settings) => Ok(setting.text(&settings)),
                Err(bad) => Err(bad[0].wrong.key()),
            }
        };
        for (name, text, expected) in [
            ("branch", " Kantor Cabang ", Ok("Kantor Cabang")),
            ("branch", "dua\nbaris", Err("one-line")),
            ("kop", "Jl. Contoh\n\nTelp.\n", Ok("Jl. Contoh\n\nTelp.")),
            ("check_kpj_digit", "Tidak", Ok("no")),
            ("check-kpj-digit", "1", Ok("yes")),
            ("check-kpj-digit", "mungkin", Err("switch")),
            ("receipt-paper", "F4", Ok("f4")),
            ("receipt-paper", "card", Err("choice")),
            ("service-days", "7", Ok("7")),
            ("service-days", "0", Err("count")),
            ("daily-backups", "-1", Err("count")),
            ("sheet.gap-x", "8,5", Ok("8.5")),
            ("sheet.gap-x", "100.1", Err("millimetres")),
            ("sheet.gap-x", "NaN", Err("millimetres")),
            ("mail.port", "", Ok("")),
            ("mail.port", "65536", Err("port")),
            ("documents-folder", "salinan", Err("folder")),
            ("documents-folder", " ", Ok("")),
            ("number-pattern", "TT-{seq}", Err("pattern")),
            ("holidays", "01-01-2027 Contoh\n2026-03-20 Cuti", Ok("2026-03-20 Cuti\n2027-01-01 Contoh")),
            ("holidays", "2026-02-30 Contoh", Err("holiday")),
            ("holidays", "2026-03-20", Err("holiday")),
            ("calibrations", "-0,5 0 1 0.998 Zebra 1", Ok("-0.5 0.0 1.0000 0.9980 Zebra 1")),
            ("calibrations", "-10.5 0 1 1 Zebra 1", Err("calibration")),
            ("calibrations", "0 0 1 1", Err("calibration")),
            ("template", "", Err("template")),
        ] {
            assert_eq!(take(name, text), expected.map(str::to_owned), "{name}: {text}");
        }
    }
}
