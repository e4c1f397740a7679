//! The bundled texts, as tests read them.
#![allow(dead_code)] // each test uses a part

use serde_json::Value;

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
