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
