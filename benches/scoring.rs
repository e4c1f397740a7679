//! Whole assessments: one by one, in batches, explained, and from the start of a
//! process; what parts of them cost; and how cost grows with length, heads and the size of
//! the table.
//!
//! A bench reads the same texts again and again, so that their words are remembered, all
//! but the new ones of `stages` and `table`.
//!
//! ```text
//! cargo bench --bench scoring
//! cargo bench --bench scoring -- stages      # the cost model of `hoaks::detector`
//! ```

mod common;
#[path = "common/embedded.rs"]
mod embedded;

use std::hint::black_box;
use std::process::Command;

use criterion::{Criterion, SamplingMode, Throughput, criterion_group};
use hoaks::Detector;
use hoaks::features::Vectorizer;

const POST: &str = "VIRAL!! Server KPU sudah diatur, 7 kontainer surat suara dicoblos. Sebarkan!";

fn scoring(criterion: &mut Criterion) {
    let detector = Detector::pretrained();
    for (name, texts) in [("short", common::short()), ("long", common::long())] {
        let mut group = criterion.benchmark_group(format!("scoring/{name}"));
        group
            .sample_size(20)
            .throughput(Throughput::Bytes(common::bytes(&texts)));
        group.bench_function("assess", |bench| {
            bench.iter(|| {
                for text in &texts {
                    black_box(detector.assess(text));
                }
            });
        });
        for threads in [1, 2] {
            let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(threads).build() else {
                continue;
            };
            group.bench_function(format!("assess_batch, {threads} threads"), |bench| {
                bench.iter(|| pool.install(|| detector.assess_batch(&texts)));
            });
        }
    }
    let mut group = criterion.benchmark_group("scoring/one text, again and again");
    group.bench_function("assess", |bench| {
        bench.iter(|| detector.assess(black_box(POST)))
    });
    group.bench_function("explain", |bench| {
        bench.iter(|| detector.explain(black_box(POST)))
    });
}

/// Makes this program one that answers once and ends, or ends at once.
const STARTED: [&str; 2] = ["answer-once-and-end", "end-at-once"];

/// From the start of a process to its end, with one answer and without: only then is
/// nothing there yet.
fn start(criterion: &mut Criterion) {
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let mut group = criterion.benchmark_group("scoring/process");
    for (what, name) in STARTED.into_iter().zip(["that answers once", "alone"]) {
        group.bench_function(name, |bench| {
            bench.iter(|| Command::new(&program).arg(what).output())
        });
    }
}

/// What parts of an assessment cost, as far as the crate has them by themselves. Folded
/// words come with spans, and features in a vector; an assessment needs neither.
fn stages(criterion: &mut Criterion) {
    let detector = Detector::pretrained();
    let Ok(vectorizer) = embedded::vectorizer() else {
        return;
    };
    for (name, texts) in [
        ("short", common::short()),
        ("long", common::long()),
        ("new words", new_words()),
    ] {
        let mut group = criterion.benchmark_group(format!("scoring/stages/{name}"));
        let words: usize = texts.iter().map(|text| text.split(' ').count()).sum();
        // So that the time of an element is that of a word between blanks.
        group
            .sample_size(10)
            .sampling_mode(SamplingMode::Flat)
            .throughput(Throughput::Elements(words as u64));
        let mut stage = |name: &str, run: &dyn Fn(&str) -> usize| {
            group.bench_function(name, |bench| {
                bench.iter(|| texts.iter().map(|text| run(text)).sum::<usize>());
            });
        };
        stage("cut into tokens", &|text| hoaks::text::tokens(text).count());
        stage("fold to words", &|text| {
            hoaks::text::folded_words(text).len()
        });
        stage("find all features", &|text| {
            vectorizer.vector(text).entries.len()
        });
        stage("assess", &|text| detector.assess(text).words());
        stage("assess, all probabilities", &|text| {
            let answer = detector.assess(text);
            let topics = answer.topics().map(|(_, score)| score);
            let scores = topics.chain(answer.election()).chain(answer.debunk());
            let likely = scores.filter(|score| score.probability() >= 0.5).count();
            likely + usize::from(answer.hoax().probability() >= 0.5)
        });
    }
}

/// Posts of 2^20 made-up words, sixteen times what a thread remembers at most, so that
/// none is remembered when it comes again.
fn new_words() -> Vec<String> {
    const CONSONANTS: &[u8; 16] = b"bcdfghjklmnprstw";
    const VOWELS: &[u8; 5] = b"aeiou";
    const SYLLABLES: usize = CONSONANTS.len() * VOWELS.len();
    let mut number = 0_usize;
    let mut word = || {
        number += 1;
        // Without a divisor of their number it visits all words of four syllables before
        // it repeats one.
        let mut code = number * 12_345_679 % SYLLABLES.pow(4);
        let mut word = String::new();
        for _ in 0..4 {
            let (consonant, vowel) = (code % CONSONANTS.len(), code / CONSONANTS.len());
            word.push(char::from(CONSONANTS[consonant]));
            word.push(char::from(VOWELS[vowel % VOWELS.len()]));
            code /= SYLLABLES;
        }
        word
    };
    (0..1 << 16)
        .map(|_| (0..16).map(|_| word()).collect::<Vec<_>>().join(" "))
        .collect()
}

