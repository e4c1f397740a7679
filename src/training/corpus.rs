//! Labelled texts as rows of n-gram counts.

use crate::features::{Reader, Style, Vector, Vectorizer};

/// A labelled text.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// The text.
    pub text: String,
    /// Whether it is misinformation (or whatever the head asks).
    pub label: bool,
    /// Rows of one group are never split between training and testing.
    pub group: u32,
}

/// Examples that have been read by a [`Vectorizer`].
#[derive(Debug, Clone)]
pub struct Corpus {
    pub(super) vectorizer: Vectorizer,
    pub(super) vectors: Vec<Vector>,
    pub(super) labels: Vec<bool>,
    groups: Vec<u32>,
}

impl Corpus {
    /// Reads the texts; in parallel with the feature `parallel`. Linear in their length.
    #[must_use]
    pub fn new(vectorizer: Vectorizer, examples: &[Example]) -> Self {
        #[cfg(feature = "parallel")]
        let vectors = {
            use rayon::prelude::*;
            examples
                .par_iter()
                .with_min_len(64)
                .map_init(Reader::default, |reader, example| {
                    reader.read(&example.text, &vectorizer)
                })
                .collect()
        };
        #[cfg(not(feature = "parallel"))]
        let vectors = {
            let mut reader = Reader::default();
            examples
                .iter()
                .map(|example| reader.read(&example.text, &vectorizer))
                .collect()
        };
        Self {
            vectorizer,
            vectors,
            labels: examples.iter().map(|example| example.label).collect(),
            groups: examples.iter().map(|example| example.group).collect(),
        }
    }

    /// The same texts without some style flags: what learns from them has a
    /// weight of zero for these, and all its other weights are as if there were
    /// no such flags. Linear in the entries of all vectors.
    #[must_use]
    pub fn without(mut self, styles: &[Style]) -> Self {
        let first_style = self.vectorizer.hashed_rows();
        for vector in &mut self.vectors {
            let is_left_out = |row: u32| {
                let mut rows = styles.iter().map(|&style| first_style + style as usize);
                rows.any(|style| style == row as usize)
            };
            vector.entries.retain(|&(row, _)| !is_left_out(row));
        }
        self
    }

    /// Number of texts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.vectors.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.vectors.is_empty()
    }

    /// The vectoriser that read it.
    #[must_use]
    pub fn vectorizer(&self) -> &Vectorizer {
        &self.vectorizer
    }

    /// The texts as counts.
    #[must_use]
    pub fn vectors(&self) -> &[Vector] {
        &self.vectors
    }

    /// Label of every text.
    #[must_use]
    pub fn labels(&self) -> &[bool] {
        &self.labels
    }

    /// Group of every text.
    #[must_use]
    pub fn groups(&self) -> &[u32] {
        &self.groups
    }
}
