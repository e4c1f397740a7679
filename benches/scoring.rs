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

/// One head, nine and twelve, equal but for their number.
#[cfg(feature = "train")]
fn heads(criterion: &mut Criterion) {
    use hoaks::features::Vectorizer;
    use hoaks::linear::{Logistic, Platt};
    use hoaks::training::{Corpus, Example, Provenance, Trainer, assemble};

    let names = [
        "hoax",
        "election",
        "debunk",
        "participation",
        "voting_rights",
        "administration",
        "candidates",
        "sara",
        "division",
        "before",
        "during",
        "after",
    ];
    let build = |count: usize| -> Result<Detector, hoaks::Error> {
        let examples: Vec<Example> = common::claims()
            .into_iter()
            .map(|(text, label)| Example {
                text,
                label,
                group: 0,
            })
            .collect();
        let corpus = Corpus::new(Vectorizer::new(17, [8, 4, 1])?, &examples);
        let all: Vec<usize> = (0..corpus.len()).collect();
        let weights = Trainer::new(Logistic::new().tolerance(1e-2))
            .fit(&corpus, &all, &vec![1.0; all.len()])?
            .weights;
        let line = Platt::new(1.0, 0.0)?;
        let heads = names
            .iter()
            .take(count)
            .map(|name| weights.clone().into_head(name, &line, 0.2, [0.3, 0.7]))
            .collect::<Result<_, _>>()?;
        let provenance = Provenance {
            name: "bench".to_owned(),
            cut_off: String::new(),
            recipe_sha256: String::new(),
            sources: Vec::new(),
        };
        Detector::new(assemble(heads, provenance)?)
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

criterion_group!(benches, scoring, heads);
criterion_main!(benches);
