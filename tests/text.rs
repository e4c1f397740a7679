//! Tokens: what they are, and the laws their spans obey for any string.

use hoaks::text::{Flags, TokenKind, folded_words, hashtag_parts, tokens};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

fn cut(text: &str) -> Vec<&str> {
    tokens(text).map(|token| &text[token.span()]).collect()
}

#[test]
fn tokens_by_hand() {
    for (text, expected) in [
        (
            "anak-anak orang2 ke-2 1990-an",
            vec!["anak-anak", "orang2", "ke-2", "1990-an"],
        ),
        (
            "1.000,50 3,5 10.30, 17/04/2019.",
            vec!["1.000,50", "3,5", "10.30", ",", "17/04/2019", "."],
        ),
        (
            "a.n. Budi, S.H. jum'at",
            vec!["a.n.", "Budi", ",", "S.H.", "jum'at"],
        ),
        (
            "cek (https://contoh.id/a_(b)?x=1).",
            vec!["cek", "(", "https://contoh.id/a_(b)?x=1", ")", "."],
        ),
        (
            "buka kpu.go.id. Selesai.Top",
            vec!["buka", "kpu.go.id", ".", "Selesai", ".", "Top"],
        ),
        (
            "tulis ke a.b@contoh.co.id!",
            vec!["tulis", "ke", "a.b@contoh.co.id", "!"],
        ),
        (
            "@user.name: #KawalSuara2024 ?!",
            vec!["@user.name", ":", "#KawalSuara2024", "?!"],
        ),
        (
            "halo 👨‍👩‍👧🇮🇩 :) <3 #️⃣",
            vec!["halo", "👨‍👩‍👧", "🇮🇩", ":)", "<3", "#️⃣"],
        ),
        (
            "pe\u{200B}milu Москва пемилу",
            vec!["pe\u{200B}milu", "Москва", "пемилу"],
        ),
        ("baris\r\nbaru\u{A0}lagi", vec!["baris", "baru", "lagi"]),
        (
            "Prof. Dr. Ir. H. Budi, M.Si., Ph.D. dan A. Rahman, S.Sos.",
            vec![
                "Prof.", "Dr.", "Ir.", "H.", "Budi", ",", "M.Si.", ",", "Ph.D.", "dan", "A.",
                "Rahman", ",", "S.Sos.",
            ],
        ),
        (
            "Jl. Mawar No. 7, hlm. 12 dll. bukan no. Vitamin C. Pada",
            vec![
                "Jl.", "Mawar", "No.", "7", ",", "hlm.", "12", "dll.", "bukan", "no", ".",
                "Vitamin", "C", ".", "Pada",
            ],
        ),
        (
            "PT Maju Tbk. Sebelumnya PT Maju Tbk. (MAJU) dan Sinar Pte. Ltd.",
            vec![
                "PT",
                "Maju",
                "Tbk",
                ".",
                "Sebelumnya",
                "PT",
                "Maju",
                "Tbk.",
                "(",
                "MAJU",
                ")",
                "dan",
                "Sinar",
                "Pte.",
                "Ltd",
                ".",
            ],
        ),
        (
            "dirawat di RS. Padahal RS. Sehat penuh. Bukan dll.",
            vec![
                "dirawat", "di", "RS", ".", "Padahal", "RS.", "Sehat", "penuh", ".", "Bukan",
                "dll.",
            ],
        ),
        (
            "8kg 25rb. 58,6persen 3-15cm 2-3 Mei 10.30WIB 3kg-an 10km2 2x 90an 4G 12A",
            vec![
                "8", "kg", "25", "rb.", "58,6", "persen", "3", "-", "15", "cm", "2", "-", "3",
                "Mei", "10.30", "WIB", "3kg-an", "10km2", "2x", "90an", "4G", "12A",
            ],
        ),
        (
            "nilai A- dan B+, darah AB+, idAA- ke idBBB+. SMA- A-B H+3 x+1 R&B S&P, a&bc",
            vec![
                "nilai", "A-", "dan", "B+", ",", "darah", "AB+", ",", "idAA-", "ke", "idBBB+", ".",
                "SMA", "-", "A-B", "H+3", "x", "+", "1", "R&B", "S&P", ",", "a", "&", "bc",
            ],
        ),
        (
            "15 April-14 Mei, Matius 19:4-6, pukul 9:30-10 &amp; &#39; &lagi; u/ ibu",
            vec![
                "15", "April", "-", "14", "Mei", ",", "Matius", "19:4-6", ",", "pukul", "9:30",
                "-", "10", "&amp;", "&#39;", "&", "lagi", ";", "u/", "ibu",
            ],
        ),
        (
            "021-5551234 UU 7/2017, No. 33/2006, kuartal 4/2007",
            vec![
                "021-5551234",
                "UU",
                "7/2017",
                ",",
                "No.",
                "33/2006",
                ",",
                "kuartal",
                "4",
                "/",
                "2007",
            ],
        ),
        (
            "5rb-7rb Rp2-Rp3 juta, 10 juta-Rp15 juta. 8GB-an masa-Rp5",
            vec![
                "5", "rb", "-", "7", "rb", "Rp", "2", "-", "Rp", "3", "juta", ",", "10", "juta",
                "-", "Rp", "15", "juta", ".", "8GB-an", "masa-Rp5",
            ],
        ),
        (
            "tensi 120/80 RT 003/012 1/1000 skor 2-1 pasal 2-1 subpasal 2-1",
            vec![
                "tensi", "120/80", "RT", "003/012", "1", "/", "1000", "skor", "2-1", "pasal", "2",
                "-", "1", "subpasal", "2-1",
            ],
        ),
        (
            ":''( :''''') -___- >__< ^_^ -__ :-'(",
            vec![
                ":''(", ":", "'''''", ")", "-___-", ">__<", "^_^", "-", "__", ":-'(",
            ],
        ),
        (
            ":ppp :v sedih:( syarat:(1) jumlah:3 x=3 =D :3 B-29 non-kulit-putih",
            vec![
                ":ppp",
                ":v",
                "sedih",
                ":(",
                "syarat",
                ":",
                "(",
                "1",
                ")",
                "jumlah",
                ":",
                "3",
                "x",
                "=",
                "3",
                "=D",
                ":3",
                "B-29",
                "non-kulit-putih",
            ],
        ),
        (
            "a/\nPT Maju Tbk.\nbaru a/",
            vec!["a", "/", "PT", "Maju", "Tbk", ".", "baru", "a", "/"],
        ),
        (
            "RT@kpu via@kpu_ri c@pres ($uara, kampu$) $abc",
            vec![
                "RT", "@kpu", "via", "@kpu_ri", "c@pres", "(", "$uara", ",", "kampu$", ")", "$",
                "abc",
            ],
        ),
        (
            "Rp1.000,50 Rp 5 Rp.20.000 US$6,4 €3 IDR100 Rpx",
            vec![
                "Rp", "1.000,50", "Rp", "5", "Rp.", "20.000", "US", "$", "6,4", "€", "3", "IDR",
                "100", "Rpx",
            ],
        ),
        (
            "5-10 2-1 2-3 hari 0812-3456-7890 2019-04-17 9.100/9.105 1/2",
            vec![
                "5",
                "-",
                "10",
                "2-1",
                "2",
                "-",
                "3",
                "hari",
                "0812-3456-7890",
                "2019-04-17",
                "9.100",
                "/",
                "9.105",
                "1/2",
            ],
        ),
        (
            "RI-Jepang Januari-Mei APBN-P non-migas Anti-AS TNI-Polri SAYUR-MAYUR E-KTP",
            vec![
                "RI",
                "-",
                "Jepang",
                "Januari",
                "-",
                "Mei",
                "APBN-P",
                "non-migas",
                "Anti-AS",
                "TNI",
                "-",
                "Polri",
                "SAYUR-MAYUR",
                "E-KTP",
            ],
        ),
        (
            "a/n C/D II/2007 34/PMK.011/2007 dan/atau MPR/DPR",
            vec![
                "a/n",
                "C/D",
                "II/2007",
                "34/PMK.011/2007",
                "dan",
                "/",
                "atau",
                "MPR",
                "/",
                "DPR",
            ],
        ),
        // A semicolon that a table has quoted, and one that a writer has.
        (
            "naik \";\" turun (\";\")",
            vec!["naik", "\";\"", "turun", "(", "\"", ";", "\"", ")"],
        ),
        (
            "umur 2th 33th 11th 5th abad",
            vec!["umur", "2", "th", "33", "th", "11th", "5th", "abad"],
        ),
        (
            "Capt. Rudi dan Gov. Hasan, hon. 5",
            vec![
                "Capt.", "Rudi", "dan", "Gov.", "Hasan", ",", "hon", ".", "5",
            ],
        ),
        (
            "``kata'' -- *tebal* ==== ^_^ 高雄市",
            vec![
                "``",
                "kata",
                "''",
                "--",
                "*",
                "tebal",
                "*",
                "====",
                "^_^",
                "高雄市",
            ],
        ),
    ] {
        assert_eq!(cut(text), expected, "{text:?}");
    }
}

