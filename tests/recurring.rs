//! The rows about narratives that come back: their file and its data sheet.

mod common;

use std::collections::{BTreeMap, HashMap, HashSet};

use common::{rows, text};
use hoaks::text::{standard, tokens};
use serde_json::Value;

const SHEET: &str = include_str!("../datasets/README.md");
const REGISTERS: [&str; 6] = [
    "headline",
    "tweet",
    "sms",
    "whatsapp",
    "caption",
    "article_lead",
];

fn recurring() -> Vec<Value> {
    rows(include_str!("../datasets/recurring.jsonl"))
}

/// Letters and digits, in lower case.
fn words(text: &str) -> Vec<String> {
    text.split(|one: char| !one.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// How many rows of each label hold each value of a field.
fn counts(field: &str) -> BTreeMap<String, [usize; 2]> {
    let mut counts = BTreeMap::<String, [usize; 2]>::new();
    for row in recurring() {
        counts.entry(text(&row, field)).or_default()[usize::from(row["label"] == "hoax")] += 1;
    }
    counts
}

#[test]
fn rows_hold_what_their_data_sheet_says() {
    for (number, row) in recurring().iter().enumerate() {
        let id = text(row, "id");
        assert_eq!(id, format!("recurring-{:04}", number + 1));
        let fields: HashSet<&str> = row
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        let known = ["id", "text", "label", "family", "register", "phase"];
        assert_eq!(fields, HashSet::from(known), "{id}");
        assert!(
            ["hoax", "valid"].contains(&text(row, "label").as_str()),
            "{id}"
        );
        let length = text(row, "text").split_whitespace().count();
        assert!((7..=31).contains(&length), "{id}: {length}");
        assert_eq!(text(row, "text").trim(), text(row, "text"), "{id}");
    }
}

#[test]
fn families_registers_and_phases_have_both_labels_alike() {
    let families = counts("family");
    assert_eq!(families.len(), 60);
    assert!(
        families.values().all(|&count| count == [4, 4]),
        "{families:?}"
    );
    let registers = REGISTERS.map(|name| (name.to_owned(), [40, 40]));
    assert_eq!(counts("register"), BTreeMap::from(registers));
    let phases = ["before", "during", "after"].map(|name| (name.to_owned(), [80, 80]));
    assert_eq!(counts("phase"), BTreeMap::from(phases));
}

#[test]
fn the_data_sheet_names_every_family_and_counts_the_rows() {
    let families = counts("family");
    let (_, section) = SHEET.split_once("# Narratives that come back").unwrap();
    let section = section.split("\n# ").next().unwrap();
    let mut named = Vec::new();
    for line in section.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if let [_, count, names] = cells[..]
            && let Ok(count) = count.parse::<usize>()
        {
            let names: Vec<&str> = names.split(", ").collect();
            assert_eq!(names.len(), count, "{line}");
            named.extend(names);
        }
    }
    named.sort_unstable();
    assert_eq!(named, families.keys().collect::<Vec<_>>());
    let stated = format!("`recurring.jsonl`: {} ", recurring().len());
    assert!(section.contains(&stated), "{stated}");
}

/// A property of a text.
type Mark = (&'static str, fn(&str) -> bool);

#[test]
fn surface_is_the_same_on_both_sides() {
    let marks: [Mark; 10] = [
        ("exclamation", |text| text.contains('!')),
        ("question", |text| text.contains('?')),
        ("comma", |text| text.contains(',')),
        ("digit", |text| {
            text.contains(|one: char| one.is_ascii_digit())
        }),
        ("hashtag", |text| text.contains('#')),
        ("link", |text| text.contains("example.")),
        ("emoji", |text| text.contains(|one: char| one >= '\u{2600}')),
        ("capitals", |text| {
            words(text)
                .iter()
                .any(|word| word.len() > 3 && text.contains(&word.to_uppercase()))
        }),
        ("slang", |text| {
            tokens(text).any(|token| standard(&text[token.span()]).is_some())
        }),
        ("small first letter", |text| {
            text.starts_with(char::is_lowercase)
        }),
    ];
    let [valid, hoax] = ["valid", "hoax"].map(|label| {
        let of = |row: &Value| (row["label"] == label).then(|| text(row, "text"));
        recurring().iter().filter_map(of).collect::<Vec<_>>()
    });
    for (name, mark) in marks {
        let [valid, hoax] = [&valid, &hoax].map(|texts| {
            texts.iter().filter(|text| mark(text)).count() as f64 / texts.len() as f64
        });
        assert!((valid - hoax).abs() <= 0.08, "{name}: {valid} {hoax}");
    }
    let [valid, hoax] = [&valid, &hoax].map(|texts| {
        texts.iter().map(|text| words(text).len()).sum::<usize>() as f64 / texts.len() as f64
    });
    assert!((valid - hoax).abs() <= 1.0, "{valid} {hoax}");
}

/// Who is said to win or to cheat must not tell the label.
#[test]
fn every_side_stands_with_both_labels() {
    for side in [
        "petahana",
        "penantang",
        "oposisi",
        "paslon k",
        "nomor 1",
        "nomor 2",
        "nomor 3",
        "istana",
    ] {
        let [hoax, valid] = ["hoax", "valid"].map(|label| {
            let of = |row: &&Value| {
                row["label"] == label && text(row, "text").to_lowercase().contains(side)
            };
            recurring().iter().filter(of).count()
        });
        assert!(
            hoax.min(valid) * 2 >= hoax.max(valid),
            "{side}: {hoax} {valid}"
        );
    }
}

#[test]
fn no_two_texts_share_a_run_of_six_words() {
    let claims = rows(include_str!("../datasets/claims.jsonl"));
    let mut seen = HashMap::new();
    for row in claims.into_iter().chain(recurring()) {
        let (id, words) = (text(&row, "id"), words(&text(&row, "text")));
        for run in words.windows(6) {
            let first = seen.entry(run.to_vec()).or_insert_with(|| id.clone());
            assert_eq!(*first, id, "{run:?}");
        }
    }
}
