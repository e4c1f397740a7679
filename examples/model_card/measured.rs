//! The figures that other examples have written, as far as the card shows them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::common::figures::Interval;

/// What `evaluate` wrote.
#[derive(Deserialize)]
pub struct Evaluation {
    pub model: Named,
    pub held_out: bool,
    pub inputs: Vec<Input>,
    pub rows: usize,
    pub hoax: usize,
    pub assumed_valid: usize,
    pub groups: usize,
    pub straddling: usize,
    pub grouped_by: String,
    pub resamples: usize,
    pub headline: Vec<Figure>,
    pub genres: Vec<Genre>,
    pub breakdowns: Vec<Breakdown>,
    pub leak: Option<Leak>,
}

#[derive(Deserialize)]
pub struct Named {
    pub digest: String,
}

#[derive(Deserialize)]
pub struct Input {
    pub file: String,
    pub sha256: String,
}

#[derive(Deserialize)]
pub struct Figure {
    pub name: String,
    pub estimate: Interval,
}

#[derive(Deserialize)]
pub struct Genre {
    pub name: String,
    pub hoax: usize,
    pub valid: usize,
    pub assumed_valid: usize,
    pub groups: [usize; 2],
    pub stream: Option<Stream>,
    pub found: Option<Interval>,
    pub flagged: Option<Interval>,
    pub figures: Vec<Figure>,
    pub readings: Vec<Reading>,
    pub attacks: Vec<Reading>,
    pub leak: Option<Leak>,
}

/// Its hoaxes among the genres that hold none.
#[derive(Deserialize)]
pub struct Stream {
    pub harmless: usize,
    pub roc: Interval,
    pub roc_of_others: Option<Interval>,
    pub roc_surface: Option<Interval>,
    pub found: Interval,
}

#[derive(Deserialize)]
pub struct Reading {
    pub name: String,
    pub roc: Interval,
    pub change: Option<Comparison>,
}

#[derive(Deserialize)]
pub struct Comparison {
    pub difference: Interval,
}

#[derive(Deserialize)]
pub struct Leak {
    pub roc: Interval,
    pub above: Comparison,
}

#[derive(Deserialize)]
pub struct Breakdown {
    pub field: String,
    pub values: Vec<Part>,
}

#[derive(Deserialize)]
pub struct Part {
    pub value: String,
    pub hoax: usize,
    pub valid: usize,
    pub found: Option<Interval>,
    pub flagged: Option<Interval>,
}

/// What `audit` wrote.
#[derive(Deserialize)]
pub struct Audit {
    pub model: String,
    pub bound: f64,
    pub passed: bool,
    pub reports: Vec<AuditOf>,
}

#[derive(Deserialize)]
pub struct AuditOf {
    pub input: String,
    pub report: Neutrality,
}

#[derive(Deserialize)]
pub struct Neutrality {
    pub all: Shift,
    pub classes: BTreeMap<String, Shift>,
    pub names: Vec<NameReport>,
}

#[derive(Deserialize)]
pub struct NameReport {
    pub name: String,
    pub class: String,
    pub known: bool,
    pub shift: Shift,
}

#[derive(Deserialize, Clone, Copy, Default)]
pub struct Shift {
    pub swaps: u64,
    pub flips: u64,
    pub largest: f64,
    pub mean: f64,
}

impl Evaluation {
    /// Genres that hold both classes.
    pub fn within(&self) -> impl Iterator<Item = &Genre> {
        self.genres.iter().filter(|genre| !genre.figures.is_empty())
    }
}

impl Genre {
    pub fn figure(&self, name: &str) -> Option<Interval> {
        find(&self.figures, name)
    }
}

pub fn find(figures: &[Figure], name: &str) -> Option<Interval> {
    let figure = figures.iter().find(|figure| figure.name == name)?;
    Some(figure.estimate)
}

impl Shift {
    /// Both together.
    pub fn with(self, other: Self) -> Self {
        let swaps = self.swaps + other.swaps;
        let sum = self.mean * self.swaps as f64 + other.mean * other.swaps as f64;
        Self {
            swaps,
            flips: self.flips + other.flips,
            largest: self.largest.max(other.largest),
            mean: sum / swaps.max(1) as f64,
        }
    }
}
