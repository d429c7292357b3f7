//! How the register looks.

use super::batch::Batch;
use super::deed::{self, Deed};
use super::export::export_line;
use super::list::COLUMNS;
use super::{Kind, Message, Register, details, filters, form};
use crate::domain::{ReceiptStatus, date};
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::screen::explained;
use crate::ui::theme::{BOLD, Tone, column, measure, space, style, text as size};
use crate::ui::widget::{
    Cell, Column, Grid, Width, action, body, figure, hero, hint, line, muted, quiet_action, small_action, title,
};
use crate::workflow::register::SortBy;
use crate::{i18n, tr};
use iced::widget::{center, column as stacked, container, row};
use iced::{Element, Fill};

pub(crate) const ROWS: &str = "register-rows";

impl Register {
    pub(crate) fn view(&self) -> Element<'_, Message> {
        let failure = self.failure.as_ref().map(|failure| explained(failure, Tone::Bad));
        let content: Element<'_, Message> = if self.failure.is_none() && self.rows.is_empty_register() {
            let begin = action(Icon::FileUp, tr!("ui-register-begin"), style::primary, Some(Message::GoImport));
            let words = hero(Tone::Accent, Icon::Inbox, tr!("ui-register-empty"), tr!("ui-register-empty-lead"));
            let old = action(Icon::Spreadsheet, tr!("ui-old-open"), style::secondary, Some(Message::TakeOver));
            let buttons = row![
                hint(begin, tr!("ui-import-lead"), Some(Wish::GoImport)),
                hint(old, tr!("ui-old-lead"), Some(Wish::TakeOver))
            ]
            .spacing(space::S);
            let content = stacked![words, buttons].spacing(space::XL).align_x(iced::Center);
            container(center(content)).width(Fill).height(Fill).style(style::sheet).into()
        } else {
            let picker = self.deed.as_ref().and_then(Deed::picker);
            let batch = self.batch().filter(|_| picker.is_none());
            let list = match (picker, batch) {
                (Some(picker), _) => picker.view(|m| Message::Deed(deed::Message::Picker(m))),
                (None, Some(batch)) => batch.view(),
                (None, None) => self.grid(),
            };
            let dossier = self.dossier.as_deref().filter(|_| picker.is_none());
            let pane =
                batch.and_then(Batch::story).or_else(|| dossier.map(|dossier| details::pane(dossier, self.busy)));
            let bar = (self.deed.is_none() && batch.is_none()).then(|| self.filters.bar(&self.officers));
            stacked![]
                // a form takes its room; what is shown stays so while it is filled in
                .push(bar)
                .push(container(list).height(Fill))
                .push(pane)
                .push(self.end())
                .spacing(space::M)
                .into()
        };
        stacked![self.header()]
            .push(self.export.as_ref().map(export_line))
            .push(self.deed.as_ref().map(|deed| form::form(deed, self.busy)))
            .push(failure)
            .push(content)
            .spacing(space::L)
            .into()
    }

    fn header(&self) -> Element<'_, Message> {
        let open_export = self.can_export().then_some(Message::ExportOpened);
        let export = action(Icon::Download, tr!("ui-export"), style::secondary, open_export);
        let code = quiet_action(Icon::Stamp, tr!("ui-code-open"), Some(Message::DeedOpened(deed::Kind::Code)));
        let old = quiet_action(Icon::Spreadsheet, tr!("ui-old-short"), Some(Message::TakeOver));
        row![
            stacked![title(Self::title()), muted(tr!("ui-register-lead"))].spacing(space::XS),
            container(container(self.filters.search_field()).max_width(measure::FIELD_SEARCH)).align_right(Fill),
            hint(old, tr!("ui-old-lead"), Some(Wish::TakeOver)),
            hint(code, tr!("ui-code-hint"), Some(Wish::Code)),
            hint(export, tr!("ui-export-hint"), Some(Wish::Export)),
        ]
        .spacing(space::S)
        .align_y(iced::Center)
        .into()
    }

    fn grid(&self) -> Element<'_, Message> {
        let columns = COLUMNS.map(|by| {
            let name = column_name(by);
            let sorted = self.sort.by == by;
            let name = match (sorted, self.sort.descending) {
                (false, _) => name,
                (true, true) => format!("{name} ↓"),
                (true, false) => format!("{name} ↑"),
            };
            let column = Column::new(name, width(by)).tone(if sorted { Tone::Accent } else { Tone::Muted });
            if by == SortBy::Cards { column.right() } else { column }
        });
        let choose = |at| Message::EntryChosen(self.rows.place(at));
        Grid::new(ROWS, columns.into(), self.rows.count(), |row, column| self.cell(row, column), choose)
            .revision(self.rows.revision())
            .chosen(self.rows.chosen())
            .empty(if self.rows.is_unread() { tr!("ui-register-reading") } else { tr!("ui-register-none") })
            .on_title(|column| COLUMNS.get(column).map(|by| Message::SortedBy(*by)))
            .on_seen(|seen| self.rows.lack(&seen).then_some(Message::Seen(seen)))
            .on_open(|_| Message::BatchOpened)
            .into()
    }

    fn cell(&self, at: usize, column: usize) -> Cell<'_> {
        let by = COLUMNS.get(column).copied().unwrap_or_default();
        let Some(entry) = self.rows.entry(at) else {
            // not read yet: a row without words, never another row's
            return Cell::text(if by == SortBy::Company { "…" } else { "" }).tone(Tone::Faint);
        };
        let void = entry.status == ReceiptStatus::Void;
        let tone = if void { Tone::Faint } else { Tone::Plain };
        let dash = || "—".to_owned();
        match by {
            SortBy::Date => Cell::text(date::short(entry.date)).tone(tone).struck(void),
            SortBy::Number => {
                Cell::text(entry.number.as_ref().map_or_else(dash, ToString::to_string)).tone(tone).struck(void)
            }
            SortBy::Npp => Cell::text(entry.npp.to_string()).tone(tone).struck(void),
            SortBy::Company => Cell::text(entry.company.as_str()).tone(tone).struck(void),
            SortBy::Cards => Cell::text(figure(entry.cards)).tone(tone).struck(void),
            SortBy::Status => {
                let (icon, tone, word) = status(entry.status);
                Cell::text(word).icon(icon).tone(tone)
            }
            SortBy::Ro => Cell::text(entry.ro.clone().unwrap_or_else(dash)).tone(tone),
        }
    }

    /// The totals, and what can be done with the chosen entry.
    fn end(&self) -> Element<'_, Message> {
        let total = self.rows.totals().map_or_else(
            || tr!("ui-register-counting"),
            |totals| tr!("ui-total", entries = figure(totals.entries), cards = figure(totals.cards)),
        );
        let numbered = self.chosen_number().is_some();
        let open = |kind| numbered.then_some(Message::Open(kind));
        let look = action(Icon::FileText, tr!("ui-preview"), style::secondary, numbered.then_some(Message::Preview));
        let print =
            action(Icon::Printer, tr!("ui-print-open-panel"), style::secondary, numbered.then_some(Message::Print));
        let can_mail = numbered && self.chosen_entry().is_some_and(|entry| entry.status != ReceiptStatus::Void);
        let mail = action(Icon::Mail, tr!("ui-send-mail-open"), style::secondary, can_mail.then_some(Message::Email));
        let cards = action(Icon::IdCard, tr!("ui-open-cards"), style::secondary, open(Kind::Cards));
        let receipt = action(Icon::Receipt, tr!("ui-open-receipt"), style::secondary, open(Kind::Receipt));
        let buttons = row![
            hint(print, tr!("ui-print-hint"), Some(Wish::Print)),
            hint(mail, tr!("ui-send-mail-hint"), Some(Wish::Email)),
            hint(look, tr!("ui-preview-issued-hint"), Some(Wish::Preview)),
            hint(cards, tr!("ui-open-cards-hint"), None),
            hint(receipt, tr!("ui-open-receipt-hint"), None),
            hint(small_action(Icon::Folder, style::secondary, open(Kind::Folder)), tr!("ui-open-folder"), None),
        ]
        .spacing(space::S)
        .wrap()
        .vertical_spacing(space::S);
        let company = self.chosen_entry().map(|entry| entry.npp).filter(|npp| !self.filters.is_of_company(*npp));
        let company = company.map(|npp| {
            let only = Message::Filter(filters::Message::CompanyChosen(Some(npp)));
            quiet_action(Icon::Search, tr!("ui-filter-this-company"), Some(only))
        });
        let chosen = line(self.about_chosen()).size(size::CAPTION).tone(Tone::Muted);
        let about = row![body(total).font(BOLD), container(chosen).align_right(Fill)]
            .push(company)
            .spacing(space::S)
            .align_y(iced::Center);
        container(stacked![about, buttons].spacing(space::S))
            .padding([space::M, space::L])
            .width(Fill)
            .style(style::bar)
            .into()
    }

    fn about_chosen(&self) -> String {
        let Some(entry) = self.chosen_entry() else { return tr!("ui-register-choose") };
        match (&entry.number, &entry.handed_over_to, entry.handed_over_on) {
            (None, ..) => tr!("ui-register-old"),
            (Some(_), Some(person), Some(on)) => {
                tr!("ui-handed-over", person = person.as_str(), date = i18n::day(on))
            }
            (Some(number), ..) => tr!("ui-chosen", number = number.to_string(), company = entry.company.as_str()),
        }
    }
}

