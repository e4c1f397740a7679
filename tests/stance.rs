//! What a post that repeats a claim does with it: says it, denies it, or asks.

mod stances;

use hoaks::claims::Stance;
use stances::{stance, stances};

#[test]
fn a_negation_at_the_shared_words_denies() {
    let claim = "Petugas TPS Sukamaju membakar surat suara warga";
    for (text, expected) in [
        (
            "Petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asserts,
        ),
        (
            "petugas tps sukamaju gak pernah membakar surat suara warga",
            Stance::Denies,
        ),
        (
            "Petugas TPS Sukamaju tidak ada yang membakar surat suara warga",
            Stance::Denies,
        ),
        // Of something else.
        (
            "Tidak bisa dibiarkan! Petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asserts,
        ),
        (
            "Gak nyangka petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asserts,
        ),
        (
            "Petugas TPS Sukamaju membakar surat suara warga, polisi tidak datang",
            Stance::Asserts,
        ),
        // Words of refutation, and such as are themselves denied.
        (
            "Petugas TPS Sukamaju membakar surat suara warga itu keliru",
            Stance::Denies,
        ),
        (
            "Tidak benar petugas TPS Sukamaju membakar surat suara warga",
            Stance::Denies,
        ),
        (
            "gak bener petugas tps sukamaju membakar surat suara warga",
            Stance::Denies,
        ),
        (
            "petugas tps sukamaju membakar surat suara warga itu ga bnr ya",
            Stance::Denies,
        ),
        (
            "Jgn langsung percaya kabar petugas TPS Sukamaju membakar surat suara warga",
            Stance::Denies,
        ),
        (
            "Jangan percaya KPU! Petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asserts,
        ),
        (
            "Percaya gak? Bener, petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asserts,
        ),
        (
            "[SALAH] Petugas TPS Sukamaju membakar surat suara warga",
            Stance::Denies,
        ),
        (
            "Bukan hoaks! Petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asserts,
        ),
        (
            "NO HOAX!! Petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asserts,
        ),
        (
            "Kabar bohong soal petugas TPS Sukamaju membakar surat suara warga",
            Stance::Denies,
        ),
        (
            "KPU bohong! Petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asserts,
        ),
        (
            "SALAH: Petugas TPS Sukamaju membakar surat suara warga",
            Stance::Denies,
        ),
        (
            "(Salah) Petugas TPS Sukamaju membakar surat suara warga",
            Stance::Denies,
        ),
        (
            "jgn termakan isu petugas TPS Sukamaju membakar surat suara warga",
            Stance::Denies,
        ),
        // What cannot be is put as a question that is none.
        (
            "mana ada petugas TPS Sukamaju bakar surat suara warga",
            Stance::Denies,
        ),
        (
            "Entah di mana ada petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asserts,
        ),
        (
            "Ketua: tidak pernah bilang petugas TPS Sukamaju membakar surat suara warga",
            Stance::Denies,
        ),
    ] {
        assert_eq!(stance(claim, text), expected, "{text}");
    }
}

#[test]
fn a_negation_of_the_claim_is_its_own() {
    let claim = "Pemilih Sukamaju tidak boleh mencoblos tanpa surat undangan";
    for (text, expected) in [
        (
            "pemilih sukamaju gak boleh nyoblos tanpa surat undangan",
            Stance::Asserts,
        ),
        (
            "Pemilih Sukamaju boleh mencoblos dengan surat undangan",
            Stance::Denies,
        ),
        (
            "Hoaks: pemilih Sukamaju tidak boleh mencoblos tanpa surat undangan",
            Stance::Denies,
        ),
    ] {
        assert_eq!(stance(claim, text), expected, "{text}");
    }
    let claim = "Wira Laksana tidak bisa maju di pilkada Sukamaju";
    for text in [
        "Wira Laksana tidak dapat maju di pilkada Sukamaju",
        "wira laksana ga boleh maju di pilkada sukamaju",
    ] {
        assert_eq!(stance(claim, text), Stance::Asserts, "{text}");
    }
    // Its own word of refutation.
    let claim = "Surat suara palsu beredar di TPS Sukamaju";
    assert_eq!(
        stance(claim, "awas surat suara palsu beredar di tps sukamaju"),
        Stance::Asserts
    );
}

