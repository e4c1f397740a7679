//! What the detector says of one text.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use crate::claims::{Match, Outcome, Stance};
use crate::election::{Findings, Phase, Recommendation, Topic};
use crate::named::shown_by_name;

/// What a model found in one text. It is a calibrated risk, not a verdict of
/// truth: style and wording cannot verify facts.
///
/// Only the head `hoax` is in every model; what the others ask is `None` if the
/// model cannot say.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Assessment {
    pub(crate) hoax: Score,
    pub(crate) verdict: Verdict,
    pub(crate) words: usize,
    pub(crate) election: Answer,
    pub(crate) debunk: Answer,
    /// In the order of [`Topic::ALL`].
    #[serde(serialize_with = "by_topic")]
    pub(crate) topics: [Answer; 6],
    /// In the order of [`Phase::ALL`].
    #[serde(serialize_with = "by_phase")]
    pub(crate) phases: [Answer; 3],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) clarification: Option<Box<Match>>,
}

impl Assessment {
    /// How likely the text is misinformation, by its wording alone: that it repeats a
    /// known claim changes [`Assessment::verdict`] and not this.
    #[must_use]
    pub fn hoax(&self) -> Score {
        self.hoax
    }

    /// The probability in words, with a band in which the detector abstains: strictly
    /// between the two numbers of [`Head::abstain`](crate::model::Head::abstain), 0.2
    /// and 0.6 in the embedded model, it is [`Verdict::Uncertain`].
    ///
    /// A text that clarifies a claim (`debunk` of at least the upper one of these numbers
    /// of its own head, 0.5 in the embedded model) is never [`Verdict::Likely`], whatever
    /// it quotes, nor one that seems to deny a claim which was refuted. Any
    /// other that repeats such a claim is, whatever its style, unless it asks
    /// ([`Match::stance`]). No text that repeats a claim which was not confirmed is
    /// [`Verdict::Unlikely`]: see [`Assessment::clarification`].
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

    /// How likely the text is about an election at all.
    #[must_use]
    pub fn election(&self) -> Option<Score> {
        self.election.score()
    }

    /// How likely the text itself clarifies or checks a claim.
    #[must_use]
    pub fn debunk(&self) -> Option<Score> {
        self.debunk.score()
    }

    /// How likely the text is hostile to a group of ethnicity, religion or
    /// race; the same as the topic of that name.
    #[must_use]
    pub fn sara(&self) -> Option<Score> {
        self.topics()
            .find(|(topic, _)| *topic == Topic::Sara)
            .map(|(_, score)| score)
    }

    /// How likely the text is about each topic that the model knows; several
    /// may be.
    pub fn topics(&self) -> impl Iterator<Item = (Topic, Score)> {
        Topic::EACH
            .into_iter()
            .zip(self.topics)
            .filter_map(|(topic, score)| Some((topic, score.score()?)))
    }

    /// Those that it is more likely on than not.
    fn likely_topics(&self) -> impl Iterator<Item = (Topic, Score)> {
        self.topics()
            .filter(|(_, score)| score.probability() >= 0.5)
    }

    /// The one that it is most likely about.
    pub(super) fn likely_topic(&self) -> Option<Topic> {
        let topics = self.likely_topics();
        let best = topics.max_by(|a, b| a.1.probability().total_cmp(&b.1.probability()));
        best.map(|(topic, _)| topic)
    }

    /// The phase of an election that the wording suggests, for texts without a
    /// date ([`Calendar::phase_on`](crate::election::Calendar::phase_on) knows
    /// better if there is one). `None` if the text is not likely about an
    /// election, or the model cannot say.
    #[must_use]
    pub fn phase(&self) -> Option<Phase> {
        if self.election()?.probability() < 0.5 {
            return None;
        }
        let [before, during, after] = self.phases;
        let scores = [before.score()?, during.score()?, after.score()?];
        let [before, during, after] = scores.map(|score| score.logit);
        Some(if before >= during && before >= after {
            Phase::Before
        } else if during >= after {
            Phase::During
        } else {
            Phase::After
        })
    }

    /// The best match among the clarifications of [`Detector::with_claims`] whose
    /// claim the text repeats ([`Match::repeats`]) and which was not confirmed
    /// ([`Outcome::Confirmed`]), if it is one of the four best of all; those that were
    /// refuted come before others. Where the text repeats a claim that was confirmed as
    /// well, this match is [`Outcome::Unclear`].
    /// [`Detector::clarification`] has the verdict and what is true instead.
    ///
    /// [`Detector::clarification`]: crate::Detector::clarification
    /// [`Detector::with_claims`]: crate::Detector::with_claims
    /// [`Outcome::Confirmed`]: crate::claims::Outcome::Confirmed
    #[must_use]
    pub fn clarification(&self) -> Option<&Match> {
        self.clarification.as_deref()
    }

