//! Texts that read alike: they have the same features, whatever the model.

use hoaks::features::Vectorizer;

pub fn vectorizer() -> &'static Vectorizer {
    static SHARED: std::sync::LazyLock<Vectorizer> =
        std::sync::LazyLock::new(|| Vectorizer::new(18, [8, 4, 1]).unwrap());
    &SHARED
}

/// All of these texts have the same features.
pub fn assert_same(texts: &[&str]) {
    let first = vectorizer().vector(texts[0]);
    assert!(!first.entries.is_empty());
    for text in texts {
        assert_eq!(vectorizer().vector(text), first, "{text}");
    }
}