#[test]
fn a_question_leaves_it_open() {
    let claim = "Petugas TPS Sukamaju membakar surat suara warga";
    for (text, expected) in [
        (
            "Apa benar petugas TPS Sukamaju membakar surat suara warga?",
            Stance::Asks,
        ),
        (
            "petugas tps sukamaju membakar surat suara warga?",
            Stance::Asks,
        ),
        (
            "Kalau petugas TPS Sukamaju membakar surat suara warga, siapa yang dihukum?",
            Stance::Asks,
        ),
        // Hung on, as people do who pass a message on.
        (
            "petugas tps sukamaju membakar surat suara warga, bener gak sih?",
            Stance::Asks,
        ),
        (
            "Petugas TPS Sukamaju membakar surat suara warga!! Ini benar atau tidak ya?",
            Stance::Asks,
        ),
        (
            "Petugas TPS Sukamaju membakar surat suara warga.\nApa benar?",
            Stance::Asks,
        ),
        (
            "petugas TPS Sukamaju membakar surat suara warga, bener gak @KPU_RI?",
            Stance::Asks,
        ),
        (
            "petugas TPS Sukamaju membakar surat suara warga bener ga sih?? #KawalSuara",
            Stance::Asks,
        ),
        (
            "Petugas TPS Sukamaju membakar surat suara warga @KPU_RI http://contoh.example/?a",
            Stance::Asserts,
        ),
        // Whether it is a hoax is a question, too.
        (
            "Petugas TPS Sukamaju membakar surat suara warga, hoax atau fakta?",
            Stance::Asks,
        ),
        (
            "petugas tps sukamaju bakar surat suara warga ini hoaks bukan ya?",
            Stance::Asks,
        ),
        (
            "Petugas TPS Sukamaju membakar surat suara warga? Itu hoaks.",
            Stance::Denies,
        ),
        (
            "Petugas TPS Sukamaju membakar surat suara warga, itu hoaks! Percaya?",
            Stance::Denies,
        ),
        // In front, and without its mark.
        (
            "Min, ini bener ga? Petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asks,
        ),
        (
            "Hoax atau fakta? Petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asks,
        ),
        (
            "Mau tahu fakta? Petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asserts,
        ),
        (
            "Benarkah petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asks,
        ),
        (
            "apa bener petugas TPS Sukamaju membakar surat suara warga",
            Stance::Asks,
        ),
        (
            "CEK FAKTA: Benarkah Petugas TPS Sukamaju Membakar Surat Suara Warga",
            Stance::Asks,
        ),
        (
            "Petugas TPS Sukamaju membakar surat suara warga, benarkah",
            Stance::Asks,
        ),
        (
            "Petugas TPS Sukamaju membakar surat suara warga. Bener kan?!",
            Stance::Asserts,
        ),
        (
            "Petugas TPS Sukamaju membakar surat suara warga. Benar tidak punya malu?",
            Stance::Asserts,
        ),
        (
            "Petugas TPS Sukamaju membakar surat suara warga, msh mau diam aja?",
            Stance::Asserts,
        ),
        (
            "Petugas TPS Sukamaju membakar surat suara warga?!",
            Stance::Asserts,
        ),
        (
            "Petugas TPS Sukamaju membakar surat suara warga http://contoh.example/?a=1",
            Stance::Asserts,
        ),
    ] {
        assert_eq!(stance(claim, text), expected, "{text}");
    }
}

#[test]
fn words_of_denial_about_something_else_deny_nothing() {
    for post in [
        "KPU membantah, tapi saksi melihat sendiri {}",
        "Dikira hoaks, ternyata {}",
        "Katanya hoaks, padahal {}",
        "Tidak perlu bukti lagi, {}",
        "{}. Belum pernah terjadi sebelumnya!",
        "Hal yang tidak pernah terjadi sebelumnya: {}",
        "Salah satu buktinya: {}",
        "{}. Salah siapa?",
        "Ini salah! {}",
        "Pemerintah bohong! {}",
        "Hampir tidak percaya kalau {}",
        "Stop diam, {}",
        "Sebarkan berita ini: {}",
        "Jangan sebar info ini ke pengawas: {}",
        "Tak terbantahkan: {}",
        "Real bukan fake, {}",
        "Tolong usut tuntas! {}",
        "Coba cek rekening kalian. {}",
    ] {
        assert_eq!(stances(post), [Stance::Asserts; 2], "{post}");
    }
}

#[test]
fn a_desk_is_asked_in_many_words() {
    for post in [
        // Without a mark.
        "bener ga sih {}",
        "bener nggak {}",
        "bener gak kalau {}",
        "apa iya {}",
        "masa sih {}",
        "Apakah ini benar: {}",
        "{} betul nggak pak",
        "Ini hoaks bukan sih, {}",
        "{} itu fakta atau hoaks ya",
        "Fakta atau Hoaks: {}",
        // Pleas to check it.
        "tolong dicek: {}",
        "Tolong cek fakta {}",
        "{} - mohon dicek kebenarannya",
        "mohon info kebenaran berita {}",
        "Mohon klarifikasi KPU, {}",
        "Minta konfirmasi {}",
        "Cek fakta dong kak, {}",
        "Saya mau tanya {}",
        "Ada yang tahu kebenaran info ini? {}",
        "{}, ada yang tahu ini benar?",
        // Conditions.
        "Seandainya {}, apa sanksinya?",
        "Bila {}, harus lapor ke mana?",
        // The commission comes again behind the question.
        "Benarkah {}? Begini penjelasan KPU Cibaru dan petugas TPS Sukamaju",
        "{}, betul nggak pak?",
        // So do words of grammar.
        "{}? Simak di situs ini",
        "Banyak yang bertanya apakah {}. Begini jawabannya di sini.",
    ] {
        assert_eq!(stances(post), [Stance::Asks; 2], "{post}");
    }
    for post in [
        // They take it for granted.
        "Kenapa {}?",
        "Mengapa {}?",
        "Kok bisa {}?",
        "Sampai kapan {}?",
        "Kenapa polisi diam saat {}?",
        // Of something else.
        "{}. Ada yang tahu siapa pelakunya?",
        "Tau ga sih, {}",
    ] {
        assert_eq!(stances(post), [Stance::Asserts; 2], "{post}");
    }
    // A plea that is the claim's own.
    let claim = "Gubernur Cibaru minta KPK periksa ketua KPU Sukamaju";
    assert_eq!(stance(claim, claim), Stance::Asserts);
}

