//! A screen of its own for a story: an X server without a window manager, the program on it, and a person's hands and eyes.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../picture/mod.rs"]
pub mod picture;

use crate::office::Office;
use picture::Picture;
use std::io::{BufRead, BufReader, ErrorKind};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    ClientMessageEvent, ConfigureWindowAux, ConnectionExt, EventMask, ImageFormat, InputFocus, MapState, Window,
};
use x11rb::rust_connection::RustConnection;

const SIZE: (u16, u16) = (1180, 700);
/// How long one waits for the window before it has failed; a busy machine is slow.
const PATIENCE: Duration = Duration::from_mins(1);
const GLANCE: Duration = Duration::from_millis(60);
/// A step that shows nothing new for so long has been taken.
const REST: Duration = Duration::from_millis(500);
/// What did not change for so long will stay: a toast is gone by then.
const STILL: Duration = Duration::from_secs(8);
/// The number of the version, at the foot of the rail.
const VERSION: Place = (16, 640, 164, 50);

/// Left, top, width, height.
pub type Place = (usize, usize, usize, usize);

/// A screen for as long as the story is told.
pub struct Screen {
    server: Child,
    display: String,
    eyes: RustConnection,
    root: Window,
}

impl Screen {
    pub fn new() -> Self {
        let mut server = start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0"])
                .arg(format!("{}x{}x24", SIZE.0, SIZE.1))
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
            "xvfb",
        );
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let display = format!(":{}", number.trim());
        let (eyes, _) = x11rb::connect(Some(&display)).unwrap_or_else(|error| panic!("no X server: {error}"));
        let root = eyes.setup().roots[0].root;
        Self { server, display, eyes, root }
    }

    /// Starts the program, and gives it the keyboard as soon as it is there.
    #[track_caller]
    pub fn open<'a>(&'a self, office: &Office, arguments: &[&str]) -> Program<'a> {
        self.open_at("1", office, arguments)
    }

    /// The same on a desktop that asks for so many pixels where it says one.
    #[track_caller]
    pub fn open_at<'a>(&'a self, density: &str, office: &Office, arguments: &[&str]) -> Program<'a> {
        let process = Command::new(env!("CARGO_BIN_EXE_cetak-kpj"))
            .args(arguments)
            .env("CETAK_KPJ_DATA", office.path("data"))
            .env("DISPLAY", &self.display)
            // nothing of the desktop that the tests run on
            .env_remove("WAYLAND_DISPLAY")
            .env("HOME", office.path("home"))
            .env("XDG_CONFIG_HOME", office.path("home"))
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/no/bus")
            .env("XMODIFIERS", "@im=none")
            .env("WINIT_X11_SCALE_FACTOR", density)
            .spawn()
            .unwrap();
        let mut program = Program { screen: self, process, window: 0 };
        program.window = wait_for("the window", || self.window());
        self.eyes.set_input_focus(InputFocus::PARENT, program.window, x11rb::CURRENT_TIME).unwrap().check().unwrap();
        program
    }

    fn window(&self) -> Option<Window> {
        let children = self.eyes.query_tree(self.root).ok()?.reply().ok()?.children;
        children.into_iter().find(|child| {
            let seen = self.eyes.get_window_attributes(*child).ok().and_then(|cookie| cookie.reply().ok());
            let size = self.eyes.get_geometry(*child).ok().and_then(|cookie| cookie.reply().ok());
            seen.is_some_and(|seen| seen.map_state == MapState::VIEWABLE)
                && size.is_some_and(|size| size.width >= SIZE.0 && size.height >= SIZE.1)
        })
    }

    fn look(&self) -> Picture {
        let image = self.eyes.get_image(ImageFormat::Z_PIXMAP, self.root, 0, 0, SIZE.0, SIZE.1, !0).unwrap();
        let image = image.reply().unwrap();
        Picture::new(SIZE.0.into(), SIZE.1.into(), &image.data, [2, 1, 0], 1)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The program on a screen.
pub struct Program<'a> {
    screen: &'a Screen,
    process: Child,
    window: Window,
}

