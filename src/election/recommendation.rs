//! From numbers to a suggestion, with its reasons.

use serde::{Deserialize, Serialize};

use crate::election::calendar::Phase;
use crate::election::topic::Topic;
use crate::named::{read_by_name, shown_by_name};

/// From here on a text counts as being about an election.
pub(super) const ELECTION: f64 = 0.5;
/// From here on a text counts as clarifying a claim itself.
pub(super) const DEBUNK: f64 = 0.5;
/// From here on a text counts as hostile to a group.
pub(super) const SARA: f64 = 0.8;
/// From here on a removal may be suggested.
const REVIEW: f64 = 0.9;
/// From here on the wording itself looks like misinformation, where a clarified
/// claim may have decided in its place.
const LOOKS_LIKE_IT: f64 = 0.5;
/// From here on it may be suggested although nobody has clarified the claim
/// yet, or the blocking of what the text links to if somebody has.
const SURE: f64 = 0.95;

/// What is known about a text. Probabilities are calibrated and in 0..=1; leave one that
/// is not known at 0. NaN counts as 0.
///
/// Written to a log beside the recommendation, it can be read back to see whether that
/// follows from it.
///
/// ```
/// use hoaks::election::{Findings, Recommendation};
///
/// let findings = hoaks::Detector::pretrained().assess("Jadwal TPS").findings();
/// let line = serde_json::to_string(&(&findings, Recommendation::new(&findings)))?;
/// let (findings, advice): (Findings, Recommendation) = serde_json::from_str(&line)?;
/// assert_eq!(Recommendation::new(&findings), advice);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Findings {
    /// Probability that it is misinformation.
    pub hoax: f64,
    /// The detector's verdict: `Some(true)` for misinformation, `Some(false)` for no signs
    /// of it, and `None`, the default, if it abstains.
    pub flagged: Option<bool>,
    /// Probability that it is about an election at all.
    pub election: f64,
    /// Probability that the text itself clarifies a claim.
    pub debunk: f64,
    /// Probability that it is hostile to a group of ethnicity, religion or race.
    pub sara: f64,
    /// The topics that it is about.
    pub topics: Vec<Topic>,
    /// Phase of the election on the day of the text; `None` if that is not known.
    pub phase: Option<Phase>,
    /// Whether it links to something that might be blocked.
    pub links: bool,
    /// Id of the published clarification that refutes the claim it repeats, even if it
    /// repeats the claim to deny it or to ask.
    pub clarification: Option<String>,
    /// Whether it seems to deny the claim of that clarification.
    pub denied: bool,
    /// Whether it seems to ask if that claim is true.
    pub asked: bool,
}

impl Findings {
    /// Whether the text seems to deny a claim that a clarification refutes.
    pub(super) fn deny_a_claim(&self) -> bool {
        self.denied && self.clarification.is_some()
    }

    /// Whether the text seems to ask about a claim that a clarification refutes.
    pub(super) fn ask_about_a_claim(&self) -> bool {
        self.asked && self.clarification.is_some()
    }

    /// Whether one of the topics is about voting or counting.
    pub(super) fn are_about_voting(&self) -> bool {
        self.topics.iter().any(|topic| topic.is_about_voting())
    }
}

/// What somebody might do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Action {
    /// Do nothing.
    Ignore,
    /// Watch whether it spreads.
    Monitor,
    /// Publish a clarification, or spread the one there is.
    Clarify,
    /// Look into asking the platform to remove it.
    ReviewTakedown,
    /// Look into asking for a block of what it links to.
    ReviewBlocking,
}

impl Action {
    /// All actions, from none to the gravest.
    pub const ALL: &'static [Self] = &[
        Self::Ignore,
        Self::Monitor,
        Self::Clarify,
        Self::ReviewTakedown,
        Self::ReviewBlocking,
    ];

    /// Name, as serialised.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ignore => "ignore",
            Self::Monitor => "monitor",
            Self::Clarify => "clarify",
            Self::ReviewTakedown => "review_takedown",
            Self::ReviewBlocking => "review_blocking",
        }
    }

    /// Whether it would take something away from somebody.
    #[must_use]
    pub fn is_sanction(self) -> bool {
        matches!(self, Self::ReviewTakedown | Self::ReviewBlocking)
    }
}

read_by_name!(
    Action,
    "ignore, monitor, clarify, review_takedown or review_blocking"
);
shown_by_name!(Action);

