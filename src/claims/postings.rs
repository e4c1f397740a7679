//! The inverted index and its search.
//!
//! The weights that are stored for a claim depend on that claim alone; how rare a
//! term is among all claims is only looked up when a text is searched. So a claim can be
//! added or removed without touching any other. All sums are of integers, so the order
//! of addition cannot change a bit.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::claims::terms::{Counted, FIELDS, SHARE, Term};

/// The integer that stands for weight 1 of a term in a claim.
const ONE: f64 = 32_768.0;
/// The same for a term in a query. Sums of products of the two stay within 32 bits.
const ONE_ASKED: f64 = 65_536.0;

/// Looking up one claim in a list takes about as long as reading this many of its entries
/// in order.
const LOOK_UP: usize = 16;

/// For each term the claims that hold it, and how much it counts there.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings(HashMap<Term, List>);

/// Claims in the order of their numbers.
#[derive(Debug, Clone, Default)]
struct List {
    claims: Vec<u32>,
    weights: Vec<u16>,
    /// At least the largest of the weights.
    top: u16,
}

/// A term of a query that some claim holds.
struct Asked<'a> {
    list: &'a List,
    field: usize,
    weight: u32,
}

/// What is left to read of a query, from the last term back.
#[derive(Default)]
struct Left {
    /// Of each field: sum of the most that each term adds to a claim.
    sums: [u64; FIELDS],
    squares: [f64; FIELDS],
    terms: [f64; FIELDS],
}

impl Left {
    fn put_back(&mut self, asked: &Asked<'_>) {
        if let (Some(sum), Some(square), Some(terms)) = (
            self.sums.get_mut(asked.field),
            self.squares.get_mut(asked.field),
            self.terms.get_mut(asked.field),
        ) {
            *sum += u64::from(asked.weight) * u64::from(asked.list.top);
            *square += f64::from(asked.weight) * f64::from(asked.weight);
            *terms += 1.0;
        }
    }

    /// The most that all terms together add to a claim.
    ///
    /// The weights of a claim in a field have length 1, so by Cauchy and
    /// Schwarz they add no more than the length of the query there; rounding
    /// makes each larger by at most 1.
    fn bound(&self) -> u64 {
        let fields = self.sums.iter().zip(self.squares).zip(self.terms);
        fields
            .map(|((&sum, square), terms)| {
                let length = square.sqrt() * (ONE + terms.sqrt());
                sum.min(length.ceil() as u64)
            })
            .sum()
    }
}

impl Postings {
    /// Adds a claim by its number. Near-linear in its terms.
    pub(super) fn add(&mut self, claim: u32, terms: &[Counted]) {
        for (term, weight) in weights(terms) {
            let list = self.0.entry(term).or_default();
            list.top = list.top.max(weight);
            match list.claims.last() {
                Some(&last) if last >= claim => {
                    let at = list.claims.partition_point(|&other| other < claim);
                    list.claims.insert(at, claim);
                    list.weights.insert(at, weight);
                }
                _ => {
                    list.claims.push(claim);
                    list.weights.push(weight);
                }
            }
        }
    }

    /// Takes a claim out that was added with these terms.
    pub(super) fn remove(&mut self, claim: u32, terms: &[Counted]) {
        for counted in terms {
            let Some(list) = self.0.get_mut(&counted.term) else {
                continue;
            };
            if let Ok(at) = list.claims.binary_search(&claim) {
                list.claims.remove(at);
                let weight = list.weights.remove(at);
                if weight == list.top {
                    list.top = list.weights.iter().copied().max().unwrap_or(0);
                }
            }
            if list.claims.is_empty() {
                self.0.remove(&counted.term);
            }
        }
    }

    /// Whether any claim has a term.
    pub(super) fn has(&self, term: Term) -> bool {
        self.0.contains_key(&term)
    }

    /// How rare a term is among `claims` claims: the idf of BM25; more than 0.
    fn idf(&self, term: Term, claims: usize) -> f64 {
        let holders = self.0.get(&term).map_or(0, |list| list.claims.len());
        idf(holders, claims)
    }

