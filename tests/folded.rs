//! Folded words: what is undone, and where they stand.

use hoaks::text::folded_words;

fn read(text: &str) -> Vec<String> {
    folded_words(text)
        .into_iter()
        .map(|word| word.text)
        .collect()
}

#[test]
fn capitals_are_of_each_word() {
    let caps =
        |text: &str| -> Vec<bool> { folded_words(text).into_iter().map(|w| w.caps).collect() };
    assert_eq!(
        caps("TPS dan Uno-PPNI M 🅺🅿🆄"),
        [true, false, false, true, false, false]
    );
}

#[test]
fn every_disguise_is_undone() {
    for (disguised, plain) in [
        ("pe\u{200B}mi\u{AD}lu", "pemilu"),
        ("реmіlu", "pemilu"),
        ("ｐｅｍｉｌｕ", "pemilu"),
        ("𝗽𝗲𝗺𝗶𝗹𝘂", "pemilu"),
        ("🅿🅴🅼🅸🅻🆄", "pemilu"),
        ("pémîlu", "pemilu"),
        ("p3m1lu", "pemilu"),
        ("PEMILU", "pemilu"),
        ("pemiluuuuu", "pemilu"),
        ("p e m i l u", "pemilu"),
        ("p  e  m  i  l  u", "pemilu"),
        ("p\t\tE\t\tm\t\ti\t\tl\t\tu", "pemilu"),
        ("p\u{A0}e\u{A0}m\u{A0}i\u{A0}l\u{A0}u", "pemilu"),
        // However a blank, the end of a line or an accent is written.
        ("p\ne\r\nm\u{A0}i\u{2028}l u", "pemilu"),
        ("p\u{200B} e\u{301} m \u{200B}i\u{302} l u", "pemilu"),
        ("p.e.m.i.l.u", "pemilu"),
        ("p-e-m-i-l-u", "pemilu"),
        ("p*e*m*i*l*u", "pemilu"),
        ("h0@ks", "hoaks"),
        // A digit at the edge of what is a word with it only.
        ("4bdi", "abdi"),
        ("5ur47", "surat"),
        ("54y4", "saya"),
        ("poli51", "polisi"),
        ("w15474", "wisata"),
        ("$uara", "suara"),
        ("haru$", "harus"),
        ("k@mpu$", "kampus"),
        ("harg@", "harga"),
    ] {
        assert_eq!(read(disguised), [plain], "{disguised:?}");
    }
    // A wider blank parts words, whether it stands between or inside of others.
    assert_eq!(read("s a h  k a n"), ["sah", "kan"]);
    assert_eq!(read("s  a  h    k  a  n"), ["sah", "kan"]);
    assert_eq!(read("x  s a h"), ["x", "sah"]);
    // Stars, read as Latin-1.
    assert_eq!(
        read("\u{E2}\u{AD}?\u{E2}\u{AD}?\u{E2}\u{AD}?"),
        ["a", "a", "a"]
    );
    // Neither lists nor two letters are words.
    assert_eq!(read("a, b, c"), ["a", "b", "c"]);
    assert_eq!(read("a  b  kata"), ["a", "b", "kata"]);
    for lines in ["a\n\nb\n\nc", "a\r\n\r\nb\r\n\r\nc", "a\r\rb\r\rc"] {
        assert_eq!(read(lines), ["a", "b", "c"], "{lines:?}");
    }
    assert_eq!(
        read("anak-anak orang2 4thn"),
        ["anak", "anak", "orang", "thn"]
    );
    // Codes, counts and candidates' numbers stay digits.
    assert_eq!(
        read("paslon1 4anak dapil3 C1 4G 19M tps5"),
        ["paslon", "anak", "dapil", "c", "g", "m", "tps"]
    );
    // Money stays money, and what an `@` behind a word is for nobody knows.
    assert_eq!(
        read("US$ us$5 US$64,50 $500 500an teman@"),
        ["us", "us", "us", "an", "teman"]
    );
    assert_eq!(
        read("#KPUCurang #2019GantiPresiden"),
        ["kpu", "curang", "ganti", "presiden"]
    );
}

#[test]
fn folded_spans_are_those_of_the_original() {
    let text = "x bangeeeet p3m1lu";
    let words = folded_words(text);
    assert_eq!(&text[words[1].span.clone()], "bangeeeet");
    assert!(words[1].changes.elongated && !words[1].changes.leet);
    assert_eq!(&text[words[2].span.clone()], "p3m1lu");
    assert!(words[2].changes.leet);
}
