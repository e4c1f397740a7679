//! Words that open sentences.

use crate::text::chars::lower;

/// Longest entry, in bytes.
const LONGEST: usize = 11;

/// Whether `word` commonly opens a sentence and is no name: behind `Vitamin C.`
/// it tells a full stop from the stop of an initial.
pub(crate) fn opens_sentence(word: &[u8]) -> bool {
    let mut buffer = [0; LONGEST];
    let Some(lower) = lower(word, &mut buffer) else {
        return false;
    };
    matches!(
        lower,
        // Conjunctions.
        b"agar" | b"apabila" | b"bahkan" | b"bahwa" | b"bila" | b"dan" | b"hingga" | b"jika"
        | b"kalau" | b"karena" | b"kemudian" | b"ketika" | b"lalu" | b"maka" | b"meski"
        | b"meskipun" | b"namun" | b"padahal" | b"sebab" | b"sebelum" | b"sedangkan" | b"sehingga"
        | b"sejak" | b"selama" | b"sementara" | b"setelah" | b"supaya" | b"tapi" | b"tetapi"
        | b"walaupun" | b"yang"
        // Prepositions.
        | b"bagi" | b"berdasarkan" | b"dalam" | b"dari" | b"daripada" | b"dengan" | b"di" | b"ke"
        | b"kepada" | b"melalui" | b"menurut" | b"oleh" | b"pada" | b"sampai" | b"sebagai"
        | b"selain" | b"seperti" | b"sesuai" | b"untuk"
        // Pronouns and words of questions.
        | b"anda" | b"apa" | b"apakah" | b"dia" | b"ia" | b"ini" | b"itu" | b"itulah" | b"kami"
        | b"kita" | b"mereka" | b"saya"
        // How many.
        | b"banyak" | b"beberapa" | b"berbagai" | b"kedua" | b"para" | b"sebanyak" | b"sebuah"
        | b"seluruh" | b"semua" | b"seorang" | b"setiap"
        // Adverbs and auxiliaries.
        | b"ada" | b"adapun" | b"akan" | b"akhirnya" | b"akibatnya" | b"begitu" | b"belum"
        | b"bukan" | b"demikian" | b"hanya" | b"harus" | b"jadi" | b"jangan" | b"juga" | b"kini"
        | b"masih" | b"misalnya" | b"mungkin" | b"sebelumnya" | b"sekarang" | b"sudah" | b"tak"
        | b"telah" | b"tepat" | b"tidak"
        // What reports begin with.
        | b"hal" | b"hari" | b"kali" | b"masyarakat" | b"pemerintah" | b"pihak" | b"saat"
        | b"salah" | b"tahun" | b"terima" | b"warga"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        for opener in ["Berdasarkan", "namun", "DI", "Pemerintah"] {
            assert!(opens_sentence(opener.as_bytes()), "{opener}");
        }
        for other in ["", "Rahman", "Namu", "berdasarkannya"] {
            assert!(!opens_sentence(other.as_bytes()), "{other}");
        }
    }
}
