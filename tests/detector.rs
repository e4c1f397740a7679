//! The facade: one text, many texts, and why.

mod common;

use common::detector;
use hoaks::claims::{ClaimIndex, Clarification};
use hoaks::detector::Evidence;
use hoaks::election::{Phase, Reason, Topic};
use hoaks::features::Style;
use hoaks::{Assessment, Detector, Verdict};
use proptest::prelude::*;

fn claims() -> Vec<String> {
    common::claims().into_iter().map(|(text, _)| text).collect()
}

fn bits(assessment: &Assessment) -> (u64, u64, Verdict) {
    let score = assessment.hoax();
    (
        score.logit().to_bits(),
        score.probability().to_bits(),
        assessment.verdict(),
    )
}

fn assert_send_sync<T: Send + Sync + 'static>() {}

#[test]
fn can_be_shared_between_threads() {
    assert_send_sync::<Detector>();
    assert_send_sync::<hoaks::Model>();
    assert_send_sync::<hoaks::Error>();
    assert_send_sync::<ClaimIndex>();
    assert_send_sync::<(Assessment, hoaks::detector::Explanation)>();
    assert_send_sync::<hoaks::features::Vectorizer>();
    assert_send_sync::<(hoaks::text::Tokens<'static>, hoaks::text::Stems<'static>)>();
    assert_send_sync::<hoaks::evaluate::Audit<'static>>();
    #[cfg(feature = "train")]
    assert_send_sync::<(hoaks::training::Corpus, hoaks::training::Weights)>();
}

/// What a service logs of its state says which model it has, in a few lines, however
/// large the model and the claims are.
#[test]
fn what_is_printed_for_debugging_is_short() {
    let mut claims = ClaimIndex::new();
    let claim = |number: usize| Clarification::new(number.to_string(), "Kotak suara", "salah");
    claims.add((0..1000).map(claim)).unwrap();
    let detector = Detector::pretrained().with_claims(claims);
    let printed = format!("{detector:?}");
    assert!(printed.contains(detector.model().digest()), "{printed}");
    assert!(printed.contains("ClaimIndex { len: 1000"), "{printed}");
    assert!(printed.len() < 10_000, "{} bytes", printed.len());
    assert!(format!("{detector:#?}").len() < 20_000);
}

#[test]
fn batch_is_one_by_one_bit_for_bit() {
    let detector = Detector::pretrained();
    let texts = claims();
    let single: Vec<_> = texts
        .iter()
        .map(|text| bits(&detector.assess(text)))
        .collect();
    let batch: Vec<_> = detector.assess_batch(&texts).iter().map(bits).collect();
    assert_eq!(single, batch);
}

#[cfg(feature = "parallel")]
#[test]
fn the_number_of_threads_changes_nothing() {
    let detector = Detector::pretrained();
    let texts = claims();
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        let answers = pool.install(|| detector.assess_batch(&texts));
        answers.iter().map(bits).collect::<Vec<_>>()
    };
    assert_eq!(run(1), run(8));
}

#[test]
fn contributions_sum_to_the_logit_on_every_claim() {
    let detector = Detector::pretrained();
    for text in claims() {
        let logit = detector.assess(&text).hoax().logit();
        let explanation = detector.explain(&text);
        assert!((explanation.logit() - logit).abs() < 1e-4, "{text}");
        for contribution in &explanation.contributions {
            let _ = &text[contribution.span.clone()];
        }
    }
}

/// Wherever the edges of what is read at once fall in it. A name may go on
/// behind a word that opens one, but not behind a comma.
#[test]
fn white_space_in_front_changes_nothing() {
    let detector = Detector::pretrained();
    for text in [
        "Haji, Prabowo datang",
        "Bang Haji Prabowo, 3 TPS. M. Prabowo!",
        "Viraaal! a, b c 7 suara",
    ] {
        let expected = bits(&detector.assess(text));
        for before in 0..130 {
            let moved = " ".repeat(before) + text;
            assert_eq!(bits(&detector.assess(&moved)), expected, "{before} {text}");
        }
    }
}

