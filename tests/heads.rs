//! Several heads in one model: one pass, exact sums, no head in another's way.

mod common;

use std::sync::LazyLock;

use hoaks::claims::{ClaimIndex, Clarification, Stance};
use hoaks::election::{Action, Phase, Topic};
use hoaks::features::Vectorizer;
use hoaks::linear::{Logistic, Platt};
use hoaks::model::Model;
use hoaks::training::{Corpus, Example, Provenance, TrainedHead, Trainer, assemble};
use hoaks::{Assessment, Detector, ErrorKind, Verdict};
use proptest::prelude::*;
use serde_json::Value;

const NAMES: [&str; 9] = [
    "hoax",
    "election",
    "debunk",
    "participation",
    "voting_rights",
    "administration",
    "candidates",
    "sara",
    "division",
];

fn rows() -> Vec<Value> {
    common::rows(include_str!("../datasets/claims.jsonl"))
}

fn texts() -> Vec<String> {
    texts_where(|_| true)
}

fn texts_where(wanted: impl Fn(&Value) -> bool) -> Vec<String> {
    let rows = rows().into_iter().filter(wanted);
    rows.map(|row| common::text(&row, "text")).collect()
}

fn head(name: &str) -> TrainedHead {
    let examples: Vec<Example> = rows()
        .iter()
        .map(|row| Example {
            text: common::text(row, "text"),
            label: match name {
                "hoax" => row["label"] == "hoax",
                "election" => row["phase"] == "before",
                "debunk" => row["form"] == "clarification",
                "before" | "during" | "after" => row["phase"] == name,
                topic => row["topic"] == topic,
            },
            group: 0,
        })
        .collect();
    let corpus = Corpus::new(Vectorizer::new(12, [8, 4, 1]).unwrap(), &examples);
    let all: Vec<usize> = (0..corpus.len()).collect();
    Trainer::new(Logistic::new().c(2.0).tolerance(1e-2).seed(1))
        .fit(&corpus, &all, &vec![1.0; all.len()])
        .unwrap()
        .weights
        // Steeper than fitted, so that texts come out certain both ways.
        .into_head(name, &Platt::new(4.0, 4.0).unwrap(), 0.2, [0.3, 0.7])
        .unwrap()
}

fn model(names: &[&str]) -> Result<Model, hoaks::Error> {
    static HEADS: LazyLock<Vec<TrainedHead>> =
        LazyLock::new(|| NAMES.iter().map(|name| head(name)).collect());
    let heads = names
        .iter()
        .map(|name| HEADS[NAMES.iter().position(|known| known == name).unwrap()].clone())
        .collect();
    assembled(heads)
}

fn assembled(heads: Vec<TrainedHead>) -> Result<Model, hoaks::Error> {
    assemble(heads, Provenance::default())
}

fn all() -> &'static Detector {
    static ALL: LazyLock<Detector> =
        LazyLock::new(|| Detector::new(model(&NAMES).unwrap()).unwrap());
    &ALL
}

fn logits(assessment: &Assessment) -> Vec<(&'static str, f64)> {
    let mut logits = vec![("hoax", assessment.hoax().logit())];
    logits.extend(
        assessment
            .election()
            .map(|score| ("election", score.logit())),
    );
    logits.extend(assessment.debunk().map(|score| ("debunk", score.logit())));
    logits.extend(
        assessment
            .topics()
            .map(|(topic, score)| (topic.name(), score.logit())),
    );
    logits
}

fn bits(assessment: &Assessment) -> Vec<(&'static str, u64)> {
    logits(assessment)
        .into_iter()
        .map(|(name, logit)| (name, logit.to_bits()))
        .collect()
}

#[test]
fn every_head_answers_and_its_contributions_sum_to_its_logit() {
    for text in texts() {
        let assessment = all().assess(&text);
        let logits = logits(&assessment);
        assert_eq!(logits.len(), NAMES.len());
        for (name, logit) in logits {
            let explanation = all().explain_head(&text, name).unwrap();
            assert!((explanation.logit() - logit).abs() < 1e-4, "{name}: {text}");
        }
    }
    assert!(all().explain_head("pemilu", "weather").is_none());
    assert_eq!(
        all().explain("pemilu curang"),
        all().explain_head("pemilu curang", "hoax").unwrap()
    );
}

#[test]
fn phase_of_a_text_is_its_likeliest_one_and_only_of_texts_about_elections() {
    let names = ["hoax", "election", "before", "during", "after"];
    let heads = names.map(head).to_vec();
    let detector = Detector::new(assembled(heads).unwrap()).unwrap();
    let mut seen = Vec::new();
    for text in texts() {
        let assessment = detector.assess(&text);
        let logit = |name| detector.explain_head(&text, name).unwrap().logit();
        if assessment.election().unwrap().probability() < 0.5 {
            assert_eq!(assessment.phase(), None);
            continue;
        }
        let likeliest = Phase::ALL
            .iter()
            .copied()
            .max_by(|a, b| logit(a.name()).total_cmp(&logit(b.name())));
        assert_eq!(assessment.phase(), likeliest, "{text}");
        // Only a date is enough to act on.
        assert_eq!(assessment.findings().phase, None);
        seen.extend(likeliest);
    }
    for &phase in Phase::ALL {
        assert!(seen.contains(&phase), "{phase:?}");
    }
    let without = Detector::new(model(&["hoax", "election"]).unwrap()).unwrap();
    assert_eq!(without.assess("pemilu").phase(), None);
}

