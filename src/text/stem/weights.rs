//! Learned by `datasets/stemmer.py`; not edited by hand.
//!
//! Hundredths of a natural logarithm of odds.

use super::affix::{Family, Next, Pattern};

/// Prefixes as they are written, by their first letter.
#[rustfmt::skip]
pub(super) static PATTERNS: &[Pattern] = &[
    Pattern { text: b"be", recoded: None, next: Next::Any, family: Family::Ber, weight: -78 },
    Pattern { text: b"bel", recoded: None, next: Next::Any, family: Family::Ber, weight: -33 },
    Pattern { text: b"ber", recoded: None, next: Next::Any, family: Family::Ber, weight: 93 },
    Pattern { text: b"berke", recoded: None, next: Next::Any, family: Family::Ber, weight: -26 },
    Pattern { text: b"berpe", recoded: None, next: Next::Liquid, family: Family::Stacked, weight: -2 },
    Pattern { text: b"berpe", recoded: None, next: Next::Nasal, family: Family::Stacked, weight: -1 },
    Pattern { text: b"berpe", recoded: None, next: Next::Other, family: Family::Stacked, weight: -1 },
    Pattern { text: b"berpem", recoded: None, next: Next::Labial, family: Family::Stacked, weight: 0 },
    Pattern { text: b"berpem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Stacked, weight: 0 },
    Pattern { text: b"berpen", recoded: None, next: Next::Dental, family: Family::Stacked, weight: -18 },
    Pattern { text: b"berpen", recoded: Some(b't'), next: Next::Vowel, family: Family::Stacked, weight: 0 },
    Pattern { text: b"berpeng", recoded: None, next: Next::Velar, family: Family::Stacked, weight: 0 },
    Pattern { text: b"berpeng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Stacked, weight: 0 },
    Pattern { text: b"berpenge", recoded: None, next: Next::Consonant, family: Family::Stacked, weight: 0 },
    Pattern { text: b"berpeny", recoded: Some(b's'), next: Next::Vowel, family: Family::Stacked, weight: 0 },
    Pattern { text: b"berse", recoded: None, next: Next::Any, family: Family::Ber, weight: -11 },
    Pattern { text: b"di", recoded: None, next: Next::Any, family: Family::Di, weight: 66 },
    Pattern { text: b"diber", recoded: None, next: Next::Any, family: Family::Stacked, weight: -29 },
    Pattern { text: b"dike", recoded: None, next: Next::Any, family: Family::Di, weight: -47 },
    Pattern { text: b"dipel", recoded: None, next: Next::Any, family: Family::Stacked, weight: 0 },
    Pattern { text: b"diper", recoded: None, next: Next::Any, family: Family::Stacked, weight: 27 },
    Pattern { text: b"dise", recoded: None, next: Next::Any, family: Family::Di, weight: -11 },
    Pattern { text: b"ke", recoded: None, next: Next::Any, family: Family::Ke, weight: -4 },
    Pattern { text: b"keber", recoded: None, next: Next::Any, family: Family::Stacked, weight: -10 },
    Pattern { text: b"kepe", recoded: None, next: Next::Liquid, family: Family::Stacked, weight: 0 },
    Pattern { text: b"kepe", recoded: None, next: Next::Nasal, family: Family::Stacked, weight: -12 },
    Pattern { text: b"kepe", recoded: None, next: Next::Other, family: Family::Stacked, weight: 0 },
    Pattern { text: b"kepem", recoded: None, next: Next::Labial, family: Family::Stacked, weight: 0 },
    Pattern { text: b"kepem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Stacked, weight: -19 },
    Pattern { text: b"kepen", recoded: None, next: Next::Dental, family: Family::Stacked, weight: -1 },
    Pattern { text: b"kepen", recoded: Some(b't'), next: Next::Vowel, family: Family::Stacked, weight: 0 },
    Pattern { text: b"kepeng", recoded: None, next: Next::Velar, family: Family::Stacked, weight: 0 },
    Pattern { text: b"kepeng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Stacked, weight: 0 },
    Pattern { text: b"kepenge", recoded: None, next: Next::Consonant, family: Family::Stacked, weight: 0 },
    Pattern { text: b"kepeny", recoded: Some(b's'), next: Next::Vowel, family: Family::Stacked, weight: 0 },
    Pattern { text: b"kese", recoded: None, next: Next::Any, family: Family::Ke, weight: -45 },
    Pattern { text: b"keter", recoded: None, next: Next::Any, family: Family::Stacked, weight: -32 },
    Pattern { text: b"me", recoded: None, next: Next::Liquid, family: Family::Me, weight: 21 },
    Pattern { text: b"me", recoded: None, next: Next::Nasal, family: Family::Me, weight: -24 },
    Pattern { text: b"me", recoded: None, next: Next::Other, family: Family::Me, weight: -26 },
    Pattern { text: b"mem", recoded: None, next: Next::Labial, family: Family::Me, weight: 30 },
    Pattern { text: b"mem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Me, weight: -14 },
    Pattern { text: b"member", recoded: None, next: Next::Any, family: Family::Me, weight: -16 },
    Pattern { text: b"mempel", recoded: None, next: Next::Any, family: Family::Stacked, weight: -5 },
    Pattern { text: b"memper", recoded: None, next: Next::Any, family: Family::Stacked, weight: 55 },
    Pattern { text: b"men", recoded: None, next: Next::Dental, family: Family::Me, weight: 37 },
    Pattern { text: b"men", recoded: Some(b't'), next: Next::Vowel, family: Family::Me, weight: 24 },
    Pattern { text: b"meng", recoded: None, next: Next::Velar, family: Family::Me, weight: 22 },
    Pattern { text: b"meng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Me, weight: 35 },
    Pattern { text: b"menge", recoded: None, next: Next::Consonant, family: Family::Me, weight: -53 },
    Pattern { text: b"menge", recoded: Some(b'k'), next: Next::Vowel, family: Family::Me, weight: 0 },
    Pattern { text: b"mense", recoded: None, next: Next::Any, family: Family::Me, weight: 0 },
    Pattern { text: b"menter", recoded: None, next: Next::Any, family: Family::Me, weight: 0 },
    Pattern { text: b"meny", recoded: Some(b's'), next: Next::Vowel, family: Family::Me, weight: 40 },
    Pattern { text: b"menye", recoded: None, next: Next::Any, family: Family::Me, weight: -24 },
    Pattern { text: b"pe", recoded: None, next: Next::Liquid, family: Family::Pe, weight: 44 },
    Pattern { text: b"pe", recoded: None, next: Next::Nasal, family: Family::Pe, weight: -8 },
    Pattern { text: b"pe", recoded: None, next: Next::Other, family: Family::Pe, weight: -75 },
    Pattern { text: b"pel", recoded: None, next: Next::Any, family: Family::Per, weight: -31 },
    Pattern { text: b"pem", recoded: None, next: Next::Labial, family: Family::Pe, weight: 21 },
    Pattern { text: b"pem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Pe, weight: 7 },
    Pattern { text: b"pembel", recoded: None, next: Next::Any, family: Family::Stacked, weight: -1 },
    Pattern { text: b"pember", recoded: None, next: Next::Any, family: Family::Stacked, weight: -5 },
    Pattern { text: b"pemer", recoded: None, next: Next::Any, family: Family::Stacked, weight: -1 },
    Pattern { text: b"pemper", recoded: None, next: Next::Any, family: Family::Stacked, weight: 0 },
    Pattern { text: b"pen", recoded: None, next: Next::Dental, family: Family::Pe, weight: -2 },
    Pattern { text: b"pen", recoded: Some(b't'), next: Next::Vowel, family: Family::Pe, weight: 19 },
    Pattern { text: b"peng", recoded: None, next: Next::Velar, family: Family::Pe, weight: -9 },
    Pattern { text: b"peng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Pe, weight: -4 },
    Pattern { text: b"penge", recoded: None, next: Next::Consonant, family: Family::Pe, weight: -25 },
    Pattern { text: b"penge", recoded: None, next: Next::Any, family: Family::Pe, weight: -25 },
    Pattern { text: b"peny", recoded: Some(b's'), next: Next::Vowel, family: Family::Pe, weight: 0 },
    Pattern { text: b"penye", recoded: None, next: Next::Any, family: Family::Pe, weight: -17 },
    Pattern { text: b"per", recoded: None, next: Next::Any, family: Family::Per, weight: -4 },
    Pattern { text: b"se", recoded: None, next: Next::Any, family: Family::Se, weight: -68 },
    Pattern { text: b"seke", recoded: None, next: Next::Any, family: Family::Se, weight: -1 },
    Pattern { text: b"sepe", recoded: None, next: Next::Liquid, family: Family::Stacked, weight: 0 },
    Pattern { text: b"sepe", recoded: None, next: Next::Nasal, family: Family::Stacked, weight: -2 },
    Pattern { text: b"sepe", recoded: None, next: Next::Other, family: Family::Stacked, weight: 0 },
    Pattern { text: b"sepem", recoded: None, next: Next::Labial, family: Family::Stacked, weight: 0 },
    Pattern { text: b"sepem", recoded: Some(b'p'), next: Next::Vowel, family: Family::Stacked, weight: 0 },
    Pattern { text: b"sepen", recoded: None, next: Next::Dental, family: Family::Stacked, weight: 0 },
    Pattern { text: b"sepen", recoded: Some(b't'), next: Next::Vowel, family: Family::Stacked, weight: -2 },
    Pattern { text: b"sepeng", recoded: None, next: Next::Velar, family: Family::Stacked, weight: -1 },
    Pattern { text: b"sepeng", recoded: Some(b'k'), next: Next::Vowel, family: Family::Stacked, weight: -1 },
    Pattern { text: b"sepenge", recoded: None, next: Next::Consonant, family: Family::Stacked, weight: -7 },
    Pattern { text: b"sepeny", recoded: Some(b's'), next: Next::Vowel, family: Family::Stacked, weight: 0 },
    Pattern { text: b"seper", recoded: None, next: Next::Any, family: Family::Se, weight: 0 },
    Pattern { text: b"te", recoded: None, next: Next::Any, family: Family::Ter, weight: -37 },
    Pattern { text: b"teper", recoded: None, next: Next::Any, family: Family::Per, weight: 0 },
    Pattern { text: b"ter", recoded: None, next: Next::Any, family: Family::Ter, weight: -18 },
    Pattern { text: b"terke", recoded: None, next: Next::Any, family: Family::Ter, weight: -20 },
];

/// By family, suffix (none, -i, -an, -kan) and whether the root is listed.
#[rustfmt::skip]
pub(super) static PAIR: [[[i16; 2]; 4]; 10] = [
    [[-183, -37], [-258, -142], [-170, 91], [-243, -139]],
    [[-119, 111], [-164, -23], [-176, -42], [-55, 140]],
    [[-185, 46], [-145, -3], [-179, -10], [-157, -28]],
    [[-148, -4], [-131, 34], [-169, -36], [-84, 117]],
    [[-158, 31], [-143, 9], [-163, -25], [-134, 11]],
    [[-179, -10], [-197, -96], [-138, 5], [-129, 21]],
    [[-221, -125], [-134, 10], [-103, 98], [-137, 4]],
    [[-196, -96], [-139, 0], [-136, 10], [-135, 9]],
    [[-199, -88], [-135, 9], [-105, 72], [-138, 2]],
    [[-185, -62], [-125, 27], [-197, -104], [-99, 79]],
];

/// By family, whether the root is listed and whether it is used.
#[rustfmt::skip]
pub(super) static SEEN: [[[i16; 2]; 2]; 10] = [
    [[-65, 18], [-41, 40]],
    [[-57, 28], [-16, 81]],
    [[-71, 0], [-50, 52]],
    [[-43, 23], [-14, 55]],
    [[-37, -1], [-42, 45]],
    [[-31, 0], [-43, 1]],
    [[-21, -3], [-38, 24]],
    [[-8, 0], [-38, -24]],
    [[-13, 0], [-18, 5]],
    [[-14, 0], [-33, -14]],
];

/// By whether the root is listed and its length, 2 to 7 and more.
#[rustfmt::skip]
pub(super) static LENGTH: [[i16; 6]; 2] = [
    [-4, -10, -29, -44, -79, -96],
    [-33, -74, 0, 40, 39, 20],
];

/// For an everyday root.
pub(super) const EVERYDAY: i16 = 175;

/// For no affix at all, without and with a clitic: is it listed?
#[rustfmt::skip]
pub(super) static BARE_LISTED: [[i16; 2]; 2] = [
    [-38, 174],
    [-4, 101],
];

/// The same: how often is it used?
#[rustfmt::skip]
pub(super) static BARE_COUNT: [[i16; 4]; 2] = [
    [67, 83, 48, 25],
    [-142, 67, 128, 58],
];

/// The same: how long is it, 2 to 10 and more?
#[rustfmt::skip]
pub(super) static BARE_LENGTH: [[i16; 9]; 2] = [
    [0, 1, 3, 51, -1, 14, 23, 31, 74],
    [-28, -9, 8, 7, 37, 8, 8, 42, 50],
];

/// The same: is it an everyday root?
#[rustfmt::skip]
pub(super) static BARE_EVERYDAY: [i16; 2] = [
    114,
    73,
];

/// Enclitics, alone and stacked.
#[rustfmt::skip]
pub(super) static CLITICS: [(&[u8], i16); 14] = [
    (b"nya", 44),
    (b"ku", -7),
    (b"mu", 1),
    (b"lah", -28),
    (b"kah", 9),
    (b"tah", -15),
    (b"pun", 9),
    (b"nyalah", 0),
    (b"nyakah", 0),
    (b"nyapun", 0),
    (b"kulah", 0),
    (b"kukah", 0),
    (b"mulah", 0),
    (b"mukah", 0),
];
