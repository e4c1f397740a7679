//! The bundled texts and the embedded model, as tests read them, and what they ask of
//! errors.
#![allow(dead_code)] // each test uses a part

pub mod random;

use hoaks::{Error, ErrorKind};
use serde_json::Value;

/// Made once for all tests of a file.
#[cfg(feature = "detector")]
pub fn detector() -> &'static hoaks::Detector {
    static SHARED: std::sync::LazyLock<hoaks::Detector> =
        std::sync::LazyLock::new(hoaks::Detector::pretrained);
    &SHARED
}

/// The rows of a file with one JSON object a line.
pub fn rows(file: &str) -> Vec<Value> {
    file.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// What a field holds, as text.
pub fn text(row: &Value, field: &str) -> String {
    row[field].as_str().unwrap().to_owned()
}

/// `claims.jsonl`: texts, and whether they are labelled `hoax`.
pub fn claims() -> Vec<(String, bool)> {
    rows(include_str!("../../datasets/claims.jsonl"))
        .iter()
        .map(|row| (text(row, "text"), row["label"] == "hoax"))
        .collect()
}

/// The numbers of an array.
pub fn numbers(value: &Value) -> Vec<f64> {
    let items = value.as_array().into_iter().flatten();
    items.filter_map(Value::as_f64).collect()
}

/// Whether it was refused for this parameter.
pub fn is_parameter<T>(result: Result<T, Error>, wanted: &str) -> bool {
    matches!(kind(result), Some(ErrorKind::Parameter { name, .. }) if name == wanted)
}

/// The truth values of an array.
pub fn booleans(value: &Value) -> Vec<bool> {
    let items = value.as_array().into_iter().flatten();
    items.filter_map(Value::as_bool).collect()
}

/// What went wrong, if something did.
pub fn kind<T>(result: Result<T, Error>) -> Option<ErrorKind> {
    result.err().map(|error| error.kind().clone())
}

/// Whether lengths differ: `wanted` was expected, `got` found.
pub fn is_shape<T>(result: Result<T, Error>, wanted: usize, got: usize) -> bool {
    matches!(
        kind(result),
        Some(ErrorKind::Shape { expected, found, .. }) if (expected, found) == (wanted, got)
    )
}

/// Whether the data cannot be learned from.
pub fn is_training_data<T>(result: Result<T, Error>) -> bool {
    matches!(kind(result), Some(ErrorKind::TrainingData { .. }))
}

/// A number; not one where there is none.
pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}
