//! Tokens of bytes that may not be UTF-8: the laws of their spans.

use hoaks::text::{Token, TokenKind, tokens, tokens_lossy};
use proptest::prelude::*;

fn parts(token: &Token) -> (usize, usize, TokenKind, bool) {
    let span = token.span();
    (span.start, span.end, token.kind(), token.is_all_caps())
}

/// Where the stretches of valid UTF-8 start, and what they are; by
/// `std::str::from_utf8` alone.
fn valid_stretches(bytes: &[u8]) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match std::str::from_utf8(&bytes[at..]) {
            Ok(text) => {
                found.push((at, text));
                break;
            }
            Err(error) => {
                let valid = &bytes[at..at + error.valid_up_to()];
                found.push((at, std::str::from_utf8(valid).unwrap()));
                let Some(bad) = error.error_len() else { break };
                at += error.valid_up_to() + bad;
            }
        }
    }
    found
}

#[test]
fn invalid_bytes_are_gaps() {
    for (bytes, expected) in [
        (&b"ra\xFFhasia"[..], vec![(0, 2), (3, 8)]),
        (b"\xFF\xFE", vec![]),
        (b"", vec![]),
        // The last character is cut off in the middle.
        (b"caf\xC3", vec![(0, 3)]),
        (b"\xE2\x82 tps 5\xF0\x9F.", vec![(3, 6), (7, 8), (10, 11)]),
        // Latin-1 for `café.`, and a surrogate between two words.
        (b"caf\xE9.", vec![(0, 3), (4, 5)]),
        (b"a\xED\xA0\x80b", vec![(0, 1), (4, 5)]),
    ] {
        let found: Vec<(usize, usize)> = tokens_lossy(bytes)
            .map(|token| (token.span().start, token.span().end))
            .collect();
        assert_eq!(found, expected, "{bytes:?}");
    }
}

#[test]
fn no_token_reaches_across_a_gap() {
    // Whole, these would be one address and one number.
    let kinds: Vec<TokenKind> = tokens_lossy(b"contoh\xFF.id 1.\x80000")
        .map(|token| token.kind())
        .collect();
    use TokenKind::{Number, Punctuation, Word};
    assert_eq!(
        kinds,
        [Word, Punctuation, Word, Number, Punctuation, Number]
    );
}

#[test]
fn bad_bytes_take_linear_time() {
    let bytes = b"a\xFF".repeat(1 << 20);
    assert_eq!(tokens_lossy(&bytes).count(), 1 << 20);
    assert_eq!(tokens_lossy(&vec![0x80; 1 << 21]).count(), 0);
}

#[test]
fn ends_for_good() {
    let mut iterator = tokens_lossy(b"a\xFF");
    assert!(iterator.next().is_some());
    assert!(iterator.next().is_none() && iterator.next().is_none());
}

/// Text with a share of its bytes overwritten, or any bytes.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let broken = (
        "[ a-z.,@#:/0-9é漢😀\u{200B}-]{0,30}",
        proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
    )
        .prop_map(|(text, edits)| {
            let mut bytes = text.into_bytes();
            for (index, byte) in edits {
                if !bytes.is_empty() {
                    let at = index.index(bytes.len());
                    bytes[at] = byte;
                }
            }
            bytes
        });
    prop_oneof![proptest::collection::vec(any::<u8>(), 0..60), broken]
}

proptest! {
    #[test]
    fn spans_are_ordered_valid_text(bytes in bytes()) {
        let mut end = 0;
        for token in tokens_lossy(&bytes) {
            let span = token.span();
            prop_assert!(span.start >= end && span.end > span.start && span.end <= bytes.len());
            prop_assert!(std::str::from_utf8(&bytes[span.clone()]).is_ok());
            end = span.end;
        }
    }

    #[test]
    fn every_valid_stretch_is_cut_as_if_alone(bytes in bytes()) {
        let ours: Vec<_> = tokens_lossy(&bytes).map(|token| parts(&token)).collect();
        let alone: Vec<_> = valid_stretches(&bytes)
            .into_iter()
            .flat_map(|(offset, text)| {
                tokens(text).map(move |token| {
                    let (start, end, kind, caps) = parts(&token);
                    (start + offset, end + offset, kind, caps)
                })
            })
            .collect();
        prop_assert_eq!(ours, alone);
    }

    #[test]
    fn valid_text_has_the_same_tokens(text in any::<String>()) {
        prop_assert!(tokens_lossy(text.as_bytes()).eq(tokens(&text)));
    }
}
