//! Undoing what changes how a word looks but not how it reads.
//!
//! The rules, in the order they apply:
//!
//! 1. hidden characters are dropped: zero-width, bidirectional controls, soft
//!    hyphens, variation selectors;
//! 2. look-alikes of other scripts and styled, full-width, circled or accented
//!    letters become the plain lower-case letter (Unicode compatibility
//!    decomposition, and [`look_alike`] for what it does not cover);
//! 3. digits and signs are read as the letters they imitate where the word is a
//!    known one with them, and a rarer one or none without those at its edges
//!    (`jokow1`, `4bdi`, `5ur47`, `poli51`, `$uara`), and up to three
//!    between letters in any word (`c0blos`, `P4NIK`, `ca$h`). Where that has shown
//!    that digits stand for letters, up to four between letters and up to two at the
//!    edges are read too (`53b4rkan`, `r4h4s14`). Where nothing has, one digit at an
//!    edge is read if only a letter fits there (`suar4`, `5uara`, `4ndalan`; see
//!    [`digits`]). Any other digits end a piece, or are
//!    dropped at its edges (`orang2`, `4thn`, `2019gantipresiden`), with a clitic
//!    that hangs on them (`212nya`);
//! 4. three or more of one plain letter in a row become one (`banggeeet`),
//!    unless the word is the party `PPP`;
//! 5. apostrophes are dropped; hyphens, dots and underscores end a piece
//!    (`anak-anak` is two), unless every piece is a single letter
//!    (`c-u-r-a-n-g` is one).
//!
//! Every byte written can know the span of the original it came from.

mod digits;
mod look_alike;

use digits::{Digits, UNREADABLE, is_digit, runs};
pub(crate) use digits::{as_letters, disguised_run, imitated_letter, is_commoner, is_sign};
use look_alike::look_alike;
use unicode_normalization::UnicodeNormalization;

use crate::text::chars::{Class, SHAPE, class, shape};
use crate::text::lexicon::closed::ENCLITICS;

/// What normalisation had to undo in a token. Its words share it, but for `leet`, which
/// each has for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Changes {
    /// Characters that cannot be seen stood inside the word.
    pub hidden: bool,
    /// Letters were written with look-alike, styled or accented characters.
    pub look_alike: bool,
    /// Digits or signs stood for letters.
    pub leet: bool,
    /// A letter was repeated three times or more.
    pub elongated: bool,
    /// The letters stood apart, with spaces, dots or hyphens between them.
    pub spaced: bool,
}

/// Where a folded byte came from: byte offsets in the original text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// A folded word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Where it ends in the bytes; it starts where the one before ended.
    pub(crate) end: usize,
    /// [`shape`] bits of its letters: of each word by itself, unless only digits
    /// part them, so that the case of *Anas* says nothing about the other word of
    /// *Anas-PPNI*.
    pub(crate) case: u8,
    /// Digits were read as letters in it.
    pub(crate) leet: bool,
}

impl Piece {
    /// Whether its letters are all capitals, and there is one.
    pub(crate) fn is_caps(self) -> bool {
        self.case == shape::UPPER
    }
}

/// Folded pieces, written one behind the other into buffers that are reused.
///
/// `bytes` is UTF-8. With `TRACK`, `origins` has one entry for each byte.
#[derive(Debug, Default)]
pub(crate) struct Folder<const TRACK: bool> {
    pub(crate) bytes: Vec<u8>,
    pub(crate) origins: Vec<Origin>,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) changes: Changes,
    /// [`shape`] bits of the letters of the open piece.
    seen: u8,
    /// Whether digits of the open piece were read as letters.
    leet: bool,
    /// Whether the open piece has digits that are not decided yet.
    digits: bool,
    /// A piece while its digits are read.
    raw: Vec<u8>,
    raw_origins: Vec<Origin>,
}

