//! The facade: text to [`Assessment`].

mod assessment;
mod batch;
mod explain;
mod indonesian;
mod known;
mod memo;
mod page;
mod pretrained;
mod rendering;
mod score;

pub use assessment::{Assessment, Score, Verdict};
pub use explain::{Contribution, Evidence, Explanation};

use std::sync::Arc;

use crate::claims::ClaimIndex;
use crate::election::Topic;
use crate::error::{Error, ErrorKind};
use crate::features::Vectorizer;
use crate::model::{Head, Model};

/// Reads texts with one model; made once, used by shared reference from any
/// number of threads.
///
/// ```
/// let detector = hoaks::Detector::pretrained();
/// let assessment = detector.assess("VIRAL!! surat suara sudah tercoblos, sebarkan!");
/// assert!((0.0..=1.0).contains(&assessment.hoax().probability()));
/// println!("{:?}", assessment.verdict());
/// ```
#[derive(Debug, Clone)]
pub struct Detector {
    model: Model,
    vectorizer: Vectorizer,
    /// Column of the head `hoax`.
    hoax: usize,
    others: Others,
    /// Added to the logit of `hoax`: 0, or the change of base rate.
    prior_shift: f64,
    claims: Option<Arc<ClaimIndex>>,
}

/// Columns of the heads that a model may have beside `hoax`.
#[derive(Debug, Clone)]
struct Others {
    election: Option<usize>,
    debunk: Option<usize>,
    /// In the order of [`Topic::ALL`].
    topics: [Option<usize>; 6],
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
        let others = Others {
            election: column("election"),
            debunk: column("debunk"),
            topics: Topic::ALL.map(|topic| column(topic.name())),
        };
        Ok(Self {
            model,
            vectorizer,
            hoax,
            others,
            prior_shift: 0.0,
            claims: None,
        })
    }

    /// The same detector for texts of which a share `base_rate` is
    /// misinformation.
    ///
    /// Probabilities are calibrated to the share in the model's calibration
    /// data ([`Head::base_rate`]). Where misinformation is rarer or more common
    /// the odds are multiplied by the ratio of the prior odds (Elkan, "The
    /// foundations of cost-sensitive learning", 2001), which is a shift of the
    /// logit; the order of texts stays the same.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Parameter`] unless `base_rate` is strictly between 0 and 1.
    pub fn with_base_rate(mut self, base_rate: f64) -> Result<Self, Error> {
        if !(base_rate > 0.0 && base_rate < 1.0) {
            return Err(Error::new(ErrorKind::Parameter {
                name: "base_rate",
                value: base_rate,
                allowed: "more than 0 and less than 1",
            }));
        }
        let log_odds = |p: f64| libm::log(p) - libm::log1p(-p);
        let trained = self.head().map_or(0.5, |head| head.base_rate);
        self.prior_shift = log_odds(base_rate) - log_odds(trained);
        Ok(self)
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

    fn head(&self) -> Option<&Head> {
        self.model.card().heads.get(self.hoax)
    }
}
