//! What a thread keeps from text to text.

use std::cell::Cell;

use crate::detector::memo::Memo;
use crate::detector::sums::Pending;
use crate::features::Scratch;
use crate::model::Model;

/// Models for which a thread keeps a [`Worker`].
const KEPT: usize = 4;
/// A text longer than this may leave buffers behind that are too large to keep.
const LONG: usize = 1 << 20;

/// Boxes, so that models which take turns allocate nothing.
type Others = Vec<Box<Worker>>;

thread_local! {
    /// The one that worked last.
    static LAST: Cell<Option<Box<Worker>>> = const { Cell::new(None) };
    /// The others, in the order in which they worked.
    static OTHERS: Cell<Others> = const { Cell::new(Others::new()) };
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
    pub(super) pairs: Pending,
}

impl Worker {
    fn new(model: &Model) -> Self {
        Self {
            digest: model.digest().to_owned(),
            scratch: Scratch::default(),
            memo: Memo::new(),
            pairs: Pending::new(),
        }
    }

    /// Lends this thread's worker for `model` to `work`, for a text of `length` bytes.
    #[inline]
    pub(super) fn lend<T>(model: &Model, length: usize, work: impl FnOnce(&mut Self) -> T) -> T {
        // Taken out of its place: no lock, no borrow that could fail. A thread
        // that is ending has no place, and its worker is made and dropped.
        let last = LAST.try_with(Cell::take).unwrap_or_default();
        let mut worker = match last {
            Some(worker) if worker.digest == model.digest() => worker,
            last => Self::fetch(last, model),
        };
        let result = work(&mut worker);
        if length > LONG {
            worker.scratch = Scratch::default();
        }
        let _ = LAST.try_with(|place| place.set(Some(worker)));
        result
    }

    /// The worker of `model`, where `last` is that of another. Out of line, as it
    /// is rare.
    #[cold]
    #[inline(never)]
    fn fetch(last: Option<Box<Self>>, model: &Model) -> Box<Self> {
        let mut others = OTHERS.try_with(Cell::take).unwrap_or_default();
        others.extend(last);
        let known = others.iter().position(|it| it.digest == model.digest());
        let worker = match known {
            Some(at) => others.remove(at),
            None => {
                if others.len() >= KEPT {
                    others.remove(0);
                }
                Box::new(Self::new(model))
            }
        };
        let _ = OTHERS.try_with(|place| place.set(others));
        worker
    }
}
