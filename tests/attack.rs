//! Attacks keep what they promise, and the first six buy nothing.

mod common;

use common::claims;
use hoaks::Detector;
use hoaks::evaluate::{Attack, roc_auc};
use hoaks::text::folded_words;
use proptest::prelude::*;

#[test]
fn disguises_are_seen_through() {
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
    for &attack in Attack::ALL {
        let lost = clean - roc(&|row, text| attack.apply(text, 0.5, row as u64));
        let most = match attack {
            Attack::Disemvowel | Attack::Typo | Attack::Neutral => 0.05,
            _ => 0.01,
        };
        assert!(lost <= most, "{attack:?} costs {lost:.4}");
    }
}

fn read(text: &str) -> Vec<String> {
    (folded_words(text).into_iter())
        .map(|word| word.text)
        .collect()
}

fn attack() -> impl Strategy<Value = Attack> {
    prop::sample::select(Attack::ALL.to_vec())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "([A-Za-z]{1,9}[ ,.!]{1,2}){0,12}",
        "[a-zA-Z0-9é漢😀@#:/., -]{0,60}"
    ]
}

#[test]
fn the_seed_decides() {
    let text = "surat suara sudah tercoblos";
    for &attack in Attack::ALL {
        let first = attack.apply(text, 0.5, 7);
        assert_eq!(first, attack.apply(text, 0.5, 7), "{}", attack.name());
        assert_ne!(first, text, "{}", attack.name());
    }
    let seeds: std::collections::HashSet<String> = (0..20)
        .map(|seed| Attack::Leet.apply(text, 0.5, seed))
        .collect();
    assert!(seeds.len() > 5, "the seed chooses: {seeds:?}");
}

#[test]
fn disemvowelling_keeps_the_edges() {
    // One word and full strength leave nothing to chance.
    for (word, expected) in [
        ("pemilu", "pmlu"),
        ("curang", "crng"),
        ("suara", "sra"),
        ("ASING", "ASNG"),
        ("tps", "tps"),
    ] {
        assert_eq!(Attack::Disemvowel.apply(word, 1.0, 1), expected);
    }
}

#[test]
fn spacing_puts_one_mark_between_all_letters() {
    for seed in 0..20 {
        let spaced = Attack::Spacing.apply("pemilu", 1.0, seed);
        assert!(
            ["p e m i l u", "p.e.m.i.l.u", "p-e-m-i-l-u"].contains(&spaced.as_str()),
            "{spaced}"
        );
    }
}

#[test]
fn strength_is_a_share_of_the_words() {
    let text = "satu kata lagi lalu satu kata lagi lalu satu kata";
    for (strength, expected) in [(0.1, 1), (0.5, 5), (1.0, 10), (7.0, 10), (-1.0, 0)] {
        let attacked = Attack::Elongation.apply(text, strength, 3);
        let changed = (attacked.split(' ').zip(text.split(' ')))
            .filter(|(new, old)| new != old)
            .count();
        assert_eq!(changed, expected, "strength {strength}: {attacked}");
    }
    assert_eq!(Attack::Elongation.apply(text, f64::NAN, 3), text);
}

#[test]
fn neutral_text_is_appended() {
    let text = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh";
    for seed in 0..20 {
        let attacked = Attack::Neutral.apply(text, 0.5, seed);
        let added = attacked.strip_prefix(text).expect("the text comes first");
        assert!(added.split_whitespace().count() >= 5, "{added}");
        // Five words, rounded up to whole sentences of at most 12.
        assert!(added.split_whitespace().count() < 5 + 12, "{added}");
    }
    // To no word nothing is added.
    for text in ["", " \n"] {
        assert_eq!(Attack::Neutral.apply(text, 1.0, 1), text);
    }
}

#[test]
fn where_letters_must_lead_somewhere_nothing_changes() {
    let text = "@pengguna #KawalSuara https://contoh.id/berita www.contoh.id";
    for &attack in Attack::ALL {
        if attack != Attack::Neutral {
            assert_eq!(attack.apply(text, 1.0, 5), text, "{}", attack.name());
        }
    }
}

