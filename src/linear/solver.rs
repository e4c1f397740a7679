//! Dual coordinate descent for L2-regularised logistic regression.
//!
//! The method is that of Yu, Huang and Lin, "Dual coordinate descent methods
//! for logistic regression and maximum entropy models", Machine Learning 85
//! (2011), 41-75. Every row has a dual variable `alpha` in `(0, bound)`, and the
//! weights are the sum of `alpha * y * x` over the rows. A step picks a row and
//! minimises the dual over its `alpha` alone.

use crate::linear::SparseRecords;
use crate::linear::classifier::dot;
use crate::random::SplitMix64;

/// Newton steps spent on a row before going on to the next.
const MAX_NEWTON_STEPS: usize = 100;
/// What a Newton step that would leave the interval is replaced by: a step to
/// this fraction of where it started.
const SHRINK: f64 = 0.1;
/// How flat the dual must be along a row's `alpha`: at the start, and at the
/// strictest. It becomes ten times stricter whenever an epoch needs few steps.
const FIRST_ACCURACY: f64 = 1e-2;
const LAST_ACCURACY: f64 = 1e-8;

/// A row's place in the dual problem.
struct Variable {
    /// The row in the records.
    row: usize,
    /// 1 for a row labelled `true`, -1 for the others.
    sign: f64,
    /// The regularisation constant times the row's weight.
    bound: f64,
    /// The row's squared length, the constant feature included.
    squared_length: f64,
    /// In `(0, bound)`.
    alpha: f64,
    /// `bound - alpha`, kept apart because it may be too small to be found by
    /// subtraction.
    rest: f64,
}

/// The primal and the dual objective; the best objective lies between.
#[derive(Clone, Copy)]
pub(super) struct Objectives {
    pub(super) primal: f64,
    pub(super) dual: f64,
}

impl Objectives {
    fn new(loss: f64, entropy: f64, squared_length: f64) -> Self {
        Self {
            primal: 0.5 * squared_length + loss,
            dual: entropy - 0.5 * squared_length,
        }
    }

    /// Whether they differ by at most this fraction of the primal objective.
    pub(super) fn within(self, tolerance: f64) -> bool {
        self.primal - self.dual <= tolerance * self.primal
    }
}

/// The state of a fit.
pub(super) struct Solver<'a> {
    records: &'a SparseRecords,
    variables: Vec<Variable>,
    /// Value of the constant feature, 0 for none.
    constant: f64,
    weights: Vec<f64>,
    constant_weight: f64,
    accuracy: f64,
    random: SplitMix64,
}

impl<'a> Solver<'a> {
    /// No rows yet, and all weights zero.
    pub(super) fn new(records: &'a SparseRecords, constant: f64, seed: u64) -> Self {
        Self {
            records,
            variables: Vec::with_capacity(records.rows()),
            constant,
            weights: vec![0.0; records.n_features()],
            constant_weight: 0.0,
            accuracy: FIRST_ACCURACY,
            random: SplitMix64::new(seed),
        }
    }

    /// Makes a row part of the problem; `bound` is above zero.
    pub(super) fn add(&mut self, row: usize, label: bool, bound: f64) {
        let Some((_, values)) = self.records.row(row) else {
            return;
        };
        let squares = values.iter().map(|&value| square(f64::from(value)));
        // Near zero, since few rows of a separable problem end far from it.
        let alpha = (1e-3 * bound).min(1e-8);
        let variable = Variable {
            row,
            sign: if label { 1.0 } else { -1.0 },
            bound,
            squared_length: squares.sum::<f64>() + square(self.constant),
            alpha,
            rest: bound - alpha,
        };
        self.move_weights(row, variable.sign * alpha);
        self.variables.push(variable);
    }

    /// Visits every row once, in a new random order. Returns the objectives as
    /// they looked on the way: each row's part is taken when it is visited, so
    /// they cost next to nothing, but belong to no one set of weights.
    pub(super) fn epoch(&mut self) -> Objectives {
        self.random.shuffle(&mut self.variables);
        let mut steps = 0;
        let (mut loss, mut entropy, mut squared) = (0.0, 0.0, 0.0);
        // Taken out so that the weights can change while it is walked.
        let mut variables = std::mem::take(&mut self.variables);
        for variable in &mut variables {
            let margin = variable.sign * self.score(variable.row);
            loss += variable.loss(margin);
            entropy += variable.entropy();
            // Over all rows, this is the squared length of the weights.
            squared += variable.alpha * margin;
            let (change, taken) = variable.minimise(margin, self.accuracy);
            steps += taken;
            if change != 0.0 {
                self.move_weights(variable.row, variable.sign * change);
            }
        }
        if steps <= variables.len() / 10 {
            self.accuracy = (0.1 * self.accuracy).max(LAST_ACCURACY);
        }
        self.variables = variables;
        Objectives::new(loss, entropy, squared)
    }

