//! What a model is and what it learned from.

use std::collections::BTreeMap;
use std::error::Error;

use hoaks::model::{Head, Source};

use crate::Material;
use crate::common::scores::hoax_sources;
use crate::common::thousands;
use crate::markdown::{figure, table};

pub fn facts(it: &Material) -> String {
    let card = it.model.card();
    let heads: Vec<String> = (card.heads.iter())
        .map(|head| format!("`{}`", head.name))
        .collect();
    let [words, pairs, runs] = card.scales;
    table(
        &["", ""],
        [
            ("name", format!("`{}`", card.name)),
            ("digest (SHA-256)", format!("`{}`", it.model.digest())),
            ("data until", card.cut_off.clone()),
            ("recipe (SHA-256)", format!("`{}`", card.recipe_sha256)),
            ("masked names (SHA-256)", format!("`{}`", card.names_sha256)),
            ("file format, text pass", format!("{}, {}", card.format, card.pass)),
            (
                "table",
                format!(
                    "{} hashed rows of 8-bit weights, {} columns; scales of words, word pairs, character runs: {words}, {pairs}, {runs}",
                    thousands(1 << card.bits),
                    card.heads.len()
                ),
            ),
            ("heads", heads.join(", ")),
            ("written by", format!("hoaks {}", env!("CARGO_PKG_VERSION"))),
        ]
        .map(|(name, value)| vec![name.to_owned(), value]),
    )
}

/// Sources of a head beside `hoax` begin with its name.
fn sources_of<'m>(it: &'m Material, head: &Head) -> impl Iterator<Item = &'m Source> {
    let prefix = format!("{}: ", head.name);
    let sources = it.model.card().sources.iter();
    sources.filter(move |source| source.part.starts_with(&prefix))
}

pub fn data(it: &Material) -> String {
    let mut sum = [0; 2];
    let mut lines: Vec<Vec<String>> = hoax_sources(it.model.card())
        .map(|source| {
            sum[0] += source.hoax;
            sum[1] += source.valid;
            vec![
                source.part.clone(),
                thousands(source.hoax),
                thousands(source.valid),
                thousands(source.left_out),
                format!("`{}`", source.file),
            ]
        })
        .collect();
    let [hoax, valid] = sum.map(|count| format!("**{}**", thousands(count)));
    lines.push(vec![
        "**all**".to_owned(),
        hoax,
        valid,
        String::new(),
        String::new(),
    ]);
    table(
        &["part", "misinformation", "other", "left out", "file"],
        lines,
    )
}

/// Every file that any head learned from, with licence and digest.
pub fn files(it: &Material) -> Result<String, Box<dyn Error>> {
    let mut files: BTreeMap<&str, &str> = BTreeMap::new();
    for source in &it.model.card().sources {
        files.insert(&source.file, &source.sha256);
    }
    let mut lines = Vec::new();
    for (file, digest) in files {
        lines.push(vec![
            format!("`{file}`"),
            licence(&it.sources, file)?,
            format!("`{digest}`"),
        ]);
    }
    Ok(table(
        &["file", "licence stated upstream", "SHA-256"],
        lines,
    ))
}

/// The licence of a file by the table of sources; a file of the project's own
/// is not in it.
fn licence(sources: &str, file: &str) -> Result<String, Box<dyn Error>> {
    let start = format!("| `{file}` |");
    let Some(line) = sources.lines().find(|line| line.starts_with(&start)) else {
        return match std::path::Path::new("datasets").join(file).exists() {
            true => Ok("the project's own, MIT OR Apache-2.0".to_owned()),
            false => Err(format!("{file} is in no table of datasets/SOURCES.md").into()),
        };
    };
    let licence = line.split('|').nth(6).unwrap_or_default().trim();
    Ok(licence.to_owned())
}

pub fn heads(it: &Material) -> Result<String, Box<dyn Error>> {
    let mut lines = Vec::new();
    let mut parts = String::new();
    for head in it
        .model
        .card()
        .heads
        .iter()
        .filter(|head| head.name != "hoax")
    {
        let worth = (it.training.heads.iter())
            .find(|figures| figures.head == head.name)
            .ok_or_else(|| format!("no figures of head {}", head.name))?;
        let (yes, no) = sources_of(it, head).fold((0, 0), |(yes, no), source| {
            (yes + source.hoax, no + source.valid)
        });
        lines.push(vec![
            format!("`{}`", head.name),
            thousands(yes),
            thousands(no),
            figure(Some(worth.roc)),
            figure(Some(worth.average_precision)),
            format!("{:.0} %", 100.0 * worth.share),
            format!("{:.0} %", 100.0 * head.base_rate),
            format!("{}–{}", head.abstain[0], head.abstain[1]),
        ]);
        let of: Vec<String> = sources_of(it, head)
            .map(|source| {
                let part = &source.part[head.name.len() + 2..];
                let counts = format!("{}/{}", thousands(source.hoax), thousands(source.valid));
                match part.contains(source.file.as_str()) {
                    true => format!("{part} {counts}"),
                    false => format!("{part} (`{}`) {counts}", source.file),
                }
            })
            .collect();
        parts.push_str(&format!("- `{}`: {}\n", head.name, of.join("; ")));
    }
    let head = [
        "head",
        "positive rows",
        "negative rows",
        "ROC",
        "PR",
        "positives (PR of chance)",
        "base rate",
        "uncertain between",
    ];
    Ok(format!(
        "{}\nLearned from, positive/negative rows:\n\n{parts}",
        table(&head, lines)
    ))
}
