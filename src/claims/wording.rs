//! The words that deny, refute, warn and ask, by which a stance is read.
//!
//! Slang is looked up first (*gak* is read as *tidak*), so these are standard words and
//! what the table of slang does not hold.

/// Deny what follows; the last are Javanese, Sundanese and English, which are mixed in.
pub(super) const NEGATIONS: &[&str] = &[
    "tidak", "tak", "bukan", "belum", "tiada", "tidaklah", "bukanlah", "tanpa", "mustahil", "ora",
    "dudu", "mboten", "teu", "henteu", "not",
];

/// Stand between a negation and what it denies.
pub(super) const BETWEEN: &[&str] = &[
    "ada",
    "adanya",
    "akan",
    "ana",
    "apa",
    "benar",
    "berkata",
    "bilang",
    "bisa",
    "boleh",
    "dapat",
    "deh",
    "ditemukan",
    "dong",
    "itu",
    "juga",
    "kok",
    "lagi",
    "lah",
    "lho",
    "loh",
    "mau",
    "mengatakan",
    "menyatakan",
    "menyebut",
    "mungkin",
    "nih",
    "ono",
    "pernah",
    "pun",
    "satu",
    "sedang",
    "sekali",
    "sih",
    "terdapat",
    "tuh",
    "yang",
];
/// Most of these in a row.
pub(super) const MOST_BETWEEN: usize = 3;

/// End what a negation reaches.
pub(super) const BREAKS: &[char] = &['.', ',', ';', ':', '!', '?', '\n'];

/// What a refutation says that something is not.
pub(super) const TRUTH: &[&str] = &["benar", "berdasar", "betul", "fakta", "terbukti", "true"];

/// Stand between a negation and the *bukti* that there is none of.
pub(super) const HAVING: &[&str] = &["ada", "cukup", "ditemukan", "memiliki", "punya", "terdapat"];

/// Say by themselves that something is not so.
pub(super) const REFUTATIONS: &[&str] = &[
    "bantah",
    "bantahan",
    "debunked",
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

/// Say so where they are what is said of the claim (*isu … cuma ngarang*), and else what
/// somebody is or does.
pub(super) const FALSE: &[&str] = &[
    "bohong", "dusta", "ngarang", "ngawur", "penipuan", "phishing", "scam",
];

/// Labels of fact-checkers, and else other things.
pub(super) const LABELS: &[&str] = &["penipuan", "salah"];

/// What is warned of as *awas penipuan*, behind one of [`BEWARE`].
pub(super) const FRAUD: &[&str] = &["penipuan", "phishing", "scam"];
pub(super) const BEWARE: &[&str] = &["awas", "hati", "hati-hati", "modus", "waspada", "waspadai"];

/// Link them to what they are said of.
pub(super) const COPULAS: &[&str] = &[
    "adalah", "cuma", "faktanya", "hanya", "ini", "itu", "jelas", "tersebut",
];

/// Stand behind them.
pub(super) const ALTOGETHER: &[&str] = &["banget", "belaka", "besar", "saja", "semua"];

/// Lead over to what holds all the same: *KPU membantah, tapi …*
pub(super) const CONTRASTS: &[&str] = &[
    "buktinya", "namun", "nyatanya", "padahal", "tapi", "ternyata", "tetapi",
];

/// So many words behind a refutation they are looked for.
pub(super) const MOST_CONTRASTED: usize = 8;

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
    "rumor",
    "tuduhan",
    "unggahan",
    "video",
];

/// What is warned of: to believe it, and to pass it on.
pub(super) const BELIEVE: &[&str] = &[
    "ketipu",
    "percaya",
    "terkecoh",
    "termakan",
    "terpancing",
    "terprovokasi",
    "tertipu",
];
pub(super) const SPREAD: &[&str] = &[
    "meneruskan",
    "menyebarkan",
    "menyebarluaskan",
    "sebar",
    "sebarin",
    "sebarkan",
    "sebarluaskan",
    "share",
    "teruskan",
];

