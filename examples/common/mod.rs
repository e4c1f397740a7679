//! What the examples share: reading input and command lines.
#![allow(dead_code, unused_imports, unused_macros)] // each example uses a part

use std::error::Error;
use std::fmt;
use std::io::{self, Write};
#[cfg(feature = "detector")]
use std::path::Path;
use std::process::ExitCode;
use std::str::FromStr;

use lexopt::ValueExt;

#[cfg(feature = "detector")]
use hoaks::{Detector, ErrorKind, Model};

pub mod answers;
#[cfg(feature = "detector")]
pub mod claims;
#[cfg(feature = "train")]
pub mod data;
#[cfg(feature = "detector")]
pub mod dates;
pub mod encoding;
#[cfg(feature = "detector")]
pub mod figures;
pub mod files;
#[path = "../../src/claims/half_pairs.rs"]
pub mod half_pairs;
#[cfg(feature = "train")]
pub mod heads;
#[cfg(feature = "train")]
pub mod held_out;
pub mod input;
pub mod links;
#[cfg(feature = "train")]
pub mod parts;
#[cfg(feature = "train")]
pub mod recipe;
pub mod rules;
#[cfg(feature = "detector")]
pub mod scores;
pub mod table;

/// Status of a program that ends as its output is read no longer: 128 and the number
/// of the signal that other programs get.
const UNREAD: u8 = 141;

/// `println!`, but if standard output takes no more the program [`end`]s and does not
/// panic.
macro_rules! say {
    () => { $crate::common::say!("") };
    ($($line:tt)*) => { $crate::common::write_line(format_args!($($line)*)) };
}
pub(crate) use say;

/// `eprintln!`, but without a panic where nobody listens.
macro_rules! tell {
    ($($line:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), $($line)*);
    }};
}
pub(crate) use tell;

/// What [`say`] does.
pub fn write_line(line: fmt::Arguments<'_>) {
    if let Err(error) = writeln!(io::stdout(), "{line}") {
        let status = end("standard output", &error);
        std::process::exit(status.into());
    }
}

/// The status for an error that ends the program, and a word on it on standard
/// error: not if the output is read no longer, as in `| head`. Whoever stops reading
/// has seen enough.
pub fn end(name: &str, error: &(dyn Error + 'static)) -> u8 {
    let of_io = error.downcast_ref::<io::Error>().map(io::Error::kind);
    let of_json = error
        .downcast_ref()
        .and_then(serde_json::Error::io_error_kind);
    if of_io.or(of_json) == Some(io::ErrorKind::BrokenPipe) {
        return UNREAD;
    }
    // A wrong argument, and nothing else.
    let help = match error.is::<lexopt::Error>() {
        true => "; --help says how it is called",
        false => "",
    };
    tell!("{name}: {error}{help}");
    2
}

/// Runs the example `name`, whose source is `source`, and says how it ends: 0, 1
/// if it could not read so many lines, 2 if it could do nothing; the last two with
/// a word on standard error. With `--help` it is not run.
pub fn start(
    name: &str,
    source: &str,
    run: impl FnOnce() -> Result<u64, Box<dyn Error>>,
) -> ExitCode {
    if helped(source) {
        return ExitCode::SUCCESS;
    }
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(refused) => {
            tell!("{} could not be read", counted(refused, "line", "lines"));
            ExitCode::from(1)
        }
        Err(error) => ExitCode::from(end(name, &*error)),
    }
}

/// If `--help` is among the arguments, prints what stands at the top of the
/// example's source and says so.
pub fn helped(source: &str) -> bool {
    let asked = std::env::args_os()
        .skip(1)
        .take_while(|argument| argument != "--")
        .any(|argument| argument == "--help" || argument == "-h");
    if asked {
        let top: String = source
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .filter(|line| !line.starts_with("```"))
            .flat_map(|line| [line, "\n"])
            .collect();
        // Whoever stops reading has seen enough.
        let _ = io::stdout().write_all(top.as_bytes());
    }
    asked
}

/// The value of an option, such as `--top`, that is a number; an error says of which.
pub fn number<T>(arguments: &mut lexopt::Parser, option: &str) -> Result<T, lexopt::Error>
where
    T: FromStr<Err: fmt::Display>,
{
    let value = arguments.value()?.string()?;
    let read = value.parse();
    read.map_err(|error| format!("{option} {value:?}: {error}").into())
}

/// A detector with the model in a file, or with the embedded one.
#[cfg(feature = "detector")]
pub fn detector(path: Option<&Path>) -> Result<Detector, Box<dyn Error>> {
    match path {
        Some(path) => Ok(Detector::new(model(path)?)?),
        None => Ok(Detector::pretrained()),
    }
}

/// The model in a file.
#[cfg(feature = "detector")]
pub fn model(path: &Path) -> Result<Model, Box<dyn Error>> {
    Model::load(path).map_err(|error| match error.kind() {
        // Names the file itself.
        ErrorKind::Io { .. } => error.into(),
        ErrorKind::ModelFormat { .. } | ErrorKind::ModelTooLarge { .. } => {
            files::named(path, format!("is no model of this crate ({error})"))
        }
        _ => files::named(path, error),
    })
}

/// So many things, each of which is `one`.
pub fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A whole number with its thousands apart.
pub fn thousands(number: impl ToString) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
