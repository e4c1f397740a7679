//! Metrics against scikit-learn and against their own symmetries.

mod common;

use std::error::Error as StdError;

use common::{is_parameter, numbers};
use hoaks::evaluate::{
    Confusion, average_precision, brier_score, confusion, expected_calibration_error, log_loss,
    precision_recall_curve, recall_at_false_positive_rate, reliability_curve, roc_auc, roc_curve,
};
use hoaks::{Error, ErrorKind};
use proptest::prelude::*;
use serde_json::Value;

#[test]
fn metrics_are_those_of_scikit_learn() -> Result<(), Box<dyn StdError>> {
    let golden: Value = serde_json::from_str(include_str!("golden/linear.json"))?;
    let cases = golden["metrics"].as_array().ok_or("no cases")?;
    assert_eq!(cases.len(), 3);
    for case in cases {
        let p = numbers(&case["probabilities"]);
        let labels = case["labels"].as_array().ok_or("no labels")?;
        let y: Vec<bool> = labels.iter().filter_map(Value::as_bool).collect();
        let close = |name: &str, found: f64| {
            let wanted = case[name].as_f64().unwrap_or(f64::NAN);
            assert!((found - wanted).abs() < 1e-12, "{name}: {found} {wanted}");
        };
        close("roc_auc", roc_auc(&p, &y)?);
        close("average_precision", average_precision(&p, &y)?);
        close("brier_score", brier_score(&p, &y)?);
        close("log_loss", log_loss(&p, &y)?);
        let ece = |bins| expected_calibration_error(&p, &y, bins);
        close("calibration_error_10", ece(10)?);
        close("calibration_error_3", ece(3)?);
        let rates = numbers(&case["rates"]);
        assert_eq!(rates.len(), 6);
        for (rate, wanted) in rates.iter().zip(numbers(&case["recalls"])) {
            let found = recall_at_false_positive_rate(&p, &y, *rate)?;
            assert!((found - wanted).abs() < 1e-12, "{rate}: {found} {wanted}");
        }
        at_thresholds(&case["at"], &p, &y)?;
        curves(&case["curves"], &p, &y)?;
    }
    Ok(())
}

fn at_thresholds(golden: &Value, p: &[f64], y: &[bool]) -> Result<(), Box<dyn StdError>> {
    let cases = golden.as_array().ok_or("no thresholds")?;
    assert_eq!(cases.len(), 5);
    for case in cases {
        let number = |name: &str| case[name].as_f64().unwrap_or(f64::NAN);
        let found = confusion(p, y, number("threshold"))?;
        let counts = [
            found.true_positives,
            found.false_positives,
            found.true_negatives,
            found.false_negatives,
        ];
        assert_eq!(counts.map(|count| count as f64), *numbers(&case["counts"]));
        assert_eq!(found.rows(), y.len());
        for (name, value) in [
            ("accuracy", found.accuracy()),
            ("precision", found.precision()),
            ("recall", found.recall()),
            ("f1", found.f1()),
            ("macro_f1", found.macro_f1()),
            ("mcc", found.mcc()),
        ] {
            let wanted = number(name);
            assert!((value - wanted).abs() < 1e-12, "{name}: {value} {wanted}");
        }
    }
    Ok(())
}

fn points(value: &Value) -> Vec<Vec<f64>> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .map(numbers)
        .collect()
}

fn same(found: &[Vec<f64>], wanted: &[Vec<f64>]) {
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().flatten().zip(wanted.iter().flatten()) {
        assert!((found - wanted).abs() < 1e-12, "{found} {wanted}");
    }
}

