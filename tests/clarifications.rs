//! The bundled clarifications: their file, their data sheet, and the index of them.

use hoaks::claims::{ClaimIndex, Clarification};
use hoaks::election::Topic;

const CLARIFICATIONS: &str = include_str!("../datasets/clarifications.jsonl");

/// Rows that a fact-checker published; those behind them are known without one.
const FACT_CHECKED: usize = 556;

fn rows() -> Vec<serde_json::Map<String, serde_json::Value>> {
    CLARIFICATIONS
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The field of a row, or nothing.
fn field<'a>(row: &'a serde_json::Map<String, serde_json::Value>, name: &str) -> &'a str {
    row.get(name).map_or("", |value| value.as_str().unwrap())
}

/// Days since 1 January of the year 0, as Hinnant counts them ("chrono-
/// compatible low-level date algorithms").
fn day(date: &str) -> i32 {
    let parts: Vec<i32> = date.split('-').map(|part| part.parse().unwrap()).collect();
    let &[year, month, day] = parts.as_slice() else {
        panic!("{date}")
    };
    assert!(
        (1..=12).contains(&month) && (1..=31).contains(&day),
        "{date}"
    );
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day
}

#[test]
fn clarifications_hold_what_their_data_sheet_says() {
    let mut seen = std::collections::HashSet::new();
    let mut own = 0;
    let votes = [
        "2018-06-27",
        "2019-04-17",
        "2020-12-09",
        "2024-02-14",
        "2024-11-27",
    ]
    .map(day);
    let topics: Vec<&str> = Topic::ALL.iter().map(|topic| topic.name()).collect();
    for (number, row) in rows().iter().enumerate() {
        let (id, date, url) = (field(row, "id"), field(row, "date"), field(row, "url"));
        assert_eq!(id, format!("clarification-{:04}", number + 1));
        assert!(seen.insert(field(row, "claim").to_lowercase()), "{id}");
        for (name, value) in row {
            let allowed: &[&str] = match name.as_str() {
                "verdict" => &["false", "clarified", "scam", "satire"],
                "topic" => &topics,
                // Statements of those concerned, at the end of the file.
                "publisher" if number >= FACT_CHECKED => &[],
                "publisher" => &["TurnBackHoax (Mafindo)"],
                "id" | "claim" | "correction" | "phase" | "date" | "url" => &[],
                other => panic!("{id}: {other}"),
            };
            let value = value.as_str().unwrap();
            assert!(!value.trim().is_empty(), "{id}: {name}");
            assert!(
                allowed.is_empty() || allowed.contains(&value),
                "{id}: {name}"
            );
        }
        for name in ["claim", "verdict", "topic", "publisher"] {
            assert!(row.contains_key(name), "{id}: {name}");
        }
        assert!(("2018-01-01".."2025-01-01").contains(&date), "{id}: {date}");
        let page = format!("https://turnbackhoax.id/{}/", date.replace('-', "/"));
        assert!(url.is_empty() || url.starts_with(&page), "{id}: {url}");
        assert!(url.is_empty() || number < FACT_CHECKED, "{id}: {url}");
        // No title is spelt out.
        let title = url.trim_end_matches('/').rsplit('/').next().unwrap();
        let labels = ["salah", "benar", "penipuan"];
        let words = title.split('-').filter(|word| !labels.contains(word));
        assert!(words.count() < 9, "{id}: {url}");
        own += usize::from(!url.is_empty() && url != page);
        let since = votes.map(|vote| day(date) - vote);
        let phase = match since {
            since if since.iter().any(|days| days.abs() <= 3) => "during",
            since if since.iter().any(|days| (4..=180).contains(days)) => "after",
            _ => "before",
        };
        assert_eq!(field(row, "phase"), phase, "{id}");
    }
    let sheet = include_str!("../datasets/README.md");
    assert!(sheet.contains(&format!("its own address ({own} rows)")));
}

#[test]
fn the_data_sheet_counts_the_clarifications() {
    let sheet = include_str!("../datasets/README.md");
    let rows = rows();
    let count = |name: &str, value: &str| {
        let of = |row: &&serde_json::Map<_, _>| field(row, name).starts_with(value);
        let rows: Vec<_> = rows.iter().filter(of).collect();
        let with = |name| rows.iter().filter(|row| row.contains_key(name)).count();
        format!(
            "| {value} | {} | {} | {} |",
            rows.len(),
            with("correction"),
            with("url")
        )
    };
    let years = ["2018", "2019", "2020", "2021", "2022", "2023", "2024"];
    let counted = years
        .map(|year| count("date", year))
        .into_iter()
        .chain(Topic::ALL.iter().map(|topic| count("topic", topic.name())))
        .chain(["false", "clarified", "scam", "satire"].map(|verdict| count("verdict", verdict)));
    for line in counted {
        assert!(sheet.lines().any(|stated| stated == line), "{line}");
    }
    assert!(sheet.contains(&format!("`clarifications.jsonl`: {} ", rows.len())));
}

#[test]
fn each_clarification_is_the_best_match_of_its_own_claim() {
    let clarifications: Vec<Clarification> = CLARIFICATIONS
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let mut index = ClaimIndex::new();
    index.add(clarifications.clone()).unwrap();
    let mut corrections = 0;
    for one in &clarifications {
        assert_eq!(one.language, "id");
        corrections += usize::from(!one.correction.is_empty());
        let [best] = &index.matches(&one.claim, 1)[..] else {
            panic!("{}", one.claim)
        };
        assert_eq!(best.id, one.id, "{}", one.claim);
    }
    assert_eq!(corrections, 167);
}
