//! Stems: words by hand, the promised vocabulary, and laws for any string.

use std::borrow::Cow;

use hoaks::text::{Position, TokenKind, stem, stem_at, stems, words};
use proptest::prelude::*;

/// Each line: a stem, then words that have it.
fn check(table: &str) {
    for line in table.lines() {
        let mut words = line.split_whitespace();
        let Some(expected) = words.next() else {
            continue;
        };
        for word in words {
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}

#[test]
fn prefixes_swallow_letters_and_suffixes_stack() {
    check(
        "pilih     memilih dipilih terpilih pemilih pemilihan pilihan memilihnya
         pukul     memukul dipukul pemukulan pukulan
         tulis     menulis ditulis tertulis penulis tulisan
         tangis    menangis
         tolak     menolak penolakan ditolak
         sebar     menyebarkan disebarkan tersebar penyebaran sebarkan
         sapu      menyapu
         nyanyi    menyanyi penyanyi
         kirim     mengirim dikirimi kiriman pengiriman
         hitung    menghitung penghitungan dihitungnya
         ubah      mengubah diubah perubahan berubah
         bom       mengebom
         protes    memprotes
         langgar   melanggar pelanggaran
         nikah     menikah pernikahan
         beli      dibelinya membeli pembeli dibelikan
         bank      perbankan
         usaha     pengusaha perusahaan
         ajar      pelajaran mempelajari pembelajaran
         baik      memperbaiki terbaik
         laku      pelaku dilakukan memperlakukan diberlakukan pemberlakuan
         adil      keadilan pengadilan peradilan ketidakadilan
         satu      bersatu persatuan menyatukan penyatuan
         sebab     menyebabkan disebabkan penyebab
         hasil     keberhasilan
         libat     keterlibatan melibatkan
         wajib     kewajiban berkewajiban
         edar      beredar mengedarkan peredaran
         nilai     senilai menilai penilaian
         kata      mengatakan katakan perkataan
         bagi      bagikan membagikan",
    );
}

#[test]
fn clitics_come_off_and_what_looks_like_one_stays() {
    check(
        "rumah     rumahku rumahmu rumahnya rumahnyalah
         pergi     pergilah
         apa       apakah apapun
         beli      kubeli
         lihat     kaulihat
         kpu       KPU-nya KPUnya
         sekolah   sekolah
         masalah   masalah
         negara    negara negaranya
         adalah    adalah
         buku      buku bukunya",
    );
}

#[test]
fn doubled_words() {
    check(
        "anak      anak-anak anak-anaknya Anak-anak
         jalan     berjalan-jalan jalan-jalan
         buku      buku-bukunya buku-bukumu
         besar     besar-besaran
         orang     orang2 orang2nya
         tolong    tolong-menolong
         sayur     sayur-mayur
         gerak     gerak-gerik
         undang-undang undang-undang
         ke-2      ke-2
         non-migas non-migas",
    );
}

#[test]
fn colloquial_affixes() {
    check(
        "lihat     ngelihat
         tulis     nulis
         cari      nyari
         ambil     ngambil
         kasih     ngasih
         pikir     mikir
         beli      beliin dibeliin
         caleg     nyaleg
         coblos    nyoblos
         potong    motong motongin motongnya
         hitung    ngitung ngitungin
         dengar    denger dengerin didengerin
         teman     nemenin ditemenin
         sebar     nyebarkan
         pegang    megang
         kaji      ngaji
         anak      anak² anak²nya
         nyaman    nyaman
         masak     masak
         maling    maling",
    );
}

#[test]
fn words_that_only_look_derived() {
    check(
        "menteri   menteri
         relawan   relawan
         wartawan  wartawan
         keluarga  keluarga
         sekarang  sekarang
         bagaimana bagaimana
         modernisasi modernisasi
         nasionalisme nasionalisme
         later     later
         paper     paper
         mortal    mortal
         makar     makar
         sepaket   sepaket
         km²       km²
         merdeka   merdeka
         perdana   perdana
         berita    berita
         demokrasi demokrasi
         ketua     ketua",
    );
}

/// The promise of the gazetteer: none of its words is damaged.
#[test]
fn election_vocabulary_is_whole() {
    let mut checked = 0;
    for line in include_str!("../datasets/gazetteer.tsv").lines() {
        if line.starts_with('#') {
            continue;
        }
        let (word, expected) = line.split_once('\t').unwrap();
        assert_eq!(stem(word), expected, "{word}");
        let mut capital = word.to_owned();
        capital[..1].make_ascii_uppercase();
        // Written like a name, a word is whole inside a sentence.
        assert_eq!(stem_at(&capital, Position::Inside), word, "{capital}");
        if word == expected {
            assert_eq!(stem(&capital), expected, "{capital}");
            assert_eq!(stem(&word.to_uppercase()), expected, "{word} in capitals");
        }
        checked += 1;
    }
    assert!(checked >= 200, "{checked}");
}

#[test]
fn names_are_whole() {
    for name in [
        "Bekasi",
        "Megawati",
        "Gerindra",
        "Perindo",
        "Jokowi",
        "Baswedan",
        "Pekalongan",
    ] {
        for position in [Position::Start, Position::BeforeName, Position::Inside] {
            assert_eq!(
                stem_at(name, position),
                name.to_lowercase(),
                "{name} {position:?}"
            );
        }
    }
    // A common word as a name, and the clitic of a name.
    assert_eq!(stem_at("Kebangkitan", Position::Inside), "kebangkitan");
    assert_eq!(stem_at("Jokowinya", Position::Inside), "jokowi");
}

fn of(text: &str) -> Vec<String> {
    stems(text).map(|stem| stem.text.into_owned()).collect()
}

#[test]
fn the_place_of_a_word_tells_names_from_sentence_starts() {
    assert_eq!(
        of("Pemilihan di Bekasi selesai. Suaranya dihitung Komisi Pemilihan Umum."),
        [
            "pilih",
            "di",
            "bekasi",
            "selesai",
            ".",
            "suara",
            "nya",
            "hitung",
            "komisi",
            "pemilihan",
            "umum",
            "."
        ],
    );
    // A new line and an exclamation start a sentence; an abbreviation does not.
    assert_eq!(
        of("Curang!\nPemilih marah"),
        ["curang", "!", "pilih", "marah"]
    );
    for end in ["\n", "\r\n", "\r", "\u{2028}", "\u{85}"] {
        assert_eq!(
            of(&format!("sudah curang{end}Pemilih marah")),
            ["sudah", "curang", "pilih", "marah"],
            "{end:?}"
        );
    }
    assert_eq!(
        of("kata Dr. Menangis lagi"),
        ["kata", "Dr.", "menangis", "lagi"]
    );
    // Where every word has a capital, a capital says nothing.
    assert_eq!(
        of("Pemilih Menolak Penghitungan Suara"),
        ["pilih", "tolak", "hitung", "suara"]
    );
    assert_eq!(
        of("PEMILIH MENOLAK PENGHITUNGAN"),
        ["pilih", "tolak", "hitung"]
    );
    assert_eq!(
        of("Dia menolak PENGHITUNGAN"),
        ["dia", "tolak", "penghitungan"]
    );
}

#[test]
fn what_is_no_word_is_its_own_stem() {
    assert_eq!(
        of("cek https://kpu.go.id/Pemilih #Memilih @Menang 10.30 Prof. Rp5"),
        [
            "cek",
            "https://kpu.go.id/Pemilih",
            "#Memilih",
            "@Menang",
            "10.30",
            "Prof.",
            "Rp",
            "5"
        ]
    );
}

#[test]
fn other_letters_only_become_lower_case() {
    assert_eq!(stem("Ménangis"), "ménangis");
    assert_eq!(stem("МЕНАНГ"), "менанг");
    assert_eq!(stem("Jum'at"), "jum'at");
    assert_eq!(stem(""), "");
    assert_eq!(stem("-"), "-");
    let long = "meng".repeat(1000);
    assert_eq!(stem(&long), long);
    assert_eq!(stem("-memilih-"), "pilih");
    assert_eq!(stem("Ménangis-"), "ménangis");
    let long = format!("{long}-");
    assert_eq!(stem(&long), long);
}

#[test]
fn a_part_of_the_word_is_borrowed() {
    for word in ["dibeli", "Dibeli", "rumahnya", "berjalan-jalan", "pemilu"] {
        assert!(matches!(stem(word), Cow::Borrowed(_)), "{word}");
    }
    assert!(matches!(stem("memilih"), Cow::Owned(_)));
}

/// Words and their roots, by hand and before the stemmer was asked; neither
/// treebank nor the root list has any of the words.
const DERIVED: &str = include_str!("golden/derived.tsv");

#[test]
fn words_that_nothing_lists_have_the_roots_that_dictionaries_give() {
    let (mut right, mut total) = (0, 0);
    for line in DERIVED.lines() {
        let (word, root) = line.split_once('\t').expect("a word and its root");
        if stem(word) == root {
            right += 1;
        } else {
            println!("{word}: {root}, not {}", stem(word));
        }
        total += 1;
    }
    assert!(
        total > 400 && 100 * right >= 96 * total,
        "{right} of {total}"
    );
}

#[test]
fn words_that_only_look_derived_are_whole() {
    check(
        "seakan   seakan
         seolah   seolah
         selaku   selaku
         lebaran  lebaran
         melayu   melayu
         sejati   sejati
         lelaki   lelaki
         yahudi   yahudi
         keluar   keluarkan
         beli     belikan
         diri     dirikan
         rantai   berantai
         peluang  berpeluang
         radang   peradangan
         kata     katanya
         hanya    hanyalah
         itu      itulah",
    );
}

proptest! {
    #[test]
    fn any_string_has_a_stem_in_lower_case(word in ".{0,80}") {
        for position in [Position::Start, Position::BeforeName, Position::Inside] {
            let stem = stem_at(&word, position);
            prop_assert!(!stem.bytes().any(|byte| byte.is_ascii_uppercase()));
            prop_assert_eq!(word.is_empty(), stem.is_empty());
        }
    }

    #[test]
    fn anything_like_a_word_has_a_stem_no_longer_than_it(
        word in "(me|di|ke|pe|ber|ku|Se|NG)?(ng|m|ny)?[a-zA-Z2-]{0,40}(kan|i|an|nya|lah)?(-nya)?"
    ) {
        // A letter put back stands for at least one that was taken off.
        prop_assert!(stem(&word).len() <= word.len());
    }

    #[test]
    fn every_word_has_one_stem(text in "([A-Za-z2.,!?\n\"@# -]{0,12}|\\PC){0,30}") {
        let spans: Vec<_> = stems(&text).map(|stem| (stem.span, stem.kind)).collect();
        let expected: Vec<_> = words(&text).map(|word| (word.span(), word.kind())).collect();
        prop_assert_eq!(spans, expected);
        for stem in stems(&text).filter(|stem| stem.kind != TokenKind::Word) {
            prop_assert_eq!(&stem.text, &text[stem.span]);
        }
    }
}
