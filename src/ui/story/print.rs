//! Cards go to a printer, some come out spoilt, and a person says so.

use super::*;
use crate::domain::Calibration;
use crate::ui::hotkey::Wish;
use crate::workflow::print::{Job, JobState, Order, Paper, PrintError, Printer, Size, Spooler};

/// A print system that notes what it is asked to print.
#[derive(Default)]
pub(super) struct Printers {
    orders: Mutex<Vec<Order>>,
    /// Nothing answers.
    gone: Mutex<bool>,
    /// Nothing is taken over any more after so many.
    room: Mutex<Option<usize>>,
}

impl Spooler for Printers {
    fn printers(&self) -> Result<Vec<Printer>, PrintError> {
        if *self.gone.lock().unwrap() {
            return Err(PrintError::NoSystem);
        }
        let printer = |name: &str, width, height| Printer {
            name: name.into(),
            description: format!("{name} di loket"),
            is_default: name == "kantor",
            is_ready: true,
            both_sides: name == "kantor",
            papers: vec![Paper { name: "kertas".into(), size: Size { width, height } }],
            any_paper: None,
        };
        Ok(vec![printer("kantor", 210.0, 297.0), printer("zebra", 85.6, 53.98)])
    }

    fn submit(&self, order: Order) -> Result<Job, PrintError> {
        let job = Job { printer: order.printer.clone(), number: 7 };
        let mut orders = self.orders.lock().unwrap();
        if self.room.lock().unwrap().is_some_and(|room| orders.len() >= room) {
            return Err(PrintError::NoSystem);
        }
        orders.push(order);
        Ok(job)
    }

    fn state(&self, _: &Job) -> Result<JobState, PrintError> {
        Ok(JobState::Done)
    }
}

#[test]
fn cards_are_printed_and_spoilt_ones_printed_again() {
    let mut window = Window::open();
    window.issue(5);
    let kpjs = super::acts::kpjs(&window);
    window.press("p", Modifiers::COMMAND);
    window.expect(&["0001/2026 · PT CONTOH MAJU", "zebra di loket", "Printer tidak mengenal kertas 85,6 × 54,0 mm"]);
    window.click("zebra");
    window.expect(&["Printer mengenal kertas 85,6 × 54,0 mm"]);
    window.fill("print-copies", "0");
    window.expect(&["1 sampai 999"]);
    window.press("p", Modifiers::COMMAND);
    assert!(window.printing.orders.lock().unwrap().is_empty(), "nothing is printed while something is wrong");
    window.fill("print-copies", "1");
    window.fill("print-pages", "1-9");
    window.expect(&["Seperti 1-3, 7"]);
    window.fill("print-pages", "");
    window.press("p", Modifiers::COMMAND);
    window.expect(&["5 halaman dikirim ke zebra. Sudah diteruskan ke printer.", "Sudah keluar dengan benar?"]);

    // two came out spoilt: one is named by its number on the receipt, one by its KPJ
    window.click("Ada yang gagal…");
    window.expect(&["Kartu mana yang gagal?", "0 dari 5 kartu dipilih"]);
    window.fill("picker-kpj", "6");
    window.act(|window| {
        window.click(id("picker-kpj")).unwrap();
        window.tap_key(Key::Named(Named::Enter));
    });
    window.expect(&["Kartu itu tidak ada dalam daftar ini"]);
    window.fill("picker-kpj", &format!("2, {}", kpjs[3]));
    window.act(|window| {
        window.click(id("picker-kpj")).unwrap();
        window.tap_key(Key::Named(Named::Enter));
    });
    window.expect(&["2 dari 5 kartu dipilih"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["2 kartu menunggu dicetak lagi", "Cetak lagi 2 kartu yang gagal"]);
    window.click("Cetak lagi 2 kartu yang gagal");
    window.expect(&["2 halaman dikirim ke zebra"]);
    window.press(Named::F2, Modifiers::empty());
    window.expect(&["Ditandai tercetak."]);
    assert!(!window.shows("kartu yang gagal"));
    let orders: Vec<_> = window.printing.orders.lock().unwrap().drain(..).collect();
    let paper = |order: &Order| order.paper.clone().map(|paper| paper.name);
    assert!(orders.len() == 2 && orders.iter().all(|order| paper(order).as_deref() == Some("kertas")));
    assert!(orders.iter().all(|order| order.title == "Cetak KPJ 0001/2026 cards"));

    // the receipt has a printer of its own; the cards' one is remembered
    window.press(Named::Tab, Modifiers::COMMAND);
    window.expect(&["Printer mengenal kertas 210,0 × 297,0 mm", "Bolak-balik"]);
    window.press(Named::Escape, Modifiers::empty());
    window.press("3", Modifiers::COMMAND);
    window.expect(&["Dicetak"]);
    window.click("0001/2026");
    window.press("p", Modifiers::COMMAND);
    window.expect(&["Printer mengenal kertas 85,6 × 54,0 mm"]);
}

/// Prints what is in front on this printer, which is remembered for the next time.
pub(super) fn print_on(window: &mut Window, printer: &str) {
    window.click(printer);
    window.press("p", Modifiers::COMMAND);
    window.press(Named::Escape, Modifiers::empty());
}

#[test]
fn several_receipts_are_printed_in_one_act_and_those_that_came_out_well_are_marked() {
    let mut window = Window::open();
    let lists = [1, 2, 3].map(|seed| window.list_of(&format!("daftar {seed}.xlsx"), 3, seed));
    *window.desk.files.lock().unwrap() = lists.to_vec();
    window.press("o", Modifiers::COMMAND);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.click("Cetak 3 sekaligus…");
    window.expect(&["3 dari 3 tanda terima dicentang", "Printer tidak mengenal ukuran kertas ini"]);
    window.press(Named::Escape, Modifiers::empty());
    // the printer of last time is taken again
    window.click("0003/2026");
    window.click("Cetak…");
    print_on(&mut window, "zebra");
    window.printing.orders.lock().unwrap().clear();
    window.click("Cetak 3 sekaligus…");
    window.expect(&["Cetak kartu dari 3 tanda terima (9)"]);
    // the printer takes two and no more: they are told, and nothing is marked by itself
    *window.printing.room.lock().unwrap() = Some(2);
    let printing = window.app.update(Message::Wish(Wish::Print));
    window.send(Message::CloseRequested(iced::window::Id::unique()));
    window.expect(&["Mengirim ke printer…", "Dokumen sedang dikirim ke printer"]);
    window.run(printing);
    window.expect(&["2 dokumen dikirim ke zebra", "Tidak ada sistem pencetakan", "Tandai 2 tercetak"]);
    *window.printing.room.lock().unwrap() = None;
    window.click("0001/2026");
    window.click("0002/2026");
    window.expect(&["1 dari 3 tanda terima dicentang", "Tandai 0 tercetak"]);
    window.press("p", Modifiers::COMMAND);
    window.expect(&["1 dokumen dikirim ke zebra; 1 sudah diteruskan ke printer.", "Tandai 1 tercetak"]);
    let titles: Vec<_> = window.printing.orders.lock().unwrap().iter().map(|order| order.title.clone()).collect();
    assert_eq!(titles, [1, 2, 3].map(|number| format!("Cetak KPJ 000{number}/2026 cards")));
    // the cards of the second came out spoilt
    window.click("0001/2026");
    window.press(Named::F2, Modifiers::empty());
    window.expect(&["2 tanda terima ditandai tercetak.", "Tandai 0 tercetak"]);
    // then the receipts, on a printer of their own
    window.press(Named::Tab, Modifiers::COMMAND);
    window.expect(&["Cetak 2 tanda terima", "Bolak-balik"]);
    window.press("p", Modifiers::COMMAND);
    window.expect(&["2 dokumen dikirim ke kantor"]);
    assert_eq!(window.printing.orders.lock().unwrap().len(), 5);
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&["Antrean daftar"]);
    // what waits is printed from the work too
    window.press("1", Modifiers::COMMAND);
    window.expect(&["Belum dicetak 1", "Belum diserahkan 2"]);
    window.press("p", Modifiers::COMMAND);
    window.expect(&["1 dari 1 tanda terima dicentang", "0002/2026"]);
}

