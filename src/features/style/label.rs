//! The label that fact-checkers put on a text.

use crate::features::style::start::{is_start, starts};

/// What a label says, in small letters and without what is no letter. Only what
/// calls a claim false: whoever writes `[BENAR]` or `[CEK FAKTA]` in front of a lie
/// wants it to be believed.
const LABELS: [&str; 9] = [
    "salah",
    "hoaks",
    "hoax",
    "keliru",
    "palsu",
    "disinformasi",
    "misinformasi",
    "menyesatkan",
    "tidakbenar",
];
/// Letters of the longest.
const LONGEST: usize = 12;
/// Bytes of a text in which labels are looked for: few enough to be compared at once.
const LOOKED_AT: usize = 64;
/// Bytes before the first word, at most.
const DECKED: usize = 16;
/// Bytes between brackets, at most.
const WIDEST: usize = 24;

/// Whether a text bears such a label: in square brackets (`[SALAH]`,
/// `[Disinformasi !]`) among its first 64 bytes, or as its first word before a
/// colon (`HOAKS: …`), in any case, behind at most 16 bytes of blanks, emoji, `*`
/// and `_`.
///
/// A mere `Salah!` is something that people say.
pub(super) fn is_refuted(text: &str) -> bool {
    let bytes = text.as_bytes();
    let bytes = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    opens_with_label(bytes) || has_label_in_brackets(bytes)
}

fn has_label_in_brackets(bytes: &[u8]) -> bool {
    // Most texts have no bracket, and are done with here: all bytes are compared at
    // once, without a branch on any.
    let has_bracket = match bytes.first_chunk::<LOOKED_AT>() {
        Some(all) => all.iter().fold(false, |any, &byte| any | (byte == b'[')),
        None => bytes.contains(&b'['),
    };
    // What stands behind each; the first part stands behind none.
    has_bracket
        && (bytes.split(|&byte| byte == b'[').skip(1)).any(|inside| labelled_up_to(b']', inside))
}

fn opens_with_label(bytes: &[u8]) -> bool {
    // Most texts begin with another word, and are done with here.
    let word = bytes
        .iter()
        .take(DECKED + 1)
        .position(|&byte| !is_decked(byte));
    let bytes = word.and_then(|at| bytes.get(at..)).unwrap_or_default();
    let Some(four) = bytes.first_chunk() else {
        return false;
    };
    let four = u32::from_le_bytes(*four) | SMALL;
    is_start(&STARTS, four) && labelled_up_to(b':', bytes)
}

/// Blanks, the marks of bold and slanted letters in chats (`*HOAKS*: …`), and what is
/// no ASCII, as emoji are.
fn is_decked(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'*' | b'_') || !byte.is_ascii()
}

/// Whether what stands before the first `end` is a label.
fn labelled_up_to(end: u8, bytes: &[u8]) -> bool {
    let end = bytes.iter().take(WIDEST).position(|&byte| byte == end);
    end.and_then(|end| bytes.get(..end)).is_some_and(is_label)
}

/// The bit that small letters have and capitals have not, of four letters.
const SMALL: u32 = u32::from_le_bytes([0x20; 4]);

const STARTS: [u32; LABELS.len()] = starts(&LABELS);

/// Whether `bytes` without blanks and ASCII marks is a label.
fn is_label(bytes: &[u8]) -> bool {
    let mut letters = [0; LONGEST];
    let mut count = 0;
    for letter in bytes
        .iter()
        .filter(|byte| !byte.is_ascii_punctuation() && **byte != b' ')
    {
        let Some(free) = letters.get_mut(count) else {
            return false;
        };
        *free = letter.to_ascii_lowercase();
        count += 1;
    }
    letters
        .get(..count)
        .is_some_and(|word| LABELS.iter().any(|label| label.as_bytes() == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_found() {
        for label in LABELS {
            assert!(label.len() <= LONGEST);
            for text in [
                format!("[{}] Kotak suara hilang", label.to_uppercase()),
                format!("Cek lagi: [ {label} ! ] kotak suara hilang"),
                format!("{label} : kotak suara hilang"),
                format!("{}[{label}]", "x".repeat(LOOKED_AT - label.len() - 2)),
            ] {
                assert!(is_refuted(&text), "{text}");
            }
        }
        assert!(is_refuted("[Tidak Benar] TPS tutup"));
        assert!(is_refuted("*HOAKS*: TPS tutup"));
        assert!(is_refuted(" \n** HOAKS **: TPS tutup"));
        assert!(is_refuted(&format!(
            "{}hoaks: TPS tutup",
            " ".repeat(DECKED)
        )));
        assert!(is_refuted("\u{1f6a8}\u{26a0}\u{fe0f} Hoaks: TPS tutup"));
        assert!(is_refuted("[1] a [] b [[salah]]"));
    }

    #[test]
    fn what_is_no_label_is_none() {
        for text in [
            "",
            "[",
            "[]",
            ":",
            "salah",
            "Salah! TPS buka sampai siang",
            "salah satu: TPS tutup",
            "[BENAR] kotak suara hilang",
            "[CEK FAKTA] kotak suara hilang",
            "[salah satu] TPS tutup",
            "[salah TPS tutup",
            "salah] TPS tutup",
            "(salah) TPS tutup",
            "[sal\u{e4}h] TPS tutup",
            "Berita ini salah: TPS tutup",
            "[                        salah]",
            "Hoak",
            "\"HOAKS: TPS tutup",
        ] {
            assert!(!is_refuted(text), "{text}");
        }
        let far = format!("{}hoaks: TPS tutup", " ".repeat(DECKED + 1));
        assert!(!is_refuted(&far));
        let late = format!("{}[salah]", "x".repeat(LOOKED_AT - 6));
        assert!(!is_refuted(&late));
    }
}
