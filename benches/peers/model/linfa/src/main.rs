//! Fits linfa's logistic regression and prints the scores of unseen rows.
//!
//! `hoaks-linfa-peer FILE ALPHA`: little-endian `f64`s. First three numbers:
//! rows to learn from, rows to score, columns. Then for each row to learn from
//! its label (0 or 1) and columns, then for each row to score its columns.
//! Prints one log-odds a line. linfa-logistic takes no weights of rows.

use std::error::Error;

use linfa::prelude::*;
use linfa_logistic::LogisticRegression;
use ndarray::{Array1, Array2, Axis, Slice};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("FILE is missing")?;
    let alpha: f64 = arguments.next().ok_or("ALPHA is missing")?.parse()?;
    let numbers: Vec<f64> = std::fs::read(path)?
        .chunks_exact(8)
        .map(|bytes| bytes.try_into().map(f64::from_le_bytes))
        .collect::<Result<_, _>>()?;
    let [learn, score, columns] = [
        numbers[0] as usize,
        numbers[1] as usize,
        numbers[2] as usize,
    ];
    let (known, unseen) = numbers[3..].split_at(learn * (columns + 1));
    let known = Array2::from_shape_vec((learn, columns + 1), known.to_vec())?;
    let labels: Array1<bool> = known.column(0).mapv(|label| label > 0.5);
    let records = known.slice_axis(Axis(1), Slice::from(1..)).to_owned();
    let unseen = Array2::from_shape_vec((score, columns), unseen.to_vec())?;
    let model = LogisticRegression::default()
        .alpha(alpha)
        .max_iterations(200)
        .fit(&Dataset::new(records, labels))?;
    // Which label counts as positive is linfa's choice.
    let sign = if model.labels().pos.class { 1.0 } else { -1.0 };
    for odds in unseen.dot(model.params()) {
        println!("{}", sign * (odds + model.intercept()));
    }
    Ok(())
}
