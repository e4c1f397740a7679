//! Scores against a treebank. All count exact byte spans.

use std::collections::HashSet;
use std::fmt;
use std::hash::Hash;
use std::ops::Range;

use crate::conllu::{Sentence, Treebank, Word, between_letters};

/// Sentences in one document of the sentence score.
pub const DOCUMENT: usize = 40;

/// What precision, recall and F1 are made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found and in the treebank.
    pub hits: usize,
    /// In the treebank.
    pub gold: usize,
    /// Found.
    pub found: usize,
}

impl Counts {
    /// Adds what was found beside what the treebank has.
    fn add<T: Eq + Hash>(&mut self, gold: &HashSet<T>, found: &HashSet<T>) {
        self.hits += gold.intersection(found).count();
        self.gold += gold.len();
        self.found += found.len();
    }

    /// Share of what was found that is right.
    #[must_use]
    pub fn precision(&self) -> Share {
        Share(self.hits, self.found)
    }

    /// Share of the treebank that was found.
    #[must_use]
    pub fn recall(&self) -> Share {
        Share(self.hits, self.gold)
    }

    /// Harmonic mean of precision and recall.
    #[must_use]
    pub fn f1(&self) -> Share {
        Share(2 * self.hits, self.gold + self.found)
    }
}

/// A share of a whole; shown in percent, and as a dash if the whole is empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share(pub usize, pub usize);

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self(_, 0) => f.write_str("-"),
            Self(part, whole) => write!(f, "{:.2}", 100.0 * part as f64 / whole as f64),
        }
    }
}

/// Surface tokens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tokens {
    /// All of them.
    pub all: Counts,
    /// Those that hold a letter or digit.
    pub alphanumeric: Counts,
}

/// Syntactic words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Words {
    /// Spans of words.
    pub words: Counts,
    /// Cuts between two letters: where a clitic comes off its host.
    pub cuts: Counts,
}

/// Lemmas.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lemmas {
    /// Nouns, verbs, adjectives and adverbs whose stem is the lemma.
    pub right: Share,
    /// Proper names that are their own lemma, and were changed all the same.
    pub names_altered: Share,
}

/// Scores the tokens that `spans` finds in each sentence.
pub fn tokens(bank: &Treebank, mut spans: impl FnMut(&str) -> Vec<Range<usize>>) -> Tokens {
    let mut counts = Tokens::default();
    for Sentence { text, tokens, .. } in &bank.sentences {
        let gold: HashSet<_> = tokens.iter().cloned().collect();
        let found: HashSet<_> = spans(text).into_iter().collect();
        counts.all.add(&gold, &found);
        let says = |span: &Range<usize>| text[span.clone()].contains(char::is_alphanumeric);
        let keep = |spans: HashSet<Range<usize>>| spans.into_iter().filter(says).collect();
        counts.alphanumeric.add(&keep(gold), &keep(found));
    }
    counts
}

/// Scores the syntactic words that `spans` finds in each sentence.
pub fn words(bank: &Treebank, mut spans: impl FnMut(&str) -> Vec<Range<usize>>) -> Words {
    let mut counts = Words::default();
    for Sentence {
        text, words, cuts, ..
    } in &bank.sentences
    {
        let found: HashSet<_> = spans(text).into_iter().collect();
        let ends = found.iter().map(|span| span.end);
        counts.cuts.add(
            &cuts.iter().copied().collect(),
            &ends.filter(|&end| between_letters(text, end)).collect(),
        );
        let gold = words.iter().map(|word| word.span.clone()).collect();
        counts.words.add(&gold, &found);
    }
    counts
}

/// Scores the sentences that `spans` finds in documents: [`DOCUMENT`] sentences
/// of the treebank in a row, joined by spaces.
pub fn sentences(bank: &Treebank, mut spans: impl FnMut(&str) -> Vec<Range<usize>>) -> Counts {
    let mut counts = Counts::default();
    for sentences in bank.sentences.chunks(DOCUMENT) {
        let mut document = String::new();
        let mut gold = HashSet::new();
        for sentence in sentences {
            if !document.is_empty() {
                document.push(' ');
            }
            let start = document.len();
            document.push_str(&sentence.text);
            gold.insert(start..document.len());
        }
        counts.add(&gold, &spans(&document).into_iter().collect());
    }
    counts
}

