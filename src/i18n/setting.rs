//! The words of the settings.

use super::words;
use crate::domain::setting::{BadSetting, Section, Setting, Wrong};
use crate::tr;
use std::{borrow::Cow, collections::HashMap};

/// The name of a part of the settings.
#[must_use]
pub fn section(section: Section) -> String {
    match section {
        Section::Office => tr!("ui-settings-office"),
        Section::Documents => tr!("ui-settings-documents"),
        Section::Cards => tr!("ui-settings-cards"),
        Section::Work => tr!("ui-settings-work"),
        Section::Mail => tr!("ui-settings-mail"),
        Section::Printers => tr!("ui-settings-printers"),
        Section::Archive => tr!("ui-settings-archive"),
        Section::Look => tr!("ui-settings-look"),
    }
}

/// The name of a setting, and what it is for.
#[must_use]
pub fn setting(setting: &Setting) -> (String, String) {
    let id = setting_message_id(setting);
    (words().get(&id), words().get(&format!("{id}-note")))
}

/// Whether every word of `search` stands in a setting's name, in its part, or in what is said of it.
#[must_use]
pub fn setting_is_about(about: &Setting, search: &str) -> bool {
    let (title, note) = setting(about);
    let id = setting_message_id(about);
    let tick = if words().has(&format!("{id}-tick")) { words().get(&format!("{id}-tick")) } else { String::new() };
    let said = [about.name, &section(about.section), &title, &note, &tick].join(" ").to_lowercase();
    search.to_lowercase().split_whitespace().all(|word| said.contains(word))
}

/// What a template in a file of settings is to this computer.
#[must_use]
pub fn arrival(key: &str, name: &str) -> String {
    let arguments = HashMap::from([("name", Cow::Borrowed(name))]);
    words().get_args(&format!("settings-import-template-{key}"), arguments)
}

/// The word for a choice of a setting, or for its tick.
#[must_use]
pub fn setting_choice(setting: &Setting, key: &str) -> String {
    words().get(&format!("{}-{key}", setting_message_id(setting)))
}

/// An example of what may stand in a setting.
#[must_use]
pub fn setting_example(setting: &Setting) -> Option<String> {
    let id = format!("{}-example", setting_message_id(setting));
    words().has(&id).then(|| words().get(&id))
}

fn setting_message_id(setting: &Setting) -> String {
    format!("setting-{}", setting.name.replace('.', "-"))
}

/// Why a text cannot stand in a setting, and what may.
#[must_use]
pub fn setting_wrong(wrong: &Wrong) -> String {
    let arguments = HashMap::from([("about", Cow::Owned(wrong.about()))]);
    words().get_args(&format!("setting-wrong-{}", wrong.key()), arguments)
}

/// The same with the name of the setting.
#[must_use]
pub fn bad_setting(bad: &BadSetting) -> String {
    format!("{} ({}): {}", setting(bad.setting).0, bad.setting.name, setting_wrong(&bad.wrong).trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_has_its_name_and_what_it_is_for() {
        for setting in crate::domain::setting::ALL {
            let id = setting_message_id(setting);
            let keys = match setting.kind {
                crate::domain::setting::Kind::Choice(keys) => keys,
                crate::domain::setting::Kind::Switch => &["tick"],
                _ => &[],
            };
            for id in keys.iter().map(|key| format!("{id}-{key}")).chain([id.clone(), format!("{id}-note")]) {
                assert!(words().has(&id), "{id}");
            }
        }
        assert!(setting_is_about(crate::domain::setting::Setting::find("service-days").unwrap(), "hari KERJA"));
    }
}
