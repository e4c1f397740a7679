//! The folded words of a text, in order.

use std::ops::Range;

use fearless_simd::{Level, dispatch};

use crate::text::block::Words;
use crate::text::chars::{SHAPE, shape};
use crate::text::disguised::Disguised;
use crate::text::hashtag::hashtag_parts;
use crate::text::normalize::{Changes, Folder};
use crate::text::odd::{Met, Odd};
use crate::text::plain::PlainWord;
use crate::text::shown::{End, Shown};
use crate::text::token::{Token, TokenKind};
use crate::text::tokenizer::tokens;
use crate::text::walked::{WalkedWord, pieces, words};

/// A word as the classifier reads it, before names are masked and what depends
/// on them is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FoldedWord {
    /// The word in plain lower-case letters.
    pub text: String,
    /// The bytes of the original text that it was read from.
    pub span: Range<usize>,
    /// What had to be undone to read it and the other words of its token;
    /// `leet` is of this word alone.
    pub changes: Changes,
    /// Whether it is in capitals, with no other letters, and of two bytes at
    /// least.
    pub caps: bool,
    /// Whether its token is a hashtag.
    pub tag: bool,
}

/// The words of `text` with everything undone that hides them.
///
/// Words inside hashtags are cut at capitals (`#SuratSuara` is two words);
/// mentions, addresses, numbers, punctuation and emoji have no words. Linear
/// in `text.len()`.
///
/// ```
/// let words = hoaks::text::folded_words("P3M1LU c u r a n g, s\u{200B}ebarkannn #KawalSuara");
/// let read: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
/// assert_eq!(read, ["pemilu", "curang", "sebarkan", "kawal", "suara"]);
/// assert_eq!(words[1].span, 7..18);
/// ```
#[must_use]
pub fn folded_words(text: &str) -> Vec<FoldedWord> {
    struct Collect(Vec<FoldedWord>);
    impl Visitor for Collect {
        fn word(&mut self, word: WalkedWord<'_>) {
            self.0.push(FoldedWord {
                text: String::from_utf8_lossy(word.bytes).into_owned(),
                span: word.span(0..word.bytes.len()),
                changes: word.changes,
                caps: word.caps,
                tag: word.tag,
            });
        }
        fn other(&mut self, _: &Token, _: &str) {}
    }
    let mut collect = Collect(Vec::new());
    walk::<true, _>(text, &mut Scratch::default(), &mut collect);
    collect.0
}

