//! The folded words of a text, in order.

use std::ops::Range;

use crate::text::normalize::Changes;
use crate::text::token::Token;
use crate::text::tokenizer::plain_visitor::PlainVisitor;
use crate::text::walk::visitor::Visitor;
use crate::text::walk::walked::WalkedWord;
use crate::text::walk::{Scratch, walk};

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
    impl PlainVisitor for Collect {}

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
