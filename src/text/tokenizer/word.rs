//! Where a token that starts with a letter ends, and what it is.

use crate::text::chars::{leading, letters, shape};
use crate::text::clitic_host::is_word;
use crate::text::normalize::{as_letters, disguised_run, is_commoner};
use crate::text::token::{Token, TokenKind};
use crate::text::tokenizer::address;
use crate::text::tokenizer::{Next, Scanner};

/// The run of a word since its last dot, as two single letters around a dot are an
/// abbreviation, and what else is known of the word so far.
struct Label {
    start: usize,
    /// In characters.
    length: usize,
    /// Whether that dot is one of an abbreviation.
    abbreviated: bool,
    /// Up to here it is known that no dot belongs to a host name.
    no_host_until: usize,
    /// Whether the word is the number of a decree or a file.
    register: bool,
}

/// How a word goes on.
enum Step {
    /// With so many bytes of the same label.
    Part(usize),
    /// With so many that count for no label.
    Joint(usize),
    /// With a dot and another label.
    Dot { abbreviated: bool },
    /// With one more byte, which is its last.
    Last,
    /// Not at all.
    End,
    /// It is all of another kind, and ends here.
    Whole(usize, TokenKind),
}

impl<'t> Scanner<'t> {
    /// A word from `at` on: letters, digits, and the joiners that may stand
    /// between them.
    pub(super) fn word(&mut self) -> Token {
        let mut label = Label {
            start: self.at,
            length: self.take_letters(),
            abbreviated: false,
            no_host_until: 0,
            register: false,
        };
        if let Some(token) = self.address_or_currency(label.start) {
            return token;
        }
        loop {
            let (next, length) = self.look(self.at);
            let step = match next {
                Next::Digit if self.ends_in_keycap() => Step::End,
                Next::Letter | Next::Digit => Step::Part(length),
                Next::Extend => Step::Joint(length),
                Next::Symbol(Some(byte)) => self.behind_symbol(byte, &mut label),
                Next::Symbol(None) => self.behind_typography(length),
                _ => Step::End,
            };
            match step {
                Step::Part(length) => {
                    self.take(length);
                    label.length += 1;
                }
                Step::Joint(length) => self.take(length),
                Step::Dot { abbreviated } => {
                    self.take(1);
                    (label.start, label.length) = (self.at, 0);
                    label.abbreviated = abbreviated;
                }
                Step::Last => {
                    self.take(1);
                    break;
                }
                Step::End => break,
                Step::Whole(end, kind) => {
                    self.advance_to(end);
                    return self.finish(kind);
                }
            }
            label.length += self.take_letters();
        }
        self.end_word(&label)
    }

    /// Whether the digit at `at` is a keycap behind all of the word: `no1️⃣`. Before
    /// more of the word it is a letter in disguise.
    fn ends_in_keycap(&self) -> bool {
        self.keycap().is_some_and(|end| !self.is_alnum(end))
    }

    /// How a word goes on at a mark of ASCII.
    #[inline]
    fn behind_symbol(&self, byte: u8, label: &mut Label) -> Step {
        let joint_if = |joins: bool| if joins { Step::Joint(1) } else { Step::End };
        match byte {
            b'.' => self.behind_dot(label),
            b',' => joint_if(self.is_digit_before() && self.look(self.at + 1).0 == Next::Digit),
            b'@' => match address::email(self.text, self.at + 1) {
                Some(end) => Step::Whole(end, TokenKind::Email),
                // `c@pres`: leet, not a mention as in `RT@user`.
                None => joint_if(
                    (self.look(self.at + 1).0 == Next::Letter && !self.names_source())
                        || self.is_disguised(),
                ),
            },
            b'$' => joint_if(self.look(self.at + 1).0 == Next::Letter || self.is_disguised()),
            b'/' => self.behind_slash(label),
            b'-' if !self.is_alnum(self.at + 1) => match self.is_graded() {
                true => Step::Last,
                false => Step::End,
            },
            b'-' if self.is_dash() => Step::End,
            b'-' => Step::Part(1),
            b'+' => match address::marked_email(self.text, self.at) {
                Some(end) => Step::Whole(end, TokenKind::Email),
                None => joint_if(self.is_graded() || self.is_day_after()),
            },
            b'&' => joint_if(self.is_initials()),
            b'\'' | b'`' if self.are_initials_ahead() => Step::End,
            b'\'' | b'`' | b'_' if self.is_alnum(self.at + 1) => Step::Part(1),
            _ => Step::End,
        }
    }