/// Forbid it.
pub(super) const STOP: &[&str] = &["hentikan", "jangan", "setop", "stop"];

/// Stand between such a verb and what it is about: *ketipu sama kabar …*
pub(super) const BY: &[&str] = &["dengan", "oleh", "pada", "sama"];

/// Open a question that leaves open whether it is so, or a condition.
pub(super) const OPENERS: &[&str] = &[
    "andai",
    "andaikan",
    "apa",
    "apabila",
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
    "misalkan",
    "misalnya",
    "seandainya",
];

/// Open a question that takes for granted that it is so.
pub(super) const WHY: &[&str] = &["kenapa", "kok", "mengapa"];

/// Ask by themselves, with a mark behind the question or without.
pub(super) const WHETHER: &[&str] = &["benarkah", "betulkah"];

/// Make up a question that is hung on to what it asks about: *…, bener gak sih?*
pub(super) const HUNG_ON: &[&str] = &[
    "apa", "apakah", "atau", "bang", "begitu", "benar", "benarkah", "beneran", "betul", "betulan",
    "betulkah", "bro", "bu", "bukan", "fakta", "gaes", "gais", "gan", "gitu", "guys", "hoak",
    "hoaks", "hoax", "ini", "is", "it", "itu", "iya", "kah", "kak", "kan", "lur", "mas", "mbak",
    "min", "nih", "pak", "penipuan", "rek", "sih", "this", "tidak", "true", "valid", "ya",
];

/// Most of these in a row, so that a text of nothing else is read in linear time.
pub(super) const MOST_HUNG_ON: usize = 10;

/// Those that a question in front is about: *Ini bener gak? …*, but not *Tahu gak? …*
pub(super) const ASKED: &[&str] = &[
    "benar", "benarkah", "beneran", "betul", "betulan", "betulkah", "hoak", "hoaks", "hoax",
    "penipuan", "true", "valid",
];

/// Behind *tidak* or *bukan* they make a question of it without a mark: *bener gak sih*.
pub(super) const PARTICLES: &[&str] = &[
    "bang", "bro", "bu", "gaes", "gais", "gan", "guys", "kak", "lur", "mas", "mbak", "min", "nih",
    "pak", "rek", "sih", "ya",
];

/// The sides of *hoaks atau fakta*, where *tidak* and *bukan* may stand on either.
pub(super) const SIDES: [&[&str]; 2] = [
    &["hoak", "hoaks", "hoax", "penipuan", "bukan", "tidak"],
    &[
        "asli", "benar", "beneran", "betul", "fakta", "valid", "bukan", "tidak",
    ],
];

/// Ask somebody for something.
pub(super) const PLEAS: &[&str] = &["bantu", "coba", "minta", "mohon", "perlu", "tolong"];

/// Who asks for one of these wants to know.
pub(super) const CONFIRM: &[&str] = &[
    "kebenarannya",
    "klarifikasi",
    "klarifikasinya",
    "konfirmasi",
    "konfirmasinya",
    "verifikasi",
];

/// What else is to be confirmed: *mohon konfirmasi data diri*.
pub(super) const PERSONAL: &[&str] = &[
    "akun",
    "alamat",
    "data",
    "identitas",
    "nama",
    "nomor",
    "pembayaran",
    "pesanan",
    "rekening",
];

/// The same, unless it is another thing that should be looked at: *tolong cek rekening*.
pub(super) const CHECK: &[&str] = &["cek", "cekin", "dicek", "diperiksa", "periksa"];

/// No other thing.
pub(super) const CHECKED: &[&str] = &[
    "apakah",
    "berita",
    "dong",
    "dulu",
    "fakta",
    "faktanya",
    "info",
    "informasi",
    "isu",
    "kabar",
    "kebenaran",
    "kebenarannya",
    "lagi",
    "narasi",
    "video",
];

/// Say that a question comes, the one behind the other.
pub(super) const WISHES: &[&str] = &["ijin", "ingin", "izin", "mau", "numpang"];
pub(super) const QUESTION: &[&str] = &["bertanya", "nanya", "tanya"];