#[test]
fn flags_by_hand() {
    let flags = |text: &str| tokens(text).next().unwrap().flags(text);
    let none = Flags::default();
    for plain in [
        "kata",
        "Rp",
        "A",
        "rata",
        "di-takedown",
        "orang",
        "2019",
        "a2",
        // One capital is none of two.
        "A1",
        "H+3",
        "orang2an",
    ] {
        assert_eq!(flags(plain), none, "{plain}");
    }
    assert!(flags("GEGER").caps && flags("#KPU").caps && flags("A-B").caps);
    assert!(flags("bangeeet").elongated && !flags("maaf").elongated);
    assert!(flags("HoOoax").elongated);
    for twice in [
        "anak-anak",
        "sayur-mayur",
        "bolak-balik",
        "berjalan-jalan",
        "orang2",
        "Orang2Nya",
        "buku-bukunya",
    ] {
        assert!(flags(twice).reduplicated, "{twice}");
    }
    assert!(flags("pеmilu").mixed_script && !flags("Москва").mixed_script);
    assert!(flags("pe\u{200B}milu").hidden);
    assert!(flags("c0blos").leet && flags("ca$h").leet && !flags("covid19").leet);
}

#[test]
fn hashtags_have_parts() {
    for (tag, expected) in [
        ("#2019GantiPresiden", vec!["2019", "Ganti", "Presiden"]),
        ("#KPUCurang", vec!["KPU", "Curang"]),
        ("#pemilu_damai2024", vec!["pemilu", "damai", "2024"]),
        ("#P3milu", vec!["P3milu"]),
        ("#Paslon02Menang", vec!["Paslon02Menang"]),
        // A clitic behind an acronym is no reason to cut it.
        ("#JelasJILnya", vec!["Jelas", "JILnya"]),
        ("#DPRlahBiang", vec!["DPRlah", "Biang"]),
        ("#KPUKu_RIlahir", vec!["KPU", "Ku", "R", "Ilahir"]),
        ("#", vec![]),
    ] {
        let parts: Vec<&str> = hashtag_parts(tag).map(|part| &tag[part]).collect();
        assert_eq!(parts, expected, "{tag}");
    }
}

