//! What each token is, as the kinds are documented.

use hoaks::text::{TokenKind, tokens};

#[test]
fn kinds_by_hand() {
    let text = "Kata 12 contoh.id a@b.id @u #t 😀 :( ! dll. 10:30 17/04/2019 Rp";
    let kinds: Vec<TokenKind> = tokens(text).map(|token| token.kind()).collect();
    use TokenKind::{
        Abbreviation, Currency, Date, Email, Emoji, Emoticon, Hashtag, Mention, Number,
        Punctuation, Time, Url, Word,
    };
    assert_eq!(
        kinds,
        [
            Word,
            Number,
            Url,
            Email,
            Mention,
            Hashtag,
            Emoji,
            Emoticon,
            Punctuation,
            Abbreviation,
            Time,
            Date,
            Currency,
        ]
    );
    let kind = |text: &str, at: usize| tokens(text).nth(at).map(|token| token.kind());
    assert_eq!(kind("10.30 WIB", 0), Some(Time));
    assert_eq!(kind("10.30WIB", 0), Some(Time));
    assert_eq!(kind("u/ ibu", 0), Some(Abbreviation));
    assert_eq!(kind("&amp;", 0), Some(Punctuation));
    assert_eq!(kind("8kg", 0), Some(Number));
    assert_eq!(kind("pukul 10.30", 1), Some(Time));
    assert_eq!(kind("naik 10.30 poin", 1), Some(Number));
    assert_eq!(kind("25:10", 0), Some(Number));
    assert_eq!(kind("17.04.2019", 0), Some(Date));
    assert_eq!(kind("99.04.2019", 0), Some(Number));
    assert_eq!(kind("99/04/2019", 0), Some(Date));
    assert_eq!(kind("+62-812-3456-7890", 0), Some(Number));
    assert_eq!(kind("USD5", 0), Some(Currency));
    assert_eq!(kind("USD 5", 0), Some(Word));
    assert_eq!(kind("---", 0), Some(Punctuation));
}

/// Each token with the name of its kind.
fn shown(text: &str) -> String {
    let show =
        |token: hoaks::text::Token| format!("{}={}", &text[token.span()], token.kind().name());
    tokens(text).map(show).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(shown(text), expected);
}

#[test]
fn an_address_has_its_tag_port_and_query() {
    check("budi+tag@x.id", "budi+tag@x.id=email");
    check(
        "a.b+c-d@x.co.id, +62",
        "a.b+c-d@x.co.id=email ,=punctuation +62=number",
    );
    check("a+b", "a=word +=punctuation b=word");
    check("a.id:443/x", "a.id:443/x=url");
    check("contoh.id:8080.", "contoh.id:8080=url .=punctuation");
    check(
        "kpu.go.id:10 daerah",
        "kpu.go.id=url :=punctuation 10=number daerah=word",
    );
    check("kpu.go.id:2024", "kpu.go.id=url :=punctuation 2024=number");
    for (count, word) in [("5000", "pemilih"), ("35000", "suara"), ("7999", "TPS")] {
        check(
            &format!("kpu.go.id:{count} {word}"),
            &format!("kpu.go.id=url :=punctuation {count}=number {word}=word"),
        );
    }
    check("a.id:9999 x", "a.id:9999=url x=word");
    check("a.id:10000", "a.id=url :=punctuation 10000=number");
    check("a.id:65535/x", "a.id:65535/x=url");
    for number in ["65536", "99999"] {
        let parts = format!("a.id=url :=punctuation {number}=number /=punctuation x=word");
        check(&format!("a.id:{number}/x"), &parts);
    }
    check("kpu.go.id: ok", "kpu.go.id=url :=punctuation ok=word");
    check(
        "kpu.go.id:08.00",
        "kpu.go.id=url :=punctuation 08.00=number",
    );
    check(
        "kpu.go.id:123456",
        "kpu.go.id=url :=punctuation 123456=number",
    );
    check("http://localhost:8080/a", "http://localhost:8080/a=url");
    check("ftp://contoh.id/a.zip", "ftp://contoh.id/a.zip=url");
    check("FTPS://contoh.id", "FTPS://contoh.id=url");
    check(
        "ftp://",
        "ftp=word :=punctuation /=punctuation /=punctuation",
    );
    check(
        "contoh.id?id=5&x=2!",
        "contoh.id?id=5&x=2=url !=punctuation",
    );
    check("contoh.id?belum", "contoh.id=url ?=punctuation belum=word");
}

