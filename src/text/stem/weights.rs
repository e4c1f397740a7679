//! Learned by `datasets/stemmer.py`; not edited by hand.
//!
//! Hundredths of a natural logarithm of odds.

use super::affix::{Family, Next, Pattern};

/// Prefixes as they are written, by their first letter.
#[rustfmt::skip]
pub(super) static PATTERNS: &[Pattern] = &[
    Pattern { text: b"be", recoded: None, next: Next::Any, family: Family::Ber, weight: -63 },
    Pattern { text: b"bel", recoded: None, next: Next::Any, family: Family::Ber, weight: -23 },
    Pattern { text: b"ber", recoded: None, next: Next::Any, family: Family::Ber, weight: 95 },
    Pattern { text: b"berke", recoded: None, next: Next::Any, family: Family::Ber, weight: -21 },
    Pattern { text: b"berpe", recoded: None, next: Next::Liquid, family: Family::Ber, weight: -1 },
    Pattern { text: b"berpe", recoded: None, next: Next::Nasal, family: Family::Ber, weight: -1 },
    Pattern { text: b"berpe", recoded: None, next: Next::Other, family: Family::Ber, weight: -1 },
    Pattern { text: b"berpem", recoded: None, next: Next::Labial, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpen", recoded: None, next: Next::Dental, family: Family::Ber, weight: -21 },
    Pattern { text: b"berpen", recoded: Some(b't'), next: Next::Vowel, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpeng", recoded: None, next: Next::Velar, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpeng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpenge", recoded: None, next: Next::Consonant, family: Family::Ber, weight: 0 },
    Pattern { text: b"berpeny", recoded: Some(b's'), next: Next::Vowel, family: Family::Ber, weight: 0 },
    Pattern { text: b"berse", recoded: None, next: Next::Any, family: Family::Ber, weight: -9 },
    Pattern { text: b"di", recoded: None, next: Next::Any, family: Family::Di, weight: 59 },
    Pattern { text: b"diber", recoded: None, next: Next::Any, family: Family::Stacked, weight: -29 },
    Pattern { text: b"dike", recoded: None, next: Next::Any, family: Family::Di, weight: -36 },
    Pattern { text: b"dipel", recoded: None, next: Next::Any, family: Family::Stacked, weight: 0 },
    Pattern { text: b"diper", recoded: None, next: Next::Any, family: Family::Stacked, weight: 7 },
    Pattern { text: b"dise", recoded: None, next: Next::Any, family: Family::Di, weight: -7 },
    Pattern { text: b"ke", recoded: None, next: Next::Any, family: Family::Ke, weight: 38 },
    Pattern { text: b"keber", recoded: None, next: Next::Any, family: Family::Ke, weight: -28 },
    Pattern { text: b"kepe", recoded: None, next: Next::Liquid, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepe", recoded: None, next: Next::Nasal, family: Family::Ke, weight: -10 },
    Pattern { text: b"kepe", recoded: None, next: Next::Other, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepem", recoded: None, next: Next::Labial, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Ke, weight: -18 },
    Pattern { text: b"kepen", recoded: None, next: Next::Dental, family: Family::Ke, weight: -1 },
    Pattern { text: b"kepen", recoded: Some(b't'), next: Next::Vowel, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepeng", recoded: None, next: Next::Velar, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepeng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepenge", recoded: None, next: Next::Consonant, family: Family::Ke, weight: 0 },
    Pattern { text: b"kepeny", recoded: Some(b's'), next: Next::Vowel, family: Family::Ke, weight: 0 },
    Pattern { text: b"kese", recoded: None, next: Next::Any, family: Family::Ke, weight: -30 },
    Pattern { text: b"keter", recoded: None, next: Next::Any, family: Family::Ke, weight: -43 },
    Pattern { text: b"ketidak", recoded: None, next: Next::Any, family: Family::Ke, weight: 0 },
    Pattern { text: b"me", recoded: None, next: Next::Liquid, family: Family::Me, weight: 15 },
    Pattern { text: b"me", recoded: None, next: Next::Nasal, family: Family::Me, weight: -20 },
    Pattern { text: b"me", recoded: None, next: Next::Other, family: Family::Me, weight: -17 },
    Pattern { text: b"mem", recoded: None, next: Next::Labial, family: Family::Me, weight: 31 },
    Pattern { text: b"mem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Me, weight: -10 },
    Pattern { text: b"member", recoded: None, next: Next::Any, family: Family::Me, weight: -12 },
    Pattern { text: b"mempel", recoded: None, next: Next::Any, family: Family::Stacked, weight: -8 },
    Pattern { text: b"memper", recoded: None, next: Next::Any, family: Family::Stacked, weight: 32 },
    Pattern { text: b"men", recoded: None, next: Next::Dental, family: Family::Me, weight: 31 },
    Pattern { text: b"men", recoded: Some(b't'), next: Next::Vowel, family: Family::Me, weight: 15 },
    Pattern { text: b"meng", recoded: None, next: Next::Velar, family: Family::Me, weight: 17 },
    Pattern { text: b"meng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Me, weight: 29 },
    Pattern { text: b"menge", recoded: None, next: Next::Consonant, family: Family::Me, weight: -41 },
    Pattern { text: b"menge", recoded: Some(b'k'), next: Next::Vowel, family: Family::Me, weight: 0 },
    Pattern { text: b"mense", recoded: None, next: Next::Any, family: Family::Me, weight: 0 },
    Pattern { text: b"menter", recoded: None, next: Next::Any, family: Family::Me, weight: 0 },
    Pattern { text: b"meny", recoded: Some(b's'), next: Next::Vowel, family: Family::Me, weight: 30 },
    Pattern { text: b"menye", recoded: None, next: Next::Any, family: Family::Me, weight: -18 },
    Pattern { text: b"pe", recoded: None, next: Next::Liquid, family: Family::Pe, weight: 37 },
    Pattern { text: b"pe", recoded: None, next: Next::Nasal, family: Family::Pe, weight: -5 },
    Pattern { text: b"pe", recoded: None, next: Next::Other, family: Family::Pe, weight: -61 },
    Pattern { text: b"pel", recoded: None, next: Next::Any, family: Family::Per, weight: -29 },
    Pattern { text: b"pem", recoded: None, next: Next::Labial, family: Family::Pe, weight: 17 },
    Pattern { text: b"pem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Pe, weight: 8 },
    Pattern { text: b"pembel", recoded: None, next: Next::Any, family: Family::Pe, weight: -1 },
    Pattern { text: b"pember", recoded: None, next: Next::Any, family: Family::Pe, weight: -2 },
    Pattern { text: b"pemer", recoded: None, next: Next::Any, family: Family::Pe, weight: -1 },
    Pattern { text: b"pemper", recoded: None, next: Next::Any, family: Family::Pe, weight: 0 },
    Pattern { text: b"pen", recoded: None, next: Next::Dental, family: Family::Pe, weight: -3 },
    Pattern { text: b"pen", recoded: Some(b't'), next: Next::Vowel, family: Family::Pe, weight: 16 },
    Pattern { text: b"peng", recoded: None, next: Next::Velar, family: Family::Pe, weight: -9 },
    Pattern { text: b"peng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Pe, weight: -2 },
    Pattern { text: b"penge", recoded: None, next: Next::Consonant, family: Family::Pe, weight: -19 },
    Pattern { text: b"penge", recoded: None, next: Next::Any, family: Family::Pe, weight: -19 },
    Pattern { text: b"peny", recoded: Some(b's'), next: Next::Vowel, family: Family::Pe, weight: -3 },
    Pattern { text: b"penye", recoded: None, next: Next::Any, family: Family::Pe, weight: -11 },
    Pattern { text: b"per", recoded: None, next: Next::Any, family: Family::Per, weight: -3 },
    Pattern { text: b"se", recoded: None, next: Next::Any, family: Family::Se, weight: -62 },
    Pattern { text: b"seke", recoded: None, next: Next::Any, family: Family::Se, weight: -4 },
    Pattern { text: b"sepe", recoded: None, next: Next::Liquid, family: Family::Se, weight: 0 },
    Pattern { text: b"sepe", recoded: None, next: Next::Nasal, family: Family::Se, weight: -1 },
    Pattern { text: b"sepe", recoded: None, next: Next::Other, family: Family::Se, weight: 0 },
    Pattern { text: b"sepem", recoded: None, next: Next::Labial, family: Family::Se, weight: 0 },
    Pattern { text: b"sepem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Se, weight: 0 },
    Pattern { text: b"sepen", recoded: None, next: Next::Dental, family: Family::Se, weight: 0 },
    Pattern { text: b"sepen", recoded: Some(b't'), next: Next::Vowel, family: Family::Se, weight: -1 },
    Pattern { text: b"sepeng", recoded: None, next: Next::Velar, family: Family::Se, weight: 0 },
    Pattern { text: b"sepeng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Se, weight: 0 },
    Pattern { text: b"sepenge", recoded: None, next: Next::Consonant, family: Family::Se, weight: -8 },
    Pattern { text: b"sepeny", recoded: Some(b's'), next: Next::Vowel, family: Family::Se, weight: 0 },
    Pattern { text: b"seper", recoded: None, next: Next::Any, family: Family::Se, weight: 0 },
    Pattern { text: b"te", recoded: None, next: Next::Any, family: Family::Ter, weight: -30 },
    Pattern { text: b"teper", recoded: None, next: Next::Any, family: Family::Per, weight: 0 },
    Pattern { text: b"ter", recoded: None, next: Next::Any, family: Family::Ter, weight: -24 },
    Pattern { text: b"terke", recoded: None, next: Next::Any, family: Family::Ter, weight: -15 },
];

/// By family, suffix (none, -i, -an, -kan) and whether the root is listed.
#[rustfmt::skip]
pub(super) static PAIR: [[[i16; 2]; 4]; 10] = [
    [[-178, -12], [-215, -39], [-186, 49], [-186, -6]],
    [[-148, 86], [-198, -44], [-201, -44], [-97, 112]],
    [[-208, 23], [-178, -17], [-211, -33], [-188, -37]],
    [[-177, -20], [-164, 15], [-195, -40], [-123, 92]],
    [[-192, 1], [-177, -6], [-197, -42], [-170, -4]],
    [[-209, -31], [-219, -91], [-171, -6], [-166, 2]],
    [[-259, -146], [-171, -6], [-162, 25], [-178, -20]],
    [[-229, -112], [-173, -13], [-178, -19], [-169, -5]],
    [[-220, -82], [-169, -5], [-147, 44], [-172, -11]],
    [[-194, -50], [-167, -1], [-172, -5], [-137, 59]],
];

/// By family, whether the root is listed and whether it is used.
#[rustfmt::skip]
pub(super) static SEEN: [[[i16; 2]; 2]; 10] = [
    [[-61, 14], [-4, 50]],
    [[-42, 22], [-11, 76]],
    [[-56, 0], [-46, 44]],
    [[-28, 18], [-13, 47]],
    [[-27, 0], [-36, 29]],
    [[-23, 0], [-37, -6]],
    [[-18, -1], [-45, -12]],
    [[-6, 0], [-32, -34]],
    [[-9, 0], [-14, -2]],
    [[-3, 0], [-2, 8]],
];

/// By whether the root is listed and its length, 2 to 7 and more.
#[rustfmt::skip]
pub(super) static LENGTH: [[i16; 6]; 2] = [
    [-2, -7, -21, -35, -66, -91],
    [-26, -79, -6, 35, 33, 24],
];

/// For an everyday root.
pub(super) const EVERYDAY: i16 = 191;

/// For no affix at all, without and with a clitic: is it listed?
#[rustfmt::skip]
pub(super) static BARE_LISTED: [[i16; 2]; 2] = [
    [-45, 191],
    [-21, 117],
];

/// The same: how often is it used?
#[rustfmt::skip]
pub(super) static BARE_COUNT: [[i16; 4]; 2] = [
    [53, 66, 43, 26],
    [-69, 56, 102, 18],
];

/// The same: how long is it, 2 to 10 and more?
#[rustfmt::skip]
pub(super) static BARE_LENGTH: [[i16; 9]; 2] = [
    [0, 2, 8, 35, -4, 10, 17, 24, 73],
    [-26, -15, -2, 17, 42, 12, 8, 28, 42],
];

/// The same: is it an everyday root?
#[rustfmt::skip]
pub(super) static BARE_EVERYDAY: [i16; 2] = [
    108,
    128,
];

/// Enclitics, alone and stacked.
#[rustfmt::skip]
pub(super) static CLITICS: [(&[u8], i16); 14] = [
    (b"nya", 28),
    (b"ku", -9),
    (b"mu", -1),
    (b"lah", 23),
    (b"kah", 1),
    (b"tah", -13),
    (b"pun", 7),
    (b"nyalah", 0),
    (b"nyakah", 0),
    (b"nyapun", 0),
    (b"kulah", -1),
    (b"kukah", 0),
    (b"mulah", 0),
    (b"mukah", 0),
];
