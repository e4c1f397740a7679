//! Bytes as an index of claims and as ClaimReview: an error, or claims that are
//! found and come back from their own file.

#![no_main]

mod digest;

use hoaks::claims::{ClaimIndex, claim_review};
use libfuzzer_sys::fuzz_target;

/// What [`ClaimIndex::to_bytes`] puts before the clarifications.
fn file(body: &[u8]) -> Vec<u8> {
    let head = format!("hoaks-claims 1\n{}\n", digest::hex(body));
    [head.as_bytes(), body].concat()
}

fn check(index: &ClaimIndex) {
    let bytes = index.to_bytes().expect("a small index");
    let again = ClaimIndex::from_bytes(&bytes).expect("its own file is sound");
    assert_eq!(again.to_bytes().expect("a small index"), bytes);
    for known in index.iter().take(4) {
        let text = format!("kata mereka: {} begitulah", known.claim);
        let found = index.matches(&text, 3);
        assert_eq!(found, again.matches(&text, 3));
        for answer in &found {
            assert!(answer.score > 0.0 && answer.score <= 1.0 && answer.coverage <= 1.0);
            let claim = &index.get(&answer.id).expect("it is in the index").claim;
            // Slicing fails unless both ends are character boundaries.
            for span in &answer.spans {
                let _ = &text[span.clone()];
            }
            for span in &answer.claim_spans {
                let _ = &claim[span.clone()];
            }
        }
    }
}

fuzz_target!(|data: &[u8]| {
    for index in [
        ClaimIndex::from_bytes(data),
        ClaimIndex::from_bytes(&file(data)),
    ] {
        index.iter().for_each(check);
    }
    if let Ok(json) = std::str::from_utf8(data)
        && let Ok(reviews) = claim_review::read(json)
    {
        let mut index = ClaimIndex::new();
        let reviews: Vec<_> = reviews.into_iter().flatten().collect();
        let number = reviews.len();
        // Each was checked when it was read.
        index.add(reviews).unwrap();
        assert!(index.len() <= number);
        check(&index);
    }
});
