//! Which posts that repeat a claim deny it.

mod stances;

use hoaks::claims::Stance;
use stances::{stance, stances};

#[test]
fn a_desk_meets_denials_in_many_words() {
    for post in [
        // Nothing speaks for it.
        "Tidak ada bukti {}",
        "Bawaslu: tidak ditemukan bukti {}",
        "Tuduhan {} tidak berdasar",
        "Itu video lama, {} tidak pernah terjadi",
        "ga ada tuh {}",
        "Tidak ditemukan adanya {}",
        "nggak mungkin lah {}",
        "mustahil {}",
        // It is a lie, or said to be one.
        "Isu {} cuma ngarang",
        "Klaim bahwa {} adalah salah",
        "{} itu bohong",
        "Berita {} itu bohong semua",
        "Bohong kalau {}",
        "Cek fakta: {}, faktanya salah",
        "{}? bohong itu, saya saksinya",
        "{}? Cek faktanya: salah",
        "Benarkah {}? Tidak.",
        "Ketua KPU menampik kabar {}",
        "KPU sanggah isu {}",
        "Ketua KPU luruskan isu {}",
        "Klaim {} terbantahkan",
        "Video {} hasil deepfake",
        "{} adalah konten yang dimanipulasi",
        "Klaim {} masuk kategori konteks yang salah",
        // Warnings.
        "Stop sebar kabar {}",
        "Setop sebarkan narasi {}",
        "jgn ketipu sama kabar {}",
        "Mohon tidak menyebarkan kabar {}",
        "Jangan teruskan pesan {}",
        "Warga diminta tidak percaya kabar {}",
        "KPU minta warga abaikan pesan {}",
        "{}, itu dipastikan hoaks atau penipuan",
        // In other languages that are mixed in.
        "ora bener {}",
        "FAKE NEWS: {}",
        "It's not true that {}",
        // It goes on being believed.
        "Sudah dibantah KPU, tapi masih ada yang percaya {}",
    ] {
        assert_eq!(stances(post), [Stance::Denies; 2], "{post}");
    }
}

/// Fact-checkers label such claims as fraud, and desks warn of it.
#[test]
fn a_warning_of_fraud_denies_what_is_promised() {
    for (post, expected) in [
        ("[PENIPUAN] {}", Stance::Denies),
        ("Awas penipuan! {}", Stance::Denies),
        ("Hati-hati penipuan, {}", Stance::Denies),
        ("{} itu penipuan", Stance::Denies),
        ("SCAM ALERT: {}", Stance::Denies),
        ("{}, penipuan bukan ya?", Stance::Asks),
        ("{}, ini penipuan atau beneran?", Stance::Asks),
        ("{}. Ini asli bukan penipuan!", Stance::Asserts),
        ("KPU tukang tipu, penipuan besar! {}", Stance::Asserts),
        // What the fraud itself asks for.
        ("{}, mohon konfirmasi data diri ke admin", Stance::Asserts),
        ("{}, tolong klik tautan dan cek nama anda", Stance::Asserts),
    ] {
        assert_eq!(stances(post), [expected; 2], "{post}");
    }
}

#[test]
fn a_correction_behind_the_claim_denies_it() {
    for post in [
        "Suara dalam rekaman {} buatan AI",
        "{}, ternyata dibuat memakai AI",
        "{} hanyalah video lama",
        "Foto {} merupakan foto lama",
        "Kabar {} bohong!",
        "Berita {} bohong belaka",
        "{} itu tidak pernah terjadi",
        "Beredar narasi {}, faktanya tidak demikian",
        "Klaim {}. Faktanya, gambar itu dari negara tetangga",
    ] {
        assert_eq!(stances(post), [Stance::Denies; 2], "{post}");
    }
    for post in [
        "{}, faktanya pengawas tinggal diam",
        "Faktanya {}",
        "Bukan buatan AI: {}",
        "Video lama diputar terus, padahal kini {}",
        "Buzzer menyebut ini hoaks, padahal {}",
        "Sempat dicap fitnah, ternyata {}",
        "{} dan hal itu belum pernah terjadi di daerah lain",
    ] {
        assert_eq!(stances(post), [Stance::Asserts; 2], "{post}");
    }
    assert_eq!(stances("Kabar {} itu bohong?"), [Stance::Asks; 2]);
}

