//! Less confidence in long texts.

/// What the evidence of a text with `grams` n-gram occurrences is multiplied
/// by: `1 / sqrt(1 + damping * grams)`.
///
/// The terms of a sum are not independent: a text repeats its topic and its
/// author, so a sum over many terms is too sure of itself. Evidence is already
/// divided by the square root of the length, as if terms were independent; with
/// damping it becomes, in long texts, their mean. In 0..=1 and 1 without
/// damping; the same for every piece of a text, so it keeps all shares.
#[inline]
pub(crate) fn damp(damping: f64, grams: usize) -> f64 {
    // Most heads have none, and a root and a quotient take time.
    if damping == 0.0 {
        return 1.0;
    }
    1.0 / (1.0 + damping * grams as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::damp;

    #[test]
    fn by_hand() {
        // sqrt(1 + 3) = 2, sqrt(1 + 8) = 3.
        assert_eq!(damp(1.0 / 512.0, 1536), 0.5);
        assert_eq!(damp(1.0, 8), 1.0 / 3.0);
        assert_eq!(damp(0.01, 0), 1.0);
    }

    #[test]
    fn without_damping_nothing_changes() {
        for grams in [0, 1, 1000, usize::MAX] {
            assert_eq!(damp(0.0, grams), 1.0);
        }
    }

    #[test]
    fn longer_texts_are_trusted_less_and_never_turned() {
        let factors = [0, 1, 10, 1000, 1 << 40, usize::MAX].map(|grams| damp(1.0, grams));
        assert!(factors.windows(2).all(|pair| pair[0] > pair[1]));
        assert!(factors.iter().all(|&factor| factor > 0.0 && factor <= 1.0));
    }
}
