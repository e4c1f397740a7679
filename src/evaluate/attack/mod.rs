//! Attacks that keep a text's meaning and hide its words.
//!
//! A detector is only worth its figures while nobody tries to dodge it. Each
//! [`Attack`] is what a person does to get past a filter: readers read on, the
//! label stays, the letters change. Measure a metric on the rows as they are
//! and on the rows attacked; the difference is what dodging buys.
//!
//! ```
//! use hoaks::evaluate::Attack;
//! let text = "surat suara sudah tercoblos";
//! let attacked = Attack::Leet.apply(text, 0.5, 7);
//! assert_ne!(attacked, text);
//! assert_eq!(attacked, Attack::Leet.apply(text, 0.5, 7));
//! assert_eq!(Attack::Leet.apply(text, 0.0, 7), text);
//! ```

mod disguise;

use std::ops::Range;

use crate::named::{serialized_by_name, shown_by_name};
use crate::random::SplitMix64;

/// A way to change a text that keeps its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Attack {
    /// Characters without width between the letters.
    ZeroWidth,
    /// Cyrillic and Greek letters that look like Latin ones.
    Homoglyph,
    /// Full-width, bold, monospace, circled and squared letters.
    Styled,
    /// Digits and signs for the letters they imitate.
    Leet,
    /// Spaces, dots or hyphens between the letters.
    Spacing,
    /// One letter written three to six times.
    Elongation,
    /// Inner vowels left out, as in chats.
    Disemvowel,
    /// One slip of the finger: two letters swapped, one dropped, doubled, or
    /// replaced by its neighbour on the keyboard.
    Typo,
    /// Sentences of another, harmless text behind the text (the good-word
    /// attack of Lowd and Meek, CEAS 2005).
    Neutral,
}

/// One sentence a line, our own.
static NEUTRAL: &str = include_str!("neutral.txt");

/// Shortest word that is attacked, in letters.
const SHORTEST: usize = 4;

impl Attack {
    /// All attacks.
    pub const ALL: &'static [Self] = &Self::EACH;

    /// The same, where their number matters.
    pub(crate) const EACH: [Self; 9] = [
        Self::ZeroWidth,
        Self::Homoglyph,
        Self::Styled,
        Self::Leet,
        Self::Spacing,
        Self::Elongation,
        Self::Disemvowel,
        Self::Typo,
        Self::Neutral,
    ];

    /// Lower-case name, as serialised.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ZeroWidth => "zero-width",
            Self::Homoglyph => "homoglyph",
            Self::Styled => "styled",
            Self::Leet => "leet",
            Self::Spacing => "spacing",
            Self::Elongation => "elongation",
            Self::Disemvowel => "disemvowel",
            Self::Typo => "typo",
            Self::Neutral => "neutral text",
        }
    }

    /// `text` under this attack.
    ///
    /// `strength` is the share of the words changed, rounded, of those that the
    /// attack can change: runs of four or more ASCII letters. What stands between
    /// white space and holds `://` or `www.`, or begins with `@` or `#`, has none; mail
    /// addresses, and web addresses without either mark, are attacked. For
    /// [`Attack::Neutral`] it is the number of words appended for each word of the
    /// text, rounded up to whole sentences. It is clamped to 0..=1, NaN counts as 0,
    /// and 0 returns `text`.
    ///
    /// Which words, and how, depends on `seed` only: the same on every
    /// platform. Linear in `text.len()`; never panics.
    #[must_use]
    pub fn apply(self, text: &str, strength: f64, seed: u64) -> String {
        let strength = if strength.is_nan() {
            0.0
        } else {
            strength.clamp(0.0, 1.0)
        };
        let mut random = SplitMix64::new(seed);
        if strength == 0.0 {
            return text.to_owned();
        }
        if self == Self::Neutral {
            return append(text, strength, &mut random);
        }
        let words: Vec<Range<usize>> = words(text)
            .filter(|word| {
                text.get(word.clone())
                    .is_some_and(|word| disguise::can_change(self, word))
            })
            .collect();
        let mut wanted = (strength * words.len() as f64).round() as usize;
        let mut out = String::with_capacity(text.len() + text.len() / 2);
        let mut copied = 0;
        for (number, span) in words.iter().enumerate() {
            // Selection sampling (Knuth, TAOCP 2, 3.4.2, algorithm S): exactly
            // `wanted` words, any of them with the same chance.
            if random.below(words.len() - number) >= wanted {
                continue;
            }
            wanted -= 1;
            if let (Some(before), Some(word)) =
                (text.get(copied..span.start), text.get(span.clone()))
            {
                out.push_str(before);
                disguise::change(self, word, &mut random, &mut out);
                copied = span.end;
            }
        }
        out.push_str(text.get(copied..).unwrap_or_default());
        out
    }
}

serialized_by_name!(Attack);
shown_by_name!(Attack);

/// Runs of [`SHORTEST`] or more ASCII letters, no other letter beside them,
/// outside most addresses, mentions and hashtags. Recipes learn from attacked texts:
/// other words here are another model.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.split_whitespace()
        .filter(|chunk| {
            let lead = chunk
                .trim_start_matches(|c: char| c.is_ascii_punctuation() && c != '@' && c != '#');
            !lead.starts_with(['@', '#']) && !chunk.contains("://") && !chunk.contains("www.")
        })
        .flat_map(move |chunk| {
            let offset = chunk.as_ptr() as usize - text.as_ptr() as usize;
            chunk
                .split(|c: char| !c.is_alphabetic())
                .filter(|word| {
                    word.len() >= SHORTEST && word.bytes().all(|b| b.is_ascii_alphabetic())
                })
                .map(move |word| {
                    let start = offset + (word.as_ptr() as usize - chunk.as_ptr() as usize);
                    start..start + word.len()
                })
        })
}

fn append(text: &str, strength: f64, random: &mut SplitMix64) -> String {
    let mut missing = (strength * text.split_whitespace().count() as f64).ceil() as usize;
    let sentences: Vec<&str> = NEUTRAL.lines().filter(|line| !line.is_empty()).collect();
    let mut out = text.to_owned();
    let mut order: Vec<&str> = Vec::new();
    while missing > 0 {
        if order.is_empty() {
            order.clone_from(&sentences);
        }
        // Without putting back, so that none stands twice before all stand once.
        let chosen = random.below(order.len());
        if chosen >= order.len() {
            break;
        }
        let sentence = order.swap_remove(chosen);
        out.push(' ');
        out.push_str(sentence);
        missing = missing.saturating_sub(sentence.split_whitespace().count().max(1));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neutral_sentences_are_many_and_different() {
        let lines: Vec<&str> = NEUTRAL.lines().collect();
        let different: std::collections::HashSet<&&str> = lines.iter().collect();
        assert!(lines.len() >= 40 && different.len() == lines.len());
        for line in lines {
            assert!(line.split_whitespace().count() >= 4, "{line:?}");
        }
    }

    #[test]
    fn addresses_mentions_and_hashtags_are_no_words() {
        let text = "Cek (https://contoh.id/berita) kata @petugas, #KawalSuara dan www.contoh.id: cek petugas 2kali \"kafé\" naik";
        let found: Vec<&str> = words(text).map(|span| &text[span]).collect();
        assert_eq!(found, ["kata", "petugas", "kali", "naik"]);
    }
}
