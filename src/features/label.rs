//! The label that fact-checkers put on a text.

/// What a label says, in small letters and without what is no letter. Only what
/// calls a claim false: whoever writes `[BENAR]` or `[CEK FAKTA]` in front of a lie
/// wants it to be believed.
const LABELS: [&[u8]; 9] = [
    b"salah",
    b"hoaks",
    b"hoax",
    b"keliru",
    b"palsu",
    b"disinformasi",
    b"misinformasi",
    b"menyesatkan",
    b"tidakbenar",
];
/// Letters of the longest.
const LONGEST: usize = 12;
/// Bytes of a text in which labels are looked for; a fixed number, so that a long
/// text costs no more.
const LOOKED_AT: usize = 512;
/// Bytes between brackets, at most.
const WIDEST: usize = 24;

/// Whether a text bears such a label: in square brackets (`[SALAH]`,
/// `[Disinformasi !]`) among its first 512 bytes, or as its first word before a
/// colon (`HOAKS: …`), in any case.
///
/// A mere `Salah!` is something that people say.
pub(super) fn is_refuted(text: &str) -> bool {
    let bytes = text.as_bytes();
    let bytes = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    opens_with_label(bytes) || (bytes.contains(&b'[') && has_label_in_brackets(bytes))
}

fn has_label_in_brackets(bytes: &[u8]) -> bool {
    // What stands behind each opening bracket; the first part stands behind none.
    bytes.split(|&byte| byte == b'[').skip(1).any(|rest| {
        let rest = rest.get(..=WIDEST).unwrap_or(rest);
        let end = rest.iter().position(|&byte| byte == b']');
        end.and_then(|end| rest.get(..end)).is_some_and(is_label)
    })
}

fn opens_with_label(bytes: &[u8]) -> bool {
    let end = bytes.iter().take(WIDEST).position(|&byte| byte == b':');
    end.and_then(|end| bytes.get(..end)).is_some_and(is_label)
}

/// Whether the ASCII letters of `bytes` are those of a label.
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
        .is_some_and(|word| LABELS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_found() {
        for label in LABELS {
            let label = std::str::from_utf8(label).unwrap();
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
        ] {
            assert!(!is_refuted(text), "{text}");
        }
        let late = format!("{}[salah]", "x".repeat(LOOKED_AT - 6));
        assert!(!is_refuted(&late));
    }
}
