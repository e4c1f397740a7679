//! What a single character is, for the tokenizer and the normaliser.

use unicode_normalization::char::is_combining_mark;

/// Bits that say which kinds of bytes a token is made of.
pub(crate) mod shape {
    /// `a`-`z`.
    pub(crate) const LOWER: u8 = 1;
    /// `A`-`Z`.
    pub(crate) const UPPER: u8 = 2;
    /// `0`-`9`.
    pub(crate) const DIGIT: u8 = 4;
    /// Any byte of a character outside ASCII.
    pub(crate) const WIDE: u8 = 8;
    /// ASCII that is none of the above.
    pub(crate) const OTHER: u8 = 16;
    /// ASCII white space.
    pub(crate) const SPACE: u8 = 32;
    /// A letter of the ASCII alphabet.
    pub(crate) const LETTER: u8 = LOWER | UPPER;
}

/// The [`shape`] bit of every byte.
pub(crate) static SHAPE: [u8; 256] = {
    let mut table = [shape::OTHER; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' => shape::LOWER,
            b'A'..=b'Z' => shape::UPPER,
            b'0'..=b'9' => shape::DIGIT,
            b' ' | 0x09..=0x0D => shape::SPACE,
            0x80..=0xFF => shape::WIDE,
            _ => shape::OTHER,
        };
        byte += 1;
    }
    table
};

/// In each byte of eight: its lowest bit, its highest, and the one that a small letter
/// has and a capital lacks.
const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;
const CASE: u64 = 0x20 * ONES;

/// Length of the run of ASCII letters at the start of `bytes`, and its
/// [`shape`] bits.
///
/// Eight bytes at a time: most words end within the first eight, which leaves
/// one branch that is hard to predict instead of one for each letter.
#[inline]
pub(crate) fn letters(bytes: &[u8]) -> (usize, u8) {
    let mut rest = bytes;
    let mut length = 0;
    let (mut lower, mut upper) = (0, 0);
    while let Some((eight, after)) = rest.split_first_chunk::<8>() {
        let block = u64::from_le_bytes(*eight);
        let (count, taken) = letters_of(block);
        lower |= block & taken & CASE;
        upper |= !block & taken & CASE;
        length += count;
        if count < 8 {
            return (length, shape_of(lower, upper));
        }
        rest = after;
    }
    let mut seen = shape_of(lower, upper);
    for &byte in rest {
        let bits = SHAPE[usize::from(byte)];
        if bits & shape::LETTER == 0 {
            break;
        }
        seen |= bits;
        length += 1;
    }
    (length, seen)
}

/// Number of ASCII letters before anything else among the eight bytes of
/// `block`, the first one lowest, and a mask of all bits of these.
#[inline(always)]
fn letters_of(block: u64) -> (usize, u64) {
    let folded = (block | CASE) & !HIGH;
    // The high bit of a byte is set if it is at least `a`, and in the second
    // sum if it is more than `z`; no sum carries into the next byte.
    let from_a = folded + (0x80 - u64::from(b'a')) * ONES;
    let past_z = folded + (0x7F - u64::from(b'z')) * ONES;
    // The high bits of what is no letter.
    let others = !(from_a & !past_z & !block) & HIGH;
    // Everything below the lowest byte that is none.
    let taken = ((others & others.wrapping_neg()) >> 7).wrapping_sub(1);
    ((others.trailing_zeros() / 8) as usize, taken)
}

/// `word` with small letters for its capitals of ASCII, unless it is longer than
/// `buffer`.
pub(crate) fn lower<'b, const LONGEST: usize>(
    word: &[u8],
    buffer: &'b mut [u8; LONGEST],
) -> Option<&'b [u8]> {
    let lower = buffer.get_mut(..word.len())?;
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    Some(lower)
}

