//! SHORT and LONG: texts made from rows, the same way every time.

use std::collections::HashSet;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde_json::{Value, json};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::Failure;

/// Longest row, in bytes, that is a short text.
const SHORT: usize = 300;
/// A long text ends with the row that takes it past this many bytes.
const LONG: usize = 2_600;

/// The crate's own rows: (file, field).
const OWN: [(&str, &str); 3] = [
    ("claims.jsonl", "text"),
    ("sentences.jsonl", "text"),
    ("clarifications.jsonl", "claim"),
];

/// A text and its class.
pub struct Labelled {
    /// One line.
    pub text: String,
    /// Of the row it was made from; without labels, made up.
    pub hoax: bool,
}

/// Writes `short.jsonl` and `long.jsonl` into `folder` and tells what is in
/// them. Rows come from `inputs` (JSON lines with `text`, maybe `label`), or
/// from `datasets` if there are none.
///
/// Own rows are few, so a short text is the head of one and the tail of
/// another; rows of `inputs` stay as they are and come once. A long text is
/// made of whole rows. Each comes from rows of one class three times in four.
pub fn write(
    folder: &Path,
    datasets: &Path,
    inputs: &[String],
    megabytes: [f64; 2],
) -> Result<Value, Failure> {
    let rows = read(datasets, inputs)?;
    let mut random = Random(1);
    let size = |at: usize| (megabytes[at] * 1e6) as usize;
    let short = short(&rows, size(0), inputs.is_empty(), &mut random);
    let long = long(&rows, size(1), &mut random);
    let mut told = json!({});
    for (name, texts) in [("short", short), ("long", long)] {
        let mut file = BufWriter::new(std::fs::File::create(folder.join(format!("{name}.jsonl")))?);
        for (id, Labelled { text, hoax }) in texts.iter().enumerate() {
            serde_json::to_writer(&mut file, &json!({"id": id, "text": text, "hoax": hoax}))?;
            file.write_all(b"\n")?;
        }
        file.flush()?;
        told[name] = statistics(&texts);
    }
    told["rows"] = rows.len().into();
    Ok(told)
}

/// Reads what [`write()`] wrote.
pub fn load(path: &str) -> Result<Vec<Labelled>, Failure> {
    let row = |line: &str| -> Result<Labelled, Failure> {
        let row: Value = serde_json::from_str(line)?;
        Ok(Labelled {
            text: row["text"].as_str().ok_or("no text")?.to_owned(),
            hoax: row["hoax"] == true,
        })
    };
    std::fs::read_to_string(path)?.lines().map(row).collect()
}

fn read(datasets: &Path, inputs: &[String]) -> Result<Vec<Labelled>, Failure> {
    let mut files: Vec<_> = OWN
        .iter()
        .map(|(file, field)| (datasets.join(file), *field))
        .collect();
    if !inputs.is_empty() {
        files = inputs.iter().map(|path| (path.into(), "text")).collect();
    }
    let mut rows = Vec::new();
    let mut seen = HashSet::new();
    for (path, field) in files {
        let named = |error: io::Error| format!("{}: {error}", path.display());
        for line in std::fs::read_to_string(&path).map_err(named)?.lines() {
            let row: Value = serde_json::from_str(line)?;
            let words: Vec<&str> = row[field]
                .as_str()
                .unwrap_or("")
                .split_whitespace()
                .collect();
            let text = words.join(" ");
            let hoax = match row["label"].as_str() {
                Some(label) => label == "hoax",
                None => rows.len() % 2 == 0,
            };
            if !text.is_empty() && seen.insert(text.clone()) {
                rows.push(Labelled { text, hoax });
            }
        }
    }
    Ok(rows)
}

fn short(rows: &[Labelled], size: usize, spliced: bool, random: &mut Random) -> Vec<Labelled> {
    let mut few: Vec<&Labelled> = rows.iter().filter(|row| row.text.len() < SHORT).collect();
    random.shuffle(&mut few);
    let mut bytes = 0;
    let mut texts: Vec<Labelled> = Vec::new();
    while bytes < size {
        let (text, hoax) = if spliced {
            let Some(head) = random.pick(&few) else { break };
            let Some(tail) = random.pick(&few) else { break };
            let words = |row: &Labelled| row.text.matches(' ').count() + 1;
            let head_words = head.text.split(' ').take(words(head).div_ceil(2));
            let tail_words = tail.text.split(' ').skip(words(tail) / 2);
            let spliced: Vec<&str> = head_words.chain(tail_words).collect();
            (spliced.join(" "), head.hoax)
        } else {
            let Some(row) = few.pop() else { break };
            (row.text.clone(), row.hoax)
        };
        bytes += text.len();
        texts.push(Labelled { text, hoax });
    }
    texts
}

fn long(rows: &[Labelled], size: usize, random: &mut Random) -> Vec<Labelled> {
    let class = |hoax: bool| -> Vec<&str> {
        let of = rows.iter().filter(|row| row.hoax == hoax);
        of.map(|row| row.text.as_str()).collect()
    };
    let classes = [class(false), class(true)];
    // Each class is dealt out whole before any of its rows comes again.
    let mut decks = [Vec::new(), Vec::new()];
    let mut bytes = 0;
    let mut texts: Vec<Labelled> = Vec::new();
    while bytes < size && classes.iter().all(|class| !class.is_empty()) {
        let hoax = texts.len() % 2 == 1;
        let mut text = String::new();
        while text.len() < LONG {
            let like = random.below(4) > 0;
            let which = usize::from(hoax == like);
            if decks[which].is_empty() {
                decks[which] = classes[which].clone();
                random.shuffle(&mut decks[which]);
            }
            text.push_str(decks[which].pop().unwrap_or(""));
            text.push(' ');
        }
        text.pop();
        bytes += text.len();
        texts.push(Labelled { text, hoax });
    }
    texts
}

/// How much text there is, and how much of it repeats itself.
fn statistics(texts: &[Labelled]) -> Value {
    let (mut words, mut bytes, mut non_ascii) = (0_usize, 0_usize, 0_usize);
    let mut distinct = HashSet::new();
    let mut whole = HashSet::new();
    for Labelled { text, .. } in texts {
        bytes += text.len();
        non_ascii += usize::from(!text.is_ascii());
        whole.insert(text);
        for word in text.unicode_words() {
            words += 1;
            let word = word.to_lowercase();
            if !distinct.contains(&word) {
                distinct.insert(word);
            }
        }
    }
    json!({
        "texts": texts.len(), "distinct_texts": whole.len(), "bytes": bytes,
        "words": words, "distinct_words": distinct.len(), "non_ascii_texts": non_ascii,
    })
}

/// SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            all.swap(at, self.below(at + 1));
        }
    }
}
