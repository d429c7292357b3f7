//! The words of the program: Indonesian first, English second. They live in `assets/i18n/{id,en}`.

mod count;
mod day;
mod explained;
mod setting;
mod speech;

use crate::domain::date;
use crate::domain::life::{CardEventKind, Copy, LetterState};
use crate::domain::mapping::Doubt;
use crate::domain::old_register::{OldCode, OldProblem};
use crate::domain::work::{Step, Urgency};
use crate::domain::{
    Calibration, Code, Counts, Field, Kind, Problem, ReceiptStatus, Reference, ReprintReason, RowStatus,
};
use crate::progress::Stage;
use i18n_embed::fluent::FluentLanguageLoader;
use std::{borrow::Cow, collections::HashMap};

pub use crate::domain::office::Language;
pub use day::{day, month};
#[cfg(test)]
pub(crate) use explained::is_screen_explained;
pub use explained::{Explained, ScreenWords, about_screen, explained};
pub use setting::{
    arrival, bad_setting, section, setting, setting_choice, setting_example, setting_is_about, setting_wrong,
};
#[cfg(test)]
pub(crate) use speech::speaking;
pub use speech::{select, spoken, words, words_of};

/// A message in the language of the user, checked at compile time: `tr!("id", argument = value)`.
#[macro_export]
macro_rules! tr {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        i18n_embed_fl::fl!($crate::i18n::words(), $id $(, $name = $value)*)
    };
}

/// The name of a column for people.
#[must_use]
pub fn field(field: Field) -> String {
    match field {
        Field::Kpj => tr!("field-kpj"),
        Field::Nik => tr!("field-nik"),
        Field::Name => tr!("field-name"),
        Field::BirthDate => tr!("field-birth-date"),
        Field::Sex => tr!("field-sex"),
        Field::MembershipDate => tr!("field-membership-date"),
        Field::IdentityKind => tr!("field-identity-kind"),
        Field::Npp => tr!("field-npp"),
        Field::Company => tr!("field-company"),
    }
}

/// One plain sentence about a problem: what is wrong and what to do.
#[must_use]
pub fn problem(problem: &Problem) -> String {
    problem_by(words(), problem)
}

/// The same for a company.
#[must_use]
pub fn problem_in_indonesian(problem: &Problem) -> String {
    problem_by(words_of(Language::Id), problem)
}

fn problem_by(words: &FluentLanguageLoader, problem: &Problem) -> String {
    let mut arguments: HashMap<&str, Cow<'_, str>> = HashMap::new();
    arguments.insert("value", Cow::Borrowed(&problem.value));
    arguments.insert("suggestion", problem.suggestion.as_deref().unwrap_or_default().into());
    arguments.insert("kind", problem.kind.map_or("none", Kind::as_str).into());
    arguments.insert(
        "reference",
        match &problem.reference {
            None => "".into(),
            Some(Reference::Row(row)) => row.to_string().into(),
            Some(Reference::Receipt(number)) => number.0.as_str().into(),
            Some(Reference::Kpj(kpj)) => kpj.to_string().into(),
        },
    );
    words.get_args(&problem_message_id(problem.code), arguments)
}

/// What is open about the columns of a list, in a sentence.
#[must_use]
pub fn doubt(doubt: &Doubt) -> String {
    match doubt {
        Doubt::Missing(of) => tr!("doubt-missing", field = field(*of)),
        Doubt::Several(of, titles) => tr!("doubt-several", field = field(*of), columns = titles.join(", ")),
    }
}

/// One plain sentence about a problem in the old register.
#[must_use]
pub fn old_problem(problem: &OldProblem) -> String {
    let mut arguments: HashMap<&str, Cow<'_, str>> = HashMap::new();
    arguments.insert("value", Cow::Borrowed(&problem.value));
    arguments.insert("suggestion", problem.suggestion.as_deref().unwrap_or_default().into());
    words().get_args(&old_problem_message_id(problem.code), arguments)
}

fn old_problem_message_id(code: OldCode) -> String {
    format!("old-problem-{}", code.as_str())
}

/// A status of a receipt in words.
#[must_use]
pub fn job_state(key: &str, reason: &str) -> String {
    let sentence = match key {
        "waiting" => tr!("job-waiting"),
        "printing" => tr!("job-printing"),
        "stopped" => tr!("job-stopped", reason = reason),
        "cancelled" => tr!("job-cancelled"),
        "failed" => tr!("job-failed", reason = reason),
        _ => tr!("job-done"),
    };
    sentence.trim_end().to_owned()
}

/// What became of a letter.
#[must_use]
pub fn letter_state(state: LetterState) -> String {
    match state {
        LetterState::Sending => tr!("letter-sending"),
        LetterState::Sent => tr!("letter-sent"),
        LetterState::Failed => tr!("letter-failed"),
        LetterState::Unsure => tr!("letter-unsure"),
    }
}