/// A reason for a recommendation or a priority.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// Shows no signs of misinformation.
    NoSigns,
    /// Its wording looks like misinformation.
    LikelyMisinformation,
    /// The text does not tell: its score is too close to call, it has no words to go by, or
    /// it repeats a claim whose check had no clear result.
    Uncertain,
    /// Seems to clarify a claim itself.
    Debunk,
    /// Seems to deny a claim that has been clarified.
    Denies,
    /// Seems to ask whether a claim is true that has been clarified.
    Asks,
    /// Seems not to be about an election.
    NotElection,
    /// Seems hostile to a group.
    Sara,
    /// Has the wording of a claim that the clarification with this id is about. A text
    /// that denies the claim may have it as well.
    Clarified(String),
    /// No clarification that refutes its claim is known.
    NotClarified,
    /// The claim is about voting or counting, and that is under way by
    /// [`Findings::phase`].
    PollingUnderWay,
    /// Links to something that might be blocked.
    Links,
    /// This many posts carry it.
    Spread(u64),
}

/// Who should hear of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Addressee {
    /// Somebody who checks claims and publishes what comes of it.
    FactChecker,
    /// The election commission.
    Kpu,
    /// The election supervisor.
    Bawaslu,
    /// The platform that carries the text.
    Platform,
    /// The network operator, for a block.
    Operator,
}

impl Addressee {
    /// All addressees.
    pub const ALL: &'static [Self] = &[
        Self::FactChecker,
        Self::Kpu,
        Self::Bawaslu,
        Self::Platform,
        Self::Operator,
    ];

    /// Name, as serialised.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FactChecker => "fact_checker",
            Self::Kpu => "kpu",
            Self::Bawaslu => "bawaslu",
            Self::Platform => "platform",
            Self::Operator => "operator",
        }
    }
}

read_by_name!(
    Addressee,
    "fact_checker, kpu, bawaslu, platform or operator"
);
shown_by_name!(Addressee);

/// A suggestion. It does nothing; see [`Recommendation::proposal`], which also checks one
/// that was read from a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Recommendation {
    /// What somebody might do.
    pub action: Action,
    /// Whether a person has to look at the text before anything else.
    pub needs_human: bool,
    /// Why this is suggested.
    pub reasons: Vec<Reason>,
    /// Who should hear of it.
    pub addressees: Vec<Addressee>,
}

/// What the wording shows, unless a clarified claim has decided in its place: then
/// the score would not bear it out.
pub(super) fn signs(findings: &Findings) -> Option<Reason> {
    let is_clarified = findings.clarification.is_some();
    match findings.flagged {
        Some(true) if !is_clarified || findings.hoax >= LOOKS_LIKE_IT => {
            Some(Reason::LikelyMisinformation)
        }
        Some(true) => None,
        Some(false) => Some(Reason::NoSigns),
        None if is_clarified => None,
        None => Some(Reason::Uncertain),
    }
}

/// The clarified claim as a reason.
fn clarified(findings: &Findings) -> Option<Reason> {
    findings.clarification.clone().map(Reason::Clarified)
}

