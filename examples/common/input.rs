//! Texts from lines, JSON lines, CSV and TSV, gzipped or not, one at a time.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::files::{content, named, not_json, sha256, unmarked};
use super::half_pairs;
use super::table::{Table, TableRow};

/// A text and all that came with it.
pub struct Row {
    /// Number of its line, from 1; of its record in CSV and TSV.
    pub line: u64,
    /// Of the file.
    pub bytes: usize,
    pub id: Option<Value>,
    pub text: String,
    /// The other fields of JSON or columns of CSV and TSV, where an empty one is
    /// none; null if the line is a text and nothing else.
    pub fields: Value,
}

/// A text and what the programs that only score it need.
pub struct Record {
    /// As those of [`Row`].
    pub line: u64,
    pub bytes: usize,
    /// As given, else the line number.
    pub id: Value,
    pub text: String,
    /// As given, not checked; null if there is none.
    pub date: Value,
}

/// A line that gave no text.
pub struct Bad {
    pub line: u64,
    pub error: String,
    /// Nothing else is wrong with it.
    pub only_lacks_text: bool,
}

/// A line, or a row of a table, longer than this is refused, so that memory stays flat.
pub const LONGEST_LINE: usize = 16 << 20;

/// See [`blocks`].
pub const BLOCK: usize = 4096;
pub const BLOCK_BYTES: usize = 4 << 20;

type Rows = Box<dyn Iterator<Item = io::Result<Result<Row, Bad>>>>;

impl From<Row> for Record {
    fn from(mut row: Row) -> Self {
        Self {
            line: row.line,
            bytes: row.bytes,
            id: row.id.unwrap_or_else(|| Value::from(row.line)),
            text: row.text,
            date: row
                .fields
                .get_mut("date")
                .map(Value::take)
                .unwrap_or_default(),
        }
    }
}

/// The records of `path`, or of standard input.
///
/// `.csv` and `.tsv` need a header with a column `text`, and may have `id`; a row
/// that leaves a quote open is a bad line, and reading goes on in the next one, and
/// so is one with more fields than columns.
/// Anything else is lines: one that starts with `{` is JSON with `text` and
/// maybe `id`, any other is a text; a `.json` that is one array is refused. Gzip is
/// recognised by its first bytes. Where reading breaks off (a file that is cut short),
/// the last item is the error.
pub fn records(
    path: Option<&Path>,
) -> Result<impl Iterator<Item = io::Result<Result<Record, Bad>>>, Box<dyn Error>> {
    let name = path.unwrap_or(Path::new("standard input"));
    let rows = open(path).map_err(|error| named(name, error))?;
    Ok(rows.map(|row| row.map(|row| row.map(Record::from))))
}

/// As [`records`], for programs that answer line by line: a break is a bad line at
/// the end, so that what came before it is answered.
pub fn records_to_break(
    path: Option<&Path>,
) -> Result<impl Iterator<Item = Result<Record, Bad>>, Box<dyn Error>> {
    let mut records = records(path)?;
    let (mut line, mut is_broken) = (0, false);
    Ok(std::iter::from_fn(move || {
        if is_broken {
            return None;
        }
        line += 1;
        Some(records.next()?.unwrap_or_else(|error| {
            is_broken = true;
            Err(Bad {
                line,
                error: format!("reading breaks off here: {error}"),
                only_lacks_text: false,
            })
        }))
    }))
}

/// Blocks to work on at once, of so many records or, as far as records go into it, so
/// many bytes of the file.
pub fn blocks(
    records: impl Iterator<Item = Result<Record, Bad>>,
) -> impl Iterator<Item = Vec<Result<Record, Bad>>> {
    let mut records = records.peekable();
    std::iter::from_fn(move || {
        records.peek()?;
        let (mut block, mut bytes) = (Vec::new(), 0);
        while block.len() < BLOCK
            && bytes < BLOCK_BYTES
            && let Some(record) = records.next()
        {
            bytes += record.as_ref().map_or(0, |record| record.bytes);
            block.push(record);
        }
        Some(block)
    })
}

