//! The index of clarifications: matches, laws, files and outcomes.

use hoaks::Detector;
use hoaks::ErrorKind;
use hoaks::claims::{ClaimIndex, Clarification, Outcome, claim_review};
use proptest::prelude::*;

fn index(claims: &[(&str, &str)]) -> ClaimIndex {
    let mut index = ClaimIndex::new();
    index
        .add(
            claims
                .iter()
                .map(|(id, claim)| Clarification::new(*id, *claim, "false")),
        )
        .unwrap();
    index
}

fn ids(index: &ClaimIndex, text: &str, k: usize) -> Vec<String> {
    index
        .matches(text, k)
        .into_iter()
        .map(|found| found.id)
        .collect()
}

fn three() -> ClaimIndex {
    index(&[
        (
            "ballots",
            "Tujuh kontainer surat suara sudah tercoblos di pelabuhan",
        ),
        ("server", "Server KPU dikendalikan dari luar negeri"),
        ("poison", "Petugas KPPS meninggal karena diracun"),
    ])
}

#[test]
fn a_claim_in_other_words_is_found() {
    let index = three();
    for (text, id) in [
        (
            "katanya ada 7 kontainer isi SURAT SUARA yg tercoblos!!",
            "ballots",
        ),
        ("s3rv3r KPU dari luar n3geri??", "server"),
        ("#PetugasKPPS banyak yang meracuni", "poison"),
        ("surat suara dicobloskan", "ballots"),
    ] {
        assert_eq!(ids(&index, text, 1), [id], "{text}");
    }
}

#[test]
fn the_claim_itself_is_a_repeat_and_nothing_shared_is_no_match() {
    let index = three();
    let found = index.matches("Server KPU dikendalikan dari luar negeri", 3);
    assert_eq!(found[0].id, "server");
    assert_eq!(found[0].coverage, 1.0);
    assert!(found[0].repeats());
    assert!(index.matches("xyz", 3).is_empty());
    assert!(index.matches("", 3).is_empty());
    assert!(index.matches("server", 0).is_empty());
    assert!(ClaimIndex::new().matches("server", 3).is_empty());
    assert!(ClaimIndex::new().ranked("server", 3).is_empty());
}

#[test]
fn spans_show_what_is_shared_on_both_sides() {
    let text = "kok petugasnya diracun?";
    let found = &three().matches(text, 1)[0];
    let shared: Vec<&str> = found.spans.iter().map(|span| &text[span.clone()]).collect();
    assert_eq!(shared, ["petugasnya", "diracun"]);
    let claim = "Petugas KPPS meninggal karena diracun";
    let shared: Vec<&str> = found
        .claim_spans
        .iter()
        .map(|span| &claim[span.clone()])
        .collect();
    assert_eq!(shared, ["Petugas", "diracun"]);
}

#[test]
fn names_and_numbers_count() {
    let index = index(&[
        ("a", "Jokowi mundur dari pemilihan"),
        ("b", "Prabowo mundur dari pemilihan"),
        ("c", "Biaya 212 ribu"),
        ("d", "Biaya 300 ribu"),
    ]);
    assert_eq!(ids(&index, "benarkah Prabowo mundur?", 1), ["b"]);
    assert_eq!(ids(&index, "biaya 300", 1), ["d"]);
}

#[test]
fn ties_go_by_id_and_an_id_is_there_once() {
    let mut index = index(&[("b", "TPS tutup pagi"), ("a", "TPS tutup pagi")]);
    assert_eq!(ids(&index, "tps tutup", 2), ["a", "b"]);
    index
        .add([Clarification::new("a", "kotak suara dari kardus", "true")])
        .unwrap();
    assert_eq!(index.len(), 2);
    assert_eq!(index.get("a").unwrap().verdict, "true");
    assert_eq!(ids(&index, "tps tutup", 2), ["b"]);
    assert_eq!(index.remove(["a", "z"]), 1);
    assert!(index.get("a").is_none());
}

