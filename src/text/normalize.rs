//! Undoing what changes how a word looks but not how it reads.
//!
//! The rules, in the order they apply:
//!
//! 1. hidden characters are dropped: zero-width, bidirectional controls, soft
//!    hyphens, variation selectors;
//! 2. look-alikes of other scripts and styled, full-width, circled or accented
//!    letters become the plain lower-case letter (Unicode compatibility
//!    decomposition, and [`look_alike`] for what it does not cover);
//! 3. one or two digits or signs between letters are read as the letters they
//!    imitate (`c0blos`, `P4NIK`, `ca$h`); any other digits end a piece, and
//!    digits at the edges are dropped (`orang2`, `4thn`, `2019gantipresiden`);
//! 4. three or more of one plain letter in a row become one (`banggeeet`);
//! 5. apostrophes are dropped; hyphens, dots and underscores end a piece
//!    (`anak-anak` is two), unless every piece is a single letter
//!    (`c-u-r-a-n-g` is one).
//!
//! Every byte written can know the span of the original it came from.

use unicode_normalization::UnicodeNormalization;

use crate::text::chars::{Class, class, shape};

/// What normalisation had to undo in a token; the words of one token share it.
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

/// Folded pieces, written one behind the other into buffers that are reused.
///
/// `bytes` is UTF-8. With `TRACK`, `origins` has one entry for each byte.
#[derive(Debug, Default)]
pub(crate) struct Folder<const TRACK: bool> {
    pub(crate) bytes: Vec<u8>,
    pub(crate) origins: Vec<Origin>,
    /// End of each piece in `bytes`; a piece starts where the last one ended.
    pub(crate) pieces: Vec<usize>,
    pub(crate) changes: Changes,
}

