//! Counts to the numbers a solver sees.

use crate::error::Error;
use crate::linear::SparseRecords;
use crate::training::corpus::Corpus;

/// How the counts of a corpus are scaled for a fit: the inverse document
/// frequencies of the rows it learns from, and a common factor.
#[derive(Debug, Clone)]
pub struct Design {
    /// What a count is multiplied by, for each row of the table.
    factors: Vec<f64>,
    /// Rows found by hash; behind them come the style flags.
    hashed: usize,
}

impl Design {
    pub(super) fn new(corpus: &Corpus, chosen: &[usize]) -> Result<Self, Error> {
        check(corpus, chosen)?;
        let hashed = corpus.vectorizer.hashed_rows();
        let frequencies = frequencies(corpus, chosen);
        let texts = chosen.len() as f64;
        let mut factors: Vec<f64> = frequencies
            .into_iter()
            .map(|frequency| libm::log((1.0 + texts) / (1.0 + f64::from(frequency))) + 1.0)
            .collect();
        factors[hashed..].fill(1.0);
        let mut squares = 0.0;
        for &row in chosen {
            let vector = &corpus.vectors[row];
            for &(column, value) in &vector.entries {
                if (column as usize) < hashed {
                    let x = f64::from(value) * factors[column as usize] * vector.length_scale;
                    squares += x * x;
                }
            }
        }
        if squares > 0.0 {
            let common = (2.0 * texts / squares).sqrt();
            for factor in &mut factors[..hashed] {
                *factor *= common;
            }
        }
        Ok(Self { factors, hashed })
    }

    pub(super) fn factors(&self) -> &[f64] {
        &self.factors
    }

    /// The rows `chosen` of `corpus`, scaled. Linear in their entries.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Shape`](crate::ErrorKind::Shape) if a row is not in the corpus or
    /// the corpus was read by a vectoriser with another number of rows. Whether that has
    /// the same scales is not checked.
    pub fn records(&self, corpus: &Corpus, chosen: &[usize]) -> Result<SparseRecords, Error> {
        check(corpus, chosen)?;
        Error::check_length(
            "rows of the table",
            self.factors.len(),
            corpus.vectorizer.rows(),
        )?;
        let lengths = chosen.iter().map(|&row| corpus.vectors[row].entries.len());
        let fill = |number: usize, columns: &mut [u32], values: &mut [f32]| {
            let vector = &corpus.vectors[chosen[number]];
            let places = columns.iter_mut().zip(values);
            for ((place, x), &(column, value)) in places.zip(&vector.entries) {
                let at = column as usize;
                let scale = if at < self.hashed {
                    vector.length_scale
                } else {
                    1.0
                };
                *place = column;
                *x = (f64::from(value) * self.factors[at] * scale) as f32;
            }
        };
        Ok(SparseRecords::filled(self.factors.len(), lengths, fill))
    }
}

/// How many of the rows `chosen` each row of the table occurs in.
fn frequencies(corpus: &Corpus, chosen: &[usize]) -> Vec<u32> {
    let count = |mut frequencies: Vec<u32>, row: &usize| {
        for &(column, _) in &corpus.vectors[*row].entries {
            frequencies[column as usize] += 1;
        }
        frequencies
    };
    let none = || vec![0; corpus.vectorizer.rows()];
    #[cfg(feature = "parallel")]
    {
        use rayon::prelude::*;
        // Few and large pieces: each has a table of its own.
        let piece = chosen.len().div_ceil(rayon::current_num_threads()).max(256);
        let pieces = chosen.par_chunks(piece);
        pieces
            .map(|rows| rows.iter().fold(none(), count))
            .reduce_with(|mut all, some| {
                for (sum, frequency) in all.iter_mut().zip(some) {
                    *sum += frequency;
                }
                all
            })
            .unwrap_or_else(none)
    }
    #[cfg(not(feature = "parallel"))]
    chosen.iter().fold(none(), count)
}

fn check(corpus: &Corpus, chosen: &[usize]) -> Result<(), Error> {
    match chosen.iter().find(|&&row| row >= corpus.len()) {
        Some(&row) => Err(Error::shape("rows of the corpus", corpus.len(), row + 1)),
        None => Ok(()),
    }
}