/// What measures must not be learned from.
#[test]
fn own_debunks_have_ids_of_their_own_and_no_style_on_both_sides() {
    let rows = common::rows(include_str!("../datasets/debunks.jsonl"));
    let of = |field: &str, split: &str| -> std::collections::BTreeSet<String> {
        rows.iter()
            .filter(|row| row["split"] == split)
            .map(|row| common::text(row, field))
            .collect()
    };
    for field in ["id", "text", "style"] {
        assert!(
            of(field, "train").is_disjoint(&of(field, "test")),
            "{field}"
        );
    }
    assert_eq!(of("id", "train").len() + of("id", "test").len(), rows.len());
    for label in ["debunk", "other"] {
        assert_eq!(
            rows.iter()
                .filter(|row| row["split"] == "test" && row["label"] == label)
                .count(),
            30
        );
    }
}

/// As fact-checkers title their articles: the claim, with a label before it.
#[test]
fn a_label_that_refutes_is_a_refutation() {
    let detector = Detector::pretrained();
    for claim in [
        "Video kotak suara dibakar massa di Sukamaju",
        "KPU ubah jadwal pemungutan suara",
        "Foto ketua partai bersama koruptor",
    ] {
        let debunk = |text: &str| detector.assess(text).debunk().unwrap().probability();
        assert!(debunk(claim) < 0.1, "{claim}");
        for label in ["[SALAH]", "[Hoaks]", "HOAKS:", "[DISINFORMASI]"] {
            let text = format!("{label} {claim}");
            assert!(debunk(&text) > 0.5, "{text}");
        }
    }
}

#[test]
fn batch_is_one_by_one_for_all_heads() {
    let texts = texts();
    let batch = all().assess_batch(&texts);
    for (text, assessment) in texts.iter().zip(batch) {
        assert_eq!(bits(&all().assess(text)), bits(&assessment));
    }
}

/// Whatever stands beside it, and wherever it stands, a head says the same: one
/// lane, eight, and sixteen.
#[test]
fn heads_do_not_disturb_each_other() {
    let alone = Detector::new(model(&["hoax"]).unwrap()).unwrap();
    let three = Detector::new(model(&["sara", "debunk", "hoax"]).unwrap()).unwrap();
    let long = texts().join(" ").repeat(3);
    for text in texts().iter().chain([&long]) {
        let expected = bits(&all().assess(text));
        for detector in [&alone, &three] {
            let found = bits(&detector.assess(text));
            assert!(found.iter().all(|one| expected.contains(one)), "{text}");
        }
    }
    let assessment = alone.assess("pemilu");
    assert!(assessment.election().is_none() && assessment.sara().is_none());
    assert_eq!(assessment.topics().count(), 0);
}

#[test]
fn a_model_of_many_heads_survives_its_file() {
    let model = model(&NAMES).unwrap();
    let bytes = model.to_bytes().unwrap();
    assert_eq!(Model::from_bytes(&bytes).unwrap(), model);
    assert!(Model::from_bytes(&bytes[..bytes.len() - 1]).is_err());
}

#[test]
fn two_heads_of_one_name_or_none_called_hoax_are_refused() {
    for names in [&["hoax", "hoax"][..], &["sara"], &[]] {
        let error = model(names).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::ModelFormat { .. }),
            "{error}"
        );
    }
    let many: Vec<&str> = ["hoax"].repeat(17);
    assert!(model(&many).is_err());
}

#[test]
fn a_certain_debunk_is_never_likely() {
    let mut pulled = 0;
    for text in texts() {
        let assessment = all().assess(&text);
        let sure = assessment.debunk().unwrap().probability() >= 0.7;
        if sure {
            assert_ne!(assessment.verdict(), Verdict::Likely, "{text}");
            assert!(!assessment.recommendation(None).action.is_sanction());
        }
    }
    // A claim wrapped into its refutation, built from both kinds of words.
    let claims = texts_where(|row| row["label"] == "hoax");
    let refutations = texts_where(|row| row["form"] == "clarification");
    for (claim, refutation) in claims.iter().zip(refutations.iter().cycle()) {
        let text = format!("{refutation} {claim} {refutation}");
        let assessment = all().assess(&text);
        if assessment.hoax().probability() >= 0.7
            && assessment.debunk().unwrap().probability() >= 0.7
        {
            pulled += 1;
            assert_eq!(assessment.verdict(), Verdict::Uncertain);
        }
    }
    assert!(pulled > 0, "no text tried the rule");
}