#[test]
fn what_somebody_never_did_is_denied_whatever_the_verb() {
    let claim = "Lembaga Suara Cibaru merilis survei kemenangan Wira Laksana";
    for (post, expected) in [
        (
            "Lembaga Suara Cibaru tidak pernah menyusun survei kemenangan Wira Laksana",
            Stance::Denies,
        ),
        (
            "Tak pernah terbayang, Lembaga Suara Cibaru merilis survei kemenangan Wira Laksana",
            Stance::Asserts,
        ),
    ] {
        assert_eq!(stance(claim, post), expected, "{post}");
    }
}

#[test]
fn a_verdict_on_the_claim_denies_it_and_on_something_else_does_not() {
    for post in [
        "Klaim {} tidak didukung bukti",
        "Kami pastikan kabar {} tidak sesuai fakta",
        "Narasi {} tidak akurat",
        "Panitia: isu {} tidak masuk akal",
        "Kabar {} tidak ada dasarnya",
        "Tuduhan {} tanpa bukti",
        "Info {} dipelintir, aslinya cuma latihan",
        "Unggahan yang menyebut {} terbukti salah",
        "Tidak ada fakta yang mendukung klaim {}",
        "Info {} itu ngaco",
        "{} itu cuma karangan",
        "{} cuma isapan jempol",
        "Isu {} hanyalah rumor",
        "{}, ternyata bohong",
        "Beredar kabar {}. Kabar itu bohong, jangan disebar",
        "gak ada ceritanya {}",
        "gausah percaya isu {}",
        "{}? Enggak kok, saya petugas di sana",
    ] {
        assert_eq!(stances(post), [Stance::Denies; 2], "{post}");
    }
    for post in [
        "{} dan semua tanpa bukti setor",
        "{} dan itu tidak masuk akal sehat siapa pun",
        "Kasihan, kabar gembira ternyata bohong. {}",
        "{}. Terbukti salah siapa?",
        "{}, benar-benar dipelintir hukum kita",
    ] {
        assert_eq!(stances(post), [Stance::Asserts; 2], "{post}");
    }
}

/// Who passes a lie on knows what will be said against it.
#[test]
fn a_denial_that_is_mocked_supposed_or_asked_for_denies_nothing() {
    for post in [
        "Dibilang hoaks. {}",
        "Mereka bilang ini fitnah, tapi kenyataannya {}",
        "KPU bantah, tapi saksi melihat {}",
        "{}. Hoaks dari mana coba",
        "{}. Hoaks apanya?",
        "{}. Kalau ini fitnah saya siap dipenjara",
        "Klarifikasi dulu kalau tidak percaya, {}",
        "Mana klarifikasi KPU? {}",
        "Tidak ada petugas dan ketua yang berani bicara! {}",
        "Sudah terbukti {}, kok polisi diam?",
        "Gimana nggak petugas dan ketua diam, {}",
    ] {
        assert_eq!(stances(post), [Stance::Asserts; 2], "{post}");
    }
    // Others say so.
    for post in ["Disebut hoaks. {}", "Polisi menyebut ini hoaks: {}"] {
        assert_eq!(stances(post), [Stance::Denies; 2], "{post}");
    }
    assert_eq!(
        stances("Jika terbukti {}, pelakunya dipidana"),
        [Stance::Asks; 2]
    );
    assert_eq!(stances("Mohon verifikasi info {}"), [Stance::Asks; 2]);
}

/// What else is bad, in front of a lie.
#[test]
fn a_quality_of_something_else_denies_nothing() {
    for post in [
        "Data mereka tidak benar! {}",
        "Pemilu penuh rekayasa! {}",
        "Uang palsu juga beredar di pasar. {}",
        "Semua hasil editan mesin hitung, {}",
    ] {
        assert_eq!(stances(post), [Stance::Asserts; 2], "{post}");
    }
    for post in [
        "Palsu! {}",
        "Rekayasa. {}",
        "Tidak benar! {}",
        "Info ini tidak benar! {}",
        "Beredar kabar yang menyesatkan. {}",
        "Ini rekayasa orang iseng: {}",
        "Menurut polisi tidak benar, {}",
        "{}. Narasi itu menyesatkan",
        "Polisi sudah membantah. {}",
    ] {
        assert_eq!(stances(post), [Stance::Denies; 2], "{post}");
    }
}

