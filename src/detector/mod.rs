//! The facade: text to [`Assessment`].
//!
//! # What an assessment costs
//!
//! One pass: a text is cut into tokens, those are folded to words, and each
//! word is looked up among the words that the thread has met; what is left to
//! find is its pair with the word before. A word that is new is hashed with all
//! its character runs: 21 of them for eight letters. Nanoseconds a word between
//! blanks, on one core of a server shared with others, which moves them by a half (a
//! word and its blank take 7 bytes, 9 in the last column):
//!
//! | stage | posts | long texts | words that are all new |
//! |---|---:|---:|---:|
//! | cutting into tokens alone | 23 | 20 | 7.9 |
//! | folded words, each with its span and in a string | 262 | 167 | 114 |
//! | an assessment by all twelve heads | 95 | 62 | 660 |
//! | the same, and all probabilities asked | 101 | 72 | 805 |
//! | every feature computed into a vector, none remembered | 759 | 427 | 827 |
//!
//! So a stream of texts that share few words is several times slower than one that
//! repeats them: a new word takes seven to ten times as long. Posts and long texts
//! here are of some 5,600 words, all of which are remembered. The probabilities are not part of it: [`Score::probability`] takes an
//! exponential when it is asked.
//!
//! What bounds it: instructions and branches that cannot be predicted, as long
//! as the common words (64 bytes each) and the rows of common pairs stay in the
//! second-level cache. The table of the embedded model takes 4 MB, of which
//! words that are remembered need the half for pairs, and the memo of a large
//! vocabulary 4 MB; what odd tokens fold to takes 1 MB more at most.
//!
//! How it grows: linear in the length of the text (122 to 162 MiB/s for 100 kB, 1 MB
//! and 10 MB; 97 for 100 bytes); hardly with the number of heads from 2 to 16, which lie
//! side by side and are added at once (twelve take 1.09 times what one does, for which sums
//! have one lane); with table size only by cache misses (2^22 rows take 1.5 times what 2^16
//! do where words are remembered, twice where they are new); with threads hardly, as they share nothing that is written
//! to but the caches of the machine.
//!
//! ```text
//! cargo bench --bench scoring -- stages     # time of a word, by stage; new words
//! cargo bench --bench scoring -- length     # 100 bytes to 10 MB
//! cargo bench --bench scoring -- heads
//! cargo bench --bench scoring -- table      # 2^16 to 2^22 rows
//! cargo bench --bench scoring -- process    # from the start of a process
//! ```

mod assessment;
mod batch;
mod explain;
mod indonesian;
mod known;
mod lines;
mod memo;
mod page;
mod pretrained;
mod rendering;
mod score;
mod sums;
mod worker;

pub use assessment::{Assessment, Score, Verdict};
pub use explain::{Contribution, Evidence, Explanation};

use std::fmt;
use std::sync::Arc;

use crate::claims::ClaimIndex;
use crate::detector::lines::{Line, Lines};
use crate::election::{Phase, Topic};
use crate::error::{Error, ErrorKind};
use crate::features::Vectorizer;
use crate::model::{Model, log_odds};

/// Reads texts with one model; made once, used by shared reference from any
/// number of threads. A clone shares the claims, and the weights of the embedded model;
/// those of a model that was loaded are copied, some megabytes.
///
/// ```
/// let detector = hoaks::Detector::pretrained();
/// let assessment = detector.assess("VIRAL!! surat suara sudah tercoblos, sebarkan!");
/// assert!((0.0..=1.0).contains(&assessment.hoax().probability()));
/// println!("{:?}", assessment.verdict());
/// ```
#[derive(Clone)]
pub struct Detector {
    model: Model,
    vectorizer: Vectorizer,
    /// Column of the head `hoax`.
    hoax: usize,
    /// Of `hoax`.
    base_rate: f64,
    others: Others,
    lines: Lines,
    limits: Limits,
    claims: Option<Arc<ClaimIndex>>,
}