#[test]
fn a_moment_is_one_date() {
    for moment in [
        "2024-02-14T08:00",
        "2024-02-14T08:00Z",
        "2024-02-14T08:00:00+07:00",
        "2024-02-14T08:00:00-0700",
        "2024-02-14T08:00:00.125+07",
    ] {
        check(moment, &format!("{moment}=date"));
    }
    check("2024-02-14 08:00", "2024-02-14=date 08:00=time");
    // What is no moment stays as it was.
    check("2024-02-14T8", "2024-02-14T8=word");
    check(
        "2024-02-14T08:00WIB",
        "2024-02-14T08=word :=punctuation 00=number WIB=word",
    );
}

#[test]
fn what_says_time_says_it_of_both_ends_of_a_range() {
    check(
        "08.00-16.00 WIB",
        "08.00=time -=punctuation 16.00=time WIB=word",
    );
    check(
        "08.00–16.00 WITA",
        "08.00=time –=punctuation 16.00=time WITA=word",
    );
    check(
        "08.00 - 16.00WIB",
        "08.00=time -=punctuation 16.00=time WIB=word",
    );
    check(
        "pukul 08.00—16.00",
        "pukul=word 08.00=time —=punctuation 16.00=time",
    );
    check(
        "jam 8.30 s.d. 16.00",
        "jam=word 8.30=time s.d.=abbreviation 16.00=time",
    );
    check(
        "pkl. 08.00 sampai 16.00",
        "pkl.=abbreviation 08.00=time sampai=word 16.00=time",
    );
    check("08:00-16:00", "08:00=time -=punctuation 16:00=time");
    // Nothing says that these are times.
    check("08.00-16.00", "08.00=number -=punctuation 16.00=number");
    check(
        "pukul 08.00-16.75",
        "pukul=word 08.00=time -=punctuation 16.75=number",
    );
    check(
        "jam 5.000-16.00",
        "jam=word 5.000=number -=punctuation 16.00=number",
    );
}

#[test]
fn a_sign_that_is_to_be_drawn_is_an_emoji() {
    for emoji in [
        "©\u{FE0F}",
        "®\u{FE0F}",
        "™\u{FE0F}",
        "ℹ\u{FE0F}",
        "☎\u{FE0F}",
        "1\u{FE0F}\u{20E3}",
    ] {
        check(emoji, &format!("{emoji}=emoji"));
        check(&format!("no{emoji}"), &format!("no=word {emoji}=emoji"));
    }
    check("© ® ℹ", "©=punctuation ®=punctuation ℹ=word");
    // A letter in disguise.
    check("h0\u{FE0F}\u{20E3}ax", "h0\u{FE0F}\u{20E3}ax=word");
}

#[test]
fn faces_of_letters_and_tears() {
    for face in [
        "T_T",
        "t_t",
        "o_O",
        "u_u",
        "x_x",
        ":'(",
        ":'-(",
        ":\u{2019}(",
        "^_^",
        "-_-",
        ">_<",
        ":3",
        ":'D",
    ] {
        check(face, &format!("{face}=emoticon"));
    }
    for word in ["a_a", "T_O", "T_T_T", "o_o1", "to_ot", "xD", "XD"] {
        check(word, &format!("{word}=word"));
    }
}

#[test]
fn money_has_its_code_and_no_register() {
    check("USD 5", "USD=word 5=number");
    check("US$5", "US=word $=currency 5=number");
    check("$5 €5", "$=currency 5=number €=currency 5=number");
    check("Rp5 ribu", "Rp=currency 5=number ribu=word");
    check(
        "Rp15.500/USD",
        "Rp=currency 15.500=number /=punctuation USD=word",
    );
    check(
        "Rp. 300.000/KK",
        "Rp.=currency 300.000=number /=punctuation KK=word",
    );
    check("34/PMK.011/2007 133/YS", "34/PMK.011/2007=word 133/YS=word");
}
