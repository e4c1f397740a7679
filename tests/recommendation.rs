//! What is suggested, to whom, and why.

#[path = "common/findings.rs"]
mod findings;

use findings::{clarified, flagged};
use hoaks::election::{
    Action, Addressee, Findings, Phase, Priority, Reason, Recommendation, Topic,
};
use proptest::prelude::*;

const MODEL: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn action(findings: &Findings) -> Action {
    Recommendation::new(findings).action
}

#[test]
fn a_flagged_claim_is_to_be_clarified_and_a_person_looks() {
    let mut findings = flagged(0.99);
    findings.topics = vec![Topic::Administration];
    let advice = Recommendation::new(&findings);
    assert_eq!(advice.action, Action::Clarify);
    assert!(advice.needs_human);
    assert_eq!(
        advice.reasons,
        [Reason::LikelyMisinformation, Reason::NotClarified]
    );
    assert_eq!(advice.addressees, [Addressee::FactChecker, Addressee::Kpu]);
}

#[test]
fn removal_needs_a_clarification_or_urgency() {
    assert_eq!(action(&clarified(0.89)), Action::Clarify);
    assert_eq!(action(&clarified(0.9)), Action::ReviewTakedown);
    let mut urgent = flagged(0.96);
    urgent.topics = vec![Topic::VotingRights];
    assert_eq!(action(&urgent), Action::Clarify);
    urgent.phase = Some(Phase::Before);
    assert_eq!(action(&urgent), Action::Clarify);
    urgent.phase = Some(Phase::During);
    assert_eq!(action(&urgent), Action::ReviewTakedown);
    urgent.hoax = 0.94;
    assert_eq!(action(&urgent), Action::Clarify);
    urgent.hoax = 0.96;
    urgent.topics = vec![Topic::Candidates];
    assert_eq!(action(&urgent), Action::Clarify);
    urgent.sara = 0.8;
    assert_eq!(action(&urgent), Action::ReviewTakedown);
}

#[test]
fn only_a_link_can_be_blocked() {
    let mut findings = clarified(0.97);
    assert_eq!(action(&findings), Action::ReviewTakedown);
    findings.links = true;
    let advice = Recommendation::new(&findings);
    assert_eq!(advice.action, Action::ReviewBlocking);
    assert!(advice.reasons.contains(&Reason::Links));
    assert!(advice.addressees.contains(&Addressee::Operator));
    findings.clarification = None;
    findings.sara = 0.99;
    assert_eq!(action(&findings), Action::ReviewTakedown);
}