impl<const TRACK: bool> Folder<TRACK> {
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.origins.clear();
        self.pieces.clear();
        self.changes = Changes::default();
        self.seen = 0;
        self.leet = false;
        self.digits = false;
    }

    /// Folds `word`, which stands at byte `offset` of its text and whose bytes
    /// have the [`shape`] bits `seen`; appends its pieces.
    #[inline]
    pub(crate) fn fold(&mut self, word: &str, offset: usize, seen: u8) {
        self.seen = 0;
        if seen & !shape::LETTER == 0 {
            self.seen = seen;
            self.bytes
                .extend(word.bytes().map(|byte| byte.to_ascii_lowercase()));
            if TRACK {
                self.origins
                    .extend((offset..).take(word.len()).map(|start| Origin {
                        start,
                        end: start + 1,
                    }));
            }
            self.end_piece();
        } else {
            self.fold_general(word, offset);
        }
    }

    /// Writes `letters`, which the digits and signs of `source` stand for, one for
    /// each byte from `offset` on.
    pub(crate) fn read_as(&mut self, letters: &[u8], source: &str, offset: usize) {
        self.seen = source.bytes().fold(0, |seen, byte| {
            seen | SHAPE[usize::from(byte)] & shape::LETTER
        });
        self.bytes.extend_from_slice(letters);
        if TRACK {
            let starts = (offset..).take(letters.len());
            self.origins.extend(starts.map(|start| Origin {
                start,
                end: start + 1,
            }));
        }
        self.changes.leet = true;
        self.leet = true;
        self.end_piece();
    }

    fn fold_general(&mut self, word: &str, offset: usize) {
        let first_piece = self.pieces.len();
        for (i, c) in word.char_indices() {
            let origin = Origin {
                start: offset + i,
                end: offset + i + c.len_utf8(),
            };
            match c {
                'a'..='z' => {
                    self.seen |= shape::LOWER;
                    self.write(c, origin);
                }
                'A'..='Z' => {
                    self.seen |= shape::UPPER;
                    self.write(c.to_ascii_lowercase(), origin);
                }
                '0'..='9' | '@' | '$' => self.digit(c, origin),
                '-' | '.' | '_' | '\u{2010}' | '\u{2011}' => {
                    self.end_digits();
                    self.seen = 0;
                }
                // The others are apostrophes that Unicode counts as letters.
                '\u{02B9}'..='\u{02C1}' => {}
                _ if c.is_ascii() => {}
                _ => match class(c) {
                    Class::Hidden => self.changes.hidden = true,
                    Class::Mark => self.changes.look_alike = true,
                    Class::Space | Class::Symbol => {}
                    _ => self.wide(c, origin),
                },
            }
        }
        self.end_digits();
        self.join_single_letters(first_piece);
    }

    /// A letter or digit outside ASCII.
    fn wide(&mut self, c: char, origin: Origin) {
        if let Some(letter) = look_alike(c) {
            self.changes.look_alike = true;
            self.case(c);
            self.write(letter, origin);
            return;
        }
        for part in std::iter::once(c).nfkd() {
            if !part.is_ascii() && class(part) == Class::Mark {
                continue;
            }
            self.case(part);
            if let Some(letter) = look_alike(part) {
                self.changes.look_alike = true;
                self.write(letter, origin);
                continue;
            }
            for lower in part.to_lowercase() {
                let letter = look_alike(lower).unwrap_or(lower);
                self.changes.look_alike |= letter.is_ascii_lowercase();
                match letter {
                    '0'..='9' => self.digit(letter, origin),
                    'a'..='z' | 'A'..='Z' => self.write(letter, origin),
                    _ if letter.is_ascii() => {}
                    _ => match class(letter) {
                        Class::Digit => self.digit(letter, origin),
                        Class::Letter => self.write(letter, origin),
                        _ if letter.is_alphanumeric() => self.write(letter, origin),
                        _ => {}
                    },
                }
            }
        }
    }

    /// Notes the case of a letter outside ASCII. Negative circled and squared
    /// letters, which come in capitals only, have none.
    fn case(&mut self, c: char) {
        let one_size = matches!(c as u32, 0x1F150..=0x1F189);
        if c.is_uppercase() && !one_size {
            self.seen |= shape::UPPER;
        } else if c.is_lowercase() {
            self.seen |= shape::LOWER;
        }
    }

    fn piece_start(&self) -> usize {
        self.pieces.last().map_or(0, |piece| piece.end)
    }

    fn write(&mut self, c: char, origin: Origin) {
        let mut buffer = [0; 4];
        for &byte in c.encode_utf8(&mut buffer).as_bytes() {
            self.bytes.push(byte);
            if TRACK {
                self.origins.push(origin);
            }
        }
    }

    /// A digit or sign: kept as it is until the piece has ended.
    fn digit(&mut self, c: char, origin: Origin) {
        self.digits = true;
        self.write(if c.is_ascii() { c } else { UNREADABLE }, origin);
    }

    /// Closes a piece that may have digits.
    fn end_digits(&mut self) {
        if std::mem::take(&mut self.digits) {
            self.read_digits();
        }
        self.end_piece();
    }

    /// Reads the digits of the open piece as letters, or cuts them out.
    #[cold]
    fn read_digits(&mut self) {
        let first = self.piece_start();
        let mut raw = std::mem::take(&mut self.raw);
        let mut raw_origins = std::mem::take(&mut self.raw_origins);
        raw.clear();
        raw.extend(self.bytes.drain(first..));
        raw_origins.clear();
        if TRACK {
            raw_origins.extend(self.origins.drain(first..));
        }
        let piece = Digits::of(&raw);
        let mut at = 0;
        let mut cut = false;
        for (number, run) in runs(&raw).enumerate() {
            let span = at..at + run.len();
            at = span.end;
            if is_digit(run[0]) {
                cut = !piece.are_letters(number, run);
                if cut {
                    self.end_piece();
                    continue;
                }
                self.changes.leet = true;
                self.leet = true;
            }
            self.bytes.extend(span.clone().map(|at| piece.letter(at)));
            if TRACK {
                self.origins
                    .extend(raw_origins.get(span).unwrap_or_default());
            }
        }
        self.raw = raw;
        self.raw_origins = raw_origins;
        let behind = self.piece_start();
        // It says nothing there: `PIK 2ku`.
        let hangs_on_number = |word: &[u8]| ENCLITICS.contains(&word);
        if cut && self.bytes.get(behind..).is_some_and(hangs_on_number) {
            self.truncate(behind);
        }
    }

    fn truncate(&mut self, length: usize) {
        self.bytes.truncate(length);
        if TRACK {
            self.origins.truncate(length);
        }
    }

    /// Closes a piece: collapses elongation and forgets it if it is empty.
    #[inline]
    fn end_piece(&mut self) {
        let start = self.piece_start();
        let elongated = self.bytes[start..]
            .windows(3)
            .any(|run| run[0] == run[1] && run[1] == run[2] && run[0].is_ascii_lowercase());
        if elongated && !is_triple(&self.bytes[start..]) {
            self.collapse(start);
        }
        if self.bytes.len() > start {
            self.pieces.push(Piece {
                end: self.bytes.len(),
                case: self.seen,
                leet: self.leet,
            });
        }
        self.leet = false;
    }

    #[cold]
    fn collapse(&mut self, start: usize) {
        self.changes.elongated = true;
        let mut write = start;
        let mut read = start;
        while read < self.bytes.len() {
            let byte = self.bytes[read];
            let run = self.bytes[read..]
                .iter()
                .take_while(|&&b| b == byte)
                .count();
            let keep = if run >= 3 && byte.is_ascii_lowercase() {
                1
            } else {
                run
            };
            for i in 0..keep {
                self.bytes[write + i] = byte;
                if TRACK {
                    let end = if keep < run { read + run - 1 } else { read + i };
                    self.origins[write + i] = Origin {
                        start: self.origins[read + i].start,
                        end: self.origins[end].end,
                    };
                }
            }
            write += keep;
            read += run;
        }
        self.truncate(write);
    }

    /// Makes one piece of the pieces from `first` on if each is one letter.
    fn join_single_letters(&mut self, first: usize) {
        let count = self.pieces.len() - first;
        let start = match first.checked_sub(1) {
            Some(before) => self.pieces[before].end,
            None => 0,
        };
        if count >= 2 && self.bytes.len() - start == count {
            self.changes.spaced |= count >= 3;
            self.join_pieces(first);
        }
    }

    /// Makes one piece of the pieces from `first` on.
    pub(crate) fn join_pieces(&mut self, first: usize) {
        self.seen = 0;
        for piece in self.pieces.drain(first..) {
            self.seen |= piece.case;
            self.leet |= piece.leet;
        }
        self.end_piece();
    }
}

/// Whether `word` is the one acronym of a letter three times that matters here,
/// by itself or with a clitic.
fn is_triple(word: &[u8]) -> bool {
    let clitic = word.strip_prefix(b"ppp");
    clitic.is_some_and(|clitic| clitic.is_empty() || ENCLITICS.contains(&clitic))
}