/// Takes what [`walk`] finds, in the order of the text.
pub(crate) trait Visitor {
    /// Whether what odd tokens fold to may be remembered from one text to the next;
    /// only for walks that do not track origins.
    const REMEMBERS: bool = false;
    /// Whether marks of one byte and numbers would change nothing now, so that
    /// they need not come.
    #[inline]
    fn wants_words_only(&self) -> bool {
        false
    }
    /// A word of plain letters, or one half of a doubled word; it is its own folded
    /// form unless it is elongated. The visitor may take it as it is; else it comes
    /// as any other word.
    #[inline]
    fn plain(&mut self, _word: PlainWord) -> bool {
        false
    }
    /// Takes as many of the next plain words as it can, as long as it wants no
    /// other tokens.
    #[inline(always)]
    fn plain_words(&mut self, words: &mut Words<'_>) {
        while self.wants_words_only()
            && let Some(word) = words.first()
            && self.plain(word)
        {
            words.pass();
        }
    }
    /// A word.
    fn word(&mut self, word: WalkedWord<'_>);
    /// The words of one hashtag, all of them at once; `tag` is how it is written,
    /// and `judged` what was said of it before. Says what may be said of it
    /// wherever it stands, if anything.
    fn hashtag<'w, W: Iterator<Item = WalkedWord<'w>> + Clone>(
        &mut self,
        _tag: &str,
        words: W,
        _judged: Option<u8>,
    ) -> Option<u8> {
        words.for_each(|word| self.word(word));
        None
    }
    /// Whether a letter is part of the name before it: `Sultan HB X`.
    fn ends_name(&mut self, _letter: &str) -> bool {
        false
    }
    /// Whether `letters`, which a run of letters, digits and signs gives if each of
    /// them is read as a letter, are a word to be read so.
    fn reads_as(&mut self, _letters: &[u8]) -> bool {
        false
    }
    /// Whether the mark at byte `at` of a word divides it, though it is dropped in
    /// others; `word` starts where it was divided last.
    fn divides(&mut self, _word: &str, _at: usize) -> bool {
        false
    }
    /// Where the address or mention at `span` ends if more of `text` is to be
    /// taken as part of it, up to a word's end.
    fn torn(&mut self, _text: &str, _kind: TokenKind, _span: Range<usize>) -> Option<usize> {
        None
    }
    /// A token that has no words, and its text.
    fn other(&mut self, token: &Token, text: &str);
}

/// Buffers of a walk, to be reused for the next text.
#[derive(Debug, Default)]
pub(crate) struct Scratch<const TRACK: bool> {
    end: End,
    buffers: Buffers<TRACK>,
}

/// Those that a [`step`] needs.
#[derive(Debug, Default)]
struct Buffers<const TRACK: bool> {
    folder: Folder<TRACK>,
    letters: Letters<TRACK>,
    met: Met,
}

/// Hands every word and every other token of `text` to `visitor`.
///
/// With `TRACK` the words know where they came from; the words themselves are
/// the same either way.
pub(crate) fn walk<const TRACK: bool, V: Visitor>(
    text: &str,
    scratch: &mut Scratch<TRACK>,
    visitor: &mut V,
) {
    let Scratch { end, buffers } = scratch;
    buffers.letters.clear();
    let mut tokens = tokens(text);
    let mut shown = Shown::new(text.as_bytes(), end);
    loop {
        // Letters that wait for more hang on what comes.
        if buffers.letters.is_empty() && visitor.wants_words_only() {
            dispatch!(Level::new(), simd => tokens.plain_words(simd, &mut shown, visitor));
        }
        let Some(token) = tokens.next() else { break };
        match text.get(token.span()) {
            // A single sign may stand between spaced-out letters.
            Some(mark) if mark.len() == 1 && token.kind == TokenKind::Punctuation => {
                visitor.other(&token, mark);
            }
            Some(source) => {
                let end = step(text, source, token, buffers, visitor);
                if end > token.end {
                    tokens.skip_to(end);
                }
            }
            None => {}
        }
    }
    buffers.letters.flush(visitor);
}

/// Any token but a mark of one byte; returns where the text goes on. Out of
/// line, so that the way of most words stays short.
#[inline(never)]
fn step<const TRACK: bool, V: Visitor>(
    text: &str,
    source: &str,
    token: Token,
    buffers: &mut Buffers<TRACK>,
    visitor: &mut V,
) -> usize {
    let Buffers {
        folder,
        letters,
        met,
    } = buffers;
    let odd = match V::REMEMBERS && !TRACK {
        true => Odd::of(text.as_bytes(), &token),
        false => None,
    };
    if let Some(odd) = odd
        && let Some(folded) = met.get(&odd)
    {
        letters.flush(visitor);
        let (letters, changes) = (folded.letters(), folded.changes());
        let is_tag = token.kind == TokenKind::Hashtag;
        let words = words(letters, &[], folded.pieces(), changes, is_tag);
        if is_tag {
            visitor.hashtag(source, words, folded.judged);
        } else {
            words.for_each(|word| visitor.word(word));
        }
        return token.end;
    }
    let mut keep = |folder: &Folder<TRACK>, judged| {
        if let Some(odd) = odd {
            met.remember(odd, judged, folder);
        }
    };
    if let Some(run) = Disguised::of(text.as_bytes(), &token) {
        let end = token.start + run.letters().len();
        let bare = run.before_number();
        let is_numbered = visitor.reads_as(bare);
        if is_numbered || visitor.reads_as(run.letters()) {
            letters.flush(visitor);
            folder.clear();
            if is_numbered {
                // A number behind a name is none of its letters: `PKB1`.
                let name = text.get(token.start..token.start + bare.len());
                let shape = token.shape & shape::LETTER;
                folder.fold(name.unwrap_or_default(), token.start, shape);
            } else {
                let source = text.get(token.start..end).unwrap_or_default();
                folder.read_as(run.letters(), source, token.start);
            }
            keep(folder, None);
            emit(folder, false, visitor);
            return end;
        }
    }
    if letters.is_empty()
        && let Some(word) = PlainWord::of(text.as_bytes(), &token)
        && visitor.plain(word)
    {
        return token.end;
    }
    match token.kind {
        TokenKind::Word if is_one_char(source) => letters.add(source, &token, visitor),
        TokenKind::Word | TokenKind::Abbreviation | TokenKind::Currency => {
            letters.flush(visitor);
            folder.clear();
            if is_initials(source)
                && let Some((first, rest)) = source.split_at_checked(1)
                && visitor.ends_name(first)
            {
                folder.fold(first, token.start, shape::LETTER);
                emit(folder, false, visitor);
                folder.clear();
                folder.fold(rest, token.start + 1, shape::OTHER);
                emit(folder, is_initials(rest.trim_start_matches('.')), visitor);
                return token.end;
            }
            let has_marks = token.shape & (shape::OTHER | shape::WIDE) != 0;
            if has_marks && source.contains(DIVIDING) {
                divided(source, token.start, folder, visitor);
            } else {
                folder.fold(source, token.start, token.shape);
                let initials = has_marks && is_initials(source);
                if !initials {
                    keep(folder, None);
                }
                emit(folder, initials, visitor);
            }
        }
        TokenKind::Hashtag => {
            letters.flush(visitor);
            folder.clear();
            let end = behind_apostrophes(text, token.end);
            let mut parts = hashtag_parts(source).peekable();
            while let Some(part) = parts.next() {
                let start = token.start + part.start;
                let last = parts.peek().is_none();
                let part = text.get(start..if last { end } else { token.start + part.end });
                let part = part.unwrap_or_default();
                let seen = part
                    .bytes()
                    .fold(0, |seen, byte| seen | SHAPE[usize::from(byte)]);
                folder.fold(part, start, seen);
            }
            let judged = visitor.hashtag(source, pieces(folder, true), None);
            keep(folder, judged);
            return end;
        }
        kind => {
            letters.flush(visitor);
            visitor.other(&token, source);
            if matches!(kind, TokenKind::Url | TokenKind::Email | TokenKind::Mention) {
                let end = behind_apostrophes(text, token.end);
                return visitor.torn(text, kind, token.start..end).unwrap_or(end);
            }
        }
    }
    token.end
}

/// Marks that are dropped inside a word.
const APOSTROPHES: [char; 4] = ['\'', '\u{2018}', '\u{2019}', '`'];

/// Marks that may part a name from what it is joined to.
pub(crate) const DIVIDING: [char; 5] = ['\'', '\u{2018}', '\u{2019}', '`', '&'];

/// Where the letters end that apostrophes join to a tag, mention or address that
/// ends at `end`, as they do inside a word: `#Ma'ruf`.
fn behind_apostrophes(text: &str, mut end: usize) -> usize {
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let Some(rest) = rest.strip_prefix(APOSTROPHES) else {
            return end;
        };
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        if letters == 0 {
            return end;
        }
        end = text.len() - rest.len() + letters;
    }
}