    /// Whether the token's letters, digits and signs are a word once each is read as
    /// the letter it imitates: `$uara`, `pilpre$`, `k@$u$`. Short ones and
    /// amounts are left to money (`US$64`), and an `@` behind a word to whatever it is.
    #[inline(never)]
    pub(super) fn is_disguised(&self) -> bool {
        const LONGEST: usize = 32;
        let rest = self.bytes.get(self.start..).unwrap_or_default();
        let run = disguised_run(rest, LONGEST + 1);
        let mut read = [0; LONGEST];
        let Some(read) = as_letters(run, &mut read) else {
            return false;
        };
        let is_digit = |byte: &&u8| byte.is_ascii_digit();
        let digits = run.iter().rev().take_while(is_digit).count();
        let (before, number) = run.split_at(run.len() - digits);
        let is_other = match before {
            [.., b'$'] => !number.is_empty(),
            [.., b'@'] if number.is_empty() => {
                let bare = read.split_last().map_or(read, |(_, bare)| bare);
                !is_commoner(read, bare)
            }
            _ => false,
        };
        run.len() >= 4 && !is_other && is_word(read)
    }

    /// How it goes on at an apostrophe or hyphen of typography, of `length` bytes.
    fn behind_typography(&self, length: usize) -> Step {
        let is_joiner = matches!(
            self.char_at(self.at),
            Some('\u{2018}' | '\u{2019}' | '\u{2010}' | '\u{2011}')
        );
        match is_joiner && self.is_alnum(self.at + length) {
            true => Step::Part(length),
            false => Step::End,
        }
    }

    fn behind_dot(&self, label: &mut Label) -> Step {
        let after = self.look(self.at + 1).0;
        if !matches!(after, Next::Letter | Next::Digit) {
            return Step::End;
        }
        if let Some(end) = address::marked_email(self.text, self.at) {
            return Step::Whole(end, TokenKind::Email);
        }
        if self.at >= label.no_host_until {
            let host = address::host(self.text, label.start);
            if let Some(end) = host.end {
                return Step::Whole(end, TokenKind::Url);
            }
            label.no_host_until = host.seen_until;
        }
        let abbreviated = label.length <= 3
            && (label.length == 1 || label.abbreviated || self.is_degree(label.start))
            && self.is_label_ahead(label.length);
        let is_numbered = match after {
            Next::Digit => label.register || self.is_digit_before(),
            _ => label.register && self.is_section_ahead(),
        };
        match abbreviated || is_numbered {
            true => Step::Dot { abbreviated },
            false => Step::End,
        }
    }

    fn behind_slash(&self, label: &mut Label) -> Step {
        if self.is_slashed() {
            return Step::Whole(self.at + 1, TokenKind::Abbreviation);
        }
        let is_short = self.at - self.start == label.length && self.is_short_pair();
        label.register |= self.is_register();
        match is_short || label.register && self.is_alnum(self.at + 1) {
            true => Step::Joint(1),
            false => Step::End,
        }
    }

    /// The token of a word that has ended, with a stop that belongs to it.
    fn end_word(&mut self, label: &Label) -> Token {
        if self.byte(self.at) == Some(b'.') {
            // `a.n.`, `S.H.`: the last dot belongs to the abbreviation.
            if label.abbreviated || (label.start == self.start && self.owns_stop()) {
                self.take(1);
                return self.finish(TokenKind::Abbreviation);
            }
        } else if is_rupiah(self.written()) {
            return self.finish(TokenKind::Currency);
        } else if self.seen & shape::OTHER != 0 && is_face(self.written()) {
            return self.finish(TokenKind::Emoticon);
        }
        self.finish(match label.abbreviated {
            true => TokenKind::Abbreviation,
            false => TokenKind::Word,
        })
    }