impl fmt::Debug for Detector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Detector")
            .field("model", &self.model)
            .field("base_rate", &self.base_rate)
            .field("claims", &self.claims)
            .finish_non_exhaustive()
    }
}

/// Logits that decide about the verdict: those of the card's probabilities, so
/// that no exponential is needed to compare.
#[derive(Debug, Clone, Copy)]
struct Limits {
    /// Of `hoax`, at most.
    unlikely: f64,
    /// Of `hoax`, at least.
    likely: f64,
    /// Of `debunk`, at least.
    refutes: f64,
}

/// Columns of the heads that a model may have beside `hoax`.
#[derive(Debug, Clone)]
struct Others {
    election: Option<usize>,
    debunk: Option<usize>,
    /// In the order of [`Topic::ALL`].
    topics: [Option<usize>; 6],
    /// In the order of [`Phase::ALL`].
    phases: [Option<usize>; 3],
}

impl Detector {
    /// A detector that reads with `model`.
    ///
    /// # Errors
    ///
    /// None for a [`Model`] that was loaded; the signature leaves room for
    /// models that a build cannot serve.
    pub fn new(model: Model) -> Result<Self, Error> {
        let card = model.card();
        let vectorizer = Vectorizer::new(card.bits, card.scales)?;
        let column = |name: &str| card.heads.iter().position(|head| head.name == name);
        let hoax = column("hoax").ok_or_else(|| {
            Error::new(ErrorKind::ModelFormat {
                problem: "has no head `hoax`".to_owned(),
            })
        })?;
        let base_rate = card.heads.get(hoax).map_or(0.5, |head| head.base_rate);
        let others = Others {
            election: column("election"),
            debunk: column("debunk"),
            topics: Topic::EACH.map(|topic| column(topic.name())),
            phases: Phase::EACH.map(|phase| column(phase.name())),
        };
        let lines = card
            .heads
            .iter()
            .map(|head| Line::new(head, head.base_rate));
        let abstain = |column: Option<usize>| {
            let head = column.and_then(|column| card.heads.get(column));
            head.map_or([0.0, 1.0], |head| head.abstain)
        };
        let [low, likely] = abstain(Some(hoax));
        let [_, refutes] = abstain(others.debunk);
        let limits = Limits {
            unlikely: log_odds(low),
            likely: log_odds(likely),
            refutes: log_odds(refutes),
        };
        Ok(Self {
            lines: Lines::new(lines.collect()),
            limits,
            model,
            vectorizer,
            hoax,
            base_rate,
            others,
            claims: None,
        })
    }

    /// The same detector for texts of which a share `base_rate` is
    /// misinformation.
    ///
    /// Probabilities are calibrated to the share in the model's calibration
    /// data ([`Head::base_rate`](crate::model::Head::base_rate)). Where
    /// misinformation is rarer or more common the odds are multiplied by the
    /// ratio of the prior odds (Elkan, "The foundations of cost-sensitive
    /// learning", 2001), which is a shift of the logit. The order of texts stays the
    /// same, and so do the probabilities at which [`Verdict`] changes: at a lower rate
    /// fewer texts are [`Verdict::Likely`]. Other heads are not touched. Called again
    /// it starts from the model, not from the last call.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Parameter`] unless `base_rate` is strictly between 0 and 1.
    pub fn with_base_rate(mut self, base_rate: f64) -> Result<Self, Error> {
        Error::check_fraction("base_rate", base_rate)?;
        if let Some(head) = self.model.card().heads.get(self.hoax) {
            self.lines = self.lines.with(self.hoax, Line::new(head, base_rate));
            self.base_rate = base_rate;
        }
        Ok(self)
    }

    /// The share of misinformation that the probabilities of `hoax` assume: that of
    /// [`Detector::with_base_rate`], else the model's. With the model's digest it says
    /// how a probability came about.
    #[must_use]
    pub fn base_rate(&self) -> f64 {
        self.base_rate
    }

    /// The model that answers.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// What reads texts for it.
    #[must_use]
    pub(crate) fn vectorizer(&self) -> &Vectorizer {
        &self.vectorizer
    }
}