fn curves(golden: &Value, p: &[f64], y: &[bool]) -> Result<(), Box<dyn StdError>> {
    let roc = roc_curve(p, y)?;
    let start = roc.first().ok_or("no points")?;
    assert_eq!(
        (start.threshold, start.x, start.y),
        (f64::INFINITY, 0.0, 0.0)
    );
    let (found, thresholds): (Vec<_>, Vec<_>) = roc[1..]
        .iter()
        .map(|point| (vec![point.x, point.y], point.threshold))
        .unzip();
    same(&found, &points(&golden["roc"]));
    assert_eq!(thresholds, numbers(&golden["roc_thresholds"]));
    let found: Vec<_> = precision_recall_curve(p, y)?
        .iter()
        .map(|point| vec![point.x, point.y, point.threshold])
        .collect();
    same(&found, &points(&golden["pr"]));
    for bins in [3, 7] {
        let curve = reliability_curve(p, y, bins)?;
        let count: usize = curve.iter().map(|bin| bin.count).sum();
        assert_eq!(count, y.len());
        let found: Vec<_> = curve
            .iter()
            .map(|bin| vec![bin.mean_probability, bin.rate])
            .collect();
        same(&found, &points(&golden[format!("reliability_{bins}")]));
    }
    Ok(())
}

#[test]
fn known_values() -> Result<(), Error> {
    let labels = [true, true, false, false];
    let infinity = f64::INFINITY;
    assert_eq!(roc_auc(&[infinity, 1.0, 0.0, -infinity], &labels)?, 1.0);
    assert_eq!(roc_auc(&[0.0, 0.0, -0.0, -0.0], &labels)?, 0.5);
    assert_eq!(average_precision(&[1.0; 4], &labels)?, 0.5);
    assert_eq!(brier_score(&[1.0, 1.0, 0.0, 0.0], &labels)?, 0.0);
    assert_eq!(brier_score(&[0.0, 0.0, 1.0, 1.0], &labels)?, 1.0);
    let worst = log_loss(&[0.0, 0.0, 1.0, 1.0], &labels)?;
    assert!(worst > 36.0 && worst < 36.1);
    // Two bins, each off by a quarter.
    let p = [0.75, 0.75, 0.25, 0.25];
    assert_eq!(expected_calibration_error(&p, &labels, 10)?, 0.25);
    assert_eq!(expected_calibration_error(&p, &labels, 10_000)?, 0.25);
    // Two true positives, one false one, and one row that is not flagged.
    let counts = confusion(&[0.9, 0.8, 0.7, 0.1], &labels, 0.5)?;
    assert_eq!((counts.flagged(), counts.accuracy()), (0.75, 0.75));
    let counts = confusion(&[0.9, 0.1, 0.1, 0.1], &labels, 0.5)?;
    assert_eq!((counts.flagged(), counts.accuracy()), (0.25, 0.75));
    // One bin, in which the errors cancel.
    assert_eq!(expected_calibration_error(&p, &labels, 1)?, 0.0);
    Ok(())
}

#[test]
fn ratios_of_nothing_are_zero() -> Result<(), Error> {
    let nothing = Confusion::default();
    let ratios = [
        nothing.accuracy(),
        nothing.flagged(),
        nothing.precision(),
        nothing.recall(),
        nothing.false_positive_rate(),
        nothing.f1(),
        nothing.macro_f1(),
        nothing.mcc(),
    ];
    assert_eq!(ratios, [0.0; 8]);
    // One class only: how often background is flagged.
    let background = confusion(&[0.9, 0.2, 0.5, 0.4], &[false; 4], 0.5)?;
    assert_eq!(background.false_positive_rate(), 0.5);
    assert_eq!(background.flagged(), 0.5);
    assert_eq!((background.recall(), background.mcc()), (0.0, 0.0));
    // Counts whose product is far beyond 64 bits.
    let most = Confusion {
        true_positives: 1 << 50,
        true_negatives: 1 << 50,
        ..nothing
    };
    assert_eq!(most.mcc(), 1.0);
    // Counts whose sums are beyond 64 bits.
    let full = Confusion {
        true_positives: usize::MAX,
        false_positives: usize::MAX,
        true_negatives: usize::MAX,
        false_negatives: usize::MAX,
    };
    assert_eq!((full.rows(), full.mcc()), (usize::MAX, 0.0));
    let halves = [
        full.accuracy(),
        full.flagged(),
        full.precision(),
        full.recall(),
        full.false_positive_rate(),
        full.f1(),
        full.macro_f1(),
    ];
    assert_eq!(halves, [0.5; 7]);
    Ok(())
}

