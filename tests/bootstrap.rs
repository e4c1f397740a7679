//! Intervals: that they cover what they claim, for whole groups, and always
//! the same.

mod common;

use common::random::Random;
use hoaks::evaluate::{bootstrap, bootstrap_difference, confusion, roc_auc};
use hoaks::{Error, ErrorKind};

struct Sample {
    scores: Vec<f64>,
    rival: Vec<f64>,
    labels: Vec<bool>,
    groups: Vec<u32>,
}

/// 80 topics of 5 rows with one label each. The score is the label (shifted by
/// `effect`), plus what the topic adds, plus noise, each with variance 1; a
/// rival's score has more noise on top, of variance 2.
fn sample(random: &mut Random, effect: f64) -> Sample {
    let mut sample = Sample {
        scores: Vec::new(),
        rival: Vec::new(),
        labels: Vec::new(),
        groups: Vec::new(),
    };
    for group in 0..80 {
        let label = group % 2 == 0;
        let shared = random.normal() + if label { effect } else { 0.0 };
        for _ in 0..5 {
            let score = shared + random.normal();
            sample.scores.push(score);
            sample.rival.push(score + 2_f64.sqrt() * random.normal());
            sample.labels.push(label);
            sample.groups.push(group);
        }
    }
    sample
}

/// The areas under the ROC curve that the two scores have in truth, for the
/// effect 2: the standard normal distribution function at `2 / sqrt(2 * v)`,
/// `v` being the variance within a class, 2 and 4. From tables: Φ(1) and
/// Φ(1 / sqrt(2)).
const TRUTH: [f64; 2] = [0.841_344_746, 0.760_249_939];

#[test]
fn intervals_over_groups_cover_the_truth_and_those_over_rows_do_not() -> Result<(), Error> {
    let mut random = Random(20_240_214);
    let (mut by_group, mut by_row, mut by_pair) = (0, 0, 0);
    const TRIALS: u32 = 200;
    const ROW_TRIALS: u32 = 60;
    for trial in 0..u64::from(TRIALS) {
        let it = sample(&mut random, 2.0);
        let (scores, labels) = (&it.scores, &it.labels);
        let rows: Vec<u32> = (0..).take(labels.len()).collect();
        let over = |groups: &[u32]| bootstrap(scores, labels, groups, 200, trial, roc_auc);
        let covers = |found: hoaks::evaluate::Estimate, truth: f64| {
            u32::from(found.low <= truth && truth <= found.high)
        };
        by_group += covers(over(&it.groups)?, TRUTH[0]);
        if trial < u64::from(ROW_TRIALS) {
            by_row += covers(over(&rows)?, TRUTH[0]);
        }
        let pair =
            bootstrap_difference(scores, &it.rival, labels, &it.groups, 200, trial, roc_auc)?;
        by_pair += covers(pair.difference, TRUTH[0] - TRUTH[1]);
    }
    // 95 % nominal; three standard errors of 200 trials are 4.6 points, and
    // the percentile interval is known to fall a little short.
    let share = |covered: u32, of: u32| f64::from(covered) / f64::from(of);
    println!("{by_group} {by_pair} {by_row}");
    assert!((0.90..=0.985).contains(&share(by_group, TRIALS)));
    assert!((0.90..=0.985).contains(&share(by_pair, TRIALS)));
    // As if 400 rows were 400 witnesses.
    assert!(share(by_row, ROW_TRIALS) < 0.85);
    Ok(())
}

#[test]
fn pairing_sees_what_two_intervals_do_not() -> Result<(), Error> {
    let it = sample(&mut Random(7), 2.0);
    let alone = |scores: &[f64]| bootstrap(scores, &it.labels, &it.groups, 1000, 3, roc_auc);
    let (a, b) = (alone(&it.scores)?, alone(&it.rival)?);
    let pair = bootstrap_difference(
        &it.scores, &it.rival, &it.labels, &it.groups, 1000, 3, roc_auc,
    )?;
    assert!((pair.difference.value - (a.value - b.value)).abs() < 1e-12);
    assert!(a.low < b.high, "the two intervals overlap");
    assert!(pair.difference.low > 0.0, "and yet A is better");
    assert!(pair.share_above > 0.97);
    let turned = bootstrap_difference(
        &it.rival, &it.scores, &it.labels, &it.groups, 1000, 3, roc_auc,
    )?;
    assert!((turned.difference.low + pair.difference.high).abs() < 1e-12);
    assert!((turned.share_above + pair.share_above - 1.0).abs() < 1e-12);
    // A model beside itself: every resample is a tie.
    let same = bootstrap_difference(
        &it.rival, &it.rival, &it.labels, &it.groups, 200, 3, roc_auc,
    )?;
    assert_eq!(same.share_above, 0.5);
    assert_eq!((same.difference.low, same.difference.high), (0.0, 0.0));
    Ok(())
}

#[test]
fn groups_are_drawn_whole() -> Result<(), Error> {
    // One row in the first group, two in the second: with two draws there are
    // two, three or four rows, and never one of the two alone.
    let scores = [1.0, 10.0, 100.0];
    let sum = |scores: &[f64], labels: &[bool]| {
        assert_eq!(scores.len(), labels.len());
        assert!([2, 3, 4].contains(&scores.len()));
        let total: f64 = scores.iter().sum();
        assert!([2.0, 111.0, 220.0].contains(&total));
        Ok(total)
    };
    let found = bootstrap(&scores, &[true; 3], &[4, 9, 9], 500, 1, sum)?;
    assert_eq!((found.value, found.low, found.high), (111.0, 2.0, 220.0));
    Ok(())
}

