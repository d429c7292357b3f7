//! What the office decides for itself, and the archive as a whole.

pub(crate) mod archive;

mod cards;
mod printers;

mod mail;

use crate::domain::Settings as Office;
use crate::domain::office::{Appearance, Language, Paper, ReceiptPaper, number};
use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context};
use crate::ui::theme::{SANS, Tone, measure, space, style, text as size};
use crate::ui::widget::{
    action, badge, body, caption, complaint, hint, input, muted, panel, quiet_action, segments, tick, title,
};
use iced::widget::{Column, Space, column, container, row, scrollable, text_editor};
use iced::{Element, Fill, Task};
use std::path::PathBuf;

pub(crate) struct Settings {
    /// As the archive has them; `None` until they were read.
    saved: Option<Office>,
    draft: Office,
    /// The draft's letterhead, with the cursor that a field of several lines needs.
    kop: text_editor::Content,
    /// The draft's folder as typed.
    folder: String,
    cards: cards::Cards,
    printers: printers::Printers,
    /// The folder for daily backups as typed, and how many are kept.
    backups: (String, String),
    archive: archive::Archive,
    mail: mail::Mail,
    /// A picture that shall become the logo, as typed.
    logo: String,
    /// The draft's number of cards from which their list is an annex, as typed.
    annex: String,
    saving: bool,
    failure: Option<Failure>,
    no_dialog: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Loaded(Office),
    BranchTyped(String),
    KopEdited(text_editor::Action),
    PlaceTyped(String),
    OfficerTyped(String),
    OfficerTitleTyped(String),
    PaperChosen(Paper),
    ReceiptPaperChosen(ReceiptPaper),
    NikToggled(bool),
    PatternTyped(String),
    FolderTyped(String),
    LogoTyped(String),
    ChooseLogo,
    LogoAnswered(Answer),
    LogoRemoved,
    TwoSheetsToggled(bool),
    AnnexTyped(String),
    ChooseFolder,
    FolderAnswered(Answer),
    CheckDigitToggled(bool),
    Cards(cards::Message),
    Printers(printers::Message),
    BackupFolderTyped(String),
    BackupsTyped(String),
    Archive(archive::Message),
    Mail(mail::Message),
    AppearanceChosen(Appearance),
    Save,
    Discard,
    Saved(Result<Office, Failure>),
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    /// The template of this name is to be edited.
    Edit(String),
    /// A file for the desktop to show.
    Open(PathBuf),
    /// They are written.
    Saved(Box<Office>),
    /// The data folder holds other data now.
    Restored,
    /// Take the old Excel register over.
    TakeOver,
}

impl Settings {
    pub(crate) fn new() -> Self {
        Self {
            saved: None,
            draft: Office::default(),
            kop: text_editor::Content::new(),
            folder: String::new(),
            cards: cards::Cards::new(),
            printers: printers::Printers::new(),
            backups: (String::new(), String::new()),
            archive: archive::Archive::new(),
            mail: mail::Mail::new(&Office::default().mail),
            logo: String::new(),
            annex: String::new(),
            saving: false,
            failure: None,
            no_dialog: false,
        }
    }

    pub(crate) fn title() -> String {
        tr!("ui-settings")
    }

    /// The appearance as chosen here, saved or not: a choice shows at once.
    pub(crate) fn appearance(&self) -> Appearance {
        self.draft.appearance
    }

    /// The language was chosen elsewhere, and is saved.
    pub(crate) fn language_chosen(&mut self, language: Language) {
        self.draft.language = language;
        if let Some(saved) = &mut self.saved {
            saved.language = language;
        }
    }

    /// The office as the draft has it: a template is edited as it will be used.
    pub(crate) fn draft(&self) -> Office {
        self.filled_in()
    }

    /// A template of this name was saved: it is the one that is looked at.
    pub(crate) fn template_saved(&mut self, name: String, context: &Context) -> Task<Message> {
        self.draft.template = name;
        self.cards.refresh(&self.draft, context)
    }

    /// Whether something here is not saved yet.
    pub(crate) fn is_dirty(&self) -> bool {
        self.saved.as_ref().is_some_and(|saved| *saved != self.filled_in() || !self.logo.trim().is_empty())
    }

