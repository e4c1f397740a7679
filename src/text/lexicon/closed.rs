//! Closed lists: clitics, and words that end like one, written by hand.
//!
//! The forms are lower-case letters without hyphens or apostrophes. Which
//! adverbs are one word follows the dictionaries and, where these and
//! Universal Dependencies differ, the majority of its Indonesian treebanks.

/// The clitics that hang on anything: names, acronyms, numbers.
pub(in crate::text) const ENCLITICS: [&[u8]; 6] = [b"nya", b"lah", b"kah", b"pun", b"ku", b"mu"];

/// Roots of up to five letters that end like a clitic and take prefixes.
pub(crate) fn is_short_like_clitic(root: &[u8]) -> bool {
    matches!(
        root,
        b"aku"
            | b"ampun"
            | b"baku"
            | b"beku"
            | b"buku"
            | b"kaku"
            | b"laku"
            | b"paku"
            | b"saku"
            | b"siku"
            | b"suku"
            | b"ilmu"
            | b"jamu"
            | b"jemu"
            | b"ramu"
            | b"semu"
            | b"tamu"
            | b"temu"
            | b"belah"
            | b"kalah"
            | b"kilah"
            | b"lelah"
            | b"olah"
            | b"pilah"
            | b"salah"
            | b"ulah"
            | b"nikah"
            | b"rekah"
    )
}

/// Words in -nya that mean more than host and pronoun: adverbs and
/// conjunctions that dictionaries list, and their common spellings.
pub(crate) fn is_adverb(word: &[u8]) -> bool {
    matches!(
        word,
        b"hanya"
            | b"hnya"
            | b"punya"
            | b"tanya"
            | b"nanya"
            | b"menanya"
            | b"penanya"
            | b"nyonya"
            | b"empunya"
            | b"bahwasanya"
            | b"bahwasannya"
            | b"hanyasanya"
            | b"adakalanya"
            | b"agaknya"
            | b"ahirnya"
            | b"akhirnya"
            | b"berikutnya"
            | b"biasanya"
            | b"contohnya"
            | b"diantaranya"
            | b"emangnya"
            | b"harusnya"
            | b"hendaknya"
            | b"kayaknya"
            | b"keknya"
            | b"kesemuanya"
            | b"khususnya"
            | b"kiranya"
            | b"kyknya"
            | b"lainnya"
            | b"lainya"
            | b"makanya"
            | b"memangnya"
            | b"mestinya"
            | b"misalnya"
            | b"nampaknya"
            | b"pokoknya"
            | b"pokonya"
            | b"rupanya"
            | b"sebagainya"
            | b"sebaliknya"
            | b"sebelumnya"
            | b"sebenarnya"
            | b"sebenernya"
            | b"sebetulnya"
            | b"seandainya"
            | b"sedapatnya"
            | b"sedianya"
            | b"sedikitnya"
            | b"sejatinya"
            | b"sekiranya"
            | b"selamanya"
            | b"selanjutnya"
            | b"selayaknya"
            | b"selengkapnya"
            | b"semestinya"
            | b"sepenuhnya"
            | b"sepertinya"
            | b"seterusnya"
            | b"seyogianya"
            | b"soalnya"
            | b"tampaknya"
            | b"tentunya"
            | b"umpamanya"
            | b"umumnya"
    )
}

/// Words with se- that stand without -nya as well, so `setelahnya` is two.
pub(crate) fn is_free_with_se(word: &[u8]) -> bool {
    matches!(
        word,
        b"sebelah"
            | b"sejenis"
            | b"sekeliling"
            | b"sekeluarga"
            | b"selain"
            | b"semacam"
            | b"semasa"
            | b"sendiri"
            | b"seorang"
            | b"sepanjang"
            | b"separuh"
            | b"sepeninggal"
            | b"seperempat"
            | b"sepertiga"
            | b"seputar"
            | b"sesama"
            | b"sesuatu"
            | b"sesudah"
            | b"setelah"
            | b"setengah"
            | b"seumur"
    )
}

/// Words in -lah, -kah, -pun, -ku or -mu that are one word, and no root of the
/// lexicon says so.
pub(crate) fn is_one_word(word: &[u8]) -> bool {
    matches!(
        word,
        b"adalah"
            | b"ialah"
            | b"mengalah"
            | b"ngalah"
            | b"yaelah"
            | b"setelah"
            | b"stelah"
            | b"setalah"
            | b"telah"
            | b"adapun"
            | b"andaipun"
            | b"biarpun"
            | b"kendatipun"
            | b"maupun"
            | b"meskipun"
            | b"sekalipun"
            | b"sungguhpun"
            | b"walaupun"
            | b"walopun"
            | b"amrullah"
            | b"abdulah"
            | b"barkah"
            | b"adilah"
            | b"barakah"
            | b"delilah"
            | b"ishlah"
            | b"jalilah"
            | b"khalilah"
            | b"makkah"
            | b"malikah"
            | b"mekkah"
            | b"nabilah"
            | b"rafikah"
            | b"sebilah"
            | b"ramallah"
            | b"jammu"
            | b"isamu"
            | b"susumu"
            | b"sudoku"
            | b"billah"
            | b"masiku"
            | b"sepaku"
    )
}

/// Words that the root list has whole, or with a prefix and a root that ends
/// like a clitic, although they are two.
pub(crate) fn is_two_words(word: &[u8]) -> bool {
    matches!(
        word,
        b"itulah"
            | b"berilah"
            | b"kaulah"
            | b"kasihanilah"
            | b"optimislah"
            | b"sepilah"
            | b"tewaslah"
            | b"memangkah"
            | b"jgnlah"
            | b"marimu"
            | b"takmu"
            | b"bahuku"
            | b"beliku"
            | b"modalku"
            | b"mejamu"
            | b"tuanku"
            | b"kalaupun"
            | b"menontonpun"
    )
}

/// Verbs behind *ku-* and *kau-* of whose roots nothing says that they are verbs, or
/// that make another word with them (*kucar-kacir*).
pub(crate) fn takes_proclitic(verb: &[u8]) -> bool {
    matches!(
        verb,
        b"akui"
            | b"antar"
            | b"benci"
            | b"cari"
            | b"cinta"
            | b"dapat"
            | b"dekap"
            | b"gali"
            | b"gapai"
            | b"hapus"
            | b"hibur"
            | b"ikat"
            | b"ikuti"
            | b"injak"
            | b"jemput"
            | b"jumpa"
            | b"kejar"
            | b"ketahui"
            | b"lalui"
            | b"lawan"
            | b"minta"
            | b"nanti"
            | b"panjat"
            | b"pegang"
            | b"peluk"
            | b"petik"
            | b"puja"
            | b"pukul"
            | b"rawat"
            | b"sangka"
            | b"sebut"
            | b"simpan"
            | b"sukai"
            | b"tanam"
            | b"tanya"
            | b"tatap"
            | b"temui"
            | b"tendang"
            | b"terima"
            | b"titip"
            | b"tutup"
            | b"undang"
            | b"usap"
    )
}

/// Two letters that stand for a noun: `hpku`, `wanya`.
pub(crate) fn is_abbreviation(word: &[u8]) -> bool {
    matches!(
        word,
        b"hp" | b"wa" | b"ig" | b"fb" | b"tv" | b"pc" | b"ac" | b"kk" | b"sd"
    )
}
