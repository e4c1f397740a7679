//! Labelled texts to weights: the steps, and how they grow with the texts. A
//! step that takes time linear in the texts has the same throughput at every
//! size.

mod common;
#[path = "common/embedded.rs"]
mod embedded;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use hoaks::linear::Logistic;
use hoaks::training::{Corpus, Example, Trainer};
use std::hint::black_box;

/// How many texts of 2.6 kB are learned.
const SIZES: [usize; 4] = [250, 500, 1000, 2000];

/// Long texts, spliced from the claims; every other one labelled `true`.
fn examples(count: usize) -> Vec<Example> {
    let texts = common::long().into_iter().cycle().take(count);
    let example = |(group, text)| Example {
        text,
        label: group % 2 == 1,
        group,
    };
    (0..).zip(texts).map(example).collect()
}

fn training(criterion: &mut Criterion) {
    let Ok(vectorizer) = embedded::vectorizer() else {
        return;
    };
    // Always five passes, so that only the size differs.
    let five = Trainer::new(Logistic::new().tolerance(1e-12).max_epochs(5));
    let usual = Trainer::new(Logistic::new());
    for (name, trainer) in [
        ("read texts", None),
        ("fit, 5 passes", Some(&five)),
        ("texts to weights", Some(&usual)),
    ] {
        let mut group = criterion.benchmark_group(format!("training/{name}"));
        group.sample_size(10);
        for count in SIZES {
            let examples = examples(count);
            let bytes = examples.iter().map(|example| example.text.len() as u64);
            group.throughput(Throughput::Bytes(bytes.sum()));
            let rows: Vec<usize> = (0..count).collect();
            let weights = vec![1.0; count];
            let read = || Corpus::new(vectorizer.clone(), black_box(&examples));
            let corpus = read();
            let id = BenchmarkId::from_parameter(count);
            group.bench_function(id, |bench| match (name, trainer) {
                ("fit, 5 passes", Some(trainer)) => {
                    bench.iter(|| trainer.fit(&corpus, &rows, &weights))
                }
                (_, Some(trainer)) => bench.iter(|| trainer.fit(&read(), &rows, &weights)),
                (_, None) => bench.iter(read),
            });
        }
    }
}

/// Texts to weights on one thread and on two, which give the same bits.
fn threads(criterion: &mut Criterion) {
    let Ok(vectorizer) = embedded::vectorizer() else {
        return;
    };
    let examples = examples(SIZES[SIZES.len() - 1]);
    let rows: Vec<usize> = (0..examples.len()).collect();
    let weights = vec![1.0; examples.len()];
    let trainer = Trainer::new(Logistic::new());
    let bytes = examples.iter().map(|example| example.text.len() as u64);
    let mut group = criterion.benchmark_group("training/threads");
    group
        .sample_size(10)
        .throughput(Throughput::Bytes(bytes.sum()));
    for threads in [1, 2] {
        let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(threads).build() else {
            continue;
        };
        let train = || {
            let corpus = Corpus::new(vectorizer.clone(), black_box(&examples));
            trainer.fit(&corpus, &rows, &weights)
        };
        group.bench_function(format!("{threads}"), |bench| {
            bench.iter(|| pool.install(train));
        });
    }
}

criterion_group!(benches, training, threads);
criterion_main!(benches);
