//! Any text: every head but those of phases answers, what explains it adds up to
//! it, and neither the company of other texts nor what was read before changes a bit.

#![no_main]

use std::sync::LazyLock;

use hoaks::election::Topic;
use hoaks::{Assessment, Detector};
use libfuzzer_sys::fuzz_target;

static DETECTOR: LazyLock<Detector> = LazyLock::new(Detector::pretrained);

fn logits(answer: &Assessment) -> Vec<(&'static str, f64)> {
    let topics = answer.topics().map(|(topic, score)| (topic.name(), score));
    [
        ("hoax", Some(answer.hoax())),
        ("election", answer.election()),
        ("debunk", answer.debunk()),
    ]
    .into_iter()
    .filter_map(|(name, score)| Some((name, score?)))
    .chain(topics)
    .map(|(name, score)| (name, score.logit()))
    .collect()
}

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let answer = DETECTOR.assess(&text);
    let logits = logits(&answer);
    assert_eq!(logits.len(), 3 + Topic::ALL.len());
    for (name, logit) in logits {
        assert!(logit.is_finite(), "{name}");
        let explained = DETECTOR.explain_head(&text, name).expect("a head");
        let difference = (explained.logit() - logit).abs();
        assert!(difference < 1e-4, "{name} {difference}");
        for piece in explained.contributions {
            // Slicing fails unless both ends are character boundaries.
            let _ = &text[piece.span];
        }
    }
    let explained = DETECTOR.explain(&text);
    let _ = (explained.to_ansi(&text), explained.to_html(&text));

    // In a batch, behind and before others, and when its words are remembered.
    let middle = (0..=text.len() / 2).rfind(|&at| text.is_char_boundary(at));
    let (first, second) = text.split_at(middle.unwrap_or(0));
    let texts = [first, &text, second, &text];
    let batch = DETECTOR.assess_batch(&texts);
    let single = texts.map(|text| DETECTOR.assess(text));
    assert_eq!(batch, single);
    assert_eq!(answer, single[1]);
});
