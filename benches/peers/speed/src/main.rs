//! The Rust side of `run.py`: makes the workloads, runs whatever is timed in
//! process, trains.
//!
//! ```text
//! hoaks-speed-peers workload FOLDER DATASETS SHORT_MB LONG_MB [ROWS...]
//! hoaks-speed-peers serve TEXTS TRAIN FOLDER
//! hoaks-speed-peers whole LINES
//! hoaks-speed-peers train TEXTS THREADS TOLERANCE [FOLDER]
//! ```

mod process;
mod systems;
mod training;
mod workload;

use std::collections::HashMap;
use std::io::BufRead;
use std::path::Path;
use std::time::Instant;

use cpu_time::ProcessTime;
use serde_json::{Value, json};

use crate::systems::{Copy, System};

/// Whatever went wrong; the program only prints it.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["workload", folder, datasets, short, long, rows @ ..] => {
            let rows: Vec<String> = rows.iter().map(|&path| path.to_owned()).collect();
            let size = [short.parse()?, long.parse()?];
            let told = workload::write(Path::new(folder), Path::new(datasets), &rows, size)?;
            println!("{told}");
            Ok(())
        }
        ["serve", texts, train, folder] => serve(texts, train, Path::new(folder)),
        ["whole", lines] => process::whole(lines),
        [what @ ("first" | "nothing")] => process::first(*what == "first"),
        ["train", texts, threads, tolerance, folder @ ..] => {
            let told = training::train(
                &workload::load(texts)?,
                threads.parse()?,
                tolerance.parse()?,
                folder.first().map(Path::new),
            )?;
            println!("{told}");
            Ok(())
        }
        _ => Err("see the head of src/main.rs for how to call this".into()),
    }
}

/// Answers lines on standard input: `run COUNT NAME` runs a system over the
/// first COUNT texts, `cold` and `latency` see [`process`].
fn serve(texts: &str, train: &str, folder: &Path) -> Result<(), Failure> {
    let texts: Vec<String> = workload::load(texts)?
        .into_iter()
        .map(|row| row.text)
        .collect();
    let mut systems = systems::systems(&workload::load(train)?, folder)?;
    let names: Vec<&str> = systems.iter().map(|system| system.name).collect();
    println!("{}", json!({"systems": names, "texts": texts.len()}));
    let mut copies = HashMap::new();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let told = match line.splitn(3, ' ').collect::<Vec<_>>().as_slice() {
            ["cold"] => process::cold()?,
            ["latency"] => process::latency(&texts),
            ["run", count, name] => {
                let system = systems.iter_mut().find(|system| system.name == *name);
                let system = system.ok_or("no such system")?;
                let copy = copies.entry(system.copy as u8).or_insert_with(|| {
                    let of = |text: &String| Copy::of(system.copy, text);
                    texts.iter().map(of).collect::<Vec<String>>()
                });
                run(system, copy, count.parse()?)
            }
            _ => return Err(format!("cannot {line}").into()),
        };
        println!("{told}");
    }
    Ok(())
}

fn run(system: &mut System, texts: &[String], count: usize) -> Value {
    let some: Vec<&str> = texts.iter().take(count).map(String::as_str).collect();
    let bytes: usize = some.iter().map(|text| text.len()).sum();
    let (wall, cpu) = (Instant::now(), ProcessTime::now());
    let sum = (system.run)(&some);
    json!({
        "cpu": cpu.elapsed().as_secs_f64(), "wall": wall.elapsed().as_secs_f64(),
        "bytes": bytes, "texts": some.len(), "sum": sum,
    })
}
