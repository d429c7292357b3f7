//! Templates that are good, templates that are wrong in every way, and names of every kind in both.

use super::*;
use crate::document::font::fonts;
use crate::document::layout::MM_PER_POINT;
use proptest::prelude::*;

const GOOD: &str = r#"title = "Contoh"

[[field]]
kind = "kpj"
x = 6
y = 20
width = 60
size = 14

[[field]]
kind = "name"
x = 6
y = 32
width = 73
height = 8
size = 11
smallest = 5
lines = 2

[[field]]
kind = "nik"
x = 6
y = 40
width = 40
size = 9
"#;

fn faults(text: &str) -> Vec<(usize, &'static str, String)> {
    match Template::parse("contoh", text, &[]) {
        Ok(_) => Vec::new(),
        Err(TemplateFaults { faults, .. }) => {
            faults.into_iter().map(|Fault { line, wrong }| (line, wrong.code(), wrong.subject())).collect()
        }
    }
}

#[test]
fn the_templates_of_the_program_are_good_and_their_hash_is_that_of_their_content() {
    for (name, text) in SHIPPED {
        let template = shipped(name).unwrap().unwrap();
        assert_eq!((template.name.as_str(), template.text.as_str()), (name, text));
        assert_ne!(template.title, "");
        assert_ne!(template.sha256(), Template::parse(name, &format!("{text}\n"), &[]).unwrap().sha256());
    }
    assert!(shipped("lain").is_none());
}

#[test]
fn a_wrong_template_says_which_line_is_wrong_and_why() {
    let with = |more: &str| format!("{GOOD}\n{more}");
    let field =
        |more: &str| with(&format!("[[field]]\nkind = \"branch\"\nx = 6\ny = 50\nwidth = 70\nsize = 7\n{more}"));
    // the first line of what is added to the good template
    let first = GOOD.lines().count() + 2;
    for (text, line, code, subject) in [
        ("titel = \"x\"".to_owned(), 1, "unknown-key", "titel"),
        ("title = x".to_owned(), 1, "syntax", ""),
        (with("[[field]]\nkind = \"kpj\"\nkind = \"kpj\""), first + 2, "syntax", ""),
        (with("[[field]]\nkind = \"alamat\""), first + 1, "not-one-of", "kind"),
        (with("[[field]]\nx = 1"), first, "missing", "kind"),
        (field("colour = \"hijau\""), first + 6, "not-a", "colour"),
        (field("align = \"tengah\""), first + 6, "not-one-of", "align"),
        (field("masked = true"), first + 6, "unknown-key", "masked"),
        (field("smallest = 8"), first + 6, "range", "smallest"),
        (field("lines = 2"), first, "missing", "height"),
        (field("label = { text = \"Kantor\" }"), first + 6, "missing", "rise"),
        (field("label = \"Kantor\""), first + 6, "not-a", "label"),
        (field("label = { text = \"中\", rise = 3 }"), first, "missing-glyph", "中"),
        (with("[[field]]\nkind = \"npp\"\nx = 80\ny = 50\nwidth = 10\nsize = 7"), first, "outside-card", "npp"),
        (with("[[field]]\nkind = \"npp\"\nx = 6\ny = 1\nwidth = 20\nsize = 7"), first, "outside-card", "npp"),
        (with("[[field]]\nkind = \"kpj\"\nx = 6\ny = 50\nwidth = 5\nsize = 7"), first, "too-narrow", "kpj"),
        (
            with("[[field]]\nkind = \"text\"\nx = 6\ny = 50\nwidth = 5\nsize = 7\ntext = \"PESERTA\""),
            first,
            "too-narrow",
            "text",
        ),
        (with("[[shape]]\nkind = \"rect\"\nx = 0\ny = 0\nwidth = 5"), first, "missing", "height"),
        (with("[[shape]]\nkind = \"path\"\nd = \"M 0 0 X\"\nfill = \"#000000\""), first + 2, "not-a", "d"),
        (with("[[shape]]\nkind = \"line\"\nfrom = [1]\nto = [2, 2]\nstroke = \"#000000\""), first + 2, "not-a", "from"),
        (
            with("[[shape]]\nkind = \"rect\"\nx = inf\ny = 0\nwidth = 5\nheight = 5\nfill = \"#000000\""),
            first + 2,
            "not-a",
            "x",
        ),
        (with("[[symbol]]\nkind = \"qr\"\nx = 80\ny = 5\nsize = 10"), first, "outside-card", "symbol"),
        (
            with("[back]\n[[back.field]]\nkind = \"text\"\ntext = \"x\"\nx = 9\ny = 99\nwidth = 9\nsize = 7"),
            first + 5,
            "range",
            "y",
        ),
        (with("[background]\nimage = \"latar.png\""), first + 1, "picture-missing", "latar.png"),
        (with("[background]\nimage = \"../latar.png\""), first + 1, "not-a", "image"),
        (GOOD.replace("\"nik\"", "\"sex\""), 1, "field-missing", "nik"),
        (GOOD.replace("lines = 2", "lines = 1"), 10, "too-narrow", "name"),
        (GOOD.replace("x = 6", "z = 6"), 3, "missing", "x"),
    ] {
        let found = faults(&text);
        assert!(found.contains(&(line, code, subject.to_owned())), "{code} {subject} in line {line}: {found:?}");
    }
    assert_eq!(faults(&GOOD.replace("x = 6", "z = 6")).len(), 6, "all that is wrong is said at once");
    assert_eq!(faults(GOOD), []);
    assert_eq!(faults("preprinted = true"), [], "preprinted stock may have everything");
}

