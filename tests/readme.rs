//! README: what it points to is there, and what it says of bundled files and of
//! the embedded model is what these say.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const README: &str = include_str!("../README.md");
const CARD: &str = include_str!("../datasets/MODEL_CARD.md");

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The anchor of a heading, as Markdown pages make it.
fn anchor(heading: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || *c == ' ' || *c == '-';
    let lower = heading.trim_start_matches('#').trim().to_lowercase();
    lower
        .chars()
        .filter(kept)
        .collect::<String>()
        .replace(' ', "-")
}

#[test]
fn links_lead_somewhere() {
    let links: Vec<&str> = (README.split("](").skip(1))
        .filter_map(|rest| rest.split(')').next())
        .collect();
    assert!(links.len() >= 8, "{links:?}");
    for link in links {
        let (path, place) = link.split_once('#').unwrap_or((link, ""));
        let text = match path {
            "" => README.to_owned(),
            path => file(path),
        };
        let found = text.lines().filter(|line| line.starts_with('#'));
        assert!(
            place.is_empty() || found.map(anchor).any(|it| it == place),
            "{link}"
        );
    }
}

#[test]
fn the_tests_that_guard_a_promise_exist() {
    let mut count = 0;
    for named in README.split("`tests/").skip(1) {
        let named = named.split('`').next().unwrap();
        let names = match named.strip_prefix('{') {
            Some(list) => list.trim_end_matches("}.rs").split(',').collect(),
            None => vec![named.trim_end_matches(".rs")],
        };
        for name in names {
            assert!(
                file(&format!("tests/{name}.rs")).contains("#[test]"),
                "{name}"
            );
            count += 1;
        }
    }
    assert!(count >= 10, "{count}");
}

#[test]
fn programs_and_sizes_are_those_of_the_files() {
    for name in README.split("--example ").skip(1) {
        let name = name.split_whitespace().next().unwrap().trim_matches('`');
        let paths = [
            format!("examples/{name}.rs"),
            format!("examples/{name}/main.rs"),
        ];
        let there = |path: &String| Path::new(env!("CARGO_MANIFEST_DIR")).join(path).exists();
        assert!(
            name.starts_with("NAME") || paths.iter().any(there),
            "{name}"
        );
    }
    let rows = |path: &str| {
        let text = match path {
            "" => README.to_owned(),
            path => file(path),
        };
        text.lines().filter(|line| !line.starts_with('#')).count()
    };
    for (said, path) in [
        ("1,596 names", "datasets/neutrality-names.tsv"),
        ("257 names", "datasets/neutrality-fresh.tsv"),
        ("660 claims", "datasets/claims.jsonl"),
    ] {
        assert!(README.contains(said), "{said}");
        let number = rows(path).to_string();
        assert_eq!(
            said.replace(',', "").split(' ').next(),
            Some(number.as_str()),
            "{path}"
        );
    }
}

#[test]
fn programs_in_python_and_what_they_need_are_there() {
    let paths = README.split("benches/peers/").skip(1);
    let paths = paths.filter_map(|rest| rest.split([' ', '`', ')']).next());
    let is = |path: &&str| path.ends_with(".py") || path.ends_with(".txt");
    let mut lists = BTreeSet::new();
    for path in paths.filter(is) {
        let text = file(&format!("benches/peers/{path}"));
        if path.ends_with(".txt") && text.contains("==") {
            lists.insert(path);
        }
    }
    assert_eq!(lists.len(), 3, "{lists:?}");
}

/// A name may stand under two classes: `place` and `group`, as a rule.
#[test]
fn names_of_the_audit_are_counted_once() {
    let list = file("datasets/neutrality-names.tsv");
    let entries = list.lines().filter(|line| !line.starts_with('#'));
    let mut classes = BTreeMap::<&str, BTreeSet<&str>>::new();
    for entry in entries {
        let (class, name) = entry.split_once('\t').unwrap();
        assert!(classes.entry(name).or_default().insert(class), "{entry}");
    }
    let twice = classes.values().filter(|of| of.len() == 2).count();
    assert!(classes.values().all(|of| of.len() <= 2));
    let (thousands, rest) = (classes.len() / 1000, classes.len() % 1000);
    let said = format!("{thousands},{rest:03} different ones; {twice} stand under two classes");
    for text in [README, CARD, &file("datasets/README.md")] {
        assert!(text.contains(&said), "{said}");
    }
}

/// All Rust files below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let files = paths.flat_map(|path| match path.is_dir() {
        true => sources(&path),
        false => vec![path],
    });
    let is_rust = |path: &PathBuf| path.extension().is_some_and(|it| it == "rs");
    files.filter(is_rust).collect()
}

/// What code takes from the crate itself: the first name behind each `crate::`.
fn taken(code: &str) -> Vec<&str> {
    let name = |path: &str| {
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        path.find(|c| !is_name(c)).unwrap_or(path.len())
    };
    let mut names = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => {
                let (mut depth, mut is_new) = (0, true);
                for (at, c) in list.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => is_new = true,
                        c if is_new && !c.is_whitespace() => {
                            names.push(&list[at..at + name(&list[at..])]);
                            is_new = false;
                        }
                        _ => {}
                    }
                }
            }
            None => names.push(&rest[..name(rest)]),
        }
    }
    names
}