/// The word for a status.
#[must_use]
pub fn status(status: ReceiptStatus) -> String {
    match status {
        ReceiptStatus::Issued => tr!("status-issued"),
        ReceiptStatus::Printed => tr!("status-printed"),
        ReceiptStatus::Emailed => tr!("status-emailed"),
        ReceiptStatus::HandedOver => tr!("status-handed-over"),
        ReceiptStatus::Void => tr!("status-void"),
    }
}

/// A reason for printing cards again in words.
#[must_use]
pub fn reprint_reason(reason: ReprintReason) -> String {
    match reason {
        ReprintReason::Lost => tr!("reprint-lost"),
        ReprintReason::Damaged => tr!("reprint-damaged"),
        ReprintReason::WrongData => tr!("reprint-wrong-data"),
        ReprintReason::Other => tr!("reprint-other"),
    }
}

/// A printer's correction in words.
#[must_use]
pub fn correction(correction: Calibration) -> String {
    let ((x, y), (across, down)) = (correction.offset(), correction.scale());
    let number = |number: f64, digits: usize| format!("{number:.digits$}").replace('.', &tr!("ui-decimal"));
    tr!("calibration-words", x = number(x, 1), y = number(y, 1), across = number(across, 4), down = number(down, 4))
}

/// What happened to a card, in words.
#[must_use]
pub fn card_event(kind: &CardEventKind) -> String {
    match kind {
        CardEventKind::Status { status, to, on, reason } => {
            let parts = [Some(self::status(*status)), to.clone(), on.map(date::short), reason.clone()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        CardEventKind::Spoilt { settled: None } => tr!("life-spoilt"),
        CardEventKind::Spoilt { settled: Some(at) } => tr!("life-spoilt-settled", on = date::moment(*at)),
        CardEventKind::Reprinted { copy, reason, note } => copied(*copy, Some((1, *reason, note))),
    }
}

/// A copy of a receipt, and the cards printed again with it, in words.
#[must_use]
pub fn copied(number: u32, reprinted: Option<(usize, ReprintReason, &str)>) -> String {
    let number = number.to_string();
    match reprinted {
        None => tr!("life-copy", number = number),
        Some((cards, reason, note)) => {
            let (cards, reason) = (cards.to_string(), reprint_reason(reason));
            tr!("life-reprint", number = number, cards = cards, reason = reason, note = note)
        }
    }
}

/// The same of a copy that is on record.
#[must_use]
pub fn copy(copy: &Copy) -> String {
    let reprint = copy.reprint.as_ref();
    copied(copy.number, reprint.map(|reprint| (reprint.cards.len(), reprint.reason, reprint.note.as_str())))
}

/// What a piece of work waits for, in words.
#[must_use]
pub fn step(step: Step) -> String {
    match step {
        Step::AwaitingKpj => tr!("step-awaiting-kpj"),
        Step::ToIssue => tr!("step-to-issue"),
        Step::ToPrint => tr!("step-to-print"),
        Step::ToHandOver => tr!("step-to-hand-over"),
    }
}

/// How urgent a piece of work is, in words.
#[must_use]
pub fn urgency(urgency: Urgency) -> String {
    match urgency {
        Urgency::OnTime => tr!("urgency-on-time"),
        Urgency::Soon => tr!("urgency-soon"),
        Urgency::Late => tr!("urgency-late"),
    }
}

/// A status of a row in words.
#[must_use]
pub fn row_status(status: RowStatus) -> String {
    match status {
        RowStatus::Ready => tr!("row-ready"),
        RowStatus::Warning => tr!("row-warning"),
        RowStatus::Rejected => tr!("row-rejected"),
    }
}

/// How many rows stand where, in one line.
#[must_use]
pub fn counts(counts: Counts) -> String {
    tr!(
        "row-counts",
        rows = counts.rows.to_string(),
        ready = counts.ready.to_string(),
        warning = counts.warning.to_string(),
        rejected = counts.rejected.to_string()
    )
}

/// What of a company a change is about, by its key in the database.
#[must_use]
pub fn company_field(key: &str) -> String {
    match key {
        "name" => tr!("company-field-name"),
        "ro" => tr!("register-ro"),
        "email" => tr!("company-email"),
        "address" => tr!("company-address"),
        "division" => tr!("company-division"),
        "merged" => tr!("company-field-merged"),
        other => other.to_owned(),
    }
}

/// What long work is doing.
#[must_use]
pub fn stage(stage: Stage) -> String {
    match stage {
        Stage::Reading => tr!("stage-reading"),
        Stage::Checking => tr!("stage-checking"),
        Stage::Cards => tr!("stage-cards"),
        Stage::Receipt => tr!("stage-receipt"),
        Stage::Saving => tr!("stage-saving"),
        Stage::Register => tr!("stage-register"),
        Stage::Database => tr!("stage-database"),
        Stage::Documents => tr!("stage-documents"),
        Stage::Packing => tr!("stage-packing"),
        Stage::Unpacking => tr!("stage-unpacking"),
        Stage::Connecting => tr!("stage-connecting"),
        Stage::Sending => tr!("stage-sending"),
        Stage::Printing => tr!("stage-printing"),
    }
}

/// An error in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What happened, and what was kept.
    pub message: String,
    /// What to do next.
    pub hint: String,
}

/// The words for an error; `key` is its code or a finer name, `subject` is what it is about: a file, a folder, a number.
#[must_use]
pub fn error(key: &str, subject: &str) -> Explanation {
    let say = |id: String| words().get_args(&id, HashMap::from([("subject", Cow::Borrowed(subject))]));
    if words().has(&format!("error-{key}")) {
        Explanation { message: say(format!("error-{key}")), hint: say(format!("error-{key}-hint")) }
    } else {
        Explanation { message: format!("{key}: {subject}"), hint: String::new() }
    }
}

/// One plain sentence about something wrong in a template: the code of the fault, what it is about (a key, a field, a
/// file), and what may stand there instead.
#[must_use]
pub fn template_fault(line: usize, code: &str, subject: &str, known: &str) -> String {
    let arguments = HashMap::from([
        ("line", Cow::Owned(line.to_string())),
        ("subject", Cow::Borrowed(subject)),
        ("known", Cow::Borrowed(known)),
    ]);
    words().get_args(&format!("template-fault-{code}"), arguments)
}

/// What does not agree in the archive, by its code.
#[must_use]
pub fn difference(code: &str, subject: &str, expected: &str, found: &str) -> String {
    let arguments = [("subject", subject), ("expected", expected), ("found", found)];
    words().get_args(&format!("difference-{code}"), arguments.map(|(name, text)| (name, Cow::Borrowed(text))).into())
}

fn problem_message_id(code: Code) -> String {
    format!("problem-{}", code.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_code_has_its_sentence() {
        for code in Code::ALL {
            assert!(words().has(&problem_message_id(code)), "{}", code.as_str());
        }
        for code in OldCode::ALL {
            assert!(words().has(&old_problem_message_id(code)), "{}", code.as_str());
        }
    }

    #[test]
    fn every_error_has_its_sentence_and_its_hint() {
        for code in [
            "file-not-found",
            "file-empty",
            "file-not-a-list",
            "file-encrypted",
            "file-damaged",
            "file-too-large",
            "file-unreadable",
            "header-not-found",
            "no-rows",
            "no-such-sheet",
            "no-such-column",
            "npp-missing",
            "company-missing",
            "out-not-writable",
            "database-newer",
            "database-locked",
            "database-damaged",
            "database-error",
            "document-failed",
            "number-pattern",
            "receipt-not-found",
            "receipt-void",
            "status-back",
            "handed-over-before",
            "recipient-missing",
            "cards-to-print",
            "kpj-not-on-receipt",
            "reason-missing",
            "note-missing",
            "kpj-not-found",
            "kpj-void",
            "logo-unusable",
            "document-missing",
            "document-changed",
            "no-mail-server",
            "email-missing",
            "email-address",
            "email-server-unreachable",
            "email-server-unsafe",
            "email-login",
            "email-refused",
            "email-broken-off",
            "email-failed",
            "no-print-system",
            "print-broken-off",
            "printer-not-found",
            "print-refused",
            "no-printer",
            "no-such-page",
            "nothing-to-print",
            "copy-not-found",
            "no-such-card",
            "paper-not-found",
            "document-damaged",
            "document-too-large",
            "files-not-in-place",
            "company-not-found",
            "company-same",
            "company-not-merged",
            "no-old-register",
            "take-over-not-found",
            "take-over-undone",
            "reason-missing",
            "cancelled",
            "out-exists",
            "not-a-backup",
            "backup-damaged",
            "backup-unreadable",
            "restore-unfinished",
            "no-data-folder",
            "data-folder-remote",
            "template-invalid",
            "template-not-found",
            "template-name",
            "template-exists",
            "template-unreadable",
            "template-no-room",
            "template-no-room-card",
            "start-at",
            "calibration",
            "printer-name",
            "email-password-missing",
            "no-keyring",
            "keyring-refused",
            "setting-invalid",
            "setting-unknown",
            "folder-missing",
            "settings-unusable",
            "settings-newer",
            "sheet-no-room",
        ] {
            let Explanation { message, hint } = error(code, "x");
            assert!(!message.starts_with(code) && !hint.is_empty() && !hint.starts_with("No local"), "{code}");
        }
    }
}
