//! Ours as a process of its own, and what starting one takes.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

use hoaks::Detector;
use serde_json::{Value, json};

use crate::Failure;

/// Processes of each kind that are started to see how long it takes.
const STARTS: usize = 31;

/// What [`first`] assesses.
const POST: &str = "VIRAL!! Server KPU sudah diatur, sebarkan sebelum dihapus";

/// A text a line in, a probability a line out, on one thread.
pub fn whole(path: &str) -> Result<(), Failure> {
    let detector = Detector::pretrained();
    let mut input = BufReader::with_capacity(1 << 16, std::fs::File::open(path)?);
    let mut output = std::io::BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        let answer = detector.assess(line.trim_end_matches('\n'));
        writeln!(output, "{:.6}", answer.hoax().probability())?;
        line.clear();
    }
    Ok(output.flush()?)
}

/// The shortest use there is: one score; or, to see what a process costs by
/// itself, none.
pub fn first(score: bool) -> Result<(), Failure> {
    let answer = if score {
        Detector::pretrained().assess(POST).hoax().probability()
    } else {
        0.0
    };
    writeln!(std::io::stdout(), "{answer}")?;
    Ok(())
}

/// From the start of a process to its first line, in milliseconds: with a
/// score and without, sorted.
pub fn cold() -> Result<Value, Failure> {
    let program = std::env::current_exe()?;
    let mut told = json!({});
    for what in ["nothing", "first"] {
        let mut times = Vec::new();
        for _ in 0..STARTS {
            let start = Instant::now();
            let mut child = Command::new(&program)
                .arg(what)
                .stdout(Stdio::piped())
                .spawn()?;
            let mut line = String::new();
            if let Some(output) = child.stdout.take() {
                BufReader::new(output).read_line(&mut line)?;
            }
            times.push(start.elapsed().as_secs_f64() * 1e3);
            child.wait()?;
        }
        times.sort_by(f64::total_cmp);
        told[what] = times.into();
    }
    Ok(told)
}

/// How long single texts take, in microseconds: the median and the 99th
/// percentile, the clock's own reading included.
pub fn latency(texts: &[String]) -> Value {
    let detector = Detector::pretrained();
    let mut times: Vec<f64> = texts
        .iter()
        .map(|text| {
            let start = Instant::now();
            std::hint::black_box(detector.assess(text));
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied();
    json!({"p50": at(0.5), "p99": at(0.99), "texts": times.len()})
}
