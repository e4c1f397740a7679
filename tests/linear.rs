//! Logistic regression and its records, against scikit-learn and against what their
//! documentation promises.

mod common;

use std::error::Error as StdError;

use common::{booleans, is_parameter, is_shape, is_training_data, number, numbers};
use hoaks::Error;
use hoaks::linear::{FittedLogistic, LinearClassifier, Logistic, SparseRecords};
use linfa::dataset::{Pr, Records};
use linfa::traits::{Fit, Predict, PredictInplace};
use linfa::{DatasetBase, ParamGuard};
use ndarray::{Array1, Axis};
use proptest::prelude::*;
use serde_json::Value;

type Tested = Result<(), Box<dyn StdError>>;

fn golden(part: &str) -> Result<Value, Box<dyn StdError>> {
    let mut all: Value = serde_json::from_str(include_str!("golden/linear.json"))?;
    Ok(all[part].take())
}

/// The golden rows, their labels and their weights.
struct Training {
    records: SparseRecords,
    labels: Vec<bool>,
    weights: Vec<f32>,
}

impl Training {
    fn new(golden: &Value) -> Result<Self, Box<dyn StdError>> {
        let mut records = SparseRecords::new(number(&golden["features"]) as usize);
        let rows = golden["indices"].as_array().into_iter().flatten();
        for (i, row) in rows.enumerate() {
            let indices: Vec<u32> = numbers(row).iter().map(|&x| x as u32).collect();
            let values = numbers(&golden["values"][i]);
            let values: Vec<f32> = values.iter().map(|&x| x as f32).collect();
            records.push_row(&indices, &values)?;
        }
        let weights = numbers(&golden["weights"]);
        Ok(Self {
            records,
            labels: booleans(&golden["labels"]),
            weights: weights.iter().map(|&x| x as f32).collect(),
        })
    }

    fn fit(&self, settings: Logistic, weighted: bool) -> Result<FittedLogistic, Error> {
        let weights = weighted.then_some(self.weights.as_slice());
        settings
            .check()?
            .fit_rows(&self.records, &self.labels, weights)
    }
}

/// Two rows, one of each label.
fn pair() -> Result<SparseRecords, Error> {
    let mut records = SparseRecords::new(3);
    records.push_row(&[0, 2], &[1.0, -2.0])?;
    records.push_row(&[1], &[0.5])?;
    Ok(records)
}

#[test]
fn finds_the_weights_that_scikit_learn_finds() -> Tested {
    let golden = golden("logistic")?;
    let training = Training::new(&golden)?;
    assert_eq!(training.records.rows(), 80);
    let fits = golden["fits"].as_array().ok_or("no fits")?;
    assert_eq!(fits.len(), 6);
    for wanted in fits {
        let settings = Logistic::new()
            .c(number(&wanted["c"]))
            .intercept_scale(number(&wanted["intercept_scale"]))
            .tolerance(1e-10)
            .max_epochs(100_000);
        let fitted = training.fit(settings, wanted["weighted"] == true)?;
        assert!(fitted.converged, "{fitted:?}");

        let objective = number(&wanted["objective"]);
        assert!((fitted.primal / objective - 1.0).abs() < 1e-8, "{fitted:?}");
        assert!((fitted.dual / objective - 1.0).abs() < 1e-8, "{fitted:?}");
        let weights = numbers(&wanted["weights"]);
        assert_eq!(fitted.classifier.weights().len(), weights.len());
        for (found, wanted) in fitted.classifier.weights().iter().zip(&weights) {
            assert!((found - wanted).abs() < 1e-3, "{found} {wanted}");
        }
        let intercept = number(&wanted["intercept"]);
        assert!((fitted.classifier.intercept() - intercept).abs() < 1e-3);
    }
    Ok(())
}

#[test]
fn states_the_objective_of_the_weights_it_returns() -> Tested {
    let training = Training::new(&golden("logistic")?)?;
    let fitted = training.fit(Logistic::new().c(5.0).intercept_scale(2.0), true)?;
    let classifier = &fitted.classifier;
    let constant_weight = classifier.intercept() / 2.0;
    let squares: f64 = classifier.weights().iter().map(|w| w * w).sum();
    let mut objective = 0.5 * (squares + constant_weight * constant_weight);
    let scores = classifier.decisions(&training.records)?;
    for ((score, label), weight) in scores.iter().zip(&training.labels).zip(&training.weights) {
        let margin = if *label { *score } else { -score };
        objective += 5.0 * f64::from(*weight) * (-margin).exp().ln_1p();
    }
    assert!((fitted.primal / objective - 1.0).abs() < 1e-12);
    Ok(())
}