#[test]
fn the_seed_decides_and_the_number_of_threads_does_not() -> Result<(), Error> {
    let it = sample(&mut Random(11), 1.0);
    let run = |seed| bootstrap(&it.scores, &it.labels, &it.groups, 300, seed, roc_auc);
    let first = run(5)?;
    assert_eq!(first, run(5)?);
    assert_ne!(first, run(6)?);
    #[cfg(feature = "parallel")]
    for threads in [1, 2, 5] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        let pool = pool.build().expect("threads");
        assert_eq!(pool.install(|| run(5))?, first);
    }
    Ok(())
}

#[test]
fn the_interval_is_that_of_percentiles() -> Result<(), Error> {
    // The mean of 400 rows in as many groups: its standard error is known, and
    // the interval is 1.96 of them to both sides.
    let mut random = Random(3);
    let scores: Vec<f64> = (0..400).map(|_| random.normal()).collect();
    let groups: Vec<u32> = (0..400).collect();
    let mean = |scores: &[f64], _: &[bool]| Ok(scores.iter().sum::<f64>() / scores.len() as f64);
    let found = bootstrap(&scores, &[true; 400], &groups, 10_000, 1, mean)?;
    let squares: f64 = scores.iter().map(|s| (s - found.value).powi(2)).sum();
    let error = (squares / 400.0).sqrt() / 20.0;
    for (end, side) in [(found.low, -1.96), (found.high, 1.96)] {
        let away = (end - found.value) / error;
        assert!((away - side).abs() < 0.08, "{away}");
    }
    Ok(())
}

#[test]
fn what_cannot_be_measured_is_said() -> Result<(), Error> {
    let kind = |groups: &[u32], resamples| {
        let found = bootstrap(&[0.1, 0.9], &[false, true], groups, resamples, 1, roc_auc);
        found.map_err(|error| error.kind().clone())
    };
    assert!(matches!(
        kind(&[1, 1], 100),
        Err(ErrorKind::TrainingData { .. })
    ));
    assert!(matches!(
        kind(&[1], 100),
        Err(ErrorKind::Shape {
            expected: 2,
            found: 1,
            ..
        })
    ));
    for resamples in [0, 99, 100_001] {
        assert!(matches!(
            kind(&[1, 2], resamples),
            Err(ErrorKind::Parameter {
                name: "resamples",
                ..
            })
        ));
    }
    for resamples in [100, 100_000] {
        assert!(kind(&[1, 2], resamples).is_ok(), "{resamples}");
    }
    // Half of the resamples have one class only.
    let found = kind(&[1, 2], 1000).map_err(|kind| panic!("{kind:?}"));
    let undefined = found.map_or(0, |found: hoaks::evaluate::Estimate| found.undefined);
    assert!((400..600).contains(&undefined), "{undefined}");
    // A fault of the metric is not hidden.
    let faulty = |s: &[f64], l: &[bool]| confusion(s, l, f64::NAN).map(|found| found.f1());
    assert!(bootstrap(&[0.1, 0.9], &[false, true], &[1, 2], 100, 1, faulty).is_err());
    // Nor one that it has on resamples only.
    let faulty = |s: &[f64], l: &[bool]| match s {
        [0.1, 0.9] => Ok(0.5),
        _ => confusion(s, l, f64::NAN).map(|found| found.f1()),
    };
    let found = bootstrap(&[0.1, 0.9], &[false, true], &[1, 2], 100, 1, faulty);
    let error = found.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Parameter { .. }));
    // Without any value there is no interval.
    let never = |_: &[f64], _: &[bool]| Ok(f64::NAN);
    let found = bootstrap(&[0.1, 0.9], &[false, true], &[1, 2], 100, 1, never);
    assert!(found.is_err());
    Ok(())
}

#[test]
fn a_metric_may_be_infinite() -> Result<(), Error> {
    // 39 resamples of 40 have the row that makes it so: the upper end lies between
    // numbers and infinity, or at infinity.
    let scores: Vec<f64> = (0..8).map(f64::from).collect();
    let groups: Vec<u32> = (0..8).collect();
    let largest = |scores: &[f64], _: &[bool]| {
        let largest = scores.iter().fold(0.0_f64, |most, it| most.max(*it));
        Ok(if largest >= 7.0 {
            f64::INFINITY
        } else {
            largest
        })
    };
    for sign in [1.0, -1.0] {
        let signed = |scores: &[f64], labels: &[bool]| Ok(sign * largest(scores, labels)?);
        for seed in 0..50 {
            let found = bootstrap(&scores, &[true; 8], &groups, 100, seed, signed)?;
            assert!(found.low <= found.high, "{found:?}");
            let (far, near) = if sign > 0.0 {
                (found.high, found.low)
            } else {
                (found.low, found.high)
            };
            assert_eq!(far, sign * f64::INFINITY);
            assert!(near.is_finite(), "{found:?}");
        }
    }
    // Where both are infinite there is no difference.
    let found =
        bootstrap_difference(&scores, &scores, &[true; 8], &groups, 100, 1, largest)?.difference;
    assert!(found.undefined > 0);
    assert_eq!((found.low, found.high), (0.0, 0.0));
    Ok(())
}

#[test]
fn an_estimate_is_shown_with_its_interval() -> Result<(), Error> {
    // A constant metric has no spread, so the interval is the figure.
    let constant = |_: &[f64], _: &[bool]| Ok(0.78849);
    let it = bootstrap(&[0.1, 0.2], &[true, false], &[0, 1], 100, 1, constant)?;
    assert_eq!(it.to_string(), "0.788 [0.788, 0.788]");
    assert_eq!(format!("{it:.1}"), "0.8 [0.8, 0.8]");
    Ok(())
}
