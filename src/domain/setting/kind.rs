//! What may stand in a setting, and how it is written.

use super::Setting;
use crate::domain::office;
use crate::domain::working_days::Holiday;
use crate::domain::{Calibration, SheetSettings};
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// What a setting holds. Each is written as text, the same in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A line of text.
    Line,
    /// A few lines, each by itself.
    Lines,
    /// Running text.
    Text,
    /// `yes` or `no`.
    Switch,
    /// One of these keys.
    Choice(&'static [&'static str]),
    /// A whole number, from the least to the most.
    Count(u32, u32),
    /// The number of a port; empty: the usual one.
    Port,
    /// A length of at most 100 mm, in tenths.
    Millimetres,
    /// The full path of a folder; empty: none.
    Folder,
    /// A pattern of receipt numbers.
    Pattern,
    /// The name of a template of cards.
    Template,
    /// The name of a picture in the data folder; empty: none.
    Logo,
    /// Days with their names, a line each: `2026-03-20 Cuti bersama Idul Fitri`.
    Holidays,
    /// Corrections of printers, a line each: to the right and down in mm, stretch across and down, the printer's name.
    Calibrations,
}

/// Why a text cannot stand in a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Several lines where one belongs.
    OneLine,
    /// Neither yes nor no.
    Switch,
    /// None of these keys.
    Choice(&'static [&'static str]),
    /// No whole number within these.
    Count(u32, u32),
    /// No port.
    Port,
    /// No length of at most 100 mm.
    Millimetres,
    /// No full path.
    Folder,
    /// Numbers would repeat.
    Pattern,
    /// No template is named.
    Template,
    /// This line is no day with a name.
    Holiday(String),
    /// This line is no correction of a printer.
    Calibration(String),
    /// The program that this is does not have it.
    Unknown,
}

impl Wrong {
    /// What kind of mistake it is.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::OneLine => "one-line",
            Self::Switch => "switch",
            Self::Choice(_) => "choice",
            Self::Count(..) => "count",
            Self::Port => "port",
            Self::Millimetres => "millimetres",
            Self::Folder => "folder",
            Self::Pattern => "pattern",
            Self::Template => "template",
            Self::Holiday(_) => "holiday",
            Self::Calibration(_) => "calibration",
            Self::Unknown => "unknown",
        }
    }

    /// What might stand there instead, or the line that is wrong.
    #[must_use]
    pub fn about(&self) -> String {
        match self {
            Self::Choice(keys) => keys.join(", "),
            Self::Count(least, most) => format!("{least}–{most}"),
            Self::Holiday(line) | Self::Calibration(line) => line.clone(),
            _ => String::new(),
        }
    }
}

/// A text that cannot stand in its setting.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {}", setting.name, wrong.key())]
pub struct BadSetting {
    /// Which setting.
    pub setting: &'static Setting,
    /// Why not.
    pub wrong: Wrong,
}

