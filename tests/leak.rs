//! What gives a text's origin away, taken off and measured.

use std::borrow::Cow;

use hoaks::evaluate::{
    SURFACE_FEATURES, group_folds, leak_probe, strip, strip_debunk_words, strip_surface,
    surface_features,
};
use hoaks::text::{TokenKind, tokens};
use hoaks::{Error, ErrorKind};
use proptest::prelude::*;

#[test]
fn templates_and_datelines_come_off() {
    for (text, wanted) in [
        ("[SALAH] Surat suara dicoblos", "Surat suara dicoblos"),
        ("[HOAX + EDUKASI]: KPU dibakar", ": KPU dibakar"),
        ("(Hoaks) KPU dibakar", "KPU dibakar"),
        ("Beredar [HOAKS] kabar ini [Cek Fakta]", "Beredar kabar ini"),
        ("[Fakta atau Hoaks] Benarkah begitu?", "Benarkah begitu?"),
        ("HOAX: KPU dibakar", "KPU dibakar"),
        ("Salah : KPU dibakar", "KPU dibakar"),
        (
            "Narasi: KPU dibakar\nPENJELASAN\nItu lama",
            "KPU dibakar Itu lama",
        ),
        (
            "Itu lama. PENJELASAN Kabar beredar",
            "Itu lama. Kabar beredar",
        ),
        ("Cek Fakta: KPU dibakar", "KPU dibakar"),
        ("\u{201C}KPU dibakar massa\u{201D}", "KPU dibakar massa"),
        ("\"[SALAH] KPU dibakar\"", "KPU dibakar"),
        ("JAKARTA, KABARINI - KPU rapat", "KPU rapat"),
        ("Jakarta (KABAR) -- KPU rapat", "KPU rapat"),
        ("kabarini.com, Surabaya \u{2013} KPU rapat", "KPU rapat"),
        ("KABAR.CO.ID, Jakarta- KPU rapat", "KPU rapat"),
        ("Kabarini.com-KPU rapat", "KPU rapat"),
        ("SEMARANG \u{2014} KPU rapat", "KPU rapat"),
        ("Jakarta, 13 Maret 2020 - KPU rapat", "KPU rapat"),
        ("[SALAH] JAKARTA, KABAR - \"KPU rapat\"", "KPU rapat"),
        ("  KPU rapat \n", "KPU rapat"),
        ("[SALAH]", ""),
        ("", ""),
    ] {
        assert_eq!(strip(text), wanted, "{text:?}");
    }
}

#[test]
fn layers_come_off_four_at_most() {
    assert_eq!(strip(&("(HOAX) ".repeat(4) + "KPU rapat")), "KPU rapat");
    let five = "(HOAX) ".repeat(5) + "KPU rapat";
    assert_eq!(strip(&five), "(HOAX) KPU rapat");
}

#[test]
fn what_only_looks_like_one_stays() {
    for text in [
        "Anies - Muhaimin unggul di sini",
        "Prabowo-Gibran menang satu putaran",
        "Jakarta - Bandung macet total",
        "Jalan Tol Jakarta-Cikampek ditutup",
        "[VIDEO] KPU dibakar",
        "[cek] KPU rapat",
        "Kabar (hoaks) itu beredar",
        "Dia salah: KPU tidak rapat",
        "Kini terungkap fakta: KPU rapat",
        "SUMBER AIR KERING DI DESA KAMI",
        "NARASI BOHONG PENGUASA HARUS DILAWAN",
        "Sumber daya dan kategori lain",
        "KLAIM-KLAIM itu beredar",
        "\"KPU\" dan \"Bawaslu\"",
        "Menurut kabarini.com KPU rapat - besok",
        "KPU rapat hari ini",
        "JAKARTA -",
        "- Jakarta",
        "[ [ [ [SALAH",
    ] {
        let found = strip(text);
        assert_eq!(found, text);
        assert!(matches!(found, Cow::Borrowed(_)), "{text:?}");
    }
}

#[test]
fn stripped_of_surface_only_words_are_left() {
    for (text, wanted) in [
        (
            "RT @kawan: SURAT suara DICOBLOS 7x!! \u{1F621} #KawalSuara https://contoh.id a@b.co.id",
            "rt surat suara dicoblos x",
        ),
        ("#Satu #Dua", ""),
        ("KPU: \"aman\", 1.000 TPS (10:30 WIB).", "kpu aman tps wib"),
        ("sudah bersih", "sudah bersih"),
    ] {
        assert_eq!(strip_surface(text), wanted, "{text:?}");
    }
    assert!(matches!(strip_surface("sudah bersih"), Cow::Borrowed(_)));
}

