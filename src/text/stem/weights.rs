//! Learned by `datasets/stemmer.py`; not edited by hand.
//!
//! Hundredths of a natural logarithm of odds.

use super::affix::{Family, Next, Pattern};

/// Prefixes as they are written, by their first letter.
#[rustfmt::skip]
pub(super) static PATTERNS: &[Pattern] = &[
    Pattern { text: b"be", recoded: None, next: Next::Any, family: Family::Ber, weight: -40 },
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
    Pattern { text: b"kese", recoded: None, next: Next::Any, family: Family::Ke, weight: -17 },
    Pattern { text: b"keter", recoded: None, next: Next::Any, family: Family::Ke, weight: -1 },
    Pattern { text: b"ketidak", recoded: None, next: Next::Any, family: Family::Ke, weight: 0 },
    Pattern { text: b"ketidakse", recoded: None, next: Next::Any, family: Family::Ke, weight: 0 },
    Pattern { text: b"me", recoded: None, next: Next::Liquid, family: Family::Me, weight: 9 },
    Pattern { text: b"me", recoded: None, next: Next::Nasal, family: Family::Me, weight: -9 },
    Pattern { text: b"me", recoded: None, next: Next::Other, family: Family::Me, weight: -19 },
    Pattern { text: b"mem", recoded: None, next: Next::Labial, family: Family::Me, weight: 36 },
    Pattern { text: b"mem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Me, weight: 5 },
    Pattern { text: b"member", recoded: None, next: Next::Any, family: Family::Me, weight: -10 },
    Pattern { text: b"mempel", recoded: None, next: Next::Any, family: Family::Stacked, weight: -8 },
    Pattern { text: b"memper", recoded: None, next: Next::Any, family: Family::Stacked, weight: 10 },
    Pattern { text: b"men", recoded: None, next: Next::Dental, family: Family::Me, weight: 20 },
    Pattern { text: b"men", recoded: Some(b't'), next: Next::Vowel, family: Family::Me, weight: -2 },
    Pattern { text: b"meng", recoded: None, next: Next::Velar, family: Family::Me, weight: 19 },
    Pattern { text: b"meng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Me, weight: 36 },
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
    Pattern { text: b"pem", recoded: None, next: Next::Labial, family: Family::Pe, weight: 13 },
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
    Pattern { text: b"se", recoded: None, next: Next::Any, family: Family::Se, weight: -92 },
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
    Pattern { text: b"te", recoded: None, next: Next::Any, family: Family::Ter, weight: -28 },
    Pattern { text: b"teper", recoded: None, next: Next::Any, family: Family::Per, weight: 0 },
    Pattern { text: b"ter", recoded: None, next: Next::Any, family: Family::Ter, weight: 1 },
    Pattern { text: b"terke", recoded: None, next: Next::Any, family: Family::Ter, weight: 0 },
];

/// By family, suffix (none, -i, -an, -kan) and whether the root is listed.
#[rustfmt::skip]
pub(super) static PAIR: [[[i16; 2]; 4]; 10] = [
    [[-137, -8], [-168, -34], [-140, 38], [-155, -32]],
    [[-99, 77], [-128, 3], [-146, -25], [-39, 132]],
    [[-147, 11], [-127, -3], [-116, 44], [-135, -21]],
    [[-115, 18], [-118, 14], [-134, -12], [-73, 103]],
    [[-118, 50], [-120, 11], [-112, 34], [-117, 12]],
    [[-125, 26], [-143, -35], [-121, 6], [-118, 12]],
    [[-204, -142], [-119, 10], [-91, 74], [-120, 8]],
    [[-207, -152], [-121, 5], [-136, -23], [-118, 11]],
    [[-167, -73], [-117, 12], [-95, 59], [-119, 8]],
    [[-135, -20], [-121, 3], [-119, 11], [-93, 59]],
];

/// By family, whether the root is listed and its use: in texts, or in treebanks.
#[rustfmt::skip]
pub(super) static SEEN: [[[i16; 4]; 2]; 10] = [
    [[-176, -13, -15, 67], [-104, 9, -11, 20]],
    [[-160, -13, -15, 74], [-112, -18, -1, 100]],
    [[-163, -13, -15, 54], [-133, -35, -13, 84]],
    [[-152, -13, -15, 70], [-126, -11, -17, 89]],
    [[-151, -13, -15, 54], [-134, -14, -13, 95]],
    [[-144, -13, -15, 54], [-137, -14, -17, 51]],
    [[-141, -13, -15, 54], [-131, -22, -48, 50]],
    [[-137, -13, -15, 53], [-143, -17, -18, -23]],
    [[-137, -13, -15, 54], [-137, -6, -14, 34]],
    [[-133, -13, -15, 54], [-128, -14, -15, 54]],
];

/// By whether the root is listed and its length, 2 to 7 and more.
#[rustfmt::skip]
pub(super) static LENGTH: [[i16; 6]; 2] = [
    [0, -5, -13, -19, -46, -56],
    [0, -97, -10, 34, 38, 42],
];

/// For an everyday root.
pub(super) const EVERYDAY: i16 = 166;

/// For no affix at all, without and with a clitic: is it listed?
#[rustfmt::skip]
pub(super) static BARE_LISTED: [[i16; 2]; 2] = [
    [-124, 200],
    [-22, 83],
];

/// The same: how many texts have it, or how often do treebanks?
#[rustfmt::skip]
pub(super) static BARE_USE: [[i16; 6]; 2] = [
    [3, 0, 0, 31, 35, 17],
    [-80, -23, 7, 50, 92, 19],
];

/// The same: how long is it, 2 to 10 and more?
#[rustfmt::skip]
pub(super) static BARE_LENGTH: [[i16; 9]; 2] = [
    [0, 0, 12, 29, 27, 14, 15, -28, 11],
    [-21, -13, 7, 10, 27, -17, -3, 32, 43],
];

/// The same: is it an everyday root?
#[rustfmt::skip]
pub(super) static BARE_EVERYDAY: [i16; 2] = [
    92,
    109,
];

/// Enclitics, alone and stacked.
#[rustfmt::skip]
pub(super) static CLITICS: [(&[u8], i16); 14] = [
    (b"nya", -48),
    (b"ku", -8),
    (b"mu", -1),
    (b"lah", -1),
    (b"kah", -1),
    (b"tah", -11),
    (b"pun", 6),
    (b"nyalah", 0),
    (b"nyakah", 0),
    (b"nyapun", 0),
    (b"kulah", 0),
    (b"kukah", 0),
    (b"mulah", 0),
    (b"mukah", 0),
];