#[test]
fn stops_at_the_tolerance_or_when_epochs_run_out() -> Tested {
    let training = Training::new(&golden("logistic")?)?;
    let gap = |fitted: &FittedLogistic| (fitted.primal - fitted.dual) / fitted.primal;
    let settings = Logistic::new().c(100.0);

    let loose = training.fit(settings.clone().tolerance(0.05), false)?;
    let tight = training.fit(settings.clone().tolerance(1e-8), false)?;
    assert!(loose.converged && gap(&loose) <= 0.05 && gap(&loose) > 1e-8);
    assert!(tight.converged && gap(&tight) <= 1e-8);
    assert!(loose.epochs < tight.epochs);

    let cut = training.fit(settings.tolerance(1e-8).max_epochs(2), false)?;
    assert!(!cut.converged && cut.epochs == 2 && gap(&cut) > 1e-8);
    Ok(())
}

#[test]
fn seed_decides_every_bit() -> Tested {
    let training = Training::new(&golden("logistic")?)?;
    let fit = |seed| training.fit(Logistic::new().c(3.0).seed(seed), true);
    let bits = |fitted: &FittedLogistic| -> Vec<u64> {
        let weights = fitted.classifier.weights().iter();
        weights.map(|weight| weight.to_bits()).collect()
    };
    let fitted = fit(7)?;
    assert_eq!(bits(&fitted), bits(&fit(7)?));
    assert_eq!(fitted, fit(7)?);
    assert_ne!(bits(&fitted), bits(&fit(8)?));
    // The same on every platform; another version of `libm` may change it.
    let digest = (bits(&fitted).iter()).fold(0_u64, |sum, &bits| sum.rotate_left(5) ^ bits);
    assert_eq!(digest, 0x4f4f_44c1_2a4d_4568, "{digest:#x}");
    Ok(())
}

#[test]
fn weight_two_is_two_rows_and_weight_zero_is_none() -> Tested {
    let training = Training::new(&golden("logistic")?)?;
    let weights: Vec<f32> = (0..80).map(|i| (i % 3) as f32).collect();
    let repeated: Vec<usize> = (0..80).flat_map(|i| vec![i; i % 3]).collect();
    let labels: Vec<bool> = repeated.iter().map(|&i| training.labels[i]).collect();

    let settings = Logistic::new().tolerance(1e-12).check()?;
    let weighted = settings.fit_rows(&training.records, &training.labels, Some(&weights))?;
    let copied = settings.fit_rows(&training.records.select(&repeated)?, &labels, None)?;
    assert!((weighted.primal / copied.primal - 1.0).abs() < 1e-10);
    let pairs = weighted.classifier.weights().iter();
    for (one, other) in pairs.zip(copied.classifier.weights()) {
        assert!((one - other).abs() < 1e-4);
    }
    Ok(())
}

#[test]
fn fit_through_linfa_is_fit_rows() -> Tested {
    let training = Training::new(&golden("logistic")?)?;
    let settings = Logistic::new().c(2.0).seed(3);
    let plain = DatasetBase::new(
        training.records.clone(),
        Array1::from(training.labels.clone()),
    );
    assert_eq!(plain.nsamples(), 80);
    assert_eq!(plain.nfeatures(), 30);
    assert_eq!(
        settings.fit(&plain)?,
        training.fit(settings.clone(), false)?
    );

    let weights = Array1::from(training.weights.clone());
    let weighted = plain.clone().with_weights(weights.clone());
    let fitted = settings.fit(&weighted)?;
    assert_eq!(fitted, training.fit(settings.clone(), true)?);
    assert_ne!(fitted, settings.fit(&plain)?);

    // Weights that do not lie in memory in their order.
    let mut reversed: Array1<f32> = weights.iter().rev().copied().collect();
    reversed.invert_axis(Axis(0));
    assert_eq!((&reversed, reversed.as_slice()), (&weights, None));
    assert_eq!(settings.fit(&plain.clone().with_weights(reversed))?, fitted);

    let short = plain.with_weights(Array1::ones(79));
    assert!(is_shape(settings.fit(&short), 80, 79));
    assert!(is_parameter(settings.c(-1.0).fit(&short), "c"));
    Ok(())
}

#[test]
fn predict_is_the_sigmoid_of_the_decision() -> Tested {
    let training = Training::new(&golden("logistic")?)?;
    let classifier = training.fit(Logistic::new(), false)?.classifier;
    let scores = classifier.decisions(&training.records)?;
    let data = DatasetBase::new(training.records.clone(), ());
    let probabilities: Array1<Pr> = classifier.predict(&data);
    assert_eq!(probabilities.len(), 80);
    for (probability, score) in probabilities.iter().zip(&scores) {
        let wanted = 1.0 / (1.0 + (-score).exp());
        assert!((f64::from(**probability) - wanted).abs() < 1e-7);
    }
    Ok(())
}