    /// The numbers a recommendation rests on, with the clarification if it refutes.
    /// Two are for the caller: [`Findings::links`] is false until it is set (a
    /// [`TokenKind::Url`](crate::text::TokenKind::Url) is one; leave out what nobody
    /// should be asked to block, such as the site of the KPU), and
    /// [`Findings::phase`] is `None` until it is set by the text's day
    /// ([`Calendar::phase_on`](crate::election::Calendar::phase_on)): that the wording
    /// suggests one ([`Assessment::phase`]) is too little to act on.
    #[must_use]
    pub fn findings(&self) -> Findings {
        let probability = |score: Option<Score>| score.map_or(0.0, |score| score.probability());
        let is_refuted = |found: &&Match| found.outcome == Outcome::Refuted;
        let refuted = self.clarification().filter(is_refuted);
        Findings {
            hoax: self.hoax.probability(),
            flagged: match self.verdict {
                Verdict::Likely => Some(true),
                Verdict::Unlikely => Some(false),
                Verdict::Uncertain => None,
            },
            election: probability(self.election()),
            debunk: probability(self.debunk()),
            sara: probability(self.sara()),
            topics: self.likely_topics().map(|(topic, _)| topic).collect(),
            clarification: refuted.map(|found| found.id.clone()),
            denied: refuted.is_some_and(|found| found.stance == Stance::Denies),
            ..Findings::default()
        }
    }

    /// What the text alone suggests, or the text and its `phase` if that is known. Never
    /// [`Action::ReviewBlocking`](crate::election::Action::ReviewBlocking), as links are
    /// not looked for; more by [`Assessment::findings`].
    ///
    /// ```
    /// let detector = hoaks::Detector::pretrained();
    /// let advice = detector.assess("Jadwal TPS ada di situs KPU").recommendation(None);
    /// assert!(!advice.action.is_sanction());
    /// ```
    #[must_use]
    pub fn recommendation(&self, phase: Option<Phase>) -> Recommendation {
        let mut findings = self.findings();
        findings.phase = phase;
        Recommendation::new(&findings)
    }

    /// Theme of the counter-message programme, and what an answer to the text
    /// should say, in Indonesian: of the most likely topic from 0.5 on, else
    /// to check before sharing.
    #[must_use]
    pub fn counter_message(&self) -> (&'static str, &'static str) {
        self.likely_topic().map_or(
            (
                "Periksa faktanya",
                "Jangan sebarkan sebelum diperiksa; cari klarifikasi dari pemeriksa fakta atau lembaga yang berwenang.",
            ),
            |topic| (topic.theme(), topic.counter_message()),
        )
    }
}

fn by_topic<S: Serializer>(answers: &[Answer; 6], serializer: S) -> Result<S::Ok, S::Error> {
    by_name(Topic::EACH.map(Topic::name), answers, serializer)
}

fn by_phase<S: Serializer>(answers: &[Answer; 3], serializer: S) -> Result<S::Ok, S::Error> {
    by_name(Phase::EACH.map(Phase::name), answers, serializer)
}

/// A map of the heads that the model has.
fn by_name<const N: usize, S: Serializer>(
    names: [&str; N],
    answers: &[Answer; N],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let answers = names.into_iter().zip(answers);
    serializer.collect_map(answers.filter_map(|(name, answer)| Some((name, answer.score()?))))
}

/// The answer of one head.
///
/// Serialised as its logit and its probability.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Score {
    pub(crate) logit: f64,
}

impl Score {
    pub(crate) fn from_logit(logit: f64) -> Self {
        Self { logit }
    }

    /// Calibrated log-odds; finite.
    #[must_use]
    pub fn logit(&self) -> f64 {
        self.logit
    }

    /// Calibrated probability, in 0..=1; found when it is asked for.
    #[must_use]
    pub fn probability(&self) -> f64 {
        1.0 / (1.0 + libm::exp(-self.logit))
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Score", 2)?;
        fields.serialize_field("logit", &self.logit)?;
        fields.serialize_field("probability", &self.probability())?;
        fields.end()
    }
}

/// An `Option<Score>` of half the size: of a head that a model may lack.
#[derive(Clone, Copy)]
pub(crate) struct Answer(f64);

impl Answer {
    /// No logit is a NaN.
    const NONE: Self = Self(f64::NAN);

    pub(super) fn new(logit: Option<f64>) -> Self {
        logit.map_or(Self::NONE, Self)
    }

    #[inline]
    pub(super) fn score(self) -> Option<Score> {
        (!self.0.is_nan()).then_some(Score { logit: self.0 })
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.score().fmt(f)
    }
}

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        self.score() == other.score()
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.score().serialize(serializer)
    }
}

/// What a probability amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

shown_by_name!(Verdict);

#[cfg(test)]
mod tests {
    use super::*;

    /// Half the size changes nothing that is seen.
    #[test]
    fn an_answer_is_an_optional_score() {
        assert_eq!(2 * size_of::<Answer>(), size_of::<Option<Score>>());
        for logit in [None, Some(-2.5), Some(0.0), Some(f64::INFINITY)] {
            let (answer, score) = (Answer::new(logit), logit.map(Score::from_logit));
            assert_eq!(answer.score(), score);
            assert_eq!(format!("{answer:?}"), format!("{score:?}"));
            let json = serde_json::to_string(&answer).unwrap();
            assert_eq!(json, serde_json::to_string(&score).unwrap());
            assert!(answer == Answer::new(logit) && answer != Answer::new(Some(1.0)));
        }
    }
}