    /// The objectives at the present weights; takes about half as long as an
    /// epoch.
    pub(super) fn objectives(&self) -> Objectives {
        let (mut loss, mut entropy) = (0.0, 0.0);
        for variable in &self.variables {
            loss += variable.loss(variable.sign * self.score(variable.row));
            entropy += variable.entropy();
        }
        let squared = squared_length(&self.weights) + square(self.constant_weight);
        Objectives::new(loss, entropy, squared)
    }

    /// The weights, and what the constant feature adds to every score.
    pub(super) fn into_weights(self) -> (Vec<f64>, f64) {
        (self.weights, self.constant_weight * self.constant)
    }

    fn score(&self, row: usize) -> f64 {
        let (indices, values) = self.records.row(row).unwrap_or_default();
        dot(&self.weights, indices, values) + self.constant_weight * self.constant
    }

    /// Adds `scale` times the row to the weights.
    fn move_weights(&mut self, row: usize, scale: f64) {
        let (indices, values) = self.records.row(row).unwrap_or_default();
        for (&index, &value) in indices.iter().zip(values) {
            if let Some(weight) = self.weights.get_mut(index as usize) {
                *weight += scale * f64::from(value);
            }
        }
        self.constant_weight += scale * self.constant;
    }
}

impl Variable {
    /// What the row adds to the primal objective.
    fn loss(&self, margin: f64) -> f64 {
        self.bound * log1p_exp(-margin)
    }

    /// What the row adds to the dual objective.
    fn entropy(&self) -> f64 {
        let part = |alpha: f64| -alpha * libm::log(alpha / self.bound);
        part(self.alpha) + part(self.rest)
    }

    /// Minimises the dual over this `alpha`, to the given accuracy of its
    /// derivative. Returns the change of `alpha` and the Newton steps taken.
    ///
    /// The problem is solved in whichever of `alpha` and `rest` is the smaller
    /// at the solution. There the derivative is increasing and concave, so a
    /// Newton step never passes the solution from below and at most drops below
    /// it, or out of the interval, from above.
    fn minimise(&mut self, margin: f64, accuracy: f64) -> (f64, usize) {
        let slope_at_half = 0.5 * self.squared_length * (self.rest - self.alpha) + margin;
        let alpha_is_small = slope_at_half >= 0.0;
        let (start, pull) = if alpha_is_small {
            (self.alpha, margin)
        } else {
            (self.rest, -margin)
        };
        let mut at = if start > 0.5 * self.bound {
            SHRINK * start
        } else {
            start
        };
        let mut steps = 0;
        while steps < MAX_NEWTON_STEPS {
            let other = self.bound - at;
            let slope = self.squared_length * (at - start) + pull + libm::log(at / other);
            if slope.abs() < accuracy {
                break;
            }
            let curvature = self.squared_length + self.bound / other / at;
            let next = at - slope / curvature;
            // Never zero: the curvature overflows first, and `next` is `at`.
            at = if next > 0.0 { next } else { SHRINK * at };
            steps += 1;
        }

        let before = self.alpha;
        (self.alpha, self.rest) = if alpha_is_small {
            (at, self.bound - at)
        } else {
            (self.bound - at, at)
        };
        // The change of the rounded `alpha`, or the weights would drift away
        // from the sum they are.
        (self.alpha - before, steps)
    }
}

/// `log(1 + exp(x))` without overflow.
fn log1p_exp(x: f64) -> f64 {
    x.max(0.0) + libm::log1p(libm::exp(-x.abs()))
}

/// Unlike `powi`, the same on every platform.
fn square(x: f64) -> f64 {
    x * x
}

fn squared_length(weights: &[f64]) -> f64 {
    let (fours, rest) = weights.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for four in fours {
        for lane in 0..4 {
            sums[lane] += square(four[lane]);
        }
    }
    let [a, b, c, d] = sums;
    rest.iter()
        .fold((a + b) + (c + d), |sum, &weight| sum + square(weight))
}

#[cfg(test)]
mod tests {
    use super::Variable;

    #[test]
    fn alpha_stays_inside_its_interval_however_far_the_margin() {
        // The smallest, a usual and the largest `C` times row weight.
        for bound in [1e-51, 2.0, 1e12] {
            for margin in [-1e9, 1e9] {
                let mut variable = Variable {
                    row: 0,
                    sign: 1.0,
                    bound,
                    squared_length: 0.0,
                    alpha: 0.5 * bound,
                    rest: 0.5 * bound,
                };
                // Enough steps to a tenth to leave the range of `f64`.
                for _ in 0..10 {
                    variable.minimise(margin, 1e-8);
                }
                assert!(variable.alpha > 0.0 && variable.rest > 0.0);
                assert!(variable.alpha.min(variable.rest) < 1e-300);
                assert_eq!(variable.alpha + variable.rest, bound);
                assert!(variable.entropy().is_finite());
            }
        }
    }
}