impl Recommendation {
    /// What the findings suggest.
    ///
    /// A text *clarifies* if `debunk` is at least 0.5, is *hostile* if `sara` is at least
    /// 0.8, and is *about an election* if `election` is at least 0.5. By
    /// [`Findings::flagged`] it is *flagged* (`Some(true)`) or *not flagged*
    /// (`Some(false)`), or the detector abstains (`None`). The first of these rules that
    /// fits applies:
    ///
    /// 1. A text that clarifies is left alone if it is neither flagged nor hostile and the
    ///    detector does not abstain. Else it is monitored and a person looks, because
    ///    `[SALAH]` in front of a lie does not make a clarification of it; if it repeats a
    ///    clarified claim, that is named, too. Removal is never suggested.
    /// 2. A text that seems to deny a clarified claim is monitored and a person looks,
    ///    because *bukan* in front of a lie does not make a denial of it either. Removal is
    ///    never suggested.
    /// 3. A text that repeats a clarified claim is answered with that clarification,
    ///    flagged or not, about an election or not, and a person looks. If it is flagged
    ///    and about an election, rules 7 and 8 may add to this, unless it seems to ask
    ///    whether the claim is true: who asks is answered and nothing else.
    /// 4. A text about which the detector abstains, or that is hostile but not flagged, is
    ///    monitored and a person looks.
    /// 5. Any other text that is not flagged is left alone.
    /// 6. A flagged text that is not about an election is monitored and a person looks.
    /// 7. A flagged text about an election is clarified and a person looks. A removal may
    ///    be reviewed if its claim has been clarified and `hoax` is at least 0.9. Without a
    ///    clarification `hoax` must be at least 0.95, and the text must be hostile, or
    ///    about taking part, the right to vote or the administration while votes are cast
    ///    and counted.
    /// 8. A block may be reviewed if the claim has been clarified, `hoax` is at least 0.95,
    ///    and the text has a link, as there is nothing else to block.
    ///
    /// Who should hear of it:
    ///
    /// * A fact-checker, of every text that a person should look at, except one that is
    ///   hostile and nothing else: not flagged, repeating no clarified claim, clarifying
    ///   none.
    /// * By rule 7, the KPU if one of the topics is taking part, the right to vote or the
    ///   administration, and Bawaslu if one is another.
    /// * Bawaslu and the platform of a removal; of a block the network operator, too.
    /// * Bawaslu of every hostile text.
    ///
    /// Reasons do not contradict the numbers. Where a text is flagged only for a clarified
    /// claim (`hoax` is below 0.5), that claim is given as the reason and
    /// [`Reason::LikelyMisinformation`] is not. Where the detector abstains about a text
    /// that repeats a clarified claim, [`Reason::Uncertain`] is not given.
    #[must_use]
    pub fn new(findings: &Findings) -> Self {
        let mut advice = Self {
            action: Action::Ignore,
            needs_human: false,
            reasons: Vec::new(),
            addressees: Vec::new(),
        };
        let sara = findings.sara >= SARA;
        let clarifies = findings.debunk >= DEBUNK;
        if clarifies {
            advice.reasons.push(Reason::Debunk);
            if findings.flagged == Some(false) && !sara {
                return advice;
            }
        }
        advice.reasons.extend(signs(findings));
        if sara {
            advice.reasons.push(Reason::Sara);
        }
        match findings.flagged {
            _ if clarifies => {
                advice.reasons.extend(clarified(findings));
                advice.ask(Action::Monitor, &[Addressee::FactChecker]);
            }
            _ if findings.deny_a_claim() => {
                advice.reasons.push(Reason::Denies);
                advice.reasons.extend(clarified(findings));
                advice.ask(Action::Monitor, &[Addressee::FactChecker]);
            }
            _ if findings.ask_about_a_claim() => {
                advice.reasons.push(Reason::Asks);
                advice.reasons.extend(clarified(findings));
                advice.ask(Action::Clarify, &[Addressee::FactChecker]);
            }
            Some(true) if findings.election >= ELECTION => advice.flagged(findings, sara),
            flagged if findings.clarification.is_some() => {
                if flagged == Some(true) {
                    advice.reasons.push(Reason::NotElection);
                }
                advice.reasons.extend(clarified(findings));
                advice.ask(Action::Clarify, &[Addressee::FactChecker]);
            }
            Some(true) => {
                advice.reasons.push(Reason::NotElection);
                advice.ask(Action::Monitor, &[Addressee::FactChecker]);
            }
            None => advice.ask(Action::Monitor, &[Addressee::FactChecker]),
            Some(false) if sara => advice.ask(Action::Monitor, &[]),
            Some(false) => {}
        }
        if sara {
            advice.address(Addressee::Bawaslu);
        }
        advice
    }

    /// A flagged text about an election.
    fn flagged(&mut self, findings: &Findings, sara: bool) {
        self.ask(Action::Clarify, &[Addressee::FactChecker]);
        for topic in &findings.topics {
            self.address(match topic.is_about_voting() {
                true => Addressee::Kpu,
                false => Addressee::Bawaslu,
            });
        }
        let urgent = findings.phase == Some(Phase::During) && findings.are_about_voting();
        if urgent {
            self.reasons.push(Reason::PollingUnderWay);
        }
        let is_clarified = findings.clarification.is_some();
        let reason = clarified(findings).unwrap_or(Reason::NotClarified);
        self.reasons.push(reason);
        let removable = if is_clarified {
            findings.hoax >= REVIEW
        } else {
            findings.hoax >= SURE && (sara || urgent)
        };
        if !removable {
            return;
        }
        self.ask(
            Action::ReviewTakedown,
            &[Addressee::Bawaslu, Addressee::Platform],
        );
        if is_clarified && findings.links && findings.hoax >= SURE {
            self.reasons.push(Reason::Links);
            self.ask(Action::ReviewBlocking, &[Addressee::Operator]);
        }
    }

    fn ask(&mut self, action: Action, addressees: &[Addressee]) {
        self.action = action;
        self.needs_human = true;
        addressees.iter().for_each(|&who| self.address(who));
    }

    fn address(&mut self, who: Addressee) {
        if !self.addressees.contains(&who) {
            self.addressees.push(who);
        }
    }
}
