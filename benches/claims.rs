//! Claims: search an index and change it; build, save and load one.

mod common;

use common::{CLAIMS, field};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use hoaks::claims::{ClaimIndex, Clarification};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// `count` claims, each the first half of one and the second of another.
fn spliced(count: usize) -> Vec<Clarification> {
    let mut bases = field(include_str!("../datasets/clarifications.jsonl"), "claim");
    bases.extend(field(include_str!("../datasets/sentences.jsonl"), "text"));
    let words: Vec<Vec<&str>> = bases
        .iter()
        .map(|text| text.split_whitespace().take(16).collect())
        .collect();
    (0..count)
        .map(|number| {
            let first = &words[number % words.len()];
            let second = &words[(number / words.len() * 7 + number * 3 + 1) % words.len()];
            let claim = [&first[..first.len() / 2], &second[second.len() / 2..]].concat();
            Clarification::new(format!("{number:06}"), claim.join(" "), "false")
        })
        .collect()
}

fn claims(criterion: &mut Criterion) {
    let queries = field(CLAIMS, "text");
    let all = spliced(100_000);
    let mut group = criterion.benchmark_group("claims/100,000");
    group.sample_size(10);
    let mut index = ClaimIndex::new();
    if index.add(all).is_err() {
        return;
    }
    let once = |query: &String| {
        let start = Instant::now();
        black_box(index.matches(query, 5));
        start.elapsed()
    };
    let mut times: Vec<Duration> = queries
        .iter()
        .filter_map(|query| (0..5).map(|_| once(query)).min())
        .collect();
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!(
        "one query, top 5, best of five: p50 {:?}, p95 {:?}, p100 {:?}",
        at(50),
        at(95),
        at(100)
    );
    group.bench_function("660 queries, top 5", |bench| {
        bench.iter(|| {
            for query in &queries {
                black_box(index.matches(query, 5));
            }
        });
    });
    group.bench_function("add one claim and remove it", |bench| {
        bench.iter(|| {
            let claim = Clarification::new("new", "TPS hanya buka sampai jam sembilan", "false");
            black_box(index.add([claim]).is_ok());
            black_box(index.remove(["new"]))
        });
    });
    group.finish();
}

fn files(criterion: &mut Criterion) {
    let all = spliced(5_000);
    let mut group = criterion.benchmark_group("claims/5,000");
    group.sample_size(10);
    group.bench_function("build", |bench| {
        bench.iter_batched(
            || all.clone(),
            |all| {
                let mut index = ClaimIndex::new();
                index.add(all).map(|()| index)
            },
            BatchSize::LargeInput,
        );
    });
    let mut index = ClaimIndex::new();
    let file = std::env::temp_dir().join(format!("hoaks-bench-{}", std::process::id()));
    if index.add(all).is_err() || index.save(&file).is_err() {
        return;
    }
    group.bench_function("save", |bench| bench.iter(|| index.save(&file)));
    group.bench_function("load", |bench| {
        bench.iter_with_large_drop(|| ClaimIndex::load(&file))
    });
    // A file in a temporary folder may stay.
    std::fs::remove_file(&file).ok();
}

criterion_group!(benches, claims, files);
criterion_main!(benches);
