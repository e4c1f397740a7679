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
pub(crate) const LONGEST: usize = 7;

/// What follows the abbreviation `word`, written without its last stop, in
/// whatever case; `None` if it is none.
pub(crate) fn follow(word: &[u8]) -> Option<Follow> {
    if word.len() > LONGEST {
        return None;
    }
    let mut lower = [0; LONGEST];
    // Byte by byte: for a copy of unknown length a function is called.
    for (lower, byte) in lower.iter_mut().zip(word) {
        *lower = byte.to_ascii_lowercase();
    }
    let lower = lower.get(..word.len())?;
    // A capital is evidence where the small letters are a word or a unit.
    let capital = word.first().is_some_and(u8::is_ascii_uppercase);
    match lower {
        // Titles, ranks, forms of address, and what precedes the name of a
        // place or a firm.
        b"prof" | b"purn" | b"bp" | b"kombes" | b"ipda" | b"iptu" | b"aiptu" | b"aipda"
        | b"bripka" | b"brigpol" | b"bripda" | b"peltu" | b"pelda" | b"serka" | b"sertu"
        | b"serda" | b"kopda" | b"pratu" | b"prada" | b"plt" | b"plh" | b"pjs" | b"muh"
        | b"moh" | b"mochd" | b"mohd" | b"abd" | b"mis" | b"lih" | b"bdk" | b"sta" | b"alm"
        | b"almh" | b"sie" | b"dr" | b"drs" | b"dra" | b"drg" | b"drh" | b"ir" | b"hj" | b"kh"
        | b"ust" | b"ustz" | b"tgk" | b"tgh" | b"bpk" | b"sdr" | b"sdri" | b"yth" | b"ytc"
        | b"tn" | b"ny" | b"nn" | b"mr" | b"mrs" | b"ms" | b"rev" | b"jend" | b"letjen"
        | b"mayjen" | b"brigjen" | b"letkol" | b"kapt" | b"lettu" | b"letda" | b"komjen"
        | b"irjen" | b"akbp" | b"kompol" | b"jl" | b"jln" | b"gg" | b"kec" | b"kab" | b"kel"
        | b"prov" | b"dsn" | b"pt" | b"cv" | b"vs" | b"cf" | b"tb" | b"rr" => Some(Follow::Name),
        b"st" | b"ec" | b"ng" | b"gst" | b"dok" | b"univ" | b"fak" | b"jur" | b"dept"
        | b"perum" | b"komp" | b"ling" | b"apt" | b"ns" | b"bd" | b"adv" | b"pol" | b"qs"
        | b"hr" | b"rs" | b"pj" | b"gd" | b"gn" | b"tj" | b"ud" | b"inf" | b"czi" | b"pnb"
        | b"arh" | b"arm" | b"cpl" | b"ky" | b"rd" | b"rm" | b"dt" | b"ach" | b"ev" | b"kep"
        | b"gen" | b"sen" | b"mt" | b"ft" | b"kom" | b"kol" | b"dk" | b"ds" | b"kp" | b"pdt"
        | b"pr" | b"sr" | b"fr" | b"mgr" | b"capt" | b"sgt" | b"gov" | b"hon"
            if capital =>
        {
            Some(Follow::Name)
        }
        // What precedes a number.
        b"no" | b"rek" | b"faks" | b"nos" | b"nr" | b"hlm" | b"hal" | b"ps" | b"psl" | b"art"
        | b"vol" | b"ed" | b"tgl" | b"pkl" | b"thn" | b"th" | b"gbr" | b"lamp" | b"kav" | b"lt"
        | b"rt" | b"rw" | b"pp" | b"telp" | b"tlp" | b"tel" | b"fax" => Some(Follow::Number),
        // What closes a list or a firm's name as well as it goes on.
        b"dll" | b"tsb" | b"ybs" | b"ttd" | b"sbb" | b"swt" | b"saw" | b"bln" | b"mgg" | b"jt"
        | b"rb" | b"dsb" | b"dst" | b"dkk" | b"dlsb" | b"tbk" | b"ltd" | b"inc" | b"corp"
        | b"pte" | b"llc" | b"bhd" | b"etc" => Some(Follow::Any),
        b"co" | b"jr" | b"ph" | b"jan" | b"feb" | b"mar" | b"apr" | b"jun" | b"jul" | b"aug"
        | b"agt" | b"agst" | b"sep" | b"sept" | b"okt" | b"oct" | b"nov" | b"des" | b"dec"
            if capital =>
        {
            Some(Follow::Any)
        }
        _ => None,
    }
}

