//! Many texts at once.

use crate::detector::{Assessment, Detector};

impl Detector {
    /// Assesses `texts`; the answers come in the order of the texts and are,
    /// bit for bit, those of [`Detector::assess`].
    ///
    /// With the feature `parallel` the work is spread over the rayon pool the
    /// call is made in: the global one, or a caller's own by
    /// `pool.install(|| detector.assess_batch(&texts))`. Threads share nothing
    /// that is written to. Beside the answers only that is allocated which
    /// [`Detector::assess`] allocates: what a thread keeps, until it is full, and with
    /// claims something for each text. Linear in all texts; none give no answers.
    #[must_use]
    pub fn assess_batch<T: AsRef<str> + Sync>(&self, texts: &[T]) -> Vec<Assessment> {
        #[cfg(feature = "parallel")]
        {
            use rayon::prelude::*;
            // Large pieces cost little to hand out, small ones end together.
            let pieces = 16 * rayon::current_num_threads();
            texts
                .par_iter()
                .with_min_len(texts.len().div_ceil(pieces))
                .map(|text| self.assess(text.as_ref()))
                .collect()
        }
        #[cfg(not(feature = "parallel"))]
        {
            texts
                .iter()
                .map(|text| self.assess(text.as_ref()))
                .collect()
        }
    }
}