#[test]
fn each_module_uses_only_those_below_it() {
    assert_eq!(taken("use crate::{Error, text::x};"), ["Error", "text"]);
    let nested = "use crate::{\n    a::{b, c::{d, e}}, f,\n    g::{h},\n}; crate::i::j";
    assert_eq!(taken(nested), ["a", "f", "g", "i"]);
    assert_eq!(taken("crate::Model::new(crate::hex)"), ["Model", "hex"]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (_, map) = README.split_once("Each module uses only").unwrap();
    let lines = map.lines().filter_map(|line| line.strip_prefix("src/"));
    let modules: Vec<&str> = lines
        .filter_map(|line| Some(line.split_once('/')?.0))
        .collect();
    let folders = std::fs::read_dir(&root).unwrap();
    let folders = folders.filter(|entry| entry.as_ref().unwrap().path().is_dir());
    assert_eq!(modules.len(), folders.count(), "{modules:?}");
    // What the root hands on counts as of its module.
    let place = |name: &str| match name {
        "Assessment" | "Detector" | "Verdict" => modules.iter().position(|&it| it == "detector"),
        "Model" => modules.iter().position(|&it| it == "model"),
        _ => modules.iter().position(|&it| it == name),
    };
    let mut arrows = 0;
    for path in sources(&root) {
        let code = std::fs::read_to_string(&path).unwrap();
        let code = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code = code.collect::<Vec<_>>().join("\n");
        let inside = path.strip_prefix(&root).unwrap();
        // A file of the root is below all modules, but for the root itself.
        let own = match inside.iter().next().and_then(|it| it.to_str()) {
            Some("lib.rs") => continue,
            Some(folder) => place(folder).unwrap_or(modules.len()),
            None => unreachable!(),
        };
        for name in taken(&code) {
            if let Some(other) = place(name) {
                assert!(other >= own, "{} uses {name}", inside.display());
                arrows += usize::from(other > own);
            }
        }
    }
    assert!(arrows > 50, "{arrows}");
}

/// Cells of the row of a table that begins with `first`, within `section`.
fn row<'t>(text: &'t str, section: &str, first: &str) -> Vec<&'t str> {
    let (_, rest) = text
        .split_once(section)
        .unwrap_or_else(|| panic!("{section}"));
    let mut rows = rest.lines().filter(|line| line.starts_with('|'));
    let start = format!("| {first}");
    let row = rows.find(|line| line.starts_with(&start));
    let row = row.unwrap_or_else(|| panic!("no row {first}"));
    row.split('|').map(str::trim).skip(1).collect()
}

/// A figure of the card without its interval.
fn figure(cell: &str) -> &str {
    cell.split(" [").next().unwrap_or_default()
}

#[test]
fn figures_of_the_model_are_those_of_its_card() {
    for (said, part) in [
        ("posts of 2019", "posts |"),
        ("articles", "articles |"),
        ("claim narratives, elections", "narratives election |"),
        ("claim narratives, other", "narratives other |"),
        ("election titles", "titles election |"),
    ] {
        let said = row(README, "## How accurate", said);
        let ranked = row(CARD, "### Within each part", part);
        let flagged = row(CARD, "### Flagged at a probability of one half", part);
        let card = [ranked[3], flagged[4], flagged[2]].map(figure);
        assert_eq!(said[1..4], card, "{part}");
    }
    for (said, part) in [
        ("claims of 2024 |", "claims2024 other |"),
        ("narratives about elections |", "narratives election |"),
        ("titles about elections |", "titles election |"),
        ("posts of 2019 |", "posts |"),
        ("the ministry's list, elections |", "gists election |"),
    ] {
        let said = row(README, "**Among everything else**", said);
        let card = row(CARD, "### Among everything else", part);
        let card = [card[2], card[3], card[4], card[5]].map(figure);
        assert_eq!(said[1..5], card, "{part}");
    }
    let probe = "## What the figures may owe to something else";
    for part in ["all parts together", "titles election"] {
        let cells = row(CARD, probe, part);
        let said = format!("{} against {}", figure(cells[1]), figure(cells[2]));
        assert!(README.contains(&said), "{part}: {said}");
    }
    let cells = row(CARD, "### Flagged at a probability of one half", "posts |");
    let whole = |cell: &str| figure(cell).trim_end_matches(" %").parse::<f64>();
    let [hoaxes, others] = [cells[4], cells[2]].map(|cell| whole(cell).unwrap());
    let said = format!("flags {hoaxes:.0} in a hundred, of true ones {others:.0}");
    assert!(README.contains(&said), "{said}");
    let flagged = "### Flagged at a probability of one half";
    let most = |part: &str, column: usize| {
        let (_, high) = row(CARD, flagged, part)[column].rsplit_once(", ").unwrap();
        high.trim_end_matches(']').to_owned()
    };
    let groups = row(CARD, "### Within each part", "articles |")[8].to_owned();
    let (groups, _) = groups.split_once(", ").unwrap();
    let said = format!(
        "up to {} % may be flagged, of misinformation like the articles', which are of {groups} topics, up to {} %",
        most("narratives election |", 2),
        most("articles |", 4)
    );
    assert!(README.contains(&said), "{said}");
    let cells = row(CARD, "## Calibration and base rate", "posts |");
    let right = |cell: &str| figure(cell).trim_end_matches(" %").to_owned();
    let [fifth, twentieth, hundredth] = [cells[2], cells[3], cells[4]].map(right);
    let said = format!(
        "{fifth} if a fifth is false, {twentieth} if one in twenty is, {hundredth} if one in a hundred is"
    );
    assert!(README.contains(&said), "{said}");
    let own = "### On texts that were written for the purpose";
    let [roc, probe] = ["ROC area", "Leak probe"].map(|first| figure(row(CARD, own, first)[1]));
    let said = format!("the ROC is {roc}, the probe's {probe}");
    assert!(README.contains(&said), "{said}");
}
