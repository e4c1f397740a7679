//! Sentences: where they end, and the laws their spans obey for any string.

mod common;

use std::ops::Range;

use hoaks::text::{sentences, tokens};
use proptest::prelude::*;

fn cut(text: &str) -> Vec<&str> {
    sentences(text).map(|span| &text[span]).collect()
}

/// Each case is a text with `¦` where a sentence ends inside it.
#[track_caller]
fn check(cases: &[&str]) {
    for case in cases {
        let expected: Vec<&str> = case.split('¦').map(str::trim).collect();
        let text = case.replace('¦', "");
        assert_eq!(cut(&text), expected, "{text:?}");
    }
}

#[test]
fn abbreviations_and_initials_go_on_or_end() {
    check(&[
        "Rektor Prof. Dr. Ir. H. Gunarto, M.Sc., Ph.D. menolak.¦ Ia pergi.",
        "Akta dibuat notaris Yusnita, S.H., M.Kn.¦ Saksi akta dua orang.",
        "Hadir K.H. Ahmad, R.A. Kartinah, dan Tgk. Amin.¦ Mereka duduk.",
        "Karya W.S. Rendra, M.T. Haryono, dan B.J. Sumarlin dibahas.",
        "M. Fadli R. Hakim unggul.¦ Namanya Siti N.¦ Umurnya 19 tahun.",
        "Ia menyebut dirinya Dr.¦ Padahal ijazahnya palsu.",
        "Mereka membawa bendera, dll. ke lapangan.",
        "Mereka membawa bendera, dll.¦ Petugas menyitanya.",
        "Tercatat sebagai Arta Pte. Ltd. Singapura.¦ Modalnya kecil.",
        "Dimulai 5 Jan. dan berakhir 7 Feb.¦ Posko ditutup.",
        "Jenderal (Purn.) Sutomo hadir bersama Kombes Pol. Hartono.",
        "Kajian Suryana et al. (2029) menemukan hal serupa.",
        "Tersangka berinisial R.¦ Ia ditangkap.¦ Anggaran naik jadi Rp2 M.¦ Angka itu besar.",
        "Yang piket: Pak Edi, Mas Jo, dkk.¦ Kopi dari saya.",
        "Hujan dua jam.¦ Penyebabnya lain.¦ Datang jam. 16 di rumah Bp. Sardi.",
        "Warga butuh vitamin C.¦ Vitamin itu ada pada jeruk.",
        "P.S. Jangan lupa bawa undangan.",
        "Surat dari Yth. Para Camat, d.a. Jl. Kenanga 4, diterima.",
        "Assalamu'alaikum wr. wb.¦ Mohon hadir besok.",
        "Assalamualaikum warahmatullahi wabarakatuh¦ Bapak sekalian, hadirlah.",
    ]);
}

#[test]
fn numbers_and_addresses_do_not_end() {
    check(&[
        "Lokasinya Jl. Mawar No. 12A, RT. 05/RW. 02.¦ Patokannya masjid.",
        "Suara sah 1.204.551.¦ Kereta tiba pukul 07.45 WIB.¦ Harganya Rp. 5.000.",
        "Versi 2.1.4 dirilis di kpu.go.id.¦ Unduh rekap_tps.xlsx di sana.",
        "Tokoh itu wafat pada 1965.¦ 20 tahun kemudian ia dikenang.",
        "Diatur dalam Pasal 7.¦ Sanksinya menurut ayat (1) huruf b.¦ Panwas mencatat.",
        "Dimaksud dalam ayat (2) huruf a. berupa teguran.",
        "Lihat Gbr. 3 dan Lamp. II.¦ Rinciannya di hal. 22.¦ Telp. (021) 555.",
    ]);
}

#[test]
fn lists_are_cut_by_line_only() {
    check(&[
        "Langkah:¦\n1. Buka situs.¦\n2. Klik \"Daftar\".¦ Isi NIK.¦\n3) Selesai",
        "Harus:¦\na. dewasa;¦\nb. terdaftar; dan¦\n(c) hadir.",
        "yang dibeli:¦\n- lakban¦\n• tali¦\n✅ spidol",
        "Susunan: 1. Doa 2. Laporan 3. Penutup.¦ Datang tepat waktu.",
        "Susunan: 1. Doa. 2. Laporan. 3. Penutup.¦ Datang tepat waktu.",
        "Ada tiga opsi: (a) menunda, (b) maju, (c) batal.¦ Rapat memilih (b).",
        "BAB V. PENUTUP¦\n2.1. Metode¦\nPasal 7. Setiap orang wajib melapor.",
    ]);
}

