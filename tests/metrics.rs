//! Metrics against scikit-learn and against their own symmetries.

use std::error::Error as StdError;

use hoaks::evaluate::{
    average_precision, brier_score, expected_calibration_error, log_loss,
    recall_at_false_positive_rate, roc_auc,
};
use hoaks::{Error, ErrorKind};
use proptest::prelude::*;
use serde_json::Value;

fn numbers(value: &Value) -> Vec<f64> {
    let items = value.as_array().into_iter().flatten();
    items.filter_map(Value::as_f64).collect()
}

fn is_parameter(result: Result<f64, Error>, wanted: &str) -> bool {
    let kind = result.err().map(|error| error.kind().clone());
    matches!(kind, Some(ErrorKind::Parameter { name, .. }) if name == wanted)
}

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
    }
    Ok(())
}

#[test]
fn known_values() -> Result<(), Error> {
    let labels = [true, true, false, false];
    let infinity = f64::INFINITY;
    assert_eq!(roc_auc(&[infinity, 1.0, 0.0, -infinity], &labels)?, 1.0);
    assert_eq!(roc_auc(&[0.0, -0.0, 0.0, -0.0], &labels)?, 0.5);
    assert_eq!(average_precision(&[1.0; 4], &labels)?, 0.5);
    assert_eq!(brier_score(&[1.0, 1.0, 0.0, 0.0], &labels)?, 0.0);
    assert_eq!(brier_score(&[0.0, 0.0, 1.0, 1.0], &labels)?, 1.0);
    let worst = log_loss(&[0.0, 0.0, 1.0, 1.0], &labels)?;
    assert!(worst > 36.0 && worst < 36.1);
    // Two bins, each off by a quarter.
    let p = [0.75, 0.75, 0.25, 0.25];
    assert_eq!(expected_calibration_error(&p, &labels, 10)?, 0.25);
    // One bin, in which the errors cancel.
    assert_eq!(expected_calibration_error(&p, &labels, 1)?, 0.0);
    Ok(())
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
