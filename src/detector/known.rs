//! A claim that was checked already outranks style.

use std::sync::Arc;

use crate::claims::{ClaimIndex, Clarification, Match, Outcome, Stance};
use crate::detector::{Assessment, Detector, Verdict};

/// So many of the best matches are looked at: checks of one claim may disagree.
const LOOKED_AT: usize = 4;

impl Detector {
    /// The same detector, which from now on looks up each text among `claims`, in place of
    /// those it had before: see [`Assessment::clarification`]. With 100,000 claims a text
    /// takes some 0.6 ms instead of a microsecond; an index without claims costs nothing.
    ///
    /// ```
    /// use hoaks::claims::{ClaimIndex, Clarification};
    ///
    /// let mut claims = ClaimIndex::new();
    /// claims.add([Clarification::new("cf-17", "Kotak suara dicuri semalam di Kecamatan Sukamaju", "false")])?;
    /// let detector = hoaks::Detector::pretrained().with_claims(claims);
    /// let answer = detector.assess("Info: kotak suara dicuri semalam di Kec. Sukamaju");
    /// assert_eq!(answer.clarification().unwrap().id, "cf-17");
    /// # Ok::<(), hoaks::Error>(())
    /// ```
    #[must_use]
    pub fn with_claims(mut self, claims: impl Into<Arc<ClaimIndex>>) -> Self {
        self.claims = Some(claims.into());
        self
    }

    /// The claims that texts are looked up among, if there are any.
    #[must_use]
    pub fn claims(&self) -> Option<&ClaimIndex> {
        self.claims.as_deref()
    }

    /// The claims that texts are looked up among, to be changed. If there are none yet, an
    /// empty index is made. If the index is shared, with a clone of the detector or through
    /// the [`Arc`] it came in, it is copied first, which takes time and memory for all its
    /// claims.
    ///
    /// To change claims while other threads assess, keep the detector in a lock; adding a
    /// claim or removing one takes microseconds. Do this on a thread outside the pool that
    /// [`Detector::assess_batch`] works in: one of the pool might wait for a lock that it
    /// holds itself. To put other claims in the place of all, make them first, and hold
    /// the lock for the exchange only.
    ///
    /// A writer waits for batches that hold the lock. If they are long, lock an
    /// `Arc<Detector>`: readers take a copy of the `Arc` and let go at once, and a clone of
    /// the detector with other claims ([`Detector::with_claims`]) takes its place.
    ///
    /// ```
    /// use std::sync::RwLock;
    ///
    /// use hoaks::claims::Clarification;
    ///
    /// let shared = RwLock::new(hoaks::Detector::pretrained());
    /// std::thread::scope(|scope| {
    ///     scope.spawn(|| shared.read().unwrap().assess_batch(&["Kotak suara dicuri"]));
    ///     let known = Clarification::new("cf-17", "Kotak suara dicuri semalam", "false");
    ///     shared.write().unwrap().claims_mut().add([known])
    /// })?;
    /// assert_eq!(shared.read().unwrap().claims().map_or(0, |claims| claims.len()), 1);
    ///
    /// let mut others = hoaks::claims::ClaimIndex::new();
    /// std::mem::swap(shared.write().unwrap().claims_mut(), &mut others);
    /// assert_eq!(others.len(), 1); // the old ones, to be dropped without the lock
    /// # Ok::<(), hoaks::Error>(())
    /// ```
    pub fn claims_mut(&mut self) -> &mut ClaimIndex {
        Arc::make_mut(self.claims.get_or_insert_default())
    }

    /// What was found about the claim that a text repeats: the clarification
    /// behind [`Assessment::clarification`], with its correction.
    ///
    /// `None` if the text repeats none, or if it is gone from the claims.
    ///
    /// ```
    /// use hoaks::claims::{ClaimIndex, Clarification};
    ///
    /// let mut known = Clarification::new("cf-3", "TPS di Sukamaju tutup jam sembilan pagi", "false");
    /// known.correction = "Semua TPS buka sampai jam satu siang.".into();
    /// let mut claims = ClaimIndex::new();
    /// claims.add([known])?;
    /// let detector = hoaks::Detector::pretrained().with_claims(claims);
    /// let answer = detector.assess("awas, TPS di Sukamaju tutup jam sembilan pagi");
    /// let found = detector.clarification(&answer).unwrap();
    /// assert_eq!(found.correction, "Semua TPS buka sampai jam satu siang.");
    /// # Ok::<(), hoaks::Error>(())
    /// ```
    #[must_use]
    pub fn clarification(&self, assessment: &Assessment) -> Option<&Clarification> {
        self.claims()?.get(&assessment.clarification()?.id)
    }

    /// Adds to an assessment which of `claims` the text repeats.
    pub(super) fn look_up(&self, text: &str, claims: &ClaimIndex, assessment: &mut Assessment) {
        let mut repeated = claims.repeated(text, LOOKED_AT);
        let is_confirmed = |found: &Match| found.outcome == Outcome::Confirmed;
        let is_disputed = repeated.iter().any(is_confirmed);
        // What refutes the claim tells more than what leaves it open.
        let is_refuted = |found: &Match| found.outcome == Outcome::Refuted;
        // Who asks about one claim may assert another.
        let is_said = |found: &Match| found.stance == Stance::Asserts && !found.rewords();
        let at = (repeated.iter()).position(|found| is_refuted(found) && is_said(found));
        let at = at.or_else(|| repeated.iter().position(is_refuted));
        let at = at.or_else(|| repeated.iter().position(|found| !is_confirmed(found)));
        let Some(mut found) = at.map(|at| repeated.swap_remove(at)) else {
            return;
        };
        // Whoever confirmed it, or one that reads like it, may be right.
        if is_disputed {
            found.outcome = Outcome::Unclear;
        }
        let refuted = found.outcome == Outcome::Refuted;
        let asserted = is_said(&found) && !self.refutes(assessment.debunk);
        assessment.verdict = match (found.stance, assessment.verdict) {
            _ if refuted && asserted => Verdict::Likely,
            // Neither is it misinformation nor can it go unseen.
            (Stance::Denies, _) if refuted => Verdict::Uncertain,
            (_, Verdict::Unlikely) => Verdict::Uncertain,
            (_, verdict) => verdict,
        };
        assessment.clarification = Some(Box::new(found));
    }
}