#[test]
fn predict_survives_any_width_length_and_size() -> Tested {
    let mut records = SparseRecords::new(5);
    records.push_row(&[0], &[f32::MAX])?;
    records.push_row(&[0], &[f32::MIN])?;
    records.push_row(&[4], &[1.0])?;
    records.push_row(&[0, 1], &[f32::MAX, f32::MAX])?;
    let classifier = LinearClassifier::new(vec![f64::MAX, f64::MIN], 0.0)?;
    let data = DatasetBase::new(records.clone(), ());
    let found: Array1<Pr> = classifier.predict(&data);
    let found: Vec<f32> = found.iter().map(|p| **p).collect();
    // The last score is infinity minus infinity.
    assert_eq!(found, [1.0, 0.0, 0.5, 0.5]);

    let mut short = Array1::from_elem(1, Pr::even());
    classifier.predict_inplace(&records, &mut short);
    assert_eq!(*short[0], 1.0);
    let mut long = Array1::from_elem(6, Pr::even());
    classifier.predict_inplace(&records, &mut long);
    assert_eq!((*long[1], *long[5]), (0.0, 0.5));

    assert!(is_shape(classifier.decisions(&records), 2, 5));
    Ok(())
}

#[test]
fn decision_is_the_weighted_sum() -> Tested {
    let classifier = LinearClassifier::new(vec![1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0], 0.5)?;
    let values = [1.0, -1.0, 0.5, 2.0, 0.25, 1.0];
    assert_eq!(classifier.decision(&[0, 1, 2, 3, 4, 6], &values), 85.5);
    assert_eq!(classifier.decision(&[], &[]), 0.5);
    assert_eq!(classifier.decision(&[7, u32::MAX], &[9.0, 9.0]), 0.5);
    assert_eq!(classifier.decision(&[0, 1], &[3.0]), 3.5);
    Ok(())
}

#[test]
fn records_refuse_bad_rows_and_stay_as_they_were() -> Tested {
    let mut records = pair()?;
    let before = records.clone();
    assert!(is_shape(records.push_row(&[0, 1], &[1.0]), 2, 1));
    assert!(is_parameter(records.push_row(&[3], &[1.0]), "column"));
    assert!(is_parameter(
        records.push_row(&[1, 1], &[1.0, 1.0]),
        "column"
    ));
    assert!(is_parameter(
        records.push_row(&[0, 2, 1], &[1.0; 3]),
        "column"
    ));
    assert!(is_parameter(records.push_row(&[0], &[f32::NAN]), "value"));
    assert!(is_parameter(
        records.push_row(&[0, 1], &[1.0, f32::INFINITY]),
        "value"
    ));
    assert_eq!(records, before);

    records.push_row(&[], &[])?;
    assert_eq!(records.rows(), 3);
    assert_eq!(records.row(0), Some((&[0, 2][..], &[1.0, -2.0][..])));
    assert_eq!(records.row(2), Some((&[][..], &[][..])));
    assert_eq!(records.row(3), None);
    assert_eq!(records.row(usize::MAX), None);
    assert_eq!(records.iter().count(), 3);
    assert!(is_parameter(records.select(&[0, 3]), "row"));
    assert_eq!(records.select(&[1, 1])?.row(1), records.row(1));
    Ok(())
}

#[test]
fn settings_outside_their_range_are_refused() {
    let ok = Logistic::default();
    assert_eq!(ok, Logistic::new());
    let documented = Logistic::new().c(1.0).intercept_scale(1.0).tolerance(1e-4);
    assert_eq!(ok, documented.max_epochs(1000).seed(0));
    assert!(ok.check_ref().is_ok());
    for c in [0.0, -1.0, 1e-7, 1e7, f64::INFINITY, f64::NAN] {
        assert!(is_parameter(Logistic::new().c(c).check(), "c"));
    }
    for scale in [-1.0, 1e7, f64::NAN] {
        let settings = Logistic::new().intercept_scale(scale);
        assert!(is_parameter(settings.check(), "intercept_scale"));
    }
    for tolerance in [0.0, 1.0, -1e-3, f64::NAN] {
        let settings = Logistic::new().tolerance(tolerance);
        assert!(is_parameter(settings.check(), "tolerance"));
    }
    let settings = Logistic::new().max_epochs(0);
    assert!(is_parameter(settings.check(), "max_epochs"));
}

