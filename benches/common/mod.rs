//! Workloads, made from `datasets` the same way every time.
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

/// Own texts of all kinds, some 5,600 different words.
fn rows() -> Vec<String> {
    let sentences = include_str!("../../datasets/sentences.jsonl");
    let clarifications = include_str!("../../datasets/clarifications.jsonl");
    let mut rows = field(CLAIMS, "text");
    rows.extend(field(sentences, "text"));
    rows.extend(field(clarifications, "claim"));
    rows
}

/// 16,000 posts, about 2 MB: the first half of one row and the second of another.
pub fn short() -> Vec<String> {
    let mut rows = rows();
    rows.retain(|text| text.len() < 300);
    let words: Vec<Vec<&str>> = rows.iter().map(|row| row.split(' ').collect()).collect();
    let half = |number: usize| {
        let words = &words[number % words.len()];
        words.split_at(words.len() / 2)
    };
    (0..16_000)
        .map(|number| {
            // Another row for the second half each time that all have had their turn.
            let turn = number / words.len() + 1;
            [half(number).0, half(number + 97 * turn).1]
                .concat()
                .join(" ")
        })
        .collect()
}

/// Texts of about 2,600 bytes, spliced from rows that lie far apart.
pub fn long() -> Vec<String> {
    let texts = rows();
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
