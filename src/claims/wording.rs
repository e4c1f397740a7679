//! The words that deny, refute, warn and ask, by which a stance is read.
//!
//! Slang is looked up first (*gak* is read as *tidak*), so these are standard words and
//! what the table of slang does not hold.

/// Deny what follows; the last are Javanese and English, which are mixed in.
pub(super) const NEGATIONS: &[&str] = &[
    "tidak", "tak", "bukan", "belum", "tiada", "tidaklah", "bukanlah", "tanpa", "ora", "not",
];

/// Stand between a negation and what it denies.
pub(super) const BETWEEN: &[&str] = &[
    "ada",
    "adanya",
    "akan",
    "apa",
    "benar",
    "berkata",
    "bilang",
    "bisa",
    "boleh",
    "dapat",
    "ditemukan",
    "itu",
    "juga",
    "lagi",
    "lah",
    "mau",
    "mengatakan",
    "menyatakan",
    "menyebut",
    "mungkin",
    "pernah",
    "pun",
    "satu",
    "sedang",
    "sekali",
    "tuh",
    "yang",
];
/// Most of these in a row.
pub(super) const MOST_BETWEEN: usize = 3;

/// End what a negation reaches.
pub(super) const BREAKS: &[char] = &['.', ',', ';', ':', '!', '?', '\n'];

/// What a refutation says that something is not.
pub(super) const TRUTH: &[&str] = &["benar", "berdasar", "betul", "fakta", "terbukti", "true"];

/// Say by themselves that something is not so.
pub(super) const REFUTATIONS: &[&str] = &[
    "bantah",
    "bantahan",
    "deepfake",
    "dibantah",
    "disanggah",
    "disinformasi",
    "editan",
    "fake",
    "fitnah",
    "hoaks",
    "hoax",
    "hoak",
    "keliru",
    "klarifikasi",
    "membantah",
    "menampik",
    "mengklarifikasi",
    "menepis",
    "menyanggah",
    "menyangkal",
    "menyesatkan",
    "misinformasi",
    "palsu",
    "rekayasa",
    "sanggah",
    "satire",
    "suntingan",
    "tepis",
    "terbantahkan",
    "tiruan",
];

/// Those of what somebody says, which need not be the last word: *KPU membantah, tapi …*
pub(super) const DENIALS: &[&str] = &["dibantah", "membantah", "menepis", "menyangkal"];

/// Lead over to what holds all the same.
pub(super) const CONTRASTS: &[&str] = &["namun", "padahal", "tapi", "ternyata", "tetapi"];

/// So many words behind a denial they are looked for.
pub(super) const MOST_CONTRASTED: usize = 8;

/// Say so where they are what is said of the claim (*isu … cuma ngarang*), and else what
/// somebody is or does.
pub(super) const FALSE: &[&str] = &["bohong", "ngarang", "penipuan"];

/// Link them to what they are said of.
pub(super) const COPULAS: &[&str] = &["adalah", "cuma", "itu"];

/// Labels of fact-checkers, and else other things.
pub(super) const LABELS: &[&str] = &["penipuan", "salah"];

/// What is warned of as *awas penipuan*, behind one of [`BEWARE`].
pub(super) const FRAUD: &[&str] = &["penipuan", "scam"];
pub(super) const BEWARE: &[&str] = &["awas", "hati", "hati-hati"];

/// What nobody should believe: *jangan percaya kabar …*, but not *jangan percaya KPU*.
pub(super) const HEARSAY: &[&str] = &[
    "bahwa",
    "berita",
    "info",
    "informasi",
    "isu",
    "kabar",
    "kalau",
    "klaim",
    "narasi",
    "pesan",
    "soal",
    "tuduhan",
    "video",
];

/// Lead over from it to what it says: *kabar yang bilang …*
pub(super) const LINKS: &[&str] = &["bilang", "menyebut", "yang"];

/// What is warned of: to believe it, and to pass it on.
pub(super) const BELIEVE: &[&str] = &["ketipu", "percaya", "termakan", "tertipu"];
pub(super) const SPREAD: &[&str] = &[
    "meneruskan",
    "menyebarkan",
    "sebar",
    "sebarin",
    "sebarkan",
    "share",
    "teruskan",
];

/// Forbid it.
pub(super) const STOP: &[&str] = &["jangan", "setop", "stop"];

/// So does a negation behind one of these.
pub(super) const REQUESTS: &[&str] = &["diminta", "minta", "mohon"];

/// Stand between such a verb and what it is about: *ketipu sama kabar …*
pub(super) const BY: &[&str] = &["oleh", "sama"];

/// Open a question that leaves open whether it is so, or a condition.
pub(super) const OPENERS: &[&str] = &[
    "andai",
    "apa",
    "apakah",
    "benarkah",
    "bener",
    "benar",
    "beneran",
    "betul",
    "betulkah",
    "bila",
    "emang",
    "emangnya",
    "memang",
    "jika",
    "kalau",
    "masa",
    "masak",
    "seandainya",
];

/// Open a question that takes for granted that it is so.
pub(super) const WHY: &[&str] = &["kenapa", "kok", "mengapa"];

/// Ask by themselves, with a mark behind the question or without.
pub(super) const WHETHER: &[&str] = &["benarkah", "betulkah"];

/// Make up a question that is hung on to what it asks about: *…, bener gak sih?*
pub(super) const HUNG_ON: &[&str] = &[
    "apa", "apakah", "atau", "bang", "benar", "benarkah", "beneran", "betul", "betulkah", "bukan",
    "fakta", "gan", "hoak", "hoaks", "hoax", "ini", "itu", "iya", "kah", "kak", "kan", "min",
    "nih", "pak", "penipuan", "sih", "tidak", "valid", "ya",
];

/// Most of these in a row, so that a text of nothing else is read in linear time.
pub(super) const MOST_HUNG_ON: usize = 10;

/// Those that a question in front is about: *Ini bener gak? …*, but not *Tahu gak? …*
pub(super) const ASKED: &[&str] = &[
    "benar",
    "benarkah",
    "beneran",
    "betul",
    "betulkah",
    "hoak",
    "hoaks",
    "hoax",
    "kebenaran",
    "penipuan",
    "valid",
];

/// Behind *tidak* or *bukan* they make a question of it without a mark: *bener gak sih*.
pub(super) const PARTICLES: &[&str] = &["bang", "gan", "kak", "min", "nih", "pak", "sih", "ya"];

/// The sides of *hoaks atau fakta*, where *tidak* and *bukan* may stand on either.
pub(super) const SIDES: [&[&str]; 2] = [
    &["hoak", "hoaks", "hoax", "penipuan", "bukan", "tidak"],
    &[
        "benar", "beneran", "betul", "fakta", "valid", "bukan", "tidak",
    ],
];

/// Ask somebody for something.
pub(super) const PLEAS: &[&str] = &["minta", "mohon", "tolong"];

/// Who asks for one of these wants to know.
pub(super) const CONFIRM: &[&str] = &[
    "kebenaran",
    "kebenarannya",
    "klarifikasi",
    "klarifikasinya",
    "konfirmasi",
    "konfirmasinya",
];
pub(super) const CHECK: &[&str] = &["cek", "cekin", "dicek"];

/// Say that a question comes, the one behind the other.
pub(super) const WISHES: &[&str] = &["mau", "numpang"];
pub(super) const QUESTION: &[&str] = &["bertanya", "tanya", "nanya"];

/// Go with a plea to check, or with a question whether somebody knows.
pub(super) const PLEADING: &[&str] = &["ada", "dong", "dulu", "kpu", "tahu", "yang"];
