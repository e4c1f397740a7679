//! The walk over the words of a text, with everything undone that hides them.

mod disguised;
pub(super) mod folded;
mod odd;
mod spaced;
pub(super) mod visitor;
pub(super) mod walked;

use fearless_simd::{Level, dispatch};

use crate::text::chars::{Class, SHAPE, class, shape};
use crate::text::hashtag::hashtag_parts;
use crate::text::normalize::Folder;
use crate::text::token::{Token, TokenKind};
use crate::text::tokenizer::plain::PlainWord;
use crate::text::tokenizer::shown::{End, Shown};
use crate::text::tokenizer::tokens;
use crate::text::walk::disguised::Disguised;
use crate::text::walk::odd::{Met, Odd};
use crate::text::walk::spaced::Spaced;
use crate::text::walk::visitor::Visitor;
use crate::text::walk::walked::{WalkedWord, pieces, words};

/// Buffers of a walk, to be reused for the next text.
#[derive(Debug, Default)]
pub(crate) struct Scratch<const TRACK: bool> {
    end: End,
    buffers: Buffers<TRACK>,
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
    buffers.spaced.clear();
    let mut tokens = tokens(text);
    let mut shown = Shown::new(text.as_bytes(), end);
    loop {
        // Letters that wait for more hang on what comes.
        if buffers.spaced.is_empty() && visitor.wants_words_only() {
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
    buffers.spaced.flush(visitor);
}

/// Buffers of a [`step`], to be reused for the next one.
#[derive(Debug, Default)]
struct Buffers<const TRACK: bool> {
    folder: Folder<TRACK>,
    spaced: Spaced<TRACK>,
    met: Met,
}

impl<const TRACK: bool> Buffers<TRACK> {
    /// Keeps what was folded last as what `odd` folds to, and what a visitor has
    /// `judged` of it.
    fn keep(&mut self, odd: Option<Odd>, judged: Option<u8>) {
        if let Some(odd) = odd {
            self.met.remember(odd, judged, &self.folder);
        }
    }
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
    let odd = match V::REMEMBERS && !TRACK {
        true => Odd::of(text.as_bytes(), &token),
        false => None,
    };
    if let Some(odd) = odd
        && recalled(source, &token, &odd, buffers, visitor)
    {
        return token.end;
    }
    if let Some(run) = Disguised::of(text.as_bytes(), &token)
        && let Some(end) = disguised(text, &token, &run, odd, buffers, visitor)
    {
        return end;
    }
    if buffers.spaced.is_empty()
        && let Some(word) = PlainWord::of(text.as_bytes(), &token)
        && visitor.plain(word)
    {
        return token.end;
    }
    match token.kind {
        TokenKind::Word if is_one_letter(source) => {
            buffers.spaced.add(text, source, &token, visitor)
        }
        TokenKind::Word | TokenKind::Abbreviation | TokenKind::Currency => {
            word(source, &token, odd, buffers, visitor);
        }
        TokenKind::Hashtag => return hashtag(text, source, &token, odd, buffers, visitor),
        _ => return wordless(text, source, &token, buffers, visitor),
    }
    token.end
}

/// Hands on what `odd` is remembered to fold to, if it is.
#[inline(always)]
fn recalled<const TRACK: bool, V: Visitor>(
    source: &str,
    token: &Token,
    odd: &Odd,
    buffers: &mut Buffers<TRACK>,
    visitor: &mut V,
) -> bool {
    let Some(folded) = buffers.met.get(odd) else {
        return false;
    };
    buffers.spaced.flush(visitor);
    let is_tag = token.kind == TokenKind::Hashtag;
    let (letters, changes) = (folded.letters(), folded.changes());
    let words = words(letters, &[], folded.pieces(), changes, is_tag);
    if is_tag {
        visitor.hashtag(source, words, folded.judged);
    } else {
        words.for_each(|word| visitor.word(word));
    }
    true
}

/// Reads `run` as a word if the visitor knows one that it disguises; returns
/// where it ends.
#[inline(always)]
fn disguised<const TRACK: bool, V: Visitor>(
    text: &str,
    token: &Token,
    run: &Disguised,
    odd: Option<Odd>,
    buffers: &mut Buffers<TRACK>,
    visitor: &mut V,
) -> Option<usize> {
    let end = token.start + run.letters().len();
    let bare = run.before_number();
    let is_numbered = visitor.reads_as(bare);
    if !is_numbered && !visitor.reads_as(run.letters()) {
        return None;
    }
    buffers.spaced.flush(visitor);
    let folder = &mut buffers.folder;
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
    buffers.keep(odd, None);
    emit(&buffers.folder, false, visitor);
    Some(end)
}

/// A word that has to be folded.
#[inline(always)]
fn word<const TRACK: bool, V: Visitor>(
    source: &str,
    token: &Token,
    odd: Option<Odd>,
    buffers: &mut Buffers<TRACK>,
    visitor: &mut V,
) {
    buffers.spaced.flush(visitor);
    let folder = &mut buffers.folder;
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
        return;
    }
    let has_marks = token.shape & (shape::OTHER | shape::WIDE) != 0;
    if has_marks && source.contains(DIVIDING) {
        return divided(source, token.start, folder, visitor);
    }
    folder.fold(source, token.start, token.shape);
    let initials = has_marks && is_initials(source);
    if !initials {
        buffers.keep(odd, None);
    }
    emit(&buffers.folder, initials, visitor);
}

/// A hashtag, and the letters that an apostrophe joins to it; returns where they
/// end.
#[inline(always)]
fn hashtag<const TRACK: bool, V: Visitor>(
    text: &str,
    source: &str,
    token: &Token,
    odd: Option<Odd>,
    buffers: &mut Buffers<TRACK>,
    visitor: &mut V,
) -> usize {
    buffers.spaced.flush(visitor);
    let folder = &mut buffers.folder;
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
    buffers.keep(odd, judged);
    end
}

/// A token that has no words; returns where what belongs to it ends.
#[inline(always)]
fn wordless<const TRACK: bool, V: Visitor>(
    text: &str,
    source: &str,
    token: &Token,
    buffers: &mut Buffers<TRACK>,
    visitor: &mut V,
) -> usize {
    buffers.spaced.flush(visitor);
    visitor.other(token, source);
    let kind = token.kind;
    if !matches!(kind, TokenKind::Url | TokenKind::Email | TokenKind::Mention) {
        return token.end;
    }
    let end = behind_apostrophes(text, token.end);
    visitor.torn(text, kind, token.start..end).unwrap_or(end)
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

/// Whether `source` is one letter, and nothing but accents and what is not seen. A soft
/// hyphen is the rest of a star that was read in a wrong encoding.
fn is_one_letter(source: &str) -> bool {
    let adds_nothing = |c: char| match c {
        '\0'..='\x7F' | '\u{AD}' => false,
        _ => matches!(class(c), Class::Mark | Class::Hidden),
    };
    source.len() == 1 || source.chars().skip(1).all(adds_nothing)
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

/// Hands on the words that were folded last.
fn emit<const TRACK: bool, V: Visitor>(folder: &Folder<TRACK>, initials: bool, visitor: &mut V) {
    let words = pieces(folder, false);
    words.for_each(|word| visitor.word(WalkedWord { initials, ..word }));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::tokenizer::plain_visitor::PlainVisitor;

    /// Words in the order of the text, and the marks and other tokens that must
    /// come however few are wanted.
    struct Heard {
        words_only: bool,
        found: Vec<(String, bool)>,
    }

    impl PlainVisitor for Heard {
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
    }

    impl Visitor for Heard {
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
