//! What odd tokens fold to, remembered.
//!
//! Words with digits, hyphens or letters outside ASCII, abbreviations and
//! hashtags are few, but to fold one takes as long as to read a sentence, and
//! the same ones come again and again. What such a token folds to depends on
//! nothing but its bytes where nothing stands beside it that could be part of
//! it. So that is kept with the bytes as they are written, which are compared
//! to the last one: remembering changes no word.

use crate::text::chars::shape;
use crate::text::normalize::{Changes, Folder, Piece};
use crate::text::token::{Token, TokenKind};
use crate::text::tokenizer::plain;

/// Most bytes of a token that is remembered.
const LONGEST: usize = 32;
/// Most bytes that it folds to, and most words.
const LETTERS: usize = 40;
const WORDS: usize = 6;
/// Places of a new memory and most of any, as powers of two.
const FIRST_BITS: u32 = 6;
const LAST_BITS: u32 = 13;

/// An odd token as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Odd {
    /// The first byte lowest, padded with zeros.
    written: [u128; 2],
    length: u8,
    kind: TokenKind,
}

impl Odd {
    /// What `token` of `text` is, if it is worth remembering and folds to the same
    /// wherever it stands.
    #[inline(always)]
    pub(super) fn of(text: &[u8], token: &Token) -> Option<Self> {
        let is_odd = match token.kind {
            TokenKind::Word => token.shape & !shape::LETTER != 0,
            TokenKind::Hashtag | TokenKind::Abbreviation | TokenKind::Currency => true,
            _ => false,
        };
        if is_odd {
            Self::read(text, token)
        } else {
            None
        }
    }

    #[inline]
    fn read(text: &[u8], token: &Token) -> Option<Self> {
        let length = token.end - token.start;
        let before = token.start.checked_sub(1).and_then(|at| text.get(at));
        // A hashtag is never part of what stands before it.
        let follows = token.kind != TokenKind::Hashtag && !is_apart(before);
        if !(2..=LONGEST).contains(&length) || follows || !is_apart(text.get(token.end)) {
            return None;
        }
        let first = plain::sixteen(text, token.start)?;
        let written = match length.checked_sub(16) {
            None => [first & taken(length), 0],
            Some(0) => [first, 0],
            Some(rest) => {
                let second = plain::sixteen(text, token.start + 16)?;
                [first, second & taken(rest)]
            }
        };
        Some(Self {
            written,
            // At most 32.
            length: length as u8,
            kind: token.kind,
        })
    }

    /// Spreads its bits; the top ones are the number of its place.
    #[inline]
    fn mixed(&self) -> u64 {
        let [first, second] = self.written;
        // The square roots of 3, 5, 7 and 11; the halves are what the casts are for.
        let mixed = (first as u64).wrapping_mul(0xBB67_AE85_84CA_A73B)
            ^ ((first >> 64) as u64)
                .wrapping_mul(0x3C6E_F372_FE94_F82B)
                .rotate_left(32)
            ^ (second as u64)
                .wrapping_mul(0xA54F_F53A_5F1D_36F1)
                .rotate_left(16)
            ^ ((second >> 64) as u64)
                .wrapping_mul(0x510E_527F_ADE6_82D1)
                .rotate_left(48);
        mixed.wrapping_mul(0x6A09_E667_F3BC_C909)
    }
}

/// Whether no rule of folding makes a byte part of the token beside it.
#[inline]
fn is_apart(byte: Option<&u8>) -> bool {
    byte.is_none_or(|byte| {
        byte.is_ascii()
            && !byte.is_ascii_alphanumeric()
            && !matches!(byte, b'@' | b'$' | b'#' | b'\'' | b'`')
    })
}

/// The bits of the first `length` of sixteen bytes.
#[inline]
fn taken(length: usize) -> u128 {
    u128::MAX.checked_shr(128 - 8 * length as u32).unwrap_or(0)
}

/// What is kept of a token.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
pub(super) struct Folded {
    odd: Odd,
    /// What a visitor has said of the words of a hashtag.
    pub(super) judged: Option<u8>,
    changes: Changes,
    count: u8,
    pieces: [Kept; WORDS],
    letters: [u8; LETTERS],
}

/// A [`Piece`] of few letters.
#[derive(Debug, Clone, Copy, Default)]
struct Kept {
    end: u8,
    case: u8,
    leet: bool,
}