/// Whether `word` commonly opens a sentence and is no name: behind `Vitamin C.`
/// it tells a full stop from the stop of an initial.
pub(crate) fn opens_sentence(word: &[u8]) -> bool {
    const LONGEST_OPENER: usize = 11;
    let mut lower = [0; LONGEST_OPENER];
    let Some(lower) = lower.get_mut(..word.len()) else {
        return false;
    };
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    matches!(
        &*lower,
        b"ada"
            | b"adapun"
            | b"agar"
            | b"akan"
            | b"akhirnya"
            | b"akibatnya"
            | b"anda"
            | b"apa"
            | b"apabila"
            | b"apakah"
            | b"bagi"
            | b"bahkan"
            | b"bahwa"
            | b"banyak"
            | b"beberapa"
            | b"begitu"
            | b"belum"
            | b"berbagai"
            | b"berdasarkan"
            | b"bila"
            | b"bukan"
            | b"dalam"
            | b"dan"
            | b"dari"
            | b"daripada"
            | b"demikian"
            | b"dengan"
            | b"di"
            | b"dia"
            | b"hal"
            | b"hanya"
            | b"hari"
            | b"harus"
            | b"hingga"
            | b"ia"
            | b"ini"
            | b"itu"
            | b"itulah"
            | b"jadi"
            | b"jangan"
            | b"jika"
            | b"juga"
            | b"kali"
            | b"kalau"
            | b"kami"
            | b"karena"
            | b"ke"
            | b"kedua"
            | b"kemudian"
            | b"kepada"
            | b"ketika"
            | b"kini"
            | b"kita"
            | b"lalu"
            | b"maka"
            | b"masih"
            | b"masyarakat"
            | b"melalui"
            | b"menurut"
            | b"mereka"
            | b"meski"
            | b"meskipun"
            | b"misalnya"
            | b"mungkin"
            | b"namun"
            | b"oleh"
            | b"pada"
            | b"padahal"
            | b"para"
            | b"pemerintah"
            | b"pihak"
            | b"saat"
            | b"salah"
            | b"sampai"
            | b"saya"
            | b"sebab"
            | b"sebagai"
            | b"sebanyak"
            | b"sebelum"
            | b"sebelumnya"
            | b"sebuah"
            | b"sedangkan"
            | b"sehingga"
            | b"sejak"
            | b"sekarang"
            | b"selain"
            | b"selama"
            | b"seluruh"
            | b"semua"
            | b"sementara"
            | b"seorang"
            | b"seperti"
            | b"sesuai"
            | b"setelah"
            | b"setiap"
            | b"sudah"
            | b"supaya"
            | b"tahun"
            | b"tak"
            | b"tapi"
            | b"telah"
            | b"tepat"
            | b"terima"
            | b"tetapi"
            | b"tidak"
            | b"untuk"
            | b"walaupun"
            | b"warga"
            | b"yang"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        assert_eq!(follow(b"PROF"), Some(Follow::Name));
        assert_eq!(follow(b"mayjen"), Some(Follow::Name));
        assert_eq!(follow(b"dlL"), Some(Follow::Any));
        assert_eq!((follow(b"nov"), follow(b"Nov")), (None, Some(Follow::Any)));
        assert_eq!(follow(b"pemilu"), None);
        assert!(opens_sentence(b"Berdasarkan") && !opens_sentence(b"Rahman"));
    }
}