fn is_one_char(source: &str) -> bool {
    source.len() == 1 || (source.len() <= 4 && source.chars().nth(1).is_none())
}

/// A word with marks that may divide it: each part by itself, so that what is
/// before it is known when it comes.
fn divided<const TRACK: bool, V: Visitor>(
    source: &str,
    start: usize,
    folder: &mut Folder<TRACK>,
    visitor: &mut V,
) {
    let mut done = 0;
    let marks = source.char_indices().filter(|(_, c)| DIVIDING.contains(c));
    for (at, _) in marks.chain([(source.len(), ' ')]) {
        let rest = source.get(done..).unwrap_or_default();
        if at < source.len() && !visitor.divides(rest, at - done) {
            continue;
        }
        let part = source.get(done..at).unwrap_or_default();
        folder.clear();
        folder.fold(part, start + done, shape::OTHER);
        emit(folder, is_initials(part), visitor);
        done = at;
    }
}

/// Whether `source` is two letters or more with a stop behind each, but for the
/// last one.
fn is_initials(source: &str) -> bool {
    let source = source.trim_start_matches(APOSTROPHES);
    let pairs = source.as_bytes().chunks(2);
    pairs.len() >= 2
        && pairs.clone().all(|pair| {
            pair.first().is_some_and(u8::is_ascii_alphabetic)
                && pair.get(1).is_none_or(|&mark| mark == b'.')
        })
}

