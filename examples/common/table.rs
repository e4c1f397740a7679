//! Rows of CSV and TSV, as bytes, each in bounded memory.
//!
//! Fields are cut as the crate `csv` cuts them. A quote that was left open would make
//! one row of all that follows. Here it costs its own row:
//!
//! - A quote is open if the file ends, or the row grows longer than [`LONGEST_LINE`]
//!   over several lines, before the next quote; or if the next one is in another line
//!   and has anything but the end of a field behind it, as one has that opens a field.
//! - The row is refused with the line of the quote, and reading goes on in the line
//!   after that. No line is looked through in vain twice: what held no quote that
//!   closes a field leaves none open.
//!
//! A line that is too long is refused alone. An open quote before one that ends a field
//! is a field of several lines: nothing tells them apart.

use std::io::{self, BufRead};

use super::input::LONGEST_LINE;

pub struct Table<R> {
    source: Source<R>,
    delimiter: u8,
    /// Where in the file the next row begins.
    place: Place,
}

pub struct TableRow {
    pub fields: Vec<Vec<u8>>,
    /// How many there were in the file, quotes and all.
    pub bytes: usize,
}

/// A byte of the file, from 0, and its line, from 1.
#[derive(Clone, Copy)]
struct Place {
    byte: u64,
    line: u64,
    /// The last byte was a carriage return: a line feed belongs to it.
    is_returned: bool,
}

impl Place {
    fn pass(&mut self, byte: u8) {
        self.byte += 1;
        self.line += u64::from(is_end(byte) && !(byte == b'\n' && self.is_returned));
        self.is_returned = byte == b'\r';
    }
}

/// Where in a field a byte stands.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Start,
    Plain,
    Quoted,
    /// Behind a quote in a quoted field, which ends there unless another one follows.
    Quote,
}

fn is_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

impl<R: BufRead> Table<R> {
    pub fn new(reader: R, delimiter: u8) -> Self {
        Self {
            source: Source::new(reader),
            delimiter,
            place: Place {
                byte: 0,
                line: 1,
                is_returned: false,
            },
        }
    }

    /// The next row, or why there is none where there should be one.
    fn row(&mut self) -> Option<Result<TableRow, String>> {
        // Blank lines are no rows.
        while let Some(byte) = self.source.byte(self.place.byte).filter(|&it| is_end(it)) {
            self.place.pass(byte);
            self.source.keep_from(self.place.byte);
        }
        self.source.keep_from(self.place.byte);
        self.source.byte(self.place.byte)?;
        let start = self.place.byte;
        let (mut fields, mut field) = (Vec::new(), Vec::new());
        let (mut state, mut place) = (State::Start, self.place);
        // Of the last quote that opened a field, and of the first line behind it.
        let mut opened = self.place.line;
        let mut behind = None;
        loop {
            let next = self.source.byte(place.byte);
            let ends = next.is_none_or(|it| is_end(it) && state != State::Quoted);
            let bytes = (place.byte - start) as usize;
            let is_long = bytes > LONGEST_LINE;
            let is_open = match state {
                State::Quoted => ends || (is_long && behind.is_some()),
                // What closes a field that began in another line has its end behind it.
                State::Quote => {
                    behind.is_some() && !ends && next != Some(b'"') && next != Some(self.delimiter)
                }
                State::Start | State::Plain => false,
            };
            if is_open {
                self.place = behind.unwrap_or(place);
                return Some(Err(format!(
                    "the quote that opens in line {opened} is not closed"
                )));
            }
            if is_long && !ends {
                self.place = self.source.skip_line(place);
                return Some(Err(format!("longer than {LONGEST_LINE} bytes")));
            }
            let Some(byte) = next.filter(|_| !ends) else {
                self.place = place;
                // Half a row is none.
                if next.is_none() && self.source.broken.is_some() {
                    return None;
                }
                fields.push(field);
                return Some(Ok(TableRow { fields, bytes }));
            };
            place.pass(byte);
            match (state, byte) {
                (State::Start, b'"') => {
                    state = State::Quoted;
                    opened = place.line;
                    behind = None;
                }
                (State::Quoted, b'"') => state = State::Quote,
                (State::Quoted, _) => field.push(byte),
                (State::Quote, b'"') => {
                    field.push(byte);
                    state = State::Quoted;
                }
                _ if byte == self.delimiter => {
                    fields.push(std::mem::take(&mut field));
                    state = State::Start;
                }
                _ => {
                    field.push(byte);
                    state = State::Plain;
                }
            }
            if is_end(byte) {
                behind.get_or_insert(place);
            }
        }
    }
}

impl<R: BufRead> Iterator for Table<R> {
    /// Inside is what is wrong with a row.
    type Item = io::Result<Result<TableRow, String>>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.row() {
            Some(row) => Some(Ok(row)),
            None => self.source.broken.take().map(Err),
        }
    }
}

/// The bytes of a file from some place on.
struct Source<R> {
    reader: R,
    buffer: Vec<u8>,
    /// The place of the buffer.
    start: u64,
    is_at_end: bool,
    /// Why it ends before its end.
    broken: Option<io::Error>,
}

impl<R: BufRead> Source<R> {
    /// Without the mark of byte order.
    fn new(reader: R) -> Self {
        let mut source = Self {
            reader,
            buffer: Vec::new(),
            start: 0,
            is_at_end: false,
            broken: None,
        };
        let mark = "\u{FEFF}".as_bytes();
        while source.buffer.len() < mark.len() && source.fill() {}
        if source.buffer.starts_with(mark) {
            source.buffer.drain(..mark.len());
        }
        source
    }

    fn byte(&mut self, place: u64) -> Option<u8> {
        let at = (place - self.start) as usize;
        while self.buffer.len() <= at {
            if !self.fill() {
                return None;
            }
        }
        Some(self.buffer[at])
    }

    /// Whether there is more.
    fn fill(&mut self) -> bool {
        let read = loop {
            if self.is_at_end {
                return false;
            }
            match self.reader.fill_buf() {
                Ok(more) => {
                    self.buffer.extend_from_slice(more);
                    break more.len();
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.broken = Some(error);
                    break 0;
                }
            }
        };
        self.reader.consume(read);
        self.is_at_end = read == 0;
        !self.is_at_end
    }

    /// Nothing before this place will be asked for. As much as is kept is moved, so
    /// that is done when more goes than stays.
    fn keep_from(&mut self, place: u64) {
        let gone = (place - self.start) as usize;
        if gone > self.buffer.len() / 2 {
            self.buffer.drain(..gone);
            self.start = place;
        }
    }

    /// The end of the line that `place` is in, kept nowhere.
    fn skip_line(&mut self, mut place: Place) -> Place {
        while let Some(byte) = self.byte(place.byte).filter(|&it| !is_end(it)) {
            place.pass(byte);
            self.keep_from(place.byte);
        }
        place
    }
}
