//! Ways to say the same: names, abbreviations, spellings, numbers, synonyms,
//! and the common words of English claims.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::stem;

static ALIASES: LazyLock<Aliases> = LazyLock::new(|| Aliases::new(include_str!("aliases.txt")));

/// Words to what they are matched as.
#[derive(Debug)]
struct Aliases {
    words: HashMap<&'static str, Entry>,
    /// Ways of several words, with a space between them.
    phrases: HashMap<&'static str, &'static str>,
}

/// What is known of a word.
#[derive(Debug, Default)]
struct Entry {
    /// What the word alone is matched as.
    alone: Option<&'static str>,
    /// Words with this stem are matched as the word itself is.
    root: bool,
    /// Words of the longest phrase that it begins.
    longest: usize,
}

impl Aliases {
    fn new(list: &'static str) -> Self {
        let mut words: HashMap<_, Entry> = HashMap::with_capacity(8192);
        let mut phrases = HashMap::with_capacity(4096);
        for class in list.lines().filter(|line| !line.starts_with('#')) {
            let mut ways = class.split(" = ");
            let Some(first) = ways.next() else { continue };
            for way in std::iter::once(first).chain(ways) {
                match way.split_once(' ') {
                    Some((begin, rest)) => {
                        let entry = words.entry(begin).or_default();
                        entry.longest = entry.longest.max(2 + rest.matches(' ').count());
                        phrases.insert(way, first);
                    }
                    None => {
                        let entry = words.entry(way).or_default();
                        entry.alone = Some(first);
                        entry.root = stem(way) == way;
                    }
                }
            }
        }
        Self { words, phrases }
    }
}

/// What the text that begins with these words is matched as, and how many of
/// them that stands for: the longest way that is known. `stem` is that of the
/// first word. A bounded number of words is looked at.
pub(super) fn canonical<'a>(
    mut words: impl Iterator<Item = &'a str>,
    stem: &str,
) -> Option<(&'static str, usize)> {
    let first = words.next()?;
    let entry = ALIASES.words.get(first);
    if let Some(entry) = entry
        && entry.longest > 1
    {
        let mut phrase = first.to_owned();
        let mut found = None;
        for (word, number) in words.zip(2..=entry.longest) {
            phrase.push(' ');
            phrase.push_str(word);
            if let Some(&canonical) = ALIASES.phrases.get(phrase.as_str()) {
                found = Some((canonical, number));
            }
        }
        if found.is_some() {
            return found;
        }
    }
    let of_stem = || ALIASES.words.get(stem).filter(|entry| entry.root)?.alone;
    let canonical = entry.and_then(|entry| entry.alone).or_else(of_stem)?;
    Some((canonical, 1))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::claims::{ClaimIndex, Clarification};
    use crate::text::folded_words;

    fn classes() -> impl Iterator<Item = Vec<&'static str>> {
        let lines = include_str!("aliases.txt").lines();
        lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| line.split(" = ").collect())
    }

    #[test]
    fn the_list_is_in_the_form_that_it_states() {
        let mut seen = HashSet::new();
        for ways in classes() {
            assert!(ways.len() > 1, "{ways:?}");
            for way in &ways {
                assert!(seen.insert(*way), "{way} is there twice");
                for word in way.split(' ') {
                    let folded: Vec<_> = folded_words(word)
                        .into_iter()
                        .map(|folded| folded.text)
                        .collect();
                    let number = word.bytes().all(|byte| byte.is_ascii_digit());
                    assert!(number && folded.is_empty() || folded == [word], "{word}");
                }
            }
        }
        assert!(seen.len() > 5_000, "{}", seen.len());
    }

    #[test]
    fn every_way_is_found_whole() {
        for ways in classes() {
            for way in &ways {
                let words = way.split(' ').chain(["xyz"]);
                let length = way.split(' ').count();
                let first = stem(way.split(' ').next().unwrap_or_default());
                assert_eq!(canonical(words, &first), Some((ways[0], length)), "{way}");
            }
        }
    }

    #[test]
    fn stems_stand_for_their_words_where_they_are_words_of_the_list() {
        let one = |word: &str| canonical([word].into_iter(), &stem(word));
        assert_eq!(one("dibunuhnya"), one("killed"));
        assert!(one("dibunuhnya").is_some());
        // *Meninggal* is in the list, *tinggal* "to stay" is not what it means.
        assert_eq!(stem("meninggal"), "tinggal");
        assert_ne!(one("meninggal"), one("tinggal"));
        assert_eq!(one("kosakata"), None);
    }

    fn of_two(first: &str, second: &str) -> ClaimIndex {
        let mut index = ClaimIndex::new();
        let claims = [("a", first), ("b", second)];
        let all = claims.map(|(id, claim)| Clarification::new(id, claim, "false"));
        index.add(all).unwrap();
        index
    }

    /// The second claim of each pair shares the words of the text, the first
    /// says what the text says.
    #[test]
    fn a_claim_in_other_names_is_the_best_match() {
        for (text, same, other) in [
            (
                "TKA Tiongkok di Morowali",
                "Tenaga kerja asing dari China di Morowali",
                "TKA Filipina di Morowali",
            ),
            (
                "Mahkamah Konstitusi tutup",
                "MK tutup",
                "Mahkamah Agung tutup",
            ),
            ("jkw wafat", "Joko Widodo meninggal", "Kakek wafat kemarin"),
            (
                "paslon no urut 2",
                "Pasangan nomor urut dua",
                "Pasangan suami istri urut dua",
            ),
            (
                "cabup kabur pas debat",
                "Calon bupati kabur saat debat",
                "Bupati kabur debat",
            ),
            (
                "7 kontainer terbakar",
                "Tujuh kontainer",
                "17 kontainer terbakar",
            ),
            (
                "hospital on fire",
                "Rumah sakit terbakar api",
                "Konser di pantai on air",
            ),
        ] {
            let found = of_two(same, other).matches(text, 2);
            assert_eq!(found.first().map(|found| &*found.id), Some("a"), "{text}");
        }
    }

    #[test]
    fn a_phrase_is_one_span_on_both_sides() {
        let (text, claim) = ("benarkah wapres RI datang?", "Wakil presiden datang");
        let index = of_two(claim, "Kotak suara");
        let found = &index.matches(text, 1)[0];
        let spans = |text: &'static str, spans: &[std::ops::Range<usize>]| {
            let spans = spans.iter().map(|span| &text[span.clone()]);
            spans.collect::<Vec<_>>()
        };
        assert_eq!(spans(text, &found.spans), ["wapres RI", "datang"]);
        assert_eq!(
            spans(claim, &found.claim_spans),
            ["Wakil presiden", "datang"]
        );
        assert!(found.coverage > 0.7, "{}", found.coverage);
    }
}