#[test]
fn base_rate_shifts_the_odds_by_the_ratio_of_priors() {
    let detector = Detector::pretrained();
    let trained = detector.model().card().heads[0].base_rate;
    let text = "surat suara dari luar negeri sudah dicoblos";
    let before = detector.assess(text).hoax();
    let after = detector
        .clone()
        .with_base_rate(0.05)
        .unwrap()
        .assess(text)
        .hoax();
    let odds = |p: f64| p / (1.0 - p);
    let ratio = odds(after.probability()) / odds(before.probability());
    assert!((ratio - odds(0.05) / odds(trained)).abs() < 1e-9);
    assert_eq!(detector.base_rate().to_bits(), trained.to_bits());
    // The thresholds stay where they are.
    let at = |rate| detector.clone().with_base_rate(rate).unwrap();
    assert_eq!(at(1e-6).assess(text).verdict(), Verdict::Unlikely);
    assert_eq!(at(1.0 - 1e-6).assess(text).verdict(), Verdict::Likely);
    assert_eq!(at(0.05).base_rate().to_bits(), 0.05_f64.to_bits());
    for bad in [0.0, 1.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(detector.clone().with_base_rate(bad).is_err());
    }
}

/// 0.6 and 0.2, at whatever base rate.
#[test]
fn a_verdict_is_that_of_the_probability() {
    let detector = Detector::pretrained();
    let text = "surat suara dari luar negeri sudah dicoblos";
    let mut nearest = [1.0_f64; 2];
    for rate in 1..2000 {
        let detector = detector.clone().with_base_rate(f64::from(rate) / 2000.0);
        let answer = detector.unwrap().assess(text);
        let probability = answer.hoax().probability();
        let expected = match probability {
            0.6.. => Verdict::Likely,
            ..=0.2 => Verdict::Unlikely,
            _ => Verdict::Uncertain,
        };
        assert_eq!(answer.verdict(), expected, "{probability}");
        for (nearest, limit) in nearest.iter_mut().zip([0.2, 0.6]) {
            *nearest = nearest.min((probability - limit).abs());
        }
    }
    assert!(nearest.iter().all(|&by| by < 1e-3), "{nearest:?}");
}

#[test]
fn one_word_is_enough_for_a_verdict() {
    let detector = Detector::pretrained().with_base_rate(1e-6).unwrap();
    let answer = detector.assess("viral");
    assert_eq!((answer.words(), answer.verdict()), (1, Verdict::Unlikely));
}

/// What is known of the day decides, and not what the wording suggests.
#[test]
fn a_recommendation_knows_the_phase_that_it_is_told() {
    let detector = Detector::pretrained().with_base_rate(0.99).unwrap();
    let answer =
        detector.assess("VIRAL!! petugas KPPS di TPS mencoblos surat suara saat penghitungan");
    assert_eq!(answer.verdict(), Verdict::Likely);
    assert_eq!(answer.phase(), Some(Phase::During));
    assert!(answer.findings().topics.contains(&Topic::Administration));
    for (phase, expected) in [(None, false), (Some(Phase::During), true)] {
        let reasons = answer.recommendation(phase).reasons;
        assert_eq!(reasons.contains(&Reason::PollingUnderWay), expected);
    }
}

/// The pieces of each span, strongest first, and what is said of the whole text.
#[test]
fn spans_are_sums_of_contributions_in_order_of_strength() {
    let detector = Detector::pretrained();
    let mut styles = 0;
    for text in claims() {
        let text = text + " SEBARKAN!!!";
        let explanation = detector.explain(&text);
        let spans = explanation.spans();
        assert!(spans.is_sorted_by(|a, b| a.1.abs() >= b.1.abs()), "{text}");
        let mut seen = std::collections::HashSet::new();
        for (span, logit) in &spans {
            assert!(seen.insert(span.clone()), "{text}");
            let pieces = explanation
                .contributions
                .iter()
                .filter(|it| it.span == *span);
            let sum: f64 = pieces.map(|it| it.logit).sum();
            assert!((logit - sum).abs() < 1e-9, "{text}");
        }
        assert!(
            explanation
                .contributions
                .iter()
                .all(|it| seen.contains(&it.span))
        );
        for it in &explanation.contributions {
            if matches!(it.evidence, Evidence::Style(Style::Exclamations)) {
                assert_eq!(it.span, 0..text.len());
                styles += 1;
            }
        }
    }
    assert!(styles > 100, "{styles}");
}