/// All of a file.
pub struct Whole {
    /// SHA-256 of its content, unpacked.
    pub sha256: String,
    /// As [`records`] reads them.
    pub rows: Vec<Result<Row, Bad>>,
}

pub fn whole(path: &Path) -> Result<Whole, Box<dyn Error>> {
    let content = content(path)?;
    let sha256 = sha256(&content);
    let rows = rows(Box::new(Cursor::new(content)), Some(path)).and_then(Iterator::collect);
    let rows = rows.map_err(|error| named(path, error))?;
    Ok(Whole { sha256, rows })
}

fn open(path: Option<&Path>) -> io::Result<Rows> {
    let raw: Box<dyn Read> = match path {
        Some(path) => Box::new(File::open(path)?),
        None => Box::new(io::stdin()),
    };
    rows(unpacked(raw)?, path)
}

/// Gzip is recognised by its first bytes, and so is UTF-16, which is refused: most of
/// its lines are UTF-8, too, and say something else.
pub fn unpacked(raw: Box<dyn Read>) -> io::Result<Box<dyn BufRead>> {
    let mut raw = BufReader::with_capacity(1 << 16, raw);
    let first = raw.fill_buf()?;
    if matches!(first, [0xFF, 0xFE, _, 0, ..] | [0xFE, 0xFF, 0, ..]) {
        let error = "is UTF-16, not UTF-8: save it as UTF-8";
        return Err(io::Error::new(io::ErrorKind::InvalidData, error));
    }
    Ok(if first.starts_with(&[0x1F, 0x8B]) {
        Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(raw)))
    } else {
        Box::new(raw)
    })
}

/// Lines or a table. A file that calls itself JSON and is one array is refused: its
/// lines would be answered as texts.
fn rows(mut reader: Box<dyn BufRead>, path: Option<&Path>) -> io::Result<Rows> {
    if path.and_then(extension).as_deref() == Some("json") {
        let start = unmarked(reader.fill_buf()?);
        if start.trim_ascii_start().starts_with(b"[") {
            let error = "is a JSON array: one object a line is needed (jq -c '.[]')";
            return Err(io::Error::new(io::ErrorKind::InvalidData, error));
        }
    }
    match path.and_then(delimiter) {
        Some(delimiter) => table(reader, delimiter),
        None => Ok(Box::new(
            Lines::new(reader).map(|line| line.map(|(line, bytes)| parse(line, bytes))),
        )),
    }
}

/// What stands between the fields of a table; `None` if the name is not that of a
/// table.
pub fn delimiter(path: &Path) -> Option<u8> {
    match extension(path)?.as_str() {
        "csv" => Some(b','),
        "tsv" => Some(b'\t'),
        _ => None,
    }
}

/// In small letters, of what is gzipped.
fn extension(path: &Path) -> Option<String> {
    let name = path.to_str()?.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    Some(name.rsplit_once('.')?.1.to_owned())
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
        // What was read may hold one byte too many in the place of an end of two.
        let bytes = Some(bytes).filter(|bytes| bytes.len() <= LONGEST_LINE);
        Some(Ok((self.line, bytes)))
    }
}

