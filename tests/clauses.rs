//! A stance is read from the clauses that tell the claim, and what stands at them.

mod stances;

use hoaks::claims::{ClaimIndex, Clarification, Stance};
use stances::{stance, stances};

#[test]
fn what_is_said_of_something_else_says_nothing_of_the_claim() {
    for post in [
        // What somebody does not believe, or should not.
        "Awalnya saya nggak percaya kabar ini, ternyata {}",
        "Bagi yang tidak percaya berita ini silakan cek, {}",
        "Kalau tidak percaya kabar ini, cek sendiri: {}",
        "Saya gak percaya berita di TV. {}",
        "Saya nggak percaya video ini tapi {}",
        "Jangan tertipu oleh video KPU! {}",
        "Jangan sebarkan info pribadi. {}",
        "Stop share video yang lain, {}",
        "Abaikan pesan KPU, {}",
        "Hati-hati modus penipuan pemilu! {}",
        // Outcries about somebody.
        "{}. Ketua KPU itu bohong!",
        "{}, KPU itu bohong!",
        "{}. KPU jelas bohong!",
        "{}. KPU ini penipuan!",
        "Isu KPU netral itu bohong, {}",
        "Info valid! {}. Penjelasan mereka hanya bohong!",
        "{}. Kecurangan separah ini tidak pernah terjadi!",
        // Evidence.
        "Tidak mustahil {}",
        "Bukan mustahil {}",
        "{} dan saksi ditangkap tanpa bukti!",
        "Polisi bilang belum ada bukti, padahal {}",
        "Tidak ada bukti KPU netral, {}",
        // Denied by somebody.
        "KPU membantah tapi saksi melihat sendiri {}",
        "KPU menepis, namun {}",
        // Questions and pleas.
        "Tolong periksa ketua KPU. {}",
        "Tolong cek dulu ke kantor polisi: {}",
        "Coba cek video di bawah ini, {}",
        "Mohon konfirmasi kehadiran. {}",
        "Tolong cek berita ini viral! {}",
        "numpang tanya, kapan TPS buka? {}",
        "Mau tanya saja tidak boleh. {}",
        "Mereka bilang benar atau tidak bukan urusan, {}",
        "{}. Mengapa KPU diam?",
    ] {
        assert_eq!(stances(post), [Stance::Asserts; 2], "{post}");
    }
}

#[test]
fn what_goes_on_behind_a_refutation_does_not_take_it_back() {
    for post in [
        "Hoaks! Ternyata video {} adalah simulasi",
        "Hoaks tapi ramai dibagikan: {}",
        "Disinformasi namun viral: {}",
        "Ini hoaks lama tapi muncul lagi: {}",
        "Keliru, namun banyak dibagikan, klaim {}",
        "Klarifikasi: ternyata {} adalah video lama",
        "Sudah dibantah KPU. Tapi ramai lagi: {}",
        "KPU membantah {}, tapi pesan itu masih ramai",
        "Jangan percaya kabar ini! {}",
        "Jangan percaya kabar soal {}",
        "Jangan percaya kabar yang bilang {}",
        "Setop sebar info yang menyebut {}",
    ] {
        assert_eq!(stances(post), [Stance::Denies; 2], "{post}");
    }
}

#[test]
fn a_claim_may_have_more_than_one_clause() {
    let claim = "Tujuh kontainer surat suara dari Cibaru, sudah dicoblos, kata ketua saksi";
    for (post, expected) in [
        ("Stop sebar kabar {}", Stance::Denies),
        ("{} itu bohong", Stance::Denies),
        ("Tidak ada bukti {}", Stance::Denies),
        ("Awas penipuan! {}", Stance::Denies),
        ("{}?", Stance::Asks),
        ("{}, bener gak sih", Stance::Asks),
        ("Tolong dicek: {}", Stance::Asks),
        ("Stop sebar kabar lain, {}", Stance::Asserts),
        ("{}, saksi itu bohong", Stance::Asserts),
    ] {
        let text = post.replace("{}", claim);
        assert_eq!(stance(claim, &text), expected, "{text}");
    }
}

