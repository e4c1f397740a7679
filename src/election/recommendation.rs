//! From numbers to a suggestion, with its reasons.

use serde::{Deserialize, Serialize};

use crate::election::calendar::Phase;
use crate::election::topic::Topic;
use crate::named::shown_by_name;

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

/// What is known about a text. Probabilities are calibrated, in 0..=1; one that
/// is not known stays 0, NaN counts as 0.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[non_exhaustive]
pub struct Findings {
    /// That it is misinformation.
    pub hoax: f64,
    /// What the detector commits itself to: misinformation, not
    /// misinformation, or (`None`) neither, which is also the default.
    pub flagged: Option<bool>,
    /// That it is about an election at all.
    pub election: f64,
    /// That the text itself clarifies a claim.
    pub debunk: f64,
    /// That it is hostile to a group of ethnicity, religion or race.
    pub sara: f64,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// Phase of the election on the day of the text; `None` if that is not known.
    pub phase: Option<Phase>,
    /// Whether it has a link, to something that might be blocked.
    pub links: bool,
    /// Which published clarification refutes it, or what it denies.
    pub clarification: Option<String>,
    /// Whether it seems to deny the claim that this clarification refutes.
    pub denied: bool,
}

impl Findings {
    /// Whether the text seems to deny a claim that a clarification refutes.
    pub(super) fn deny_a_claim(&self) -> bool {
        self.denied && self.clarification.is_some()
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
    /// Nothing.
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

shown_by_name!(Action);

/// Why.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// Shows no signs of misinformation.
    NoSigns,
    /// Its wording looks like misinformation.
    LikelyMisinformation,
    /// Cannot be told from the text: the score is too close to call, there is nothing
    /// to go by, or a claim that was checked without a clear result speaks against it.
    Uncertain,
    /// Seems to clarify a claim itself.
    Debunk,
    /// Seems to deny a claim that has been clarified.
    Denies,
    /// Seems not to be about an election.
    NotElection,
    /// Seems hostile to a group.
    Sara,
    /// It has the wording of a claim that has been clarified, here. A text that
    /// denies the claim may have it as well.
    Clarified(String),
    /// No clarification is known that refutes it.
    NotClarified,
    /// The claim is about voting or counting, and that is under way by
    /// [`Findings::phase`].
    PollingUnderWay,
    /// Links to something.
    Links,
    /// So many posts carry it.
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

shown_by_name!(Addressee);

/// A suggestion. It does nothing; see [`Recommendation::proposal`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Recommendation {
    /// What somebody might do.
    pub action: Action,
    /// Whether a person has to look at the text before anything else.
    pub needs_human: bool,
    /// Why.
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
    /// In this order, the first that holds:
    ///
    /// 1. A text that clarifies (0.5) is left alone if the detector finds no signs in
    ///    it and it is not hostile to a group (0.8); else a person looks, as `[SALAH]`
    ///    in front of a lie makes it no clarification: at the claim it repeats, too, if
    ///    that has been clarified. It is never to be removed.
    /// 2. A text that seems to deny a clarified claim: monitor, a person looks, as
    ///    *bukan* in front of a lie is no denial either. It is never to be removed.
    /// 3. A text that repeats a clarified claim is to be answered with that
    ///    clarification, flagged or not, about an election or not, and a person
    ///    looks. What else may follow for a flagged text is said below.
    /// 4. If the detector abstains, or a text it does not flag is hostile to a
    ///    group (0.8): monitor, a person looks.
    /// 5. A text it does not flag is left alone.
    /// 6. A flagged text that is not about an election (0.5): monitor, a person
    ///    looks.
    /// 7. A flagged text about an election is to be clarified, and a person
    ///    looks. Removal is worth a review if the claim has been clarified and
    ///    misinformation is at least 0.9 likely; without a clarification only
    ///    at 0.95, and only if the text is also hostile to a group, or is about
    ///    taking part, the right to vote or the administration while votes are cast
    ///    and counted.
    /// 8. Blocking is worth a review only if the claim has been clarified,
    ///    misinformation is at least 0.95 likely, and the text has a link:
    ///    there is nothing else to block.
    ///
    /// Who should hear of it:
    ///
    /// * A fact-checker, of all that a person should look at, unless the text is only
    ///   hostile to a group: neither flagged, nor like a clarified claim, nor a
    ///   clarification.
    /// * By rule 7 the KPU, if taking part, the right to vote or the administration is
    ///   among its topics, and Bawaslu, if another one is.
    /// * Bawaslu and the platform, of a removal; the operator besides, of a block.
    /// * Bawaslu, always, of hostility to a group.
    ///
    /// Reasons do not contradict the numbers: where a clarified claim is all that
    /// speaks for a flag (`hoax` under 0.5), or where the detector abstains about a text
    /// that clarifies it, denies it or asks, it is the reason, and
    /// [`Reason::LikelyMisinformation`] and [`Reason::Uncertain`] are not.
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
