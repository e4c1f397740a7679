//! Speed of `hoaks` and its peers in one short run, on one core.
//!
//! ```text
//! cargo run --release --manifest-path benches/peers/text/Cargo.toml --bin ratios
//! ```
//!
//! Every round times each function once, in turn, starting with another one
//! each time, so that whatever else the machine does meets all alike. Written
//! are medians over the rounds: of the speed, and of the ratio to the baseline
//! in the same round.

use std::hint::black_box;
use std::time::{Duration, Instant};

use hoaks_text_peers::systems::{self, Segmenter};
use hoaks_text_peers::table::Table;
use hoaks_text_peers::workloads;

/// Of every table; fewer if time runs out.
const ROUNDS: usize = 11;
/// For one table on one workload.
const TIME: Duration = Duration::from_secs(12);

fn main() {
    let workloads = [("SHORT", workloads::short()), ("LONG", workloads::long())];
    let segmenters = || -> Vec<Segmenter> {
        let lists = [
            systems::tokenizers(),
            systems::word_segmenters(),
            systems::sentence_segmenters(),
        ];
        lists.into_iter().flatten().collect()
    };
    let names: Vec<_> = segmenters()
        .iter()
        .map(|segmenter| segmenter.name)
        .collect();
    let columns = workloads.each_ref().map(|(workload, texts)| {
        let mut runs: Vec<Box<dyn FnMut() -> usize>> = Vec::new();
        for mut segmenter in segmenters() {
            let all = move || texts.iter().map(|text| segmenter.measure(text)).sum();
            runs.push(Box::new(all));
        }
        let megabytes = workloads::bytes(texts) as f64 / 1e6;
        Column::time(workload, "MB/s", megabytes, &mut runs)
    });
    print(&names, "unicode_words", "Cutting", &columns);

    let names: Vec<_> = systems::stemmers()
        .iter()
        .map(|stemmer| stemmer.name)
        .collect();
    let columns = workloads.each_ref().map(|(workload, texts)| {
        let words = systems::running_words(texts);
        let mut runs: Vec<Box<dyn FnMut() -> usize>> = Vec::new();
        for mut stemmer in systems::stemmers() {
            let words = &words;
            runs.push(Box::new(move || stemmer.measure(words)));
        }
        Column::time(
            workload,
            "million words/s",
            words.len() as f64 / 1e6,
            &mut runs,
        )
    });
    print(&names, "Snowball", "Stemming", &columns);
}

/// The times of all functions on one workload.
struct Column {
    workload: String,
    unit: &'static str,
    /// What one run goes through, in millions of the unit.
    amount: f64,
    /// Seconds, by round and function.
    rounds: Vec<Vec<f64>>,
}

impl Column {
    fn time(
        workload: &str,
        unit: &'static str,
        amount: f64,
        runs: &mut [Box<dyn FnMut() -> usize + '_>],
    ) -> Self {
        let started = Instant::now();
        let mut rounds = Vec::new();
        // The first round warms up.
        for round in 0..=ROUNDS {
            let mut seconds = vec![0.0; runs.len()];
            for turn in 0..runs.len() {
                let function = (round + turn) % runs.len();
                let start = Instant::now();
                black_box(runs[function]());
                seconds[function] = start.elapsed().as_secs_f64();
            }
            if round > 0 {
                rounds.push(seconds);
                if started.elapsed() > TIME {
                    break;
                }
            }
        }
        Self {
            workload: workload.to_owned(),
            unit,
            amount,
            rounds,
        }
    }

    fn speed(&self, function: usize) -> f64 {
        self.amount / median(self.rounds.iter().map(|round| round[function]))
    }

    fn ratio(&self, function: usize, baseline: usize) -> f64 {
        median(
            self.rounds
                .iter()
                .map(|round| round[baseline] / round[function]),
        )
    }
}

fn print(names: &[&str], baseline: &str, task: &str, columns: &[Column]) {
    let Some(base) = names.iter().position(|name| name.contains(baseline)) else {
        return;
    };
    let heads = columns.iter().flat_map(|column| {
        let Column { workload, unit, .. } = column;
        [format!("{workload}, {unit}"), format!("x {baseline}")]
    });
    let rounds = columns.iter().map(|column| column.rounds.len()).min();
    let title = format!("{task}, median of {} rounds", rounds.unwrap_or(0));
    let mut table = Table::new(&title, heads);
    for (function, name) in names.iter().enumerate() {
        let cells = columns.iter().flat_map(|column| {
            let (speed, ratio) = (column.speed(function), column.ratio(function, base));
            [format!("{speed:.1}"), format!("{ratio:.2}")]
        });
        table.push(name, cells.collect());
    }
    println!("{table}");
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
