//! What one letter outside ASCII costs a long text: as good as nothing, since
//! it is looked at by itself and the rest of its text is not.

mod common;
#[path = "common/embedded.rs"]
mod embedded;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hoaks::Detector;
use std::hint::black_box;

/// The text with every character outside ASCII replaced by the letter `e`.
fn ascii(text: &str) -> String {
    let letter = |c: char| if c.is_ascii() { c } else { 'e' };
    text.chars().map(letter).collect()
}

/// The same with the first `e` of its second half accented.
fn accented(text: &str) -> String {
    let (first, second) = text.split_at(text.len() / 2);
    format!("{first}{}", second.replacen('e', "é", 1))
}

fn accent(criterion: &mut Criterion) {
    let detector = Detector::pretrained();
    let Ok(vectorizer) = embedded::vectorizer() else {
        return;
    };
    let texts = common::long();
    let plain: Vec<String> = texts.iter().map(|text| ascii(text)).collect();
    let one: Vec<String> = plain.iter().map(|text| accented(text)).collect();
    let copies = [
        ("as it is", texts),
        ("ASCII copy", plain),
        ("one accent", one),
    ];
    let mut group = criterion.benchmark_group("accent");
    group.sample_size(20);
    for (name, texts) in &copies {
        group.throughput(Throughput::Bytes(common::bytes(texts)));
        group.bench_function(format!("assess/{name}"), |bench| {
            bench.iter(|| {
                for text in texts {
                    black_box(detector.assess(text));
                }
            });
        });
        group.bench_function(format!("tokens/{name}"), |bench| {
            bench.iter(|| {
                let counts = texts.iter().map(|text| hoaks::text::tokens(text).count());
                black_box(counts.sum::<usize>())
            });
        });
        group.bench_function(format!("vector/{name}"), |bench| {
            bench.iter(|| {
                for text in texts {
                    black_box(vectorizer.vector(text));
                }
            });
        });
    }
}

criterion_group!(benches, accent);
criterion_main!(benches);