#[test]
fn claims_are_checked() {
    let mut index = three();
    let fine = || Clarification::new("f", "x", "");
    let error = index.add([fine(), Clarification::new("", "x", "")]);
    assert_eq!(error.unwrap_err().to_string(), "claim: `[1].id` is empty");
    let error = index.add([Clarification::new("c", " \n", "false")]);
    assert_eq!(
        error.unwrap_err().to_string(),
        "claim: `[0].claim` is empty"
    );
    let long = "x".repeat((64 << 10) + 1);
    let error = index.add([Clarification::new("l", long, "")]).unwrap_err();
    assert!(error.to_string().contains("`[0].claim`"), "{error}");
    let mut long = Clarification::new("l", "x", "");
    long.correction = "x".repeat((64 << 10) + 1);
    let error = index.add([long]).unwrap_err();
    assert!(error.to_string().contains("`[0].correction`"), "{error}");
    let id = Clarification::new("i".repeat((1 << 10) + 1), "x", "");
    let error = index.add([id]).unwrap_err();
    assert!(error.to_string().contains("`[0].id`"), "{error}");
    assert_eq!(index.len(), 3);
    // The longest that are taken.
    let longest = Clarification::new("i".repeat(1 << 10), "x".repeat(64 << 10), "");
    index.add([longest]).unwrap();
}

/// 2^28 bytes, of which each claim here has 2^16, its language among them.
#[test]
fn an_index_holds_so_many_bytes() {
    let claim = |number: usize| {
        let mut claim = Clarification::new(format!("{number:04}"), "x", "");
        claim.correction = "y".repeat((1 << 16) - "0000".len() - "x".len() - "id".len());
        claim
    };
    let mut index = ClaimIndex::new();
    index.add((0..1 << 12).map(claim)).unwrap();
    let small = || [Clarification::new("s", "x", "")];
    let error = index.add(small()).unwrap_err();
    assert!(error.to_string().contains("`index`"), "{error}");
    assert_eq!((index.len(), index.get("s")), (1 << 12, None));
    // One in the place of another, in the index or among these, takes no more.
    index.add([claim(7), claim(7)]).unwrap();
    assert_eq!(index.remove(["0007"]), 1);
    index.add(small()).unwrap();
    assert!(index.add([claim(7)]).is_err());
}

/// A text that has all of a claim, and more and more beside it.
#[test]
fn a_repeat_has_a_geometric_mean_of_so_much() {
    let claim = "Kotak suara dicuri di Sukamaju";
    let more = "Selain itu warga desa memanen padi, menjemur kopi, menambal jalan, membeli pupuk, \
        menjual sapi, memancing ikan, menanam jagung, memperbaiki jembatan, mengecat pagar, \
        menyapu halaman, memasak nasi, mencuci piring, merakit kapal, menenun kain";
    // Words that no claim has count for nothing.
    let other = "sambil tetangga merebus singkong, membersihkan selokan, mengangkut pasir, \
        mengikat bambu, menyiram bunga, menimbang cabai, membungkus tempe, mengasah parang, \
        menambang batu, menggembala kambing, melukis tembok, menyulam selendang";
    let other = format!("{more} {other}");
    let index = index(&[("c", claim), ("other", &other)]);
    let detector = Detector::pretrained().with_claims(index.clone());
    let mut nearest = [0.0_f64, 1.0];
    for (end, _) in more.match_indices(' ') {
        let text = format!("{claim}. {}", &more[..end]);
        let found = index.matches(&text, 2);
        let found = found.iter().find(|found| found.id == "c").unwrap();
        let mean = (found.score * found.coverage).sqrt();
        assert_eq!(found.repeats(), mean >= 0.6, "{text}: {mean}");
        let answer = detector.assess(&text);
        let is_found = answer.clarification().is_some_and(|it| it.id == "c");
        assert_eq!(is_found, found.repeats(), "{text}");
        match found.repeats() {
            true => nearest[1] = nearest[1].min(mean),
            false => nearest[0] = nearest[0].max(mean),
        }
    }
    assert!(nearest[0] > 0.57 && nearest[1] < 0.63, "{nearest:?}");
}