impl<const TRACK: bool> Folder<TRACK> {
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.origins.clear();
        self.pieces.clear();
        self.changes = Changes::default();
    }

    /// Folds `word`, which stands at byte `offset` of its text and whose bytes
    /// have the [`shape`] bits `seen`; appends its pieces.
    #[inline]
    pub(crate) fn fold(&mut self, word: &str, offset: usize, seen: u8) {
        if seen & !shape::LETTER == 0 {
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

    fn fold_general(&mut self, word: &str, offset: usize) {
        let first_piece = self.pieces.len();
        // Where the digits begin that may turn out to stand for letters.
        let mut digits: Option<Digits> = None;
        for (i, c) in word.char_indices() {
            let origin = Origin {
                start: offset + i,
                end: offset + i + c.len_utf8(),
            };
            match c {
                'a'..='z' | 'A'..='Z' => self.letter(c.to_ascii_lowercase(), origin, &mut digits),
                '0'..='9' | '@' | '$' => self.digit(c, origin, &mut digits),
                '-' | '.' | '_' | '\u{2010}' | '\u{2011}' => {
                    self.drop_digits(&mut digits);
                    self.end_piece();
                }
                // The others are apostrophes that Unicode counts as letters.
                '\u{02B9}'..='\u{02C1}' => {}
                _ if c.is_ascii() => {}
                _ => match class(c) {
                    Class::Hidden => self.changes.hidden = true,
                    Class::Mark => self.changes.look_alike = true,
                    Class::Space | Class::Symbol => {}
                    _ => {
                        let mut plain = |folder: &mut Self, c: char| match c {
                            '0'..='9' => folder.digit(c, origin, &mut digits),
                            _ if !c.is_ascii() && class(c) == Class::Digit => {
                                folder.digit(c, origin, &mut digits);
                            }
                            _ => folder.letter(c, origin, &mut digits),
                        };
                        if let Some(letter) = look_alike(c) {
                            self.changes.look_alike = true;
                            plain(self, letter);
                        } else {
                            for part in std::iter::once(c).nfkd() {
                                if !part.is_ascii() && class(part) == Class::Mark {
                                    continue;
                                }
                                for lower in part.to_lowercase() {
                                    let letter = look_alike(lower).unwrap_or(lower);
                                    self.changes.look_alike |= letter.is_ascii_lowercase();
                                    if letter.is_alphanumeric() {
                                        plain(self, letter);
                                    }
                                }
                            }
                        }
                    }
                },
            }
        }
        self.drop_digits(&mut digits);
        self.end_piece();
        self.join_single_letters(first_piece);
    }

    fn piece_start(&self) -> usize {
        self.pieces.last().copied().unwrap_or(0)
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

    fn letter(&mut self, c: char, origin: Origin, digits: &mut Option<Digits>) {
        if let Some(run) = digits.take() {
            if run.readable && run.count <= 2 {
                self.changes.leet = true;
            } else {
                self.truncate(run.start);
                self.end_piece();
            }
        }
        self.write(c, origin);
    }

    fn digit(&mut self, c: char, origin: Origin, digits: &mut Option<Digits>) {
        let start = self.bytes.len();
        if digits.is_none() && start == self.piece_start() {
            // Digits at the front of a piece stand for nothing.
            return;
        }
        let run = digits.get_or_insert(Digits {
            start,
            count: 0,
            readable: true,
        });
        run.count += 1;
        match imitated_letter(c) {
            Some(letter) => self.write(letter, origin),
            None => run.readable = false,
        }
    }

    /// Digits that no letter followed.
    fn drop_digits(&mut self, digits: &mut Option<Digits>) {
        if let Some(run) = digits.take() {
            self.truncate(run.start);
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
    pub(crate) fn end_piece(&mut self) {
        let start = self.piece_start();
        let elongated = self.bytes[start..]
            .windows(3)
            .any(|run| run[0] == run[1] && run[1] == run[2] && run[0].is_ascii_lowercase());
        if elongated {
            self.collapse(start);
        }
        if self.bytes.len() > start {
            self.pieces.push(self.bytes.len());
        }
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
            Some(before) => self.pieces[before],
            None => 0,
        };
        if count >= 2 && self.bytes.len() - start == count {
            self.pieces.truncate(first);
            self.changes.spaced |= count >= 3;
            self.end_piece();
        }
    }
}

/// A run of digits that may turn out to stand for letters.
struct Digits {
    start: usize,
    count: usize,
    readable: bool,
}

/// The letter that a digit or sign imitates.
pub(crate) fn imitated_letter(c: char) -> Option<char> {
    Some(match c {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        '8' => 'b',
        '9' => 'g',
        _ => return None,
    })
}

/// The Latin letter that a character outside ASCII looks like, where Unicode's
/// compatibility decomposition does not say so.
fn look_alike(c: char) -> Option<char> {
    // Negative circled and squared letters.
    let offset = match c as u32 {
        n @ 0x1F150..=0x1F169 => Some(n - 0x1F150),
        n @ 0x1F170..=0x1F189 => Some(n - 0x1F170),
        _ => None,
    };
    if let Some(offset) = offset {
        return char::from_u32(u32::from(b'a') + offset);
    }
    Some(match c {
        // Cyrillic
        'а' | 'А' => 'a',
        'в' | 'В' | 'ь' | 'Ь' => 'b',
        'с' | 'С' => 'c',
        'ԁ' => 'd',
        'е' | 'Е' => 'e',
        'н' | 'Н' | 'һ' => 'h',
        'і' | 'І' | 'ӏ' | 'Ӏ' => 'i',
        'ј' | 'Ј' => 'j',
        'к' | 'К' => 'k',
        'м' | 'М' => 'm',
        'п' => 'n',
        'о' | 'О' => 'o',
        'р' | 'Р' => 'p',
        'ԛ' => 'q',
        'ѕ' | 'Ѕ' => 's',
        'т' | 'Т' => 't',
        'ѵ' => 'v',
        'ԝ' => 'w',
        'х' | 'Х' => 'x',
        'у' | 'У' | 'ү' => 'y',
        // Greek
        'α' | 'Α' => 'a',
        'β' | 'Β' => 'b',
        'ε' | 'Ε' => 'e',
        'Η' => 'h',
        'ι' | 'Ι' => 'i',
        'κ' | 'Κ' => 'k',
        'Μ' => 'm',
        'η' | 'Ν' => 'n',
        'ο' | 'Ο' => 'o',
        'ρ' | 'Ρ' => 'p',
        'τ' | 'Τ' => 't',
        'υ' | 'μ' => 'u',
        'ν' => 'v',
        'ω' => 'w',
        'χ' | 'Χ' => 'x',
        'γ' | 'Υ' => 'y',
        'Ζ' => 'z',
        // Armenian
        'օ' => 'o',
        'ս' => 'u',
        'ո' => 'n',
        'հ' => 'h',
        // Latin letters that do not decompose
        'ı' | 'ɩ' | 'ɪ' => 'i',
        'ɑ' | 'ᴀ' => 'a',
        'ʙ' => 'b',
        'ᴄ' => 'c',
        'đ' | 'Đ' | 'ᴅ' => 'd',
        'ᴇ' => 'e',
        'ꜰ' => 'f',
        'ɡ' | 'ɢ' => 'g',
        'ħ' | 'Ħ' | 'ʜ' => 'h',
        'ȷ' | 'ᴊ' => 'j',
        'ᴋ' => 'k',
        'ł' | 'Ł' | 'ʟ' => 'l',
        'ᴍ' => 'm',
        'ɴ' => 'n',
        'ø' | 'Ø' | 'ᴏ' => 'o',
        'ᴘ' => 'p',
        'ʀ' => 'r',
        'ꜱ' => 's',
        'ŧ' | 'Ŧ' | 'ᴛ' => 't',
        'ᴜ' => 'u',
        'ʋ' | 'ᴠ' => 'v',
        'ᴡ' => 'w',
        'ʏ' => 'y',
        'ᴢ' => 'z',
        _ => return None,
    })
}
