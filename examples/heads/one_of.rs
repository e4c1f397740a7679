//! Heads of which one at most holds.

use std::collections::BTreeMap;
use std::error::Error;

use hoaks::evaluate::{confusion, roc_auc};

use super::common::say;
use super::{Options, Row, error, tell};

/// Prints what such heads are worth, by themselves and among each other: the gold
/// of a row is the name of one, or none.
pub fn measure(
    options: &Options,
    what: &str,
    names: &[&str],
    annotated: &[Row],
    logits: &BTreeMap<&str, Vec<f64>>,
    gold: impl Fn(&Row) -> &Option<Option<String>>,
) -> Result<(), Box<dyn Error>> {
    if !names.iter().all(|name| logits.contains_key(name)) {
        return Ok(());
    }
    let known = (annotated.iter().enumerate())
        .filter_map(|(row, annotated)| {
            let gold = gold(annotated).as_ref()?.as_deref();
            Some((row, names.iter().position(|name| gold == Some(name))))
        })
        .collect();
    let heads = Heads {
        what,
        names,
        annotated,
        logits,
        known,
    };
    say!();
    heads.tell_each()?;
    heads.tell_means()?;
    if options.errors {
        heads.tell_errors();
    }
    Ok(())
}

struct Heads<'a> {
    what: &'a str,
    names: &'a [&'a str],
    annotated: &'a [Row],
    /// By head, of all annotated rows.
    logits: &'a BTreeMap<&'a str, Vec<f64>>,
    /// Rows whose gold is known, and which of the names it is.
    known: Vec<(usize, Option<usize>)>,
}

impl Heads<'_> {
    fn tell_each(&self) -> Result<(), Box<dyn Error>> {
        let all: Vec<usize> = (0..self.known.len()).collect();
        for (number, name) in self.names.iter().enumerate() {
            let (scores, labels) = self.scored(&all, number);
            say!(
                "{} {name:<16} F1 {:.3}, among each other {:.3}, ROC {:.3}, {} rows",
                self.what,
                self.alone(&all, number)?,
                self.sorted(&all, number),
                roc_auc(&scores, &labels).unwrap_or(f64::NAN),
                labels.iter().filter(|&&label| label).count()
            );
        }
        Ok(())
    }

    fn tell_means(&self) -> Result<(), Box<dyn Error>> {
        let at = |rows: &[f64]| -> Vec<usize> { rows.iter().map(|&row| row as usize).collect() };
        let numbers: Vec<f64> = (0..self.known.len()).map(|row| row as f64).collect();
        let labels: Vec<bool> = self.known.iter().map(|(_, gold)| gold.is_some()).collect();
        tell(
            &format!("{}: macro-F1, each at p = .5, over all rows", self.what),
            &numbers,
            &labels,
            |rows, _| self.mean(|head| self.alone(&at(rows), head)),
        )?;
        tell(
            &format!("{}: macro-F1, the highest of rows that have one", self.what),
            &numbers,
            &labels,
            |rows, _| self.mean(|head| Ok(self.sorted(&at(rows), head))),
        )
    }

    fn tell_errors(&self) {
        for &(row, gold) in &self.known {
            for (number, name) in self.names.iter().enumerate() {
                let logit = self.logits[name][row];
                if (logit >= 0.0) != (gold == Some(number)) {
                    let gold = gold.map_or("none", |gold| self.names[gold]);
                    error(
                        self.what,
                        &self.annotated[row],
                        &format!("{gold}: {name} {logit:+.2}"),
                    );
                }
            }
        }
    }

    /// Logits and labels of a head, on those of the known `rows` that it is
    /// measured on.
    fn scored(&self, rows: &[usize], head: usize) -> (Vec<f64>, Vec<bool>) {
        let name = self.names[head];
        // Hate is looked for in rows about elections only, for only those have a
        // topic.
        let counts = |row: usize| name != "sara" || self.annotated[row].election != Some(false);
        (rows.iter())
            .map(|&at| self.known[at])
            .filter(|&(row, _)| counts(row))
            .map(|(row, gold)| (self.logits[name][row], gold == Some(head)))
            .unzip()
    }

    /// F1 of a head by itself, over all rows: how a filter would use it.
    fn alone(&self, rows: &[usize], head: usize) -> Result<f64, hoaks::Error> {
        let (scores, labels) = self.scored(rows, head);
        confusion(&scores, &labels, 0.0).map(|counts| counts.f1())
    }

    /// F1 of a head against the others, over rows that have one: how a queue would
    /// sort.
    fn sorted(&self, rows: &[usize], head: usize) -> f64 {
        let (mut right, mut said, mut is) = (0.0, 0.0, 0.0);
        for &at in rows {
            if let (row, Some(gold)) = self.known[at] {
                let guess = self.highest(row);
                right += f64::from(guess == head && gold == head);
                said += f64::from(guess == head);
                is += f64::from(gold == head);
            }
        }
        if said + is > 0.0 {
            2.0 * right / (said + is)
        } else {
            f64::NAN
        }
    }

    fn highest(&self, row: usize) -> usize {
        let logit = |head: usize| self.logits[self.names[head]][row];
        (0..self.names.len())
            .max_by(|&a, &b| logit(a).total_cmp(&logit(b)))
            .unwrap_or(0)
    }

    fn mean(&self, f1: impl Fn(usize) -> Result<f64, hoaks::Error>) -> Result<f64, hoaks::Error> {
        let f1: Vec<f64> = (0..self.names.len()).map(f1).collect::<Result<_, _>>()?;
        // A resample may lack a topic.
        let f1: Vec<f64> = f1.into_iter().filter(|f1| f1.is_finite()).collect();
        Ok(f1.iter().sum::<f64>() / f1.len() as f64)
    }
}
