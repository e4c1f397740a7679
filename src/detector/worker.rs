//! What a thread keeps from text to text.

use std::cell::Cell;

use crate::detector::memo::Memo;
use crate::detector::sums::Waiting;
use crate::features::Scratch;
use crate::model::Model;

/// Models for which a thread keeps a [`Worker`].
const KEPT: usize = 4;

thread_local! {
    /// The one that worked last comes last.
    static WORKERS: Cell<Vec<Worker>> = const { Cell::new(Vec::new()) };
}

/// Buffers, and the memo of one model, on one thread.
///
/// They belong to a model by its digest, which covers all that the memo rests
/// on, so detectors with the same model share them. They change no answer.
#[derive(Debug)]
pub(super) struct Worker {
    digest: String,
    pub(super) scratch: Scratch<false>,
    pub(super) memo: Memo,
    pub(super) pairs: Waiting,
}

impl Worker {
    fn new(model: &Model) -> Self {
        Self {
            digest: model.digest().to_owned(),
            scratch: Scratch::default(),
            memo: Memo::new(),
            pairs: Waiting::new(),
        }
    }

    /// Lends this thread's worker for `model` to `work`.
    #[inline]
    pub(super) fn lend<T>(model: &Model, work: impl FnOnce(&mut Self) -> T) -> T {
        // Taken out of its place: no lock, no borrow that could fail. A thread
        // that is ending has no place, and its worker is made and dropped.
        let mut workers = WORKERS.try_with(Cell::take).unwrap_or_default();
        match workers.iter().rposition(|it| it.digest == model.digest()) {
            Some(at) if at + 1 == workers.len() => {}
            Some(at) => {
                let worker = workers.remove(at);
                workers.push(worker);
            }
            None => {
                if workers.len() >= KEPT {
                    workers.remove(0);
                }
                workers.push(Self::new(model));
            }
        }
        let result = match workers.last_mut() {
            Some(worker) => work(worker),
            None => work(&mut Self::new(model)),
        };
        let _ = WORKERS.try_with(|place| place.set(workers));
        result
    }
}