/// Scores the stems that `stems` gives for the words of each sentence, None
/// for a word that it did not find. Case does not count.
pub fn lemmas(
    bank: &Treebank,
    mut stems: impl FnMut(&str, &[Word]) -> Vec<Option<String>>,
) -> Lemmas {
    let mut counts = Lemmas::default();
    for Sentence { text, words, .. } in &bank.sentences {
        for (word, stem) in words.iter().zip(stems(text, words)) {
            let Some(analysis) = &word.analysis else {
                continue;
            };
            let lemma = analysis.lemma.to_lowercase();
            let form = word.form.to_lowercase();
            let stem = stem.map(|stem| stem.to_lowercase());
            match analysis.tag.as_str() {
                "NOUN" | "VERB" | "ADJ" | "ADV" => {
                    counts.right.0 += usize::from(stem == Some(lemma));
                    counts.right.1 += 1;
                }
                "PROPN" if lemma == form => {
                    counts.names_altered.0 += usize::from(stem.is_some_and(|stem| stem != form));
                    counts.names_altered.1 += 1;
                }
                _ => {}
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conllu::tests::snippet;

    /// `Bukunya dibaca Sari, di Solo.` and `Rumah bapakku!`
    fn bank() -> Treebank {
        Treebank {
            name: "snippet".to_owned(),
            sentences: snippet(),
        }
    }

    /// At every white space.
    fn by_space(text: &str) -> Vec<Range<usize>> {
        let start = |piece: &str| piece.as_ptr().addr() - text.as_ptr().addr();
        text.split_whitespace()
            .map(|piece| start(piece)..start(piece) + piece.len())
            .collect()
    }

    #[test]
    fn token_counts_by_hand() {
        // Gold: Bukunya dibaca Sari , di Solo . | Rumah bapakku !
        // Found: Bukunya dibaca Sari, di Solo. | Rumah bapakku!
        // Right: Bukunya dibaca di | Rumah
        let counts = tokens(&bank(), by_space);
        let all = Counts {
            hits: 4,
            gold: 10,
            found: 7,
        };
        let alphanumeric = Counts {
            hits: 4,
            gold: 7,
            found: 7,
        };
        assert_eq!(counts, Tokens { all, alphanumeric });
        assert_eq!(counts.all.precision().to_string(), "57.14");
        assert_eq!(counts.all.recall().to_string(), "40.00");
        assert_eq!(counts.all.f1().to_string(), "47.06");
    }

    #[test]
    fn marks_alone_count_only_among_all() {
        let last = |text: &str| std::iter::once(text.len() - 1..text.len()).collect();
        let counts = tokens(&bank(), last);
        assert_eq!(
            counts.all,
            Counts {
                hits: 2,
                gold: 10,
                found: 2
            }
        );
        assert_eq!(
            counts.alphanumeric,
            Counts {
                hits: 0,
                gold: 7,
                found: 0
            }
        );
    }

    #[test]
    fn word_and_cut_counts_by_hand() {
        // Buku|nya is the one cut of the snippet; the words of bapakku do not
        // spell it. Found beside it: di|baca.
        let cut = |text: &str| {
            let mut spans = by_space(text);
            if text.starts_with("Bukunya dibaca") {
                spans.splice(0..2, [0..4, 4..7, 8..10, 10..14]);
            }
            spans
        };
        // Right: Buku nya di | Rumah
        let counts = words(&bank(), cut);
        assert_eq!(
            counts.words,
            Counts {
                hits: 4,
                gold: 11,
                found: 9
            }
        );
        assert_eq!(
            counts.cuts,
            Counts {
                hits: 1,
                gold: 1,
                found: 2
            }
        );
        let none = words(&bank(), by_space);
        assert_eq!(
            none.cuts,
            Counts {
                hits: 0,
                gold: 1,
                found: 0
            }
        );
        assert_eq!(none.cuts.precision().to_string(), "-");
    }

    #[test]
    fn sentence_counts_by_hand() {
        // Bukunya dibaca Sari, di Solo. Rumah bapakku!
        let right = |document: &str| vec![0..29, 30..document.len()];
        let all = Counts {
            hits: 2,
            gold: 2,
            found: 2,
        };
        assert_eq!(sentences(&bank(), right), all);
        let whole = |text: &str| std::iter::once(0..text.len()).collect();
        let glued = Counts {
            hits: 0,
            gold: 2,
            found: 1,
        };
        assert_eq!(sentences(&bank(), whole), glued);
    }

    #[test]
    fn documents_hold_forty_sentences() {
        let mut bank = bank();
        for _ in 0..20 {
            bank.sentences.extend(snippet());
        }
        let mut lengths = Vec::new();
        sentences(&bank, |document| {
            lengths.push(document.len());
            Vec::new()
        });
        // 20 pairs of 29 + 14 bytes and 39 spaces; one pair.
        assert_eq!(lengths, [20 * 43 + 39, 44]);
    }

    #[test]
    fn lemma_counts_by_hand() {
        // Content words: Buku dibaca | Rumah (bapakku has no analysis).
        // Names: Sari Solo.
        let first_four = |_: &str, words: &[Word]| {
            let stem = |word: &Word| word.form.chars().take(4).collect();
            words.iter().map(|word| Some(stem(word))).collect()
        };
        // Right: BUKU for any case; diba and ruma are wrong.
        let counts = lemmas(&bank(), first_four);
        assert_eq!(counts.right, Share(1, 3));
        assert_eq!(counts.names_altered, Share(0, 2));
        let first_three = |_: &str, words: &[Word]| {
            let stem = |word: &Word| word.form.chars().take(3).collect();
            words.iter().map(|word| Some(stem(word))).collect()
        };
        assert_eq!(lemmas(&bank(), first_three).names_altered, Share(2, 2));
        // A word that was not found is a wrong lemma but no altered name.
        let missing = lemmas(&bank(), |_, words| vec![None; words.len()]);
        assert_eq!(missing.right, Share(0, 3));
        assert_eq!(missing.names_altered, Share(0, 2));
    }
}