/// Each documented number, and the number right below it.
#[test]
fn rules_change_at_the_documented_numbers() {
    use Action::{Clarify, Monitor, ReviewBlocking, ReviewTakedown};
    let hostile = |sara| {
        let mut findings = flagged(0.96);
        findings.sara = sara;
        findings
    };
    let about_an_election = |election| {
        let mut findings = flagged(0.6);
        findings.election = election;
        findings
    };
    let clarifying = |debunk| {
        let mut findings = clarified(0.99);
        findings.debunk = debunk;
        findings
    };
    let hostile_by_score = |hoax| {
        let mut findings = flagged(hoax);
        findings.sara = 0.9;
        findings
    };
    let linking = |hoax| {
        let mut findings = clarified(hoax);
        findings.links = true;
        findings
    };
    type OfNumber<'a> = &'a dyn Fn(f64) -> Findings;
    let of: [(OfNumber<'_>, f64, Action, Action); 6] = [
        (&hostile, 0.8, Clarify, ReviewTakedown),
        (&about_an_election, 0.5, Monitor, Clarify),
        (&clarifying, 0.5, ReviewTakedown, Monitor),
        (&clarified, 0.9, Clarify, ReviewTakedown),
        (&hostile_by_score, 0.95, Clarify, ReviewTakedown),
        (&linking, 0.95, ReviewTakedown, ReviewBlocking),
    ];
    for (number, (findings, limit, below, at)) in of.into_iter().enumerate() {
        assert_eq!(action(&findings(limit.next_down())), below, "{number}");
        assert_eq!(action(&findings(limit)), at, "{number}");
    }
}

#[test]
fn who_hears_of_a_sanction_hears_of_it_once() {
    use Addressee::{Bawaslu, FactChecker, Kpu, Operator, Platform};
    let advice = Recommendation::new(&clarified(0.9));
    assert_eq!(advice.action, Action::ReviewTakedown);
    assert_eq!(advice.addressees, [FactChecker, Bawaslu, Platform]);
    let mut findings = clarified(0.95);
    findings.topics = vec![Topic::Participation, Topic::Candidates, Topic::VotingRights];
    findings.links = true;
    let advice = Recommendation::new(&findings);
    assert_eq!(advice.action, Action::ReviewBlocking);
    assert!(advice.needs_human);
    assert_eq!(
        advice.addressees,
        [FactChecker, Kpu, Bawaslu, Platform, Operator]
    );
}

#[test]
fn each_topic_is_for_those_who_answer_for_it() {
    use Topic::{Administration, Candidates, Division, Participation, Sara, VotingRights};
    let advice = |topics: &[Topic], phase| {
        let mut findings = flagged(0.96);
        (findings.topics, findings.phase) = (topics.to_vec(), Some(phase));
        Recommendation::new(&findings)
    };
    for (topic, who, is_urgent) in [
        (Participation, Addressee::Kpu, true),
        (VotingRights, Addressee::Kpu, true),
        (Administration, Addressee::Kpu, true),
        (Candidates, Addressee::Bawaslu, false),
        (Sara, Addressee::Bawaslu, false),
        (Division, Addressee::Bawaslu, false),
    ] {
        let before = advice(&[topic], Phase::Before);
        assert_eq!(before.addressees, [Addressee::FactChecker, who]);
        for (phase, expected) in [(Phase::During, is_urgent), (Phase::After, false)] {
            // One of several is enough.
            for topics in [&[topic][..], &[topic, Candidates], &[Candidates, topic]] {
                let is_sanction = advice(topics, phase).action.is_sanction();
                assert_eq!(is_sanction, expected, "{topics:?} {phase}");
            }
        }
    }
}

/// Both are said of the claim of a clarification.
#[test]
fn without_a_known_claim_nothing_is_denied_or_asked() {
    let plain = flagged(0.6);
    let (mut denied, mut asked) = (plain.clone(), plain.clone());
    denied.denied = true;
    asked.asked = true;
    for findings in [denied, asked] {
        assert_eq!(Recommendation::new(&findings), Recommendation::new(&plain));
        assert_eq!(Priority::new(&findings, 1), Priority::new(&plain, 1));
    }
}

#[test]
fn the_rest_is_watched_or_left_alone() {
    let mut findings = Findings::default();
    let advice = Recommendation::new(&findings);
    assert_eq!(
        (advice.action, advice.needs_human),
        (Action::Monitor, true),
        "an abstaining detector is watched by a person"
    );
    findings.flagged = Some(false);
    let advice = Recommendation::new(&findings);
    assert_eq!((advice.action, advice.needs_human), (Action::Ignore, false));
    findings.sara = 0.9;
    let advice = Recommendation::new(&findings);
    assert_eq!((advice.action, advice.needs_human), (Action::Monitor, true));
    let mut findings = flagged(0.99);
    findings.election = 0.4;
    assert_eq!(action(&findings), Action::Monitor);
    findings.election = f64::NAN;
    assert_eq!(action(&findings), Action::Monitor);
}

#[test]
fn a_clarified_claim_is_answered_whatever_the_style() {
    for verdict in [Some(true), Some(false), None] {
        let mut findings = clarified(0.99);
        findings.flagged = verdict;
        findings.election = 0.1;
        let advice = Recommendation::new(&findings);
        assert_eq!((advice.action, advice.needs_human), (Action::Clarify, true));
        assert!(
            advice
                .reasons
                .iter()
                .any(|r| matches!(r, Reason::Clarified(_)))
        );
    }
}

#[test]
fn findings_can_be_written_down() {
    let written = serde_json::to_value(clarified(0.5)).unwrap();
    assert_eq!(written["clarification"], "cf-1");
    assert_eq!(written["flagged"], true);
}

/// `[SALAH]` in front of a lie makes it no clarification.
#[test]
fn what_clarifies_is_looked_at_unless_nothing_is_found_in_it() {
    let advice = |flagged| {
        let mut findings = clarified(0.99);
        (findings.debunk, findings.flagged) = (0.5, flagged);
        let advice = Recommendation::new(&findings);
        (advice.action, advice.needs_human)
    };
    assert_eq!(advice(Some(true)), (Action::Monitor, true));
    assert_eq!(advice(None), (Action::Monitor, true));
    assert_eq!(advice(Some(false)), (Action::Ignore, false));
}

#[test]
fn hostility_is_for_bawaslu_whatever_else() {
    let hostile = |flagged: Option<bool>, election: f64, clarification: Option<&str>| {
        let mut findings = Findings::default();
        (findings.hoax, findings.sara) = (0.6, 0.9);
        (findings.flagged, findings.election) = (flagged, election);
        findings.clarification = clarification.map(str::to_owned);
        Recommendation::new(&findings)
    };
    for flagged in [Some(true), Some(false), None] {
        for election in [0.1, 0.9] {
            for clarification in [None, Some("cf-1")] {
                let advice = hostile(flagged, election, clarification);
                assert!(advice.reasons.contains(&Reason::Sara), "{advice:?}");
                assert!(
                    advice.addressees.contains(&Addressee::Bawaslu),
                    "{advice:?}"
                );
            }
        }
    }
    let unflagged = hostile(Some(false), 0.9, None);
    assert_eq!(unflagged.addressees, [Addressee::Bawaslu]);
    // `[SALAH]` in front of a call for hatred.
    let mut labelled = clarified(0.6);
    (labelled.sara, labelled.debunk) = (0.9, 0.9);
    for flagged in [Some(true), Some(false), None] {
        labelled.flagged = flagged;
        let advice = Recommendation::new(&labelled);
        assert_eq!(advice.action, Action::Monitor);
        assert!(advice.reasons.contains(&Reason::Sara), "{advice:?}");
        let both = [Addressee::FactChecker, Addressee::Bawaslu];
        assert_eq!(advice.addressees, both);
    }
}

#[test]
fn only_what_is_to_be_clarified_is_for_those_who_run_the_election() {
    let mut findings = flagged(0.7);
    findings.topics = vec![Topic::Sara, Topic::VotingRights];
    let addressees = |findings: &Findings| Recommendation::new(findings).addressees;
    use Addressee::{Bawaslu, FactChecker, Kpu};
    assert_eq!(addressees(&findings), [FactChecker, Bawaslu, Kpu]);
    let mut clarifies = findings.clone();
    clarifies.debunk = 0.5;
    assert_eq!(addressees(&clarifies), [FactChecker]);
    findings.election = 0.4;
    assert_eq!(addressees(&findings), [FactChecker]);
    // Not flagged, but like a clarified claim.
    findings.flagged = Some(false);
    findings.clarification = Some("cf-1".to_owned());
    assert_eq!(addressees(&findings), [FactChecker]);
}

#[test]
fn a_clarified_claim_is_the_reason_where_the_score_is_none() {
    let known = Reason::Clarified("cf-1".to_owned());
    let reasons = |findings: &Findings| Recommendation::new(findings).reasons;
    // A bland text that repeats a refuted claim.
    let bland = clarified(0.01);
    assert_eq!(reasons(&bland), std::slice::from_ref(&known));
    let mut elsewhere = bland.clone();
    elsewhere.election = 0.1;
    assert_eq!(reasons(&elsewhere), [Reason::NotElection, known.clone()]);
    assert_eq!(
        reasons(&clarified(0.5)),
        [Reason::LikelyMisinformation, known.clone()]
    );
    let mut unflagged = clarified(0.1);
    unflagged.flagged = Some(false);
    assert_eq!(reasons(&unflagged), [Reason::NoSigns, known.clone()]);
    // Without a claim nothing else can have decided.
    assert_eq!(reasons(&flagged(0.01))[0], Reason::LikelyMisinformation);
    // What clarifies a known claim.
    let mut refutes = clarified(0.01);
    (refutes.debunk, refutes.flagged) = (0.9, None);
    assert_eq!(reasons(&refutes), [Reason::Debunk, known]);
    refutes.clarification = None;
    assert_eq!(reasons(&refutes), [Reason::Debunk, Reason::Uncertain]);
}

prop_compose! {
    fn any_findings()(
        probabilities in prop::array::uniform4(prop_oneof![0.0..=1.0, Just(0.5), Just(0.95), Just(f64::NAN)]),
        flagged in prop::option::of(any::<bool>()),
        topics in prop::sample::subsequence(Topic::ALL.to_vec(), 0..=6),
        phase in prop::option::of(prop::sample::select(vec![Phase::Before, Phase::During, Phase::After])),
        links in any::<bool>(),
        clarification in prop::option::of("[a-z]{1,5}"),
        [denied, asked] in any::<[bool; 2]>(),
    ) -> Findings {
        let mut findings = Findings::default();
        [findings.hoax, findings.election, findings.debunk, findings.sara] = probabilities;
        (findings.flagged, findings.topics, findings.phase) = (flagged, topics, phase);
        (findings.links, findings.clarification) = (links, clarification);
        (findings.denied, findings.asked) = (denied, asked);
        findings
    }
}

proptest! {
    #[test]
    fn no_findings_break_the_promises(findings in any_findings()) {
        let advice = Recommendation::new(&findings);
        prop_assert!(!advice.reasons.is_empty());
        let looks_like_it = advice.reasons.contains(&Reason::LikelyMisinformation);
        prop_assert!(!looks_like_it || findings.hoax >= 0.5 || findings.clarification.is_none());
        let is_spread = !findings.denied && !findings.asked || findings.clarification.is_none();
        if findings.debunk >= 0.5 || findings.flagged != Some(true) || !is_spread {
            prop_assert!(!advice.action.is_sanction());
        }
        if advice.action == Action::ReviewBlocking {
            prop_assert!(findings.links);
        }
        if advice.action != Action::Ignore {
            prop_assert!(advice.needs_human && !advice.addressees.is_empty());
        }
        if findings.flagged.is_none() && (findings.debunk < 0.5 || findings.debunk.is_nan()) {
            let action = match findings.clarification {
                Some(_) if !findings.denied => Action::Clarify,
                _ => Action::Monitor,
            };
            prop_assert!(advice.action == action && advice.needs_human);
        }
        let proposal = advice.proposal("x", MODEL).unwrap();
        prop_assert_eq!(proposal.is_some(), advice.action.is_sanction());
    }

    /// So that somebody can tell later whether one follows from the other.
    #[test]
    fn what_a_log_holds_is_read_back(mut findings in any_findings(), posts in 0_u64..5) {
        // JSON has no NaN.
        for it in [&mut findings.hoax, &mut findings.election, &mut findings.debunk, &mut findings.sara] {
            *it = it.max(0.0);
        }
        let logged = (Recommendation::new(&findings), Priority::new(&findings, posts), findings);
        let line = serde_json::to_string(&logged).unwrap();
        let read: (Recommendation, Priority, Findings) = serde_json::from_str(&line).unwrap();
        prop_assert_eq!(&read, &logged);
        let misspelt = line.replacen("\"flagged\"", "\"flaged\"", 1);
        prop_assert!(serde_json::from_str::<(Recommendation, Priority, Findings)>(&misspelt).is_err());
    }
}

#[test]
fn neither_a_denial_nor_a_question_is_to_be_removed() {
    let mut repeated = clarified(0.99);
    repeated.links = true;
    assert!(action(&repeated).is_sanction());
    let (mut denied, mut asked) = (repeated.clone(), repeated);
    denied.denied = true;
    asked.asked = true;
    for (findings, action, reason) in [
        (denied, Action::Monitor, Reason::Denies),
        (asked, Action::Clarify, Reason::Asks),
    ] {
        let advice = Recommendation::new(&findings);
        assert_eq!(advice.action, action);
        assert!(advice.needs_human);
        let known = Reason::Clarified("cf-1".to_owned());
        assert_eq!(
            advice.reasons,
            [Reason::LikelyMisinformation, reason.clone(), known.clone()]
        );
        let mut unsure = findings.clone();
        unsure.flagged = None;
        assert_eq!(
            Recommendation::new(&unsure).reasons,
            [reason.clone(), known]
        );
        assert!(Priority::new(&findings, 1).reasons.contains(&reason));
        assert!(advice.proposal("post-1", MODEL).unwrap().is_none());
    }
}
