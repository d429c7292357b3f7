use super::*;
use iced_test::Simulator;

const ROWS: usize = 1_000_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Chose(usize),
    Opened(usize),
}

/// What a grid of a million rows says after some deeds; `chosen` is what the screen holds.
fn said(chosen: Option<usize>, deeds: impl FnOnce(&mut Simulator<'_, Said>)) -> Vec<Said> {
    let columns = vec![
        Column::new("Nomor", Width::Fixed(100.0)).right(),
        Column::new("Nama", Width::Fill { portion: 1.0, minimum: 50.0 }),
    ];
    let cell =
        |row: usize, column: usize| Cell::text(if column == 0 { row.to_string() } else { format!("nama {row}") });
    let grid = Grid::new("rows", columns, ROWS, cell, Said::Chose).chosen(chosen).on_open(Said::Opened).empty("kosong");
    let mut simulator = Simulator::with_size(crate::ui::settings(), (600.0, 400.0), Element::from(grid));
    deeds(&mut simulator);
    simulator.into_messages().collect()
}

fn tap(named: Named) -> impl Fn(&mut Simulator<'_, Said>) {
    move |window| {
        window.tap_key(Key::Named(named));
    }
}

#[test]
fn rows_in_sight_are_found_and_chosen_by_their_text() {
    let messages = said(None, |window| {
        assert!(window.find("Nama").is_ok() && window.find("nama 0").is_ok() && window.find("nama 500").is_err());
        window.click("nama 3").unwrap();
    });
    assert_eq!(messages, [Said::Chose(3)]);
}

#[test]
fn the_keyboard_works_once_the_grid_has_the_focus() {
    assert_eq!(said(Some(3), tap(Named::End)), [], "without focus the keys belong to others");
    for (key, expected) in [
        (Named::End, Said::Chose(ROWS - 1)),
        (Named::ArrowDown, Said::Chose(4)),
        (Named::ArrowUp, Said::Chose(2)),
        (Named::Home, Said::Chose(0)),
        (Named::Enter, Said::Opened(3)),
    ] {
        let messages = said(Some(3), |window| {
            window.click("nama 3").unwrap();
            tap(key)(window);
        });
        assert_eq!(messages, [expected], "{key:?}");
    }
}

#[test]
fn a_second_click_opens_and_the_wheel_moves_the_rows() {
    let messages = said(Some(2), |window| {
        window.click("nama 2").unwrap();
        window.click("nama 2").unwrap();
    });
    assert_eq!(messages, [Said::Opened(2)]);
    said(None, |window| {
        window.point_at((100.0, 100.0));
        let delta = mouse::ScrollDelta::Lines { x: 0.0, y: -10.0 };
        window.simulate([Event::Mouse(mouse::Event::WheelScrolled { delta })]);
        assert!(window.find("nama 0").is_err() && window.find("nama 30").is_ok());
    });
}

#[test]
fn the_chosen_row_is_in_sight_from_the_beginning() {
    said(Some(700_000), |window| assert!(window.find("nama 700000").is_ok()));
}
