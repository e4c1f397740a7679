//! What a fact-checker's verdict comes down to.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What came out when a claim was checked, read from the words of the verdict.
///
/// Publishers word their verdicts as they like, and ratings between true and false
/// have many names. What is not certainly one or the other is
/// [`Finding::Unclear`], so that nothing follows from it without a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Finding {
    /// The claim is false, misleading, made up or no serious claim.
    Refuted,
    /// The claim is true.
    Confirmed,
    /// Neither, partly both, or in words that are not known here.
    Unclear,
}

impl Finding {
    /// Lower-case name, as serialised.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Refuted => "refuted",
            Self::Confirmed => "confirmed",
            Self::Unclear => "unclear",
        }
    }

    /// What a verdict in Indonesian or English says, in any case and with any
    /// marks around it.
    ///
    /// * Refuted by a word such as `salah`, `hoaks`, `false` or `misleading`
    ///   that is not denied, and by a denied `benar` or `true`, unless the verdict
    ///   says before that the claim is true.
    /// * Confirmed if it has no other words than `benar`, `fakta`, `true` and such.
    /// * Unclear if it is empty, a bare number, says *partly*, *mostly* or *not
    ///   proven*, or says anything else.
    pub(super) fn of(verdict: &str) -> Self {
        let verdict = verdict.to_lowercase();
        let words = verdict
            .split(|char: char| !char.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let (mut denied, mut confirmed, mut refuted, mut other) = (false, false, false, false);
        for word in words {
            match Word::of(word) {
                Word::Partly => return Self::Unclear,
                Word::Not => {
                    denied = true;
                    continue;
                }
                // Of a claim that is not proven nobody has said that it is false.
                Word::Proven if denied => return Self::Unclear,
                Word::True if denied => refuted |= !confirmed,
                Word::True | Word::Proven => confirmed |= !refuted,
                Word::False if denied => other = true,
                Word::False => {
                    if confirmed {
                        return Self::Unclear;
                    }
                    refuted = true;
                }
                Word::Frame => continue,
                Word::Other => other = true,
            }
            denied = false;
        }
        match (refuted, confirmed) {
            (true, _) => Self::Refuted,
            (false, true) if !other && !denied => Self::Confirmed,
            (false, _) => Self::Unclear,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What a word of a verdict does to it.
enum Word {
    True,
    Proven,
    False,
    Not,
    Partly,
    /// Says what is judged, not how.
    Frame,
    Other,
}

impl Word {
    fn of(word: &str) -> Self {
        match word {
            "true" | "benar" | "betul" | "valid" | "fakta" | "correct" | "accurate" | "akurat" => {
                Self::True
            }
            "terbukti" | "proven" | "confirmed" | "terkonfirmasi" | "verified"
            | "terverifikasi" => Self::Proven,
            "salah" | "keliru" | "palsu" | "bohong" | "hoaks" | "hoax" | "fitnah"
            | "menyesatkan" | "sesat" | "disinformasi" | "misinformasi" | "rekayasa"
            | "manipulasi" | "dimanipulasi" | "penipuan" | "satire" | "satir" | "parodi"
            | "diklarifikasi" | "bantahan" | "dibantah" | "false" | "fake" | "wrong"
            | "incorrect" | "inaccurate" | "untrue" | "misleading" | "disinformation"
            | "misinformation" | "fabricated" | "manipulated" | "altered" | "doctored"
            | "impostor" | "imposter" | "scam" | "fraud" | "satirical" | "parody" | "debunked"
            | "refuted" | "clarified" => Self::False,
            "tidak" | "tak" | "bukan" | "not" | "no" | "never" | "tanpa" => Self::Not,
            "sebagian" | "setengah" | "separuh" | "campuran" | "belum" | "kurang" | "half"
            | "partly" | "partially" | "mostly" | "largely" | "mixed" | "mixture" | "unproven"
            | "unverified" | "disputed" => Self::Partly,
            "klaim" | "informasi" | "info" | "berita" | "konten" | "kabar" | "pesan" | "foto"
            | "video" | "gambar" | "narasi" | "ini" | "itu" | "tersebut" | "yang" | "adalah"
            | "claim" | "content" | "this" | "that" | "is" | "it" | "the" | "a" | "an" => {
                Self::Frame
            }
            _ => Self::Other,
        }
    }
}
