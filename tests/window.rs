//! The desktop binary from outside, where no window can be opened.
#![cfg(all(unix, not(target_os = "macos")))]

use assert_cmd::Command;
use predicates::prelude::PredicateBooleanExt as _;

#[test]
fn without_a_screen_the_program_says_so_and_does_not_panic() {
    let data = tempfile::tempdir().unwrap();
    for (language, words) in [("id", "Tidak ada layar"), ("en", "There is no screen")] {
        Command::cargo_bin("cetak-kpj")
            .unwrap()
            .args(["--lang", language])
            .env("CETAK_KPJ_DATA", data.path())
            .env_remove("DISPLAY")
            .env("WAYLAND_DISPLAY", "")
            .assert()
            .code(2)
            .stderr(predicates::str::contains(words).and(predicates::str::contains("panic").not()));
    }
    assert_eq!(data.path().read_dir().unwrap().count(), 0, "nothing was written");
}
