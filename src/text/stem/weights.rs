//! Learned by `datasets/stemmer.py`; not edited by hand.
//!
//! Hundredths of a natural logarithm of odds.

use super::affix::{Family, Next, Pattern};

/// Prefixes as they are written, by their first letter.
#[rustfmt::skip]
pub(super) static PATTERNS: &[Pattern] = &[
    Pattern { text: b"be", recoded: None, next: Next::Any, family: Family::Ber, weight: -41 },
    Pattern { text: b"bel", recoded: None, next: Next::Any, family: Family::Ber, weight: -3 },
    Pattern { text: b"ber", recoded: None, next: Next::Any, family: Family::Ber, weight: 59 },
    Pattern { text: b"berke", recoded: None, next: Next::Any, family: Family::Ber, weight: 11 },
    Pattern { text: b"berpe", recoded: None, next: Next::Liquid, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpe", recoded: None, next: Next::Nasal, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpe", recoded: None, next: Next::Other, family: Family::Ber, weight: -1 },
    Pattern { text: b"berpem", recoded: None, next: Next::Labial, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpen", recoded: None, next: Next::Dental, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpen", recoded: Some(b't'), next: Next::Vowel, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpeng", recoded: None, next: Next::Velar, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpeng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpenge", recoded: None, next: Next::Consonant, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpeny", recoded: Some(b's'), next: Next::Vowel, family: Family::Ber, weight: 0 },
    Pattern { text: b"berse", recoded: None, next: Next::Any, family: Family::Ber, weight: -8 },
    Pattern { text: b"di", recoded: None, next: Next::Any, family: Family::Di, weight: 62 },
    Pattern { text: b"diber", recoded: None, next: Next::Any, family: Family::Stacked, weight: -2 },
    Pattern { text: b"dike", recoded: None, next: Next::Any, family: Family::Di, weight: -25 },
    Pattern { text: b"dipel", recoded: None, next: Next::Any, family: Family::Stacked, weight: 0 },
    Pattern { text: b"diper", recoded: None, next: Next::Any, family: Family::Stacked, weight: 0 },
    Pattern { text: b"dise", recoded: None, next: Next::Any, family: Family::Di, weight: -4 },
    Pattern { text: b"ke", recoded: None, next: Next::Any, family: Family::Ke, weight: -20 },
    Pattern { text: b"keber", recoded: None, next: Next::Any, family: Family::Ke, weight: -18 },
    Pattern { text: b"kepe", recoded: None, next: Next::Liquid, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepe", recoded: None, next: Next::Nasal, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepe", recoded: None, next: Next::Other, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepem", recoded: None, next: Next::Labial, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepen", recoded: None, next: Next::Dental, family: Family::Ke, weight: -2 },
    Pattern { text: b"kepen", recoded: Some(b't'), next: Next::Vowel, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepeng", recoded: None, next: Next::Velar, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepeng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepenge", recoded: None, next: Next::Consonant, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepeny", recoded: Some(b's'), next: Next::Vowel, family: Family::Ke, weight: 0 },
    Pattern { text: b"kese", recoded: None, next: Next::Any, family: Family::Ke, weight: -16 },
    Pattern { text: b"keter", recoded: None, next: Next::Any, family: Family::Ke, weight: -1 },
    Pattern { text: b"ketidak", recoded: None, next: Next::Any, family: Family::Ke, weight: 0 },
    Pattern { text: b"ketidakse", recoded: None, next: Next::Any, family: Family::Ke, weight: 0 },
    Pattern { text: b"me", recoded: None, next: Next::Liquid, family: Family::Me, weight: 9 },
    Pattern { text: b"me", recoded: None, next: Next::Nasal, family: Family::Me, weight: -9 },
    Pattern { text: b"me", recoded: None, next: Next::Other, family: Family::Me, weight: -20 },
    Pattern { text: b"mem", recoded: None, next: Next::Labial, family: Family::Me, weight: 36 },
    Pattern { text: b"mem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Me, weight: 5 },
    Pattern { text: b"member", recoded: None, next: Next::Any, family: Family::Me, weight: -9 },
    Pattern { text: b"mempel", recoded: None, next: Next::Any, family: Family::Stacked, weight: -8 },
    Pattern { text: b"memper", recoded: None, next: Next::Any, family: Family::Stacked, weight: 11 },
    Pattern { text: b"men", recoded: None, next: Next::Dental, family: Family::Me, weight: 20 },
    Pattern { text: b"men", recoded: Some(b't'), next: Next::Vowel, family: Family::Me, weight: -1 },
    Pattern { text: b"meng", recoded: None, next: Next::Velar, family: Family::Me, weight: 19 },
    Pattern { text: b"meng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Me, weight: 35 },
    Pattern { text: b"menge", recoded: None, next: Next::Consonant, family: Family::Me, weight: -31 },
    Pattern { text: b"menge", recoded: Some(b'k'), next: Next::Vowel, family: Family::Me, weight: 0 },
    Pattern { text: b"mense", recoded: None, next: Next::Any, family: Family::Me, weight: 0 },
    Pattern { text: b"menter", recoded: None, next: Next::Any, family: Family::Me, weight: 0 },
    Pattern { text: b"meny", recoded: Some(b's'), next: Next::Vowel, family: Family::Me, weight: 27 },
    Pattern { text: b"menye", recoded: None, next: Next::Any, family: Family::Me, weight: -17 },
    Pattern { text: b"pe", recoded: None, next: Next::Liquid, family: Family::Pe, weight: -7 },
    Pattern { text: b"pe", recoded: None, next: Next::Nasal, family: Family::Pe, weight: -8 },
    Pattern { text: b"pe", recoded: None, next: Next::Other, family: Family::Pe, weight: -38 },
    Pattern { text: b"pel", recoded: None, next: Next::Any, family: Family::Per, weight: -25 },
    Pattern { text: b"pem", recoded: None, next: Next::Labial, family: Family::Pe, weight: 14 },
    Pattern { text: b"pem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Pe, weight: 0 },
    Pattern { text: b"pembel", recoded: None, next: Next::Any, family: Family::Pe, weight: 0 },
    Pattern { text: b"pember", recoded: None, next: Next::Any, family: Family::Pe, weight: -2 },
    Pattern { text: b"pemer", recoded: None, next: Next::Any, family: Family::Pe, weight: 0 },
    Pattern { text: b"pemper", recoded: None, next: Next::Any, family: Family::Pe, weight: 0 },
    Pattern { text: b"pen", recoded: None, next: Next::Dental, family: Family::Pe, weight: -15 },
    Pattern { text: b"pen", recoded: Some(b't'), next: Next::Vowel, family: Family::Pe, weight: 22 },
    Pattern { text: b"peng", recoded: None, next: Next::Velar, family: Family::Pe, weight: 19 },
    Pattern { text: b"peng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Pe, weight: 6 },
    Pattern { text: b"penge", recoded: None, next: Next::Consonant, family: Family::Pe, weight: -12 },
    Pattern { text: b"penge", recoded: None, next: Next::Any, family: Family::Pe, weight: -12 },
    Pattern { text: b"peny", recoded: Some(b's'), next: Next::Vowel, family: Family::Pe, weight: 15 },
    Pattern { text: b"penye", recoded: None, next: Next::Any, family: Family::Pe, weight: -7 },
    Pattern { text: b"per", recoded: None, next: Next::Any, family: Family::Per, weight: 10 },
    Pattern { text: b"perse", recoded: None, next: Next::Any, family: Family::Per, weight: -12 },
    Pattern { text: b"se", recoded: None, next: Next::Any, family: Family::Se, weight: -93 },
    Pattern { text: b"seke", recoded: None, next: Next::Any, family: Family::Se, weight: -2 },
    Pattern { text: b"sepe", recoded: None, next: Next::Liquid, family: Family::Se, weight: 0 },
    Pattern { text: b"sepe", recoded: None, next: Next::Nasal, family: Family::Se, weight: -1 },
    Pattern { text: b"sepe", recoded: None, next: Next::Other, family: Family::Se, weight: 0 },
    Pattern { text: b"sepem", recoded: None, next: Next::Labial, family: Family::Se, weight: 0 },
    Pattern { text: b"sepem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Se, weight: 0 },
    Pattern { text: b"sepen", recoded: None, next: Next::Dental, family: Family::Se, weight: 0 },
    Pattern { text: b"sepen", recoded: Some(b't'), next: Next::Vowel, family: Family::Se, weight: -1 },
    Pattern { text: b"sepeng", recoded: None, next: Next::Velar, family: Family::Se, weight: 0 },
    Pattern { text: b"sepeng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Se, weight: -1 },
    Pattern { text: b"sepenge", recoded: None, next: Next::Consonant, family: Family::Se, weight: -11 },
    Pattern { text: b"sepeny", recoded: Some(b's'), next: Next::Vowel, family: Family::Se, weight: 0 },
    Pattern { text: b"seper", recoded: None, next: Next::Any, family: Family::Se, weight: 0 },
    Pattern { text: b"te", recoded: None, next: Next::Any, family: Family::Ter, weight: -29 },
    Pattern { text: b"teper", recoded: None, next: Next::Any, family: Family::Per, weight: 0 },
    Pattern { text: b"ter", recoded: None, next: Next::Any, family: Family::Ter, weight: 2 },
    Pattern { text: b"terke", recoded: None, next: Next::Any, family: Family::Ter, weight: 0 },
];

/// By family, suffix (none, -i, -an, -kan) and whether the root is listed.
#[rustfmt::skip]
pub(super) static PAIR: [[[i16; 2]; 4]; 10] = [
    [[-136, -8], [-168, -36], [-139, 37], [-154, -31]],
    [[-98, 77], [-126, 4], [-144, -25], [-37, 134]],
    [[-146, 11], [-125, -2], [-114, 45], [-133, -20]],
    [[-113, 18], [-116, 16], [-132, -12], [-70, 105]],
    [[-117, 50], [-118, 12], [-110, 35], [-115, 13]],
    [[-123, 26], [-141, -34], [-119, 7], [-115, 12]],
    [[-202, -141], [-117, 11], [-89, 75], [-117, 9]],
    [[-205, -152], [-118, 6], [-134, -22], [-116, 12]],
    [[-165, -72], [-115, 13], [-92, 61], [-117, 8]],
    [[-132, -19], [-119, 4], [-117, 12], [-91, 61]],
];

/// By family, whether the root is listed and its use: in texts, or in treebanks.
#[rustfmt::skip]
pub(super) static SEEN: [[[i16; 4]; 2]; 10] = [
    [[-177, -13, -15, 66], [-105, 9, -11, 20]],
    [[-161, -13, -15, 73], [-113, -18, -1, 100]],
    [[-164, -13, -15, 53], [-134, -35, -13, 84]],
    [[-154, -13, -15, 69], [-127, -11, -17, 89]],
    [[-152, -13, -15, 53], [-135, -15, -13, 94]],
    [[-145, -13, -15, 53], [-139, -14, -17, 50]],
    [[-142, -13, -15, 53], [-132, -22, -47, 50]],
    [[-138, -13, -15, 52], [-144, -17, -18, -24]],
    [[-138, -13, -15, 53], [-138, -5, -14, 33]],
    [[-134, -13, -15, 53], [-129, -14, -15, 54]],
];

/// By whether the root is listed and its length, 2 to 7 and more.
#[rustfmt::skip]
pub(super) static LENGTH: [[i16; 6]; 2] = [
    [0, -5, -14, -20, -47, -56],
    [0, -99, -10, 35, 38, 43],
];

/// For an everyday root.
pub(super) const EVERYDAY: i16 = 166;

/// For no affix at all, without and with a clitic: is it listed?
#[rustfmt::skip]
pub(super) static BARE_LISTED: [[i16; 2]; 2] = [
    [-124, 197],
    [-23, 90],
];

/// The same: how many texts have it, or how often do treebanks?
#[rustfmt::skip]
pub(super) static BARE_USE: [[i16; 6]; 2] = [
    [1, 0, 0, 31, 33, 17],
    [-77, -24, 7, 51, 97, 18],
];

/// The same: how long is it, 2 to 10 and more?
#[rustfmt::skip]
pub(super) static BARE_LENGTH: [[i16; 9]; 2] = [
    [0, 0, 6, 21, 28, 16, 17, -26, 13],
    [0, -15, 4, 7, 26, -19, -4, 32, 43],
];

/// The same: is it an everyday root?
#[rustfmt::skip]
pub(super) static BARE_EVERYDAY: [i16; 2] = [
    89,
    104,
];

/// Enclitics, alone and stacked.
#[rustfmt::skip]
pub(super) static CLITICS: [(&[u8], i16); 14] = [
    (b"nya", -48),
    (b"ku", -4),
    (b"mu", 1),
    (b"lah", 0),
    (b"kah", -2),
    (b"tah", -7),
    (b"pun", 5),
    (b"nyalah", 0),
    (b"nyakah", 0),
    (b"nyapun", 0),
    (b"kulah", 0),
    (b"kukah", 0),
    (b"mulah", 0),
    (b"mukah", 0),
];
