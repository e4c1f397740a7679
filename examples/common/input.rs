//! Texts from lines, JSON lines, CSV and TSV, gzipped or not, one at a time.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::encoding::unpacked;
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

impl Bad {
    fn new(line: u64, error: String) -> Self {
        Self {
            line,
            error,
            only_lacks_text: false,
        }
    }
}

/// A line, or a row of a table, longer than this is refused, so that memory stays flat.
pub const LONGEST_LINE: usize = 16 << 20;

/// See [`blocks`].
pub const BLOCK: usize = 4096;
pub const BLOCK_BYTES: usize = 4 << 20;

/// A line as it was read, to be parsed on any thread, or a row of a table.
pub enum Raw {
    /// Its number, and its bytes unless they were too many.
    Line(u64, Option<Vec<u8>>),
    Row(Result<Row, Bad>),
}

type Raws = Box<dyn Iterator<Item = io::Result<Raw>>>;

impl Raw {
    fn row(self) -> Result<Row, Bad> {
        match self {
            Self::Line(line, bytes) => parse(line, bytes, every_field),
            Self::Row(row) => row,
        }
    }

    pub fn record(self) -> Result<Record, Bad> {
        match self {
            Self::Line(line, bytes) => parse(line, bytes, half_pairs::read).map(Record::from),
            Self::Row(row) => row.map(Record::from),
        }
    }

    /// The line as a text, whatever it begins with.
    pub fn line(self) -> Result<String, Bad> {
        match self {
            Self::Line(line, bytes) => text(line, bytes),
            Self::Row(row) => row.map(|row| row.text),
        }
    }

    /// Of the file.
    fn bytes(&self) -> usize {
        match self {
            Self::Line(_, bytes) => bytes.as_ref().map_or(0, Vec::len),
            Self::Row(row) => row.as_ref().map_or(0, |row| row.bytes),
        }
    }
}

/// The fields of a JSON object.
#[derive(Default)]
struct Fields {
    /// None if null.
    id: Option<Value>,
    text: Option<Value>,
    /// The others; of what is read for a [`Record`] only `date`.
    rest: Value,
}

fn every_field(json: &str) -> serde_json::Result<(Fields, Cow<'_, str>)> {
    let (mut rest, json) = half_pairs::read::<Value>(json)?;
    let mut take = |name: &str| rest.get_mut(name).map(Value::take);
    let (id, text) = (take("id").filter(|id| !id.is_null()), take("text"));
    Ok((Fields { id, text, rest }, json))
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Name {
    Id,
    Text,
    Date,
    #[serde(other)]
    Other,
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self::default())
    }
}

impl<'de> Visitor<'de> for Fields {
    type Value = Self;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut object: A) -> Result<Self, A::Error> {
        while let Some(name) = object.next_key()? {
            match name {
                Name::Id => self.id = object.next_value()?,
                Name::Text => self.text = Some(object.next_value()?),
                Name::Date => self.rest["date"] = object.next_value()?,
                Name::Other => drop(object.next_value::<IgnoredAny>()?),
            }
        }
        Ok(self)
    }
}

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
/// `.csv` (with commas, or semicolons: [`has_semicolons`]) and `.tsv` need a header with a
/// column `text`, and may have `id`; a row that leaves a quote open is a bad line, and
/// reading goes on in the next one, and so is one with more fields than columns.
/// Anything else is lines: one that starts with `{` is JSON with `text` and
/// maybe `id`, any other is a text; a `.json` that is one array is refused. Gzip is
/// recognised by its first bytes. Where reading breaks off (a file that is cut short),
/// the last item is the error.
pub fn records(
    path: Option<&Path>,
) -> Result<impl Iterator<Item = io::Result<Result<Record, Bad>>>, Box<dyn Error>> {
    Ok(open(path)?.map(|raw| raw.map(Raw::record)))
}

/// As [`records`], for programs that answer line by line: a break is a bad line at
/// the end, so that what came before it is answered.
pub fn records_to_break(
    path: Option<&Path>,
) -> Result<impl Iterator<Item = Result<Record, Bad>>, Box<dyn Error>> {
    Ok(raws_to_break(path)?.map(Raw::record))
}

/// Blocks to work on at once, of so many lines or, as far as lines go into it, so many
/// bytes of the file.
pub fn blocks(raws: impl Iterator<Item = Raw>) -> impl Iterator<Item = Vec<Raw>> {
    let mut raws = raws.peekable();
    std::iter::from_fn(move || {
        raws.peek()?;
        let (mut block, mut bytes) = (Vec::new(), 0);
        while block.len() < BLOCK
            && bytes < BLOCK_BYTES
            && let Some(raw) = raws.next()
        {
            bytes += raw.bytes();
            block.push(raw);
        }
        Some(block)
    })
}

