//! Slang: what stands for what, and the laws of the classes.

use hoaks::text::{TokenKind, equivalent, slang, standard, tokens};
use proptest::prelude::*;

const TABLE: &str = include_str!("../src/text/slang/table.tsv");

fn read(word: &str) -> String {
    standard(word).map_or_else(|| word.to_ascii_lowercase(), |found| found.to_string())
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().map(|line| line.split_once('\t').unwrap())
}

#[test]
fn classes_by_hand() {
    for (expected, words) in [
        ("tidak", "ga gak nggak ngga enggak tdk tak kagak GAK Tdk"),
        ("yang", "yg YG"),
        ("saya", "gue gw sy"),
        ("sangat", "banget bgt bangeeet bangett"),
        ("sudah", "udah sdh udh udaaaah"),
        ("terima kasih", "makasih mksh trims terimakasih"),
        ("di mana", "dimana dmn"),
        ("tidak bisa", "gabisa"),
        ("tidak apa-apa", "gpp gapapa"),
    ] {
        for word in words.split(' ') {
            assert_eq!(read(word), expected, "{word}");
        }
    }
}

#[test]
fn rules_by_hand() {
    for (word, expected) in [
        // Drawn out.
        ("semuaaa", "semua"),
        ("maaaaf", "maaf"),
        ("bisaa", "bisa"),
        ("tidaaak", "tidak"),
        // Reduplication.
        ("orang2", "orang-orang"),
        ("temen2", "teman-teman"),
        ("temen2nya", "teman-temannya"),
        ("temen-temen", "teman-teman"),
        // Clitics and particles.
        ("byknya", "banyaknya"),
        ("temenku", "temanku"),
        ("udahlah", "sudahlah"),
        ("isiny", "isinya"),
        // The bare nasal, before each letter that it replaces or stands by.
        ("ngomong", "mengomong"),
        ("nyari", "mencari"),
        ("nyimpen", "menyimpan"),
        ("ngirim", "mengirim"),
        ("ngambil", "mengambil"),
        ("nulis", "menulis"),
        ("mukul", "memukul"),
        ("ngeliat", "melihat"),
        ("ngerasa", "merasa"),
        ("ngebawa", "membawa"),
        ("ngedenger", "mendengar"),
        ("ngecek", "mengecek"),
        // `-in`, with and without a prefix and a clitic.
        ("lupain", "lupakan"),
        ("ngerasain", "merasakan"),
        ("ngirimin", "mengirimkan"),
        ("dibacain", "dibacakan"),
        ("dilupainnya", "dilupakannya"),
        ("dipake", "dipakai"),
        ("kebuka", "terbuka"),
        ("wkwkwkwk", "hahaha"),
    ] {
        assert_eq!(read(word), expected, "{word}");
    }
}

#[test]
fn standard_words_stand_for_themselves() {
    // Words that look like slang to one rule or another.
    let words = "tidak main izin kemarin dingin yakin mesin cermin pimpin ingin admin lain \
        nama nilai nanti masuk minta makan mulai mati muda nyata nyaman nyala ngeri kenapa \
        mengapa tapi tetapi aku kamu kita bangsa massa saat maaf taat manfaat keadaan kedua \
        ketua keluar kelas kejadian disiplin direktur dingin dinilai aku buku kamu ilmu sekolah \
        masalah kapankah walaupun bersama punya hanya kaya buat sama kok dong sih kan lah deh \
        anak-anak orang-orang sayur-mayur warna-warni pemilu pilpres paslon hoaks berita menteri \
        di ke dari yang untuk cuma biar bikin";
    for word in words.split_whitespace() {
        assert_eq!(standard(word), None, "{word}");
    }
}

#[test]
fn what_is_no_slang_word_is_left_alone() {
    for word in [
        "",
        "a",
        "y",
        "2",
        "22",
        "2-2",
        "-",
        "--",
        "www",
        "xxx",
        "iii",
        "XIII",
        "viii",
        "kpu",
        "covid19",
        "paslon2",
        "Moto2",
        "bloom",
        "paslon-2",
        "ke-2",
        "t2",
        "ça",
        "гак",
        "gak\u{200B}",
        "g4k",
        "jum'at",
        "aaa",
        "zzzz",
    ] {
        assert_eq!(standard(word), None, "{word:?}");
    }
    assert_eq!(standard(&"gak".repeat(1 << 20)), None);
}

#[test]
fn rows_stand_for_words_that_stand_for_themselves() {
    let mut last = "";
    for (form, found) in rows() {
        assert!(last < form, "{form} is out of order");
        assert_eq!(standard(form).as_deref(), Some(found), "{form}");
        assert_eq!(standard(found), None, "{form}");
        assert!(equivalent(form, found) && equivalent(found, form));
        last = form;
    }
}

#[test]
fn data_is_small() {
    let sets = ["known", "verbs", "kept"].map(|name| {
        let path = format!("{}/src/text/slang/{name}.bin", env!("CARGO_MANIFEST_DIR"));
        std::fs::read(path).unwrap()
    });
    let total: usize = sets.iter().map(Vec::len).sum();
    assert!(TABLE.len() + total <= 120 * 1024);
    for set in sets {
        let prints: Vec<&[u8]> = set.chunks(4).collect();
        assert!(prints.iter().all(|print| print.len() == 4) && prints.is_sorted());
    }
}

