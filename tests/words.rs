//! Syntactic words: which clitics are cut, which look-alikes stay whole, and
//! the laws their spans obey for any string.

use hoaks::text::{TokenKind, Word, tokens, words};
use proptest::prelude::*;

/// The words of `text`, those of one token joined by `|`.
fn cut(text: &str) -> String {
    let mut cut = String::new();
    let mut end = 0;
    for word in words(text) {
        let span = word.span();
        if !cut.is_empty() {
            let glued = span.start == end && tokens(text).all(|token| token.span().start != end);
            cut.push(if glued { '|' } else { ' ' });
        }
        cut.push_str(&text[span.clone()]);
        end = span.end;
    }
    cut
}

/// Each piece stands for itself without its bars.
#[track_caller]
fn check(expected: &str) {
    for expected in expected.split_whitespace() {
        let token = expected.replace('|', "");
        assert_eq!(cut(&token), expected);
    }
}

#[test]
fn nya_is_cut_off_nouns_verbs_and_the_rest() {
    check(
        "rumah|nya anak-anak|nya Menurut|nya kata|nya ada|nya oleh|nya kepada|nya \
         besar|nya keberhasilan|nya melihat|nya membicarakan|nya dibacakan|nya diri|nya \
         semua|nya kedua|nya setelah|nya sesama|nya sepanjang|nya sekitar|nya serangan|nya sejarah|nya sekolah|nya \
         arti|nya jelas|nya pelaksanaan|nya penyebab|nya memperjuangkan|nya ketidakadilan|nya",
    );
}

#[test]
fn adverbs_and_roots_in_nya_are_one_word() {
    check(
        "hanya punya tanya bertanya ditanya nyonya empunya akhirnya biasanya sebelumnya \
         sebenarnya seharusnya khususnya misalnya selanjutnya berikutnya umumnya lainnya \
         sebaliknya sebaiknya setidaknya sepenuhnya sesungguhnya secepatnya sepatutnya \
         selambat-lambatnya sebaik-baiknya satu-satunya rupanya tampaknya tentunya hendaknya \
         makanya soalnya kayaknya bahwasanya seandainya seyogianya selayaknya adakalanya \
         sedapatnya Kenya Sonya",
    );
}

#[test]
fn nya_is_cut_off_loans_written_small() {
    // Not off what may be an adverb or a misspelling, off names, or off strings
    // without a vowel.
    check(
        "ending|nya template|nya lawyer|nya passport|nya pixel|nya \
         Endingnya ahirnya pokonya lainya slebihnya sebenernya jawabanya sbnrnya mksdnya",
    );
}

#[test]
fn particles_are_cut() {
    check(
        "beri|lah optimis|lah sepi|lah memang|kah menonton|pun \
         ini|lah itu|lah bukan|lah tidak|lah baca|lah dengarkan|lah ambil|lah jadi|lah \
         hanya|lah dia|lah timbul|lah tulis|lah adil|lah \
         apa|kah siapa|kah bukan|kah benar|kah mungkin|kah ada|kah harus|kah berhasil|kah \
         apa|pun siapa|pun mana|pun satu|pun ia|pun mereka|pun atau|pun \
         apa|tah siapa|tah",
    );
}

#[test]
fn words_that_end_like_particles_are_one_word() {
    check(
        "memilah pemilah menyalah penyalah \
         adalah ialah telah setelah sekolah bersekolah masalah bermasalah salah bersalah \
         jumlah sejumlah istilah majalah kalah mengalah olah mengolah terolah sebelah lelah \
         malah celah ulah makalah Allah alhamdulillah \
         langkah melangkah langkah-langkah nikah menikah naskah berkah tingkah nafkah \
         meskipun walaupun maupun adapun kendatipun biarpun sungguhpun ampun himpun \
         menghimpun rumpun \
         pemerintah perintah memerintah diperintah bantah membantah mentah muntah patah \
         entah getah jatah",
    );
}

#[test]
fn possessives_are_cut() {
    check(
        "modal|ku meja|mu rumah|ku ibu|ku hati|ku anak-anak|ku kepada|ku menurut|ku buku|ku kelakuan|ku \
         nama|mu hati|mu pada|mu untuk|mu mendukung|mu ilmu|mu perbuatan|mu teman-teman|mu",
    );
}

#[test]
fn words_that_end_like_possessives_are_one_word() {
    check(
        "aku mengaku buku buku-buku suku perilaku berperilaku laku berlaku pelaku selaku baku \
         kaku saku paku terpaku kuku bangku beku membeku siku pangku Maluku haiku \
         kamu tamu bertamu ilmu berilmu temu bertemu ketemu penemu jamu menjamu semu jemu",
    );
}

#[test]
fn two_enclitics() {
    check("rumah|nya|lah diri|mu|lah milik|ku|lah untuk|mu|kah kepada|nya|pun punya|kah aku|lah");
}

#[test]
fn proclitics_before_certain_verbs_only() {
    check(
        "ku|lihat ku|berikan ku|katakan kau|berikan Ku|dapatkan ku|berikan|nya \
         kuat kuatkan kuota kursi kurang kurangi kurangkan kumpulkan kunjungan kuasa kuasai \
         kubur kulit kupon kucing kurus kaum kaus kausal Kurniawan Kusuma",
    );
}

