//! The second sheet: sums by month, and their picture.

use super::{CARDS, DAY, count, foot, head, printed};
use crate::domain::{ReceiptStatus, RegisterEntry};
use crate::tr;
use chrono::{Datelike, Months, NaiveDate};
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Chart, ChartType, Format, FormatAlign, Formula, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// Every month from the first to the last, with its entries and cards. The sums are formulas over the first sheet: what is
/// corrected there counts here.
pub(super) fn sheet(sheet: &mut Worksheet, entries: &[RegisterEntry]) -> Result<(), XlsxError> {
    let (head, count) = (head(), count());
    let month = Format::new().set_num_format("mmm yyyy").set_align(FormatAlign::Left);
    let (register, recap) = (tr!("register-sheet"), tr!("recap-sheet"));
    sheet.set_name(&recap)?;
    sheet.set_row_height(0, 20)?;
    let titles = [tr!("recap-month"), tr!("recap-entries"), tr!("register-cards-short")];
    for ((at, title), width) in (0u16..).zip(titles).zip([16.0, 18.0, 14.0]) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, title, &head)?;
    }
    let months = months(entries);
    let last = entries.len() + 1;
    let whole = |column: u16| {
        let name = column_number_to_name(column);
        format!("{register}!${name}$2:${name}${last}")
    };
    let (days, cards) = (whole(DAY), whole(CARDS));
    for (row, (first, (entries, sum))) in (1u32..).zip(&months) {
        let here = format!("{days},\">=\"&A{0},{days},\"<\"&EDATE(A{0},1)", row + 1);
        let counted = Formula::new(format!("=COUNTIFS({here},{cards},\">0\")")).set_result(entries.to_string());
        let summed = Formula::new(format!("=SUMIFS({cards},{here})")).set_result(sum.to_string());
        sheet.write_date_with_format(row, 0, first, &month)?;
        sheet.write_formula_with_format(row, 1, counted, &count)?;
        sheet.write_formula_with_format(row, 2, summed, &count)?;
    }
    let rows = u32::try_from(months.len()).unwrap_or(u32::MAX);
    if rows > 0 {
        let total = foot().set_num_format("#,##0");
        let sums = months.values().fold((0, 0), |sums, (entries, cards)| (sums.0 + entries, sums.1 + cards));
        sheet.write_string_with_format(rows + 1, 0, tr!("register-sum"), &foot())?;
        for (at, name, sum) in [(1, 'B', sums.0), (2, 'C', sums.1)] {
            let formula = Formula::new(format!("=SUM({name}2:{name}{})", rows + 1)).set_result(sum.to_string());
            sheet.write_formula_with_format(rows + 1, at, formula, &total)?;
        }
        let mut chart = Chart::new(ChartType::Column);
        chart
            .add_series()
            .set_name((recap.as_str(), 0, 2))
            .set_categories((recap.as_str(), 1, 0, rows, 0))
            .set_values((recap.as_str(), 1, 2, rows, 2))
            .set_gap(60);
        chart.title().set_name(&tr!("recap-title"));
        chart.legend().set_hidden();
        chart.set_width(720).set_height(360);
        sheet.insert_chart(1, 4, &chart)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    printed(sheet, true)
}

/// First days of the months, with entries and cards that count. Years without any are no reason for a hundred empty rows:
/// months between are filled in up to ten years.
fn months(entries: &[RegisterEntry]) -> BTreeMap<NaiveDate, (u64, u64)> {
    let mut months: BTreeMap<NaiveDate, (u64, u64)> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.status != ReceiptStatus::Void) {
        let sums = months.entry(entry.date.with_day(1).unwrap_or(entry.date)).or_default();
        *sums = (sums.0 + 1, sums.1 + entry.counted_cards());
    }
    if let (Some((&first, _)), Some((&last, _))) = (months.first_key_value(), months.last_key_value()) {
        let between = (1..120).map_while(|step| first.checked_add_months(Months::new(step)));
        for month in between.take_while(|month| *month < last) {
            months.entry(month).or_default();
        }
    }
    months
}