#[test]
fn a_correction_is_kept_in_a_file_and_not_matched() {
    let plain = three();
    let mut corrected = plain.clone();
    let mut server = plain.get("server").unwrap().clone();
    server.correction = "Petugas meninggal karena sakit".to_owned();
    corrected.add([server.clone()]).unwrap();
    let loaded = ClaimIndex::from_bytes(&corrected.to_bytes().unwrap()).unwrap();
    assert_eq!(loaded.get("server"), Some(&server));
    let query = "petugas meninggal karena sakit";
    assert_eq!(loaded.matches(query, 3), plain.matches(query, 3));
    // A claim without one is written without the field.
    let bytes = plain.to_bytes().unwrap();
    assert!(!String::from_utf8(bytes).unwrap().contains("correction"));
}

#[test]
fn every_truncation_and_bit_flip_of_a_file_is_refused() {
    let bytes = three().to_bytes().unwrap();
    for end in 0..bytes.len() {
        assert!(ClaimIndex::from_bytes(&bytes[..end]).is_err(), "{end}");
    }
    let mut copy = bytes.clone();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            copy[at] ^= 1 << bit;
            assert!(
                ClaimIndex::from_bytes(&copy).is_err(),
                "byte {at} bit {bit}"
            );
            copy[at] ^= 1 << bit;
        }
    }
    copy.push(b'\n');
    assert!(ClaimIndex::from_bytes(&copy).is_err());
}

/// Whoever writes one by hand can make the digest fit: nothing in it gets lost.
#[test]
fn a_file_that_was_written_otherwise_is_refused() {
    use sha2::{Digest, Sha256};

    let bytes = three().to_bytes().unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let body = text.splitn(3, '\n').nth(2).unwrap();
    let sealed = |body: &str| {
        let digest = Sha256::digest(body.as_bytes());
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("hoaks-claims 1\n{digest}\n{body}").into_bytes()
    };
    assert_eq!(sealed(body), bytes);
    assert!(ClaimIndex::from_bytes(&sealed("")).unwrap().is_empty());
    for other in [
        body.replace("\"id\"", "\"topic\":\"sara\",\"id\""),
        body.replace("\"id\":", "\"id\": "),
        body.replace(",\"language\":\"id\"", ""),
        body.replace('\n', "\r\n"),
        body.trim_end().to_owned(),
    ] {
        assert_ne!(other, body);
        let error = ClaimIndex::from_bytes(&sealed(&other)).unwrap_err();
        assert!(error.to_string().contains("claim "), "{error}");
    }
}

#[test]
fn a_file_comes_back_and_a_missing_one_is_named() {
    let path = std::env::temp_dir().join(format!("hoaks-claims-{}", std::process::id()));
    let index = three();
    index.save(&path).unwrap();
    let loaded = ClaimIndex::load(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert!(loaded.iter().eq(index.iter()));
    let error = ClaimIndex::load("/no/such/claims").unwrap_err();
    assert!(error.to_string().contains("/no/such/claims"));
    let ErrorKind::Io { kind, .. } = error.kind() else {
        panic!("{error}");
    };
    assert_eq!(*kind, std::io::ErrorKind::NotFound);
    // What was asked for is named, not the new file beside it.
    let error = three().save("/no/such/claims").unwrap_err();
    let ErrorKind::Io { path, kind, .. } = error.kind() else {
        panic!("{error}");
    };
    assert_eq!(
        (path.as_str(), *kind),
        ("/no/such/claims", std::io::ErrorKind::NotFound)
    );
}

/// Whoever reads while it is written finds the old one or the new one: the file
/// that an open handle has is not touched.
#[cfg(unix)]
#[test]
fn saving_replaces_the_file_at_once() {
    use std::io::Read;

    let path = std::env::temp_dir().join(format!("hoaks-claims-again-{}", std::process::id()));
    let mut index = three();
    index.save(&path).unwrap();
    let mut before = std::fs::File::open(&path).unwrap();
    assert_eq!(index.remove(["poison"]), 1);
    index.save(&path).unwrap();
    let mut bytes = Vec::new();
    before.read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, three().to_bytes().unwrap());
    assert_eq!(std::fs::read(&path).unwrap(), index.to_bytes().unwrap());
    // Nothing else is left.
    let name = path.file_name().unwrap().to_str().unwrap().to_owned();
    std::fs::remove_file(&path).unwrap();
    let others = std::fs::read_dir(std::env::temp_dir()).unwrap();
    let names = others.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(!names.into_iter().any(|other| other.starts_with(&name)));
}

