//! Whole files. Errors name the file, and the line where there is one.

use std::error::Error;
use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use same_file::Handle;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A file with one JSON object a line.
pub struct JsonLines<T> {
    /// SHA-256 of the whole file, in hexadecimal.
    pub sha256: String,
    /// Line numbers, from 1, and what stands there; blank lines are passed over.
    pub rows: Vec<(usize, T)>,
}

pub fn json_lines<T: DeserializeOwned>(path: &Path) -> Result<JsonLines<T>> {
    let bytes = read(path)?;
    let lines = (1..).zip(bytes.split(|&byte| byte == b'\n'));
    let rows = lines
        .filter(|(_, line)| !line.trim_ascii().is_empty())
        .map(|(number, line)| match serde_json::from_slice(line) {
            Ok(row) => Ok((number, row)),
            Err(error) => Err(format!(
                "{}, line {number}: {}",
                path.display(),
                not_json(&error)
            )),
        })
        .collect::<std::result::Result<_, _>>()?;
    Ok(JsonLines {
        sha256: sha256(&bytes),
        rows,
    })
}

/// A file that is one JSON value.
pub fn json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    serde_json::from_slice(&read(path)?).map_err(|error| named(path, error))
}

pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| named(path, error))
}

pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| named(path, error))
}

pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, content).map_err(|error| named(path, error))
}

/// Writes to a file, or to standard output.
pub fn output(path: Option<&Path>) -> Result<BufWriter<Box<dyn Write>>> {
    let output: Box<dyn Write> = match path {
        Some(path) => Box::new(File::create(path).map_err(|error| named(path, error))?),
        None => Box::new(io::stdout().lock()),
    };
    Ok(BufWriter::with_capacity(1 << 16, output))
}

/// Refuses an output that is one of the files that are read, or standard input, by
/// whatever name or link: it would be emptied before it is read.
pub fn apart<'p>(output: Option<&Path>, read: impl IntoIterator<Item = &'p Path>) -> Result<()> {
    // Terminals, pipes and the like may well be both.
    let Some(output) = output.filter(|path| path.is_file()) else {
        return Ok(());
    };
    let file = Handle::from_path(output).map_err(|error| named(output, error))?;
    // To open a pipe and to close it again would break it.
    let files = read.into_iter().filter(|path| path.is_file());
    let is_read = (files.map(Handle::from_path))
        .chain([Handle::stdin()])
        .any(|it| it.is_ok_and(|it| it == file));
    if is_read {
        return Err(named(
            output,
            "is an input too, and writing to it would destroy it",
        ));
    }
    Ok(())
}

/// The error with the file in front.
pub fn named(path: &Path, error: impl Display) -> Box<dyn Error> {
    format!("{}: {error}", path.display()).into()
}

/// What is wrong with a line of JSON. That it is line 1 of itself helps nobody.
pub fn not_json(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match text.strip_suffix(&place) {
        Some(problem) => format!("{problem} at column {}", error.column()),
        None => text,
    }
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
