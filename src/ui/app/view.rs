//! How the window is put together: the rail, the screen, and what lies over them.

use super::{App, Message, Offer, Screen, Toast};
use crate::domain::office::Language;
use crate::ui::hotkey::{self, Wish};
use crate::ui::icon::Icon;
use crate::ui::job::Failure;
use crate::ui::theme::{BOLD, Tone, measure, space, style, text as size};
use crate::ui::widget::{action, body, caption, hint_beside, inert, quiet_action, reachable};
use crate::ui::{screen, widget};
use crate::{i18n, tr};
use iced::widget::{Column, Space, button, column, container, row, stack, text};
use iced::{Element, Fill};

impl App {
    pub(crate) fn view(&self) -> Element<'_, Message> {
        let screen = match (&self.front, self.screen) {
            (Some(front), _) => front.view(self.fronts),
            (None, Screen::Work) => self.work.view().map(Message::Work),
            (None, Screen::Import) => self.import.view().map(Message::Import),
            (None, Screen::Register) => self.register.view().map(Message::Register),
            (None, Screen::TakeOver) => self.take_over.view().map(Message::TakeOver),
            (None, Screen::People) => self.people.view().map(Message::People),
            (None, Screen::Companies) => self.companies.view().map(Message::Companies),
            (None, Screen::Settings) => self.settings.view().map(Message::Settings),
            (None, Screen::Template) => match &self.editor {
                Some(editor) => editor.view().map(Message::Template),
                None => self.settings.view().map(Message::Settings),
            },
        };
        let content = column![]
            .push(self.practice.then(practice_banner))
            .push(self.trouble.as_ref().map(trouble))
            .push(container(screen).padding([space::L, space::XL]).width(Fill).height(Fill));
        // the screen first, as Tab goes
        let window = stack![row![Space::new().width(measure::RAIL), content], self.rail()];
        let toasts = Column::with_children(self.toasts.iter().map(toast)).spacing(space::S);
        // at the top, where it hides no button
        let toasts = container(toasts).padding(space::L).center_x(Fill);
        let palette = self.palette.as_ref().map(|palette| palette.view().map(Message::Palette));
        let help = self.help.map(|help| help.view().map(Message::Help));
        let behind = inert(window, palette.is_some() || help.is_some());
        hotkey::listener(stack![behind].push(palette).push(help).push(toasts), Message::Wish)
    }

    fn rail(&self) -> Element<'_, Message> {
        let name = row![Icon::IdCard.view().size(size::ICON_LARGE), text(tr!("app-name")).size(size::LEAD).font(BOLD),]
            .spacing(space::S)
            .align_y(iced::Center);
        let face = self.screen.face();
        let items = Screen::ALL.map(|screen| {
            let (icon, word, wish) = screen.face();
            let label = row![icon.view().size(size::ICON), body(word.clone())].spacing(space::M).align_y(iced::Center);
            let item = button(label)
                .width(Fill)
                .padding(space::M)
                .style(style::rail_item(face.0 == screen.face().0))
                .on_press(Message::Go(screen));
            hint_beside(reachable(item, Some(Message::Go(screen))), word, Some(wish))
        });
        let find = rail_button(Icon::Search, tr!("palette-open"), Message::Wish(Wish::Palette));
        let other = match i18n::spoken() {
            Language::Id => (Language::En, "English"),
            Language::En => (Language::Id, "Bahasa Indonesia"),
        };
        let help = rail_button(Icon::Help, tr!("help"), Message::Wish(Wish::Help));
        let speak = rail_button(Icon::Languages, other.1.to_owned(), Message::Speak(other.0));
        let version = caption(tr!("ui-version", version = env!("CARGO_PKG_VERSION"))).style(style::rail_ink);
        let content = column![
            container(name).padding([space::S, space::M]),
            Column::with_children(items).spacing(space::XS),
            Space::new().height(Fill),
            column![
                hint_beside(find, tr!("palette-placeholder"), Some(Wish::Palette)),
                hint_beside(help, tr!("help-hint"), Some(Wish::Help)),
                speak
            ]
            .spacing(space::XS),
            container(version).padding([space::S, space::M]),
        ]
        .spacing(space::XL);
        container(content).padding([space::L, space::M]).width(measure::RAIL).height(Fill).style(style::rail).into()
    }
}

/// Something to press at the foot of the rail.
fn rail_button<'a>(icon: Icon, word: String, message: Message) -> Element<'a, Message> {
    let label = row![icon.view().size(size::ICON), body(word)].spacing(space::M).align_y(iced::Center);
    let content = button(label).width(Fill).padding([space::S, space::M]).style(style::rail_item(false));
    reachable(content.on_press(message.clone()), Some(message))
}

fn practice_banner<'a>() -> Element<'a, Message> {
    let leave = quiet_action(Icon::ArrowLeft, tr!("ui-leave-practice"), Some(Message::LeavePractice));
    let line = row![Icon::Practice.toned(Tone::Info), body(tr!("ui-practice")).width(Fill), leave]
        .spacing(space::M)
        .align_y(iced::Center);
    container(container(line).padding([space::XS, space::L]).width(Fill).style(style::note(Tone::Info)))
        .padding(iced::Padding { top: space::M, bottom: 0.0, left: space::XL, right: space::XL })
        .into()
}

fn trouble(failure: &Failure) -> Element<'_, Message> {
    let again = action(Icon::Undo, tr!("ui-retry"), style::secondary, Some(Message::LoadAgain));
    container(row![screen::explained(failure, Tone::Bad), again].spacing(space::M).align_y(iced::Center))
        .padding(iced::Padding { top: space::M, bottom: 0.0, left: space::XL, right: space::XL })
        .into()
}

fn toast(toast: &Toast) -> Element<'_, Message> {
    let offer = toast.offer.as_ref().map(|offer| match offer {
        Offer::Folder(folder) => quiet_action(Icon::Folder, tr!("ui-open-folder"), Some(Message::Show(folder.clone()))),
        Offer::List(file) => quiet_action(Icon::FileUp, tr!("arrival-read"), Some(Message::ReadArrived(file.clone()))),
    });
    widget::toast(toast.tone, toast.sentence.as_str(), offer, Message::CloseToast(toast.id))
}
