//! Tokens, sentences and folded words, beside what unicode-segmentation cuts.

mod common;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;

fn text(criterion: &mut Criterion) {
    for (name, texts) in [("short", common::short()), ("long", common::long())] {
        let mut group = criterion.benchmark_group(format!("text/{name}"));
        group
            .sample_size(20)
            .throughput(Throughput::Bytes(common::bytes(&texts)));
        group.bench_function("tokens", |bench| {
            bench.iter(|| {
                texts
                    .iter()
                    .map(|t| hoaks::text::tokens(t).count())
                    .sum::<usize>()
            });
        });
        group.bench_function("words", |bench| {
            bench.iter(|| {
                texts
                    .iter()
                    .map(|t| hoaks::text::words(t).count())
                    .sum::<usize>()
            });
        });
        group.bench_function("folded_words", |bench| {
            bench.iter(|| {
                for text in &texts {
                    black_box(hoaks::text::folded_words(text));
                }
            });
        });
        group.bench_function("sentences", |bench| {
            bench.iter(|| {
                texts
                    .iter()
                    .map(|t| hoaks::text::sentences(t).count())
                    .sum::<usize>()
            });
        });
        group.bench_function("peer unicode_sentences", |bench| {
            bench.iter(|| {
                texts
                    .iter()
                    .map(|t| t.unicode_sentences().count())
                    .sum::<usize>()
            });
        });
        group.bench_function("peer unicode_words", |bench| {
            bench.iter(|| {
                texts
                    .iter()
                    .map(|t| t.unicode_words().count())
                    .sum::<usize>()
            });
        });
    }
}

criterion_group!(benches, text);
criterion_main!(benches);
