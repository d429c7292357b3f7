//! The guide: how it is opened, and its pictures.

use super::*;
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, BufWriter};

#[test]
fn the_guide_opens_from_the_help_and_from_the_palette() {
    let mut window = Window::open();
    window.press(Named::F1, Modifiers::empty());
    window.click("Panduan");
    window.press(Named::Escape, Modifiers::empty());
    window.press("k", Modifiers::COMMAND);
    window.fill("palette-text", "panduan");
    window.press(Named::Enter, Modifiers::COMMAND);
    let page = window.path("data").join("panduan.html");
    assert_eq!(window.opened(), [page.clone(), page.clone()]);
    assert!(std::fs::read_to_string(page).unwrap().contains("Panduan Cetak KPJ"));
}

/// `cargo test --lib pictures_of_the_guide -- --ignored`, after the screens have changed.
#[test]
#[ignore = "writes the pictures of the guide anew"]
fn the_pictures_of_the_guide_are_taken() {
    let mut window = Window::first();
    window.fill("welcome-branch", "Kantor Cabang Contoh");
    window.fill("welcome-officer", "Petugas Contoh");
    window.fill("welcome-folder", r"D:\Kartu KPJ");
    window.photograph("mulai");

    let mut window = Window::open();
    window.photograph("impor");
    *window.desk.files.lock().unwrap() = super::queue::of_companies(&window);
    window.press("o", Modifiers::COMMAND);
    window.photograph("antrean");
    window.click("Tutup antrean");
    let list = window.list("daftar PT Contoh Maju.xlsx", 120, true);
    window.read(list);
    while !window.shows("NIK rusak") {
        window.press(Named::F7, Modifiers::empty());
    }
    window.photograph("periksa");
    window.press(Named::F1, Modifiers::SHIFT);
    window.photograph("masalah");

    let mut window = Window::open();
    window.issue(12);
    window.photograph("terbit");
    window.press("p", Modifiers::COMMAND);
    window.click("zebra");
    window.photograph("cetak");
    window.press(Named::Escape, Modifiers::empty());
    window.press("3", Modifiers::COMMAND);
    window.click("0001/2026");
    window.press(Named::F2, Modifiers::empty());
    window.photograph("register");
    let kpjs = super::acts::kpjs(&window);
    window.press(Named::F4, Modifiers::empty());
    window.click(kpjs[1].as_str());
    window.click("rusak");
    window.fill("register-deed-first", "Basah kena hujan");
    window.photograph("ulang");
    window.press(Named::Escape, Modifiers::empty());
    window.press("4", Modifiers::COMMAND);
    window.fill("people-search", "24");
    window.click("Cari");
    window.photograph("orang");
}

impl Window {
    /// Takes a picture of the window as most people see it, without what shows for a moment only.
    fn photograph(&mut self, name: &str) {
        self.size = measure::WINDOW.into();
        (0..20).for_each(|id| self.send(Message::CloseToast(id)));
        let theme = self.app.theme();
        let mut simulator = Simulator::with_size(crate::ui::settings(), self.size, self.app.view());
        let snapshot = simulator.snapshot(&theme).unwrap();
        let shot = self.home.path().join(name);
        assert!(snapshot.matches_image(&shot).unwrap());
        let shot = shot.with_file_name(format!("{name}-tiny-skia.png"));
        let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/guide/{name}.png"));
        in_few_colours(&shot, &picture);
        self.size = measure::PICTURED.into();
    }
}

/// Colours of a picture: the most frequent ones are enough for a window.
const COLOURS: usize = 64;

/// Writes a shot, which has twice the size, at its size and in few colours.
fn in_few_colours(shot: &Path, picture: &Path) {
    let mut reader = png::Decoder::new(BufReader::new(File::open(shot).unwrap())).read_info().unwrap();
    let mut rgba = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut rgba).unwrap();
    let (width, height) = (info.width as usize / 2, info.height as usize / 2);
    let mean = |x: usize, y: usize, part: usize| {
        let at = |x: usize, y: usize| u32::from(rgba[(y * width * 2 + x) * 4 + part]);
        let sum = at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1);
        u8::try_from(sum / 4).unwrap()
    };
    let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let pixels: Vec<[u8; 3]> = pixels.map(|(x, y)| [0, 1, 2].map(|part| mean(x, y, part))).collect();

    // one colour of each neighbourhood, the most frequent neighbourhoods first
    let mut near: HashMap<[u8; 3], HashMap<[u8; 3], usize>> = HashMap::new();
    for pixel in &pixels {
        *near.entry(pixel.map(|part| part / 8)).or_default().entry(*pixel).or_default() += 1;
    }
    let mut near: Vec<_> = near
        .into_values()
        .map(|colours| {
            let count: usize = colours.values().sum();
            (count, colours.into_iter().max_by_key(|(colour, count)| (*count, *colour)).unwrap().0)
        })
        .collect();
    near.sort_unstable_by(|one, other| other.cmp(one));
    near.truncate(COLOURS);
    let apart = |one: [u8; 3], other: [u8; 3]| -> u32 {
        one.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    let mut known: HashMap<[u8; 3], u8> = HashMap::new();
    let nearest = |pixel: [u8; 3]| (0..near.len()).min_by_key(|at| apart(near[*at].1, pixel)).unwrap();
    let indices: Vec<u8> = pixels
        .iter()
        .map(|pixel| *known.entry(*pixel).or_insert_with(|| u8::try_from(nearest(*pixel)).unwrap()))
        .collect();

    let file = BufWriter::new(File::create(picture).unwrap());
    let mut encoder = png::Encoder::new(file, u32::try_from(width).unwrap(), u32::try_from(height).unwrap());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(near.iter().flat_map(|(_, colour)| *colour).collect::<Vec<u8>>());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header().unwrap().write_image_data(&indices).unwrap();
}
