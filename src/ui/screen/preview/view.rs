//! How documents are shown page by page.

use super::{Message, Open, PAGE, Preview, SCROLL, Step, Turn, Zoom};
use crate::progress::Stage;
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{Handle, Report};
use crate::ui::screen::{explained, part_choice};
use crate::ui::theme::{BOLD, Tone, measure, space, style, text as size};
use crate::ui::widget::{
    action, badge, body, caption, figure, hero, hint, input, line, muted, progress, quiet_action, reachable, title,
};
use iced::widget::image::FilterMethod;
use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::{Space, button, center, column, container, image, row, scrollable, sensor, text};
use iced::{ContentFit, Element, Fill, Size};

pub(super) fn view(preview: &Preview) -> Element<'_, Message> {
    let content: Element<'_, Message> = match &preview.step {
        Step::Opening { report, handle } => opening(*report, handle),
        Step::Failed(failure) => {
            container(center(explained(failure, Tone::Bad))).height(Fill).style(style::sheet).into()
        }
        Step::Open(open) => column![tools(open), page(open)].spacing(space::M).into(),
    };
    column![header(preview), content].spacing(space::M).into()
}

fn header(preview: &Preview) -> Element<'_, Message> {
    let back = quiet_action(Icon::ArrowLeft, tr!("ui-preview-back"), Some(Message::Close));
    let draft = preview.draft.then(|| badge(Tone::Warn, Icon::Info, tr!("ui-preview-draft")));
    let part = match &preview.step {
        Step::Open(open) if open.documents.has_cards() => Some(part_choice(open.part, Message::PartChosen)),
        _ => None,
    };
    row![
        column![
            row![title(Preview::title())].push(draft).spacing(space::M).align_y(iced::Center),
            line(preview.name.as_str()).tone(Tone::Muted),
        ]
        .spacing(space::XS)
        .width(Fill),
    ]
    .push(part)
    .push(hint(back, tr!("ui-preview-back-hint"), Some(Wish::Cancel)))
    .spacing(space::M)
    .align_y(iced::Center)
    .into()
}

fn opening(report: Option<Report>, handle: &Handle) -> Element<'_, Message> {
    let word = match report.map(|report| report.stage) {
        _ if handle.is_cancelled() => tr!("ui-cancelling"),
        Some(Stage::Receipt) => tr!("ui-stage-receipt"),
        Some(_) => tr!("ui-stage-cards"),
        None => tr!("ui-preview-opening"),
    };
    let stop = (!handle.is_cancelled()).then_some(Message::Cancel);
    let content = column![
        hero(Tone::Accent, Icon::FileText, Preview::title(), tr!("ui-preview-lead")),
        progress(word, report),
        hint(
            action(Icon::X, tr!("ui-cancel"), style::secondary, stop),
            tr!("ui-preview-back-hint"),
            Some(Wish::Cancel)
        ),
    ]
    .spacing(space::XL)
    .align_x(iced::Center);
    container(center(content)).width(Fill).height(Fill).style(style::sheet).into()
}

/// A small button: an icon or a sign.
fn small<'a>(
    content: impl Into<Element<'a, Message>>,
    explanation: String,
    wish: Wish,
    message: Option<Message>,
) -> Element<'a, Message> {
    let content = button(content).padding([space::XS, space::S]).style(style::quiet).on_press_maybe(message.clone());
    hint(reachable(content, message), explanation, Some(wish))
}

