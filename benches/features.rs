//! Texts to sparse vectors.

mod common;
#[path = "common/embedded.rs"]
mod embedded;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn features(criterion: &mut Criterion) {
    let Ok(vectorizer) = embedded::vectorizer() else {
        return;
    };
    for (name, texts) in [("short", common::short()), ("long", common::long())] {
        let mut group = criterion.benchmark_group(format!("features/{name}"));
        group
            .sample_size(20)
            .throughput(Throughput::Bytes(common::bytes(&texts)));
        group.bench_function("vector", |bench| {
            bench.iter(|| {
                for text in &texts {
                    black_box(vectorizer.vector(text));
                }
            });
        });
    }
}

criterion_group!(benches, features);
criterion_main!(benches);
