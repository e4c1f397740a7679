//! Long texts are trusted less: in calibration, in the model file, in what a
//! detector says and in how it explains it.

use hoaks::features::Vectorizer;
use hoaks::linear::{Logistic, Platt};
use hoaks::training::{Corpus, DampedPlatt, Example, Held, Provenance, Trainer, assemble};
use hoaks::{Detector, Error, ErrorKind, Model};
use proptest::prelude::*;

const BASE_RATE: f64 = 0.2;

fn model(damping: Option<f64>) -> Result<Model, Error> {
    let texts = [
        ("VIRAL!! surat suara tercoblos, sebarkan", true),
        ("jadwal kampanye diumumkan", false),
    ];
    let examples = texts.map(|(text, label)| Example {
        text: text.to_owned(),
        label,
        group: 0,
    });
    let corpus = Corpus::new(Vectorizer::new(8, [4, 2, 1])?, &examples);
    let fit = Trainer::new(Logistic::new()).fit(&corpus, &[0, 1], &[1.0, 1.0])?;
    let line = Platt::new(3.0, -0.5)?;
    let head = fit
        .weights
        .into_head("hoax", &line, BASE_RATE, [0.3, 0.7])?;
    let head = match damping {
        Some(damping) => head.damped(damping),
        None => head,
    };
    assemble(vec![head], Provenance::default())
}

fn detector(damping: f64) -> Detector {
    Detector::new(model(Some(damping)).unwrap()).unwrap()
}

fn logit(detector: &Detector, text: &str) -> f64 {
    detector.assess(text).hoax().logit()
}

/// Odds of .2 are 1 to 4.
fn prior() -> f64 {
    0.25_f64.ln()
}

#[test]
fn distance_from_the_base_rate_shrinks_with_length() {
    let (plain, damped) = (detector(0.0), detector(1.0 / 64.0));
    let vectorizer = Vectorizer::new(8, [4, 2, 1]).unwrap();
    for text in [
        "",
        "sebarkan",
        "jadwal kampanye, sebarkan surat suara!!",
        &"surat suara tercoblos ".repeat(300),
    ] {
        let grams = vectorizer.vector(text).grams as f64;
        let kept = 1.0 / (1.0 + grams / 64.0).sqrt();
        let expected = prior() + kept * (logit(&plain, text) - prior());
        assert!(
            (logit(&damped, text) - expected).abs() < 1e-9,
            "{text:.20} {grams}"
        );
    }
    assert_eq!(vectorizer.vector("").grams, 0);
    // A word; runs of 3, 4 and 5 of ^aku$: 3 + 2 + 1.
    assert_eq!(vectorizer.vector("aku").grams, 7);
}

#[test]
fn without_damping_the_file_names_none_and_no_bit_changes() {
    let (none, zero) = (model(None).unwrap(), model(Some(0.0)).unwrap());
    let bytes = zero.to_bytes().unwrap();
    assert_eq!(none.to_bytes().unwrap(), bytes);
    assert!(!String::from_utf8_lossy(&bytes).contains("damping"));
    let head = &zero.card().heads[0];
    assert_eq!(logit(&detector(0.0), "").to_bits(), head.bias.to_bits());
}

#[test]
fn damping_is_in_the_file() {
    let bytes = model(Some(0.5)).unwrap().to_bytes().unwrap();
    let read = Model::from_bytes(&bytes).unwrap();
    assert_eq!(read.card().heads[0].damping, 0.5);
    assert_eq!(read.to_bytes().unwrap(), bytes);
}

#[test]
fn damping_out_of_range_is_refused() {
    for damping in [-1e-9, 1.000_001, f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
        let error = model(Some(damping)).unwrap_err();
        let is_format = matches!(error.kind(), ErrorKind::ModelFormat { .. });
        assert!(is_format, "{damping}: {error}");
    }
    assert!(model(Some(1.0)).is_ok());
}

proptest! {
    #[test]
    fn contributions_add_up_and_base_rates_shift(
        text in prop_oneof![any::<String>(), "(surat suara|VIRAL|sebarkan|jadwal|!!|[ ,.]){0,60}"],
        damping in 0.0..1.0,
    ) {
        let damped = detector(damping);
        let at = logit(&damped, &text);
        prop_assert!((damped.explain(&text).logit() - at).abs() < 1e-4);
        // From odds of 1:4 to 1:1.
        let moved = damped.with_base_rate(0.5).unwrap();
        prop_assert!((logit(&moved, &text) - at - 4.0_f64.ln()).abs() < 1e-9);
        prop_assert!((moved.explain(&text).logit() - logit(&moved, &text)).abs() < 1e-4);
    }

    #[test]
    fn a_higher_score_is_a_higher_logit_at_any_length(
        scores in (-50.0_f64..50.0, -50.0_f64..50.0),
        grams in 0_usize..1_000_000,
        rate in 0.01..0.99,
    ) {
        let fitted = DampedPlatt::fit(&known()).unwrap();
        let (low, high) = (scores.0.min(scores.1), scores.0.max(scores.1));
        prop_assert!(fitted.apply(low, grams, rate) <= fitted.apply(high, grams, rate));
    }
}

