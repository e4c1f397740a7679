//! The inverted index and its search.

use std::cmp::Ordering;

use crate::claims::terms::{FIELDS, SHARE};

/// A claim's terms by number, in the order of their hashes, and times.
pub(super) type Row = Vec<(u32, u32)>;

/// What the sums of single precision may be off by.
const SLACK: f32 = 1e-4;

/// For each term the claims that hold it, and how much it counts there.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    /// `starts[t]..starts[t + 1]` are the postings of term `t`.
    starts: Vec<u32>,
    claims: Vec<u32>,
    weights: Vec<f32>,
    /// Largest weight of each term.
    top: Vec<f32>,
    idf: Vec<f64>,
    /// One over the length of each claim in each field, times its share.
    scales: Vec<[f64; FIELDS]>,
}

impl Postings {
    /// Linear in the number of terms of all claims.
    pub(super) fn build<'a, I>(rows: I, fields: &[u8]) -> Self
    where
        I: Iterator<Item = &'a Row> + Clone,
    {
        let terms = fields.len();
        let mut starts = vec![0_u32; terms + 1];
        let mut claims = 0_u32;
        for row in rows.clone() {
            claims += 1;
            for &(term, _) in row {
                if let Some(next) = starts.get_mut(term as usize + 1) {
                    *next += 1;
                }
            }
        }
        let idf: Vec<f64> = starts
            .iter()
            .skip(1)
            .map(|&holders| idf(holders, claims))
            .collect();
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut built = Self {
            claims: vec![0; sum as usize],
            weights: vec![0.0; sum as usize],
            top: vec![0.0; terms],
            scales: Vec::with_capacity(claims as usize),
            starts,
            idf,
        };
        for (claim, row) in rows.enumerate() {
            let scales = built.lengths(row, fields);
            built.scales.push(scales);
            for &(term, times) in row {
                let at = term as usize;
                let weight = built.weight(at, times, fields, &scales) as f32;
                let Some(place) = next.get_mut(at) else {
                    continue;
                };
                let slot = *place as usize;
                *place += 1;
                if let (Some(to), Some(value), Some(top)) = (
                    built.claims.get_mut(slot),
                    built.weights.get_mut(slot),
                    built.top.get_mut(at),
                ) {
                    *to = claim as u32;
                    *value = weight;
                    *top = top.max(weight);
                }
            }
        }
        built
    }

    /// Number of terms that at least one claim holds.
    pub(super) fn live(&self) -> usize {
        self.starts
            .windows(2)
            .filter(|pair| pair.first() != pair.last())
            .count()
    }

    fn lengths(&self, row: &Row, fields: &[u8]) -> [f64; FIELDS] {
        let mut squares = [0.0; FIELDS];
        for &(term, times) in row {
            let at = term as usize;
            let value = tf(times) * self.idf.get(at).copied().unwrap_or(0.0);
            if let Some(square) = squares.get_mut(field(fields, at)) {
                *square += value * value;
            }
        }
        let mut scales = [0.0; FIELDS];
        for ((scale, square), share) in scales.iter_mut().zip(squares).zip(SHARE) {
            if square > 0.0 {
                *scale = share / square.sqrt();
            }
        }
        scales
    }

    fn weight(&self, term: usize, times: u32, fields: &[u8], scales: &[f64; FIELDS]) -> f64 {
        let scale = scales.get(field(fields, term)).copied().unwrap_or(0.0);
        tf(times) * self.idf.get(term).copied().unwrap_or(0.0) * scale
    }

