//! Words that tell a sentence's end or beginning.

use crate::text::abbreviation::opens_sentence;

/// Whether `word` is in `list`, which is in lower case.
pub(super) fn among(word: &str, list: &[&str]) -> bool {
    list.iter().any(|entry| word.eq_ignore_ascii_case(entry))
}

/// Whether a capitalised `word` is likelier to open a sentence than to be a
/// name.
pub(super) fn is_opener(word: &str) -> bool {
    opens_sentence(word.as_bytes())
        || among(word, COMMON)
        // `Salinannya`, `Sayangnya`.
        || (word.len() >= 6 && word.ends_with("nya"))
}

/// Whether `word` looks like a verb with a prefix: `terdengar`, `menggema`.
pub(super) fn is_inflected(word: &str) -> bool {
    word.len() >= 6
        && ["ter", "men", "mem", "ber", "di", "mel"]
            .iter()
            .any(|prefix| word.starts_with(prefix))
}

/// Nouns, verbs and adverbs that often stand first.
const COMMON: &[&str] = &[
    "acara",
    "acuan",
    "alasan",
    "anak",
    "anggaran",
    "anggota",
    "aparat",
    "aturan",
    "baginya",
    "bagaimana",
    "barang",
    "baru",
    "besok",
    "bukti",
    "cara",
    "coba",
    "cuma",
    "daftar",
    "dana",
    "data",
    "dampak",
    "dokumen",
    "dua",
    "empat",
    "enam",
    "entah",
    "hadirin",
    "harga",
    "hasil",
    "informasi",
    "isi",
    "jaksa",
    "jumlah",
    "kabar",
    "kadang",
    "kapan",
    "kapolres",
    "kasus",
    "kata",
    "kecuali",
    "kegiatan",
    "kejadian",
    "keluarga",
    "kemarin",
    "kenapa",
    "ketua",
    "keputusan",
    "keterangan",
    "ketiga",
    "keduanya",
    "kondisi",
    "korban",
    "laporan",
    "lima",
    "mana",
    "mari",
    "memang",
    "mengapa",
    "mohon",
    "nama",
    "nanti",
    "orang",
    "panitia",
    "pasalnya",
    "pedagang",
    "pelaku",
    "pemilih",
    "pemilu",
    "pengamat",
    "pengawas",
    "pengunjung",
    "penonton",
    "penyidik",
    "perusahaan",
    "peserta",
    "pertama",
    "perwakilan",
    "petugas",
    "polisi",
    "rapat",
    "notula",
    "pleno",
    "relawan",
    "rencana",
    "rencananya",
    "rombongan",
    "saksi",
    "sang",
    "sayang",
    "sebagian",
    "sebaliknya",
    "sekitar",
    "selanjutnya",
    "semoga",
    "seolah",
    "sidang",
    "siapa",
    "silakan",
    "situasi",
    "suasana",
    "suara",
    "surat",
    "tanpa",
    "tentu",
    "terdakwa",
    "ternyata",
    "tersangka",
    "tiap",
    "tiga",
    "tiba",
    "tim",
    "tujuan",
    "usai",
    "wartawan",
    "waktu",
    "walau",
];

/// Words that no sentence ends in: a line that does goes on.
pub(super) const BOUND: &[&str] = &[
    "di", "ke", "dari", "dan", "atau", "yang", "untuk", "dengan", "oleh", "pada", "dalam", "bahwa",
    "sebagai", "para", "serta", "antara", "tentang", "terhadap", "menurut", "adalah", "sang", "si",
    "hari", "bulan", "tahun", "sebanyak", "pukul", "tanggal", "sekitar", "hingga", "sampai",
    "nomor",
];

/// Clipped words that no sentence ends in.
pub(super) const CLIPPED: &[&str] = &[
    "yg", "dgn", "utk", "pd", "dr", "krn", "spt", "bhw", "dlm", "kpd", "thd", "ttg", "sbg", "jam",
    "pukul", "spy", "an", "up", "cq", "ub", "ca", "fc", "bp", "wr", "tlp", "telp", "hub", "pkl",
    "tgl",
];

/// What a letter or number of a list is referred to by: `huruf b`.
pub(super) const LABELLED: &[&str] = &[
    "huruf",
    "butir",
    "poin",
    "angka",
    "vitamin",
    "kelas",
    "golongan",
    "blok",
    "hepatitis",
    "tipe",
    "kategori",
    "grup",
    "gedung",
    "paket",
    "opsi",
    "pilihan",
    "nomor",
    "lampiran",
    "bagian",
];

/// What an inline list comes behind.
pub(super) const LISTING: &[&str] = &[
    "yaitu", "yakni", "adalah", "berikut", "meliputi", "lain", "ialah", "dan", "atau", "serta",
    "dari",
];

/// First words of a heading that a number follows.
pub(super) const HEADING: &[&str] = &[
    "bab", "bagian", "pasal", "lampiran", "babak", "seksi", "butir", "ayat", "langkah", "tips",
    "tahap", "soal", "poin",
];

