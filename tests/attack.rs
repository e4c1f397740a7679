//! Attacks keep what they promise, and the first six buy nothing.

use hoaks::Detector;
use hoaks::evaluate::{Attack, roc_auc};
use hoaks::text::folded_words;
use proptest::prelude::*;

fn claims() -> Vec<(String, bool)> {
    include_str!("../datasets/claims.jsonl")
        .lines()
        .map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            (
                row["text"].as_str().unwrap().to_owned(),
                row["label"] == "hoax",
            )
        })
        .collect()
}

#[test]
fn disguises_are_seen_through() {
    let read = |text: &str| -> Vec<String> {
        folded_words(text)
            .into_iter()
            .map(|word| word.text)
            .collect()
    };
    let text = "surat suara sudah tercoblos sebelum pemungutan dimulai";
    for attack in [
        Attack::ZeroWidth,
        Attack::Homoglyph,
        Attack::Styled,
        Attack::Spacing,
        Attack::Elongation,
    ] {
        for seed in 0..50 {
            let attacked = attack.apply(text, 1.0, seed);
            assert_ne!(attacked, text, "{attack:?}");
            let (found, expected) = (read(&attacked), read(text));
            // Where words next to each other are spaced out, nobody can see
            // where one ends.
            if attack == Attack::Spacing {
                assert_eq!(found.concat(), expected.concat(), "{attacked}");
            } else {
                assert_eq!(found, expected, "{attack:?}: {attacked}");
            }
        }
    }
}

/// The ranking of the crate's own claims, under disguise.
#[test]
fn disguises_cost_the_ranking_little() {
    let detector = Detector::pretrained();
    let (texts, labels): (Vec<String>, Vec<bool>) = claims().into_iter().unzip();
    let roc = |change: &dyn Fn(usize, &str) -> String| {
        let scores: Vec<f64> = (texts.iter().enumerate())
            .map(|(row, text)| detector.assess(&change(row, text)).hoax().logit())
            .collect();
        roc_auc(&scores, &labels).unwrap()
    };
    let clean = roc(&|_, text| text.to_owned());
    for attack in Attack::ALL {
        let lost = clean - roc(&|row, text| attack.apply(text, 0.5, row as u64));
        let most = match attack {
            Attack::Disemvowel | Attack::Typo | Attack::Neutral => 0.05,
            _ => 0.01,
        };
        assert!(lost <= most, "{attack:?} costs {lost:.4}");
    }
}

proptest! {
    #[test]
    fn any_text_survives(text in prop_oneof![any::<String>(), "[a-zA-Zé .,@#/:0-9]{0,60}"], seed: u64, strength in -1.0..2.0) {
        for attack in Attack::ALL {
            let attacked = attack.apply(&text, strength, seed);
            prop_assert_eq!(&attacked, &attack.apply(&text, strength, seed));
            prop_assert_eq!(attack.apply(&text, 0.0, seed), text.clone());
            prop_assert_eq!(attack.apply(&text, f64::NAN, seed), text.clone());
        }
    }
}