/// What a scandal lacks is no verdict on the claim, nor is one that did not last.
#[test]
fn a_verdict_that_goes_on_or_is_rejected_denies_nothing() {
    for post in [
        // Of what is done.
        "Info: {} tanpa dasar hukum!",
        "Berita: {} tidak sesuai data C1",
        "Video {} tanpa bukti serah terima, gila",
        "Info {} tanpa bukti otopsi",
        "Berita {} tanpa dasar, usut tuntas!",
        "Kabar {} tidak ada bukti resmi karena ditutupi",
        "Kabar {} tidak masuk akal sehat tapi nyata",
        // It held only once, or for others.
        "Dulu {} cuma rumor, sekarang terbukti",
        "Katanya {} cuma gosip, ternyata terbukti",
        "Kata KPU klaim {} tidak didukung bukti, tapi saksi melihat sendiri",
        "Mereka bilang kabar {} tidak akurat, padahal videonya ada",
        "Jangan bilang kabar {} tanpa bukti",
        "Jangan sebut kabar {} bohong",
        // Who wants an explanation takes it for granted.
        "Kami minta penjelasan! {}",
        "Kami mohon penjelasan! {}",
    ] {
        assert_eq!(stances(post), [Stance::Asserts; 2], "{post}");
    }
    for post in [
        "Kabar {} tanpa dasar! Jangan disebar",
        "Klaim {} tanpa bukti, kata KPU",
        "Kabar {} itu bohong, tapi masih banyak yang percaya",
        "Polisi menyebut kabar {} tidak akurat",
        "Berita {} ngarang, sekarang sudah dihapus",
        "Narasi {} salah, namun sudah telanjur viral",
    ] {
        assert_eq!(stances(post), [Stance::Denies; 2], "{post}");
    }
}

/// Who found it out, and what people pass on, is of the claim.
#[test]
fn a_quality_of_what_is_passed_on_denies_the_claim() {
    for post in [
        "Ternyata tidak benar. {}",
        "Kemarin heboh, ternyata tidak benar. {}",
        "Saya sudah tanya petugas dan ternyata tidak benar! {}",
        "Setelah dicek ternyata keliru. {}",
        "Yang viral kemarin ternyata rekayasa. {}",
        "Polisi sebut palsu. {}",
        "Menurut Bawaslu rekayasa. {}",
        "Tolong berhenti menyebar konten palsu! {}",
        "Hati-hati gambar palsu! {}",
        "Gambar palsu. Isinya {}",
        "Foto editan yang beredar: {}",
        "Unggahan palsu di Facebook: {}",
        "Screenshot palsu dari akun anonim: {}",
        "Jangan ikut menyebar fitnah murahan: {}",
        "Sudah dicek panwas, tidak benar. {}",
        "Surat edaran palsu. Tertulis {}",
        "Tidak betul, sudah saya cek. {}",
        "Hasil penelusuran: keliru. {}",
    ] {
        assert_eq!(stances(post), [Stance::Denies; 2], "{post}");
    }
    for post in [
        // What comes out behind it is the lie.
        "Pemilu penuh rekayasa! Ternyata {}",
        "KPU menyebar fitnah terus! {}",
        "Konten televisi menyesatkan rakyat! {}",
    ] {
        assert_eq!(stances(post), [Stance::Asserts; 2], "{post}");
    }
}

#[test]
fn what_people_go_on_with_stays_denied() {
    for post in [
        "Kabar ini sudah dicap hoaks. {}",
        "Sudah dicap hoaks. {}",
        "Info berikut dituduh hoaks. {}",
        "KPU bantah, tapi orang tetap saja menyebarkan {}",
        "KPU bantah tapi warga kadung percaya {}",
        "KPU membantah, namun warganet tetap membagikan {}",
        "Hoaks dari mana lagi ini, {}",
    ] {
        assert_eq!(stances(post), [Stance::Denies; 2], "{post}");
    }
    for post in [
        // It went on, not the talk of it.
        "KPU bantah, tapi tetap saja {}",
        "KPU bantah, tapi saya tetap percaya {}",
        "Panwas membantah, tapi aku masih percaya {}",
    ] {
        assert_eq!(stances(post), [Stance::Asserts; 2], "{post}");
    }
}