/// From a headline to ten megabytes.
fn lengths(criterion: &mut Criterion) {
    let detector = Detector::pretrained();
    let long = common::long();
    let mut group = criterion.benchmark_group("scoring/length");
    for length in [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000] {
        let mut text = String::with_capacity(length);
        for piece in long.iter().cycle() {
            if text.len() >= length {
                break;
            }
            text.push_str(piece);
        }
        let mut end = length;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        group
            .sample_size(10)
            .throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("{length} bytes"), |bench| {
            bench.iter(|| detector.assess(black_box(&text)));
        });
    }
}

/// A detector with so many heads, equal but for their names, and `1 << bits` rows.
#[cfg(feature = "train")]
fn build(count: usize, bits: u32) -> Result<Detector, hoaks::Error> {
    use hoaks::linear::{Logistic, Platt};
    use hoaks::training::{Corpus, Example, Provenance, Trainer, assemble};

    let pretrained = Detector::pretrained();
    let card = pretrained.model().card();
    let texts = common::field(common::CLAIMS, "text");
    let labels = common::field(common::CLAIMS, "label");
    let example = |(text, label): (String, String)| Example {
        text,
        label: label == "hoax",
        group: 0,
    };
    let examples: Vec<Example> = texts.into_iter().zip(labels).map(example).collect();
    let corpus = Corpus::new(Vectorizer::new(bits, card.scales)?, &examples);
    let all: Vec<usize> = (0..corpus.len()).collect();
    let weights = Trainer::new(Logistic::new().tolerance(1e-2))
        .fit(&corpus, &all, &vec![1.0; all.len()])?
        .weights;
    let line = Platt::new(1.0, 0.0)?;
    // Names as in the embedded model, of which `hoax` is the first, and more.
    let names = card.heads.iter().map(|head| head.name.clone());
    let names = names.chain((0..).map(|number| format!("more_{number}")));
    let heads = names
        .take(count)
        .map(|name| weights.clone().into_head(&name, &line, 0.2, [0.3, 0.7]))
        .collect::<Result<_, _>>()?;
    Detector::new(assemble(heads, Provenance::default())?)
}

/// One head, for which sums have one lane, and two to sixteen, for which they have sixteen.
#[cfg(feature = "train")]
fn heads(criterion: &mut Criterion) {
    let texts = common::short();
    let mut group = criterion.benchmark_group("scoring/heads");
    group
        .sample_size(20)
        .throughput(Throughput::Bytes(common::bytes(&texts)));
    let bits = Detector::pretrained().model().card().bits;
    for count in [1, 2, 12, 16] {
        let Ok(detector) = build(count, bits) else {
            continue;
        };
        group.bench_function(format!("{count}"), |bench| {
            bench.iter(|| {
                for text in &texts {
                    black_box(detector.assess(text));
                }
            });
        });
    }
}

/// Tables of 1 to 64 MB, by words that are remembered, which leaves their pairs to be looked
/// up, and by new ones.
#[cfg(feature = "train")]
fn tables(criterion: &mut Criterion) {
    for (name, texts) in [("short", common::short()), ("new words", new_words())] {
        let mut group = criterion.benchmark_group(format!("scoring/table/{name}"));
        group
            .sample_size(10)
            .sampling_mode(SamplingMode::Flat)
            .throughput(Throughput::Bytes(common::bytes(&texts)));
        for bits in [16, 18, 20, 22] {
            let Ok(detector) = build(12, bits) else {
                continue;
            };
            group.bench_function(format!("2^{bits} rows"), |bench| {
                bench.iter(|| {
                    for text in &texts {
                        black_box(detector.assess(text));
                    }
                });
            });
        }
    }
}

#[cfg(not(feature = "train"))]
fn heads(_: &mut Criterion) {}

#[cfg(not(feature = "train"))]
fn tables(_: &mut Criterion) {}

criterion_group!(benches, scoring, start, stages, lengths, heads, tables);

fn main() {
    let argument = std::env::args().nth(1);
    match argument.and_then(|given| STARTED.iter().position(|&what| what == given)) {
        Some(0) => println!(
            "{}",
            Detector::pretrained().assess(POST).hoax().probability()
        ),
        Some(_) => println!("0"),
        None => {
            benches();
            Criterion::default().configure_from_args().final_summary();
        }
    }
}