const NOTHING: Folded = Folded {
    odd: Odd {
        written: [0; 2],
        length: 0,
        kind: TokenKind::Punctuation,
    },
    judged: None,
    changes: Changes {
        hidden: false,
        look_alike: false,
        leet: false,
        elongated: false,
        spaced: false,
    },
    count: 0,
    pieces: [Kept {
        end: 0,
        case: 0,
        leet: false,
    }; WORDS],
    letters: [0; LETTERS],
};

impl Folded {
    fn new<const TRACK: bool>(
        odd: Odd,
        judged: Option<u8>,
        folder: &Folder<TRACK>,
    ) -> Option<Self> {
        let mut folded = Self {
            odd,
            judged,
            changes: folder.changes,
            count: u8::try_from(folder.pieces.len()).ok()?,
            ..NOTHING
        };
        let letters = folded.letters.get_mut(..folder.bytes.len())?;
        letters.copy_from_slice(&folder.bytes);
        let pieces = folded.pieces.get_mut(..folder.pieces.len())?;
        for (kept, piece) in pieces.iter_mut().zip(&folder.pieces) {
            *kept = Kept {
                end: u8::try_from(piece.end).ok()?,
                case: piece.case,
                leet: piece.leet,
            };
        }
        Some(folded)
    }

    pub(super) fn letters(&self) -> &[u8] {
        &self.letters
    }

    pub(super) fn changes(&self) -> Changes {
        self.changes
    }

    pub(super) fn pieces(&self) -> impl Iterator<Item = Piece> + Clone + '_ {
        let kept = self.pieces.iter().take(usize::from(self.count));
        kept.map(|kept| Piece {
            end: usize::from(kept.end),
            case: kept.case,
            leet: kept.leet,
        })
    }
}

/// Odd tokens that were met: as large as what was met, at most a megabyte. Each has
/// two places side by side; a new one takes the first, and what was there the
/// second, so that of three tokens the two that came last are kept.
#[derive(Debug, Default)]
pub(super) struct Met {
    places: Vec<[Folded; 2]>,
    /// Places that hold a token.
    taken: usize,
}

impl Met {
    /// What is remembered of a token.
    #[inline]
    pub(super) fn get(&self, odd: &Odd) -> Option<&Folded> {
        let [first, second] = self.places.get(self.pair(odd))?;
        if first.odd == *odd {
            return Some(first);
        }
        (second.odd == *odd).then_some(second)
    }

    /// Which two places a token has.
    #[inline]
    fn pair(&self, odd: &Odd) -> usize {
        // A power of two, or none.
        (odd.mixed() >> (u64::BITS - LAST_BITS)) as usize & self.places.len().wrapping_sub(1)
    }

    /// Remembers what `folder` has made of a token, if it is not too long, and what
    /// was said of it.
    pub(super) fn remember<const TRACK: bool>(
        &mut self,
        odd: Odd,
        judged: Option<u8>,
        folder: &Folder<TRACK>,
    ) {
        if let Some(folded) = Folded::new(odd, judged, folder) {
            let places = 2 * self.places.len();
            if self.taken >= places / 2 && places < 1 << LAST_BITS {
                self.grow();
            }
            self.put(folded);
        }
    }

    fn put(&mut self, folded: Folded) {
        let pair = self.pair(&folded.odd);
        if let Some([first, second]) = self.places.get_mut(pair) {
            self.taken += usize::from(second.odd.length == 0);
            *second = std::mem::replace(first, folded);
        }
    }

