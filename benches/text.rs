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
        group.bench_function("stems", |bench| {
            bench.iter(|| {
                for text in &texts {
                    for stem in hoaks::text::stems(text) {
                        black_box(stem);
                    }
                }
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

/// Words one by one, as a stemmer without context is called.
fn stem(criterion: &mut Criterion) {
    let texts = common::short();
    let words: Vec<&str> = texts
        .iter()
        .flat_map(|text| {
            hoaks::text::tokens(text)
                .filter(|token| token.kind() == hoaks::text::TokenKind::Word)
                .map(|token| &text[token.span()])
        })
        .take(100_000)
        .collect();
    let mut group = criterion.benchmark_group("stem");
    group
        .sample_size(20)
        .throughput(Throughput::Elements(words.len() as u64));
    group.bench_function("stem", |bench| {
        bench.iter(|| {
            for word in &words {
                black_box(hoaks::text::stem(black_box(word)));
            }
        });
    });
}

criterion_group!(benches, text, stem);
criterion_main!(benches);
