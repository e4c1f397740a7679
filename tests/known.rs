//! A claim that was refuted already outranks style.

use hoaks::claims::{ClaimIndex, Clarification, Outcome, Stance};
use hoaks::election::{Action, Priority, Reason};
use hoaks::{Assessment, Detector, Verdict};
use proptest::prelude::*;

const CLAIM: &str = "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah";
/// The same in the words and the calm of a notice.
const REPEAT: &str = "Petugas TPS di Sukamaju membagikan surat suara kepada anak-anak sekolah.";

fn detector(verdict: &str) -> Detector {
    let mut claims = ClaimIndex::new();
    claims
        .add([
            Clarification::new("cf-1", CLAIM, verdict),
            Clarification::new("cf-2", "Jadwal debat dipindah ke bulan puasa", "false"),
        ])
        .unwrap();
    Detector::pretrained().with_claims(claims)
}

fn scores(assessment: &Assessment) -> Vec<u64> {
    [
        Some(assessment.hoax()),
        assessment.election(),
        assessment.debunk(),
    ]
    .into_iter()
    .flatten()
    .chain(assessment.topics().map(|(_, score)| score))
    .map(|score| score.logit().to_bits())
    .collect()
}

#[test]
fn the_match_is_carried_with_its_spans() {
    let answer = detector("false").assess(REPEAT);
    let found = answer.clarification().unwrap();
    assert_eq!(found.id, "cf-1");
    assert!(found.repeats());
    let first = &found.spans[0];
    assert_eq!(&REPEAT[first.clone()], "Petugas");
    assert_eq!(answer.findings().clarification.as_deref(), Some("cf-1"));
}

#[test]
fn it_outranks_style() {
    let style = Detector::pretrained().assess(REPEAT);
    assert_ne!(style.verdict(), Verdict::Likely, "a bland text is needed");
    assert_ne!(style.recommendation(None).action, Action::Clarify);
    let answer = detector("false").assess(REPEAT);
    assert_eq!(answer.verdict(), Verdict::Likely);
    let advice = answer.recommendation(None);
    assert_eq!(advice.action, Action::Clarify);
    assert!(advice.needs_human);
    assert!(advice.reasons.contains(&Reason::Clarified("cf-1".into())));
    assert!(!advice.reasons.contains(&Reason::LikelyMisinformation));
    assert_eq!(scores(&style), scores(&answer));
}

#[test]
fn what_refutes_the_claim_is_not_flagged() {
    let text = format!(
        "[SALAH] {CLAIM}. Hasil pemeriksaan fakta: klaim itu tidak benar, \
        KPU membantah dan video yang beredar adalah hoaks lama."
    );
    let detector = detector("false");
    let answer = detector.assess(&text);
    assert!(answer.debunk().unwrap().probability() >= 0.5);
    assert_eq!(answer.clarification().unwrap().id, "cf-1");
    // That the claim is known is for a person to see: two words make any lie look
    // like a refutation.
    assert_eq!(answer.verdict(), Verdict::Uncertain);
    let advice = answer.recommendation(None);
    assert_eq!(advice.action, Action::Monitor);
    assert!(advice.needs_human);
    let known = Reason::Clarified("cf-1".to_owned());
    assert_eq!(advice.reasons, [Reason::Debunk, known]);
}

#[test]
fn a_label_before_a_known_lie_keeps_nobody_from_looking() {
    let answer = detector("false").assess(&format!("[SALAH] {REPEAT}"));
    assert!(answer.debunk().unwrap().probability() >= 0.5);
    assert_eq!(answer.verdict(), Verdict::Uncertain);
    assert!(answer.recommendation(None).needs_human);
}

#[test]
fn a_plain_denial_is_no_repeat_and_is_not_overlooked() {
    let denial = "Petugas TPS di Sukamaju tidak membagikan surat suara kepada anak sekolah";
    for verdict in ["false", "salah"] {
        let answer = detector(verdict).assess(denial);
        assert!(answer.debunk().unwrap().probability() < 0.5);
        let found = answer.clarification().unwrap();
        assert_eq!((found.id.as_str(), found.stance), ("cf-1", Stance::Denies));
        assert_eq!(answer.verdict(), Verdict::Uncertain);
        assert!(answer.findings().denied);
        let advice = answer.recommendation(None);
        assert_eq!(advice.action, Action::Monitor);
        assert!(advice.needs_human);
        let known = Reason::Clarified("cf-1".to_owned());
        assert_eq!(advice.reasons, [Reason::Denies, known]);
    }
}

