//! Abbreviations that are written with a final full stop.
//!
//! The stop belongs to the abbreviation and, unless the abbreviation is one
//! that may close a sentence, says nothing about where the sentence ends.

/// What stands behind an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Follow {
    /// A name or another title: `Prof.`, `Jl.`, `PT.`; never ends a sentence.
    Name,
    /// A number: `No.`, `hlm.`. The same letters are often a word, so without
    /// the number it is none.
    Number,
    /// Anything, or the end of the sentence: `dll.`, `Tbk.`.
    Any,
}

/// Longest entry, in bytes.
const LONGEST: usize = 7;

/// What follows the abbreviation `word`, written without its last stop, in
/// whatever case; `None` if it is none.
pub(crate) fn follow(word: &[u8]) -> Option<Follow> {
    if word.len() > LONGEST {
        return None;
    }
    let mut lower = [0; LONGEST];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    let lower = &*lower;
    // A capital is evidence where the small letters are a word or a unit.
    let capital = word.first().is_some_and(u8::is_ascii_uppercase);
    let among = |list: &[&str]| list.iter().any(|entry| entry.as_bytes() == lower);
    if among(NAME) || (capital && among(NAME_CAPITAL)) {
        Some(Follow::Name)
    } else if among(NUMBER) {
        Some(Follow::Number)
    } else if among(ANY) || (capital && among(ANY_CAPITAL)) {
        Some(Follow::Any)
    } else {
        None
    }
}

/// Titles, ranks, forms of address, and what precedes the name of a place or
/// a firm.
const NAME: &[&str] = &[
    "purn", "prof", "dr", "drs", "dra", "drg", "drh", "ir", "hj", "kh", "ust", "ustz", "tgk",
    "tgh", "bpk", "sdr", "sdri", "yth", "ytc", "tn", "ny", "nn", "mr", "mrs", "ms", "rev", "jend",
    "letjen", "mayjen", "brigjen", "letkol", "kapt", "lettu", "letda", "komjen", "irjen", "akbp",
    "kompol", "jl", "jln", "gg", "kec", "kab", "kel", "prov", "dsn", "pt", "cv", "vs", "cf", "tb",
    "rr", "bp", "kombes", "ipda", "iptu", "aiptu", "aipda", "bripka", "brigpol", "bripda", "peltu",
    "pelda", "serka", "sertu", "serda", "kopda", "pratu", "prada", "plt", "plh", "pjs", "muh",
    "moh", "mochd", "mohd", "abd", "mis", "lih", "bdk", "sta", "alm", "almh", "sie",
];
/// The same, where without a capital the letters are something else.
const NAME_CAPITAL: &[&str] = &[
    "ec", "ng", "gst", "dok", "univ", "fak", "jur", "dept", "perum", "komp", "ling", "apt", "ns",
    "bd", "adv", "pol", "qs", "hr", "rs", "st", "kol", "dk", "ds", "kp", "pdt", "pr", "sr", "fr",
    "mgr", "pj", "gd", "gn", "tj", "ud", "inf", "czi", "pnb", "arh", "arm", "cpl", "ky", "rd",
    "rm", "dt", "ach", "ev", "kep", "gen", "sen", "mt", "ft", "kom",
];
/// What precedes a number.
const NUMBER: &[&str] = &[
    "rek", "no", "nos", "nr", "hlm", "hal", "ps", "psl", "art", "vol", "ed", "tgl", "pkl", "thn",
    "th", "gbr", "lamp", "kav", "lt", "rt", "rw", "pp", "telp", "tlp", "tel", "fax", "faks",
];
/// What closes a list or a firm's name as well as it goes on.
const ANY: &[&str] = &[
    "dll", "dsb", "dst", "dkk", "dlsb", "tbk", "ltd", "inc", "corp", "pte", "llc", "bhd", "etc",
    "tsb", "ybs", "ttd", "sbb", "swt", "saw", "bln", "mgg", "jt", "rb",
];
/// The same, where without a capital the letters are a word.
const ANY_CAPITAL: &[&str] = &[
    "co", "jr", "ph", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "agt", "agst", "sep",
    "sept", "okt", "oct", "nov", "des", "dec",
];

/// Whether `word` commonly opens a sentence and is no name: behind `Vitamin C.`
/// it tells a full stop from the stop of an initial.
pub(crate) fn opens_sentence(word: &[u8]) -> bool {
    OPENERS
        .iter()
        .any(|opener| word.eq_ignore_ascii_case(opener.as_bytes()))
}

const OPENERS: &[&str] = &[
    "ada",
    "adapun",
    "agar",
    "akan",
    "akhirnya",
    "akibatnya",
    "anda",
    "apa",
    "apabila",
    "apakah",
    "bagi",
    "bahkan",
    "bahwa",
    "banyak",
    "beberapa",
    "begitu",
    "belum",
    "berbagai",
    "berdasarkan",
    "bila",
    "bukan",
    "dalam",
    "dan",
    "dari",
    "daripada",
    "demikian",
    "dengan",
    "di",
    "dia",
    "hal",
    "hanya",
    "hari",
    "harus",
    "hingga",
    "ia",
    "ini",
    "itu",
    "itulah",
    "jadi",
    "jangan",
    "jika",
    "juga",
    "kali",
    "kalau",
    "kami",
    "karena",
    "ke",
    "kedua",
    "kemudian",
    "kepada",
    "ketika",
    "kini",
    "kita",
    "lalu",
    "maka",
    "masih",
    "masyarakat",
    "melalui",
    "menurut",
    "mereka",
    "meski",
    "meskipun",
    "misalnya",
    "mungkin",
    "namun",
    "oleh",
    "pada",
    "padahal",
    "para",
    "pemerintah",
    "pihak",
    "saat",
    "salah",
    "sampai",
    "saya",
    "sebab",
    "sebagai",
    "sebanyak",
    "sebelum",
    "sebelumnya",
    "sebuah",
    "sedangkan",
    "sehingga",
    "sejak",
    "sekarang",
    "selain",
    "selama",
    "seluruh",
    "semua",
    "sementara",
    "seorang",
    "seperti",
    "sesuai",
    "setelah",
    "setiap",
    "sudah",
    "supaya",
    "tahun",
    "tak",
    "tapi",
    "telah",
    "tepat",
    "terima",
    "tetapi",
    "tidak",
    "untuk",
    "walaupun",
    "warga",
    "yang",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_entry_is_longer_than_it_may_be() {
        let lists = [NAME, NAME_CAPITAL, NUMBER, ANY, ANY_CAPITAL];
        assert!(lists.concat().iter().all(|entry| entry.len() <= LONGEST));
        assert_eq!(follow(b"PROF"), Some(Follow::Name));
        assert_eq!(follow(b"dlL"), Some(Follow::Any));
        assert_eq!((follow(b"nov"), follow(b"Nov")), (None, Some(Follow::Any)));
        assert_eq!(follow(b"pemilu"), None);
    }
}
