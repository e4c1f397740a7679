//! Tokens to syntactic words: the clitics of Indonesian cut off.
//!
//! A syntactic word is what Universal Dependencies annotates: `rumahnya` is
//! one token and two words, *rumah* and *nya*. Possessives and particles are
//! cut (`-nya`, `-ku`, `-mu`, then `-lah`, `-kah`, `-tah`, `-pun`), and the
//! proclitics `ku-` and `kau-` where a verb is certain to follow. A form whose
//! meaning is its own stays whole: *adalah*, *sebelumnya*, *meskipun*. What
//! counts as evidence is in `clitic_host`.

use std::iter::FusedIterator;
use std::ops::Range;

use crate::text::clitic_host::{self, Letters};
use crate::text::lexicon::closed;
use crate::text::token::{Token, TokenKind};
use crate::text::tokenizer::{Tokens, tokens};

/// The syntactic words of `text`, in order.
///
/// Every token has at least one: the words of a token tile it, so what lies
/// between two words is what lies between two tokens, or nothing. Tokens that
/// are no words (numbers, punctuation, addresses ...) are one word each;
/// [`Word::kind`] tells them apart.
///
/// Linear in `text.len()`, allocates nothing, never panics. Follows Universal
/// Dependencies v2 for Indonesian.
///
/// ```
/// let text = "Bukankah anak-anaknya sudah sekolah, sebelumnya?";
/// let found: Vec<&str> = hoaks::text::words(text).map(|w| &text[w.span()]).collect();
/// assert_eq!(
///     found,
///     ["Bukan", "kah", "anak-anak", "nya", "sudah", "sekolah", ",", "sebelumnya", "?"]
/// );
/// ```
#[must_use]
pub fn words(text: &str) -> Words<'_> {
    Words {
        text,
        tokens: tokens(text),
        of_token: TokenWords::DONE,
    }
}

/// A syntactic word: a token, or the part of one that a clitic leaves or is.
///
/// Spans lie on character boundaries, are never empty, do not overlap, and
/// come in order. A hyphen or apostrophe before a clitic belongs to the word
/// before it: `ciptaan-` `Nya`, `buku-` `ku'` `lah`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Word {
    start: usize,
    end: usize,
    kind: TokenKind,
    clitic: bool,
}

impl Word {
    /// The bytes of the text that the word covers.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }

    /// What the token is that the word belongs to.
    #[must_use]
    pub fn kind(&self) -> TokenKind {
        self.kind
    }

    /// Whether the word is a clitic that was cut off, such as *nya* or *lah*.
    #[must_use]
    pub fn is_clitic(&self) -> bool {
        self.clitic
    }
}

impl Token {
    /// The syntactic words of the token; `text` is the text it was found in.
    ///
    /// With any other text the spans still tile the token, but where it is
    /// cut means nothing.
    ///
    /// ```
    /// let text = "rumahnyalah";
    /// let token = hoaks::text::tokens(text).next().unwrap();
    /// let found: Vec<_> = token.words(text).map(|w| (&text[w.span()], w.is_clitic())).collect();
    /// assert_eq!(found, [("rumah", false), ("nya", true), ("lah", true)]);
    /// ```
    #[must_use]
    #[inline]
    pub fn words(&self, text: &str) -> TokenWords {
        if may_hold_clitic(text, self.span()) {
            TokenWords::cut(self.span(), self.kind, text)
        } else {
            TokenWords::whole(self.span(), self.kind)
        }
    }
}

/// Iterator over the words of a token; made by [`Token::words`].
#[derive(Debug, Clone)]
pub struct TokenWords {
    /// Where proclitic, host, possessive and particle start, and the end.
    /// Any of them but the host may be empty.
    bounds: [usize; PARTS + 1],
    /// Which part comes next.
    next: usize,
    kind: TokenKind,
}

/// Proclitic, host, possessive, particle.
const PARTS: usize = 4;
/// Index of the host among the parts.
const HOST: usize = 1;

impl TokenWords {
    const DONE: Self = Self {
        bounds: [0; PARTS + 1],
        next: PARTS,
        kind: TokenKind::Word,
    };

    /// The token as one word.
    #[inline]
    fn whole(token: Range<usize>, kind: TokenKind) -> Self {
        Self {
            bounds: [token.start, token.start, token.end, token.end, token.end],
            next: HOST,
            kind,
        }
    }

    /// What the clitics leave of a token of `text`, and the clitics.
    fn cut(token: Range<usize>, kind: TokenKind, text: &str) -> Self {
        let mut words = Self::whole(token.clone(), kind);
        if kind == TokenKind::Word
            && let Some(word) = text.get(token.clone())
        {
            let cuts = Cuts::of(word);
            words.bounds[1] += cuts.host.start;
            words.bounds[2] = token.start + cuts.host.end;
            words.bounds[3] = token.start + cuts.particle;
            words.next = 0;
        }
        words
    }
}

impl Iterator for TokenWords {
    type Item = Word;