#[test]
fn who_asks_is_answered_and_not_accused() {
    let asks = "Apa benar petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah?";
    let answer = detector("false").assess(asks);
    assert_eq!(answer.clarification().unwrap().stance, Stance::Asks);
    assert_ne!(answer.verdict(), Verdict::Likely);
    assert!(answer.findings().asked && !answer.findings().denied);
    assert!(answer.hoax().probability() < 0.2, "the score is clear");
    let advice = answer.recommendation(None);
    assert_eq!(advice.action, Action::Clarify);
    let known = Reason::Clarified("cf-1".to_owned());
    assert_eq!(advice.reasons, [Reason::Asks, known]);
    let queued = Priority::new(&answer.findings(), 1);
    assert!(!queued.reasons.contains(&Reason::Uncertain));
}

#[test]
fn the_same_of_somebody_else_is_another_claim() {
    let other = "Petugas TPS di Mekarbaru membagikan surat suara kepada anak sekolah";
    let answer = detector("false").assess(other);
    assert!(answer.clarification().is_none());
    assert_eq!(answer, Detector::pretrained().assess(other));
}

/// A longer claim, of which the text has half, shares more wording with it.
#[test]
fn no_other_claim_hides_the_one_that_is_repeated() {
    let short = Clarification::new("short", "Kotak suara dicuri di Sukamaju", "salah");
    let long = "Presiden meresmikan bendungan baru di Kabupaten Cibaru sambil membagikan \
        sertifikat tanah kepada ribuan petani serta nelayan dari pesisir selatan yang \
        berkumpul sejak subuh bersama keluarga";
    let text = "Presiden meresmikan bendungan baru di Kabupaten Cibaru sambil membagikan \
        sertifikat, eh kotak suara dicuri di Sukamaju";
    let mut claims = ClaimIndex::new();
    claims
        .add([short, Clarification::new("long", long, "salah")])
        .unwrap();
    let best = &claims.matches(text, 1)[0];
    assert!(best.id == "long" && !best.repeats(), "{best:?}");
    let answer = Detector::pretrained().with_claims(claims).assess(text);
    assert_eq!(answer.clarification().unwrap().id, "short");
    assert_eq!(answer.verdict(), Verdict::Likely);
}

/// What is said of a text that repeats a claim with two checks of these verdicts.
fn checked_twice(verdicts: [&str; 2]) -> Assessment {
    let mut claims = ClaimIndex::new();
    let both = ["a", "b"].into_iter().zip(verdicts);
    let both = both.map(|(id, verdict)| Clarification::new(id, CLAIM, verdict));
    claims.add(both).unwrap();
    Detector::pretrained().with_claims(claims).assess(REPEAT)
}

#[test]
fn checks_that_disagree_are_for_a_person() {
    for verdicts in [["benar", "salah"], ["salah", "benar"]] {
        let answer = checked_twice(verdicts);
        assert_eq!(answer.verdict(), Verdict::Uncertain);
        let found = answer.clarification().unwrap();
        assert_eq!(found.outcome, Outcome::Unclear);
        assert_eq!(found.id, if verdicts[0] == "salah" { "a" } else { "b" });
    }
}

/// Whichever is first, by score or by id.
#[test]
fn a_check_that_leaves_it_open_hides_none_that_refutes() {
    for verdicts in [["Sebagian benar", "salah"], ["salah", ""]] {
        let answer = checked_twice(verdicts);
        assert_eq!(answer.verdict(), Verdict::Likely, "{verdicts:?}");
        assert_eq!(answer.clarification().unwrap().outcome, Outcome::Refuted);
    }
}

/// Checks of one claim by these verdicts, ties in this order.
fn checked(verdicts: &[&str]) -> Detector {
    let mut claims = ClaimIndex::new();
    let checks = verdicts.iter().zip(0..);
    let checks = checks.map(|(verdict, id)| Clarification::new(format!("{id}"), CLAIM, *verdict));
    claims.add(checks).unwrap();
    Detector::pretrained().with_claims(claims)
}

#[test]
fn four_matches_are_looked_at() {
    let found = |verdicts: &[&str]| {
        let answer = checked(verdicts).assess(REPEAT);
        let found = answer.clarification().unwrap();
        (found.id.clone(), found.outcome)
    };
    let fourth = ("3".to_owned(), Outcome::Refuted);
    assert_eq!(found(&["", "", "", "salah"]), fourth);
    let first = ("0".to_owned(), Outcome::Unclear);
    assert_eq!(found(&["", "", "", "", "salah"]), first);
}