/// A link is followed, and what is no plain file stays what it is.
#[cfg(unix)]
#[test]
fn saving_follows_links_and_spares_what_is_no_file() {
    use std::fs::Permissions;
    use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    let folder = std::env::temp_dir();
    let [path, link, socket] = ["file", "link", "socket"]
        .map(|name| folder.join(format!("hoaks-claims-{name}-{}", std::process::id())));
    std::fs::write(&path, "old").unwrap();
    symlink(&path, &link).unwrap();
    three().save(&link).unwrap();
    assert!(link.is_symlink());
    assert_eq!(std::fs::read(&path).unwrap(), three().to_bytes().unwrap());
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode();
    std::fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
    three().save(&path).unwrap();
    assert_eq!(mode(&path) & 0o777, 0o600);
    let listener = UnixListener::bind(&socket).unwrap();
    assert!(three().save(&socket).is_err());
    assert!(std::fs::metadata(&socket).unwrap().file_type().is_socket());
    drop(listener);
    for path in [path, link, socket] {
        std::fs::remove_file(path).unwrap();
    }
}

/// Verdicts as fact-checkers word them, and some that are easily misread.
#[test]
fn a_verdict_is_read_from_its_words() {
    let refuted = "false|[SALAH]|Salah.|HOAKS!|Hoaks lama|Konten yang menyesatkan|Misleading|\
        Satire|False context|scam|Penipuan|clarified|tidak benar|Tidak Benar (hoaks)|Not true|\
        Salah. Yang benar: TPS tutup pukul 13|Pants on fire: false|Cek Fakta: Salah|\
        gak benar|isn't true|False and misleading|Bantahan|Konten palsu|Konten tiruan|\
        Konten yang dimanipulasi|Video direkayasa|Gambar hasil manipulasi|Hasil suntingan|\
        Video editan|Deepfake|Penipuan daring|Tautan phishing";
    let confirmed = "true| TRUE |[BENAR]|Fakta.|Benar|Klaim ini benar|terbukti benar|Confirmed|\
        It is true|Cek Fakta: Benar";
    let unclear = "|3|?|Sebagian benar|Mostly true|Half true|Mostly false|Belum terbukti|\
        Tidak terbukti|not proven|Unproven|Bukan hoaks|Benar, tetapi menyesatkan|Perlu konteks|\
        Benar terjadi di kota lain|tidak|Fakta atau hoaks|Kebenaran|Cek Fakta|\
        Sudah diklarifikasi: benar|Bantahan KPU: benar|Tidak sepenuhnya salah|\
        not entirely false|Tidak ada yang salah|No evidence that it is false|\
        Bukan termasuk hoaks|tidak 100% salah|ga salah|gak hoaks|Nggak salah|isn't false|\
        Hoax or not|Hoaks atau fakta?|mungkin salah|Salah satu klaim benar|\
        Manipulasi suara terbukti|Fraud confirmed|Tidak benar bahwa ini hoaks|Is this true?|\
        Benar?|Satire, benar|Kemungkinan salah|Kemungkinan besar hoaks|Terindikasi hoaks|\
        Berpotensi menyesatkan|Dugaan penipuan|Hasil pemilu|Benar. Salah|Benar dan salah|\
        Salah satu klaim|Bukan penipuan|Penipuan di kota lain";
    let groups = [
        (Outcome::Refuted, refuted),
        (Outcome::Confirmed, confirmed),
        (Outcome::Unclear, unclear),
    ];
    for (outcome, verdicts) in groups {
        for verdict in verdicts.split('|') {
            let found = Clarification::new("i", "c", verdict).outcome();
            assert_eq!(found, outcome, "{verdict}");
        }
    }
    let index = index(&[("a", "Kotak suara hilang")]);
    assert_eq!(index.matches("kotak", 1)[0].outcome, Outcome::Refuted);
}

