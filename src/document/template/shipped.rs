//! The templates that come with the program. None holds an institution's logo: an office puts its own into its own.

use super::{Template, TemplateFaults};

/// Their names and texts; the first is the one of an office that chose none.
pub const SHIPPED: [(&str, &str); 2] = [
    ("warna", include_str!("../../../assets/templates/warna.toml")),
    ("preprinted", include_str!("../../../assets/templates/preprinted.toml")),
];

/// A template of the program's own; `None` where there is none of this name.
///
/// # Errors
/// [`TemplateFaults`]: never for what was tested.
#[must_use]
pub fn shipped(name: &str) -> Option<Result<Template, TemplateFaults>> {
    let (name, text) = SHIPPED.into_iter().find(|(shipped, _)| *shipped == name)?;
    Some(Template::parse(name, text, &[]))
}
