//! The committed model card is that of the embedded model.

use hoaks::{Detector, Model};

const CARD: &str = include_str!("../datasets/MODEL_CARD.md");

fn model() -> Model {
    Model::from_bytes(Detector::pretrained_bytes()).unwrap()
}

/// Numbers in the card have commas.
fn thousands(number: u64) -> String {
    match number {
        0..=999 => number.to_string(),
        _ => format!("{},{:03}", thousands(number / 1000), number % 1000),
    }
}

#[test]
fn it_names_the_embedded_model() {
    let model = model();
    let card = model.card();
    for fact in [
        model.digest(),
        &card.cut_off,
        &card.name,
        &card.recipe_sha256,
        &card.names_sha256,
    ] {
        assert!(CARD.contains(fact), "{fact}: run datasets/card.sh again");
    }
}

#[test]
fn it_lists_every_source_with_its_counts_and_digest() {
    let model = model();
    let heads: Vec<&str> = (model.card().heads.iter())
        .map(|head| head.name.as_str())
        .collect();
    for source in &model.card().sources {
        let file = format!("| `{}` |", source.file);
        let digest = format!("| `{}` |", source.sha256);
        assert!(
            CARD.lines()
                .any(|line| line.starts_with(&file) && line.ends_with(&digest)),
            "{file} {digest}"
        );
        let [hoax, valid] = [source.hoax, source.valid].map(thousands);
        let head = source.part.split_once(": ");
        let listed = match head.filter(|(head, _)| heads.contains(head)) {
            None => {
                let counts = format!("| {} | {hoax} | {valid} | ", source.part);
                let file = format!(" | `{}` |", source.file);
                CARD.lines()
                    .any(|line| line.starts_with(&counts) && line.ends_with(&file))
            }
            Some((head, part)) => CARD.lines().any(|line| {
                line.starts_with(&format!("- `{head}`: "))
                    && line.contains(part)
                    && line.contains(&format!(" {hoax}/{valid}"))
            }),
        };
        assert!(listed, "{}", source.part);
    }
}

#[test]
fn it_says_what_every_head_is_worth() {
    for head in &model().card().heads {
        let line = format!("| `{}` |", head.name);
        assert!(
            head.name == "hoax" || CARD.lines().any(|it| it.starts_with(&line)),
            "{}",
            head.name
        );
    }
}

#[test]
fn its_licences_are_those_of_the_page_of_sources() {
    let sources = include_str!("../datasets/SOURCES.md");
    for source in &model().card().sources {
        let start = format!("| `{}` |", source.file);
        let Some(line) = sources.lines().find(|line| line.starts_with(&start)) else {
            continue; // a file of our own
        };
        let licence = line.split('|').nth(6).unwrap().trim();
        let stated = format!("| `{}` | {licence} |", source.file);
        assert!(CARD.contains(&stated), "{stated}");
    }
}

#[test]
fn nothing_is_left_to_fill_in() {
    assert!(!CARD.contains("{{") && !CARD.contains("}}"));
    // Figures that could not be had.
    assert!(!CARD.contains("NaN") && !CARD.contains(" inf"));
}