/// Also where the text does not assert it, and whatever the style says.
#[test]
fn a_denial_counts_if_the_claim_was_refuted() {
    let denial = "Petugas TPS di Sukamaju tidak membagikan surat suara kepada anak sekolah";
    let assess = |verdicts: &[&str], base_rate| {
        let detector = checked(verdicts).with_base_rate(base_rate).unwrap();
        detector.assess(denial)
    };
    let answer = assess(&["", "salah"], 0.14);
    let found = answer.clarification().unwrap();
    assert_eq!((found.id.as_str(), found.stance), ("1", Stance::Denies));
    assert!(answer.findings().denied);
    // So common that any text is likely.
    let common = 1.0 - 1e-6;
    assert_eq!(assess(&["benar"], common).verdict(), Verdict::Likely);
    assert_eq!(assess(&["salah"], common).verdict(), Verdict::Uncertain);
    assert_eq!(assess(&[""], common).verdict(), Verdict::Likely);
    assert_eq!(assess(&[""], 1e-6).verdict(), Verdict::Uncertain);
}

#[test]
fn a_confirmed_claim_changes_nothing() {
    for verdict in ["Benar", " TRUE ", "[FAKTA]"] {
        let answer = detector(verdict).assess(REPEAT);
        assert_eq!(answer, Detector::pretrained().assess(REPEAT));
    }
}

#[test]
fn where_the_finding_is_unclear_a_person_looks() {
    let style = Detector::pretrained().assess(REPEAT);
    assert_eq!(style.verdict(), Verdict::Unlikely, "a bland text is needed");
    for verdict in ["Sebagian benar", "", "3"] {
        let answer = detector(verdict).assess(REPEAT);
        assert_eq!(answer.verdict(), Verdict::Uncertain, "{verdict}");
        assert_eq!(answer.clarification().unwrap().id, "cf-1");
        assert_eq!(answer.findings().clarification, None);
        let advice = answer.recommendation(None);
        assert_eq!(advice.action, Action::Monitor);
        assert!(advice.needs_human);
    }
}

#[test]
fn one_by_one_and_in_a_batch_and_after_changes() {
    let mut detector = detector("false");
    let texts = [REPEAT, "Selamat pagi", CLAIM];
    let one_by_one: Vec<Assessment> = texts.iter().map(|text| detector.assess(text)).collect();
    assert_eq!(detector.assess_batch(&texts), one_by_one);
    let before = detector.clone();
    assert_eq!(detector.claims_mut().remove(["cf-1"]), 1);
    assert!(detector.assess(REPEAT).clarification().is_none());
    assert!(before.assess(REPEAT).clarification().is_some());
    assert_eq!(detector.claims().unwrap().len(), 1);
}

proptest! {
    #[test]
    fn no_claims_no_difference(text in any::<String>()) {
        thread_local! {
            static BOTH: (Detector, Detector) = (
                Detector::pretrained(),
                Detector::pretrained().with_claims(ClaimIndex::new()),
            );
        }
        BOTH.with(|(plain, empty)| {
            prop_assert_eq!(plain.assess(&text), empty.assess(&text));
            Ok(())
        })?;
    }
}

/// Whoever asks about one claim and asserts another is not excused for the other.
#[test]
fn a_question_does_not_hide_what_is_asserted_beside_it() {
    let other = "Tinta pemilu di Cibaru luntur dalam satu jam";
    let mut detector = detector("false");
    let known = Clarification::new("cf-2", other, "salah");
    detector.claims_mut().add([known]).unwrap();
    let answer = detector.assess(&format!("Benarkah {CLAIM}? {other}!!"));
    let found = answer.clarification().unwrap();
    assert_eq!((found.id.as_str(), found.stance), ("cf-2", Stance::Asserts));
    assert_eq!(answer.verdict(), Verdict::Likely);
}

/// It may be another claim, or the same in other words: a person compares.
#[test]
fn other_words_in_the_place_of_the_claims_are_for_a_person() {
    let detector = detector("false");
    for (text, expected) in [
        (CLAIM.to_owned(), Verdict::Likely),
        (CLAIM.replace("membagikan", "membagkian"), Verdict::Likely),
        (CLAIM.replace("membagikan", "melarang"), Verdict::Uncertain),
    ] {
        let answer = detector.assess(&text);
        assert_eq!(answer.clarification().unwrap().id, "cf-1", "{text}");
        assert_eq!(answer.verdict(), expected, "{text}");
        assert_eq!(answer.recommendation(None).action, Action::Clarify);
        assert!(answer.recommendation(None).needs_human);
    }
}
