//! Weights to 8 bits.

/// Symmetric linear quantisation: `weight ~ entry * step`, entries in
/// -127..=127, the largest magnitude exactly at the end of the range.
///
/// Returns the entries and the step; the step is 0 if all weights are 0.
/// Clipping outliers costs ranking quality, so nothing is clipped.
pub(crate) fn quantize(weights: &[f64]) -> (Vec<i8>, f64) {
    let largest = weights.iter().fold(0.0_f64, |max, w| max.max(w.abs()));
    if largest == 0.0 {
        return (vec![0; weights.len()], 0.0);
    }
    let step = largest / 127.0;
    // Rounded and within the range by construction.
    let entries = weights.iter().map(|w| (w / step).round() as i8).collect();
    (entries, step)
}

#[cfg(test)]
mod tests {
    use super::quantize;

    #[test]
    fn by_hand() {
        let (entries, step) = quantize(&[0.0, 1.27, -1.27, 0.635, -0.004]);
        assert_eq!(entries, [0, 127, -127, 64, 0]);
        assert!((step - 0.01).abs() < 1e-15);
        assert_eq!(quantize(&[0.0, 0.0]), (vec![0, 0], 0.0));
    }

    #[test]
    fn error_is_at_most_half_a_step() {
        let weights: Vec<f64> = (0..1000).map(|i| libm::sin(f64::from(i)) * 3.0).collect();
        let (entries, step) = quantize(&weights);
        for (entry, weight) in entries.iter().zip(&weights) {
            assert!((f64::from(*entry) * step - weight).abs() <= step * 0.500_001);
        }
    }
}
