//! What to look at first.

use serde::{Deserialize, Serialize};

use crate::election::calendar::Phase;
use crate::election::recommendation::{DEBUNK, ELECTION, Findings, Reason, SARA, signs};

/// Risk of a text that repeats a clarified claim, at least.
const CLARIFIED: f64 = 0.9;
/// Share of the risk that counts for a text that is not about an election.
const ELSEWHERE: f64 = 0.25;
/// Factor for claims about voting or counting while that is under way.
const POLLING: f64 = 1.5;
/// Factor for claims about voting or counting before the day.
const BEFORE: f64 = 1.2;
/// Factor for hostility to a group.
const HOSTILE: f64 = 1.25;
/// Factor for what seems to deny a clarified claim.
const DENIED: f64 = 0.25;
/// Factor for each doubling of the number of posts.
const DOUBLING: f64 = 0.25;

/// How soon a person should look at a text, and why.
///
/// It orders a queue and has no other meaning: it is no probability.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Priority {
    /// 0 and more; finite.
    pub score: f64,
    /// What made it high or low; no reason contradicts the numbers, as in
    /// [`Recommendation::new`](crate::election::Recommendation::new).
    pub reasons: Vec<Reason>,
}

impl Priority {
    /// The priority of a text that `posts` posts carry; 0 counts as 1.
    ///
    /// It is the product of
    ///
    /// * the risk: `hoax`, but at least 0.9 if the text repeats a clarified claim; this
    ///   times `1 - debunk`, and times 0.25 if it seems to deny the claim;
    /// * the subject: `0.25 + 0.75 * election`;
    /// * the time, for claims about taking part, the right to vote and the
    ///   administration: 1.5 while votes are cast and counted, 1.2 before;
    /// * 1.25 if it is hostile to a group (`sara` of 0.8 and more);
    /// * the spread: `1 + log2(posts) / 4`.
    ///
    /// ```
    /// use hoaks::election::{Findings, Priority};
    ///
    /// let mut findings = Findings::default();
    /// (findings.hoax, findings.election) = (0.6, 1.0);
    /// let once = Priority::new(&findings, 1).score;
    /// assert!((once - 0.6).abs() < 1e-12);
    /// assert!((Priority::new(&findings, 16).score - 2.0 * once).abs() < 1e-12);
    /// ```
    #[must_use]
    pub fn new(findings: &Findings, posts: u64) -> Self {
        let mut reasons: Vec<Reason> = signs(findings).into_iter().collect();
        // NaN counts as 0.
        let known = |probability: f64| {
            if probability > 0.0 {
                probability.min(1.0)
            } else {
                0.0
            }
        };
        let mut risk = known(findings.hoax);
        if let Some(id) = &findings.clarification {
            risk = risk.max(CLARIFIED);
            reasons.push(Reason::Clarified(id.clone()));
        }
        let mut doubt = 1.0;
        if findings.deny_a_claim() {
            reasons.push(Reason::Denies);
            doubt = DENIED;
        }
        if findings.ask_about_a_claim() {
            reasons.push(Reason::Asks);
        }
        let debunk = known(findings.debunk);
        if debunk >= DEBUNK {
            reasons.push(Reason::Debunk);
        }
        let election = known(findings.election);
        if election < ELECTION {
            reasons.push(Reason::NotElection);
        }
        let about_voting = findings.are_about_voting();
        let time = match findings.phase {
            Some(Phase::During) if about_voting => {
                reasons.push(Reason::PollingUnderWay);
                POLLING
            }
            Some(Phase::Before) if about_voting => BEFORE,
            _ => 1.0,
        };
        let hostile = if findings.sara >= SARA {
            reasons.push(Reason::Sara);
            HOSTILE
        } else {
            1.0
        };
        let posts = posts.max(1);
        if posts > 1 {
            reasons.push(Reason::Spread(posts));
        }
        let spread = 1.0 + DOUBLING * libm::log2(posts as f64);
        let subject = ELSEWHERE + (1.0 - ELSEWHERE) * election;
        Self {
            score: risk * doubt * (1.0 - debunk) * subject * time * hostile * spread,
            reasons,
        }
    }
}
