//! What lies behind something else: seen, but out of reach of keys, mouse and Tab.

use super::around::{Addition, around};
use iced::Element;

/// `content`, out of reach as long as `inert`.
pub(crate) fn inert<'a, Message: 'a>(content: impl Into<Element<'a, Message>>, inert: bool) -> Element<'a, Message> {
    around(content, Inert(inert))
}

struct Inert(bool);

impl<Message> Addition<Message> for Inert {
    type State = ();

    fn passes(&self) -> bool {
        !self.0
    }
}
