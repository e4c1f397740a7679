//! What a person should look at first.

use hoaks::election::{Findings, Phase, Priority, Reason, Topic};
use proptest::prelude::*;

fn findings(hoax: f64, election: f64) -> Findings {
    let mut findings = Findings::default();
    (findings.hoax, findings.election) = (hoax, election);
    findings
}

fn score(findings: &Findings, posts: u64) -> f64 {
    Priority::new(findings, posts).score
}

/// Each factor by hand.
#[test]
fn the_score_is_the_product_that_is_promised() {
    let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} {b}");
    let mut it = findings(0.8, 0.4);
    close(score(&it, 1), 0.8 * (0.25 + 0.75 * 0.4));
    it.debunk = 0.5;
    close(score(&it, 1), 0.5 * 0.8 * 0.55);
    it.debunk = 0.0;
    it.topics = vec![Topic::Administration];
    it.phase = Some(Phase::During);
    close(score(&it, 1), 0.8 * 0.55 * 1.5);
    it.phase = Some(Phase::Before);
    close(score(&it, 1), 0.8 * 0.55 * 1.2);
    it.topics = vec![Topic::Candidates];
    close(score(&it, 1), 0.8 * 0.55);
    it.sara = 0.8;
    close(score(&it, 8), 0.8 * 0.55 * 1.25 * 1.75);
    it.clarification = Some("cf-1".into());
    close(score(&it, 1), 0.9 * 0.55 * 1.25);
    it.hoax = 0.95;
    close(score(&it, 1), 0.95 * 0.55 * 1.25);
}

#[test]
fn what_counted_is_named() {
    let mut it = findings(0.3, 0.9);
    it.flagged = Some(true);
    it.topics = vec![Topic::Participation];
    it.phase = Some(Phase::During);
    it.clarification = Some("cf-1".into());
    it.sara = 0.9;
    // Not that it looks like misinformation: at 0.3 it does not.
    assert_eq!(
        Priority::new(&it, 7).reasons,
        [
            Reason::Clarified("cf-1".into()),
            Reason::PollingUnderWay,
            Reason::Sara,
            Reason::Spread(7),
        ]
    );
    it.hoax = 0.5;
    assert_eq!(
        Priority::new(&it, 7).reasons[0],
        Reason::LikelyMisinformation
    );
    let plain = Priority::new(&findings(0.3, 0.1), 1);
    assert_eq!(plain.reasons, [Reason::Uncertain, Reason::NotElection]);
    assert_eq!(
        Priority::new(&findings(0.3, 0.9), 2).reasons,
        [Reason::Uncertain, Reason::Spread(2)]
    );
    // Votes are counted, and the claim is about something else.
    let mut elsewhere = findings(0.3, 0.9);
    (elsewhere.phase, elsewhere.topics) = (Some(Phase::During), vec![Topic::Candidates]);
    let elsewhere = Priority::new(&elsewhere, 1);
    assert_eq!(elsewhere.reasons, [Reason::Uncertain]);
    assert!((elsewhere.score - 0.3 * (0.25 + 0.75 * 0.9)).abs() < 1e-12);
}

/// The numbers of a recommendation, and those right below them.
#[test]
fn reasons_change_where_those_of_a_recommendation_do() {
    let reasons = |election, debunk, sara| {
        let mut it = findings(0.3, election);
        (it.debunk, it.sara) = (debunk, sara);
        Priority::new(&it, 1).reasons
    };
    assert_eq!(
        reasons(0.5, 0.5, 0.8),
        [Reason::Uncertain, Reason::Debunk, Reason::Sara]
    );
    let [half, hostile] = [0.5_f64, 0.8].map(f64::next_down);
    assert_eq!(
        reasons(half, half, hostile),
        [Reason::Uncertain, Reason::NotElection]
    );
}

proptest! {
    #[test]
    fn any_numbers_give_a_finite_order(
        hoax in any::<f64>(), election in any::<f64>(), debunk in any::<f64>(),
        sara in any::<f64>(), posts in any::<u64>(),
    ) {
        let mut it = findings(hoax, election);
        (it.debunk, it.sara) = (debunk, sara);
        let one = score(&it, posts);
        prop_assert!(one.is_finite() && one >= 0.0);
        prop_assert!(score(&it, posts.saturating_add(1)) >= one);
    }
}

#[test]
fn a_denial_comes_after_what_it_denies() {
    let mut findings = Findings::default();
    (findings.hoax, findings.election) = (0.3, 1.0);
    findings.clarification = Some("cf-1".to_owned());
    let repeated = Priority::new(&findings, 1);
    findings.denied = true;
    let denied = Priority::new(&findings, 1);
    assert!((denied.score - 0.25 * repeated.score).abs() < 1e-12);
    assert!(denied.reasons.contains(&Reason::Denies));
}