#[test]
fn only_a_bare_no_answers_a_question() {
    for (post, expected) in [
        ("{}? Tidak, ini nyata!", Stance::Asks),
        ("{}? Bukan, lebih parah lagi!", Stance::Asks),
        ("{}? Tidak.", Stance::Denies),
        ("{}, benarkah? Bukan", Stance::Denies),
        ("Mau tanya min, {}", Stance::Asks),
        ("numpang tanya: {}", Stance::Asks),
        ("{}. Mohon klarifikasi KPU", Stance::Asks),
        ("Mohon klarifikasi dari KPU soal {}", Stance::Asks),
        ("Tolong cek berita ini min: {}", Stance::Asks),
        ("{}, tolong cekin dong", Stance::Asks),
    ] {
        assert_eq!(stances(post), [expected; 2], "{post}");
    }
}

/// Also where a claim is made of the words by which a stance is read.
#[test]
fn no_claim_speaks_against_itself() {
    let clarifications = include_str!("../datasets/clarifications.jsonl");
    let mut claims: Vec<String> = clarifications
        .lines()
        .map(|line| serde_json::from_str::<Clarification>(line).unwrap().claim)
        .collect();
    let clarified = claims.len();
    claims.extend(
        [
            "Ribuan warga abaikan informasi pemilu dari KPU Sukamaju",
            "KPU Cibaru luruskan kabar surat suara dibakar di Sukamaju",
            "Polisi sebut konten yang salah disebar KPU Cibaru",
            "Menteri mau tanya apakah KPU Cibaru membakar surat suara",
            "Apa iya KPU Cibaru membakar surat suara warga",
        ]
        .map(str::to_owned),
    );
    let words: Vec<&str> = "tidak bukan mustahil benar bukti hoaks palsu klarifikasi bohong itu \
        adalah salah penipuan awas jangan stop sebar percaya kabar isu bahwa kalau benarkah apa \
        atau fakta sih mohon tolong cek mau tanya tapi padahal ternyata membantah dikira abaikan \
        warga KPU Cibaru membakar surat suara, kotak. pemilu! Sukamaju? bupati: saksi"
        .split_whitespace()
        .collect();
    let mut state = 17_u64;
    for _ in 0..2_000 {
        let drawn = (0..10).map(|_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            words[(state >> 33) as usize % words.len()]
        });
        claims.push(drawn.collect::<Vec<_>>().join(" "));
    }
    let mut repeated = 0;
    for (number, claim) in claims.iter().enumerate() {
        let mut index = ClaimIndex::new();
        index
            .add([Clarification::new("a", claim.as_str(), "false")])
            .unwrap();
        for found in index.matches(claim, 1) {
            repeated += usize::from(found.repeats());
            assert_eq!(found.stance, Stance::Asserts, "{claim}");
        }
        // Nor do the clarified beside words that say nothing of them.
        if number < clarified {
            let text = format!("Viral hari ini! {claim}");
            for found in index.matches(&text, 1) {
                assert_eq!(found.stance, Stance::Asserts, "{text}");
            }
        }
    }
    assert_eq!(repeated, claims.len());
}

/// Who repeats a claim with its label labels it.
#[test]
fn a_label_denies_also_what_is_labelled_in_the_index() {
    let claim = "[SALAH] Petugas TPS Sukamaju membakar surat suara warga";
    assert_eq!(stance(claim, claim), Stance::Denies);
}

#[test]
fn words_of_the_claim_do_not_speak_against_it_beside_others() {
    for claim in [
        "Ribuan warga abaikan informasi pemilu dari KPU Sukamaju",
        "KPU Cibaru luruskan kabar surat suara dibakar di Sukamaju",
        "Polisi sebut konten yang salah disebar KPU Cibaru",
        "Menteri mau tanya apakah KPU Cibaru membakar surat suara",
    ] {
        let text = format!("Viral hari ini! {claim}");
        assert_eq!(stance(claim, &text), Stance::Asserts, "{text}");
    }
}
