//! Tokens, sentences and folded words, beside what unicode-segmentation cuts.

mod common;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;

/// How long it takes to count what each text is cut into.
fn count(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    texts: &[String],
    pieces: impl Fn(&str) -> usize,
) {
    group.bench_function(name, |bench| {
        bench.iter(|| texts.iter().map(|text| pieces(text)).sum::<usize>());
    });
}

fn text(criterion: &mut Criterion) {
    for (name, texts) in [("short", common::short()), ("long", common::long())] {
        let mut group = criterion.benchmark_group(format!("text/{name}"));
        group
            .sample_size(20)
            .throughput(Throughput::Bytes(common::bytes(&texts)));
        count(&mut group, "tokens", &texts, |text| {
            hoaks::text::tokens(text).count()
        });
        count(&mut group, "words", &texts, |text| {
            hoaks::text::words(text).count()
        });
        group.bench_function("folded_words", |bench| {
            bench.iter(|| {
                for text in &texts {
                    black_box(hoaks::text::folded_words(text));
                }
            });
        });
        count(&mut group, "sentences", &texts, |text| {
            hoaks::text::sentences(text).count()
        });
        count(&mut group, "peer unicode_sentences", &texts, |text| {
            text.unicode_sentences().count()
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
        count(&mut group, "peer unicode_words", &texts, |text| {
            text.unicode_words().count()
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
