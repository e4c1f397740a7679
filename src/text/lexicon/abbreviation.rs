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
    /// Another law, with a capital: `jo.`. With one itself it is a name.
    Law,
    /// Anything, or the end of the sentence: `dll.`, `Tbk.`.
    Any,
}

/// Longest entry, in bytes.
pub(crate) const LONGEST: usize = 7;

/// What follows which abbreviations, and whether these need a capital: it is
/// evidence where the small letters are a word or a unit.
const LISTS: [(Follow, bool, &str); 6] = [
    // Titles, ranks, forms of address, and what precedes the name of a
    // place or a firm.
    (
        Follow::Name,
        false,
        "prof purn bp kombes ipda iptu aiptu aipda bripka brigpol bripda peltu pelda \
         serka sertu serda kopda pratu prada plt plh pjs muh moh mochd mohd abd mis lih \
         bdk sta alm almh sie dr drs dra drg drh ir hj kh ust ustz tgk tgh bpk sdr sdri \
         yth ytc tn ny nn mr mrs ms rev jend letjen mayjen brigjen letkol kapt lettu \
         letda komjen irjen akbp kompol jl jln gg kec kab kel prov dsn pt cv vs cf tb rr \
         wr",
    ),
    (
        Follow::Name,
        true,
        "st ec ng gst dok univ fak jur dept perum komp ling apt ns bd adv pol qs hr rs pj \
         gd gn tj ud inf czi pnb arh arm cpl ky rd rm dt ach ev kep gen sen mt ft kom kol \
         dk ds kp pdt pr sr fr mgr capt sgt gov hon",
    ),
    // What precedes a number.
    (
        Follow::Number,
        false,
        "no rek faks nos nr hlm hal ps psl art vol ed tgl pkl thn th gbr lamp kav lt rt \
         rw pp telp tlp tel fax ca",
    ),
    (Follow::Law, false, "jo"),
    // What closes a list or a firm's name as well as it goes on.
    (
        Follow::Any,
        false,
        "dll tsb ybs ttd wb sbb swt saw bln mgg jt rb dsb dst dkk dlsb tbk ltd inc corp pte \
         llc bhd etc",
    ),
    (
        Follow::Any,
        true,
        "co jr ph jan feb mar apr jun jul aug agt agst sep sept okt oct nov des dec",
    ),
];

/// Places of [`TABLE`], as a power of two: few of them are taken, so that one look
/// tells most words from all abbreviations.
const BITS: u32 = 10;

/// Each abbreviation at its [`home`] or the next free place behind it: its letters,
/// the first one lowest, and in the byte above them one more than the number of
/// its list. Zeros are free.
static TABLE: [u64; 1 << BITS] = {
    let mut table = [0; 1 << BITS];
    let mut list = 0;
    while list < LISTS.len() {
        let words = LISTS[list].2.as_bytes();
        let (mut at, mut letters, mut length) = (0, 0, 0);
        while at <= words.len() {
            if at < words.len() && words[at] != b' ' {
                letters |= (words[at] as u64) << (8 * length);
                length += 1;
            } else {
                assert!(length > 0 && length <= LONGEST);
                let mut place = home(letters);
                while table[place] != 0 {
                    place = (place + 1) % table.len();
                }
                table[place] = letters | (list as u64 + 1) << (8 * LONGEST);
                (letters, length) = (0, 0);
            }
            at += 1;
        }
        list += 1;
    }
    table
};

/// Where to look for a word first.
const fn home(letters: u64) -> usize {
    // The square root of 3, as in other hashes.
    (letters.wrapping_mul(0xBB67_AE85_84CA_A73B) >> (u64::BITS - BITS)) as usize
}

/// What follows the abbreviation `word`, written without its last stop, in
/// whatever case; `None` if it is none.
#[inline]
pub(crate) fn follow(word: &[u8]) -> Option<Follow> {
    let written = letters(word)?;
    // Of what is no letter this makes none.
    let lower = (written | 0x20_2020_2020_2020) & (u64::MAX >> (64 - 8 * word.len()));
    let mut place = home(lower);
    loop {
        let entry = *TABLE.get(place)?;
        let list = entry >> (8 * LONGEST);
        if entry ^ list << (8 * LONGEST) == lower {
            let (follow, capital, _) = LISTS.get((list as usize).wrapping_sub(1))?;
            let is_capital = word.first().is_some_and(u8::is_ascii_uppercase);
            return (is_capital || !capital).then_some(*follow);
        }
        if entry == 0 {
            return None;
        }
        place = (place + 1) % TABLE.len();
    }
}

/// A word of 1 to [`LONGEST`] bytes as one number, the first byte lowest.
#[inline]
fn letters(word: &[u8]) -> Option<u64> {
    let length = word.len();
    if length > LONGEST {
        return None;
    }
    match (word.first_chunk(), word.last_chunk()) {
        // Both hold the same of what they share.
        (Some(first), Some(last)) => {
            let last = u64::from(u32::from_le_bytes(*last));
            Some(u64::from(u32::from_le_bytes(*first)) | last << (8 * (length - 4)))
        }
        // And so do these: the first, the middle one and the last.
        _ => {
            let byte = |at: usize| Some(u64::from(*word.get(at)?) << (8 * at));
            Some(byte(0)? | byte(length / 2)? | byte(length - 1)?)
        }
    }
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
        assert_eq!((follow(b""), follow(b"kombes.")), (None, None));
        for (kind, capital, list) in LISTS {
            for word in list.split(' ') {
                let found = |word: String| follow(word.as_bytes());
                let expected = (!capital).then_some(kind);
                assert_eq!(found(word.to_owned()), expected, "{word}");
                assert_eq!(found(word.to_uppercase()), Some(kind), "{word}");
                assert_eq!(found(format!("{word}q")), None, "{word}");
            }
        }
    }
}