/// What a log needs, and no table.
#[test]
fn a_detector_is_shown_in_a_line() {
    let detector = Detector::pretrained().with_base_rate(0.05).unwrap();
    let digest = detector.model().digest();
    let expected = format!(
        "Detector {{ model: Model {{ name: \"hoaks-1\", digest: {digest:?}, .. }}, \
         base_rate: 0.05, claims: None, .. }}"
    );
    assert_eq!(format!("{detector:?}"), expected);
}

#[test]
fn nothing_to_go_by_is_uncertain() {
    let detector = Detector::pretrained();
    for text in ["", "   ", "12345 !!! 😀", "https://contoh.id", "@user"] {
        assert_eq!(
            detector.assess(text).verdict(),
            Verdict::Uncertain,
            "{text:?}"
        );
    }
}

/// No candidate, party, region or faith may move a score by its name.
#[test]
fn swapping_names_changes_nothing() {
    let detector = Detector::pretrained();
    for (template, names) in [
        (
            "Tim {} membagikan sembako di TPS",
            &[
                "Prabowo Subianto",
                "Ganjar Pranowo",
                "Anies Baswedan",
                "Jokowi",
            ][..],
        ),
        (
            "Kader {} tertangkap membawa surat suara",
            &["Gerindra", "PDIP", "Golkar", "PKS", "Nasdem"][..],
        ),
        (
            "Ribuan warga {} tidak bisa mencoblos",
            &["Surabaya", "Jakarta", "Aceh", "Papua"][..],
        ),
        (
            "Rumah ibadah umat {} dijadikan TPS",
            &["Islam", "Kristen", "Hindu", "Katolik"][..],
        ),
    ] {
        let logits: Vec<u64> = names
            .iter()
            .map(|name| {
                detector
                    .assess(&template.replace("{}", name))
                    .hoax()
                    .logit()
                    .to_bits()
            })
            .collect();
        assert!(
            logits.windows(2).all(|pair| pair[0] == pair[1]),
            "{template}: {names:?}"
        );
    }
}

#[test]
fn a_disguised_text_scores_as_the_plain_one() {
    let detector = Detector::pretrained();
    let plain = detector
        .assess("sebarkan server kpu sudah diatur")
        .hoax()
        .logit();
    for disguised in [
        "seb\u{200B}arkan ser\u{200D}ver kpu sudah diatur",
        "sеbаrkаn sеrvеr kpu sudаh diаtur",
        "ѕеbаrkаn ｓｅｒｖｅｒ kpu 𝘀𝘂𝗱𝗮𝗵 diatur",
        "s3b4rkan serv3r kpu sud4h diatur",
        "sebarkaaaan server kpu sudahhhh diatur",
        "s e b a r k a n server kpu sudah diatur",
    ] {
        let logit = detector.assess(disguised).hoax().logit();
        assert!((logit - plain).abs() < 1e-12, "{disguised}");
    }
}

proptest! {
    /// Words that come again, disguised or not, are remembered by a batch.
    #[test]
    fn any_batch_is_one_by_one(texts in proptest::collection::vec(prop_oneof![any::<String>(), "([a-cа-в漢é]{1,30}[ .]){0,8}"], 0..40)) {
        let single: Vec<_> = texts.iter().map(|text| bits(&detector().assess(text))).collect();
        let batch: Vec<_> = detector().assess_batch(&texts).iter().map(bits).collect();
        prop_assert_eq!(single, batch);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn any_text_is_answered_soundly(text in prop_oneof![any::<String>(), "[ -~]{0,80}", "[a-z !?A-Z\u{200B}é漢😀]{0,60}"]) {
        let detector = detector();
        let assessment = detector.assess(&text);
        let score = assessment.hoax();
        prop_assert!(score.logit().is_finite());
        prop_assert!((0.0..=1.0).contains(&score.probability()));
        let explanation = detector.explain(&text);
        prop_assert!((explanation.logit() - score.logit()).abs() < 1e-4);
        for contribution in &explanation.contributions {
            prop_assert!(text.get(contribution.span.clone()).is_some());
        }
    }
}

#[test]
fn a_hashtag_of_any_length_is_answered() {
    // Every place where two names could meet, tried in these, would take hours.
    let mut state = 1_u32;
    let random: String = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + (state >> 24) as u8 % 26)
    })
    .take(2_000_000)
    .collect();
    for tag in [
        format!("#{random}"),
        format!("#{}", "prabowo".repeat(300_000)),
    ] {
        assert!(detector().assess(&tag).hoax().logit().is_finite());
    }
}