    /// The bytes of the token so far.
    pub(super) fn written(&self) -> &'t [u8] {
        self.bytes.get(self.start..self.at).unwrap_or_default()
    }

    /// What stands behind the byte at `at`.
    pub(super) fn ahead(&self) -> &'t [u8] {
        self.bytes.get(self.at + 1..).unwrap_or_default()
    }

    /// What the ASCII letters from `start` to `at` open if what follows says
    /// so: an address with its scheme, or a currency code before a number.
    #[inline]
    fn address_or_currency(&mut self, start: usize) -> Option<Token> {
        let next = self.byte(self.at)?;
        let code = self.at - start <= 3 && (next == b'.' || next.is_ascii_digit());
        if code && let Some(length) = currency_code(self.bytes.get(start..)?) {
            self.advance_to(start + length);
            return Some(self.finish(TokenKind::Currency));
        }
        let scheme = matches!(next, b':' | b'.')
            && matches!(
                self.byte(start),
                Some(b'h' | b'H' | b'w' | b'W' | b'f' | b'F')
            );
        if scheme && let Some(end) = address::with_scheme(self.text, start) {
            self.advance_to(end);
            return Some(self.finish(TokenKind::Url));
        }
        None
    }

    /// Whether an amount of money with its code stands at `at`: `Rp2-Rp3 juta`.
    pub(super) fn is_currency(&self, at: usize) -> bool {
        self.bytes.get(at..).and_then(currency_code).is_some()
    }

    /// Whether the word so far is one that an account follows: `via@user`.
    fn names_source(&self) -> bool {
        const WORDS: [&[u8]; 7] = [b"by", b"cc", b"dari", b"dm", b"ig", b"rt", b"via"];
        let word = self.written();
        WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
    }

    /// Whether the sign at `at` belongs to a grade, a blood group or a credit
    /// rating: `A-`, `AB+`, `BBB-`, `idAA+`.
    fn is_graded(&self) -> bool {
        let word = self.written();
        let grade = word.strip_prefix(b"id").unwrap_or(word);
        let next = self.byte(self.at + 1);
        next != self.byte(self.at)
            && !next.is_some_and(|byte| byte.is_ascii_digit())
            && (matches!(grade, b"O" | b"AB")
                || matches!(grade, [first @ b'A'..=b'D', rest @ ..]
                    if rest.len() <= 2 && rest.iter().all(|letter| letter == first)))
    }

    /// `H+3`: days after a date.
    fn is_day_after(&self) -> bool {
        matches!(self.written(), b"H" | b"h") && self.look(self.at + 1).0 == Next::Digit
    }

    /// Whether the `&` at `at` joins two initials: `R&B`, `AT&T`.
    fn is_initials(&self) -> bool {
        let before = self.written();
        let after = leading(self.ahead(), 3, u8::is_ascii_alphabetic);
        let pair = (before.len() == 1 && after.len() == 1)
            || ((1..=2).contains(&before.len())
                && (1..=2).contains(&after.len())
                && before.iter().chain(after).all(u8::is_ascii_uppercase));
        pair && !self.is_alnum(self.at + 1 + after.len())
    }

    /// Whether the mark at `at` stands before the initials of a name:
    /// `di'A.H. Nasution'i`.
    fn are_initials_ahead(&self) -> bool {
        matches!(
            self.ahead(),
            [a, b'.', b, b'.', ..] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic()
        )
    }

    fn is_digit_before(&self) -> bool {
        self.at
            .checked_sub(1)
            .and_then(|before| self.byte(before))
            .is_some_and(|byte| byte.is_ascii_digit())
    }
}

/// Two capitals or more, and nothing else.
pub(super) fn is_acronym(word: &[u8]) -> bool {
    word.len() >= 2 && letters(word) == (word.len(), shape::UPPER)
}

/// Two eyes of one letter above a mouth: `T_T`, `o_O`.
fn is_face(word: &[u8]) -> bool {
    matches!(word, [left, b'_', right]
        if left.eq_ignore_ascii_case(right) && b"toqux".contains(&left.to_ascii_lowercase()))
}

/// `Rp` that stands alone.
fn is_rupiah(word: &[u8]) -> bool {
    word.eq_ignore_ascii_case(b"rp")
}

/// Length of a currency code that a number follows without a space: `Rp5.000`,
/// `Rp.5000`, `IDR100`.
fn currency_code(bytes: &[u8]) -> Option<usize> {
    let starts = |code: &[u8]| {
        bytes
            .get(..code.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(code))
    };
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let dotted = starts(b"rp.") && (digit(3) || (bytes.get(3) == Some(&b' ') && digit(4)));
    let code = (starts(b"idr") || starts(b"usd")) && digit(3);
    match starts(b"rp") && digit(2) {
        true => Some(2),
        false => (dotted || code).then_some(3),
    }
}
