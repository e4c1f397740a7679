//! Workloads, made from `datasets/claims.jsonl` the same way every time.
#![allow(dead_code)] // each bench uses a part

/// The texts of the data set.
pub fn claims() -> Vec<(String, bool)> {
    include_str!("../../datasets/claims.jsonl")
        .lines()
        .filter_map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).ok()?;
            Some((row["text"].as_str()?.to_owned(), row["label"] == "hoax"))
        })
        .collect()
}

/// Posts and headlines as they are, about 2 MB.
pub fn short() -> Vec<String> {
    let texts: Vec<String> = claims()
        .into_iter()
        .map(|(text, _)| text)
        .filter(|text| text.len() < 200)
        .collect();
    texts.iter().cycle().take(16_000).cloned().collect()
}

/// Texts of about 2,600 bytes, spliced from rows that lie far apart.
pub fn long() -> Vec<String> {
    let texts: Vec<String> = claims().into_iter().map(|(text, _)| text).collect();
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