/// Each of these takes minutes if a rule looks back or ahead without bound.
#[test]
fn hostile_texts_take_linear_time() {
    let long = |piece: &str| piece.repeat(300_000 / piece.len());
    for text in [
        format!("http://a{}", long(")")),
        long("a."),
        long("a@"),
        long("#"),
        long("-"),
        long("a-"),
        long("0."),
        long("e\u{301}"),
        long("\u{301}"),
        long("\u{1F1EE}\u{1F1E9}"),
        long("a"),
        long("http://"),
        long("1a"),
        long("a "),
        long("😀\u{200D}"),
        long("กข"),
        long("漢字"),
        long("1-"),
        long("1/"),
        long("A/1."),
        long("1/AA"),
        long("A-Aa"),
        long("Rp."),
        long("M.Si."),
        long("#a1"),
        long("-"),
        format!("#{}", long("a1")),
        format!("{}{}", long("A"), long("-Ab")),
        format!("A{}{}", long("a"), long("-Bb")),
    ] {
        assert!(tokens(&text).count() > 0);
        let _ = folded_words(&text);
    }
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ a-zA-Z0-9.,!?@#:/_'\"()-]{0,60}",
        "[ аеоpс\u{200B}\u{301}😀\u{200D}é1漢กا#@.'-]{0,40}",
    ]
}

proptest! {
    #[test]
    fn spans_and_gaps_rebuild_the_text(text in texts()) {
        let mut end = 0;
        for token in tokens(&text) {
            let span = token.span();
            prop_assert!(span.start >= end && span.end > span.start);
            // Slicing fails unless both ends are character boundaries.
            let gap = &text[end..span.start];
            let _ = &text[span.clone()];
            for c in gap.chars() {
                // Hangul fillers are letters to Unicode that nobody can see.
                let filler = matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}');
                let hidden = c.is_whitespace() || c.is_control() || !c.is_alphanumeric() || filler;
                prop_assert!(hidden, "{:?} left out of {:?}", c, text);
                let blank = !c.is_ascii() || matches!(c, ' ' | '\t'..='\r');
                prop_assert!(blank, "{:?} left out of {:?}", c, text);
            }
            end = span.end;
        }
    }

    #[test]
    fn plain_words_are_those_of_uax29(text in "([a-zA-Zàéж]{1,8}[ ,]{1,2}){0,12}") {
        let ours: Vec<&str> = tokens(&text)
            // `rp` is a currency.
            .filter(|token| matches!(token.kind(), TokenKind::Word | TokenKind::Currency))
            .map(|token| &text[token.span()])
            .collect();
        let theirs: Vec<&str> = text.unicode_words().collect();
        prop_assert_eq!(ours, theirs);
    }

    /// Emoji are grapheme clusters, whatever follows them.
    #[test]
    fn emoji_are_clusters(text in "[😀🙏👍🏽👩\u{200D}\u{FE0F}❤🇮🇩\u{301}👨a ]{0,12}") {
        for token in tokens(&text).filter(|token| token.kind() == TokenKind::Emoji) {
            let cluster = text[token.span().start..].graphemes(true).next();
            prop_assert_eq!(cluster, Some(&text[token.span()]));
        }
    }

    #[test]
    fn folded_words_lie_in_the_text(text in texts()) {
        let mut start = 0;
        for word in folded_words(&text) {
            prop_assert!(!word.text.is_empty());
            prop_assert!(word.span.start >= start && word.span.end <= text.len());
            let _ = &text[word.span.clone()];
            start = word.span.start;
        }
    }
}
