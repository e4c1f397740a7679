//! What the detector says of one text.

use serde::Serialize;

/// What a model found in one text. It is a calibrated risk, not a verdict of
/// truth: style and wording cannot verify facts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Assessment {
    pub(crate) hoax: Score,
    pub(crate) verdict: Verdict,
    pub(crate) words: usize,
}

impl Assessment {
    /// How likely the text is misinformation.
    #[must_use]
    pub fn hoax(&self) -> Score {
        self.hoax
    }

    /// The probability in words, with a band in which the detector abstains.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Number of words the answer rests on; with none the answer is
    /// [`Verdict::Uncertain`].
    #[must_use]
    pub fn words(&self) -> usize {
        self.words
    }
}

/// The answer of one head.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Score {
    pub(crate) logit: f64,
    pub(crate) probability: f64,
}

impl Score {
    pub(crate) fn from_logit(logit: f64) -> Self {
        Self {
            logit,
            probability: 1.0 / (1.0 + libm::exp(-logit)),
        }
    }

    /// Calibrated log-odds; finite.
    #[must_use]
    pub fn logit(&self) -> f64 {
        self.logit
    }

    /// Calibrated probability, in 0..=1.
    #[must_use]
    pub fn probability(&self) -> f64 {
        self.probability
    }
}

/// What a probability amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Verdict {
    /// Likely misinformation: worth a fact-checker's time first.
    Likely,
    /// Too close to call, or nothing to go by. A person has to look.
    Uncertain,
    /// Shows no signs of misinformation, which does not make it true.
    Unlikely,
}

impl Verdict {
    /// Lower-case name, as serialised.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Likely => "likely",
            Self::Uncertain => "uncertain",
            Self::Unlikely => "unlikely",
        }
    }
}