#[test]
fn bins_hold_their_lower_edge_and_empty_ones_are_left_out() -> Result<(), Error> {
    let p = [0.0, 0.25, 0.5, 1.0];
    let curve = reliability_curve(&p, &[false, false, true, true], 4)?;
    let found: Vec<_> = curve
        .iter()
        .map(|bin| (bin.mean_probability, bin.rate, bin.count))
        .collect();
    let alone = |p, rate| (p, rate, 1);
    assert_eq!(
        found,
        [
            alone(0.0, 0.0),
            alone(0.25, 0.0),
            alone(0.5, 1.0),
            alone(1.0, 1.0)
        ]
    );
    // As many bins as there are, an edge times their number need not be whole.
    for bins in 1..200 {
        for bin in 1..bins {
            let edge = bin as f64 / bins as f64;
            let curve = reliability_curve(&[edge, edge.next_down()], &[true, false], bins)?;
            let rates: Vec<f64> = curve.iter().map(|bin| bin.rate).collect();
            assert_eq!(rates, [0.0, 1.0], "{bin} of {bins}");
        }
    }
    Ok(())
}

#[test]
fn bad_input_of_thresholds_is_refused() {
    let counted = |scores: &[f64], labels: &[bool], threshold| {
        confusion(scores, labels, threshold).map(|found| found.accuracy())
    };
    assert!(is_parameter(
        counted(&[0.5], &[true], f64::NAN),
        "threshold"
    ));
    assert!(is_parameter(counted(&[f64::NAN], &[true], 0.5), "score"));
    let shape = confusion(&[0.5], &[], 0.5).map_err(|error| error.kind().clone());
    assert!(matches!(
        shape,
        Err(ErrorKind::Shape {
            expected: 1,
            found: 0,
            ..
        })
    ));
    for curve in [roc_curve, precision_recall_curve] {
        assert!(curve(&[0.5, 0.5], &[true, true]).is_err());
        assert!(curve(&[0.5, f64::NAN], &[true, false]).is_err());
    }
}

#[test]
fn bad_input_is_refused() {
    type Metric = fn(&[f64], &[bool]) -> Result<f64, Error>;
    let ranking: [Metric; 3] = [roc_auc, average_precision, |s, y| {
        recall_at_false_positive_rate(s, y, 0.1)
    }];
    let probability: [Metric; 3] = [brier_score, log_loss, |p, y| {
        expected_calibration_error(p, y, 10)
    }];
    for metric in ranking.into_iter().chain(probability) {
        let kind = |scores: &[f64], labels: &[bool]| {
            let error = metric(scores, labels).err();
            error.map(|error| error.kind().clone())
        };
        assert!(kind(&[0.5, 0.5], &[true, false]).is_none());
        assert!(matches!(
            kind(&[0.5, 0.5], &[true]),
            Some(ErrorKind::Shape {
                expected: 2,
                found: 1,
                ..
            })
        ));
        for labels in [&[][..], &[true; 2], &[false; 2]] {
            let found = kind(&vec![0.5; labels.len()], labels);
            assert!(matches!(found, Some(ErrorKind::TrainingData { .. })));
        }
    }
    let labels = [true, false];
    for metric in ranking {
        assert!(is_parameter(metric(&[f64::NAN, 0.0], &labels), "score"));
        assert!(metric(&[-3.0, 7.0], &labels).is_ok());
    }
    for metric in probability {
        for bad in [f64::NAN, -0.1, 1.1] {
            assert!(is_parameter(metric(&[0.5, bad], &labels), "probability"));
        }
    }
    for rate in [-0.1, 1.1, f64::NAN] {
        let found = recall_at_false_positive_rate(&[0.0, 1.0], &labels, rate);
        assert!(is_parameter(found, "max_rate"));
    }
    for bins in [0, 10_001, usize::MAX] {
        let found = expected_calibration_error(&[0.0, 1.0], &labels, bins);
        assert!(is_parameter(found, "bins"));
    }
}

