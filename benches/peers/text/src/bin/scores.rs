//! Scores `hoaks` and its peers on Universal Dependencies treebanks.
//!
//! ```text
//! cargo run --release --manifest-path benches/peers/text/Cargo.toml --bin scores -- FILE.conllu...
//! ```
//!
//! Writes one Markdown table for each metric, a column for each file.

use std::env;
use std::ops::Range;
use std::path::Path;
use std::process::ExitCode;

use hoaks::text::TokenKind;
use hoaks_text_peers::conllu::{self, ReadError, Treebank};
use hoaks_text_peers::metrics::{self, Counts, Lemmas};
use hoaks_text_peers::systems;
use hoaks_text_peers::table::Table;

fn main() -> ExitCode {
    let files: Vec<_> = env::args_os().skip(1).collect();
    if files.is_empty() {
        eprintln!("usage: scores FILE.conllu...");
        return ExitCode::from(2);
    }
    let banks: Result<Vec<Treebank>, ReadError> = files
        .iter()
        .map(|file| conllu::read(Path::new(file)))
        .collect();
    match banks {
        Ok(banks) => {
            report(&banks);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("scores: {error}");
            ExitCode::from(2)
        }
    }
}

fn report(banks: &[Treebank]) {
    let f1 = |counts: Counts| counts.f1().to_string();
    let mut all = table(banks, "Surface tokens, F1");
    let mut alphanumeric = table(banks, "Surface tokens with a letter or digit, F1");
    for mut system in systems::tokenizers() {
        let scores = each(banks, |bank| {
            metrics::tokens(bank, |text| system.spans(text))
        });
        all.push(system.name, scores.iter().map(|s| f1(s.all)).collect());
        let cells = scores.iter().map(|s| f1(s.alphanumeric));
        alphanumeric.push(system.name, cells.collect());
    }
    // GSD cuts the stop off every title and initial, CSUI off none.
    let scores = each(banks, |bank| metrics::tokens(bank, stops_apart));
    let name = "hoaks `tokens`, stops of abbreviations apart";
    all.push(name, scores.iter().map(|s| f1(s.all)).collect());
    println!("{all}\n{alphanumeric}");

    let mut words = table(banks, "Syntactic words with clitics apart, F1");
    let mut cuts = table(
        banks,
        "Clitic cuts between letters, precision / recall / F1",
    );
    for mut system in systems::word_segmenters() {
        let scores = each(banks, |bank| {
            metrics::words(bank, |text| system.spans(text))
        });
        words.push(system.name, scores.iter().map(|s| f1(s.words)).collect());
        let cells = scores.iter().map(|s| precision_recall_f1(s.cuts));
        cuts.push(system.name, cells.collect());
    }
    // Tokens beside them: what the clitics amount to.
    for mut system in systems::tokenizers() {
        let scores = each(banks, |bank| {
            metrics::words(bank, |text| system.spans(text))
        });
        words.push(system.name, scores.iter().map(|s| f1(s.words)).collect());
    }
    println!("{words}\n{cuts}");

    let mut sentences = table(banks, "Sentences, F1");
    for mut system in systems::sentence_segmenters() {
        let scores = each(banks, |bank| {
            metrics::sentences(bank, |text| system.spans(text))
        });
        sentences.push(system.name, scores.into_iter().map(f1).collect());
    }
    println!("{sentences}");

    let mut lemmas = table(
        banks,
        "Lemmas of nouns, verbs, adjectives and adverbs, accuracy",
    );
    let mut names = table(banks, "Proper names altered");
    let mut push = |name: &str, scores: Vec<Lemmas>| {
        lemmas.push(name, scores.iter().map(|s| s.right.to_string()).collect());
        let cells = scores.iter().map(|s| s.names_altered.to_string());
        names.push(name, cells.collect());
    };
    for mut system in systems::lemmatizers() {
        let scores = each(banks, |bank| {
            metrics::lemmas(bank, |text, words| system.lemmas(text, words))
        });
        push(&system.name.clone(), scores);
    }
    println!("{lemmas}\n{names}");
}

/// The tokens of `hoaks`, with the last stop of an abbreviation as one of its own.
fn stops_apart(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    for token in hoaks::text::tokens(text) {
        let span = token.span();
        let stop = token.kind() == TokenKind::Abbreviation && text[span.clone()].ends_with('.');
        let end = span.end - usize::from(stop);
        spans.push(span.start..end);
        if stop {
            spans.push(end..span.end);
        }
    }
    spans
}

fn table(banks: &[Treebank], title: &str) -> Table {
    Table::new(title, banks.iter().map(|bank| bank.name.clone()))
}

fn each<T>(banks: &[Treebank], score: impl FnMut(&Treebank) -> T) -> Vec<T> {
    banks.iter().map(score).collect()
}

fn precision_recall_f1(counts: Counts) -> String {
    let (precision, recall) = (counts.precision(), counts.recall());
    format!("{precision} / {recall} / {}", counts.f1())
}