/// What a title follows: within it, `!` and `?` are its own.
pub(super) const TITLED: &[&str] = &[
    "film", "lagu", "buku", "novel", "album", "sinetron", "serial", "majalah", "band", "berjudul",
    "komik", "drama", "bertajuk", "gim", "game", "grup", "tabloid", "lakon",
];

/// What a quoted title follows besides.
pub(super) const CALLED: &[&str] = &[
    "acara", "program", "artikel", "judul", "rubrik", "kolom", "segmen", "diskusi", "podcast",
    "kanal", "lomba", "lakon", "puisi", "cerpen", "poster", "spanduk", "slogan", "semboyan",
    "moto",
];

/// Words that go on with a clause whose last word is a name with a mark.
pub(super) const CARRY: &[&str] = &[
    "untuk", "dan", "yang", "di", "ke", "dari", "dengan", "telah", "akan", "adalah", "menjadi",
    "karena", "pada", "dalam", "atau", "tidak", "oleh", "milik", "karya", "versi", "edisi",
    "sebagai", "itu", "tersebut", "lewat",
];

/// Verbs of speech that take an object unless nothing follows.
pub(super) const STATES: &[&str] = &[
    "menegaskan",
    "menambahkan",
    "menjelaskan",
    "mengatakan",
    "menuturkan",
    "mengungkapkan",
    "memaparkan",
    "mengingatkan",
    "meminta",
    "memerintah",
    "mengajak",
    "menantang",
    "menyindir",
    "memperingatkan",
    "melanjutkan",
    "menyapa",
    "menegur",
    "mengulang",
    "mengulangi",
    "memuji",
    "mencibir",
    "mengejek",
    "mendesak",
    "mengiyakan",
    "membantah",
    "menyangkal",
    "mengaku",
    "menutup",
    "menggoda",
    "tertawa",
    "terkekeh",
];

/// Words that keep a verb of speech from reporting what was quoted.
pub(super) const DENIES: &[&str] = &[
    "tidak", "tak", "belum", "sudah", "telah", "akan", "ingin", "mau", "pun", "lalu", "kemudian",
    "enggan", "sempat", "hanya", "yang", "diam", "dan",
];

/// How a speaker may be said to speak.
pub(super) const MANNER: &[&str] = &[
    "sambil", "lirih", "pelan", "singkat", "tegas", "ketus", "lantang", "keras", "dengan", "lagi",
    "cepat", "seraya", "santai", "dingin", "sinis", "bangga", "gugup",
];

/// Names that are written with an exclamation mark.
pub(super) const MARKED: &[&str] = &[
    "yahoo", "jeopardy", "kahoot", "yum", "joomla", "wham", "kapow",
];

/// Verbs of speech that take a reporter before them: `Pak Darmo menyahut`.
pub(super) const SPEAKS: &[&str] = &[
    "menyahut",
    "menjawab",
    "bertanya",
    "berkata",
    "berseru",
    "berteriak",
    "berujar",
    "berucap",
    "bergumam",
    "berbisik",
    "membalas",
    "menimpali",
    "menyela",
    "menukas",
    "mengeluh",
    "membentak",
    "menghardik",
    "memprotes",
    "menggerutu",
    "berpesan",
    "memohon",
    "mendesah",
    "memotong",
    "menyambung",
    "berdalih",
    "berkelakar",
    "bercanda",
    "memekik",
    "menjerit",
    "menyergah",
    "memanggil",
    "mengumpat",
    "kata",
    "ujar",
    "ucap",
    "tutur",
    "jawab",
    "sahut",
    "bilang",
    "katanya",
    "ujarnya",
];

/// Verbs of speech that take the reporter behind them: `kata dia`.
pub(super) const SAID: &[&str] = &[
    "kata",
    "ujar",
    "ucap",
    "tutur",
    "jawab",
    "sahut",
    "tanya",
    "jelas",
    "tegas",
    "ungkap",
    "papar",
    "tambah",
    "imbuh",
    "sebut",
    "lanjut",
    "tulis",
    "seru",
    "teriak",
    "keluh",
    "pesan",
    "pinta",
    "timpal",
    "bisik",
    "gumam",
    "cetus",
    "tukas",
    "pungkas",
    "tandas",
    "terang",
    "beber",
    "kenang",
    "kilah",
    "canda",
    "sambung",
    "katanya",
    "ujarnya",
    "ucapnya",
    "tuturnya",
    "jawabnya",
    "jelasnya",
    "tegasnya",
    "ungkapnya",
    "tanyanya",
    "tulisnya",
    "tambahnya",
    "imbuhnya",
    "serunya",
    "teriaknya",
    "pungkasnya",
    "tandasnya",
];

/// Endings of file names that an ordinary word could glue to.
pub(super) const EXTENSIONS: &[&str] = &[
    "pdf", "doc", "docx", "jpg", "jpeg", "png", "gif", "mp3", "mp4", "avi", "xls", "xlsx", "csv",
    "zip", "rar", "js", "py", "rs", "ts", "md", "db", "id", "apk", "exe", "html", "htm", "php",
    "txt", "ppt", "pptx", "json", "xml",
];
