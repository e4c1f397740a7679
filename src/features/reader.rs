//! Many texts to vectors, one after the other.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use crate::features::block::Block;
use crate::features::counts::Occurrences;
use crate::features::hash;
use crate::features::key::Key;
use crate::features::pass::Scratch;
use crate::features::pass::sink::{Known, Recalled, Sink};
use crate::features::style::Style;
use crate::features::vectorizer::{Vector, Vectorizer};

/// What reading many texts keeps from one to the next: buffers, and the rows of
/// the words that were met, which make up most of any stream of texts. It
/// changes no vector.
#[derive(Default)]
pub(crate) struct Reader {
    scratch: Scratch<false>,
    met: Met,
}

impl Reader {
    /// As [`Vectorizer::vector`]; all texts must be read by the same vectoriser.
    pub(crate) fn read(&mut self, text: &str, vectorizer: &Vectorizer) -> Vector {
        let grams = vectorizer.pass(text, &mut self.scratch, &mut self.met);
        vectorizer.counted(&mut self.met.occurrences, grams)
    }
}

/// Most keys that are remembered: 16 MB, and the map of their words.
const MOST: usize = 1 << 22;

#[derive(Default)]
struct Met {
    occurrences: Occurrences,
    /// What has become of a word, and where its keys start.
    words: HashMap<(u64, u64), (Known, usize), BuildHasherDefault<Fold>>,
    /// Of a word and its runs, words behind each other.
    keys: Vec<u32>,
}

/// Two numbers to one, by the hash of the features.
#[derive(Default)]
struct Fold(u64);

impl Hasher for Fold {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash::bytes(self.0, bytes);
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = hash::block(self.0, 0, number);
    }
}

impl Sink for Met {
    const REMEMBERS: bool = true;
    type Sums = ();

    #[inline]
    fn gram(&mut self, block: Block, row: usize, span: impl FnOnce() -> Range<usize>) {
        self.occurrences.gram(block, row, span);
    }

    fn style(&mut self, style: Style, row: usize) {
        self.occurrences.style(style, row);
    }

    #[inline]
    fn recall(&mut self, word: Key, before: u32, (): &mut ()) -> Option<Recalled> {
        let &(known, start) = self.words.get(&word.into())?;
        let recalled = known.recalled(before)?;
        if let Recalled::Read { grams, .. } = recalled {
            let keys = self.keys.get(start..start + grams)?;
            self.occurrences.extend(keys);
        }
        Some(recalled)
    }

    fn remember(&mut self, word: Option<Key>, known: Known) {
        let start = self.keys.len();
        if let Some(word) = word
            && start < MOST
        {
            self.keys
                .extend_from_slice(self.occurrences.last(known.grams));
            self.words.insert(word.into(), (known, start));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Of few words, so that they are met again, among names and tags.
        #[test]
        fn what_was_met_before_changes_no_vector(texts in prop::collection::vec(prop_oneof![
            any::<String>(),
            "((suara|SUARA|suaraaaa|su4ra|kpu|haji|m|M\\.|jokowi|prabowonya|taufik|bang|putih|DI|di|Aceh|\
                #SuratSuara|#jokowiorangbaik|anak-anak|a|b|suku|darul|nabi|каша|café|soti|bowoo|tengaah|risalah|malah|jack|Q\\.W\\.|x|hb|sultan|2ku|L40\\$|p471|di'gibran'i|Raffi&Nagita|mayarakat|kenadl|suarra)[ .,!?:-]{0,2}){0,30}",
        ], 1..8)) {
            let vectorizer = Vectorizer::new(12, [8, 4, 1]).unwrap();
            let mut reader = Reader::default();
            for text in &texts {
                prop_assert_eq!(reader.read(text, &vectorizer), vectorizer.vector(text));
            }
        }
    }
}
