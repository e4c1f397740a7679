//! Texts that are to stand out, mixed with harmless ones of several genres.

/// Share of harmless texts that may be flagged, all genres counting the same.
pub const FALSE_ALARMS: f64 = 0.01;

/// A text among others.
#[derive(Clone, Copy)]
pub struct Placed {
    pub score: f64,
    /// Number of the harmless genre; none for the texts that are to stand out.
    pub genre: Option<usize>,
}

/// For each score from the highest down: the share of what is to stand out with
/// that score, and the mass of harmless texts with it. Shares and masses sum to
/// one. `times` is how often each text counts.
fn steps(sorted: &[Placed], times: &[u32]) -> Option<Vec<(f64, f64)>> {
    let mut counts: Vec<u32> = Vec::new();
    let mut wanted = 0;
    for (it, times) in sorted.iter().zip(times) {
        match it.genre {
            None => wanted += times,
            Some(genre) => {
                counts.resize(counts.len().max(genre + 1), 0);
                counts[genre] += times;
            }
        }
    }
    let genres = counts.iter().filter(|&&count| count > 0).count();
    if wanted == 0 || genres == 0 {
        return None;
    }
    let mut steps: Vec<(f64, f64)> = Vec::new();
    let mut last = f64::NAN;
    for (it, &times) in sorted.iter().zip(times).filter(|(_, times)| **times > 0) {
        if it.score != last {
            steps.push((0.0, 0.0));
            last = it.score;
        }
        let (share, mass) = steps.last_mut()?;
        match it.genre {
            None => *share += f64::from(times) / f64::from(wanted),
            Some(genre) => {
                *mass += f64::from(times) / f64::from(counts[genre]) / genres as f64;
            }
        }
    }
    Some(steps)
}

/// The mean of the ROC areas against each genre. Texts come with the highest score
/// first; `times` is how often each counts. `None` without texts of both kinds.
pub fn roc(sorted: &[Placed], times: &[u32]) -> Option<f64> {
    let (mut above, mut area) = (0.0, 0.0);
    for (share, mass) in steps(sorted, times)? {
        area += mass * (above + 0.5 * share);
        above += share;
    }
    Some(area)
}

/// Share of what is to stand out that is found where no more than [`FALSE_ALARMS`] are
/// flagged.
pub fn found(sorted: &[Placed], times: &[u32]) -> Option<f64> {
    let (mut found, mut alarms) = (0.0, 0.0);
    for (share, mass) in steps(sorted, times)? {
        alarms += mass;
        // Rows of one in a hundred sum to a hair above it.
        if alarms > FALSE_ALARMS + 1e-9 {
            break;
        }
        found += share;
    }
    Some(found)
}
