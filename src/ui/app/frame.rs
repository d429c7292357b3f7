//! The window's frame: how large it is, how large what it shows, and when all of it is drawn anew.

use crate::ui::theme::measure;
use iced::theme::{self, Base};
use iced::{Color, Size, Task, Theme, window};

/// Steps in which the scale changes while the window is dragged smaller.
const STEP: f32 = 0.02;
/// Nothing can be read below it.
const SMALLEST: f32 = 0.5;
/// A difference of colours that rounds to none.
const UNSEEN: f32 = 0.0002;
/// What the bars of a desktop take of a screen.
const BARS: f32 = 80.0;

pub(super) struct Frame {
    /// How large everything is drawn, against what the system asks for.
    scale: f32,
    /// How many pixels of the screen that asks for.
    density: f32,
    /// Another one whenever the whole window is to be drawn anew.
    anew: bool,
}

/// What a window tells of itself.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Message {
    Screen(window::Id, Option<Size>),
    /// In units of what is drawn.
    Resized(window::Id, Size),
    Density(f32),
}

impl Frame {
    pub(super) fn new() -> Self {
        Self { scale: 1.0, density: 1.0, anew: false }
    }

    /// Asks a new window what there is to know.
    pub(super) fn ask(id: window::Id) -> Task<Message> {
        let screen = window::monitor_size(id).map(move |screen| Message::Screen(id, screen));
        Task::batch([screen, window::scale_factor(id).map(Message::Density)])
    }

    pub(super) fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Screen(id, screen) => {
                let (width, height) = measure::WINDOW;
                // a screen that the window hardly fits on is the window's altogether
                if screen.is_some_and(|screen| screen.width < width || screen.height < height + BARS) {
                    return window::maximize(id, true);
                }
            }
            Message::Resized(id, size) => {
                let scale = scale(size * self.scale);
                if (scale - self.scale).abs() > STEP / 2.0 {
                    self.scale = scale;
                    // sizes that were told meanwhile are in the units of before
                    return window::size(id).map(move |size| Message::Resized(id, size));
                }
            }
            Message::Density(density) => self.density = density,
        }
        Task::none()
    }

    pub(super) fn scale(&self) -> f32 {
        self.scale
    }

    /// Something may have changed. The renderer draws only what it believes to have changed, and where a pixel of its own is
    /// no pixel of the screen it leaves traces of what was there before: then all is drawn anew.
    pub(super) fn renew(&mut self) {
        self.anew ^= (self.density * self.scale).fract() > f32::EPSILON;
    }

    /// The ground of the window: another one, by less than a screen can show, whenever all is to be drawn anew.
    pub(super) fn ground(&self, theme: &Theme) -> theme::Style {
        let ground = theme.base();
        let blue = ground.background_color.b + if self.anew { UNSEEN } else { -UNSEEN };
        theme::Style { background_color: Color { b: blue, ..ground.background_color }, ..ground }
    }
}

/// How large everything is drawn in a window of this size: in full, or smaller where it would not have room.
fn scale(room: Size) -> f32 {
    let (width, height) = measure::LAID_OUT;
    let fits = (room.width / width).min(room.height / height);
    ((fits / STEP).floor() * STEP).clamp(SMALLEST, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_window_shows_everything_smaller() {
        for ((width, height), expected) in [
            (measure::WINDOW, 1.0),
            (measure::LAID_OUT, 1.0),
            ((3840.0, 2160.0), 1.0),
            // 1366 × 768 at 125 %, less the bars
            ((1093.0, 545.0), 0.84),
            ((800.0, 700.0), 0.78),
            ((300.0, 200.0), SMALLEST),
        ] {
            let scale = scale(Size::new(width, height));
            assert!((scale - expected).abs() < 0.001, "{width} × {height}: {scale}");
            let (least_width, least_height) = measure::LAID_OUT;
            assert!(scale <= SMALLEST || (width / scale >= least_width && height / scale >= least_height));
        }
    }
}