fn tools(open: &Open) -> Element<'_, Message> {
    let (page, count) = (open.page(), open.count());
    let turn = |turn, off: bool| (!off).then_some(Message::Turn(turn));
    let typed = open.typed.clone().unwrap_or_else(|| (page + 1).to_string());
    let field = input(PAGE, "", &typed, false, Message::PageTyped)
        .on_submit(Message::PageGiven)
        .width(measure::FIELD_PAGE)
        .align_x(iced::Right);
    let sign = |sign: &'static str| text(sign).size(size::LEAD).font(BOLD);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 10 and 400")]
    let percent = (open.times(page) * 100.0).round() as u32;
    let fits = |zoom: Zoom, word: String, wish| {
        let message = Message::Zoomed(zoom);
        let content = button(body(word))
            .padding([space::XS, space::M])
            .style(style::segment(open.zoom == zoom))
            .on_press(message.clone());
        hint(reachable(content, Some(message)), tr!("ui-preview-fit-hint"), Some(wish))
    };
    let pages = row![
        small(Icon::ChevronUp.view(), tr!("ui-preview-previous"), Wish::PageUp, turn(Turn::Previous, page == 0)),
        small(Icon::ChevronDown.view(), tr!("ui-preview-next"), Wish::PageDown, turn(Turn::Next, page + 1 == count)),
        body(tr!("ui-preview-page")),
        field,
        muted(tr!("ui-preview-of", count = figure(count))),
    ]
    .spacing(space::S)
    .align_y(iced::Center);
    let zoom = row![
        small(sign("−"), tr!("ui-preview-farther"), Wish::Farther, Some(Message::Farther)),
        container(caption(tr!("ui-preview-percent", percent = percent))).center_x(measure::FIELD_PAGE),
        small(sign("+"), tr!("ui-preview-nearer"), Wish::Nearer, Some(Message::Nearer)),
        fits(Zoom::Page, tr!("ui-preview-fit-page"), Wish::WholePage),
        fits(Zoom::Width, tr!("ui-preview-fit-width"), Wish::PageWidth),
    ]
    .spacing(space::XS)
    .align_y(iced::Center);
    let content = row![pages, Space::new().width(Fill), zoom].align_y(iced::Center);
    container(content).padding([space::XS, space::M]).width(Fill).style(style::bar).into()
}

fn page(open: &Open) -> Element<'_, Message> {
    if let Some(failure) = &open.trouble {
        return container(center(explained(failure, Tone::Bad))).height(Fill).style(style::sheet).into();
    }
    let at = open.page();
    let key = open.key(at);
    let shown = open.natural(at) * open.times(at);
    let found = open.album.find(key);
    let sheet: Element<'_, Message> = match found {
        Some((drawn, sharp)) => {
            // a sharp picture is shown pixel by pixel
            let pixels = |count: u32| f32::from(u16::try_from(count).unwrap_or(u16::MAX)) / open.factor;
            let (area, filter) = if sharp {
                (Size::new(pixels(drawn.width), pixels(drawn.height)), FilterMethod::Nearest)
            } else {
                (shown, FilterMethod::Linear)
            };
            image(drawn.handle.clone())
                .width(area.width)
                .height(area.height)
                .content_fit(ContentFit::Fill)
                .filter_method(filter)
                .into()
        }
        None => Space::new().width(shown.width).height(shown.height).into(),
    };
    let sheet = container(sheet).style(style::paper);
    // the least size lets a small page stand in the middle, a large one begin at the corner
    let ground = container(sheet)
        .padding(EDGE)
        .center_x(shown.width.max(open.room.width) + 2.0 * EDGE)
        .center_y(shown.height.max(open.room.height) + 2.0 * EDGE);
    let bar = Scrollbar::new().width(measure::PROGRESS).scroller_width(measure::PROGRESS);
    let area = scrollable(ground)
        .id(SCROLL)
        .direction(Direction::Both { vertical: bar, horizontal: bar })
        .width(Fill)
        .height(Fill)
        .style(style::scroll);
    let inside = |area: Size| Message::Sized(Size::new(area.width - 2.0 * EDGE, area.height - 2.0 * EDGE));
    let area = sensor(area).on_show(inside).on_resize(inside);
    container(area).padding(measure::LINE).width(Fill).height(Fill).style(style::desk).into()
}

/// The ground that is left around a page.
const EDGE: f32 = space::L;