    /// What share of a claim's terms `text` has, each counted by its weight and
    /// by how rare it is; 0 to 1.
    pub(super) fn coverage(
        &self,
        claim: &[Counted],
        claims: usize,
        has: impl Fn(Term) -> bool,
    ) -> f64 {
        let (mut all, mut covered) = ([0.0; FIELDS], [0.0; FIELDS]);
        for counted in claim {
            let value = tf(counted) * self.idf(counted.term, claims);
            if let Some(sum) = all.get_mut(counted.term.field()) {
                *sum += value;
            }
            if has(counted.term)
                && let Some(sum) = covered.get_mut(counted.term.field())
            {
                *sum += value;
            }
        }
        let (mut share, mut sum) = (0.0, 0.0);
        for ((&all, covered), part) in all.iter().zip(covered).zip(SHARE) {
            if all > 0.0 {
                sum += part * covered / all;
                share += part;
            }
        }
        if share > 0.0 {
            (sum / share).min(1.0)
        } else {
            0.0
        }
    }

    /// The terms of a query that some claim holds, rarest first.
    fn ask(&self, query: &[Counted], claims: usize) -> Vec<Asked<'_>> {
        let mut squares = [0.0; FIELDS];
        let mut found = Vec::with_capacity(query.len());
        for counted in query {
            let Some(list) = self.0.get(&counted.term) else {
                continue;
            };
            let field = counted.term.field();
            let value = counted.importance * idf(list.claims.len(), claims);
            if let Some(square) = squares.get_mut(field) {
                *square += value * value;
            }
            found.push((list, field, value));
        }
        let mut asked: Vec<Asked<'_>> = found
            .into_iter()
            .map(|(list, field, value)| {
                let share = SHARE.get(field).copied().unwrap_or(0.0);
                let square: f64 = squares.get(field).copied().unwrap_or(1.0);
                let weight = (ONE_ASKED * share * value / square.sqrt()).round().max(1.0) as u32;
                Asked {
                    list,
                    field,
                    weight,
                }
            })
            .collect();
        let cost =
            |asked: &Asked<'_>| asked.list.claims.len() as f64 / f64::from(asked.weight).powi(2);
        asked.sort_by(|a, b| cost(a).total_cmp(&cost(b)));
        asked
    }

    /// The `k` best of `claims` claims, whose numbers are below `numbers`, and
    /// their scores, best first; ties as `order` says.
    ///
    /// A term at a time, those first that weigh most for each entry to read.
    /// From time to time the best so far are scored in full. Once the terms
    /// left cannot lift any but a few claims to their level, only these are
    /// looked up in the rest (MaxScore; Turtle and Flood, "Query evaluation:
    /// strategies and optimizations", 1995). The answer is that of a full scan.
    pub(super) fn search(
        &self,
        query: &[Counted],
        k: usize,
        claims: usize,
        numbers: usize,
        order: impl Fn(u32, u32) -> Ordering,
    ) -> Vec<(u32, f64)> {
        if k == 0 {
            return Vec::new();
        }
        let asked = self.ask(query, claims);
        let mut left = Left::default();
        // What each term and all behind it add at most, and their entries.
        let mut behind = vec![(0, 0); asked.len()];
        let mut entries = 0;
        for (behind, asked) in behind.iter_mut().zip(&asked).rev() {
            left.put_back(asked);
            entries += asked.list.claims.len();
            *behind = (left.bound(), entries);
        }
        let mut sums = vec![0_u32; numbers];
        let (mut read, mut next_look) = (0, numbers / 4);
        let mut rest = asked.as_slice();
        let mut candidates = None;
        for (&(bound, entries), number) in behind.iter().zip(0..) {
            rest = asked.get(number..).unwrap_or_default();
            // How many can be looked up in the time it takes to read on.
            let most = entries / (LOOK_UP * rest.len().max(1));
            if read >= next_look && k <= most {
                next_look = 2 * read;
                let leaders = best(&sums, k, 1);
                let full = leaders.iter().take(k);
                let enough = full.map(|&(sum, claim)| complete(rest, claim, sum)).min();
                let enough = enough.filter(|_| leaders.len() >= k).unwrap_or(0);
                let at_least = u64::from(enough).saturating_sub(bound);
                let few = || sums.iter().filter(|&&sum| u64::from(sum) >= at_least);
                if at_least > 0 && few().nth(most).is_none() {
                    candidates = Some(best(&sums, usize::MAX, at_least as u32));
                    break;
                }
            }
            let Some(asked) = rest.first() else { break };
            for (&claim, &weight) in asked.list.claims.iter().zip(&asked.list.weights) {
                if let Some(sum) = sums.get_mut(claim as usize) {
                    *sum = sum.saturating_add(asked.weight * u32::from(weight));
                }
            }
            read += asked.list.claims.len();
            rest = rest.get(1..).unwrap_or_default();
        }
        let mut found = candidates.unwrap_or_else(|| best(&sums, k, 1));
        for (sum, claim) in &mut found {
            *sum = complete(rest, *claim, *sum);
        }
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| order(a.1, b.1)));
        found.truncate(k);
        found
            .into_iter()
            .map(|(sum, claim)| (claim, (f64::from(sum) / (ONE * ONE_ASKED)).min(1.0)))
            .collect()
    }
}

