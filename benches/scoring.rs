//! Whole assessments: one by one, in batches, explained, and from cold.

mod common;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hoaks::Detector;
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

criterion_group!(benches, scoring);
criterion_main!(benches);
