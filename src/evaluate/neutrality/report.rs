//! What an audit has found.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::detector::Assessment;
use crate::error::{Error, ErrorKind};
use crate::evaluate::neutrality::{Form, Name};
use crate::features::NameClass;

/// How far swaps moved the answer.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
#[non_exhaustive]
pub struct Shift {
    /// Number of swaps.
    pub swaps: u64,
    /// Swaps after which the verdict was another.
    pub flips: u64,
    /// Largest distance from the probability compared with, in 0..=1.
    pub largest: f64,
    /// Mean distance from the probability compared with, in 0..=1.
    pub mean: f64,
    /// Largest distance in logits.
    pub largest_logit: f64,
    /// Mean distance in logits.
    pub mean_logit: f64,
    /// Largest distance between two names in the same place, in 0..=1; 0 for
    /// a single name.
    pub spread: f64,
}

impl Shift {
    /// Sums until [`Shift::done`] divides them.
    fn add(&mut self, probability: f64, logit: f64, flipped: bool) {
        self.swaps += 1;
        self.flips += u64::from(flipped);
        self.largest = self.largest.max(probability);
        self.largest_logit = self.largest_logit.max(logit);
        self.mean += probability;
        self.mean_logit += logit;
    }

    fn done(mut self) -> Self {
        let swaps = self.swaps.max(1) as f64;
        self.mean /= swaps;
        self.mean_logit /= swaps;
        self
    }
}

/// A name and what it did.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NameReport {
    /// The name.
    pub name: String,
    /// What it is the name of.
    pub class: NameClass,
    /// Whether the detector masks all of it where it stands alone.
    pub known: bool,
    /// What it did.
    pub shift: Shift,
}

/// The swap that changed most.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// The text after the swap.
    pub text: String,
    /// The name put in.
    pub name: String,
    /// Probability compared with.
    pub before: f64,
    /// Probability of `text`.
    pub after: f64,
}

/// What an audit has found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NeutralityReport {
    /// Over everything.
    pub all: Shift,
    /// By class.
    pub classes: BTreeMap<NameClass, Shift>,
    /// By form; rows count as [`Form::Plain`].
    pub forms: BTreeMap<Form, Shift>,
    /// Every name, the largest shift first.
    pub names: Vec<NameReport>,
    /// The swap that changed most; none if nothing was swapped.
    pub worst: Option<Change>,
}

impl NeutralityReport {
    /// Fails if a swap moved the probability by more than `bound`, which is in 0..=1. So
    /// a report without swaps passes, as of rows in which the detector finds no name:
    /// look at [`Shift::swaps`] of each class as well. A name alone in its class is only
    /// compared with itself.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotNeutral`] with the largest shift.
    pub fn check(&self, bound: f64) -> Result<(), Error> {
        if self.all.largest <= bound {
            return Ok(());
        }
        Err(Error::new(ErrorKind::NotNeutral {
            largest: self.all.largest,
            bound,
        }))
    }

    /// Number of names the detector does not mask, by class.
    #[must_use]
    pub fn unknown(&self) -> BTreeMap<NameClass, usize> {
        let mut unknown = BTreeMap::new();
        for name in &self.names {
            *unknown.entry(name.class).or_insert(0) += usize::from(!name.known);
        }
        unknown
    }
}

/// One name in one text.
pub(super) struct Swap<'t> {
    pub(super) name: usize,
    pub(super) text: &'t str,
    pub(super) answer: &'t Assessment,
}

/// Sums on the way to a report.
#[derive(Debug)]
pub(super) struct Tally {
    all: Shift,
    classes: BTreeMap<NameClass, Shift>,
    forms: BTreeMap<Form, Shift>,
    names: Vec<NameReport>,
    worst: Option<Change>,
}

impl Tally {
    /// `is_known` says whether a name is masked where it stands alone.
    pub(super) fn new(names: &[Name], is_known: impl Fn(&str) -> bool) -> Self {
        let report = |name: &Name| NameReport {
            name: name.text().to_owned(),
            class: name.class(),
            known: is_known(name.text()),
            shift: Shift::default(),
        };
        Self {
            all: Shift::default(),
            classes: BTreeMap::new(),
            forms: BTreeMap::new(),
            names: names.iter().map(report).collect(),
            worst: None,
        }
    }

    pub(super) fn add(
        &mut self,
        class: NameClass,
        form: Form,
        reference: &Assessment,
        swaps: &[Swap<'_>],
    ) {
        let by_class = self.classes.entry(class).or_default();
        let by_form = self.forms.entry(form).or_default();
        let before = reference.hoax();
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for swap in swaps {
            let after = swap.answer.hoax();
            let probability = (after.probability() - before.probability()).abs();
            let logit = (after.logit() - before.logit()).abs();
            let flipped = swap.answer.verdict() != reference.verdict();
            let Some(name) = self.names.get_mut(swap.name) else {
                continue;
            };
            if self.worst.is_none() || probability > self.all.largest {
                self.worst = Some(Change {
                    text: swap.text.to_owned(),
                    name: name.name.clone(),
                    before: before.probability(),
                    after: after.probability(),
                });
            }
            for shift in [&mut self.all, by_class, by_form, &mut name.shift] {
                shift.add(probability, logit, flipped);
            }
            low = low.min(after.probability());
            high = high.max(after.probability());
        }
        if high >= low {
            for shift in [&mut self.all, by_class, by_form] {
                shift.spread = shift.spread.max(high - low);
            }
        }
    }

    pub(super) fn report(&self) -> NeutralityReport {
        let mut names = self.names.clone();
        for name in &mut names {
            name.shift = name.shift.done();
        }
        names.sort_by(|a, b| b.shift.largest.total_cmp(&a.shift.largest));
        let classes = self.classes.iter();
        let forms = self.forms.iter();
        NeutralityReport {
            all: self.all.done(),
            classes: classes.map(|(&k, shift)| (k, shift.done())).collect(),
            forms: forms.map(|(&k, shift)| (k, shift.done())).collect(),
            names,
            worst: self.worst.clone(),
        }
    }
}