#[test]
fn closing_quotes_and_reporters_belong() {
    check(&[
        "\"Saya siap!\" kata dia.¦ “Logistik aman.¦ Tidak ada kendala,” ujarnya.",
        "\"Boleh!\" Pak Darmo menyahut.¦ \"Cukup!\"¦ Semua orang menoleh.",
        "\"Lanjut!\" Ketua panitia itu memerintah dengan lantang.",
        "Ada yang tanya: \"Kapan?\"¦ Saya jawab: \"Nanti.\"",
        "Sopir bersaksi.¦ \"Sah!\"¦ Jelas sekali suaranya.¦ \"Stop!\" Sergah Pak Lurah.",
        "\"Boleh!\"¦ Pak Darmo menegaskan hal itu kemarin.",
        "Ia menulis, \"Jangan takut.¦ Datanglah ke TPS.\"¦ Pesan itu dibagikan.",
        "Massa meneriakkan \"Ulang! Ulang!\" di depan kantor.¦ Polisi berjaga.",
        "\"Maju! Maju!\" terdengar dari jauh.",
        "\"Kita tunggu,\" katanya, \"sampai besok.\"¦ \"Siapa di sana?\"¦ \"Saya.\"",
        "Video \"GEMPAR!\" dan akun (berusia 3 hari!) itu hilang.",
        "Isinya naik \";\" turun \";\" Diam.¦ Sepi.",
        "Ia terlambat.¦ (Rumahnya jauh.)¦ Rapat (lihat Tabel 2. Rincian) dimulai.",
    ]);
}

#[test]
fn an_unbalanced_quote_costs_nothing() {
    check(&[
        "\"Saya baca di grup, kata Suharti.¦ Ia pulang.¦ \"Untung ada,\" ujarnya.¦ Sepi.",
        "Kami siap!\" kata Dirman.¦ Ia tersenyum.",
        "\"Kami siap! kata Dirman.¦ Ia tersenyum.",
    ]);
}

#[test]
fn marks_end_unless_they_are_part_of_a_name() {
    check(&[
        "Benarkah?!¦ Ternyata tidak...¦ Aneh!!¦ Begini... kalau hilang, lapor.",
        "Aplikasi Yahoo! sudah jarang dipakai.¦ Ia bekerja di Yahoo!¦ Kini pindah.",
        "Komunitas memutar film Awas Hoaks! Bagian Kedua di balai desa.",
        "Warga memakai aplikasi Lapor! untuk mengadu.",
        "\"Keputusan ini [...] Harus dihormati,\" tulisnya.",
        "Benar.[2]¦ Namun tidak lengkap.",
        "Pesannya satu: Jangan takut; Tuhan melihat.",
    ]);
}

#[test]
fn posts_and_chat() {
    check(&[
        "udah nyoblos blm?¦ gue udah.¦ rame bgt td.. tp lancar",
        "Selesai.¦Besok rapat!¦Jangan telat.¦ udah beres.¦ga usah khawatir",
        "Data dari KPU.¦Semua valid.¦ buka main.py dulu",
        "capek 😭 tapi lega¦\n😭😭¦\nMenang!!! 🎉🎉¦ Besok syukuran",
        "Lancar 🙏🙏¦ Terima kasih semuanya ❤️¦\n#PemiluDamai",
        "Ayo ke TPS! #PemiluDamai #AyoNyoblos",
        "Dukung #PemiluDamai bersama.¦ #AyoNyoblos jadi tren.",
        "@kpu_ri kok nama saya ga ada?¦ @bawaslu_ri tolong dicek",
        "makasih min :)¦ sukses terus :D",
        "*Catatan:* surat *jangan* dibuang.¦ *Penting.*¦ Bawa KTP.",
        "Aku ❤️ Indonesia.",
    ]);
}

#[test]
fn line_breaks() {
    check(&[
        "tahapan telah\nselesai di seluruh wilayah.¦ Hasilnya terlampir.",
        "satu tanpa titik¦\n\ndua tanpa titik¦\r\n \r\ntiga",
        "UPDATE POSKO¦\nTPS 2 dibuka.¦\n@info kok beda?¦\n\"Iya,\" katanya.",
        "Kepada Yth.¦\nBapak Camat\ndi tempat¦\n\nDengan hormat,¦\nKami hadir.",
        "rapat ditunda sampai hari\nSenin pekan depan.",
        "Nama : Sri¦\nUmur : 5",
        // Lines that go on.
        "Rapat digelar di\nJakarta",
        "cek di sini\nhttps://contoh.id",
        "surat suara\n, kotak, bilik",
    ]);
}

