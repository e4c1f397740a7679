//! A slip of the finger in a common word changes nothing.

mod same;

use hoaks::Detector;

use same::{assert_same, vectorizer};

/// One letter left out, put in, replaced, or swapped with the next.
#[test]
fn a_common_word_with_a_slip_is_read_as_that_word() {
    assert_same(&[
        "Masyarakat diminta sebarkan pengumuman presiden tentang kecurangan",
        "Mayarakat diminta sebarkan pengumuman presiden tentang kecurangan",
        "Masyarakat diminta sebarkan pengumuman presidenn tentang kecurangan",
        "Masyarakat dimimta sebarkan pengumumam presiden tentang kecurangan",
        "Msayarakat diminta sebarkan pegnumuman presidne tentang kecurangna",
    ]);
}

/// A word that a dictionary has is no slip, however rare; nor is one with another
/// first letter, with two slips, or near a short word only.
#[test]
fn other_words_stay_what_they_are() {
    for (written, common) in [
        ("surai", "surat"),
        ("tampik", "tampil"),
        ("maruah", "marah"),
        ("nasyarakat", "masyarakat"),
        ("mayaraakt", "masyarakat"),
        ("yanf", "yang"),
    ] {
        let (written, common) = (vectorizer().vector(written), vectorizer().vector(common));
        assert_ne!(written, common);
    }
}

/// All of what a misspelt word contributes comes from all of it.
#[test]
fn a_misspelt_word_is_explained_as_a_whole() {
    let explanation = Detector::pretrained().explain("kata pegnumuman itu");
    let word = 5..15;
    let spans = explanation.contributions.iter().map(|piece| &piece.span);
    let touching = spans.filter(|span| word.start < span.end && span.start < word.end);
    let mut found = 0;
    for span in touching {
        found += 1;
        assert!(span.start <= word.start && word.end <= span.end, "{span:?}");
    }
    assert!(found > 20);
}