fn emit<const TRACK: bool, V: Visitor>(folder: &Folder<TRACK>, initials: bool, visitor: &mut V) {
    let words = pieces(folder, false);
    words.for_each(|word| visitor.word(WalkedWord { initials, ..word }));
}

/// Single letters that may be one spaced-out word.
#[derive(Debug, Default)]
struct Letters<const TRACK: bool> {
    folder: Folder<TRACK>,
    end: usize,
}

impl<const TRACK: bool> Letters<TRACK> {
    /// Whether no letter waits for more.
    fn is_empty(&self) -> bool {
        self.folder.pieces.is_empty()
    }

    fn clear(&mut self) {
        self.folder.clear();
    }

    fn add<V: Visitor>(&mut self, source: &str, token: &Token, visitor: &mut V) {
        if token.start != self.end + 1 {
            self.flush(visitor);
        }
        if self.folder.pieces.is_empty() {
            // What was here before has left no letter: forget all of it.
            self.clear();
            if visitor.ends_name(source) {
                self.folder.fold(source, token.start, token.shape);
                return self.flush(visitor);
            }
        }
        self.folder.fold(source, token.start, token.shape);
        self.end = token.end;
    }

    /// Three or more letters in a row are one word, fewer stay letters.
    fn flush<V: Visitor>(&mut self, visitor: &mut V) {
        if self.folder.pieces.is_empty() {
            return;
        }
        if self.folder.pieces.len() >= 3 {
            self.folder.changes.spaced = true;
            self.folder.join_pieces(0);
        }
        emit(&self.folder, false, visitor);
        self.clear();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Words in the order of the text, and the marks and other tokens that must
    /// come however few are wanted.
    struct Heard {
        words_only: bool,
        found: Vec<(String, bool)>,
    }

    impl Visitor for Heard {
        fn wants_words_only(&self) -> bool {
            self.words_only
        }

        fn plain(&mut self, word: PlainWord) -> bool {
            if !self.words_only || word.is_elongated() {
                return false;
            }
            let bytes = word.bytes();
            let letters = String::from_utf8_lossy(&bytes[..word.length]).into_owned();
            self.found.push((letters, word.is_caps()));
            true
        }

        fn word(&mut self, word: WalkedWord<'_>) {
            let letters = String::from_utf8_lossy(word.bytes).into_owned();
            self.found.push((letters, word.caps));
        }

        fn other(&mut self, token: &Token, text: &str) {
            let comes = match token.kind {
                TokenKind::Number | TokenKind::Time | TokenKind::Date => false,
                TokenKind::Punctuation => text.len() >= 2 && text.contains(['!', '?']),
                _ => true,
            };
            if comes {
                self.found.push((text.to_owned(), false));
            }
        }
    }

    fn heard(text: &str, words_only: bool) -> Vec<(String, bool)> {
        let mut heard = Heard {
            words_only,
            found: Vec::new(),
        };
        walk::<false, _>(text, &mut Scratch::default(), &mut heard);
        heard.found
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]
        #[test]
        fn nothing_is_missed_where_words_only_are_wanted(text in prop_oneof![
            any::<String>(),
            "[ -~]{0,200}",
            "((anak-anak|a-b|c-ur|pe-m-u|e-KTP|Kata|KPU|Rp|dr|suara|a|b|orang2|5\\.000|100rb|2019|\\.\\.|!!|\\?|😀|é|#SuratSuara|\
                @user|mempertanggungjawabkan|[a-zA-Z]{15,16}|lamaaa|su4ra|https://a\\.id)[ .,!?:\n\"()'-]{0,3}){0,40}",
        ]) {
            prop_assert_eq!(heard(&text, true), heard(&text, false));
        }
    }
}
