//! Calibration, against scipy and against what its documentation promises.

mod common;

use std::error::Error as StdError;

use common::{booleans, is_parameter, is_shape, is_training_data, kind, number, numbers};
use hoaks::ErrorKind;
use hoaks::linear::Platt;
use serde_json::Value;

type Tested = Result<(), Box<dyn StdError>>;

fn golden() -> serde_json::Result<Value> {
    let mut all: Value = serde_json::from_str(include_str!("golden/linear.json"))?;
    Ok(all["platt"].take())
}

#[test]
fn calibration_finds_the_line_that_scipy_finds() -> Tested {
    let golden = golden()?;
    let cases = golden.as_array().ok_or("no cases")?;
    assert_eq!(cases.len(), 3);
    for case in cases {
        let platt = Platt::fit(&numbers(&case["scores"]), &booleans(&case["labels"]))?;
        let (slope, intercept) = (number(&case["slope"]), number(&case["intercept"]));
        assert!((platt.slope() - slope).abs() < 1e-3, "{platt:?} {slope}");
        assert!((platt.intercept() - intercept).abs() < 1e-3, "{platt:?}");
        for score in [-3.0, 0.0, 2.5] {
            let logit = slope * score + intercept;
            assert!((platt.apply(score) - logit).abs() < 1e-2);
            let probability = 1.0 / (1.0 + (-logit).exp());
            assert!((platt.probability(score) - probability).abs() < 1e-3);
        }
    }
    Ok(())
}

#[test]
fn the_unit_of_small_scores_makes_no_difference() -> Tested {
    let golden = golden()?;
    for case in golden.as_array().ok_or("no cases")? {
        let labels = booleans(&case["labels"]);
        for unit in [1e-3, 1e-9, 1e-15, 1e-200] {
            let scores = numbers(&case["scores"]).into_iter();
            let scores: Vec<f64> = scores.map(|score| score * unit).collect();
            let platt = Platt::fit(&scores, &labels)?;
            let (slope, intercept) = (number(&case["slope"]), number(&case["intercept"]));
            let found = platt.slope() * unit;
            assert!((found - slope).abs() < 1e-3, "{unit:e}: {found} {slope}");
            assert!((platt.intercept() - intercept).abs() < 1e-3, "{platt:?}");
        }
    }
    Ok(())
}

#[test]
fn calibration_refuses_what_cannot_be_calibrated() -> Tested {
    let both = [true, false];
    assert!(is_shape(Platt::fit(&[0.0, 1.0, 2.0], &both), 3, 2));
    for bad in [f64::NAN, f64::INFINITY] {
        assert!(is_parameter(Platt::fit(&[0.0, bad], &both), "score"));
        assert!(is_parameter(Platt::new(bad, 0.0), "slope"));
        assert!(is_parameter(Platt::new(0.0, bad), "intercept"));
    }
    assert!(is_training_data(Platt::fit(&[], &[])));
    assert!(is_training_data(Platt::fit(&[0.0, 1.0], &[true, true])));
    assert!(is_training_data(Platt::fit(&[0.0, 1.0], &[false, false])));
    assert!(is_training_data(Platt::fit(&[2.0, 2.0], &both)));
    let huge = Platt::fit(&[1e200, -1e200, 0.0], &[true, false, true]);
    assert!(matches!(kind(huge), Some(ErrorKind::Linfa { .. })));

    let platt = Platt::new(f64::MAX, -1.0)?;
    assert_eq!(platt.probability(f64::NAN), 0.5);
    assert_eq!(platt.probability(f64::INFINITY), 1.0);
    assert_eq!(platt.probability(-1e10), 0.0);
    Ok(())
}
