//! Any bytes: tokens, words and sentences are pieces of the text in its order, on
//! character boundaries, and with what lies between they rebuild it.

#![no_main]

use std::ops::Range;

use hoaks::text;
use libfuzzer_sys::fuzz_target;

/// What the spans and the gaps between them are, one after the other. Slicing
/// fails unless both ends are character boundaries.
fn rebuilt(text: &str, spans: &[Range<usize>]) -> String {
    let (mut built, mut end) = (String::new(), 0);
    for span in spans {
        assert!(span.start >= end && span.end > span.start, "{span:?}");
        built += &text[end..span.start];
        built += &text[span.clone()];
        end = span.end;
    }
    built + &text[end..]
}

fuzz_target!(|data: &[u8]| {
    let text = &*String::from_utf8_lossy(data);
    let tokens: Vec<_> = text::tokens(text).collect();
    let spans: Vec<_> = tokens.iter().map(text::Token::span).collect();
    assert_eq!(rebuilt(text, &spans), text);

    let words: Vec<_> = text::words(text).collect();
    let within = tokens.iter().flat_map(|token| token.words(text));
    assert!(within.eq(words.iter().copied()));
    let spans_of_words: Vec<_> = words.iter().map(text::Word::span).collect();
    assert_eq!(rebuilt(text, &spans_of_words), text);

    let sentences: Vec<_> = text::sentences(text).collect();
    assert_eq!(rebuilt(text, &sentences), text);
    for token in &spans {
        let holds =
            |sentence: &&Range<usize>| sentence.start <= token.start && token.end <= sentence.end;
        assert_eq!(sentences.iter().filter(holds).count(), 1, "{token:?}");
    }

    for token in &tokens {
        let _ = token.flags(text);
        let tag = &text[token.span()];
        if token.kind() == text::TokenKind::Hashtag {
            let parts: Vec<_> = text::hashtag_parts(tag).collect();
            assert_eq!(rebuilt(tag, &parts), tag);
        }
    }
    for word in text::folded_words(text) {
        let _ = &text[word.span];
    }
    let _ = (text::slang(text).count(), text::stems(text).count());

    let lossy: Vec<_> = text::tokens_lossy(data).collect();
    if std::str::from_utf8(data).is_ok() {
        assert_eq!(lossy, tokens);
    }
    let mut end = 0;
    for token in lossy {
        let span = token.span();
        assert!(span.start >= end && span.end > span.start);
        end = span.end;
        assert!(std::str::from_utf8(&data[span]).is_ok());
    }
});
