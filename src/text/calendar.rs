//! Names of months and days.

/// Whether `word` is one of them, with its capital.
pub(super) fn is_calendar(word: &[u8]) -> bool {
    matches!(
        word,
        b"Januari"
            | b"Februari"
            | b"Maret"
            | b"April"
            | b"Mei"
            | b"Juni"
            | b"Juli"
            | b"Agustus"
            | b"September"
            | b"Oktober"
            | b"November"
            | b"Desember"
            | b"Senin"
            | b"Selasa"
            | b"Rabu"
            | b"Kamis"
            | b"Jumat"
            | b"Sabtu"
            | b"Minggu"
    )
}
