//! Learned by `datasets/stemmer.py`; not edited by hand.
//!
//! Hundredths of a natural logarithm of odds.

use super::pattern::{Family, Next, Pattern};

/// Prefixes as they are written, by their first letter.
#[rustfmt::skip]
pub(super) static PATTERNS: &[Pattern] = &[
    Pattern { text: b"be", recoded: None, next: Next::Any, family: Family::Ber, weight: -39 },
    Pattern { text: b"bel", recoded: None, next: Next::Any, family: Family::Ber, weight: -3 },
    Pattern { text: b"ber", recoded: None, next: Next::Any, family: Family::Ber, weight: 55 },
    Pattern { text: b"berke", recoded: None, next: Next::Any, family: Family::Ber, weight: 10 },
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
    Pattern { text: b"berse", recoded: None, next: Next::Any, family: Family::Ber, weight: -4 },
    Pattern { text: b"di", recoded: None, next: Next::Any, family: Family::Di, weight: 61 },
    Pattern { text: b"diber", recoded: None, next: Next::Any, family: Family::Stacked, weight: -2 },
    Pattern { text: b"dike", recoded: None, next: Next::Any, family: Family::Di, weight: -23 },
    Pattern { text: b"dipel", recoded: None, next: Next::Any, family: Family::Stacked, weight: 0 },
    Pattern { text: b"diper", recoded: None, next: Next::Any, family: Family::Stacked, weight: 0 },
    Pattern { text: b"dise", recoded: None, next: Next::Any, family: Family::Di, weight: -4 },
    Pattern { text: b"ke", recoded: None, next: Next::Any, family: Family::Ke, weight: -20 },
    Pattern { text: b"keber", recoded: None, next: Next::Any, family: Family::Ke, weight: -17 },
    Pattern { text: b"kepe", recoded: None, next: Next::Liquid, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepe", recoded: None, next: Next::Nasal, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepe", recoded: None, next: Next::Other, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepem", recoded: None, next: Next::Labial, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepen", recoded: None, next: Next::Dental, family: Family::Ke, weight: -1 },
    Pattern { text: b"kepen", recoded: Some(b't'), next: Next::Vowel, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepeng", recoded: None, next: Next::Velar, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepeng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepenge", recoded: None, next: Next::Consonant, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepeny", recoded: Some(b's'), next: Next::Vowel, family: Family::Ke, weight: 0 },
    Pattern { text: b"kese", recoded: None, next: Next::Any, family: Family::Ke, weight: -19 },
    Pattern { text: b"keter", recoded: None, next: Next::Any, family: Family::Ke, weight: -1 },
    Pattern { text: b"ketidak", recoded: None, next: Next::Any, family: Family::Ke, weight: 0 },
    Pattern { text: b"ketidakse", recoded: None, next: Next::Any, family: Family::Ke, weight: 0 },
    Pattern { text: b"me", recoded: None, next: Next::Liquid, family: Family::Me, weight: 9 },
    Pattern { text: b"me", recoded: None, next: Next::Nasal, family: Family::Me, weight: -8 },
    Pattern { text: b"me", recoded: None, next: Next::Other, family: Family::Me, weight: -19 },
    Pattern { text: b"mem", recoded: None, next: Next::Labial, family: Family::Me, weight: 35 },
    Pattern { text: b"mem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Me, weight: 5 },
    Pattern { text: b"member", recoded: None, next: Next::Any, family: Family::Me, weight: -9 },
    Pattern { text: b"mempel", recoded: None, next: Next::Any, family: Family::Stacked, weight: -7 },
    Pattern { text: b"memper", recoded: None, next: Next::Any, family: Family::Stacked, weight: 10 },
    Pattern { text: b"men", recoded: None, next: Next::Dental, family: Family::Me, weight: 15 },
    Pattern { text: b"men", recoded: Some(b't'), next: Next::Vowel, family: Family::Me, weight: -1 },
    Pattern { text: b"meng", recoded: None, next: Next::Velar, family: Family::Me, weight: 17 },
    Pattern { text: b"meng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Me, weight: 35 },
    Pattern { text: b"menge", recoded: None, next: Next::Consonant, family: Family::Me, weight: -29 },
    Pattern { text: b"menge", recoded: Some(b'k'), next: Next::Vowel, family: Family::Me, weight: 0 },
    Pattern { text: b"mense", recoded: None, next: Next::Any, family: Family::Me, weight: 0 },
    Pattern { text: b"menter", recoded: None, next: Next::Any, family: Family::Me, weight: -2 },
    Pattern { text: b"meny", recoded: Some(b's'), next: Next::Vowel, family: Family::Me, weight: 26 },
    Pattern { text: b"menye", recoded: None, next: Next::Any, family: Family::Me, weight: -16 },
    Pattern { text: b"pe", recoded: None, next: Next::Liquid, family: Family::Pe, weight: -6 },
    Pattern { text: b"pe", recoded: None, next: Next::Nasal, family: Family::Pe, weight: -8 },
    Pattern { text: b"pe", recoded: None, next: Next::Other, family: Family::Pe, weight: -33 },
    Pattern { text: b"pel", recoded: None, next: Next::Any, family: Family::Per, weight: -25 },
    Pattern { text: b"pem", recoded: None, next: Next::Labial, family: Family::Pe, weight: 13 },
    Pattern { text: b"pem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Pe, weight: -1 },
    Pattern { text: b"pembel", recoded: None, next: Next::Any, family: Family::Pe, weight: 0 },
    Pattern { text: b"pember", recoded: None, next: Next::Any, family: Family::Pe, weight: -2 },
    Pattern { text: b"pemer", recoded: None, next: Next::Any, family: Family::Pe, weight: 0 },
    Pattern { text: b"pemper", recoded: None, next: Next::Any, family: Family::Pe, weight: 0 },
    Pattern { text: b"pen", recoded: None, next: Next::Dental, family: Family::Pe, weight: -13 },
    Pattern { text: b"pen", recoded: Some(b't'), next: Next::Vowel, family: Family::Pe, weight: 20 },
    Pattern { text: b"peng", recoded: None, next: Next::Velar, family: Family::Pe, weight: 19 },
    Pattern { text: b"peng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Pe, weight: 5 },
    Pattern { text: b"penge", recoded: None, next: Next::Consonant, family: Family::Pe, weight: -12 },
    Pattern { text: b"penge", recoded: None, next: Next::Any, family: Family::Pe, weight: -12 },
    Pattern { text: b"peny", recoded: Some(b's'), next: Next::Vowel, family: Family::Pe, weight: 14 },
    Pattern { text: b"penye", recoded: None, next: Next::Any, family: Family::Pe, weight: -6 },
    Pattern { text: b"per", recoded: None, next: Next::Any, family: Family::Per, weight: 11 },
    Pattern { text: b"perse", recoded: None, next: Next::Any, family: Family::Per, weight: -10 },
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
    Pattern { text: b"sepenge", recoded: None, next: Next::Consonant, family: Family::Se, weight: -10 },
    Pattern { text: b"sepeny", recoded: Some(b's'), next: Next::Vowel, family: Family::Se, weight: 0 },
    Pattern { text: b"seper", recoded: None, next: Next::Any, family: Family::Se, weight: 0 },
    Pattern { text: b"te", recoded: None, next: Next::Any, family: Family::Ter, weight: -27 },
    Pattern { text: b"teper", recoded: None, next: Next::Any, family: Family::Per, weight: 0 },
    Pattern { text: b"ter", recoded: None, next: Next::Any, family: Family::Ter, weight: 2 },
    Pattern { text: b"terke", recoded: None, next: Next::Any, family: Family::Ter, weight: 0 },
];

/// By family, suffix (none, -i, -an, -kan) and whether the root is listed.
#[rustfmt::skip]
pub(super) static PAIR: [[[i16; 2]; 4]; 10] = [
    [[-136, -9], [-166, -34], [-142, 28], [-150, -24]],
    [[-101, 71], [-128, 0], [-145, -26], [-43, 125]],
    [[-145, 11], [-124, 0], [-116, 40], [-132, -18]],
    [[-112, 21], [-117, 13], [-133, -13], [-74, 98]],
    [[-116, 50], [-121, 6], [-112, 32], [-117, 10]],
    [[-124, 24], [-141, -34], [-120, 4], [-117, 11]],
    [[-200, -137], [-118, 7], [-94, 65], [-119, 6]],
    [[-204, -151], [-121, 3], [-134, -22], [-118, 8]],
    [[-162, -66], [-117, 9], [-95, 55], [-119, 5]],
    [[-133, -20], [-121, 2], [-118, 10], [-94, 55]],
];

/// By family, whether the root is listed and its use: in texts, or in treebanks.
#[rustfmt::skip]
pub(super) static SEEN: [[[i16; 4]; 2]; 10] = [
    [[-174, -15, -18, 67], [-102, 3, -16, 24]],
    [[-159, -15, -18, 73], [-115, -20, -4, 99]],
    [[-162, -15, -18, 55], [-133, -35, -16, 87]],
    [[-151, -15, -18, 69], [-126, -14, -19, 92]],
    [[-150, -15, -18, 55], [-132, -14, -16, 89]],
    [[-143, -15, -18, 55], [-137, -16, -20, 52]],
    [[-140, -15, -18, 55], [-135, -28, -49, 56]],
    [[-137, -15, -18, 54], [-143, -18, -23, -22]],
    [[-137, -15, -18, 55], [-137, -8, -17, 35]],
    [[-133, -15, -18, 55], [-128, -16, -18, 55]],
];

/// By whether the root is listed and its length, 2 to 7 and more.
#[rustfmt::skip]
pub(super) static LENGTH: [[i16; 6]; 2] = [
    [0, -4, -13, -19, -44, -55],
    [0, -94, -12, 29, 41, 44],
];

/// For an everyday root.
pub(super) const EVERYDAY: i16 = 168;

/// For no affix at all, without and with a clitic: is it listed?
#[rustfmt::skip]
pub(super) static BARE_LISTED: [[i16; 2]; 2] = [
    [-125, 194],
    [-24, 90],
];

/// The same: how many texts have it, or how often do treebanks?
#[rustfmt::skip]
pub(super) static BARE_USE: [[i16; 6]; 2] = [
    [1, 0, 0, 29, 31, 16],
    [-72, -21, 6, 49, 95, 15],
];

/// The same: how long is it, 2 to 10 and more?
#[rustfmt::skip]
pub(super) static BARE_LENGTH: [[i16; 9]; 2] = [
    [0, 0, 6, 21, 26, 14, 22, -29, 10],
    [0, -13, 3, 4, 24, -15, -2, 27, 43],
];

/// The same: is it an everyday root?
#[rustfmt::skip]
pub(super) static BARE_EVERYDAY: [i16; 2] = [
    102,
    105,
];

/// Enclitics, alone and stacked.
#[rustfmt::skip]
pub(super) static CLITICS: [(&[u8], i16); 14] = [
    (b"nya", -46),
    (b"ku", -4),
    (b"mu", 1),
    (b"lah", 4),
    (b"kah", 0),
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