    #[inline]
    fn next(&mut self) -> Option<Word> {
        while self.next < PARTS {
            let part = self.next;
            self.next += 1;
            let (start, end) = (self.bounds[part], self.bounds[part + 1]);
            if start < end {
                return Some(Word {
                    start,
                    end,
                    kind: self.kind,
                    clitic: part != HOST,
                });
            }
        }
        None
    }
}

impl FusedIterator for TokenWords {}

/// Iterator over the syntactic words of a text; made by [`words`].
#[derive(Debug, Clone)]
pub struct Words<'t> {
    text: &'t str,
    tokens: Tokens<'t>,
    of_token: TokenWords,
}

impl Iterator for Words<'_> {
    type Item = Word;

    #[inline]
    fn next(&mut self) -> Option<Word> {
        if self.of_token.next < PARTS
            && let Some(word) = self.of_token.next()
        {
            return Some(word);
        }
        let token = self.tokens.next()?;
        if may_hold_clitic(self.text, token.span()) {
            return self.first_of(token.span(), token.kind);
        }
        Some(Word {
            start: token.start,
            end: token.end,
            kind: token.kind,
            clitic: false,
        })
    }
}

impl FusedIterator for Words<'_> {}

impl Words<'_> {
    /// Out of line, so that the way of most tokens stays short.
    #[inline(never)]
    fn first_of(&mut self, token: Range<usize>, kind: TokenKind) -> Option<Word> {
        self.of_token = TokenWords::cut(token, kind, self.text);
        self.of_token.next()
    }
}

/// Whether the ends of a token look as if it held a clitic.
///
/// Every token is asked and the answer is hard to predict, so there is no
/// branch on what or how long the token is: four bytes are read at either end,
/// of the text around it if the token is shorter.
#[inline(always)]
fn may_hold_clitic(text: &str, token: Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let head = bytes.get(token.start..).and_then(<[u8]>::first_chunk);
    let tail = bytes.get(..token.end).and_then(<[u8]>::last_chunk);
    match (head, tail) {
        (Some(&head), Some(&tail)) => are_ends_of_clitics(head, tail),
        _ => at_edge(bytes.get(token).unwrap_or_default()),
    }
}

/// [`may_hold_clitic`] within four bytes of an end of the text.
#[inline(never)]
fn at_edge(word: &[u8]) -> bool {
    let (mut head, mut tail) = ([b' '; 4], [b' '; 4]);
    for (i, (to_head, to_tail)) in head.iter_mut().zip(tail.iter_mut().rev()).enumerate() {
        *to_head = word.get(i).copied().unwrap_or(b' ');
        let back = word.len().checked_sub(i + 1).and_then(|at| word.get(at));
        *to_tail = back.copied().unwrap_or(b' ');
    }
    are_ends_of_clitics(head, tail)
}

/// Whether a word that starts with `head` and ends with `tail` does so like a
/// clitic.
#[inline(always)]
fn are_ends_of_clitics(head: [u8; 4], tail: [u8; 4]) -> bool {
    let pack = u32::from_le_bytes;
    let small = pack(*b"    ");
    let (head, tail) = (pack(head) | small, pack(tail) | small);
    let (three, two) = (tail >> 8, tail >> 16);
    (three == pack(*b"nya\0"))
        | (three == pack(*b"lah\0"))
        | (three == pack(*b"kah\0"))
        | (three == pack(*b"tah\0"))
        | (three == pack(*b"pun\0"))
        | (two == pack(*b"ku\0\0"))
        | (two == pack(*b"mu\0\0"))
        | (head << 16 == pack(*b"\0\0ku"))
        | (head << 8 == pack(*b"\0kau"))
}

/// Where the parts of a token lie, relative to it.
struct Cuts {
    host: Range<usize>,
    /// Start of the second enclitic, if there are two, else the end.
    particle: usize,
}

impl Cuts {
    fn of(word: &str) -> Self {
        let mut cuts = Self {
            host: 0..word.len(),
            particle: word.len(),
        };
        match enclitic(word) {
            Some((cut, Clitic::Particle)) => {
                let host = word.get(..cut).unwrap_or_default();
                // `kepada-Nya-lah`
                match enclitic(host.strip_suffix(is_joiner).unwrap_or(host)) {
                    Some((inner, Clitic::Possessive)) => {
                        cuts.host.end = inner;
                        cuts.particle = cut;
                    }
                    _ => cuts.host.end = cut,
                }
            }
            Some((cut, Clitic::Possessive)) => cuts.host.end = cut,
            None => {}
        }
        let host = word.get(..cuts.host.end).unwrap_or_default();
        cuts.host.start = proclitic(host).unwrap_or(0);
        cuts
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Clitic {
    /// `-nya`, `-ku`, `-mu`.
    Possessive,
    /// `-lah`, `-kah`, `-tah`, `-pun`; these may follow a possessive.
    Particle,
}

/// Where the enclitic at the end of `word` starts, and what it is.
fn enclitic(word: &str) -> Option<(usize, Clitic)> {
    let ending = Ending::of(word)?;
    let clitic = match ending.clitic {
        "nya" | "ku" | "mu" => Clitic::Possessive,
        _ => Clitic::Particle,
    };
    ending.is_clitic().then_some((ending.host.len(), clitic))
}

/// A word that ends as if in a clitic.
struct Ending<'w> {
    host: &'w str,
    clitic: &'static str,
    /// The clitic as it is written.
    written: &'w str,
}

impl<'w> Ending<'w> {
    fn of(word: &'w str) -> Option<Self> {
        let small = |back| {
            word.as_bytes()
                .iter()
                .nth_back(back)
                .map(|byte| byte | 0x20)
        };
        let clitic = match (small(2), small(1)?, small(0)?) {
            (Some(b'n'), b'y', b'a') => "nya",
            (Some(b'l'), b'a', b'h') => "lah",
            (Some(b'k'), b'a', b'h') => "kah",
            (Some(b't'), b'a', b'h') => "tah",
            (Some(b'p'), b'u', b'n') => "pun",
            (_, b'k', b'u') => "ku",
            (_, b'm', b'u') => "mu",
            _ => return None,
        };
        let (host, written) = word.split_at_checked(word.len().checked_sub(clitic.len())?)?;
        Some(Self {
            host,
            clitic,
            written,
        })
    }