/// So many of each label with one score.
fn rows(genre: usize, grams: usize, score: f64, hoax: usize, valid: usize) -> Vec<Held> {
    let row = |label| Held {
        score,
        grams,
        label,
        genre,
    };
    [vec![row(true); hoax], vec![row(false); valid]].concat()
}

/// Odds that slope ln 9, intercept 0 and damping 1/512 give exactly.
fn known() -> Vec<Held> {
    [
        // Short, half of it hoaxes: odds of 9.
        rows(0, 0, 1.0, 9, 1),
        rows(0, 0, -1.0, 1, 9),
        // sqrt(1 + 1536 / 512) = 2: odds of the root of 9.
        rows(1, 1536, 1.0, 3, 1),
        rows(1, 1536, -1.0, 1, 3),
        // Short, 30 of 40 hoaxes: odds of 3 x 9 and 3 / 9.
        rows(7, 0, 1.0, 27, 1),
        rows(7, 0, -1.0, 3, 9),
    ]
    .concat()
}

#[test]
fn scaling_is_found_whatever_the_shares_of_genres() {
    let fitted = DampedPlatt::fit(&known()).unwrap();
    assert!((fitted.slope() - 9.0_f64.ln()).abs() < 1e-5, "{fitted:?}");
    assert!(fitted.intercept().abs() < 1e-5, "{fitted:?}");
    assert_eq!(fitted.damping(), 1.0 / 512.0);
    assert!((fitted.apply(1.0, 1536, 0.5) - 3.0_f64.ln()).abs() < 1e-5);
    // Odds of 9 at even odds before, times 1:4.
    assert!((fitted.apply(1.0, 0, 0.2) - 2.25_f64.ln()).abs() < 1e-5);
    let line = fitted.undamped(0.2).unwrap();
    assert!((line.apply(1.0) - 2.25_f64.ln()).abs() < 1e-5);
    for rate in [0.0, 1.0, -1.0, 2.0, f64::NAN] {
        let error = fitted.undamped(rate).unwrap_err();
        let name = "base_rate";
        assert!(
            matches!(error.kind(), ErrorKind::Parameter { name: it, .. } if *it == name),
            "{error}"
        );
    }
}

#[test]
fn the_unit_of_small_scores_makes_no_difference() {
    for unit in [1e-3, 1e-9, 1e-200] {
        let mut rows = known();
        for row in &mut rows {
            row.score *= unit;
        }
        let fitted = DampedPlatt::fit(&rows).unwrap();
        let slope = fitted.slope() * unit;
        assert!((slope - 9.0_f64.ln()).abs() < 1e-5, "{fitted:?}");
        assert!(fitted.intercept().abs() < 1e-5, "{fitted:?}");
        assert_eq!(fitted.damping(), 1.0 / 512.0);
    }
}

#[test]
fn genres_of_one_label_say_nothing_and_sizes_do_not_count() {
    let plain = DampedPlatt::fit(&known()).unwrap();
    let more = [known(), rows(usize::MAX, 5, 3.0, 0, 1000)].concat();
    assert_eq!(DampedPlatt::fit(&more).unwrap(), plain);
    // Odds that no line fits: a genre counts the same ten times over.
    let other = rows(9, 100, 0.5, 1, 4);
    let other = [other, rows(9, 100, 1.5, 1, 1)].concat();
    let once = DampedPlatt::fit(&[known(), other.clone()].concat()).unwrap();
    let often = DampedPlatt::fit(&[known(), other.repeat(10)].concat()).unwrap();
    assert!((once.slope() - often.slope()).abs() < 1e-5);
    assert_eq!(once.damping(), often.damping());
    assert!((once.slope() - plain.slope()).abs() > 1e-3);
}

#[test]
fn nothing_to_learn_from_is_an_error() {
    let training = |rows: &[Held], said: &str| {
        let error = DampedPlatt::fit(rows).unwrap_err();
        let kind = error.kind();
        assert!(
            matches!(kind, ErrorKind::TrainingData { problem } if problem.contains(said)),
            "{error}"
        );
    };
    training(&[], "both classes");
    training(&rows(0, 10, 1.0, 5, 0), "both classes");
    let same = [rows(0, 10, 1.0, 5, 5), rows(1, 90, 1.0, 2, 5)].concat();
    training(&same, "scores that differ");
    let mut large = known();
    for row in &mut large {
        row.score *= 1e200;
    }
    training(&large, "too large");
    let error = DampedPlatt::fit(&rows(0, 0, f64::NAN, 1, 1)).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Parameter { .. }),
        "{error}"
    );
}