/// The sum of a claim with what the terms left add to it.
fn complete(rest: &[Asked<'_>], claim: u32, mut sum: u32) -> u32 {
    for asked in rest {
        let at = asked.list.claims.binary_search(&claim);
        if let Some(&weight) = at.ok().and_then(|at| asked.list.weights.get(at)) {
            sum = sum.saturating_add(asked.weight * u32::from(weight));
        }
    }
    sum
}

/// The `k` largest sums from `least` on, and all that equal the last of them,
/// with the claims they belong to, in no order.
fn best(sums: &[u32], k: usize, mut least: u32) -> Vec<(u32, u32)> {
    let mut found: Vec<(u32, u32)> = Vec::new();
    let mut full = k.saturating_mul(2).max(256);
    for (&sum, claim) in sums.iter().zip(0..) {
        if sum >= least {
            found.push((sum, claim));
            if found.len() >= full {
                least = cut(&mut found, k, least);
                full = full.max(found.len().saturating_mul(2));
            }
        }
    }
    cut(&mut found, k, least);
    found
}

/// Drops what is below the `k`-th and returns its sum, or `least` if there are
/// fewer.
fn cut(found: &mut Vec<(u32, u32)>, k: usize, least: u32) -> u32 {
    if found.len() < k {
        return least;
    }
    let (_, &mut (kth, _), _) = found.select_nth_unstable_by(k - 1, |a, b| b.cmp(a));
    found.retain(|&(sum, _)| sum >= kth);
    kth
}

/// What the terms of a claim count for: each field is a vector of length 1.
fn weights(terms: &[Counted]) -> impl Iterator<Item = (Term, u16)> {
    let mut squares = [0.0; FIELDS];
    for counted in terms {
        if let Some(square) = squares.get_mut(counted.term.field()) {
            *square += tf(counted) * tf(counted);
        }
    }
    terms.iter().map(move |counted| {
        let square: f64 = squares.get(counted.term.field()).copied().unwrap_or(1.0);
        let weight = ONE * tf(counted) / square.sqrt();
        (counted.term, weight.round().max(1.0) as u16)
    })
}

fn tf(counted: &Counted) -> f64 {
    if counted.times <= 1 {
        return counted.importance;
    }
    counted.importance * (1.0 + libm::log(f64::from(counted.times)))
}

fn idf(holders: usize, claims: usize) -> f64 {
    let (holders, claims) = (holders as f64, claims as f64);
    libm::log(1.0 + (claims - holders + 0.5) / (holders + 0.5))
}
