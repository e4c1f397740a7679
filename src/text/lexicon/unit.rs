//! Units that numbers are counted in.

use crate::text::chars::lower;

/// Longest entry, in bytes.
const LONGEST: usize = 9;

/// Whether `word` is a unit, in whatever case: of measurement, time or money,
/// a number word, or a classifier of Indonesian.
///
/// Single letters are none (`4G`, `12A`), nor are ordinals (`5th` is fifth as
/// often as *tahun*) and what makes a number an adjective (`2x`, `90an`).
pub(crate) fn is_unit(word: &[u8]) -> bool {
    let mut buffer = [0; LONGEST];
    let Some(lower) = lower(word, &mut buffer) else {
        return false;
    };
    matches!(
        lower,
        // Measures.
        b"mg" | b"gr" | b"gram" | b"kg" | b"kilo" | b"ons" | b"kw" | b"kuintal" | b"ton"
        | b"mm" | b"cm" | b"meter" | b"mtr" | b"km" | b"kilometer" | b"mil" | b"ha" | b"hektar"
        | b"hektare" | b"are" | b"ml" | b"cc" | b"ltr" | b"liter" | b"pon" | b"barel" | b"watt"
        | b"kwh" | b"mw" | b"hz" | b"mhz" | b"ghz" | b"kb" | b"mb" | b"gb" | b"tb" | b"mbps"
        | b"knot" | b"derajat"
        // Time.
        | b"detik" | b"dtk" | b"menit" | b"mnt" | b"jam" | b"hari" | b"hr" | b"minggu" | b"mgg"
        | b"pekan" | b"bulan" | b"bln" | b"tahun" | b"thn" | b"abad" | b"wib" | b"wita" | b"wit"
        | b"am" | b"pm"
        // Money and quantity.
        | b"rb" | b"ribu" | b"jt" | b"juta" | b"miliar" | b"milyar" | b"triliun" | b"trilyun"
        | b"rupiah" | b"dolar" | b"dollar" | b"persen" | b"poin" | b"kali"
        // What is counted.
        | b"orang" | b"org" | b"ekor" | b"buah" | b"lembar" | b"biji" | b"pcs" | b"unit"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        for unit in ["kg", "KG", "juta", "thn", "Kilometer"] {
            assert!(is_unit(unit.as_bytes()), "{unit}");
        }
        for other in ["", "g", "x", "th", "an", "pemilu", "kilometers!"] {
            assert!(!is_unit(other.as_bytes()), "{other}");
        }
    }
}