#[test]
fn a_condition_asserts_nothing_and_how_come_asks_nothing() {
    for post in [
        "Kalau {}, kita harus bagaimana",
        "Jika benar {}, harus ada sanksi",
        "Kalau memang {}, tunjukkan buktinya",
        "apakah {}",
    ] {
        assert_eq!(stances(post), [Stance::Asks; 2], "{post}");
    }
    for post in ["Kalau berani sebarkan: {}", "Saya dengar kalau {}"] {
        assert_eq!(stances(post), [Stance::Asserts; 2], "{post}");
    }
    let claim = "Lurah Cibaru membagikan beras jatah korban banjir";
    let post = "Lurah Cibaru kok tega membagikan beras jatah korban banjir??";
    assert_eq!(stance(claim, post), Stance::Asserts);
}

#[test]
fn the_claim_ends_with_its_last_word_also_if_that_is_of_grammar() {
    let claim = "Kotak suara TPS Sukamaju dibuka petugas dari dalam";
    for (post, expected) in [
        ("{} beneran?", Stance::Asks),
        ("{} itu penipuan", Stance::Denies),
        ("{} bukan bohong", Stance::Asserts),
    ] {
        assert_eq!(
            stance(claim, &post.replace("{}", claim)),
            expected,
            "{post}"
        );
    }
}

/// What only looks like a denial, and what only looks like none.
#[test]
fn the_words_at_a_claim_decide_and_not_their_likes_elsewhere() {
    use Stance::{Asks, Asserts, Denies};
    let claim = "Petugas KPPS Sukamaju membuka kotak suara sebelum penghitungan";
    for (post, expected) in [
        ("{} bukan buatan AI", Asserts),
        ("{}, ini bukan buatan AI", Asserts),
        ("{} dengan aplikasi buatan AI", Asserts),
        ("{} itu buatan AI", Denies),
        ("{} ternyata buatan AI", Denies),
        ("Kabar {} faktanya benar adanya!!", Asserts),
        ("Video {}, faktanya pengawas diam saja", Asserts),
        ("Info {}. Faktanya semua saksi melihat!", Asserts),
        ("Saya kecewa karena video {} salah", Asserts),
        ("KPU menyebut hoaks, tapi warga telanjur percaya {}", Denies),
        ("Dibilang hoaks, padahal {}", Asserts),
        ("{} itu video lama?", Asks),
        ("{} hanya video lama?", Asks),
        ("{} buatan AI?", Asks),
        ("{} itu video lama", Denies),
    ] {
        let post = post.replace("{}", claim);
        assert_eq!(stance(claim, &post), expected, "{post}");
    }
    let threat = "Jika golput, KTP warga Sukamaju akan diblokir petugas";
    let told = threat.replace("Jika", "Kalau");
    assert_eq!(stance(threat, &told), Asserts);
    let itu = "Kotak suara itu dibuka petugas Sukamaju sebelum penghitungan";
    assert_eq!(stance(itu, &format!("{itu} itu bohong")), Denies);
    let still = "KPU Sukamaju mencuri suara rakyat lewat server rahasia";
    let never = still.replace("mencuri", "tidak pernah berhenti mencuri");
    assert_eq!(stance(still, &never), Asserts);
}

#[test]
fn a_negation_counts_where_the_claim_is_told() {
    let claim = "Petugas Sukamaju membakar surat suara, warga tidak melapor";
    for (post, expected) in [
        // The claim's own, in another sentence.
        (
            "Petugas Sukamaju membakar surat suara. Warga tidak melapor!",
            Stance::Asserts,
        ),
        (
            "Petugas Sukamaju membakar surat suara, warga melapor",
            Stance::Denies,
        ),
    ] {
        assert_eq!(stance(claim, post), expected, "{post}");
    }
    let claim = "Server KPU Sukamaju diretas dari luar negeri";
    for (post, expected) in [
        (
            "Bukan KPU yang jujur ini! Server KPU Sukamaju diretas dari luar negeri",
            Stance::Asserts,
        ),
        (
            "Server KPU Sukamaju ga bs diretas dari luar negeri",
            Stance::Denies,
        ),
        (
            "Server KPU Sukamaju diretas dari luar negeri. Tidak pernah ada server yang diretas",
            Stance::Denies,
        ),
    ] {
        assert_eq!(stance(claim, post), expected, "{post}");
    }
}