/// By hand: two claims, `tps` in both, no character runs in common but those of
/// `tps` itself. Neither `jip` nor `tps` nor `buk` is a word of the lexicon
/// that is counted as common, so that every importance is 1.
#[test]
fn a_score_is_the_weighted_mean_of_three_products() {
    let index = index(&[("a", "tps xbuk"), ("b", "tps qjip")]);
    // Stems: two in the claim, one of them asked for.
    let stems = 1.0 / 2_f64.sqrt();
    // Runs of `tps`: ^tps, tps$; of `xbuk`: ^xbu, xbuk, buk$.
    let runs = 2.0 / (2_f64.sqrt() * 5_f64.sqrt());
    // Words: tps, xbuk, tpsxbuk.
    let words = 1.0 / 3_f64.sqrt();
    let expected = 0.4 * stems + 0.4 * runs + 0.2 * words;
    let found = index.matches("tps", 2);
    assert!(
        (found[0].score - expected).abs() < 1e-4,
        "{} {expected}",
        found[0].score
    );
    assert_eq!(found[0].score, found[1].score);
    // idf of a term in 1 of 2 claims: ln(1 + 1.5 / 1.5); in both: ln(1 + 0.5 / 2.5).
    let (one, both) = (2_f64.ln(), 1.2_f64.ln());
    let stems = both / (both + one);
    let runs = 2.0 * both / (2.0 * both + 3.0 * one);
    let words = both / (both + 2.0 * one);
    let expected = 0.4 * stems + 0.4 * runs + 0.2 * words;
    assert!((found[0].coverage - expected).abs() < 1e-12);
    assert!(!found[0].repeats());
}

/// Many claims, few words: lists are long and most claims are not looked at.
#[test]
fn many_claims_are_searched_exactly_and_equal_ones_by_id() {
    let words = |number: usize| {
        let at = |factor: usize| WORDS[number * factor % 13];
        format!("{} {} {} kabar{}", at(1), at(5), at(7), number % 97)
    };
    let texts: Vec<String> = (0..20_000).map(words).collect();
    let index = built(&texts);
    for query in [
        "server kpu hilang kabar5",
        "kabar96 kabar3",
        "ketua bawaslu surat",
    ] {
        let all = index.matches(query, texts.len());
        for k in [1, 5, 40] {
            assert_eq!(index.matches(query, k)[..], all[..k], "{query}");
        }
    }
    let same = built(&vec!["server kpu".to_owned(); 2_000]);
    let ids = ids(&same, "server", 3);
    assert_eq!(ids, ["000", "001", "002"]);
}

#[test]
fn words_that_everybody_uses_count_less() {
    let index = index(&[("a", "yang Nagasari"), ("b", "yang Kalimulya")]);
    let both = index.matches("nagasari yang", 2);
    assert_eq!(both[0].id, "a");
    let index = self::index(&[("a", "yang begitu"), ("b", "kardus begitu")]);
    assert_eq!(ids(&index, "kardus yang", 2), ["b", "a"]);
    assert_eq!(ids(&index, "yg kardus", 1), ["b"]);
}

#[test]
fn words_written_as_one_are_found_apart() {
    let index = index(&[
        ("a", "Surat suara tercoblos"),
        ("b", "Suara mesin, surat kabar"),
    ]);
    assert_eq!(ids(&index, "suratsuara", 1), ["a"]);
    let index = self::index(&[("b", "suratsuara hilang"), ("a", "gulungan hilang")]);
    assert_eq!(ids(&index, "surat suara hilang", 1), ["b"]);
}