    fn of(&self, term: usize) -> (&[u32], &[f32]) {
        let range = match (self.starts.get(term), self.starts.get(term + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        };
        (
            self.claims.get(range.clone()).unwrap_or_default(),
            self.weights.get(range).unwrap_or_default(),
        )
    }

    /// The `k` best claims and their scores, best first, ties by number.
    ///
    /// Terms are read from the rarest on. Once those left cannot lift a claim
    /// that was not met yet into the best `k`, no more are read, and the claims
    /// met are scored in full for as long as they could still be among the
    /// best (after Turtle and Flood, "Query evaluation: strategies and
    /// optimizations", 1995). The answer is that of a full scan.
    pub(super) fn search<'a>(
        &self,
        query: &Row,
        k: usize,
        fields: &[u8],
        row: impl Fn(usize) -> Option<&'a Row>,
    ) -> Vec<(usize, f64)> {
        let mut squares = [0.0; FIELDS];
        let mut terms: Vec<usize> = Vec::with_capacity(query.len());
        for &(term, _) in query {
            let at = term as usize;
            if self.of(at).0.is_empty() {
                continue;
            }
            terms.push(at);
            let idf = self.idf.get(at).copied().unwrap_or(0.0);
            if let Some(square) = squares.get_mut(field(fields, at)) {
                *square += idf * idf;
            }
        }
        if terms.is_empty() || k == 0 {
            return Vec::new();
        }
        let mut weights = vec![0.0_f64; self.idf.len()];
        for &term in &terms {
            let square: f64 = squares.get(field(fields, term)).copied().unwrap_or(1.0);
            if let Some(weight) = weights.get_mut(term) {
                *weight = self.idf.get(term).copied().unwrap_or(0.0) / square.sqrt();
            }
        }
        let of = |term: usize| weights.get(term).copied().unwrap_or(0.0);
        let bound = |term: usize| of(term) as f32 * self.top.get(term).copied().unwrap_or(0.0);
        // Stable: terms that are equally rare stay in the order of their hashes.
        terms.sort_by_key(|&term| self.of(term).0.len());

        let mut rest: f32 = terms.iter().map(|&term| bound(term)).sum();
        let mut sums = vec![0.0_f32; self.scales.len()];
        let mut met: Vec<u32> = Vec::new();
        let mut read = 0;
        let mut next_look = 256;
        for &term in &terms {
            if read >= next_look {
                next_look = read + read / 2;
                if kth(&met, &sums, k) > rest + SLACK {
                    break;
                }
            }
            let weight = of(term) as f32;
            let (claims, values) = self.of(term);
            for (&claim, &value) in claims.iter().zip(values) {
                if let Some(sum) = sums.get_mut(claim as usize) {
                    if *sum == 0.0 {
                        met.push(claim);
                    }
                    *sum += weight * value;
                }
            }
            read += claims.len();
            rest -= bound(term);
        }
        let rest = rest.max(0.0) + SLACK;
        let sum = |claim: u32| sums.get(claim as usize).copied().unwrap_or(0.0);
        let enough = kth(&met, &sums, k) - rest;
        met.retain(|&claim| sum(claim) >= enough);
        met.sort_unstable_by(|&a, &b| sum(b).total_cmp(&sum(a)).then(a.cmp(&b)));
        let mut best: Vec<(usize, f64)> = Vec::new();
        for claim in met {
            let worst = best.get(k - 1).map_or(f64::NEG_INFINITY, |last| last.1);
            if f64::from(sum(claim) + rest) < worst {
                break;
            }
            let claim = claim as usize;
            let (Some(row), Some(scales)) = (row(claim), self.scales.get(claim)) else {
                continue;
            };
            let score: f64 = row
                .iter()
                .filter_map(|&(term, times)| {
                    let weight = of(term as usize);
                    (weight > 0.0)
                        .then(|| weight * self.weight(term as usize, times, fields, scales))
                })
                .sum();
            let found = (claim, score.clamp(0.0, 1.0));
            let at = best.partition_point(|other| order(other, &found) == Ordering::Less);
            best.insert(at, found);
            best.truncate(k);
        }
        best
    }
}

fn order(a: &(usize, f64), b: &(usize, f64)) -> Ordering {
    b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))
}

/// The `k`-th largest sum of the claims met, or 0 if there are fewer.
fn kth(met: &[u32], sums: &[f32], k: usize) -> f32 {
    let mut values: Vec<f32> = met
        .iter()
        .filter_map(|&claim| sums.get(claim as usize).copied())
        .collect();
    if values.len() < k {
        return 0.0;
    }
    let (_, value, _) = values.select_nth_unstable_by(k - 1, |a, b| b.total_cmp(a));
    *value
}

fn field(fields: &[u8], term: usize) -> usize {
    fields.get(term).map_or(usize::MAX, |&field| field.into())
}

fn tf(times: u32) -> f64 {
    if times <= 1 {
        return 1.0;
    }
    1.0 + libm::log(f64::from(times))
}

/// Of a term that `holders` of `claims` claims hold; more than 0.
fn idf(holders: u32, claims: u32) -> f64 {
    let (holders, claims) = (f64::from(holders), f64::from(claims));
    libm::log(1.0 + (claims - holders + 0.5) / (holders + 0.5))
}
