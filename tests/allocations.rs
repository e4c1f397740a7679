//! What allocates no memory, whatever the text.

#[cfg(feature = "detector")]
#[path = "common/random.rs"]
#[allow(dead_code)]
mod random;

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

/// As [`texts`], of the same kinds and no longer, but in other words.
#[cfg(feature = "detector")]
fn other_texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "Warga desa ke balai 08.15 WITA, turun Rp2.750.000,25 pada 09/02/2024!?",
        "Lihat https://bawaslu.go.id/x?y=z#w, bawaslu.go.id atau surel c.d@bawaslu.go.id.",
        "@ibu_kota #KawalSuara :( <3 d.a. Drs. Ny. Hj. Sri, M.Si., ibu2 2004-an",
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F466} \u{1F1F2}\u{1F1FE} 2\u{FE0F}\u{20E3} \u{1F64F}\u{1F3FE}",
        "ｂｏｈｏｎｇ 𝗯𝘂𝗽𝗮𝘁𝗶 b\u{200B}ohong k\u{0435}camatan a\u{301}\u{301}\u{301} \u{202E}araus",
        "\"Awas!\" Bu Ratna berseru. Buku \"Siapa?\" Karya Tono (mis. 2. dua) habis.[3] Maka\ndia",
        "投票の日 วันเลือกตั้ง ວັນເລືອກຕັ້ງ",
        "\u{FEFF}\u{200D}\u{FE0F}\u{302} .... !!?? --- /// ;; @ # @@@ ### https:// www. .org",
        "Ujar Megawati'x, Ganjar Y, di'anies'i, Mu'min, Ju'mat, Budi&Susi, M3g4, S.B. Yudhoyono",
        "Ganjar-Mahfud m3ny3b4rk4n s3k4r4ng terhitumg mempertanyakannyalah #aniesmemperjuangkan",
        "a n d a l a n rakyat j-u-j-u-r kubu Ganjar dan kubu pendukung Ganjarr, Mgawati, Prabwo",
    ]
    .map(str::to_owned)
    .into();
    texts.push(texts.concat().repeat(300));
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

/// A thousand words that nobody has met, of four to nine letters; every third with a
/// digit or a hyphen in it.
#[cfg(feature = "detector")]
fn made_up(random: &mut random::Random) -> String {
    let mut below = |most: usize| (random.uniform() * most as f64) as usize;
    let mut text = String::new();
    for number in 0..1000 {
        let length = 4 + below(6);
        for at in 0..length {
            let letters: &[u8] = match (number % 3, at) {
                (0, 2) => b"-2",
                (_, at) if at % 2 == 1 => b"aiueo",
                _ => b"bcdghjklmnprstwy",
            };
            text.push(char::from(letters[below(letters.len())]));
        }
        text.push(if number % 9 == 8 { '\n' } else { ' ' });
    }
    text
}

/// What a thread remembers grows with the words it meets: to four megabytes, one for odd
/// tokens, and what slips take.
#[cfg(feature = "detector")]
#[test]
fn other_texts_allocate_nothing_once_the_memory_is_full() {
    let detector = hoaks::Detector::pretrained();
    let mut random = random::Random(7);
    let mut made_up =
        |count: usize| -> Vec<String> { (0..count).map(|_| made_up(&mut random)).collect() };
    let texts_to_fill = made_up(40);
    let filled = measure(|| {
        for text in &texts_to_fill {
            black_box(detector.assess(black_box(text)));
        }
    });
    let kept = filled.bytes_current;
    assert!((5 << 20..6 << 20).contains(&kept), "{kept}");
    // Buffers, for words that wait for a name and letters that stand apart, too.
    let initials = "A.B.C.D.E.F.G.H.I.J.K.L.M.N.O.P.Q.R.S.T. ".repeat(4);
    let apart = "b e r s a m a ".repeat(4);
    for text in texts().iter().chain([&initials, &apart]) {
        black_box(detector.assess(text));
    }
    let assessed = |text: &str| {
        measure(|| {
            black_box(detector.assess(black_box(text)));
        })
    };
    for text in other_texts() {
        let start: String = text.chars().take(40).collect();
        assert_eq!(assessed(&text).count_total, 0, "{start:?}");
    }
    // Of words that nobody has met hardly one in a thousand is asked for a stem that is no
    // part of it.
    let (mut stems, new) = (0, made_up(20));
    for text in &new {
        let counted = assessed(text);
        assert!(
            counted.bytes_current == 0 && counted.bytes_max < 64,
            "{counted:?}"
        );
        stems += counted.count_total;
    }
    assert!(stems <= new.len() as u64, "{stems}");
}

/// An index without claims is none.
#[cfg(feature = "detector")]
#[test]
fn only_claims_take_more() {
    use hoaks::claims::{ClaimIndex, Clarification};
    let text = "Kotak suara dicuri semalam";
    let allocated = |claims: ClaimIndex| {
        let detector = hoaks::Detector::pretrained().with_claims(claims);
        black_box(detector.assess(text));
        let counted = measure(|| {
            black_box(detector.assess(black_box(text)));
        });
        counted.count_total
    };
    let mut claims = ClaimIndex::new();
    claims
        .add([Clarification::new("1", "TPS tutup pagi", "salah")])
        .expect("a claim");
    assert_eq!(allocated(ClaimIndex::new()), 0);
    assert!(allocated(claims) > 0);
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