#[test]
fn training_data_that_teaches_nothing_is_refused() -> Tested {
    let settings = Logistic::new().check()?;
    let records = pair()?;
    let both = [true, false];
    let fit =
        |labels: &[bool], weights: Option<&[f32]>| settings.fit_rows(&records, labels, weights);
    assert!(fit(&both, Some(&[1.0, 2.0])).is_ok());
    assert!(is_shape(fit(&[true], None), 2, 1));
    assert!(is_shape(fit(&both, Some(&[1.0; 3])), 2, 3));
    assert!(is_shape(fit(&both, Some(&[])), 2, 0));
    for weight in [-1.0, 2e6, f32::NAN, f32::INFINITY] {
        assert!(is_parameter(fit(&both, Some(&[1.0, weight])), "weight"));
    }
    assert!(is_training_data(fit(&[true, true], None)));
    assert!(is_training_data(fit(&[false, false], None)));
    assert!(is_training_data(fit(&both, Some(&[1.0, 0.0]))));
    assert!(is_training_data(fit(&both, Some(&[0.0, 0.0]))));
    let none = SparseRecords::new(3);
    assert!(is_training_data(settings.fit_rows(&none, &[], None)));
    let wide = SparseRecords::new(usize::MAX);
    assert!(is_parameter(
        settings.fit_rows(&wide, &[], None),
        "n_features"
    ));
    Ok(())
}

#[test]
fn classifier_refuses_weights_that_are_not_finite() {
    for bad in [f64::NAN, f64::INFINITY] {
        assert!(is_parameter(
            LinearClassifier::new(vec![0.0, bad], 0.0),
            "weight"
        ));
        assert!(is_parameter(
            LinearClassifier::new(vec![0.0], bad),
            "intercept"
        ));
    }
}

/// The columns and values of a row, its label and its weight.
type Row = (Vec<(u32, f32)>, bool, f32);

/// Rows of up to four columns out of eight, each with a label and a weight.
fn training(value: impl Strategy<Value = f32>) -> impl Strategy<Value = Vec<Row>> {
    let row = prop::collection::btree_map(0_u32..8, value, 0..5);
    let row = row.prop_map(|row| row.into_iter().collect());
    let weight = prop_oneof![Just(0.0_f32), Just(1.0), 0.0_f32..10.0, Just(1e6)];
    prop::collection::vec((row, any::<bool>(), weight), 1..20)
}

fn split(rows: &[Row]) -> Result<Training, Error> {
    let mut records = SparseRecords::new(8);
    for (row, _, _) in rows {
        let (indices, values): (Vec<u32>, Vec<f32>) = row.iter().copied().unzip();
        records.push_row(&indices, &values)?;
    }
    Ok(Training {
        records,
        labels: rows.iter().map(|row| row.1).collect(),
        weights: rows.iter().map(|row| row.2).collect(),
    })
}

proptest! {
    #[test]
    fn dual_never_exceeds_primal(
        rows in training(-4.0_f32..4.0),
        exponent in -5_i32..=5,
        scale in prop_oneof![Just(0.0), Just(1.0), Just(1e6)],
        epochs in 1_usize..20,
    ) {
        let training = split(&rows)?;
        let c = 10_f64.powi(exponent);
        let settings = Logistic::new().c(c).intercept_scale(scale).max_epochs(epochs);
        match training.fit(settings, true) {
            Ok(fitted) => {
                let gap = fitted.primal - fitted.dual;
                let total: f64 = training.weights.iter().map(|&weight| f64::from(weight)).sum();
                let rounding = 1e-14 * c * total + 1e-12 * fitted.primal;
                prop_assert!(gap >= -rounding, "{:?}", fitted);
                prop_assert_eq!(fitted.converged, gap <= 1e-4 * fitted.primal);
            }
            Err(error) => prop_assert!(is_training_data::<()>(Err(error))),
        }
    }

    #[test]
    fn fit_survives_any_finite_value(
        rows in training(any::<f32>().prop_filter("finite", |x| x.is_finite())),
        c in prop_oneof![Just(1e-6), Just(1.0), Just(1e6)],
    ) {
        let training = split(&rows)?;
        match training.fit(Logistic::new().c(c).max_epochs(10), true) {
            Ok(fitted) => prop_assert!(fitted.primal.is_finite() && fitted.dual.is_finite()),
            Err(error) => prop_assert!(is_training_data::<()>(Err(error))),
        }
    }

    #[test]
    fn selected_rows_score_as_they_did(
        rows in training(-4.0_f32..4.0),
        weights in prop::collection::vec(-1e3_f64..1e3, 8),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 0..30),
    ) {
        let records = split(&rows)?.records;
        let picks: Vec<usize> = picks.iter().map(|pick| pick.index(records.rows())).collect();
        let classifier = LinearClassifier::new(weights, 0.25)?;
        let all = classifier.decisions(&records)?;
        let selected = classifier.decisions(&records.select(&picks)?)?;
        let wanted: Vec<f64> = picks.iter().map(|&pick| all[pick]).collect();
        prop_assert_eq!(selected, wanted);
    }
}