    #[cold]
    fn grow(&mut self) {
        let size = (2 * self.places.len()).max(1 << (FIRST_BITS - 1));
        let places = std::mem::replace(&mut self.places, vec![[NOTHING; 2]; size]);
        self.taken = 0;
        // The first of a pair came last.
        let folded = places
            .into_iter()
            .flat_map(|[first, second]| [second, first]);
        for folded in folded.filter(|folded| folded.odd.length > 0) {
            self.put(folded);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::tokenizer::plain_visitor::PlainVisitor;
    use crate::text::walk::visitor::Visitor;
    use crate::text::walk::walked::WalkedWord;
    use crate::text::walk::{Scratch, walk};

    #[test]
    fn an_entry_is_two_cache_lines() {
        assert_eq!(size_of::<Folded>(), 128);
    }

    fn odd(number: u32) -> Odd {
        let text = format!("{number}x");
        let token = Token {
            start: 0,
            end: text.len(),
            kind: TokenKind::Word,
            shape: shape::DIGIT | shape::LOWER,
        };
        Odd::of(text.as_bytes(), &token).unwrap()
    }

    #[test]
    fn the_last_token_has_a_place_and_there_are_not_more_and_more() {
        let mut met = Met::default();
        let mut folder = Folder::<false>::default();
        assert!(met.get(&odd(1)).is_none());
        for number in 0..20_000_u32 {
            folder.clear();
            let word = format!("x{}", "y".repeat(1 + number as usize % 2));
            folder.fold(&word, 0, shape::LOWER);
            met.remember(odd(number), None, &folder);
            let folded = met.get(&odd(number)).unwrap();
            assert_eq!(folded.pieces().collect::<Vec<_>>(), folder.pieces);
            assert_eq!(folded.letters()[..word.len()], folder.bytes);
            assert!(met.get(&odd(number / 2 * 2)).is_some());
            assert!(2 * met.places.len() <= 1 << LAST_BITS);
        }
        assert_eq!(2 * met.places.len(), 1 << LAST_BITS);
        let bytes = size_of_val(&met.places[..]);
        assert_eq!(bytes, 1 << 20);
    }

    #[test]
    fn what_is_long_or_stands_beside_letters_is_not_remembered() {
        let is_odd = |text: &str, end: usize| {
            let (start, kind) = (1, TokenKind::Word);
            let shape = shape::DIGIT | shape::LOWER;
            let token = Token {
                start,
                end,
                kind,
                shape,
            };
            Odd::of(text.as_bytes(), &token).is_some()
        };
        assert!(is_odd("(ab2)", 4) && is_odd(" ab2", 4));
        for text in [
            "@ab2 ",
            "cab2 ",
            "#ab2 ",
            " ab2@",
            " ab2\u{e9}",
            " ab2'",
            " ab2$",
        ] {
            assert!(!is_odd(text, 4), "{text}");
        }
        let long = format!(" {} ", "a2".repeat(17));
        assert!(is_odd(&long[..33], 33) && !is_odd(&long, 35));
    }

    #[test]
    fn every_byte_counts() {
        let text = " a2345678901234567890123456789012";
        let mut found = Vec::new();
        for end in 3..=33 {
            for changed in 1..end {
                let mut text = text.as_bytes().to_vec();
                text.truncate(end);
                text[changed] = b'x';
                let token = Token {
                    start: 1,
                    end,
                    kind: TokenKind::Word,
                    shape: shape::DIGIT | shape::LOWER,
                };
                let odd = Odd::of(&text, &token).unwrap();
                assert!(!found.contains(&odd));
                found.push(odd);
            }
        }
    }

    /// Words as they come, each with all that is known of it.
    #[derive(Default)]
    struct Heard<const REMEMBERS: bool>(Vec<String>);

    impl<const REMEMBERS: bool> PlainVisitor for Heard<REMEMBERS> {}

    impl<const REMEMBERS: bool> Visitor for Heard<REMEMBERS> {
        const REMEMBERS: bool = REMEMBERS;

        fn word(&mut self, word: WalkedWord<'_>) {
            let letters = String::from_utf8_lossy(word.bytes);
            let WalkedWord {
                changes,
                caps,
                tag,
                joined,
                initials,
                ..
            } = word;
            self.0.push(format!(
                "{letters} {changes:?} {caps} {tag} {joined} {initials}"
            ));
        }

        fn reads_as(&mut self, letters: &[u8]) -> bool {
            letters == b"jokowi"
        }

        fn divides(&mut self, word: &str, _: usize) -> bool {
            word.len().is_multiple_of(2)
        }

        fn other(&mut self, _: &Token, text: &str) {
            self.0.push(text.to_owned());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]
        /// Of few tokens, so that they are met again, beside what may be part of them.
        #[test]
        fn what_was_met_before_folds_to_the_same(texts in prop::collection::vec(prop_oneof![
            any::<String>(),
            "[ -~]{0,60}",
            "((ibu2|orang2|j0k0w1|jokowi2|n0|c-u-r-a-n-g|Jokowi-Ma'ruf|e-KTP|PDI_P|Qur\u{2019}an|caf\u{e9}|s\u{f9}ara2|\u{e9}|a\\.n\\.|\
                S\\.H\\.|dll\\.|Rp|#KataKPUnya|#2019Ganti_P3milu|#Ma'ruf|suaraaa2|suara|a|b)[ .,@#$'`\u{2019}\u{e9}2_-]{0,2} ?){0,20}",
        ], 1..6)) {
            let mut scratch = Scratch::<false>::default();
            for text in &texts {
                let mut heard = Heard::<true>::default();
                walk(text, &mut scratch, &mut heard);
                let mut expected = Heard::<false>::default();
                walk(text, &mut Scratch::<false>::default(), &mut expected);
                prop_assert_eq!(heard.0, expected.0);
            }
        }
    }
}