impl Kind {
    /// The text of a value that stands in settings.
    pub(super) fn text(self, value: &Value) -> String {
        let tenths = |value: &Value| format!("{:.1}", value.as_f64().unwrap_or_default() / 10.0);
        match (self, value) {
            (Self::Millimetres, value) => tenths(value),
            (Self::Lines, Value::Array(lines)) => lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
            (Self::Holidays, value) => {
                let holidays: Vec<Holiday> = serde_json::from_value(value.clone()).unwrap_or_default();
                let line = |holiday: &Holiday| format!("{} {}", holiday.day, holiday.name);
                holidays.iter().map(line).collect::<Vec<_>>().join("\n")
            }
            (Self::Calibrations, value) => {
                let known: BTreeMap<String, Calibration> = serde_json::from_value(value.clone()).unwrap_or_default();
                let line = |(name, calibration): (&String, &Calibration)| {
                    let ((x, y), (across, down)) = (calibration.offset(), calibration.scale());
                    format!("{x:.1} {y:.1} {across:.4} {down:.4} {name}")
                };
                known.iter().map(line).collect::<Vec<_>>().join("\n")
            }
            (_, Value::Bool(on)) => if *on { "yes" } else { "no" }.into(),
            (_, Value::String(text)) => text.clone(),
            (_, Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// The value for settings.
    pub(super) fn value(self, text: &str) -> Result<Value, Wrong> {
        let line = text.trim();
        let one_line = || if line.contains(['\n', '\r']) { Err(Wrong::OneLine) } else { Ok(line) };
        let or_none = |value: &str| if value.is_empty() { Value::Null } else { value.into() };
        Ok(match self {
            Self::Lines => text.trim_end().lines().map(str::trim_end).collect(),
            Self::Text => format!("{}\n", text.replace("\r\n", "\n").trim_end()).into(),
            Self::Switch => switch(line).ok_or(Wrong::Switch)?.into(),
            Self::Choice(keys) => {
                let chosen = keys.iter().find(|key| key.eq_ignore_ascii_case(line));
                (*chosen.ok_or(Wrong::Choice(keys))?).into()
            }
            Self::Count(least, most) => {
                let count = line.parse::<u32>().ok().filter(|count| (least..=most).contains(count));
                count.ok_or(Wrong::Count(least, most))?.into()
            }
            Self::Port if line.is_empty() => Value::Null,
            Self::Port => line.parse::<u16>().ok().filter(|port| *port > 0).ok_or(Wrong::Port)?.into(),
            Self::Millimetres => tenths(line).ok_or(Wrong::Millimetres)?.into(),
            Self::Folder if line.is_empty() || Path::new(line).is_absolute() => or_none(one_line()?),
            Self::Folder => return Err(Wrong::Folder),
            Self::Pattern => match office::number(one_line()?, 1, 2000) {
                Ok(_) => line.into(),
                Err(office::BadNumberPattern) => return Err(Wrong::Pattern),
            },
            Self::Template if line.is_empty() => return Err(Wrong::Template),
            Self::Line | Self::Template => one_line()?.into(),
            Self::Logo => or_none(one_line()?),
            Self::Holidays => {
                let mut holidays = written(text).map(holiday).collect::<Result<Vec<_>, _>>()?;
                holidays.sort();
                holidays.dedup();
                json!(holidays)
            }
            Self::Calibrations => {
                let known = written(text).map(calibration).collect::<Result<BTreeMap<_, _>, _>>()?;
                json!(known)
            }
        })
    }
}

fn written(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn switch(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "yes" | "ya" | "true" | "on" | "1" => Some(true),
        "no" | "tidak" | "false" | "off" | "0" => Some(false),
        _ => None,
    }
}

fn tenths(text: &str) -> Option<u16> {
    let mm: f64 = text.replace(',', ".").parse().ok()?;
    let tenths = (mm * 10.0).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the limit")]
    (0.0..=f64::from(SheetSettings::WIDEST)).contains(&tenths).then_some(tenths as u16)
}

fn holiday(line: &str) -> Result<Holiday, Wrong> {
    let wrong = || Wrong::Holiday(line.to_owned());
    let (day, name) = line.split_once(char::is_whitespace).ok_or_else(wrong)?;
    let day = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"].iter().find_map(|form| NaiveDate::parse_from_str(day, form).ok());
    Ok(Holiday { day: day.ok_or_else(wrong)?, name: name.trim().to_owned() })
}

fn calibration(line: &str) -> Result<(String, Calibration), Wrong> {
    let wrong = || Wrong::Calibration(line.to_owned());
    let mut rest = line;
    let mut numbers = [0.0; 4];
    for number in &mut numbers {
        let (word, after) = rest.split_once(char::is_whitespace).ok_or_else(wrong)?;
        *number = word.replace(',', ".").parse().map_err(|_| wrong())?;
        rest = after.trim_start();
    }
    let [x, y, across, down] = numbers;
    let calibration = Calibration::new((x, y), (across, down)).map_err(|_| wrong())?;
    if rest.is_empty() { Err(wrong()) } else { Ok((rest.to_owned(), calibration)) }
}
