//! What the detector says of one text.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use crate::claims::{Match, Outcome, Stance};
use crate::election::{Findings, Phase, Recommendation, Topic};
use crate::named::{read_by_name, shown_by_name};

/// What a model found in one text. It is a calibrated risk, not a verdict of
/// truth: style and wording cannot verify facts.
///
/// A model has several heads, each of which answers one question about a text. Every
/// model has the head `hoax`; the answer of any other is `None` if the model lacks it. A
/// head whose name is none of those below is not part of an assessment:
/// [`Detector::explain_head`](crate::Detector::explain_head) answers for it.
///
/// As JSON, for a log: `hoax`, `election`, `debunk` ([`Score`]s, null if the model
/// cannot say), `verdict`, `words`, `topics` and `phases` (a [`Score`] for each that the
/// model has, by name; `sara` is a topic), and `clarification` if there is one (a
/// [`Match`], whose spans are objects with `start` and `end`). Which text it was, which
/// model answered ([`Model::digest`](crate::Model::digest)) and at which base rate
/// ([`Detector::base_rate`](crate::Detector::base_rate)) is for the log to add.
/// It is not read back: an answer is of a model.
///
/// ```
/// let detector = hoaks::Detector::pretrained();
/// let answer = detector.assess("Jadwal TPS ada di situs KPU");
/// let entry = serde_json::json!({
///     "id": "post-1", "model": detector.model().digest(),
///     "base_rate": detector.base_rate(), "answer": answer,
/// });
/// assert_eq!(entry["answer"]["verdict"], answer.verdict().name());
/// assert_eq!(entry["answer"]["hoax"]["probability"], answer.hoax().probability());
/// ```
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
    /// How likely the text is misinformation, judged by its wording alone. If it repeats a
    /// known claim, that changes [`Assessment::verdict`] but not this.
    #[must_use]
    pub fn hoax(&self) -> Score {
        self.hoax
    }

    /// The probability in words. If it lies strictly between the two numbers of
    /// [`Head::abstain`](crate::model::Head::abstain), 0.2 and 0.6 in the embedded model,
    /// the detector abstains: [`Verdict::Uncertain`].
    ///
    /// What else is known of the text goes before its probability:
    ///
    /// * A text that itself clarifies a claim is never [`Verdict::Likely`], whatever it
    ///   quotes. It counts as such if `debunk` is at least the upper number of
    ///   `Head::abstain` of that head, 0.5 in the embedded model.
    /// * A text that seems to deny a claim which was refuted is [`Verdict::Uncertain`].
    /// * Any other text that repeats a claim which was refuted is [`Verdict::Likely`],
    ///   whatever its style, unless it only asks ([`Match::stance`]) or has other words in
    ///   the place of some of the claim's ([`Match::rewords`]).
    /// * A text that repeats a claim which was not confirmed is never
    ///   [`Verdict::Unlikely`]: see [`Assessment::clarification`].
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Number of words the answer is based on, which masked names are not among. If it is
    /// 0, the verdict is [`Verdict::Uncertain`].
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

    /// The topics that it is at least as likely about as not.
    fn likely_topics(&self) -> impl Iterator<Item = (Topic, Score)> {
        self.topics().filter(|(_, score)| score.is_at_least_even())
    }

    /// The one that it is most likely about.
    pub(super) fn likely_topic(&self) -> Option<Topic> {
        let topics = self.likely_topics();
        let best = topics.max_by(|a, b| a.1.logit.total_cmp(&b.1.logit));
        best.map(|(topic, _)| topic)
    }

    /// How likely the text is from each phase of an election that the model knows, by its
    /// wording. Each phase has a head of its own, so they need not add up to 1.
    pub fn phases(&self) -> impl Iterator<Item = (Phase, Score)> {
        Phase::EACH
            .into_iter()
            .zip(self.phases)
            .filter_map(|(phase, score)| Some((phase, score.score()?)))
    }

    /// The most likely of [`Assessment::phases`]. It is meant for texts without a
    /// date; with a date, [`Calendar::phase_on`](crate::election::Calendar::phase_on) knows
    /// better. `None` if `election` is below 0.5, or the model lacks one of the heads.
    #[must_use]
    pub fn phase(&self) -> Option<Phase> {
        if !self.election()?.is_at_least_even() {
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

    /// The clarification, among those of [`Detector::with_claims`], whose claim the text
    /// repeats ([`Match::repeats`]). Only the four matches with the best scores are looked
    /// at. Of several, one that was refuted and that the text asserts in the claim's words
    /// comes first, then any that was refuted, then one with an unclear outcome; among such
    /// the best score decides. A claim that was confirmed ([`Outcome::Confirmed`]) is none
    /// of them, but if the text repeats one as well, the checks disagree, and the match
    /// that is given has [`Outcome::Unclear`].
    /// [`Detector::clarification`] has the verdict and what is true instead.
    ///
    /// [`Detector::clarification`]: crate::Detector::clarification
    /// [`Detector::with_claims`]: crate::Detector::with_claims
    /// [`Outcome::Confirmed`]: crate::claims::Outcome::Confirmed
    #[must_use]
    pub fn clarification(&self) -> Option<&Match> {
        self.clarification.as_deref()
    }

    /// What a recommendation is based on, with the clarification if that refutes a claim.
    ///
    /// Two fields are left for the caller to set:
    ///
    /// * [`Findings::links`] is false. A [`TokenKind::Url`](crate::text::TokenKind::Url) is
    ///   a link; leave out those that nobody should be asked to block, such as the site of
    ///   the KPU.
    /// * [`Findings::phase`] is `None`. Set it by the day of the text
    ///   ([`Calendar::phase_on`](crate::election::Calendar::phase_on)): what the wording
    ///   suggests ([`Assessment::phase`]) is too uncertain to act on.
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
            asked: refuted.is_some_and(|found| found.stance == Stance::Asks),
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

    /// The theme of the counter-message programme that fits, and a message to answer the
    /// text with, both in Indonesian. They are those of the most likely topic if that has a
    /// probability of 0.5 or more, else the advice to check before sharing.
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

/// The answer of one head: a calibrated probability, kept as its log-odds.
///
/// Serialised as `logit` and `probability`.
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

    /// Calibrated probability, in 0..=1; computed from the logit at each call.
    #[must_use]
    pub fn probability(&self) -> f64 {
        1.0 / (1.0 + libm::exp(-self.logit))
    }

    /// Whether the probability is at least 0.5, for which no exponential is needed.
    fn is_at_least_even(self) -> bool {
        self.logit >= 0.0
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

/// An `Option<Score>` in half the space, for heads that a model may lack.
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
    /// All verdicts, from likely to unlikely.
    pub const ALL: &'static [Self] = &[Self::Likely, Self::Uncertain, Self::Unlikely];

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

read_by_name!(Verdict, "likely, uncertain or unlikely");
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
