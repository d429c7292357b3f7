//! What one waits for in the morning: from the start of the program to its first frame, against a window of iced with
//! nothing in it; and what the program takes while nobody touches it. Seen from outside, on an X server of its own, so
//! nothing in the program knows that it is measured. Linux, with `Xvfb` installed.
//!
//! `cargo bench --bench startup`
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench reports and stops"
)]

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("measured on Linux only");
}

#[cfg(target_os = "linux")]
fn main() {
    if std::env::args().nth(1).as_deref() == Some("empty") {
        return measured::empty().unwrap();
    }
    measured::main();
}

#[cfg(target_os = "linux")]
mod measured {
    use std::fs;
    use std::io::{BufRead, BufReader};
    use std::path::Path;
    use std::process::{Child, Command, Stdio};
    use std::thread::sleep;
    use std::time::{Duration, Instant};
    use x11rb::connection::Connection;
    use x11rb::protocol::xproto::{ConnectionExt, ImageFormat, MapState};
    use x11rb::rust_connection::RustConnection;

    const RUNS: usize = 51;
    const STILL: Duration = Duration::from_millis(300);
    const IDLE: Duration = Duration::from_secs(10);

    /// A window with nothing in it.
    pub fn empty() -> iced::Result {
        iced::application(|| (), |(): &mut (), (): ()| (), nothing).window_size((1180.0, 700.0)).run()
    }

    fn nothing((): &()) -> iced::Element<'_, ()> {
        iced::widget::text("").into()
    }

    pub fn main() {
        let (mut server, display) = x_server();
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let bench = std::env::current_exe().unwrap();
        let program = || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_cetak-kpj"));
            command.arg("--data-dir").arg(&data);
            command
        };
        let nothing = || {
            let mut command = Command::new(&bench);
            command.arg("empty");
            command
        };
        // an office that has answered the questions of the first start: no cursor blinks in a field
        let answered = Command::new(env!("CARGO_BIN_EXE_kpj"))
            .arg("--data-dir")
            .arg(&data)
            .args(["settings", "set", "branch", "Kantor Cabang Contoh"])
            .stdout(Stdio::null())
            .status();
        assert!(answered.unwrap().success());
        // once each, so that neither pays for a cold disk nor for the making of the database
        seen(&mut nothing(), &display);
        seen(&mut program(), &display);
        let (ours, bare): (Vec<_>, Vec<_>) =
            (0..RUNS).map(|_| (seen(&mut program(), &display), seen(&mut nothing(), &display))).unzip();
        for (name, which) in [("first frame", 0), ("last change of the screen", 1)] {
            let time = |seen: &Vec<[Duration; 2]>| median(seen.iter().map(|times| times[which]).collect());
            let (ours, bare) = (time(&ours), time(&bare));
            println!("{name}, median of {RUNS} starts: {:.2} × an empty window of iced", ratio(ours, bare));
            println!("  ours {ours:.0?}, empty {bare:.0?}");
        }

        for (name, command) in [("ours", &mut program()), ("empty", &mut nothing())] {
            let mut child = started(command, &display);
            watch(&display);
            sleep(Duration::from_secs(3));
            let before = processor(&child);
            sleep(IDLE);
            let used = processor(&child) - before;
            println!("at rest, {name}: {used} ms of processor in {IDLE:?}, {} MiB of memory", memory(&child));
            end(&mut child);
        }
        let _ = server.kill();
        let _ = server.wait();
    }

    fn x_server() -> (Child, String) {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        (server, format!(":{}", number.trim()))
    }

    fn started(command: &mut Command, display: &str) -> Child {
        command.env("DISPLAY", display).env_remove("WAYLAND_DISPLAY").stderr(Stdio::null()).spawn().unwrap()
    }

    /// When a start showed its first frame, and when it changed what it shows for the last time.
    fn seen(command: &mut Command, display: &str) -> [Duration; 2] {
        let begun = Instant::now();
        let mut child = started(command, display);
        let times = watch(display).map(|at| at.duration_since(begun));
        end(&mut child);
        times
    }

    /// Looks at the middle of the window, from top to bottom, until it shows nothing new for a while: first and last
    /// change. Before its first frame it is black.
    fn watch(display: &str) -> [Instant; 2] {
        let (connection, screen) = RustConnection::connect(Some(display)).unwrap();
        let root = connection.setup().roots[screen].root;
        let (mut first, mut last, mut known) = (None, Instant::now(), Vec::new());
        for _ in 0..60_000 {
            let windows = connection.query_tree(root).unwrap().reply().unwrap().children;
            if let Some(now) = windows.iter().find_map(|window| middle(&connection, *window))
                && now != known
            {
                last = Instant::now();
                first.get_or_insert(last);
                known = now;
            }
            if let Some(first) = first.filter(|_| last.elapsed() > STILL) {
                return [first, last];
            }
            sleep(Duration::from_millis(1));
        }
        panic!("no window after a minute");
    }

    /// What the middle of a window shows, once it shows anything; a window may go while one looks at it.
    fn middle(connection: &RustConnection, window: u32) -> Option<Vec<u8>> {
        let attributes = connection.get_window_attributes(window).ok()?.reply().ok()?;
        let geometry = connection.get_geometry(window).ok()?.reply().ok()?;
        if attributes.map_state != MapState::VIEWABLE || geometry.width < 200 {
            return None;
        }
        let x = i16::try_from(geometry.width / 2).ok()?;
        let image = connection.get_image(ImageFormat::Z_PIXMAP, window, x, 0, 1, geometry.height, !0).ok()?;
        let pixels = image.reply().ok()?.data;
        pixels.chunks(4).all(|pixel| pixel.iter().take(3).any(|byte| *byte != 0)).then_some(pixels)
    }

    fn end(child: &mut Child) {
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Processor time so far, milliseconds.
    fn processor(child: &Child) -> u64 {
        let stat = fs::read_to_string(Path::new("/proc").join(child.id().to_string()).join("stat")).unwrap();
        let fields: Vec<_> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
        // user and system time, in hundredths of a second
        (fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()) * 10
    }

    /// Memory in use, MiB.
    fn memory(child: &Child) -> u64 {
        let status = fs::read_to_string(Path::new("/proc").join(child.id().to_string()).join("status")).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
    }

    fn median(mut times: Vec<Duration>) -> Duration {
        times.sort();
        times[times.len() / 2]
    }

    fn ratio(one: Duration, other: Duration) -> f64 {
        one.as_secs_f64() / other.as_secs_f64()
    }
}