#[test]
fn a_claim_inside_a_long_text_is_repeated_and_its_subject_is_not() {
    let index = three();
    let text = "Selamat pagi bapak ibu sekalian, tadi malam di grup ada kabar begini: \
        server KPU dikendalikan dari luar negeri, mohon dicek dulu sebelum diteruskan ya";
    let found = &index.matches(text, 1)[0];
    assert_eq!((found.id.as_str(), found.repeats()), ("server", true));
    let text = "KPU membuka pendaftaran petugas di semua kecamatan mulai besok";
    assert!(index.matches(text, 3).iter().all(|found| !found.repeats()));
}

const WORDS: [&str; 14] = [
    "kpu",
    "server",
    "suara",
    "tps",
    "surat",
    "coblos",
    "mencoblos",
    "ketua",
    "hilang",
    "2024",
    "pemilih",
    "kotak",
    "bawaslu",
    "ganda",
];

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(0..WORDS.len(), 1..9).prop_map(|words| {
        words
            .iter()
            .map(|&word| WORDS[word])
            .collect::<Vec<_>>()
            .join(" ")
    })
}

fn built(texts: &[String]) -> ClaimIndex {
    let mut index = ClaimIndex::new();
    let claims = texts.iter().enumerate();
    index
        .add(claims.map(|(id, text)| Clarification::new(format!("{id:03}"), text, "false")))
        .unwrap();
    index
}

proptest! {
    #[test]
    fn history_leaves_no_trace(
        texts in proptest::collection::vec(text(), 1..40),
        extra in proptest::collection::vec(text(), 1..60),
        query in text(),
        k in 1_usize..8,
    ) {
        let fresh = built(&texts);
        let expected = fresh.matches(&query, k);
        let mut changed = ClaimIndex::new();
        let gone: Vec<String> = (0..extra.len()).map(|id| format!("x{id}")).collect();
        changed.add(gone.iter().zip(&extra).map(|(id, text)| Clarification::new(id, text, ""))).unwrap();
        for (id, text) in texts.iter().enumerate().rev() {
            changed.add([Clarification::new(format!("{id:03}"), text, "false")]).unwrap();
        }
        prop_assert_eq!(changed.remove(gone.iter().map(String::as_str)), extra.len());
        prop_assert_eq!(changed.matches(&query, k), expected.clone());
        let loaded = ClaimIndex::from_bytes(&changed.to_bytes().unwrap()).unwrap();
        prop_assert_eq!(loaded.matches(&query, k), expected);
    }

    #[test]
    fn the_best_are_the_first_of_all(
        texts in proptest::collection::vec(text(), 1..300),
        query in text(),
        k in 1_usize..12,
    ) {
        let index = built(&texts);
        let all = index.matches(&query, texts.len());
        let best = index.matches(&query, k);
        prop_assert_eq!(&best[..], &all[..k.min(all.len())]);
        let ranked = index.ranked(&query, k);
        let ranked: Vec<_> = ranked.iter().map(|(known, score)| (&known.id, *score)).collect();
        let matched: Vec<_> = best.iter().map(|found| (&found.id, found.score)).collect();
        prop_assert_eq!(ranked, matched);
        for pair in all.windows(2) {
            prop_assert!(pair[0].score > pair[1].score
                || (pair[0].score == pair[1].score && pair[0].id < pair[1].id));
        }
        prop_assert!(all.iter().all(|found| found.score > 0.0 && found.score <= 1.0));
    }

    #[test]
    fn any_text_is_answered(claim in "\\PC*", query in any::<String>()) {
        let mut index = index(&[("c", "surat suara")]);
        for (id, claim) in [("a", &claim), ("b", &query)] {
            let added = index.add([Clarification::new(id, claim, "false")]);
            prop_assert_eq!(added.is_err(), claim.trim().is_empty());
        }
        for found in index.matches(&query, 5) {
            prop_assert!((0.0..=1.0).contains(&found.score));
            for span in found.spans {
                prop_assert!(query.get(span).is_some());
            }
        }
        let _ = claim_review::read(&query);
        prop_assert!(ClaimIndex::from_bytes(query.as_bytes()).is_err());
    }
}
