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
        "Kata Prabowo'x, Jokowi X, di'gibran'i, Ma'ruf, Jum'at, Raffi&Nagita, P471, B.J. Habibie",
        "Anies-Sandi d1b3l1ny4 p3nc0bl0s4n tercobloz menyelenggarakannyalah #prabowomenyelenggarakan",
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

/// Once a thread has its buffers, for whatever kind of text.
#[cfg(feature = "detector")]
#[test]
fn assessing_allocates_nothing_once_warm() {
    let detector = hoaks::Detector::pretrained();
    for text in texts() {
        black_box(detector.assess(&text));
    }
    for text in texts() {
        let counted = measure(|| {
            black_box(detector.assess(black_box(&text)));
        });
        let start: String = text.chars().take(40).collect();
        assert_eq!(counted.count_total, 0, "{start:?}");
    }
}

/// The answers, and what it takes to hand out the work, but nothing for a text.
#[cfg(feature = "parallel")]
#[test]
fn a_batch_allocates_its_answers_only() {
    let detector = hoaks::Detector::pretrained();
    let few = texts();
    let many: Vec<String> = (0..30).flat_map(|_| few[..10].to_vec()).collect();
    // What other threads allocate is not counted, so that there is one.
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build()
        .unwrap();
    pool.install(|| {
        black_box(detector.assess_batch(&few));
        for texts in [&few, &many] {
            let counted = measure(|| {
                black_box(detector.assess_batch(black_box(texts)));
            });
            assert!(counted.count_total <= 4, "{}", counted.count_total);
        }
    });
}

/// What a huge text needs is given back, and not kept by each thread that met one.
#[cfg(feature = "detector")]
#[test]
fn what_a_huge_text_needs_is_not_kept() {
    let detector = hoaks::Detector::pretrained();
    for piece in ["s u r a t ", "a-", "4a"] {
        let text = piece.repeat((2 << 20) / piece.len());
        for text in [text.as_str(), &format!("#{text}")] {
            let counted = measure(|| {
                black_box(detector.assess(black_box(text)));
            });
            assert!(counted.bytes_max > 4 << 20, "{piece:?} needs little");
            let kept = counted.bytes_current;
            assert!(kept < 1 << 20, "{piece:?} leaves {kept}");
        }
    }
}

/// By the n-grams that are listed: what a list grows by depends on where it ends.
#[cfg(feature = "detector")]
#[test]
fn an_explanation_takes_some_eighty_times_its_text_and_of_ligatures_most() {
    let detector = hoaks::Detector::pretrained();
    let times = |text: &str| {
        let listed = size_of_val(&detector.explain(text).contributions[..]);
        listed / text.len()
    };
    let people = times(&"Surat suara sudah dicoblos, sebarkan sebelum dihapus! ".repeat(99));
    assert!((60..100).contains(&people), "{people}");
    // No character decomposes into more letters.
    let ligatures = times(&"\u{FDFA}".repeat(2000));
    assert!((400..500).contains(&ligatures), "{ligatures}");
}

/// Of claims that share no words, which take most.
#[cfg(feature = "detector")]
#[test]
fn an_index_takes_some_fifty_times_its_claims() {
    use hoaks::claims::{ClaimIndex, Clarification};
    let (mut index, mut bytes) = (ClaimIndex::new(), 0);
    let counted = measure(|| {
        for number in 0..2_000_u64 {
            let word = |at: u64| {
                format!(
                    "{:x} ",
                    (8 * number + at + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15)
                )
            };
            let claim: String = (0..8).map(word).collect();
            bytes += claim.len() as i64;
            let claim = Clarification::new(number.to_string(), claim, "salah");
            index.add([claim]).expect("a claim");
        }
    });
    let times = counted.bytes_current / bytes;
    assert!((10..70).contains(&times), "{times}");
}
