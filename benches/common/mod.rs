//! Workloads, made from `datasets/claims.jsonl` the same way every time.
#![allow(dead_code)] // each bench uses a part

/// A field of every row of a file with one JSON object a line.
pub fn field(file: &str, name: &str) -> Vec<String> {
    file.lines()
        .filter_map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).ok()?;
            Some(row[name].as_str()?.to_owned())
        })
        .collect()
}

/// `claims.jsonl`.
pub const CLAIMS: &str = include_str!("../../datasets/claims.jsonl");

/// Posts and headlines as they are, about 2 MB.
pub fn short() -> Vec<String> {
    let mut texts = field(CLAIMS, "text");
    texts.retain(|text| text.len() < 200);
    texts.iter().cycle().take(16_000).cloned().collect()
}

/// Texts of about 2,600 bytes, spliced from rows that lie far apart.
pub fn long() -> Vec<String> {
    let texts = field(CLAIMS, "text");
    (0..1000)
        .map(|number| {
            let mut text = String::new();
            let mut row = number;
            while text.len() < 2600 {
                text.push_str(&texts[row % texts.len()]);
                text.push('\n');
                row += 97;
            }
            text
        })
        .collect()
}

pub fn bytes(texts: &[String]) -> u64 {
    texts.iter().map(|text| text.len() as u64).sum()
}
