//! Weak labels by transparent rules: words to look for.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use hoaks::text::{FoldedWord, folded_words};

use super::files::read_text;

/// Rules of all heads, from a file with a line for each rule: head, kind, and
/// words separated by spaces. A word that ends in `*` stands for all that begin
/// so. `#` opens a comment.
#[derive(Default)]
pub struct Rules {
    heads: BTreeMap<String, Vec<(Kind, Vec<String>)>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Speaks for the head.
    For,
    /// The row is left out if nothing else speaks for the head.
    Unsure,
    /// The row is not labelled positive whatever else it has.
    Against,
}

impl Rules {
    pub fn read(path: &Path) -> Result<Self, Box<dyn Error>> {
        let text = read_text(path)?;
        let mut rules = Self::default();
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let wrong = || format!("{}, line {}: not a rule", path.display(), number + 1);
            let mut fields = line.split('\t');
            let (Some(head), Some(kind), Some(words), None) =
                (fields.next(), fields.next(), fields.next(), fields.next())
            else {
                return Err(wrong().into());
            };
            let kind = match kind {
                "for" => Kind::For,
                "unsure" => Kind::Unsure,
                "against" => Kind::Against,
                _ => return Err(wrong().into()),
            };
            let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
            if words.is_empty() {
                return Err(wrong().into());
            }
            rules
                .heads
                .entry(head.to_owned())
                .or_default()
                .push((kind, words));
        }
        Ok(rules)
    }

    /// Whether the text is about what the head asks; `None` if that cannot be
    /// said.
    pub fn label(&self, head: &str, text: &str) -> Option<bool> {
        let words = folded_words(text);
        let has = |kind: Kind| {
            self.of(head)
                .any(|(k, rule)| *k == kind && find(&words, rule).next().is_some())
        };
        if has(Kind::Against) {
            Some(false)
        } else if has(Kind::For) {
            Some(true)
        } else if has(Kind::Unsure) {
            None
        } else {
            Some(false)
        }
    }

    /// The text without the words that speak for the head.
    pub fn hide(&self, head: &str, text: &str) -> String {
        let words = folded_words(text);
        let mut hidden = vec![false; words.len()];
        for (_, rule) in self.of(head).filter(|(kind, _)| *kind == Kind::For) {
            for at in find(&words, rule) {
                hidden[at..at + rule.len()].fill(true);
            }
        }
        let mut kept = String::with_capacity(text.len());
        let mut from = 0;
        for (word, _) in words.iter().zip(hidden).filter(|(_, hidden)| *hidden) {
            if word.span.start >= from {
                kept.push_str(&text[from..word.span.start]);
                from = word.span.end;
            }
        }
        kept.push_str(&text[from..]);
        kept
    }

    /// The words of each rule that decides, and what they decide.
    pub fn texts(&self, head: &str) -> Vec<(String, bool)> {
        self.of(head)
            .filter(|(kind, _)| *kind != Kind::Unsure)
            .map(|(kind, words)| {
                let words: Vec<&str> = words.iter().map(|w| w.trim_end_matches('*')).collect();
                (words.join(" "), *kind == Kind::For)
            })
            .collect()
    }

    fn of(&self, head: &str) -> impl Iterator<Item = &(Kind, Vec<String>)> {
        self.heads.get(head).into_iter().flatten()
    }
}

/// Where the words of a rule stand next to each other.
fn find<'a>(words: &'a [FoldedWord], rule: &'a [String]) -> impl Iterator<Item = usize> + 'a {
    words
        .windows(rule.len())
        .enumerate()
        .filter(move |(_, window)| {
            window
                .iter()
                .zip(rule)
                .all(|(word, rule)| match rule.strip_suffix('*') {
                    Some(stem) => word.text.starts_with(stem),
                    None => word.text == *rule,
                })
        })
        .map(|(at, _)| at)
}