#[test]
fn a_printer_that_misses_is_corrected_and_the_paper_can_be_chosen() {
    let mut window = Window::open();
    let mut archive = window.archive();
    let correction = Calibration::new((0.5, -1.0), (1.0, 1.0)).unwrap();
    crate::workflow::calibration::set(&mut archive, "zebra", correction).unwrap();
    drop(archive);
    window.issue(3);
    window.press("p", Modifiers::COMMAND);
    assert!(!window.shows("Dengan koreksi printer"), "another printer has none");
    window.expect(&["Kertas", "Printer tidak mengenal kertas"]);
    window.click("zebra");
    window.expect(&["Dengan koreksi printer: geser 0,5 / -1,0 mm"]);
    window.press("p", Modifiers::COMMAND);
    window.expect(&["3 halaman dikirim ke zebra. Sudah diteruskan ke printer. Dengan koreksi printer."]);
    window.click("Dengan koreksi printer: geser 0,5 / -1,0 mm, skala 1,0000 / 1,0000");
    window.press("p", Modifiers::COMMAND);
    window.expect(&["3 halaman dikirim ke zebra"]);
    assert!(!window.shows("ke printer. Dengan koreksi"));
    let orders: Vec<_> = window.printing.orders.lock().unwrap().drain(..).collect();
    let folder = window.path("data/documents/24101780");
    let issued = std::fs::read(folder.join("24101780_2026-11-20_KPJ.pdf")).unwrap();
    assert!(orders[0].pdf != issued && orders[1].pdf == issued, "only what is printed is corrected");
}

#[test]
fn without_a_print_system_the_pdf_is_opened_instead() {
    let mut window = Window::open();
    window.issue(2);
    *window.printing.gone.lock().unwrap() = true;
    window.press("p", Modifiers::COMMAND);
    window.expect(&["Tidak ada sistem pencetakan", "cetak dari penampil PDF"]);
    window.click("Buka di penampil PDF");
    assert!(window.opened().len() == 1 && window.opened()[0].is_file());
    // printed there, it can be marked here
    window.expect(&["Sudah keluar dengan benar?", "Ada yang gagal…"]);
    *window.printing.gone.lock().unwrap() = false;
    window.click("Coba lagi");
    window.expect(&["zebra di loket"]);
}