fn column_name(by: SortBy) -> String {
    match by {
        SortBy::Date => tr!("ui-col-date"),
        SortBy::Number => tr!("ui-col-number"),
        SortBy::Npp => tr!("ui-col-npp"),
        SortBy::Company => tr!("ui-col-company"),
        SortBy::Cards => tr!("ui-col-cards"),
        SortBy::Status => tr!("ui-col-status"),
        SortBy::Ro => tr!("ui-col-ro"),
    }
}

fn width(by: SortBy) -> Width {
    match by {
        SortBy::Date => Width::Fixed(column::DATE),
        SortBy::Number => Width::Fixed(column::NUMBER),
        SortBy::Npp => Width::Fixed(column::NPP),
        SortBy::Company => Width::Fill { portion: 1.0, minimum: column::TEXT },
        SortBy::Cards => Width::Fixed(column::COUNT),
        SortBy::Status => Width::Fixed(column::STATUS),
        SortBy::Ro => Width::Fill { portion: 0.4, minimum: column::ROW },
    }
}

/// A status as all lists show it.
pub(crate) fn status(status: ReceiptStatus) -> (Icon, Tone, String) {
    match status {
        ReceiptStatus::Issued => (Icon::Issued, Tone::Info, tr!("ui-status-issued")),
        ReceiptStatus::Printed => (Icon::Printer, Tone::Accent, tr!("ui-status-printed")),
        ReceiptStatus::Emailed => (Icon::Mail, Tone::Accent, tr!("ui-status-emailed")),
        ReceiptStatus::HandedOver => (Icon::Handed, Tone::Good, tr!("ui-status-handed-over")),
        ReceiptStatus::Void => (Icon::Ban, Tone::Bad, tr!("ui-status-void")),
    }
}
