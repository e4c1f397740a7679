//! Where sentences end.
//!
//! Every gap between two tokens is judged once, from what the sentence so far
//! ends in ([`left`]) and from what comes next ([`right`]). No mark opens a
//! region that only another mark closes, so an unbalanced quote costs at most
//! one decision.

mod abbreviated;
mod left;
mod line;
mod quotation;
mod right;
mod rules;
mod words;

use std::iter::FusedIterator;
use std::ops::Range;

use crate::text::token::Token;
use crate::text::tokenizer::{Tokens, tokens};
use left::Left;

/// The sentences of `text`, in order, as byte spans of it.
///
/// A span starts and ends with a token of [`tokens`], and every token lies in
/// one. Full stops, question and exclamation marks and clusters of them end a
/// sentence, with the closing quotes and brackets and the emoji and hashtags
/// behind them, unless the mark does other work: in an abbreviation, a number,
/// a list, a name, or a quotation whose reporter follows. So does a line break, unless
/// the line ends in a word that ends no sentence (*di*, *yang*) or the next one begins
/// in lower case, with an address or with a mark that opens nothing. A blank line
/// always ends one.
///
/// Linear in `text.len()`, allocates nothing, never panics.
///
/// ```
/// let text = "Ditulis oleh Dr. Sari, S.H. Salinannya ada. \"Siap!\" kata dia.";
/// let found: Vec<&str> = hoaks::text::sentences(text).map(|span| &text[span]).collect();
/// assert_eq!(
///     found,
///     ["Ditulis oleh Dr. Sari, S.H.", "Salinannya ada.", "\"Siap!\" kata dia."]
/// );
/// ```
#[must_use]
pub fn sentences(text: &str) -> Sentences<'_> {
    let mut tokens = tokens(text);
    let next = tokens.next();
    Sentences { text, tokens, next }
}

/// Iterator over the sentences of a text; made by [`sentences`].
#[derive(Debug, Clone)]
pub struct Sentences<'t> {
    text: &'t str,
    /// What comes behind `next`.
    tokens: Tokens<'t>,
    /// The first token of the next sentence.
    next: Option<Token>,
}

impl Iterator for Sentences<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let first = self.next?;
        let mut left = Left::new(self.text, first);
        loop {
            let Some(next) = self.tokens.next() else {
                self.next = None;
                break;
            };
            if rules::ends(&left, next, &self.tokens) {
                self.next = Some(next);
                break;
            }
            left.read(next);
        }
        Some(first.start..left.end())
    }
}

impl FusedIterator for Sentences<'_> {}
