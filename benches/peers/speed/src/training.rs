//! Texts to a model, by the crate.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use cpu_time::ProcessTime;
use hoaks::Detector;
use hoaks::features::Vectorizer;
use hoaks::linear::{Logistic, Platt};
use hoaks::training::{Corpus, Example, Provenance, Trainer, assemble};
use serde_json::{Value, json};

use crate::Failure;
use crate::workload::Labelled;

/// Trains on `texts` and tells how long the steps took, in seconds. With a
/// `folder` it also writes what the solver saw, for another solver to see.
pub fn train(
    texts: &[Labelled],
    threads: usize,
    tolerance: f64,
    folder: Option<&Path>,
) -> Result<Value, Failure> {
    let examples: Vec<Example> = texts
        .iter()
        .map(|row| Example {
            text: row.text.clone(),
            label: row.hoax,
            group: 0,
        })
        .collect();
    let all: Vec<usize> = (0..examples.len()).collect();
    let weights = vec![1.0; all.len()];
    let trainer = Trainer::new(Logistic::new().c(1.0).tolerance(tolerance));
    let detector = Detector::pretrained();
    let card = detector.model().card();
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()?;

    let (wall, cpu) = (Instant::now(), ProcessTime::now());
    let corpus = pool.install(|| -> Result<_, Failure> {
        Ok(Corpus::new(
            Vectorizer::new(card.bits, card.scales)?,
            &examples,
        ))
    })?;
    let read = wall.elapsed().as_secs_f64();
    let read_cpu = cpu.elapsed().as_secs_f64();
    let fit = pool.install(|| trainer.fit(&corpus, &all, &weights))?;
    let head = fit
        .weights
        .clone()
        .into_head("hoax", &Platt::new(1.0, 0.0)?, 0.5, [0.3, 0.7])?;
    let provenance = Provenance {
        name: "bench".to_owned(),
        cut_off: String::new(),
        recipe_sha256: String::new(),
        sources: Vec::new(),
    };
    let model = assemble(vec![head], provenance)?;
    let told = json!({
        "wall": wall.elapsed().as_secs_f64(), "cpu": cpu.elapsed().as_secs_f64(),
        "read": read, "read_cpu": read_cpu,
        "primal": fit.primal, "dual": fit.dual, "epochs": fit.epochs, "digest": model.digest(),
        "bytes": texts.iter().map(|row| row.text.len()).sum::<usize>(), "texts": texts.len(),
    });

    if let Some(folder) = folder {
        let records = trainer.design(&corpus, &all)?.records(&corpus, &all)?;
        let create = |name: &str| File::create(folder.join(name)).map(BufWriter::new);
        let (mut ends, mut columns) = (create("ends")?, create("columns")?);
        let (mut values, mut labels) = (create("values")?, create("labels")?);
        let mut end = 0_u64;
        for ((indices, numbers), row) in records.iter().zip(texts) {
            end += indices.len() as u64;
            ends.write_all(&end.to_le_bytes())?;
            for index in indices {
                columns.write_all(&index.to_le_bytes())?;
            }
            for number in numbers {
                values.write_all(&number.to_le_bytes())?;
            }
            labels.write_all(&[u8::from(row.hoax)])?;
        }
        for mut file in [ends, columns, values, labels] {
            file.flush()?;
        }
    }
    Ok(told)
}