    /// From how many cards on their list is an annex; empty or 0: never. `None`: that is no number.
    fn annex_from(&self) -> Option<u32> {
        let typed = self.annex.trim();
        if typed.is_empty() { Some(0) } else { typed.parse().ok() }
    }

    fn new_logo(&self) -> Option<PathBuf> {
        let logo = self.logo.trim();
        (!logo.is_empty()).then(|| PathBuf::from(logo))
    }

    fn logo_is_wrong(&self) -> bool {
        self.new_logo().is_some_and(|logo| !logo.is_absolute())
    }

    /// The draft with the parts that are kept as typed.
    fn filled_in(&self) -> Office {
        let lines = self.kop.text();
        let kop: Vec<String> = lines.trim_end().lines().map(|line| line.trim_end().to_owned()).collect();
        let sheet = self.cards.sheet(&self.draft).unwrap_or(self.draft.sheet);
        let path = |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).map(PathBuf::from);
        Office {
            kop,
            sheet,
            receipt_annex_from: self.annex_from().unwrap_or(self.draft.receipt_annex_from),
            documents_folder: path(&self.folder),
            backup_folder: path(&self.backups.0),
            mail: self.mail.filled_in(),
            daily_backups: self.daily_backups().unwrap_or(self.draft.daily_backups),
            ..self.draft.clone()
        }
    }

    /// How many daily backups are kept; `None` where no such number was typed.
    fn daily_backups(&self) -> Option<u32> {
        self.backups.1.trim().parse().ok().filter(|count| *count <= 365)
    }

    fn backup_folder_is_wrong(&self) -> bool {
        self.filled_in().backup_folder.is_some_and(|folder| !folder.is_absolute())
    }

    /// Whether the data folder is being changed at this moment.
    pub(crate) fn is_restoring(&self) -> bool {
        self.archive.is_restoring()
    }

    fn pattern_example(&self) -> Option<String> {
        number(&self.draft.number_pattern, 7, 2026).ok()
    }

    fn folder_is_wrong(&self) -> bool {
        self.filled_in().documents_folder.is_some_and(|folder| !folder.is_absolute())
    }

    fn can_save(&self) -> bool {
        !self.saving
            && self.is_dirty()
            && self.pattern_example().is_some()
            && !self.folder_is_wrong()
            && self.cards.sheet(&self.draft).is_some()
            && !self.backup_folder_is_wrong()
            && self.daily_backups().is_some()
            && !self.mail.is_wrong()
            && !self.logo_is_wrong()
            && self.annex_from().is_some()
    }

    fn load(&mut self, office: Office, context: &Context) -> Action {
        self.kop = text_editor::Content::with_text(&office.kop.join("\n"));
        let shown = |folder: &Option<PathBuf>| folder.as_ref().map(|f| f.display().to_string()).unwrap_or_default();
        self.folder = shown(&office.documents_folder);
        self.backups = (shown(&office.backup_folder), office.daily_backups.to_string());
        self.mail = mail::Mail::new(&office.mail);
        self.logo.clear();
        self.annex = office.receipt_annex_from.to_string();
        self.draft = office.clone();
        self.saved = Some(office);
        self.failure = None;
        Action::Run(self.cards.load(&self.draft, context))
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Loaded(office) => return self.load(office, context),
            Message::BranchTyped(text) => self.draft.branch = text,
            Message::KopEdited(action) => self.kop.perform(action),
            Message::PlaceTyped(text) => self.draft.place = text,
            Message::OfficerTyped(text) => self.draft.officer = text,
            Message::OfficerTitleTyped(text) => self.draft.officer_title = text,
            Message::PaperChosen(paper) => self.draft.paper = paper,
            Message::ReceiptPaperChosen(paper) => self.draft.receipt_paper = paper,
            Message::NikToggled(shown) => self.draft.receipt_shows_nik = shown,
            Message::PatternTyped(text) => self.draft.number_pattern = text,
            Message::FolderTyped(text) => self.folder = text,
            Message::LogoTyped(text) => self.logo = text,
            Message::ChooseLogo => {
                return Action::Run(Task::perform(context.desktop.pick_list(), Message::LogoAnswered));
            }
            Message::LogoAnswered(answer) => {
                self.no_dialog = answer == Answer::Unavailable;
                if let Answer::Chosen(file) = answer {
                    self.logo = file.display().to_string();
                }
            }
            Message::LogoRemoved => {
                self.logo.clear();
                self.draft.logo = None;
            }
            Message::TwoSheetsToggled(two) => self.draft.receipt_two_sheets = two,
            Message::AnnexTyped(text) => self.annex = text,
            Message::ChooseFolder => {
                return Action::Run(Task::perform(context.desktop.pick_folder(), Message::FolderAnswered));
            }
            Message::FolderAnswered(answer) => {
                self.no_dialog = answer == Answer::Unavailable;
                if let Answer::Chosen(folder) = answer {
                    self.folder = folder.display().to_string();
                }
            }
            Message::BackupFolderTyped(text) => self.backups.0 = text,
            Message::BackupsTyped(text) => self.backups.1 = text,
            Message::Archive(message) => {
                return match self.archive.update(message, context) {
                    archive::Action::None => Action::None,
                    archive::Action::Run(task) => Action::Run(task.map(Message::Archive)),
                    archive::Action::Open(path) => Action::Open(path),
                    archive::Action::Restored => Action::Restored,
                    archive::Action::TakeOver => Action::TakeOver,
                };
            }
            Message::CheckDigitToggled(checked) => self.draft.check_kpj_digit = checked,
            Message::Cards(cards::Message::Edit) => return Action::Edit(self.draft.template.clone()),
            Message::Cards(message) => return Action::Run(self.cards.update(message, &mut self.draft, context)),
            Message::Printers(message) => {
                let (task, shown) = self.printers.update(message, &mut self.draft.calibrations, context);
                return shown.map_or(Action::Run(task), Action::Open);
            }
            Message::Mail(message) => self.mail.update(message),
            Message::AppearanceChosen(appearance) => self.draft.appearance = appearance,
            Message::Save if self.can_save() => {
                self.saving = true;
                let (folder, office) = (context.folder.clone(), self.filled_in());
                let logo = self.new_logo();
                let task = job::quick(move || office::save_settings(&folder, office, logo.as_deref()));
                return Action::Run(task.map(Message::Saved));
            }
            Message::Save => {}
            Message::Discard => {
                if let Some(saved) = self.saved.clone() {
                    return self.load(saved, context);
                }
            }
            Message::Saved(Ok(office)) => {
                self.saving = false;
                self.failure = None;
                // what was typed while it was being written stays a draft
                self.draft.logo.clone_from(&office.logo);
                self.logo.clear();
                self.saved = Some(office.clone());
                return Action::Saved(Box::new(office));
            }
            Message::Saved(Err(failure)) => {
                self.saving = false;
                self.failure = Some(failure);
            }
        }
        Action::None
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let groups = column![
            self.office(),
            self.documents(),
            self.cards.view(&self.draft).map(Message::Cards),
            self.printers.view(&self.draft.calibrations).map(Message::Printers),
            self.checks(),
            self.mail.view().map(Message::Mail),
            self.look(),
            self.archive.view().map(Message::Archive),
            self.daily()
        ]
        .spacing(space::L)
        .max_width(measure::FORM + space::L);
        let failure = self.failure.as_ref().map(|failure| super::explained(failure, Tone::Bad));
        column![self.header()]
            .push(failure)
            .push(scrollable(groups.padding(iced::padding::right(space::L))).height(Fill).style(style::scroll))
            .spacing(space::L)
            .into()
    }

    fn header(&self) -> Element<'_, Message> {
        let dirty = self.is_dirty();
        let state = dirty.then(|| badge(Tone::Warn, Icon::Info, tr!("ui-settings-unsaved")));
        let discard = dirty.then(|| quiet_action(Icon::Undo, tr!("ui-settings-discard"), Some(Message::Discard)));
        let save = action(Icon::Save, tr!("ui-save"), style::primary, self.can_save().then_some(Message::Save));
        let line = row![
            column![title(Self::title()), muted(tr!("ui-settings-lead"))].spacing(space::XS),
            Space::new().width(Fill)
        ]
        .push(state)
        .push(discard)
        .push(hint(save, tr!("ui-settings-save-hint"), Some(Wish::Save)))
        .spacing(space::S)
        .align_y(iced::Center);
        container(line).max_width(measure::FORM).into()
    }

    fn office(&self) -> Element<'_, Message> {
        let kop = text_editor(&self.kop)
            .id("settings-kop")
            .placeholder(tr!("ui-settings-kop-example"))
            .on_action(Message::KopEdited)
            .font(SANS)
            .size(size::BODY)
            .padding(space::M)
            .height(measure::EDITOR)
            .style(style::editor);
        let line = |id, placeholder: String, value: &str, message: fn(String) -> Message| {
            input(id, &placeholder, value, false, message)
        };
        let draft = &self.draft;
        panel(
            tr!("ui-settings-office"),
            column![
                entry(
                    tr!("ui-settings-branch"),
                    tr!("ui-settings-branch-note"),
                    line("settings-branch", tr!("ui-settings-branch-example"), &draft.branch, Message::BranchTyped)
                ),
                entry(tr!("ui-settings-kop"), tr!("ui-settings-kop-note"), kop),
                entry(tr!("ui-settings-logo"), tr!("ui-settings-logo-note"), self.logo()),
                entry(
                    tr!("ui-settings-place"),
                    tr!("ui-settings-place-note"),
                    line("settings-place", tr!("ui-settings-place-example"), &draft.place, Message::PlaceTyped)
                ),
                entry(
                    tr!("ui-settings-officer"),
                    tr!("ui-settings-officer-note"),
                    column![
                        line(
                            "settings-officer",
                            tr!("ui-settings-officer-example"),
                            &draft.officer,
                            Message::OfficerTyped
                        ),
                        line(
                            "settings-officer-title",
                            tr!("ui-settings-officer-title-example"),
                            &draft.officer_title,
                            Message::OfficerTitleTyped
                        ),
                    ]
                    .spacing(space::S)
                ),
            ]
            .spacing(space::L),
        )
        .into()
    }

    /// The logo as it is, and a field for another one.
    fn logo(&self) -> Element<'_, Message> {
        let example = tr!("ui-settings-logo-example");
        let path = input("settings-logo", &example, &self.logo, self.logo_is_wrong(), Message::LogoTyped);
        let choose = action(Icon::Folder, tr!("ui-choose"), style::secondary, Some(Message::ChooseLogo));
        let state: Element<'_, Message> = if self.draft.logo.is_some() {
            row![
                caption(tr!("ui-settings-logo-set")),
                quiet_action(Icon::X, tr!("ui-settings-logo-remove"), Some(Message::LogoRemoved))
            ]
            .spacing(space::S)
            .align_y(iced::Center)
            .into()
        } else {
            caption(tr!("ui-settings-logo-none")).into()
        };
        column![row![path, choose].spacing(space::S), state].spacing(space::XS).into()
    }

    fn documents(&self) -> Element<'_, Message> {
        let draft = &self.draft;
        let receipt_papers = [(ReceiptPaper::A4, None, "A4".to_owned()), (ReceiptPaper::F4, None, "F4".to_owned())];
        let pattern = input("settings-pattern", "", &draft.number_pattern, self.pattern_example().is_none(), |text| {
            Message::PatternTyped(text)
        });
        let example = match self.pattern_example() {
            Some(example) => caption(tr!("ui-settings-pattern-becomes", example = example)).into(),
            None => complaint(tr!("ui-settings-pattern-wrong")),
        };
        let folder =
            input("settings-folder", &tr!("ui-settings-folder-none"), &self.folder, self.folder_is_wrong(), |t| {
                Message::FolderTyped(t)
            });
        let choose = action(Icon::Folder, tr!("ui-choose"), style::secondary, Some(Message::ChooseFolder));
        let trouble = if self.folder_is_wrong() {
            Some(complaint(tr!("ui-settings-folder-wrong")))
        } else {
            self.no_dialog.then(|| caption(tr!("ui-no-dialog")).into())
        };
        panel(
            tr!("ui-settings-documents"),
            column![
                entry(
                    tr!("ui-settings-paper"),
                    tr!("ui-settings-paper-note"),
                    segments(papers(), draft.paper, Message::PaperChosen)
                ),
                entry(
                    tr!("ui-settings-receipt-paper"),
                    tr!("ui-settings-receipt-paper-note"),
                    segments(receipt_papers, draft.receipt_paper, Message::ReceiptPaperChosen)
                ),
                entry(
                    tr!("ui-settings-nik"),
                    tr!("ui-settings-nik-note"),
                    tick(tr!("ui-settings-nik-tick"), draft.receipt_shows_nik, Message::NikToggled)
                ),
                entry(
                    tr!("ui-settings-sheets"),
                    tr!("ui-settings-sheets-note"),
                    tick(tr!("ui-settings-sheets-tick"), draft.receipt_two_sheets, Message::TwoSheetsToggled)
                ),
                entry(
                    tr!("ui-settings-annex"),
                    tr!("ui-settings-annex-note"),
                    input("settings-annex", "0", &self.annex, self.annex_from().is_none(), Message::AnnexTyped)
                        .width(measure::FIELD_SHORT)
                ),
                entry(
                    tr!("ui-settings-pattern"),
                    tr!("ui-settings-pattern-note"),
                    column![pattern, example].spacing(space::XS)
                ),
                entry(
                    tr!("ui-settings-folder"),
                    tr!("ui-settings-folder-note"),
                    column![row![folder, choose].spacing(space::S)].push(trouble).spacing(space::XS)
                ),
            ]
            .spacing(space::L),
        )
        .into()
    }

    fn checks(&self) -> Element<'_, Message> {
        let digit = tick(tr!("ui-settings-digit-tick"), self.draft.check_kpj_digit, Message::CheckDigitToggled);
        panel(tr!("ui-settings-checks"), entry(tr!("ui-settings-digit"), tr!("ui-settings-digit-note"), digit)).into()
    }

    fn daily(&self) -> Element<'_, Message> {
        let folder_is_wrong = self.backup_folder_is_wrong();
        let folder = input(
            "settings-backup-folder",
            &tr!("ui-settings-backups-here"),
            &self.backups.0,
            folder_is_wrong,
            Message::BackupFolderTyped,
        );
        let trouble = folder_is_wrong.then(|| complaint(tr!("ui-settings-folder-wrong")));
        let count_is_wrong = self.daily_backups().is_none();
        let count = input("settings-backups", "7", &self.backups.1, count_is_wrong, Message::BackupsTyped);
        panel(
            tr!("ui-settings-daily"),
            column![
                entry(
                    tr!("ui-settings-backups"),
                    tr!("ui-settings-backups-note"),
                    container(count).max_width(measure::FIELD_SHORT)
                ),
                entry(
                    tr!("ui-settings-backup-folder"),
                    tr!("ui-settings-backup-folder-note"),
                    column![folder].push(trouble).spacing(space::XS)
                ),
            ]
            .spacing(space::L),
        )
        .into()
    }

    fn look(&self) -> Element<'_, Message> {
        let choices = [
            (Appearance::System, Some(Icon::Monitor), tr!("ui-settings-look-system")),
            (Appearance::Light, Some(Icon::Sun), tr!("ui-settings-look-light")),
            (Appearance::Dark, Some(Icon::Moon), tr!("ui-settings-look-dark")),
        ];
        let choice = segments(choices, self.draft.appearance, Message::AppearanceChosen);
        panel(tr!("ui-settings-look"), entry(tr!("ui-settings-theme"), tr!("ui-settings-theme-note"), choice)).into()
    }
}

/// The papers of cards with their names.
pub(crate) fn papers() -> [(Paper, Option<Icon>, String); 3] {
    Paper::ALL.map(|paper| {
        let name = match paper {
            Paper::Card => tr!("ui-paper-card"),
            Paper::A4 => tr!("ui-paper-a4"),
            Paper::F4 => tr!("ui-paper-f4"),
        };
        (paper, None, name)
    })
}

/// A setting: its name and what it is for at the left, its control at the right.
fn entry<'a, M: 'a>(name: String, explanation: String, control: impl Into<Element<'a, M>>) -> Element<'a, M> {
    let words: Column<'a, M> = column![body(name), caption(explanation)].spacing(space::HAIR);
    row![words.width(measure::LABEL), container(control).width(Fill)].spacing(space::XL).into()
}
