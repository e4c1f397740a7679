//! What allocates no memory, whatever the text.

use std::hint::black_box;

use allocation_counter::measure;

/// Goes through a whole text and says how many pieces it found.
type Walk = fn(&str) -> usize;

/// Iterators that promise to allocate nothing.
const FREE: [(&str, Walk); 5] = [
    ("tokens", |text| hoaks::text::tokens(text).count()),
    ("tokens_lossy", |text| {
        hoaks::text::tokens_lossy(text.as_bytes()).count()
    }),
    ("words", |text| hoaks::text::words(text).count()),
    ("slang", |text| hoaks::text::slang(text).count()),
    ("sentences", |text| hoaks::text::sentences(text).count()),
];

/// Texts that reach every kind of token and the rules for odd ones.
fn texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "",
        " \n\t ",
        "Anak-anak ke TPS 10.30 WIB, naik Rp1.500.000,50 pada 17/04/2019!!",
        "Cek https://kpu.go.id/a?b=c#d, kpu.go.id atau surel a.b@kpu.go.id.",
        "@warga_desa #PilkadaDamai :) <3 a.n. Prof. Dr. Ir. H. Budi, S.H., orang2 1990-an",
        "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{1F1EE}\u{1F1E9} 1\u{FE0F}\u{20E3} \u{1F44D}\u{1F3FD}",
        "ｃｕｒａｎｇ 𝗽𝗲𝗺𝗶𝗹𝘂 c\u{200B}urang p\u{0435}milu e\u{301}\u{301}\u{301} \u{202E}ulimep",
        "\"Boleh!\" Pak Darmo menyahut. Film \"Apa?\" Karya Budi (a.l. 1. satu) usai.[2] Lalu\nia",
        "選挙の結果 ผลการเลือกตั้ง ການເລືອກຕັ້ງ",
        "\u{FEFF}\u{200D}\u{FE0F}\u{301} ... ?!?! -- // :: @ # @@ ## http:// www. .com",
    ]
    .map(str::to_owned)
    .into();
    texts.push(texts.concat().repeat(500));
    texts.push("a".repeat(1 << 20));
    texts.push("a.".repeat(1 << 16));
    texts
}

#[test]
fn iterators_allocate_nothing() {
    for (name, walk) in FREE {
        for text in texts() {
            let counted = measure(|| {
                black_box(walk(black_box(&text)));
            });
            let start: String = text.chars().take(40).collect();
            assert_eq!(counted.count_total, 0, "{name} allocates on {start:?}");
        }
    }
}

#[test]
fn the_counter_counts() {
    let counted = measure(|| {
        black_box(String::from(black_box("satu")));
    });
    assert_eq!(counted.count_total, 1);
    assert_eq!(counted.bytes_total, 4);
}
