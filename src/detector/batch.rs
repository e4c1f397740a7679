//! Many texts at once.

use crate::detector::score::Worker;
use crate::detector::{Assessment, Detector};

impl Detector {
    /// Assesses `texts`; the answers come in the order of the texts and are,
    /// bit for bit, those of [`Detector::assess`].
    ///
    /// With the feature `parallel` the work is spread over the rayon pool the
    /// call is made in: the global one, or a caller's own by
    /// `pool.install(|| detector.assess_batch(&texts))`.
    #[must_use]
    pub fn assess_batch<T: AsRef<str> + Sync>(&self, texts: &[T]) -> Vec<Assessment> {
        #[cfg(feature = "parallel")]
        {
            use rayon::prelude::*;
            // Few and large pieces: every piece starts with an empty memo.
            let pieces = 4 * rayon::current_num_threads();
            texts
                .par_iter()
                .with_min_len(texts.len().div_ceil(pieces).max(32))
                .map_init(Worker::new, |worker, text| {
                    self.assess_with(text.as_ref(), worker)
                })
                .collect()
        }
        #[cfg(not(feature = "parallel"))]
        {
            let mut worker = Worker::new();
            texts
                .iter()
                .map(|text| self.assess_with(text.as_ref(), &mut worker))
                .collect()
        }
    }
}