/// Scores with many ties, and labels of both classes.
fn scored() -> impl Strategy<Value = (Vec<f64>, Vec<bool>)> {
    prop::collection::vec((-8_i32..8, any::<bool>()), 2..60)
        .prop_map(|rows| {
            let (scores, labels): (Vec<i32>, _) = rows.into_iter().unzip();
            (scores.into_iter().map(f64::from).collect(), labels)
        })
        .prop_filter("both classes", |(_, labels): &(_, Vec<bool>)| {
            labels.contains(&true) && labels.contains(&false)
        })
}

proptest! {
    #[test]
    fn curves_enclose_their_areas((scores, labels) in scored()) {
        let roc = roc_curve(&scores, &labels)?;
        let area: f64 = roc
            .windows(2)
            .map(|pair| (pair[1].x - pair[0].x) * (pair[1].y + pair[0].y) / 2.0)
            .sum();
        prop_assert!((area - roc_auc(&scores, &labels)?).abs() < 1e-12);
        let (mut area, mut before) = (0.0, 0.0);
        for point in precision_recall_curve(&scores, &labels)? {
            area += (point.x - before) * point.y;
            before = point.x;
        }
        prop_assert!((area - average_precision(&scores, &labels)?).abs() < 1e-12);
    }

    #[test]
    fn points_of_curves_are_what_their_threshold_flags((scores, labels) in scored()) {
        for point in roc_curve(&scores, &labels)? {
            let counts = confusion(&scores, &labels, point.threshold)?;
            prop_assert_eq!(point.x, counts.false_positive_rate());
            prop_assert_eq!(point.y, counts.recall());
        }
        for point in precision_recall_curve(&scores, &labels)? {
            let counts = confusion(&scores, &labels, point.threshold)?;
            prop_assert_eq!(point.x, counts.recall());
            prop_assert_eq!(point.y, counts.precision());
        }
    }

    #[test]
    fn macro_f1_and_mcc_see_both_classes_alike((scores, labels) in scored()) {
        let counts = confusion(&scores, &labels, 0.5)?;
        let turned = Confusion {
            true_positives: counts.true_negatives,
            false_positives: counts.false_negatives,
            true_negatives: counts.true_positives,
            false_negatives: counts.false_positives,
        };
        prop_assert!((counts.macro_f1() - turned.macro_f1()).abs() < 1e-12);
        prop_assert!((counts.mcc() - turned.mcc()).abs() < 1e-12);
    }

    #[test]
    fn auc_sees_only_the_order((scores, labels) in scored()) {
        let bent: Vec<f64> = scores.iter().map(|s| (s / 4.0).exp() - 3.0).collect();
        prop_assert_eq!(roc_auc(&scores, &labels)?, roc_auc(&bent, &labels)?);
    }

    #[test]
    fn auc_of_flipped_labels_is_the_rest((scores, labels) in scored()) {
        let flipped: Vec<bool> = labels.iter().map(|label| !label).collect();
        let sum = roc_auc(&scores, &labels)? + roc_auc(&scores, &flipped)?;
        prop_assert!((sum - 1.0).abs() < 1e-12);
    }

    #[test]
    fn auc_is_the_share_of_ordered_pairs((scores, labels) in scored()) {
        let (mut won, mut pairs) = (0.0, 0.0);
        for (a, _) in scores.iter().zip(&labels).filter(|row| *row.1) {
            for (b, _) in scores.iter().zip(&labels).filter(|row| !row.1) {
                pairs += 1.0;
                won += if a > b { 1.0 } else if a == b { 0.5 } else { 0.0 };
            }
        }
        prop_assert!((roc_auc(&scores, &labels)? - won / pairs).abs() < 1e-12);
    }
}
