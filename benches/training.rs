//! Labelled texts to weights.

mod common;

use criterion::{Criterion, criterion_group, criterion_main};
use hoaks::features::Vectorizer;
use hoaks::linear::Logistic;
use hoaks::training::{Corpus, Example, Trainer};
use std::hint::black_box;

fn training(criterion: &mut Criterion) {
    let examples: Vec<Example> = (0..)
        .zip(common::claims())
        .map(|(group, (text, label))| Example { text, label, group })
        .collect();
    let Ok(vectorizer) = Vectorizer::new(17, [8, 4, 1]) else {
        return;
    };
    let corpus = Corpus::new(vectorizer.clone(), &examples);
    let trainer = Trainer::new(Logistic::new().c(8.0));
    let rows: Vec<usize> = (0..corpus.len()).collect();
    let weights = vec![1.0; rows.len()];
    let mut group = criterion.benchmark_group("training");
    group.sample_size(10);
    group.bench_function("read texts", |bench| {
        bench.iter(|| Corpus::new(vectorizer.clone(), black_box(&examples)));
    });
    group.bench_function("fit", |bench| {
        bench.iter(|| trainer.fit(&corpus, &rows, &weights))
    });
}

criterion_group!(benches, training);
criterion_main!(benches);