#[test]
fn capitals_of_other_alphabets_are_letters_too() {
    assert!(equivalent("PÉMILU", "pémilu") && !equivalent("PÉMILU", "pemilu"));
    assert!(equivalent("МОСКВА", "москва"));
    // The sign of kelvin is a capital K.
    assert!(equivalent("tida\u{212A}", "tidak") && equivalent("gak", "tida\u{212A}"));
}

#[test]
fn spans_are_of_the_original() {
    let text = "YG bener: org2 «gak»\tpercaya… #gak @gak gak.id";
    let found: Vec<_> = slang(text)
        .map(|(span, found)| (&text[span], found.to_string()))
        .collect();
    let expected = [
        ("bener", "benar"),
        ("org2", "orang-orang"),
        ("gak", "tidak"),
    ];
    assert_eq!(
        found,
        expected.map(|(word, found)| (word, found.to_owned()))
    );
    assert_eq!(slang(text).nth(1).map(|(span, _)| span), Some(10..14));
}

/// So spans are looked up among tokens, not among words.
#[test]
fn a_span_has_the_clitics_of_its_token() {
    let text = "duitnya hilang";
    let found: Vec<_> = slang(text).collect();
    assert_eq!((found[0].0.clone(), &*found[0].1), (0..7, "uangnya"));
    assert_eq!(tokens(text).next().map(|token| token.span()), Some(0..7));
    assert_eq!(
        hoaks::text::words(text).next().map(|word| word.span()),
        Some(0..4)
    );
}

#[test]
fn capitals_tell_names_from_slang() {
    let read = |text: &str| -> Vec<String> {
        slang(text).map(|(span, _)| text[span].to_owned()).collect()
    };
    assert_eq!(read("rapat PD di gedung SPA itu"), [""; 0]);
    assert_eq!(read("menurut Dr. Ani dan Dr Budi"), [""; 0]);
    assert_eq!(read("Yg salah itu, Tp sudah"), ["Yg", "Tp"]);
    assert_eq!(read("KPU GAK JUJUR, YG CURANG MENANG"), ["GAK", "YG"]);
}

#[test]
fn a_long_text_takes_linear_time() {
    let text = "gak bangeeet org2 ".repeat(100_000);
    assert_eq!(slang(&text).count(), 300_000);
    assert_eq!(slang(&"a".repeat(1 << 22)).count(), 0);
}

/// Words near to slang: rows and roots with what may stand around them.
fn words() -> impl Strategy<Value = String> {
    let forms: Vec<&str> = rows().flat_map(|(form, found)| [form, found]).collect();
    let affixed = (
        prop_oneof![
            Just(""),
            Just("di"),
            Just("ng"),
            Just("nge"),
            Just("ny"),
            Just("n"),
            Just("ke")
        ],
        prop::sample::select(forms),
        "(in|an|i)?(2|22|-)?(nya|ny|ku|mu|lah|aaa|h|pun)?",
        any::<bool>(),
    )
        .prop_map(|(prefix, form, suffix, twice)| {
            if twice {
                format!("{prefix}{form}-{form}{suffix}")
            } else {
                format!("{prefix}{form}{suffix}")
            }
        });
    prop_oneof![
        affixed,
        "[a-z2-]{0,12}",
        "[gaknyudhi]{1,8}",
        any::<String>()
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_representative_represents_itself(word in words()) {
        if let Some(found) = standard(&word) {
            prop_assert_eq!(standard(&found), None, "{}", word);
            prop_assert_ne!(found.as_str(), word.to_ascii_lowercase());
            prop_assert!(!found.is_empty() && found.len() <= 47);
            prop_assert!(found.bytes().all(|b| b.is_ascii_lowercase() || b == b' ' || b == b'-'));
        }
    }

    #[test]
    fn case_does_not_matter(word in words()) {
        prop_assert_eq!(standard(&word), standard(&word.to_ascii_uppercase()));
    }

    #[test]
    fn equivalence_is_one(a in words(), b in words(), c in words()) {
        prop_assert!(equivalent(&a, &a));
        prop_assert!(equivalent(&a, &a.to_ascii_uppercase()));
        prop_assert_eq!(equivalent(&a, &b), equivalent(&b, &a));
        prop_assert!(!(equivalent(&a, &b) && equivalent(&b, &c)) || equivalent(&a, &c));
        // Same representative, and only then.
        prop_assert_eq!(equivalent(&a, &b), read(&a) == read(&b));
        prop_assert!(equivalent(&a, &read(&a)));
    }

    #[test]
    fn the_walk_finds_words_of_the_text(parts in prop::collection::vec(words(), 0..6)) {
        let text = parts.join(" ");
        let all: Vec<_> = tokens(&text)
            .filter(|token| token.kind() == TokenKind::Word)
            .map(|token| token.span())
            .collect();
        let mut end = 0;
        for (span, found) in slang(&text) {
            prop_assert!(span.start >= end);
            prop_assert!(all.contains(&span));
            prop_assert_eq!(Some(found), standard(&text[span.clone()]));
            end = span.end;
        }
        // In small letters nothing is taken for a name.
        let small = text.to_ascii_lowercase();
        let expected = tokens(&small)
            .filter(|token| token.kind() == TokenKind::Word)
            .filter(|token| standard(&small[token.span()]).is_some())
            .count();
        prop_assert_eq!(slang(&small).count(), expected);
    }
}
