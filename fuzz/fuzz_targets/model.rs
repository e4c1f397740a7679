//! Bytes as a model file: an error, or a model that comes back from its own file
//! and a detector that answers.
//!
//! A file that was changed anywhere has the wrong digest, and nothing behind that
//! check would ever be reached. So the input is also read as edits of sound files
//! that get a new digest afterwards: four bytes each, the first three where, the
//! last what is put there; one that lies outside cuts the file off.

#![no_main]

mod digest;

use std::sync::LazyLock;

use hoaks::features::Vectorizer;
use hoaks::linear::{Logistic, Platt};
use hoaks::training::{Corpus, Example, Provenance, Trainer, assemble};
use hoaks::{Detector, Model};
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 9] = [
    "hoax",
    "election",
    "debunk",
    "candidates",
    "sara",
    "before",
    "during",
    "after",
    "own",
];

/// The smallest files of one, three and nine heads.
static SOUND: LazyLock<[Vec<u8>; 3]> =
    LazyLock::new(|| [1, 3, 9].map(|heads| small(heads).expect("a sound model")));

fn small(heads: usize) -> Result<Vec<u8>, hoaks::Error> {
    let examples = [("sebarkan", true), ("jadwal kampanye", false)].map(|(text, label)| Example {
        text: text.to_owned(),
        label,
        group: 0,
    });
    let corpus = Corpus::new(Vectorizer::new(8, [8, 4, 1])?, &examples);
    let trainer = Trainer::new(Logistic::new());
    let weights = trainer.fit(&corpus, &[0, 1], &[1.0, 1.0])?.weights;
    let line = Platt::new(1.0, 0.0)?;
    let names = NAMES.iter().take(heads);
    let heads = names.map(|name| weights.clone().into_head(name, &line, 0.2, [0.3, 0.7]));
    assemble(heads.collect::<Result<_, _>>()?, Provenance::default())?.to_bytes()
}

fn edited(data: &[u8]) -> Vec<u8> {
    let (which, edits) = data.split_first().unwrap_or((&0, &[]));
    let mut file = SOUND[usize::from(*which) % SOUND.len()].clone();
    for &[low, middle, high, byte] in edits.as_chunks().0 {
        let at = u32::from_le_bytes([low, middle, high, 0]) as usize;
        match file.get_mut(at) {
            Some(place) => *place = byte,
            None => file.truncate(at - file.len()),
        }
    }
    digest::seal(&mut file);
    file
}

fn check(file: &[u8]) {
    let Ok(model) = Model::from_bytes(file) else {
        return;
    };
    let again = model.to_bytes().and_then(|bytes| Model::from_bytes(&bytes));
    let again = again.expect("its own file is sound");
    assert_eq!(again.card().heads, model.card().heads);
    let heads = model.card().heads.clone();
    let detector = Detector::new(model).expect("a model that loads cannot fail later");
    for text in [
        "",
        "sebarkan jadwal kampanye Prabowo!!",
        "a \u{200B}😀 SEBARKAN",
    ] {
        let answer = detector.assess(text);
        assert!((0.0..=1.0).contains(&answer.hoax().probability()));
        for head in &heads {
            let explained = detector.explain_head(text, &head.name);
            assert!(explained.expect("a head").logit().is_finite());
        }
    }
}

fuzz_target!(|data: &[u8]| {
    check(data);
    check(&edited(data));
});
