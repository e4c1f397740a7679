//! Whether a text has other words in the place of a claim's.

use std::collections::BTreeSet;

use crate::claims::same::Side;
use crate::claims::terms::Term;

/// Whether other words stand in a text between the same two words that a claim has others
/// between: *KPU [melarang] warga pindah*, where the claim is *KPU [menyuruh] warga
/// pindah*. What a text leaves out, adds or moves replaces nothing. Linear in both texts,
/// but for the sorting.
pub(super) fn replaces(claim: Side<'_>, text: Side<'_>) -> bool {
    let claimed: BTreeSet<_> = gaps(claim).into_iter().collect();
    gaps(text).iter().any(|gap| claimed.contains(gap))
}

/// The pairs of shared telling words of a sentence between which it has telling words that
/// the other text lacks. Names and numbers have rules of their own, and slang may be for
/// what the other text says. A word that the language does not have is as a rule a
/// misspelt one.
fn gaps(side: Side<'_>) -> Vec<(Term, Term)> {
    let mut gaps = Vec::new();
    let mut before = None;
    let mut is_gap = false;
    for unit in &side.units.units {
        if side.opens(unit) {
            before = None;
        }
        if unit.is_in(side.other) {
            if side.tells(unit) {
                gaps.extend(before.filter(|_| is_gap).map(|before| (before, unit.stem)));
                before = Some(unit.stem);
                is_gap = false;
            }
        } else {
            is_gap |= side.tells(unit) && side.is_plain(unit) && unit.importance < 1.0;
        }
    }
    gaps
}

#[cfg(test)]
mod tests {
    use crate::claims::{ClaimIndex, Clarification, Stance};

    #[test]
    fn another_act_in_the_place_of_the_claims_is_another_claim() {
        let claim = "Camat Sukamaju menyuruh warga lansia menyerahkan kartu undangan sebelum libur";
        let mut index = ClaimIndex::new();
        let known = Clarification::new("c", claim, "false");
        index.add([known]).unwrap();
        for (text, expected) in [
            (claim, true),
            // Left out, added, moved, and in slang.
            (
                "camat Sukamaju suruh warga lansia menyerahkan kartu undangan!!",
                true,
            ),
            (
                "Camat Sukamaju diam-diam menyuruh semua warga lansia menyerahkan kartu undangan sebelum libur",
                true,
            ),
            (
                "Sebelum libur, warga lansia disuruh camat Sukamaju menyerahkan kartu undangan",
                true,
            ),
            (
                "Camat Sukamaju nyuruh warga lansia menyerahkan kartu undangan sblm libur",
                true,
            ),
            // Misspelt.
            (
                "Camat Sukamaju menyrruh warga lansia menyrahkan kartu undangan sebelum libur",
                true,
            ),
            // Of what stands in two sentences nothing is in the place of anything.
            (
                "Camat Sukamaju menyuruh warga. Kasihan, lansia menyerahkan kartu undangan sebelum libur",
                true,
            ),
            (
                "Camat Sukamaju melarang warga lansia menyerahkan kartu undangan sebelum libur",
                false,
            ),
            (
                "Camat Sukamaju menyuruh warga lansia mengambil kartu undangan sebelum libur",
                false,
            ),
            (
                "Camat Sukamaju menyuruh warga lansia menyerahkan uang belanja sebelum libur",
                false,
            ),
        ] {
            let found = &index.matches(text, 1)[0];
            assert!(found.repeats(), "{text}");
            assert_eq!(!found.rewords(), expected, "{text}");
        }
        // Who denies it may do so in other words.
        let denial = "Hoaks: camat Sukamaju melarang warga lansia menyerahkan kartu undangan";
        let denial = index.matches(denial, 1).remove(0);
        assert!(denial.repeats() && !denial.rewords() && denial.stance == Stance::Denies);
    }
}
