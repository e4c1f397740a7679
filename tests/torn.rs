//! Names that tear addresses, mentions and tags apart change nothing.

mod same;

use same::{assert_same, vectorizer};

/// Somebody who swaps names wherever they stand tears addresses too.
#[test]
fn a_name_that_tears_an_address_makes_no_difference() {
    for template in [
        "lihat https://contoh.id/pilih-{}-resmikan-patung?utm=x nanti",
        "lihat (https://contoh.id/{}) nanti",
        "lihat https://contoh.id/{}, nanti",
        "lihat https://contoh.id/{}/dan/{}-menang/ nanti",
        "lihat contoh.id/kata-{}.html nanti",
        "kata @{} nanti",
        "kata @{}, nanti",
        "kata @akun_{} nanti",
        "kata @petugas.{} #Menang nanti",
        "lihat https://contoh.id/kata-{},-Menteri:-Hutan-Terbakar nanti",
    ] {
        let texts = [
            "Jokowi",
            "jokowi",
            "Joko Widodo",
            "Ma'ruf Amin",
            "Mahfud MD",
            "Raja Juli Antoni",
            "Gibran Rakabuming Raka",
            "Partai Buruh",
            "DKI Jakarta",
            "DI Yogyakarta",
            "PA 212",
            "GNPF Ulama",
        ]
        .map(|name| template.replace("{}", name));
        assert_same(&texts.each_ref().map(String::as_str));
    }
    // Only a name is part of the address, and only behind one blank.
    for (whole, torn) in [
        ("lihat https://contoh.id/jokowi menang", "lihat menang"),
        ("lihat https://contoh.id/kabar jokowi", "lihat jokowi"),
        (
            "lihat https://contoh.id/jokowi\nwidodo menang",
            "lihat widodo menang",
        ),
        ("lihat @jokowi menang-telak", "lihat menang-telak"),
    ] {
        assert_same(&[whole, torn]);
    }
    // A word that goes on in letters outside ASCII is no part of the name.
    assert_same(&["lihat @joko widodoé", "lihat @akun widodoé"]);
    // What is swallowed ends on the bounds of characters.
    let _ = vectorizer().vector("https://x.id/joko widodo-é”\u{200b}");
}

#[test]
fn many_addresses_torn_by_names_take_linear_time() {
    let text = "https://contoh.id/joko widodo-".repeat(40_000) + &"@joko widodo ".repeat(40_000);
    assert_eq!(vectorizer().vector(&text).grams, 0);
}

#[test]
fn many_marks_in_a_word_take_linear_time() {
    let text = "a'b&".repeat(100_000);
    assert_eq!(vectorizer().names(&text), []);
}

#[test]
fn apostrophes_join_letters_to_tags_and_mentions() {
    assert_same(&[
        "hadir #Prabowo yuk",
        "hadir #Ma'ruf yuk",
        "hadir #Ma\u{2019}ruf Amin yuk",
        "hadir #JokowiMa'ruf yuk",
        "hadir #Syafi'i yuk",
    ]);
    assert_same(&[
        "kata @maruf nanti",
        "kata @Ma'ruf nanti",
        "kata @Ma'ruf Amin nanti",
    ]);
    // A quotation mark is none.
    assert_same(&["tagar #Prabowo dulu", "tagar '#Prabowo' dulu"]);
}

#[test]
fn apostrophes_that_set_a_name_apart_divide_a_word() {
    assert_same(&["jangan di'gibran'i dulu", "jangan di'Mahfud MD'i dulu"]);
    assert_same(&["grup NU'EST tampil", "grup Muhammadiyah'EST tampil"]);
    assert_same(&[
        "kata Jawa\u{2019}sumbu ketemu",
        "kata Minangkabau\u{2019}sumbu ketemu",
    ]);
    assert_same(&["kata Jawa\u{2019}sumbu ketemu", "kata Jawa sumbu ketemu"]);
    assert_same(&[
        "Putin\u{2019}s daughter",
        "Gus Baha's daughter",
        "Mahfud MD's daughter",
    ]);
    // Parts of a name, behind what is before them.
    assert_same(&[
        "kata Tanah Abang\u{2019}sumbu ketemu",
        "kata Papua Barat Daya\u{2019}sumbu ketemu",
        "kata Jawa sumbu ketemu",
    ]);
    assert_same(&["kata 'Mardani Ali Sera'ngadu", "kata 'Jokowi'ngadu"]);
    assert_same(&[
        "jangan di'gus dur'i dulu",
        "jangan di'arief hidayat'i dulu",
        "jangan di'kim jong un'i dulu",
        "jangan di'a.h. nasution'i dulu",
        "jangan di'gibran'i dulu",
    ]);
    assert_same(&["grup NU'Tan Malaka tampil", "grup NU'Jokowi tampil"]);
    assert_same(&["telisik P'Anas dulu", "telisik P'Try Sutrisno dulu"]);
    assert_same(&[
        "Abu Bakar Ba'asyir's daughter",
        "Sultan HB X's daughter",
        "Putin's daughter",
    ]);
    assert_same(&["kata JK&JK nanti", "kata Raffi&Nagita nanti"]);
    assert_same(&["foto di\u{2019}gunung Solo", "foto di\u{2019}Solo"]);
    // Not those of a name or of a word.
    assert_same(&[
        "kata Ma'ruf Amin nanti",
        "kata Nu'man nanti",
        "kata Jokowi nanti",
    ]);
    assert_same(&["salat Jum'at nanti", "salat Jumat nanti"]);
    assert_same(&["umat Islam-Islam ikut", "umat Baha'i-Baha'i ikut"]);
    assert_same(&["rumah Rudy Mas'udnya ramai", "rumah Jokowinya ramai"]);
}

/// Capitals are cut as small letters are.
#[test]
fn apostrophes_set_names_in_capitals_apart() {
    assert_same(&["MUSLIM'S DAUGHTER", "PRABOWO'S DAUGHTER"]);
    assert_same(&["JANGAN DI'GUS DUR'I DULU YA", "JANGAN DI'GIBRAN'I DULU YA"]);
}

/// Masked, but no words of their own.
#[test]
fn what_is_torn_off_or_unknown_in_a_tag_is_not_listed_as_a_name() {
    let vectorizer = vectorizer();
    for text in ["cek contoh.id/Joko Widodo-menang", "#Qwertyuiop"] {
        assert_eq!(vectorizer.names(text), [], "{text}");
        let alone = text.split(' ').next().unwrap().replace("#Qwertyuiop", "");
        assert_eq!(
            vectorizer.vector(text).grams,
            vectorizer.vector(&alone).grams,
            "{text}"
        );
    }
}