#[test]
fn all_capitals_are_seen_through_a_disguise() {
    for (text, caps) in [
        ("ＶＩＲＡＬ", true),
        ("ｖｉｒａｌ", false),
        ("VІRАL", true),
        ("V\u{200B}IRAL", true),
        ("𝗩𝗜𝗥𝗔𝗟", true),
        ("𝗩𝗶𝗿𝗮𝗹", false),
        // One size only: these letters say nothing.
        ("🆅🅸🆁🅰🅻", false),
    ] {
        let words = folded_words(text);
        assert_eq!(words[0].text, "viral", "{text}");
        assert_eq!(words[0].caps, caps, "{text}");
    }
}

#[test]
fn digits_are_read_where_letters_fit() {
    for (text, expected) in [
        // Between letters; up to three.
        ("p3milu", &["pemilu"][..]),
        ("Pr480wo", &["prabowo"]),
        ("r4h4s14", &["rahasia"]),
        // Elsewhere it has been shown that digits stand for letters.
        ("53b4rkan", &["sebarkan"]),
        ("mu1a1 s3lama7", &["mulai", "selamat"]),
        // Only a letter fits.
        ("suar4", &["suara"]),
        ("pusa7", &["pusat"]),
        ("5uara", &["suara"]),
        ("4ndalan", &["andalan"]),
        ("yan9", &["yang"]),
        ("0rang", &["orang"]),
        // Numbers stay numbers.
        ("orang2", &["orang"]),
        ("paslon1", &["paslon"]),
        ("paslon3", &["paslon"]),
        ("covid19", &["covid"]),
        ("liputan6", &["liputan"]),
        ("7orang", &["orang"]),
        ("5anak", &["anak"]),
        ("8agustus", &["agustus"]),
        ("0rupiah", &["rupiah"]),
        ("4thn", &["thn"]),
        ("10jt", &["jt"]),
        ("2019gantipresiden", &["gantipresiden"]),
        ("mei1998rusuh", &["mei", "rusuh"]),
        ("mp3", &["mp"]),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_text_can_be_attacked(
        text in text(), strength in prop_oneof![-1.0..2.0, any::<f64>()], seed in any::<u64>()
    ) {
        for attack in Attack::ALL {
            let attacked = attack.apply(&text, strength, seed);
            prop_assert_eq!(&attacked, &attack.apply(&text, strength, seed));
            for none in [0.0, f64::NAN, strength.min(0.0)] {
                prop_assert_eq!(&attack.apply(&text, none, seed), &text);
            }
        }
    }

    /// Bytes that no attacked word covers stay, in their order.
    #[test]
    fn unchanged_words_stay(
        words in prop::collection::vec("[a-z]{2,9}", 1..12), attack in attack(), seed in any::<u64>()
    ) {
        let text = words.join(" ; ");
        let attacked = attack.apply(&text, 0.5, seed);
        let short = words.iter().filter(|word| word.len() < 4).count();
        let long = words.len() - short;
        let pieces: Vec<&str> = attacked.split(" ; ").collect();
        let kept = pieces.iter().zip(&words).filter(|(piece, word)| *piece == word).count();
        if attack == Attack::Neutral {
            prop_assert!(attacked.starts_with(&text));
        } else {
            prop_assert_eq!(pieces.len(), words.len());
            for (piece, word) in pieces.iter().zip(&words) {
                if word.len() < 4 {
                    prop_assert_eq!(piece, word);
                }
            }
            // At most half of the long words, rounded.
            prop_assert!(kept >= short + long - (long as f64 / 2.0).round() as usize);
        }
    }
}

#[test]
fn long_texts_take_linear_time() {
    let text = "kata4kata s e b a r @x #y ".repeat(20_000);
    for &attack in Attack::ALL {
        let _ = attack.apply(&text, 1.0, 1);
    }
    // A word of nothing but digits and letters in turn, and a long hashtag.
    let _ = folded_words(&"a1".repeat(200_000));
    let _ = folded_words(&"1a9".repeat(200_000));
}
