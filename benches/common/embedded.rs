//! What benches take from the embedded model.

use hoaks::Detector;
use hoaks::features::Vectorizer;

/// That of the embedded model.
pub fn vectorizer() -> Result<Vectorizer, hoaks::Error> {
    let detector = Detector::pretrained();
    let card = detector.model().card();
    Vectorizer::new(card.bits, card.scales)
}
