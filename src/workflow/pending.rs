//! Lists that wait: what was read and checked is kept until it is issued, so that no batch is forgotten between two
//! people or two days. A list that was not issued can be taken back; an issued one is voided.

use super::check::{Checked, judge};
use super::issue::Particulars;
use super::{Archive, Error};
use crate::domain::work::PendingId;
use crate::domain::{CheckedList, CheckedRow, Code, Company};
use crate::import::Table;
use crate::progress::Progress;
use crate::store::StoreError;
use chrono::NaiveDate;

pub use crate::store::PendingList;

/// Keeps a checked list with what was repaired in it and what is known of its company. Kept once more, the list from the
/// same file stays one list, with its id.
///
/// # Errors
/// [`Error::Store`]; what was kept before then stays.
pub fn keep(archive: &mut Archive, checked: &Checked, particulars: &Particulars) -> Result<PendingId, Error> {
    let list = &checked.list;
    let given = |said: &Option<String>, found: &Option<String>| {
        said.as_ref().or(found.as_ref()).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    };
    let kept = PendingList {
        file_name: list.file.clone(),
        file_hash: list.file_hash.clone(),
        npp: particulars.npp.or(list.company.npp),
        company: given(&particulars.company, &list.company.name),
        ro: given(&particulars.ro, &None),
        email: given(&particulars.email, &None),
        entered: particulars.entered,
        posted: particulars.posted,
        received: particulars.date,
        counts: list.counts(),
        without_kpj: without_kpj(list),
    };
    Ok(archive.store.keep(&kept, &checked.table.to_kept())?)
}

/// How many rows of a list have no KPJ number yet.
#[must_use]
pub fn without_kpj(list: &CheckedList) -> usize {
    list.rows.iter().filter(|row| has(row, Code::KpjMissing)).count()
}

fn has(row: &CheckedRow, code: Code) -> bool {
    row.problems.iter().any(|problem| problem.code == code)
}

/// The lists that wait, the first that came first.
///
/// # Errors
/// [`Error::Store`] when they cannot be read.
pub fn list(archive: &Archive) -> Result<Vec<(PendingId, PendingList)>, Error> {
    Ok(archive.store.pending()?)
}

/// A list that waits, judged anew as of the day `on`: the register may know more by now.
///
/// # Errors
/// [`Error::NotPending`] for a list that was issued or taken back, [`Error::Store`] when it cannot be read,
/// [`Error::Cancelled`].
pub fn resume(
    archive: &Archive,
    id: PendingId,
    on: NaiveDate,
    progress: &dyn Progress,
) -> Result<(Checked, Particulars), Error> {
    let (kept, content) = archive.store.pending_list(id)?.ok_or(Error::NotPending(id))?;
    revive(archive, kept, &content, on, progress)
}

/// A list that was just read or, where the same file waits already and somebody repaired it, that one, with what is known of
/// its company.
///
/// # Errors
/// As [`resume`].
pub fn go_on(
    archive: &Archive,
    read: Checked,
    on: NaiveDate,
    progress: &dyn Progress,
) -> Result<(Checked, Particulars), Error> {
    let Some((_, kept, content)) = archive.store.pending_from(&read.list.file_hash)? else {
        return Ok((read, Particulars::on(on)));
    };
    let (revived, particulars) = revive(archive, kept, &content, on, progress)?;
    let worked_on = !revived.list.edits.is_empty();
    Ok((if worked_on { revived } else { read }, particulars))
}

/// Keeps the list as [`keep`] where somebody has still something to do with it, and says whether that is so.
///
/// # Errors
/// As [`keep`].
pub fn keep_if_it_waits(archive: &mut Archive, checked: &Checked, particulars: &Particulars) -> Result<bool, Error> {
    let waits = waits(checked);
    if waits {
        keep(archive, checked, particulars)?;
    }
    Ok(waits)
}

/// Whether somebody has still something to do with a list: not where every row of it was issued before.
#[must_use]
pub fn waits(checked: &Checked) -> bool {
    !checked.list.rows.iter().all(|row| has(row, Code::KpjAlreadyIssued))
}

fn revive(
    archive: &Archive,
    kept: PendingList,
    content: &str,
    on: NaiveDate,
    progress: &dyn Progress,
) -> Result<(Checked, Particulars), Error> {
    let table = Table::from_kept(content).map_err(|_| StoreError::Damaged("a kept list"))?;
    let mut checked = judge(Some(archive), table, on, progress)?;
    checked.list.company = Company {
        npp: kept.npp.or(checked.list.company.npp),
        name: kept.company.clone().or(checked.list.company.name),
    };
    let PendingList { npp, company, ro, email, entered, posted, .. } = kept;
    Ok((checked, Particulars { npp, company, ro, email, entered, posted, date: on }))
}

/// Takes back a list that was not issued. That it was here stays on record, its people do not.
///
/// # Errors
/// [`Error::NotPending`] for a list that was issued or taken back before, [`Error::ReasonMissing`] without a reason,
/// [`Error::Store`]; the list then still waits.
pub fn withdraw(archive: &mut Archive, id: PendingId, reason: &str) -> Result<(), Error> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::ReasonMissing);
    }
    if archive.store.withdraw(id, reason)? { Ok(()) } else { Err(Error::NotPending(id)) }
}