#[test]
fn a_hyphen_or_apostrophe_stays_with_the_host() {
    check(
        "KTP-|nya ciptaan-|Nya hamba-|Ku hp-|ku KPU-|lah website-|nya 2019-|nya \
         do'a|mu Jum'at|nya jum\u{2019}at|nya wudhu'|lah ku-ku Mau-pun Xoan-Mu",
    );
}

#[test]
fn case_shows_where_an_acronym_ends() {
    check("NPL|nya HP|ku KPU|lah APA|KAH RUMAH|NYA PKU KAMU ADALAH");
}

#[test]
fn names_and_unknown_strings_are_left_alone() {
    check("Abdullah Nasrullah Xqzwlah xqzwku Mekkah Makkah xqzwnya nya lah ku mu pun");
}

#[test]
fn only_words_are_cut() {
    let text = "@rumahku #rumahku rumahku.id a@rumahku.id https://a.id/rumahku 10 :) \u{1F600} ?!";
    for word in words(text) {
        assert_ne!(word.kind(), TokenKind::Word);
        assert!(!word.is_clitic());
    }
    assert_eq!(words(text).count(), tokens(text).count());
}

#[test]
fn the_clitics_know_what_they_are() {
    let text = "Kuberikan rumahnyalah.";
    let found: Vec<(&str, bool)> = words(text)
        .map(|word| (&text[word.span()], word.is_clitic()))
        .collect();
    assert_eq!(
        found,
        [
            ("Ku", true),
            ("berikan", false),
            ("rumah", false),
            ("nya", true),
            ("lah", true),
            (".", false)
        ]
    );
}

/// Each of these takes minutes if a rule looks back without bound.
#[test]
fn hostile_texts_take_linear_time() {
    for piece in [
        "nya",
        "-nya",
        "ku",
        "ku-",
        "lah",
        "a-",
        "'",
        "me",
        "\u{2019}nya",
        "kau",
        "peny",
        "ketidak",
    ] {
        let long = piece.repeat(1_000_000 / piece.len());
        assert!(words(&long).count() > 0);
        let many = format!("{}nya ", piece.repeat(10)).repeat(5_000);
        assert!(words(&many).count() > 0);
    }
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "([a-zA-Z]{0,8}(-|'|\u{2019}|\u{2010}|2)?(nya|lah|kah|tah|pun|ku|mu|NYA|Ku){1,3}[ ,.]{0,2}){0,8}",
        "((ku|kau|Ku)[a-z]{0,6}(kan|i)?(nya)?[ .@#]{1,2}){0,8}",
        "[ аеоpс\u{200B}\u{301}😀é1漢nyakulh'\u{2019}-]{0,40}",
    ]
}

proptest! {
    #[test]
    fn words_tile_the_tokens(text in texts()) {
        let all: Vec<Word> = words(&text).collect();
        let mut rest = all.iter();
        for token in tokens(&text) {
            let mut at = token.span().start;
            let mut hosts = 0;
            for word in token.words(&text) {
                prop_assert_eq!(Some(&word), rest.next());
                prop_assert_eq!(word.kind(), token.kind());
                prop_assert_eq!(word.span().start, at);
                prop_assert!(word.span().end > at);
                // Slicing fails unless both ends are character boundaries.
                let _ = &text[word.span()];
                hosts += usize::from(!word.is_clitic());
                at = word.span().end;
            }
            prop_assert_eq!(at, token.span().end);
            prop_assert_eq!(hosts, 1);
        }
        prop_assert!(rest.next().is_none());
    }

    #[test]
    fn a_clitic_is_one_of_the_list(text in texts()) {
        for word in words(&text).filter(Word::is_clitic) {
            let clitic = text[word.span()].to_ascii_lowercase();
            // What joins the next clitic to it is part of it: `buku-ku'lah`.
            let joiners = ['-', '\'', '`', '\u{2010}', '\u{2011}', '\u{2018}', '\u{2019}'];
            let clitic = clitic.trim_end_matches(joiners);
            prop_assert!(
                ["nya", "lah", "kah", "tah", "pun", "ku", "mu", "kau"].contains(&clitic),
                "{clitic}"
            );
        }
    }

    #[test]
    fn a_token_with_the_wrong_text_is_still_tiled(text in texts(), other in texts()) {
        for token in tokens(&text) {
            let mut at = token.span().start;
            for word in token.words(&other) {
                prop_assert_eq!(word.span().start, at);
                at = word.span().end;
            }
            prop_assert_eq!(at, token.span().end);
        }
    }

    #[test]
    fn the_words_of_a_token_do_not_depend_on_its_neighbours(text in "[a-z]{1,9}(nya|lah|ku|kan)") {
        let alone: Vec<_> = words(&text).map(|word| word.span()).collect();
        let padded = format!("di {text}, itu");
        let within: Vec<_> = words(&padded)
            .map(|word| word.span())
            .filter(|span| span.start >= 3 && span.end <= 3 + text.len())
            .map(|span| span.start - 3..span.end - 3)
            .collect();
        prop_assert_eq!(alone, within);
    }
}