/// What [`records_to_break`] parses.
pub fn raws_to_break(path: Option<&Path>) -> Result<impl Iterator<Item = Raw>, Box<dyn Error>> {
    let mut raws = open(path)?;
    let (mut line, mut is_broken) = (0, false);
    Ok(std::iter::from_fn(move || {
        if is_broken {
            return None;
        }
        line += 1;
        Some(raws.next()?.unwrap_or_else(|error| {
            is_broken = true;
            let error = format!("reading breaks off here: {error}");
            Raw::Row(Err(Bad::new(line, error)))
        }))
    }))
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
    let raws = raws(Box::new(Cursor::new(content)), Some(path));
    let rows = raws.and_then(|raws| raws.map(|raw| raw.map(Raw::row)).collect());
    let rows = rows.map_err(|error| named(path, error))?;
    Ok(Whole { sha256, rows })
}

fn open(path: Option<&Path>) -> Result<Raws, Box<dyn Error>> {
    let open = || {
        let raw: Box<dyn Read> = match path {
            Some(path) => Box::new(File::open(path)?),
            None => Box::new(io::stdin()),
        };
        raws(unpacked(raw)?, path)
    };
    open().map_err(|error| named(path.unwrap_or(Path::new("standard input")), error))
}

/// Lines or a table. A file that calls itself JSON and is one array is refused: its
/// lines would be answered as texts.
fn raws(mut reader: Box<dyn BufRead>, path: Option<&Path>) -> io::Result<Raws> {
    if path.and_then(extension).as_deref() == Some("json") {
        let start = unmarked(reader.fill_buf()?);
        if start.trim_ascii_start().starts_with(b"[") {
            let error = "is a JSON array: one object a line is needed (jq -c '.[]')";
            return Err(io::Error::new(io::ErrorKind::InvalidData, error));
        }
    }
    match path.and_then(delimiter) {
        Some(b',') if has_semicolons(reader.fill_buf()?) => table(reader, b';'),
        Some(delimiter) => table(reader, delimiter),
        None => {
            Ok(Box::new(Lines::new(reader).map(|line| {
                line.map(|(line, bytes)| Raw::Line(line, bytes))
            })))
        }
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

/// Whether a table that begins so has semicolons between its fields, as spreadsheets write
/// them where a comma stands in numbers: its header has some, and no comma.
fn has_semicolons(start: &[u8]) -> bool {
    let header = start.split(|&byte| matches!(byte, b'\n' | b'\r')).next();
    header.is_some_and(|it| it.contains(&b';') && !it.contains(&b','))
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

/// A line that is not too long, and UTF-8.
fn text(line: u64, bytes: Option<Vec<u8>>) -> Result<String, Bad> {
    let bad = |error| Bad::new(line, error);
    let bytes = bytes.ok_or_else(|| bad(format!("longer than {LONGEST_LINE} bytes")))?;
    String::from_utf8(bytes).map_err(|error| {
        bad(format!(
            "not UTF-8 at byte {}",
            error.utf8_error().valid_up_to()
        ))
    })
}

/// What a line gives; `read` gives the fields of an object, and the JSON it read.
fn parse(
    line: u64,
    bytes: Option<Vec<u8>>,
    read: impl Fn(&str) -> serde_json::Result<(Fields, Cow<'_, str>)>,
) -> Result<Row, Bad> {
    let mut text = text(line, bytes)?;
    let size = text.len();
    let bad = |error| Bad::new(line, error);
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
    let (fields, json) =
        read(&text).map_err(|error| bad(format!("not JSON: {}", not_json(&error))))?;
    let id = fields.id.map(|id| exact(id, &json));
    let text = match fields.text {
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
        fields: fields.rest,
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

fn table(reader: Box<dyn BufRead>, delimiter: u8) -> io::Result<Raws> {
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
            match delimiter {
                b',' => "commas",
                b';' => "semicolons",
                _ => "tabs",
            }
        )));
    };
    if names.iter().filter(|name| *name == "text").count() > 1 {
        return Err(invalid(
            "more than one column `text` in the header".to_owned(),
        ));
    }
    Ok(Box::new((1..).zip(table).map(move |(line, row)| {
        row.map(|row| {
            Raw::Row(match row {
                Ok(row) => of_columns(line, &names, text_column, row),
                Err(error) => Err(Bad::new(line, error)),
            })
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
