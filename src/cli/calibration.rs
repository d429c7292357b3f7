//! `kpj calibration`: printers that print a little off.

use super::output::{Failure, Output};
use super::{Ending, arguments};
use crate::domain::{Calibration, Measured};
use crate::workflow::{Archive, Error, calibration};
use crate::{i18n, tr};
use chrono::Local;
use serde_json::{Value, json};

pub(super) fn run(arguments: arguments::Calibration, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    match arguments {
        arguments::Calibration::List => {
            let settings = archive.settings()?;
            let json: Vec<Value> =
                settings.calibrations.iter().map(|(printer, one)| described(printer, *one)).collect();
            let lines: Vec<String> = settings.calibrations.iter().map(|(printer, one)| line(printer, *one)).collect();
            let text = if lines.is_empty() { tr!("calibration-none") } else { lines.join("\n") };
            output.result(&json!({"printers": json}), &text);
        }
        arguments::Calibration::Set(set) => {
            let calibration = match set.measured {
                Some([left, top, across, down]) => {
                    calibration::measured(set.paper, Measured { left, top, across, down })?
                }
                None => {
                    Calibration::new((set.offset_x, set.offset_y), (set.scale_x, set.scale_y)).map_err(Error::from)?
                }
            };
            calibration::set(archive, &set.printer, calibration)?;
            let text = if calibration.is_none() {
                tr!("calibration-removed", printer = set.printer.as_str())
            } else {
                line(&set.printer, calibration)
            };
            output.result(&described(&set.printer, calibration), &text);
        }
        arguments::Calibration::Page { out, printer, paper, corrected } => {
            let used = if corrected { calibration::of(&archive.settings()?, &printer) } else { Calibration::default() };
            calibration::write_page(&out, paper, &printer, used, Local::now().date_naive())?;
            let file = out.display().to_string();
            let text = tr!("calibration-page", printer = printer.as_str(), file = file.as_str());
            output.result(&json!({"file": file, "calibration": described(&printer, used)}), &text);
        }
        arguments::Calibration::Apply { pdf, out, printer } => {
            let used = calibration::of(&archive.settings()?, &printer);
            calibration::apply(&pdf, &out, used)?;
            let file = out.display().to_string();
            let text = tr!("calibration-applied", printer = printer.as_str(), file = file.as_str());
            output.result(&json!({"file": file, "calibration": described(&printer, used)}), &text);
        }
    }
    Ok(Ending::Done)
}

pub(super) fn described(printer: &str, calibration: Calibration) -> Value {
    let ((x, y), (across, down)) = (calibration.offset(), calibration.scale());
    json!({"printer": printer, "offset_x": x, "offset_y": y, "scale_x": across, "scale_y": down})
}

fn line(printer: &str, calibration: Calibration) -> String {
    tr!("calibration-list", printer = printer, words = i18n::correction(calibration))
}