/// The bytes of a kind that `bytes` starts with, `most` at most.
pub(super) fn leading(bytes: &[u8], most: usize, is_of_kind: impl Fn(&u8) -> bool) -> &[u8] {
    let first = bytes.iter().take(most);
    let length = first.take_while(|byte| is_of_kind(byte)).count();
    bytes.get(..length).unwrap_or_default()
}

/// How many bytes at the start of `bytes` are ASCII and neither spaces nor control
/// characters, of as many whole eights as `bytes` has.
#[inline]
pub(crate) fn visible(bytes: &[u8]) -> usize {
    let mut length = 0;
    for eight in bytes.as_chunks::<8>().0 {
        let block = u64::from_le_bytes(*eight);
        // The high bit of a byte is set if it is more than a space; no sum carries
        // into the next byte.
        let shown = (block & !HIGH) + (0x7F - u64::from(b' ')) * ONES;
        let others = (!shown | block) & HIGH;
        if others != 0 {
            return length + (others.trailing_zeros() / 8) as usize;
        }
        length += 8;
    }
    length
}

/// Whether a letter in lower case is a vowel.
#[inline]
pub(crate) fn is_vowel(letter: &u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[inline]
fn shape_of(lower: u64, upper: u64) -> u8 {
    (u8::from(lower != 0) * shape::LOWER) | (u8::from(upper != 0) * shape::UPPER)
}

/// The class of a character outside ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// White space of any width.
    Space,
    /// Invisible: zero-width, bidirectional controls, soft hyphen, selectors.
    Hidden,
    /// A letter of a script that puts white space between words.
    Letter,
    /// A digit or other numeric character.
    Digit,
    /// A combining mark: belongs to the character before it.
    Mark,
    /// A letter of a script without spaces between words: UAX #29 decides.
    Unspaced,
    /// Anything else: punctuation, symbols, emoji.
    Symbol,
}

/// Class of a character outside ASCII (ASCII is answered by [`SHAPE`]).
pub(crate) fn class(c: char) -> Class {
    match c as u32 {
        0x00AD
        | 0x034F
        | 0x061C
        | 0x115F..=0x1160
        | 0x17B4..=0x17B5
        | 0x180B..=0x180F
        | 0x200B..=0x200F
        | 0x202A..=0x202E
        | 0x2060..=0x206F
        | 0x3164
        | 0xFE00..=0xFE0F
        | 0xFEFF
        | 0xFFA0
        | 0xFFF0..=0xFFF8
        | 0x1BCA0..=0x1BCA3
        | 0x1D173..=0x1D17A
        | 0xE0000..=0xE0FFF => Class::Hidden,
        // Found below as well, but late: typographic punctuation and emoji.
        0x2010..=0x2027 | 0x1F300..=0x1F64F | 0x1F680..=0x1F6FF | 0x1F900..=0x1F9FF => {
            Class::Symbol
        }
        0x0300..=0x036F
        | 0x0483..=0x0489
        | 0x1AB0..=0x1AFF
        | 0x1DC0..=0x1DFF
        | 0x20D0..=0x20FF
        | 0xFE20..=0xFE2F => Class::Mark,
        // Thai to Lao, Myanmar, Khmer, kana, Han, Yi to Tai Le: no spaces.
        0x0E00..=0x0EFF
        | 0x1000..=0x109F
        | 0x1780..=0x17FF
        | 0x1950..=0x19DF
        | 0x2E80..=0x2FDF
        | 0x3005..=0x3007
        | 0x3021..=0x3029
        | 0x3031..=0x3035
        | 0x3038..=0x30FF
        | 0x31F0..=0x31FF
        | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF
        | 0xA9E0..=0xA9FF
        | 0xAA60..=0xAADF
        | 0xF900..=0xFAFF
        | 0xFF66..=0xFF9D
        | 0x1B000..=0x1B16F
        | 0x20000..=0x3FFFD => Class::Unspaced,
        _ if is_plain_letter(c) => Class::Letter,
        _ if c.is_whitespace() => Class::Space,
        // Circled and squared letters are symbols to Unicode but letters to
        // the people who write "🅷🅾🅰🆇" with them.
        0x24B6..=0x24E9 | 0x1F130..=0x1F149 | 0x1F150..=0x1F169 | 0x1F170..=0x1F189 => {
            Class::Letter
        }
        _ if c.is_alphabetic() => Class::Letter,
        _ if c.is_numeric() => Class::Digit,
        // Signs that are no letters to Unicode: the killers of vowels in
        // Javanese, Balinese and Devanagari.
        _ if is_combining_mark(c) => Class::Mark,
        _ => Class::Symbol,
    }
}