fn parse(line: u64, bytes: Option<Vec<u8>>) -> Result<Row, Bad> {
    let bad = |error: String| Bad {
        line,
        error,
        only_lacks_text: false,
    };
    let bytes = bytes.ok_or_else(|| bad(format!("longer than {LONGEST_LINE} bytes")))?;
    let size = bytes.len();
    let mut text = String::from_utf8(bytes).map_err(|error| {
        bad(format!(
            "not UTF-8 at byte {}",
            error.utf8_error().valid_up_to()
        ))
    })?;
    // In front of a file, or of one that was put behind another.
    if text.starts_with('\u{FEFF}') {
        text.remove(0);
    }
    if !text.starts_with('{') {
        return Ok(Row {
            line,
            bytes: size,
            id: None,
            text,
            fields: Value::Null,
        });
    }
    let (mut fields, json) =
        half_pairs::read(&text).map_err(|error| bad(format!("not JSON: {}", not_json(&error))))?;
    let mut take = |name: &str| fields.get_mut(name).map(Value::take);
    let id = take("id").filter(|id| !id.is_null());
    let id = id.map(|id| exact(id, &json));
    let text = match take("text") {
        Some(Value::String(text)) => text,
        other => {
            let error = match other {
                Some(_) => "`text` is not a string",
                None => "no `text`",
            };
            return Err(Bad {
                only_lacks_text: true,
                ..bad(error.to_owned())
            });
        }
    };
    Ok(Row {
        line,
        bytes: size,
        id,
        text,
        fields,
    })
}

/// The `id` of a JSON object. A whole number that 64 bits do not hold has been read as
/// another one near it; it becomes its digits, as a string.
pub fn exact(id: Value, object: &str) -> Value {
    #[derive(Deserialize)]
    struct Written<'o> {
        #[serde(borrow)]
        id: &'o RawValue,
    }
    if !id.is_f64() {
        return id;
    }
    match serde_json::from_str::<Written<'_>>(object) {
        Ok(Written { id: written }) if !written.get().contains(['.', 'e', 'E']) => {
            written.get().into()
        }
        _ => id,
    }
}

fn table(reader: Box<dyn BufRead>, delimiter: u8) -> io::Result<Rows> {
    let invalid = |error: String| io::Error::new(io::ErrorKind::InvalidData, error);
    let mut table = Table::new(reader, delimiter);
    let header = table.next().transpose()?.transpose().map_err(invalid)?;
    let names: Vec<String> = (header.iter().flat_map(|header| &header.fields))
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    let Some(text_column) = names.iter().position(|name| name == "text") else {
        let header: String = names.join(", ").chars().take(100).collect();
        return Err(invalid(format!(
            "no column `text` in the header, between {} ({header})",
            if delimiter == b',' { "commas" } else { "tabs" }
        )));
    };
    if names.iter().filter(|name| *name == "text").count() > 1 {
        return Err(invalid(
            "more than one column `text` in the header".to_owned(),
        ));
    }
    Ok(Box::new((1..).zip(table).map(move |(line, row)| {
        row.map(|row| match row {
            Ok(row) => of_columns(line, &names, text_column, row),
            Err(error) => Err(Bad {
                line,
                error,
                only_lacks_text: false,
            }),
        })
    })))
}

fn of_columns(
    line: u64,
    names: &[String],
    text_column: usize,
    mut row: TableRow,
) -> Result<Row, Bad> {
    let bad = |error: &str, only_lacks_text| Bad {
        line,
        error: error.to_owned(),
        only_lacks_text,
    };
    // A comma that is not between quotes would cut a text short.
    if row.fields.iter().skip(names.len()).any(|it| !it.is_empty()) {
        let (fields, columns) = (row.fields.len(), names.len());
        let error = format!("{fields} fields for the {columns} columns of the header");
        return Err(bad(&error, false));
    }
    let text = row.fields.get_mut(text_column).map(std::mem::take);
    let text = text.ok_or_else(|| bad("no column `text` in this row", true))?;
    let text = String::from_utf8(text).map_err(|_| bad("`text` is not UTF-8", false))?;
    let mut id = None;
    let mut fields = Map::new();
    for (column, (name, value)) in names.iter().zip(&row.fields).enumerate() {
        if name == "id" && id.is_none() {
            let given = Some(value).filter(|value| !value.is_empty());
            id = given.map(|value| String::from_utf8_lossy(value).into());
        } else if column != text_column && !value.is_empty() {
            let value = String::from_utf8_lossy(value);
            fields.entry(name).or_insert_with(|| value.into());
        }
    }
    Ok(Row {
        line,
        bytes: row.bytes,
        id,
        text,
        fields: Value::Object(fields),
    })
}