impl Program<'_> {
    /// Keys, one after the other, each when the window has done what the one before asked for; as `xdotool` names
    /// them: `ctrl+k`, `Return`.
    pub fn press(&self, keys: &[&str]) {
        for key in keys {
            self.hand(&["key", key]);
        }
    }

    pub fn write(&self, text: &str) {
        self.hand(&["type", "--delay", "20", text]);
    }

    /// Writes over what stands in the field that has the cursor.
    pub fn write_over(&self, text: &str) {
        self.press(&["ctrl+a"]);
        self.write(text);
    }

    pub fn click(&self, (x, y): (u16, u16)) {
        self.hand(&["mousemove", &x.to_string(), &y.to_string()]);
        self.hand(&["click", "1"]);
    }

    /// Makes the window as large as the screen.
    pub fn fill_screen(&self) {
        let size = ConfigureWindowAux::new().x(0).y(0).width(u32::from(SIZE.0)).height(u32::from(SIZE.1));
        self.screen.eyes.configure_window(self.window, &size).unwrap().check().unwrap();
        self.wait_for_rest();
    }

    /// Lays the pointer where it touches nothing.
    pub fn let_go(&self) {
        self.hand(&["mousemove", "600", "3"]);
    }

    fn hand(&self, does: &[&str]) {
        let mut hand = Command::new("xdotool");
        let status = start(hand.env("DISPLAY", &self.screen.display).args(does), "xdotool").wait().unwrap();
        assert!(status.success(), "xdotool {does:?}");
        self.wait_for_rest();
    }

    /// Looks until nothing moves any more, as a person does before the next step.
    fn wait_for_rest(&self) {
        let begun = Instant::now();
        let (mut seen, mut since) = (self.screen.look(), Instant::now());
        while since.elapsed() < REST && begun.elapsed() < PATIENCE {
            sleep(GLANCE);
            let now = self.screen.look();
            if !now.looks_like(&seen) {
                (seen, since) = (now, Instant::now());
            }
        }
    }

    /// Waits until the window looks like the reference of this name, these places aside.
    #[track_caller]
    pub fn shows(&mut self, name: &str, covers: &[Place]) {
        let name = format!("window/{name}");
        let look = |screen: &Screen| {
            let mut picture = screen.look();
            covers.iter().chain([&VERSION]).for_each(|cover| picture.cover(*cover));
            picture
        };
        if picture::are_made_anew() {
            let (mut seen, mut since) = (look(self.screen), Instant::now());
            while since.elapsed() < STILL {
                sleep(GLANCE);
                let now = look(self.screen);
                if !now.looks_like(&seen) {
                    (seen, since) = (now, Instant::now());
                }
            }
            picture::keep(&name, &seen);
            return;
        }
        let reference = picture::reference(&name);
        let begun = Instant::now();
        loop {
            let now = look(self.screen);
            if now.looks_like(&reference) {
                return;
            }
            if let Some(end) = self.process.try_wait().unwrap() {
                panic!("the program ended before {name}: {end}");
            }
            if begun.elapsed() > PATIENCE {
                picture::refuse(&name, &now);
            }
            sleep(GLANCE);
        }
    }

    /// Closes the window as its own button does.
    #[track_caller]
    pub fn close(mut self) {
        let eyes = &self.screen.eyes;
        let atom = |name: &[u8]| eyes.intern_atom(false, name).unwrap().reply().unwrap().atom;
        let data = [atom(b"WM_DELETE_WINDOW"), x11rb::CURRENT_TIME, 0, 0, 0];
        let wish = ClientMessageEvent::new(32, self.window, atom(b"WM_PROTOCOLS"), data);
        eyes.send_event(false, self.window, EventMask::NO_EVENT, wish).unwrap().check().unwrap();
        let end = wait_for("the end of the program", || self.process.try_wait().unwrap());
        assert!(end.success(), "{end}");
    }
}

impl Drop for Program<'_> {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Asks again until there is an answer.
#[track_caller]
pub fn wait_for<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(begun.elapsed() < PATIENCE, "waited in vain for {what}");
        sleep(GLANCE);
    }
}

fn start(command: &mut Command, package: &str) -> Child {
    command.spawn().unwrap_or_else(|error| match error.kind() {
        ErrorKind::NotFound => panic!("{package} is not installed: the stories in the real window need it (.ci/setup)"),
        _ => panic!("{command:?}: {error}"),
    })
}