/// Whether a character is in one of a few blocks that hold nothing but letters. The
/// table of all of Unicode says so, too, but is searched: that took four fifths of the
/// time of a text in Hangul.
fn is_plain_letter(c: char) -> bool {
    matches!(
        c as u32,
        // Latin, Greek and Cyrillic.
        0x00C0..=0x00D6
            | 0x00D8..=0x00F6
            | 0x00F8..=0x02C1
            | 0x0391..=0x03A1
            | 0x03A3..=0x03F5
            | 0x03F7..=0x0481
            | 0x048A..=0x052F
            | 0x1E00..=0x1F15
            // Hebrew, Arabic and Devanagari.
            | 0x05D0..=0x05EA
            | 0x0620..=0x0657
            | 0x066E..=0x06D3
            | 0x0904..=0x0939
            // Hangul.
            | 0x1100..=0x11FF
            | 0xAC00..=0xD7A3
            // Styled Latin letters.
            | 0x1D400..=0x1D454
            | 0x1D552..=0x1D6A5
    )
}

/// Whether a line ends at a character.
pub(super) fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Whether a character cannot be seen.
pub(crate) fn is_hidden(c: char) -> bool {
    !c.is_ascii() && class(c) == Class::Hidden
}

/// Whether a sign is written over the characters that follow it; UAX #29 makes
/// one cluster of it and the next character, even if that is a space.
pub(crate) fn is_prefix_sign(c: char) -> bool {
    matches!(
        c as u32,
        0x0600..=0x0605 | 0x06DD | 0x070F | 0x0890..=0x0891 | 0x08E2 | 0x110BD | 0x110CD
    )
}

/// Whether a character is drawn as a picture.
pub(crate) fn is_pictograph(c: char) -> bool {
    matches!(
        c as u32,
        0x203C
            | 0x2049
            | 0x2122
            | 0x2139
            | 0x2194..=0x21AA
            | 0x231A..=0x23FF
            | 0x25AA..=0x27BF
            | 0x2934..=0x2935
            | 0x2B05..=0x2B55
            | 0x3030
            | 0x303D
            | 0x3297
            | 0x3299
            | 0x1F000..=0x1FAFF
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_letters() {
        for c in '\u{80}'..=char::MAX {
            assert!(!is_plain_letter(c) || !c.is_whitespace(), "{c:?}");
            // Whoever knows the class need not ask again.
            assert!(class(c) != Class::Letter || c.is_alphabetic(), "{c:?}");
        }
        assert!("éЖ\u{1100}가𝗽".chars().all(is_plain_letter));
    }

    #[test]
    fn runs_of_letters_are_those_of_the_table() {
        for byte in 0..=255_u8 {
            for before in 0..20 {
                for capital in [0, 3] {
                    let mut text = vec![b'q'; before];
                    if let Some(letter) = text.get_mut(capital) {
                        *letter = b'Q';
                    }
                    text.extend([byte, b'a', b'1', b'b', b'c', b'd', b'e', b'f', b'g']);
                    let by_table = text
                        .iter()
                        .map(|&byte| SHAPE[usize::from(byte)])
                        .take_while(|bits| bits & shape::LETTER != 0);
                    let expected = by_table.fold((0, 0), |(n, seen), bits| (n + 1, seen | bits));
                    assert_eq!(letters(&text), expected, "{text:?}");
                }
            }
        }
    }
}
