//! Time of every function in the lists of `systems`.

use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hoaks_text_peers::{systems, workloads};

fn speed(criterion: &mut Criterion) {
    for (workload, texts) in [("short", workloads::short()), ("long", workloads::long())] {
        for (task, segmenters) in [
            ("tokens", systems::tokenizers()),
            ("words", systems::word_segmenters()),
            ("sentences", systems::sentence_segmenters()),
        ] {
            let mut group = criterion.benchmark_group(format!("{task}/{workload}"));
            group.throughput(Throughput::Bytes(workloads::bytes(&texts)));
            for mut segmenter in segmenters {
                let name = segmenter.name;
                group.bench_function(name, |bench| {
                    bench.iter(|| texts.iter().map(|t| segmenter.measure(t)).sum::<usize>());
                });
            }
        }
        let words = systems::running_words(&texts);
        let mut group = criterion.benchmark_group(format!("stems/{workload}"));
        group.throughput(Throughput::Elements(words.len() as u64));
        for mut stemmer in systems::stemmers() {
            let name = stemmer.name;
            group.bench_function(name, |bench| bench.iter(|| stemmer.measure(&words)));
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    targets = speed
}
criterion_main!(benches);
