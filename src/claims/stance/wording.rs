//! The words that deny, refute, warn and ask, by which a stance is read.
//!
//! Slang is looked up first (*gak* is read as *tidak*), so these are standard words and
//! what the table of slang does not hold.

/// Most words between a negation and what it denies.
pub(super) const MOST_BETWEEN: usize = 3;
/// So many words behind a denial a contrast is looked for.
pub(super) const MOST_CONTRASTED: usize = 8;
/// Most words of a question that is hung on, so that a text of nothing else is read in
/// linear time.
pub(super) const MOST_HUNG_ON: usize = 10;

/// End a clause, and what a negation reaches.
pub(super) const BREAKS: &[char] = &['.', ',', ';', ':', '!', '?', '\n'];

/// Lists of words.
macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident: $($word:ident)+;)+) => {
        $($(#[$doc])* pub(super) const $name: &[&str] = &[$(stringify!($word)),+];)+
    };
}

lists! {
    /// Deny what follows; the last are Javanese and English, which are mixed in.
    NEGATIONS: tidak tak bukan belum tiada tidaklah bukanlah tanpa ora not;
    /// Stand between a negation and what it denies.
    BETWEEN: ada adanya akan apa benar berkata bilang bisa boleh ceritanya dapat ditemukan itu juga
        lagi lah mau mengatakan menyatakan menyebut mungkin pernah pun satu sedang sekali tuh yang;

    /// What a refutation says that something is not.
    TRUTH: benar berdasar betul fakta terbukti true;
    /// Say by themselves that something is not so.
    REFUTATIONS: bantah bantahan deepfake dibantah disanggah disinformasi editan fake fitnah
        hoaks hoax hoak keliru klarifikasi membantah menampik mengklarifikasi menepis
        menyanggah menyangkal menyesatkan misinformasi palsu rekayasa sanggah satire suntingan
        tepis terbantahkan tiruan;
    /// Those that much else is, too.
    QUALITIES: editan fitnah keliru menyesatkan palsu rekayasa suntingan tiruan;
    /// Those of what somebody says, which need not be the last word: *KPU membantah, tapi …*
    DENIALS: bantah dibantah membantah menepis menyangkal;
    /// Lead over to what holds all the same.
    CONTRASTS: namun padahal tapi ternyata tetapi;
    /// Say so where they are what is said of the claim (*isu … cuma ngarang*), and else what
    /// somebody is or does.
    FALSE: bohong dusta karangan ngaco ngarang ngibul penipuan;
    /// Link them to what they are said of.
    COPULAS: adalah cuma dipastikan hanya hanyalah itu merupakan;
    /// Say that what is called a lie is none: *dibilang hoaks, padahal …*
    CALLED: bilang dibilang dicap dikira disebut dituduh katanya menyebut sebut;
    /// Those that say so without it, in a sentence of its own: *dibilang hoaks. …* What
    /// is *dicap hoaks* is one.
    CALLED_SO: dibilang dikira;
    /// Lead over to what holds in spite of that.
    NEVERTHELESS: kenyataannya nyatanya padahal ternyata;
    /// Leads over to what has come out since: *sekarang terbukti*.
    NOW: sekarang;
    /// Say that people go on with what is not so: *tetap percaya*.
    STILL: kadung masih telanjur terlanjur tetap;
    /// Say that the writer does, too.
    US: aku kami kita saya;
    /// Say of it that it is about.
    ABOUT: beredar viral;
    /// Say in front of *palsu* and the like that somebody found it so: *ternyata palsu*.
    FOUND: beredar bilang dicek dipastikan disebut kata menegaskan menurut menyebut pastikan
        sebut tegaskan telusuri temuan ternyata viral;
    /// What people pass on, if directly in front of it: *gambar palsu*.
    MEDIA: akun broadcast edaran foto gambar klip konten layar meme postingan poster rekaman
        screenshot selebaran unggahan;
    /// Name what is said against somebody.
    CHARGES: isu klaim narasi tuduhan;
    /// Say behind *faktanya* that it is so.
    CONFIRMS: begitu benar memang terbukti;
    /// Go on with what was never stopped.
    GOES_ON: absen berhenti bosan gagal jera kapok lelah lupa malu ragu takut;
    /// Say with *AI* that it is not real.
    MADE: buatan bikinan dibikin dibuat hasil;
    /// Leads over to what is so.
    FACT: faktanya;
    /// Labels of fact-checkers, and else other things.
    LABELS: penipuan salah;

    /// What nobody should believe: *jangan percaya kabar …*, but not *jangan percaya KPU*.
    HEARSAY: bahwa berita info informasi isu kabar kalau klaim narasi pesan soal tuduhan video;
    /// Lead over from it to what it says: *kabar yang bilang …*
    LINKS: bilang mendukung menyebut yang;
    /// Point to what is said here.
    THIS: ini itu tersebut;
    /// What is warned of: to believe it,
    BELIEVE: ketipu percaya termakan tertipu;
    /// to pass it on,
    SPREAD: bagikan membagikan meneruskan menyebar menyebarkan sebar sebarin sebarkan share teruskan;
    /// and fraud.
    FRAUD: penipuan scam;
    /// Forbid it.
    STOP: gausah jangan setop stop usah;
    /// What desks do with hearsay, and ask for.
    CORRECT: luruskan meluruskan;
    IGNORE: abaikan;
    /// So does a negation behind one of these.
    REQUESTS: diminta minta mohon;
    /// Stand between such a verb and what it is about: *ketipu sama kabar …*
    BY: oleh sama;
    /// Warn of fraud.
    BEWARE: awas hati;

    /// Open a question that leaves open whether it is so, or a condition.
    OPENERS: andai apa apakah benarkah bener benar beneran betul betulkah bila emang emangnya
        memang jika kalau masa masak seandainya;
    /// Open a condition.
    IF: andai apabila bila jika kalau seandainya;
    /// Open a question that takes for granted that it is so.
    WHY: kenapa kok mengapa;
    /// Ask by themselves, with a mark behind the question or without.
    WHETHER: benarkah betulkah;
    /// Make up a question that is hung on to what it asks about: *…, bener gak sih?*
    HUNG_ON: apa apakah atau bang benar benarkah beneran betul betulkah bohong bukan fakta gan hoak
        hoaks hoax ini itu iya kah kak kan min nih pak penipuan sih tidak valid ya;
    /// Those that a question in front is about: *Ini bener gak? …*, but not *Tahu gak? …*
    ASKED: benar benarkah beneran betul betulkah hoak hoaks hoax kebenaran penipuan valid;
    /// Behind *tidak* or *bukan* they make a question of it without a mark: *bener gak sih*.
    PARTICLES: bang gan kak min nih pak sih ya;
    /// One side of *hoaks atau fakta*; *tidak* and *bukan* may stand on either,
    HOAXES: hoak hoaks hoax penipuan bukan tidak;
    /// and the other.
    TRUTHS: benar beneran betul fakta valid bukan tidak;

    /// Ask somebody for something.
    PLEAS: minta mohon tolong;
    /// Who asks for one of these wants to know.
    CONFIRM: kebenaran kebenarannya klarifikasi klarifikasinya konfirmasi konfirmasinya
        verifikasi;
    CHECK: cek cekin dicek;
    /// Say that a question comes: *mau tanya*,
    WISHES: mau numpang;
    /// with one of these behind it.
    QUESTION: bertanya tanya nanya;
    /// Go with a plea to check, or with a question whether somebody knows.
    PLEADING: ada dari dong dulu kpu tahu yang;
}

/// Words in a row, each one of a list; of none any word.
pub(super) type Phrase = &'static [&'static [&'static str]];

/// Say of anything that it is not so; the second as fact-checkers call what they label.
pub(super) const UNTRUE: &[Phrase] = &[
    &[NEGATIONS, TRUTH],
    &[
        &["konteks", "konten"],
        &["yang"],
        &["dimanipulasi", "salah"],
    ],
];
/// Say it of a claim that follows.
pub(super) const UNPROVEN: &[Phrase] = &[
    &[NEGATIONS, &["bukti"]],
    &[
        NEGATIONS,
        &["ada", "ditemukan"],
        &["bukti", "data", "fakta"],
    ],
];
/// Say it of a claim that stands in front.
pub(super) const MADE_UP: &[Phrase] = &[&[MADE, &["ai"]], &[MADE, &[], &["ai"]]];
/// This only behind *itu* or the like: else the claim may be about one.
pub(super) const OLD: &[Phrase] = &[&[&["foto", "rekaman", "video"], &["lama"]]];
/// These where nothing follows: not *tidak pernah terjadi sebelumnya*.
pub(super) const NEVER: &[Phrase] = &[
    &[NEGATIONS, &["pernah"], &["terjadi"]],
    &[&["terbukti"], &["keliru", "salah"]],
];
/// These only with *itu* or *kabar*: else what somebody does is a lie,
pub(super) const LIES: &[Phrase] = &[
    &[FALSE],
    &[&["gosip", "rumor"]],
    &[&["isapan"], &["jempol"]],
    &[&["dipelintir"]],
];
/// with *kabar* and nothing behind, or with *klaim*: is a scandal, or
pub(super) const BASELESS: &[Phrase] = &[
    &[
        NEGATIONS,
        &["didukung", "sesuai"],
        &["bukti", "data", "fakta", "kenyataan"],
    ],
    &[
        NEGATIONS,
        &["ada", "memiliki", "punya"],
        &["bukti", "buktinya", "dasar", "dasarnya"],
    ],
    &[NEGATIONS, &["akurat"]],
    &[NEGATIONS, &["masuk"], &["akal"]],
    &[&["tanpa"], &["bukti", "dasar"]],
];
/// with *klaim*: is wrong.
pub(super) const WRONG: &[Phrase] = &[&[FALSE], &[&["salah"]]];
/// Say it in the next sentence.
pub(super) const NEXT: &[Phrase] = &[&[HEARSAY, THIS, FALSE]];

/// Open a question that needs no mark.
pub(super) const WONDERS: &[Phrase] = &[
    &[WHETHER],
    &[&["apa", "apakah"], TRUTH],
    &[&["apa", "apakah"], &["iya"]],
    &[&["apa", "apakah"], &["ini", "itu"], TRUTH],
    &[&["masa", "masak"], &["iya", "sih"]],
];