#[test]
fn debunk_words_come_off_however_they_are_written() {
    for (text, wanted) in [
        ("Itu HOAX! KPU membantah", "Itu ! KPU"),
        (
            "H0aks, k-l-a-r-i-f-i-k-a-s-i: #TolakHoax fitnahan",
            ", : #Tolak",
        ),
        ("Cek fakta: kabar tidak benar", ": kabar"),
        ("Kabar ini benar, cek saja", "Kabar ini benar, cek saja"),
    ] {
        assert_eq!(strip_debunk_words(text), wanted, "{text:?}");
    }
    assert!(matches!(strip_debunk_words("KPU rapat"), Cow::Borrowed(_)));
}

fn feature(text: &str, name: &str) -> f64 {
    let place = SURFACE_FEATURES.iter().position(|&known| known == name);
    place.map_or(f64::NAN, |place| surface_features(text)[place])
}

#[test]
fn surface_by_hand() {
    let text = "[SALAH] KPU rapat, \"aman\"?! 12\n#Kawal @kawan https://a.id/x,y :) \u{1F621}";
    let ln = |count: f64| (1.0 + count).ln();
    for (name, wanted) in [
        ("length", ln(66.0)),
        // SALAH, KPU, rapat, aman
        ("words", ln(4.0)),
        ("mean word length", 17.0 / 4.0),
        // S A L A H K P U K of 17 letters and those of #Kawal and @kawan.
        ("capitals", 9.0 / 27.0),
        ("words in capitals", 0.5),
        ("digits", 2.0 / 66.0),
        ("commas", ln(1.0)),
        ("stops", 0.0),
        ("exclamation marks", ln(1.0)),
        ("question marks", ln(1.0)),
        ("quotation marks", ln(2.0)),
        ("line breaks", ln(1.0)),
        ("addresses", ln(1.0)),
        ("hashtags", ln(1.0)),
        ("mentions", ln(1.0)),
        ("emoji", ln(2.0)),
        ("fact-check template", 1.0),
        ("dateline", 0.0),
    ] {
        let found = feature(text, name);
        assert!((found - wanted).abs() < 1e-12, "{name}: {found} {wanted}");
    }
    assert_eq!(feature("JAKARTA, KABAR - rapat", "dateline"), 1.0);
    assert_eq!(feature("HOAX: rapat", "fact-check template"), 1.0);
    assert_eq!(surface_features(""), [0.0; SURFACE_FEATURES.len()]);
    // At the first look there are quotation marks, and a tag.
    assert_eq!(feature("\"(HOAX) rapat\"", "fact-check template"), 0.0);
    assert_eq!(feature("[SALAH] JAKARTA, KABAR - rapat", "dateline"), 0.0);
}

/// Texts of the same words; with `leak`, those labelled `true` carry a mark.
fn texts(leak: &str) -> (Vec<String>, Vec<bool>, Vec<u32>) {
    let (mut texts, mut labels, mut groups) = (Vec::new(), Vec::new(), Vec::new());
    let mut state = 7_u32;
    for row in 0..400 {
        let words = ["rapat", "suara", "KPU", "besok", "aman,", "TPS.", "anu"];
        let text: Vec<&str> = (0..12)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                words[(state >> 16) as usize % words.len()]
            })
            .collect();
        let label = row % 2 == 0;
        let mark = if label && row % 10 != 0 { leak } else { "" };
        texts.push(format!("{mark}{}", text.join(" ")));
        labels.push(label);
        groups.push(row / 4);
    }
    (texts, labels, groups)
}

#[test]
fn the_probe_finds_a_leak_and_none_where_there_is_none() -> Result<(), Error> {
    let probe = |leak: &str| {
        let (texts, labels, groups) = texts(leak);
        let folds = group_folds(&groups, 5, 1)?;
        leak_probe(&texts, &labels, &groups, &folds, 200, 1)
    };
    let clean = probe("")?;
    assert!(
        clean.roc.low < 0.5 && clean.roc.high > 0.5,
        "{:?}",
        clean.roc
    );
    assert_eq!(clean.scores.len(), 400);
    for leak in ["[SALAH] ", "JAKARTA, KABAR - ", "\u{1F621} ", "1 ", "\n"] {
        let found = probe(leak)?;
        assert!(found.roc.low > 0.85, "{leak:?} {:?}", found.roc);
    }
    // The tag alone: 40 of 200 lack it, so 0.8 + 0.2 / 2.
    let tagged = probe("[SALAH] ")?;
    let place = SURFACE_FEATURES
        .iter()
        .position(|&name| name == "fact-check template");
    let alone = place.map_or(f64::NAN, |place| tagged.alone[place]);
    assert!((alone - 0.9).abs() < 1e-12, "{alone}");
    Ok(())
}

