//! Texts from lines, JSON lines, CSV and TSV, gzipped or not, one at a time.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use serde_json::Value;

use super::files::{named, not_json};

/// A text and what came with it.
pub struct Record {
    /// Number of its line, from 1; of its record in CSV and TSV.
    pub line: u64,
    /// As given, else the line number.
    pub id: Value,
    pub text: String,
    /// As given, in JSON only; not checked.
    pub date: Option<String>,
}

/// A line that gave no text.
pub struct Bad {
    pub line: u64,
    pub error: String,
}

/// A line longer than this is refused, so that memory stays flat.
pub const LONGEST_LINE: usize = 16 << 20;

type Records = Box<dyn Iterator<Item = io::Result<Result<Record, Bad>>>>;

/// The records of `path`, or of standard input.
///
/// `.csv` and `.tsv` need a header with a column `text`, and may have `id`.
/// Anything else is lines: one that starts with `{` is JSON with `text` and
/// maybe `id`, any other is a text. Gzip is recognised by its first bytes.
pub fn records(path: Option<&Path>) -> Result<Records, Box<dyn Error>> {
    open(path).map_err(|error| match path {
        Some(path) => named(path, error),
        None => error.into(),
    })
}

fn open(path: Option<&Path>) -> io::Result<Records> {
    let raw: Box<dyn Read> = match path {
        Some(path) => Box::new(File::open(path)?),
        None => Box::new(io::stdin()),
    };
    let mut raw = BufReader::with_capacity(1 << 16, raw);
    let gzip = raw.fill_buf()?.starts_with(&[0x1F, 0x8B]);
    let reader: Box<dyn BufRead> = if gzip {
        Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(raw)))
    } else {
        Box::new(raw)
    };
    let name = path
        .and_then(Path::to_str)
        .unwrap_or_default()
        .to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    if name.ends_with(".csv") {
        table(reader, b',')
    } else if name.ends_with(".tsv") {
        table(reader, b'\t')
    } else {
        Ok(Box::new(
            Lines { reader, line: 0 }.map(|line| line.map(|(line, bytes)| parse(line, bytes))),
        ))
    }
}

/// Lines as bytes, numbered, without their ends.
pub struct Lines<R> {
    reader: R,
    line: u64,
}

impl<R: BufRead> Lines<R> {
    pub fn new(reader: R) -> Self {
        Self { reader, line: 0 }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    /// `None` in place of the bytes of a line that is too long.
    type Item = io::Result<(u64, Option<Vec<u8>>)>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = Vec::new();
        let limit = LONGEST_LINE as u64 + 2;
        let read = match (&mut self.reader).take(limit).read_until(b'\n', &mut bytes) {
            Ok(0) => return None,
            Ok(read) => read as u64,
            Err(error) => return Some(Err(error)),
        };
        self.line += 1;
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
            if bytes.last() == Some(&b'\r') {
                bytes.pop();
            }
        } else if read == limit {
            return Some(self.reader.skip_until(b'\n').map(|_| (self.line, None)));
        }
        Some(Ok((self.line, Some(bytes))))
    }
}

fn parse(line: u64, bytes: Option<Vec<u8>>) -> Result<Record, Bad> {
    let bad = |error: String| Bad { line, error };
    let bytes = bytes.ok_or_else(|| bad(format!("longer than {LONGEST_LINE} bytes")))?;
    let mut text = String::from_utf8(bytes).map_err(|error| {
        bad(format!(
            "not UTF-8 at byte {}",
            error.utf8_error().valid_up_to()
        ))
    })?;
    if line == 1 && text.starts_with('\u{FEFF}') {
        text.remove(0);
    }
    if !text.starts_with('{') {
        return Ok(Record {
            line,
            id: Value::from(line),
            text,
            date: None,
        });
    }
    let mut object: Value = serde_json::from_str(&text)
        .map_err(|error| bad(format!("not JSON: {}", not_json(&error))))?;
    let text = match object.get_mut("text").map(Value::take) {
        Some(Value::String(text)) => text,
        Some(_) => return Err(bad("`text` is not a string".to_owned())),
        None => return Err(bad("no `text`".to_owned())),
    };
    let id = match object.get_mut("id").map(Value::take) {
        None | Some(Value::Null) => Value::from(line),
        Some(id) => id,
    };
    let date = object
        .get("date")
        .and_then(Value::as_str)
        .map(str::to_owned);
    Ok(Record {
        line,
        id,
        text,
        date,
    })
}

fn table(reader: Box<dyn BufRead>, delimiter: u8) -> io::Result<Records> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(reader);
    let headers = reader.byte_headers()?.clone();
    let column = |name: &str| headers.iter().position(|header| header == name.as_bytes());
    let text_column = column("text").ok_or_else(|| {
        io::Error::new(io::ErrorKind::InvalidData, "no column `text` in the header")
    })?;
    let id_column = column("id");
    let mut line = 0;
    Ok(Box::new(std::iter::from_fn(move || {
        let mut row = csv::ByteRecord::new();
        line += 1;
        match reader.read_byte_record(&mut row) {
            Ok(false) => None,
            Ok(true) => {
                let field = |at: usize| row.get(at).map(|bytes| String::from_utf8(bytes.to_vec()));
                Some(Ok(match field(text_column) {
                    Some(Ok(text)) => Ok(Record {
                        line,
                        id: match id_column.and_then(field) {
                            Some(Ok(id)) => Value::from(id),
                            _ => Value::from(line),
                        },
                        text,
                        date: None,
                    }),
                    Some(Err(_)) => Err(Bad {
                        line,
                        error: "`text` is not UTF-8".to_owned(),
                    }),
                    None => Err(Bad {
                        line,
                        error: "no column `text` in this row".to_owned(),
                    }),
                }))
            }
            Err(error) => match error.into_kind() {
                csv::ErrorKind::Io(error) => Some(Err(error)),
                kind => Some(Ok(Err(Bad {
                    line,
                    error: format!("{kind:?}"),
                }))),
            },
        }
    })))
}
