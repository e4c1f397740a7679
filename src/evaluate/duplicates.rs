//! Groups for data that has none: texts that are nearly the same.

use crate::error::Error;
use crate::evaluate::sets::Sets;
use crate::features::hash;
use crate::random::scramble;
use crate::text::folded_words;

/// Characters in a shingle.
const SHINGLE: usize = 5;
/// Hash functions that must agree in a band.
const ROWS: usize = 4;
/// Bands: of pairs with similarity 0.6, one in 7000 agrees in none; of pairs
/// with 0.5, one in 62.
const BANDS: usize = 64;
/// How many rows back in its bucket a text is compared. A bucket of thousands
/// of equal texts costs no more than this for each of them.
const WINDOW: usize = 64;

/// Numbers texts so that near-duplicates, directly or through other texts, get
/// the same number; numbers count up from 0 in the order of first appearance.
///
/// Two texts are near-duplicates if the Jaccard similarity of their sets of
/// runs of five characters is at least `threshold`: 0.5 to 1, and 0.6 is usual.
/// The runs are those of the folded words ([`folded_words`]) with one space
/// between them, so case, punctuation, addresses and obfuscation make no
/// difference. A text of fewer than five characters is one run; texts without
/// any word are near-duplicates of their equals only.
///
/// Candidates come from MinHash signatures (Broder, 1997) in 64 bands of 4
/// (Indyk and Motwani, 1998), and each is checked on the sets themselves: what
/// is joined is similar, and a pair at the threshold of 0.6 is missed with
/// probability 1.4e-4 (1.6e-2 at 0.5), unless 64 other texts stand between them
/// in every bucket they share. No randomness; the same with any number of
/// threads. Near-linear in the length of all texts; memory is 4 bytes a
/// character and 1 KiB a text.
///
/// ```
/// use hoaks::evaluate::near_duplicate_groups;
/// let texts = [
///     "Surat suara sudah tercoblos sebelum hari pemungutan",
///     "KPU menetapkan jadwal kampanye",
///     "SURAT SUARA sudah tercoblos sebelum hari pemungutan!!! https://contoh.id",
/// ];
/// assert_eq!(near_duplicate_groups(&texts, 0.6)?, [0, 1, 0]);
/// # Ok::<(), hoaks::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) if `threshold` is out
/// of range or there are more than 2^32 - 1 texts.
pub fn near_duplicate_groups<T: AsRef<str> + Sync>(
    texts: &[T],
    threshold: f64,
) -> Result<Vec<u32>, Error> {
    if !(0.5..=1.0).contains(&threshold) {
        return Err(Error::parameter("threshold", threshold, "0.5 to 1"));
    }
    if u32::try_from(texts.len()).is_err() {
        return Err(Error::parameter(
            "texts",
            texts.len() as f64,
            "at most 2^32 - 1",
        ));
    }
    let read = |text: &T| {
        let shingles = shingles(text.as_ref());
        let bands = bands(&shingles);
        (shingles, bands)
    };
    #[cfg(feature = "parallel")]
    let sketches: Vec<_> = {
        use rayon::prelude::*;
        texts.par_iter().map(read).collect()
    };
    #[cfg(not(feature = "parallel"))]
    let sketches: Vec<_> = texts.iter().map(read).collect();

    let mut sets = Sets::new(texts.len());
    let mut bucketed: Vec<(u64, u32)> = Vec::with_capacity(texts.len());
    for band in 0..BANDS {
        bucketed.clear();
        let keys = sketches.iter().zip(0..);
        bucketed.extend(keys.filter_map(|((_, bands), row)| Some((*bands.get(band)?, row))));
        bucketed.sort_unstable();
        for bucket in bucketed.chunk_by(|a, b| a.0 == b.0) {
            for (place, &(_, row)) in bucket.iter().enumerate().skip(1) {
                let before = bucket.get(place.saturating_sub(WINDOW)..place);
                // The nearest first: equal texts are joined at the first look.
                for &(_, other) in before.unwrap_or_default().iter().rev() {
                    if sets.root(row) != sets.root(other)
                        && let (Some((a, _)), Some((b, _))) =
                            (sketches.get(row as usize), sketches.get(other as usize))
                        && similarity(a, b) >= threshold
                    {
                        sets.join(row, other);
                    }
                }
            }
        }
    }
    Ok(sets.numbers())
}

/// The set of runs of five characters, as sorted hashes.
///
/// 32 bits: two texts of a thousand runs share a run by accident with a
/// probability of 2e-4, which moves their similarity by 5e-4.
fn shingles(text: &str) -> Vec<u32> {
    let mut folded = String::with_capacity(text.len());
    for word in folded_words(text) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&word.text);
    }
    let run = |run: &str| (hash::bytes(hash::CHARS, run.as_bytes()) >> 32) as u32;
    if folded.is_empty() {
        // The byte 0 is in no folded word.
        return vec![run(&format!("\0{text}"))];
    }
    let mut starts: Vec<usize> = folded.char_indices().map(|(start, _)| start).collect();
    starts.push(folded.len());
    let mut found: Vec<u32> = starts
        .windows(SHINGLE + 1)
        .filter_map(|ends| folded.get(*ends.first()?..*ends.last()?))
        .map(run)
        .collect();
    if found.is_empty() {
        found.push(run(&folded));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// A hash of the smallest shingles under each band's hash functions.
fn bands(shingles: &[u32]) -> Vec<u64> {
    (0..BANDS as u64)
        .map(|band| {
            let functions: [(u32, u32); ROWS] = std::array::from_fn(|row| {
                let bits = scramble(band * ROWS as u64 + row as u64);
                ((bits >> 32) as u32, bits as u32 | 1)
            });
            let mut least = [u32::MAX; ROWS];
            for &shingle in shingles {
                for (least, (mask, factor)) in least.iter_mut().zip(functions) {
                    let mut mixed = (shingle ^ mask).wrapping_mul(factor);
                    mixed ^= mixed >> 15;
                    *least = (*least).min(mixed.wrapping_mul(factor));
                }
            }
            least
                .iter()
                .fold(band, |key, &least| scramble(key ^ u64::from(least)))
        })
        .collect()
}

/// Jaccard similarity of two sorted sets, in `0..=1`.
fn similarity(a: &[u32], b: &[u32]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0_usize);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        common += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    common as f64 / (a.len() + b.len() - common) as f64
}
