//! Names of months and days.

const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const DAYS: [&str; 7] = [
    "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
];

/// Whether `word` is a month, with a capital or without.
pub(crate) fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| word.eq_ignore_ascii_case(month))
}

/// Whether `word` is a month or a day, with its capital.
pub(in crate::text) fn is_calendar(word: &[u8]) -> bool {
    // Most words beside a hyphen begin with a small letter.
    word.first().is_some_and(u8::is_ascii_uppercase)
        && MONTHS
            .iter()
            .chain(&DAYS)
            .any(|name| name.as_bytes() == word)
}
