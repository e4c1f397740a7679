//! Names in disguise: slips, digits for letters, initials, clitics.

mod same;

use hoaks::features::NameClass;

use same::{assert_same, vectorizer};

/// Nearly every word of four letters is near a name, so a slip of one is a name
/// beside a name only; a key that was hit twice is no other word.
#[test]
fn slips_in_names_of_four_letters_are_names_beside_one() {
    assert_same(&[
        "dukung Jokowi dulu",
        "dukung Soti Nurbaya dulu",
        "dukung Prabowo Anaz dulu",
        "dukung Bowoo dulu",
        "dukung Aceeh dulu",
        // Parts of names, too.
        "dukung Kalimantan Tengaah dulu",
        "dukung Koalisi Makmr Anies dulu",
    ]);
    for word in ["soti", "tengaah", "bnpb", "kadin", "asean"] {
        assert_eq!(vectorizer().names(word), [], "{word}");
    }
    assert_same(&["kata Jokowi kjri tutup", "kata Prabowo kjri tutup"]);
    assert_eq!(vectorizer().names("Jokowi urut, Jokowi kalo").len(), 2);
}

/// What only a dictionary or a list of names has is no word that people use.
#[test]
fn rare_words_may_be_slips_of_names() {
    assert_same(&[
        "dukung Jokowi dulu",
        "dukung Krawang dulu",
        "dukung Habibi dulu",
        "dukung Petrus Kamasi dulu",
    ]);
    for word in ["karton", "perahu", "dekati", "binaan", "majalah"] {
        assert_eq!(vectorizer().names(word), [], "{word}");
    }
}

#[test]
fn what_ends_as_with_a_clitic_may_be_a_word() {
    assert_eq!(vectorizer().names("risalah rapat"), []);
    assert_same(&["kata Risakah nanti", "kata Jokowi nanti"]);
    // Where only that name fits it is one.
    assert_same(&["kata Jack Malah nanti", "kata Jokowilah nanti"]);
}

#[test]
fn digits_and_signs_at_any_place_of_a_name_hide_nothing() {
    assert_same(&[
        "dukung Jokowi dulu",
        "dukung P471 dulu",
        "dukung 70mohon dulu",
        "dukung L40$ dulu",
        "dukung Mak@55ar dulu",
        "dukung H@8i8 4bo3 dulu",
        "dukung 9e0r6e 50r05 dulu",
        "dukung Kual@ Lumpur dulu",
        "dukung 8@m84ng P@cul dulu",
        "dukung 4n1e5nya dulu",
    ]);
    // A number behind a name is one, and so are codes and what people count.
    assert_same(&["kata Gus Dur1 nanti", "kata Gus Dur nanti"]);
    for text in ["5 orang", "G20", "KM50", "S1", "4 jam", "1kg", "Rp5"] {
        assert_eq!(vectorizer().names(text), [], "{text}");
    }
    let names = vectorizer().names("kata L40$, nanti");
    assert_eq!(names, [(5..9, NameClass::Place)]);
}

#[test]
fn initials_are_part_of_a_name_that_follows() {
    assert_same(&[
        "kata P.Jokowi nanti",
        "kata P.B.J. Habibie nanti",
        "kata Q.W. Jokowi nanti",
        "kata P'B.J. Habibie nanti",
        "kata Sultan HB X nanti",
        "kata Sultan HB X\u{200B} nanti",
    ]);
    assert_same(&["kata Sultan HB X.S nanti", "kata Jokowi S nanti"]);
    assert_same(&["kata Sultan HB X M N nanti", "kata Jokowi M N nanti"]);
    assert_eq!(vectorizer().names("Q.W. nanti"), []);
}

#[test]
fn a_clitic_behind_a_number_is_not_read() {
    assert_same(&[
        "warga PIK 2ku ramai",
        "warga PIK 2 ramai",
        "warga Aceh ramai",
    ]);
    assert_same(&["alumni 212PUN ikut", "alumni 212 ikut"]);
}

/// A number behind a name is none of its letters, though `jad1` may be *jadi*.
#[test]
fn a_number_behind_a_name_is_no_part_of_it() {
    assert_same(&[
        "kata Prabowo1 nanti",
        "kata PKB1 nanti",
        "kata JAD1 nanti",
        "kata KMP1 nanti",
    ]);
    assert_same(&[
        "kata Sultan HB X.Y.Z. Prabowo nanti",
        "kata Jokowi Y.Z. Prabowo nanti",
    ]);
}

/// Not the name as a word and the rest as others.
#[test]
fn a_tag_with_a_slip_of_a_name_is_masked_whole() {
    assert_eq!(vectorizer().names("Zahara hadir").len(), 1);
    assert_same(&["hadir #TolakJokowi yuk", "hadir #TolakZahara yuk"]);
}
