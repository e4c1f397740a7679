//! Why: the exact share of every piece of a text in its logit.

use std::ops::Range;

use serde::Serialize;

use crate::detector::Detector;
use crate::features::{Block, Scratch, Sink, Style, length_scale};

/// The feature that a contribution comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Evidence {
    /// An n-gram.
    Gram(Block),
    /// A style flag of the whole text.
    Style(Style),
}

/// A piece of a text and what it adds to the logit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Contribution {
    /// Bytes of the original text; the whole text for style.
    pub span: Range<usize>,
    /// What kind of evidence it is.
    pub evidence: Evidence,
    /// What it adds to the logit, in log-odds. More than 0 speaks for misinformation or,
    /// where another head is explained, for what that head is about.
    pub logit: f64,
}

/// A logit taken apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Explanation {
    /// The logit that a text of this length would have if none of its features counted;
    /// the base rate is part of it.
    pub bias: f64,
    /// Every piece, in the order the pass finds them.
    pub contributions: Vec<Contribution>,
}

impl Explanation {
    /// The sum of the bias and all contributions. It is the logit of the text, apart from
    /// rounding (less than 1e-4).
    #[must_use]
    pub fn logit(&self) -> f64 {
        self.bias + self.contributions.iter().map(|c| c.logit).sum::<f64>()
    }

    /// The contributions, those of the same span added up: strongest first, whether for or
    /// against, and equally strong ones in the order of the text. O(n log n) in their
    /// number.
    #[must_use]
    pub fn spans(&self) -> Vec<(Range<usize>, f64)> {
        let mut pieces: Vec<(Range<usize>, f64)> = self
            .contributions
            .iter()
            .map(|c| (c.span.clone(), c.logit))
            .collect();
        pieces.sort_by_key(|(span, _)| (span.start, span.end));
        let mut spans: Vec<(Range<usize>, f64)> = Vec::new();
        for (span, logit) in pieces {
            match spans.last_mut() {
                Some(last) if last.0 == span => last.1 += logit,
                _ => spans.push((span, logit)),
            }
        }
        spans.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        spans
    }
}

impl Detector {
    /// Takes the logit of `text` apart. The contributions are exact: the same
    /// pass, the same table entries, nothing estimated. Linear in the length of the
    /// text. Each n-gram is listed, which takes some eighty bytes for each byte of text as
    /// people write it, and up to seven hundred of Arabic ligatures.
    ///
    /// ```
    /// let detector = hoaks::Detector::pretrained();
    /// let text = "KPU ubah jadwal, surat suara dari luar negeri!!";
    /// let explanation = detector.explain(text);
    /// let logit = detector.assess(text).hoax().logit();
    /// assert!((explanation.logit() - logit).abs() < 1e-4);
    /// ```
    #[must_use]
    pub fn explain(&self, text: &str) -> Explanation {
        // The head is there: `Detector::new` has found it.
        self.take_apart(text, self.hoax)
    }

    /// The same as [`Detector::explain`] for the head with this name; `None` if the model
    /// has no such head.
    #[must_use]
    pub fn explain_head(&self, text: &str, name: &str) -> Option<Explanation> {
        let heads = &self.model.card().heads;
        let number = heads.iter().position(|head| head.name == name)?;
        Some(self.take_apart(text, number))
    }

    fn take_apart(&self, text: &str, number: usize) -> Explanation {
        let mut found = Found(Vec::new());
        let grams = self
            .vectorizer
            .pass(text, &mut Scratch::<true>::default(), &mut found);
        let (scale, bias) = self.lines.get(number).at(grams);
        let scales = self.vectorizer.scales();
        let per_gram = scale * length_scale(grams);
        let contributions = found
            .0
            .into_iter()
            .map(|(evidence, span, row)| {
                let entry = f64::from(self.model.entry(row, number));
                let (span, factor) = match evidence {
                    Evidence::Gram(block) => (span, per_gram * f64::from(scales[block as usize])),
                    Evidence::Style(_) => (0..text.len(), scale),
                };
                Contribution {
                    span,
                    evidence,
                    logit: entry * factor,
                }
            })
            .collect();
        Explanation {
            bias,
            contributions,
        }
    }
}

struct Found(Vec<(Evidence, Range<usize>, usize)>);

impl Sink for Found {
    type Sums = ();

    fn gram(&mut self, block: Block, row: usize, span: impl FnOnce() -> Range<usize>) {
        self.0.push((Evidence::Gram(block), span(), row));
    }

    fn style(&mut self, style: Style, row: usize) {
        self.0.push((Evidence::Style(style), 0..0, row));
    }
}
