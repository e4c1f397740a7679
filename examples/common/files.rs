//! Whole files. Errors name the file, and the line where there is one.

use std::error::Error;
use std::fmt::Display;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use same_file::Handle;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::encoding::unpacked;
use super::input::{Whole, delimiter, whole};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A file with one JSON object a line, or a table of strings (`.csv`, `.tsv`).
pub struct JsonLines<T> {
    /// SHA-256 of the whole file, unpacked, in hexadecimal.
    pub sha256: String,
    /// Line numbers, from 1 (in a table those of rows behind the header), and what stands
    /// there; blank lines are passed over.
    pub rows: Vec<(usize, T)>,
}

pub fn json_lines<T: DeserializeOwned>(path: &Path) -> Result<JsonLines<T>> {
    if delimiter(path).is_some() {
        return table(path);
    }
    let bytes = content(path)?;
    let sha256 = sha256(&bytes);
    let lines = (1..).zip(unmarked(&bytes).split(|&byte| byte == b'\n'));
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
    Ok(JsonLines { sha256, rows })
}

/// The rows of a table as objects of strings. Those without a text have no field.
fn table<T: DeserializeOwned>(path: &Path) -> Result<JsonLines<T>> {
    let Whole { sha256, rows } = whole(path)?;
    let rows = (1..).zip(rows).map(|(number, row)| {
        let at = |error: String| format!("{}, row {number}: {error}", path.display());
        let mut fields = Value::from(Map::new());
        match row {
            Ok(row) => {
                fields = row.fields;
                fields["text"] = row.text.into();
                if let Some(id) = row.id {
                    fields["id"] = id;
                }
            }
            Err(bad) if bad.only_lacks_text => {}
            Err(bad) => return Err(at(bad.error)),
        }
        let row = serde_json::from_value(fields).map_err(|error| at(error.to_string()))?;
        Ok((number, row))
    });
    let rows = rows.collect::<std::result::Result<_, _>>()?;
    Ok(JsonLines { sha256, rows })
}

/// A file that is one JSON value.
pub fn json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    serde_json::from_slice(&read(path)?).map_err(|error| named(path, error))
}

/// All of a file, unpacked.
pub fn content(path: &Path) -> Result<Vec<u8>> {
    let read = || {
        let mut content = Vec::new();
        unpacked(Box::new(File::open(path)?))?.read_to_end(&mut content)?;
        Ok(content)
    };
    read().map_err(|error: io::Error| named(path, error))
}

/// Without the mark of byte order that a file may begin with.
pub fn unmarked(content: &[u8]) -> &[u8] {
    let mark = "\u{FEFF}".as_bytes();
    content.strip_prefix(mark).unwrap_or(content)
}

pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| named(path, error))
}

/// Without the mark of byte order.
pub fn read_text(path: &Path) -> Result<String> {
    let mut text = fs::read_to_string(path).map_err(|error| named(path, error))?;
    if text.starts_with('\u{FEFF}') {
        text.remove(0);
    }
    Ok(text)
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
    Ok(BufWriter::new(output))
}

/// Writes a file that appears whole or not at all.
pub fn write_whole(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    // To rename a file to a terminal or a pipe would put it out of the way.
    if path.exists() && !path.is_file() {
        return write(path, content);
    }
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mut part = path.clone().into_os_string();
    // A name that is nobody else's.
    part.push(format!(".{}.part", std::process::id()));
    let part = PathBuf::from(part);
    let written = fs::write(&part, content).and_then(|()| fs::rename(&part, &path));
    written.map_err(|error| {
        // Half of it is of no use, and takes the room that was short.
        let _ = fs::remove_file(&part);
        named(&path, error)
    })
}

/// Refuses, before any work, outputs that would destroy something: one that is a
/// file that is read, or standard input, would be emptied before it is read, and of
/// two that are one file the second would overwrite the first. So it is by whatever
/// name or link; `None` is standard output. An output that cannot be written to, or
/// whose folder is not there, is refused as well.
pub fn apart<'p>(
    outputs: impl IntoIterator<Item = Option<&'p Path>>,
    read: impl IntoIterator<Item = &'p Path>,
) -> Result<()> {
    // To open a pipe and to close it again would break it.
    let read = read.into_iter().filter(|path| path.is_file());
    let read = read.map(Handle::from_path).chain([Handle::stdin()]);
    let read: Vec<Handle> = read.flatten().collect();
    let mut places: Vec<(&Path, Place)> = Vec::new();
    for output in outputs {
        let (output, place) = match output {
            Some(output) => (output, Place::of(output)),
            None => (Path::new("standard output"), Ok(Place::standard_output())),
        };
        let place = place.map_err(|error| named(output, error))?;
        if let Some((other, _)) = places.iter().find(|(_, other)| place.is(other)) {
            let other = other.display();
            let error = format!("is the file of the output {other} too, and would destroy it");
            return Err(named(output, error));
        }
        places.push((output, place));
    }
    for (output, place) in &places {
        if read
            .iter()
            .any(|read| matches!(place, Place::File(it) if it == read))
        {
            let error = "is an input too, and writing to it would destroy it";
            return Err(named(output, error));
        }
    }
    Ok(())
}

/// What a path for an output stands for.
enum Place {
    File(Handle),
    /// Where a file will be.
    New(PathBuf),
    /// A terminal, a pipe and the like, which may well be several things at once.
    Stream,
}

impl Place {
    fn of(path: &Path) -> io::Result<Self> {
        match path.metadata() {
            Ok(it) if it.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(it) if it.is_file() => {
                let file = OpenOptions::new().append(true).open(path)?;
                Ok(Self::File(Handle::from_file(file)?))
            }
            Ok(_) => Ok(Self::Stream),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let mut path = path.to_owned();
                // A link to a file that is not there yet.
                while let Ok(target) = path.read_link() {
                    path.set_file_name(target);
                }
                let name = path.file_name().ok_or(error)?;
                let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
                let folder = folder.unwrap_or(Path::new(".")).canonicalize()?;
                Ok(Self::New(folder.join(name)))
            }
            Err(error) => Err(error),
        }
    }

    fn standard_output() -> Self {
        let is_file = |it: &Handle| it.as_file().metadata().is_ok_and(|it| it.is_file());
        match Handle::stdout() {
            Ok(file) if is_file(&file) => Self::File(file),
            _ => Self::Stream,
        }
    }

    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::File(one), Self::File(other)) => one == other,
            (Self::New(one), Self::New(other)) => one == other,
            _ => false,
        }
    }
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