#[test]
fn the_probe_does_not_learn_from_what_it_judges() -> Result<(), Error> {
    // The class with marks is the other one in every second topic. A probe
    // that had seen the rows of its topic could do better than chance only by
    // knowing the topic, which it does not; but in two folds that disagree, it
    // is wrong throughout.
    let (texts, labels, _) = texts("!!! ");
    let folds: Vec<usize> = (0..400).map(|row| usize::from(row >= 200)).collect();
    let turned: Vec<bool> = labels
        .iter()
        .zip(&folds)
        .map(|(&label, &fold)| label != (fold == 1))
        .collect();
    let groups: Vec<u32> = (0..400).collect();
    let found = leak_probe(&texts, &turned, &groups, &folds, 200, 1)?;
    assert!(found.roc.high < 0.2, "{:?}", found.roc);
    Ok(())
}

/// One bracket in every text that is learned from says nothing of a text without.
#[test]
fn the_probe_learns_nothing_from_what_never_changes() -> Result<(), Error> {
    let row = |row: usize, mark: &str| format!("KPU {} {mark}rapat", "a".repeat(3 + row % 7));
    let score_of_last = |mark: &str| {
        let mut texts: Vec<String> = (0..30).map(|it| row(it, "(")).collect();
        let mut labels: Vec<bool> = (0..30).map(|it| it % 3 == 0).collect();
        let mut folds: Vec<usize> = (0..30).map(|it| it % 2).collect();
        let groups: Vec<u32> = (0..31).collect();
        texts.push(row(3, mark));
        labels.push(true);
        folds.push(2);
        let probe = leak_probe(&texts, &labels, &groups, &folds, 100, 1)?;
        Ok::<_, Error>(probe.scores.last().copied())
    };
    assert_eq!(feature(&row(3, "("), "brackets"), 2_f64.ln());
    assert_eq!(feature(&row(3, "/"), "brackets"), 0.0);
    assert_eq!(score_of_last("(")?, score_of_last("/")?);
    Ok(())
}

#[test]
fn shapes_and_classes_are_checked() {
    let texts = ["a", "b", "c", "d"];
    let labels = [true, false, true, false];
    let kind = |labels: &[bool], groups: &[u32], folds: &[usize]| {
        let found = leak_probe(&texts, labels, groups, folds, 100, 1);
        found.map_err(|error| error.kind().clone()).err()
    };
    let shape = |kind| matches!(kind, Some(ErrorKind::Shape { expected: 4, .. }));
    assert!(shape(kind(&labels[1..], &[0, 1, 2, 3], &[0, 0, 1, 1])));
    assert!(shape(kind(&labels, &[0, 1, 2], &[0, 0, 1, 1])));
    assert!(shape(kind(&labels, &[0, 1, 2, 3], &[0, 0, 1])));
    // Outside fold 0 all labels are the same.
    let one = kind(&[true, true, false, false], &[0, 1, 2, 3], &[0, 0, 1, 1]);
    assert!(matches!(one, Some(ErrorKind::TrainingData { .. })));
}

proptest! {
    #[test]
    fn any_text_is_stripped(text in "(\\PC|\n|\\[|\\]|\\(|\"|-|SALAH|Jakarta|HOAX:| |,){0,40}") {
        let stripped = strip(&text);
        prop_assert!(stripped.len() <= text.len());
        prop_assert_eq!(stripped.trim(), &*stripped);
        prop_assert!(strip_debunk_words(&text).len() <= text.len());
        let plain = strip_surface(&text);
        prop_assert!(plain.chars().all(|c| c == ' ' || !c.is_ascii() || c.is_ascii_lowercase()));
        prop_assert!(!plain.contains("  "));
        for token in tokens(&plain) {
            prop_assert!(!matches!(
                token.kind(),
                TokenKind::Url | TokenKind::Mention | TokenKind::Hashtag
            ));
        }
        for value in surface_features(&text) {
            prop_assert!(value.is_finite() && value >= 0.0);
        }
    }
}

#[test]
fn long_texts_take_linear_time() {
    for piece in [
        "[",
        "(",
        " ",
        "- ",
        "[SALAH] ",
        "PENJELASAN ",
        "KLAIM.",
        "\u{201C}",
        "a-",
        "hoax ",
        "\n",
    ] {
        let text = piece.repeat((1 << 20) / piece.len());
        // Quadratic time would be hours.
        assert!(strip(&text).len() <= text.len());
        assert!(strip_surface(&text).len() <= text.len());
        assert!(strip_debunk_words(&text).len() <= text.len());
        assert!(surface_features(&text)[0] > 10.0);
    }
}