/// Not even if it is what a refuted claim says, word for word.
#[test]
fn a_certain_debunk_that_asserts_a_refuted_claim_is_for_a_person() {
    let mut asserted = 0;
    for text in texts_where(|row| row["form"] == "clarification") {
        let mut claims = ClaimIndex::new();
        let known = Clarification::new("c", text.as_str(), "false");
        claims.add([known]).unwrap();
        let answer = all().clone().with_claims(claims).assess(&text);
        assert_eq!(answer.clarification().unwrap().stance, Stance::Asserts);
        let refutes = answer.debunk().unwrap().probability() >= 0.7;
        let expected = [Verdict::Likely, Verdict::Uncertain][usize::from(refutes)];
        assert_eq!(answer.verdict(), expected, "{text}");
        asserted += usize::from(refutes);
    }
    assert!(asserted > 10, "{asserted}");
}

#[test]
fn a_base_rate_shifts_the_odds_of_an_undamped_head() {
    let odds = |p: f64| p / (1.0 - p);
    let text = "surat suara dari luar negeri sudah dicoblos";
    let probability = |detector: &Detector| detector.assess(text).hoax().probability();
    let ratio = |rate| {
        let moved = all().clone().with_base_rate(rate).unwrap();
        odds(probability(&moved)) / odds(probability(all()))
    };
    // The heads state 0.2, odds of 1 to 4.
    assert!((ratio(0.5) - 4.0).abs() < 1e-9, "{}", ratio(0.5));
    assert!((ratio(1.0 / 17.0) - 0.25).abs() < 1e-9);
}

#[test]
fn a_text_is_answered_by_the_message_of_its_likeliest_topic() {
    let mut several = 0;
    for text in texts() {
        let answer = all().assess(&text);
        let mut likely: Vec<_> = answer.topics().collect();
        likely.retain(|(_, score)| score.probability() >= 0.5);
        likely.sort_by(|a, b| b.1.logit().total_cmp(&a.1.logit()));
        several += usize::from(likely.len() > 1);
        if let Some((topic, _)) = likely.first() {
            let message = (topic.theme(), topic.counter_message());
            assert_eq!(answer.counter_message(), message, "{text}");
        }
    }
    assert!(several > 0);
}

#[test]
fn what_a_model_cannot_say_is_no_finding() {
    let alone = Detector::new(model(&["hoax"]).unwrap()).unwrap();
    let findings = alone.assess("pemilu").findings();
    let others = [findings.election, findings.debunk, findings.sara];
    assert_eq!(others, [0.0; 3]);
}

#[test]
fn findings_carry_what_the_heads_say() {
    for text in texts() {
        let assessment = all().assess(&text);
        let findings = assessment.findings();
        assert_eq!(findings.hoax, assessment.hoax().probability());
        assert_eq!(findings.sara, assessment.sara().unwrap().probability());
        let (election, debunk) = (assessment.election(), assessment.debunk());
        assert_eq!(findings.election, election.unwrap().probability());
        assert_eq!(findings.debunk, debunk.unwrap().probability());
        for (topic, score) in assessment.topics() {
            assert_eq!(findings.topics.contains(&topic), score.probability() >= 0.5);
        }
        if assessment.verdict() == Verdict::Uncertain && findings.debunk < 0.5 {
            assert_eq!(assessment.recommendation(None).action, Action::Monitor);
        }
        // Without a link nothing can be blocked.
        assert_ne!(
            assessment.recommendation(None).action,
            Action::ReviewBlocking
        );
    }
    let json = serde_json::to_value(all().assess("pemilu")).unwrap();
    for &topic in Topic::ALL {
        assert!(json["topics"][topic.name()]["logit"].is_f64());
    }
    let answer = Detector::pretrained().assess("pemilu");
    let json = serde_json::to_value(&answer).unwrap();
    assert!(
        answer
            .phases()
            .map(|(phase, _)| phase)
            .eq(Phase::ALL.iter().copied())
    );
    for (phase, score) in answer.phases() {
        let written = &json["phases"][phase.name()];
        assert_eq!(written["probability"], score.probability());
    }
    let likeliest = answer
        .phases()
        .max_by(|a, b| a.1.logit().total_cmp(&b.1.logit()));
    assert_eq!(answer.phase(), likeliest.map(|(phase, _)| phase));
    // A model without these heads has none.
    assert_eq!(all().assess("pemilu").phases().count(), 0);
    let mut names: Vec<&String> = json.as_object().unwrap().keys().collect();
    names.sort();
    assert_eq!(
        names,
        [
            "debunk", "election", "hoax", "phases", "topics", "verdict", "words"
        ]
    );
}

proptest! {
    #[test]
    fn all_heads_answer_any_text(text in prop_oneof![any::<String>(), "[a-z !?A-Z\u{200B}é漢😀]{0,60}"]) {
        for (name, logit) in logits(&all().assess(&text)) {
            prop_assert!(logit.is_finite(), "{}", name);
            let explained = all().explain_head(&text, name).unwrap().logit();
            prop_assert!((explained - logit).abs() < 1e-4);
        }
    }
}