#[test]
fn a_picture_is_one_by_its_bytes() {
    let text = format!("{GOOD}\n[background]\nimage = \"latar.png\"\n");
    let file = |bytes: &[u8]| TemplateFile::new("latar.png".into(), bytes);
    let jpeg = include_bytes!("../../../tests/pictures/halves.jpg");
    let mut other = jpeg.to_vec();
    other.extend([0, 0]); // behind the end of the picture
    assert_eq!(Template::pictures_named(&text), ["latar.png"]);
    let unused = TemplateFile::new("lain.png".into(), jpeg);
    let good = Template::parse("contoh", &text, &[unused, file(jpeg)]).unwrap();
    assert_eq!(good.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["latar.png"]);
    let changed = Template::parse("contoh", &text, &[file(&other)]).unwrap();
    assert_ne!(good.sha256(), changed.sha256());
    for bad in [&b"GIF89a"[..], b"\x89PNG\r\n\x1a\n...", include_bytes!("../../../tests/pictures/press.jpg")] {
        let faults = Template::parse("contoh", &text, &[file(bad)]).unwrap_err().faults;
        let (line, wrong) = (text.lines().count(), Wrong::PictureUnusable { file: "latar.png".into() });
        assert_eq!(faults, [Fault { line, wrong }]);
    }
}

proptest! {
    #[test]
    fn a_template_that_is_accepted_shows_every_name_whole(
        width in 20.0..85.0f64, height in 2.0..20.0f64, size in 4.0..20.0f64, smallest in 3.0..20.0f64,
        lines in 1..5u32, name in "[A-Z']{1,24}( [A-Z.,]{1,24}){0,4}|W{1,24}( W{1,24}){0,9}",
    ) {
        let name: String = name.chars().take(60).collect();
        let name = name.trim_end();
        let text = GOOD.replace("x = 6\ny = 32\nwidth = 73\nheight = 8\nsize = 11\nsmallest = 5\nlines = 2", &format!(
            "x = 0\ny = 32\nwidth = {width}\nheight = {height}\nsize = {size}\nsmallest = {}\nlines = {lines}",
            smallest.min(size)
        ));
        let Ok(template) = Template::parse("contoh", &text, &[]) else { return Ok(()) };
        let field = template.front.fields.iter().find(|field| field.content == Content::Name).unwrap();
        let fonts = fonts().unwrap();
        let fitted = field.fitted(fonts, name).expect("it fits");
        prop_assert_eq!(fitted.lines.concat().replace(' ', ""), name.replace(' ', ""));
        // sizes are written in hundredths of a point
        prop_assert!(fitted.size + 0.01 > field.smallest && fitted.lines.len() <= field.lines);
        for line in &fitted.lines {
            prop_assert!(fonts.em(field.weight, line) * fitted.size * MM_PER_POINT <= width + 1e-6);
        }
    }

    #[test]
    fn whatever_stands_in_the_file_nothing_breaks(at in 0..4000usize, with in "[\\[\\]={}\"#.0-9a-zé\\n-]{0,6}") {
        let text = SHIPPED[0].1;
        let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let end = (at + with.len()).min(text.len());
        let end = (end..=text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
        let changed = format!("{}{with}{}", &text[..at], &text[end..]);
        for (line, ..) in faults(&changed) {
            prop_assert!((1..=changed.lines().count() + 1).contains(&line));
        }
    }
}
