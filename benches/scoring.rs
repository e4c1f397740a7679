//! Whole assessments: one by one, in batches, explained, and from cold; the
//! stages of the pass; and how cost grows with length and heads.
//!
//! ```text
//! cargo bench --bench scoring
//! cargo bench --bench scoring -- stages      # the cost model of `hoaks::detector`
//! ```

mod common;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hoaks::Detector;
use hoaks::features::Vectorizer;
use std::hint::black_box;

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
    let text = "VIRAL!! Server KPU sudah diatur, 7 kontainer surat suara dicoblos. Sebarkan!";
    let mut group = criterion.benchmark_group("scoring/one text");
    group.bench_function("assess", |bench| {
        bench.iter(|| detector.assess(black_box(text)))
    });
    group.bench_function("explain", |bench| {
        bench.iter(|| detector.explain(black_box(text)))
    });
    group.bench_function("load and assess", |bench| {
        bench.iter(|| Detector::pretrained().assess(black_box(text)));
    });
}

/// The stages of the pass, each with all before it.
fn stages(criterion: &mut Criterion) {
    let detector = Detector::pretrained();
    let card = detector.model().card();
    let Ok(vectorizer) = Vectorizer::new(card.bits, card.scales) else {
        return;
    };
    for (name, texts) in [
        ("short", common::short()),
        ("long", common::long()),
        ("new words", new_words()),
    ] {
        let mut group = criterion.benchmark_group(format!("scoring/stages/{name}"));
        let words: usize = texts.iter().map(|text| detector.assess(text).words()).sum();
        // So that the time of an element is that of a word.
        group
            .sample_size(10)
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

/// Posts of made-up words, hardly one of which comes twice within what a thread
/// remembers: the worst that ordinary letters can do.
fn new_words() -> Vec<String> {
    const SYLLABLES: [&str; 16] = [
        "ba", "ca", "di", "fu", "ge", "ha", "ji", "ku", "la", "me", "ni", "po", "ra", "si", "tu",
        "wo",
    ];
    let mut number = 0_usize;
    let mut word = || {
        number += 1;
        // An odd multiplier visits all 2^16 words before it repeats one.
        let code = number * 40_503;
        (0..4).fold(String::new(), |word, place| {
            word + SYLLABLES[(code >> (4 * place)) % SYLLABLES.len()]
        })
    };
    (0..4000)
        .map(|_| (0..16).map(|_| word() + " ").collect())
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

/// One head, nine and twelve, equal but for their number.
#[cfg(feature = "train")]
fn heads(criterion: &mut Criterion) {
    use hoaks::linear::{Logistic, Platt};
    use hoaks::training::{Corpus, Example, Provenance, Trainer, assemble};

    let build = |count: usize| -> Result<Detector, hoaks::Error> {
        let texts = common::field(common::CLAIMS, "text");
        let labels = common::field(common::CLAIMS, "label");
        let example = |(text, label): (String, String)| Example {
            text,
            label: label == "hoax",
            group: 0,
        };
        let examples: Vec<Example> = texts.into_iter().zip(labels).map(example).collect();
        let corpus = Corpus::new(Vectorizer::new(18, [8, 4, 1])?, &examples);
        let all: Vec<usize> = (0..corpus.len()).collect();
        let weights = Trainer::new(Logistic::new().tolerance(1e-2))
            .fit(&corpus, &all, &vec![1.0; all.len()])?
            .weights;
        let line = Platt::new(1.0, 0.0)?;
        // Names as in the embedded model; `hoax` is the first.
        let pretrained = Detector::pretrained();
        let names = pretrained.model().card().heads.iter().take(count);
        let heads = names
            .map(|head| {
                weights
                    .clone()
                    .into_head(&head.name, &line, 0.2, [0.3, 0.7])
            })
            .collect::<Result<_, _>>()?;
        Detector::new(assemble(heads, Provenance::default())?)
    };
    let texts = common::short();
    let mut group = criterion.benchmark_group("scoring/heads");
    group
        .sample_size(20)
        .throughput(Throughput::Bytes(common::bytes(&texts)));
    for count in [1, 9, 12] {
        let Ok(detector) = build(count) else { continue };
        group.bench_function(format!("{count}"), |bench| {
            bench.iter(|| {
                for text in &texts {
                    black_box(detector.assess(text));
                }
            });
        });
    }
}

#[cfg(not(feature = "train"))]
fn heads(_: &mut Criterion) {}

criterion_group!(benches, scoring, stages, lengths, heads);
criterion_main!(benches);