#[test]
fn edges() {
    assert!(cut("").is_empty());
    assert!(cut(" \n\u{200B}\t").is_empty());
    assert_eq!(cut("..."), ["..."]);
    assert_eq!(cut(" a "), ["a"]);
    let mut ended = sentences("a");
    assert_eq!(
        (ended.next(), ended.next(), ended.next()),
        (Some(0..1), None, None)
    );
}

/// F1 of exact spans over one part of the hand-written set.
fn score(split: &str) -> f64 {
    let (mut both, mut sum) = (0_usize, 0_usize);
    for row in common::rows(include_str!("../datasets/sentences.jsonl")) {
        if row["split"] != split {
            continue;
        }
        let gold: Vec<Range<usize>> = row["spans"]
            .as_array()
            .unwrap()
            .iter()
            .map(|pair| {
                let at = |i: usize| usize::try_from(pair[i].as_u64().unwrap()).unwrap();
                at(0)..at(1)
            })
            .collect();
        let found: Vec<_> = sentences(row["text"].as_str().unwrap()).collect();
        both += found.iter().filter(|span| gold.contains(span)).count();
        sum += found.len() + gold.len();
    }
    2.0 * both as f64 / sum as f64
}

#[test]
fn the_hand_written_set_is_cut_as_well_as_promised() {
    let (dev, test) = (score("dev"), score("test"));
    assert!(dev >= 0.99, "dev {dev:.4}");
    assert!(test >= 0.95, "test {test:.4}");
}

/// Each of these takes minutes if a rule looks back or ahead without bound.
#[test]
fn hostile_texts_take_linear_time() {
    let long = |piece: &str| piece.repeat(300_000 / piece.len());
    for text in [
        long("a. "),
        long(". "),
        long("\"A! "),
        long("(A. "),
        long("\"A!\" B "),
        long("A.\n"),
        long("a! #b "),
        long("a! @b "),
        format!("a. \"B{}c", long(" ")),
        format!("(a! b. c! {}", long("x")),
        long("1. A "),
        long("\n"),
        long("?!"),
    ] {
        assert!(sentences(&text).count() < text.len());
    }
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ a-zA-Z0-9.,!?@#:/_'\"()\n*-]{0,60}",
        "([A-Za-z]{1,4}[ ,.!?\"\n]{1,3}){0,20}",
        "[ AаеоpсB\u{200B}\u{301}😀\u{200D}\u{2028}é1漢กا#@.…。”“'-]{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn spans_are_trimmed_ordered_and_cover_every_token(text in texts()) {
        let found: Vec<_> = sentences(&text).collect();
        let all: Vec<_> = tokens(&text).map(|token| token.span()).collect();
        prop_assert_eq!(found.is_empty(), all.is_empty());
        let mut at = 0;
        for span in &found {
            prop_assert!(span.start >= at && span.end > span.start);
            at = span.end;
            let sentence = &text[span.clone()];
            prop_assert_eq!(sentence.trim(), sentence);
        }
        // Every token lies in exactly one sentence, which starts and ends with one.
        for token in &all {
            let holders = found.iter().filter(|s| s.start <= token.start && token.end <= s.end);
            prop_assert_eq!(holders.count(), 1);
        }
        for span in &found {
            prop_assert!(all.iter().any(|token| token.start == span.start));
            prop_assert!(all.iter().any(|token| token.end == span.end));
        }
    }

    /// Blank lines are hard: what stands on one side does not matter on the other.
    #[test]
    fn paragraphs_are_cut_on_their_own(left in texts(), right in texts()) {
        let joined = format!("{left}\n\n{right}");
        let shift = left.len() + 2;
        let apart: Vec<_> = sentences(&left)
            .chain(sentences(&right).map(|span| span.start + shift..span.end + shift))
            .collect();
        // A mark that hides in the break would join the two.
        prop_assume!(!right.starts_with(|c: char| !c.is_ascii()));
        prop_assert_eq!(sentences(&joined).collect::<Vec<_>>(), apart);
    }
}