    fn is_clitic(&self) -> bool {
        if self.host.is_empty() {
            return false;
        }
        let capital = self.written.starts_with(|c: char| c.is_ascii_uppercase());
        if let Some(stem) = self.host.strip_suffix(is_joiner) {
            return self.is_clitic_behind_joiner(stem, capital);
        }
        let (before, last) = split_last(self.host);
        // `NPLnya`, `HPku`: the case says where the acronym ends.
        if !capital && last.len() > 1 && last.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return true;
        }
        let Some(whole) = Letters::of_two(last, self.written) else {
            return false;
        };
        let whole = whole.get();
        // The clitic has nothing in it that is left out.
        let cut = whole.len().saturating_sub(self.written.len());
        let letters = whole.get(..cut).unwrap_or_default();
        if let Some(twin) = before.and_then(|before| Letters::of(split_last(before).1)) {
            // `buku-buku`, `langkah-langkah`.
            if twin.get() == whole {
                return false;
            }
            if self.clitic == "nya" {
                if clitic_host::is_adverb_of_two(twin.get(), letters) {
                    return false;
                }
                // `warna-warninya`: one half that is a word will do.
                if clitic_host::is_word(twin.get()) {
                    return !closed::is_adverb(whole);
                }
            }
        }
        match self.clitic {
            // `kuberikannya`
            "nya" => {
                let small = last.bytes().all(|byte| byte.is_ascii_lowercase());
                clitic_host::takes_nya(letters, whole, small) || proclitic(self.host).is_some()
            }
            "tah" => clitic_host::takes_tah(letters),
            "ku" | "mu" => clitic_host::takes_possessive(letters, whole),
            _ => {
                clitic_host::takes_particle(letters, whole)
                    || Ending::of(self.host).is_some_and(|inner| {
                        matches!(inner.clitic, "nya" | "ku" | "mu") && inner.is_clitic()
                    })
            }
        }
    }

    /// `KTP-nya`, `ciptaan-Nya`, `hp'ku`: the writer made the cut. `stem` is
    /// the host without the joiner.
    fn is_clitic_behind_joiner(&self, stem: &str, capital: bool) -> bool {
        let (_, last) = split_last(stem);
        let Some(letters) = Letters::of(last) else {
            return !capital && self.clitic != "tah";
        };
        // `ku-ku`, `Mau-pun`.
        let one = last.eq_ignore_ascii_case(self.clitic)
            || Letters::of_two(last, self.written).is_some_and(|w| closed::is_one_word(w.get()));
        if one {
            return false;
        }
        if self.clitic == "tah" {
            return clitic_host::takes_tah(letters.get());
        }
        // A capital is God's in `hamba-Ku`, perhaps a name's in `Sun-Mu`.
        self.clitic == "nya" || !capital || clitic_host::is_word(letters.get())
    }
}

/// Length of the proclitic that `host` starts with.
fn proclitic(host: &str) -> Option<usize> {
    let length = ["kau", "ku"].into_iter().find_map(|clitic| {
        let (written, _) = host.split_at_checked(clitic.len())?;
        written.eq_ignore_ascii_case(clitic).then_some(clitic.len())
    })?;
    let letters = Letters::of(host)?;
    clitic_host::has_proclitic(letters.get(), length).then_some(length)
}

/// The part before the last hyphen, if there is one, and the part behind it.
fn split_last(word: &str) -> (Option<&str>, &str) {
    let split = if word.is_ascii() {
        let hyphen = word.bytes().rposition(|byte| byte == b'-');
        hyphen.and_then(|at| Some((word.get(..at)?, word.get(at + 1..)?)))
    } else {
        word.rsplit_once(['-', '\u{2010}', '\u{2011}'])
    };
    match split {
        Some((before, last)) => (Some(before), last),
        None => (None, word),
    }
}

/// Hyphens and apostrophes that may stand before a clitic.
fn is_joiner(c: char) -> bool {
    matches!(
        c,
        '-' | '\'' | '`' | '\u{2010}' | '\u{2011}' | '\u{2018}' | '\u{2019}'
    )
}
