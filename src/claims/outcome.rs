//! What a fact-checker's verdict comes down to.

use serde::{Deserialize, Serialize};

use crate::named::{read_by_name, shown_by_name};

/// The result of checking a claim, as far as the words of the verdict tell.
///
/// Publishers word their verdicts as they like, and ratings between true and false
/// have many names. A verdict that is not certainly one or the other is
/// [`Outcome::Unclear`]; a person then has to look before anything is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Outcome {
    /// The claim is false, misleading, made up or no serious claim.
    Refuted,
    /// The claim is true.
    Confirmed,
    /// Neither, partly both, or in words that are not known here.
    Unclear,
}

impl Outcome {
    /// All outcomes.
    pub const ALL: &'static [Self] = &[Self::Refuted, Self::Confirmed, Self::Unclear];

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
    /// * Refuted if the first clause that decides has a word such as `salah`,
    ///   `hoaks`, `false` or `misleading` without a negation before it, or a
    ///   negated `benar` or `true`, and no clause says both this and `benar`; or if there
    ///   are no other words than such as `penipuan`, `satire` or `clarified`.
    /// * Confirmed if there are no other words than `benar`, `fakta`, `true` and such.
    /// * Unclear if it is empty, a bare number, asks, says *or*, *partly*, *perhaps* or
    ///   *not proven* anywhere, or says anything else.
    pub(super) fn of(verdict: &str) -> Self {
        let verdict = verdict.to_lowercase();
        if verdict.contains('?') {
            return Self::Unclear;
        }
        let clauses = verdict.split(['.', ',', ';', ':', '!', '(', ')', '[', ']', '\n']);
        let mut seen = Seen::default();
        let mut decided = None;
        for clause in clauses {
            match seen.clause(clause) {
                Some(Self::Unclear) => return Self::Unclear,
                outcome => decided = decided.or(outcome),
            }
        }
        match decided {
            Some(Self::Refuted) => Self::Refuted,
            Some(Self::Confirmed) if !seen.other && !seen.refuted && !seen.about => Self::Confirmed,
            None if seen.about && !seen.other => Self::Refuted,
            _ => Self::Unclear,
        }
    }
}

read_by_name!(Outcome, "refuted, confirmed or unclear");
shown_by_name!(Outcome);

/// What the clauses of a verdict have had so far.
#[derive(Default)]
struct Seen {
    refuted: bool,
    about: bool,
    other: bool,
}

impl Seen {
    /// What a clause decides, if anything.
    fn clause(&mut self, clause: &str) -> Option<Outcome> {
        let words = clause.split(|char: char| !char.is_alphanumeric());
        let (mut denied, mut confirmed, mut refuted) = (false, false, false);
        let mut before = "";
        for word in words.filter(|word| !word.is_empty()) {
            match Word::of(before, word) {
                Word::Doubt => return Some(Outcome::Unclear),
                Word::Not => denied = true,
                // Of a claim that is not proven nobody has said that it is false,
                // and of what is not false, that it is true.
                Word::Proven | Word::False if denied => return Some(Outcome::Unclear),
                Word::True if denied => refuted = true,
                Word::True | Word::Proven => confirmed = true,
                Word::False => refuted = true,
                Word::About => self.about = true,
                Word::Frame => {}
                Word::Other => self.other = true,
            }
            before = word;
        }
        self.refuted |= refuted;
        // A negation that was of nothing.
        self.other |= denied && !refuted;
        match (refuted, confirmed) {
            (true, true) => Some(Outcome::Unclear),
            (true, false) => Some(Outcome::Refuted),
            (false, true) => Some(Outcome::Confirmed),
            (false, false) => None,
        }
    }
}

/// What a word of a verdict does to it.
enum Word {
    True,
    Proven,
    False,
    Not,
    /// Leaves open what is said.
    Doubt,
    /// What such claims are about, or what was done about them: says that one is
    /// false only where nothing else is said.
    About,
    /// Says what is judged, not how.
    Frame,
    Other,
}

impl Word {
    /// A word behind another one.
    fn of(before: &str, word: &str) -> Self {
        match (before, word) {
            // *One of*, and the name of what is done.
            ("salah", "satu") => Self::Doubt,
            ("cek" | "periksa", "fakta") | (_, "cek" | "periksa") => Self::Frame,
            _ => Self::alone(word),
        }
    }

    fn alone(word: &str) -> Self {
        match word {
            "true" | "benar" | "betul" | "valid" | "fakta" | "correct" | "accurate" | "akurat" => {
                Self::True
            }
            "terbukti" | "proven" | "confirmed" | "terkonfirmasi" | "verified"
            | "terverifikasi" => Self::Proven,
            "salah" | "keliru" | "palsu" | "bohong" | "hoaks" | "hoax" | "menyesatkan"
            | "sesat" | "disinformasi" | "misinformasi" | "false" | "fake" | "wrong"
            | "incorrect" | "inaccurate" | "untrue" | "misleading" | "disinformation"
            | "misinformation" | "debunked" | "refuted" => Self::False,
            "tidak" | "tak" | "bukan" | "bukanlah" | "tidaklah" | "ga" | "gak" | "nggak"
            | "enggak" | "tanpa" | "not" | "no" | "nor" | "never" | "t" => Self::Not,
            "sebagian" | "setengah" | "separuh" | "sepenuhnya" | "seluruhnya" | "campuran"
            | "belum" | "kurang" | "mungkin" | "kemungkinan" | "berpotensi" | "diduga"
            | "dugaan" | "indikasi" | "terindikasi" | "atau" | "half" | "partly" | "partially"
            | "mostly" | "largely" | "entirely" | "fully" | "completely" | "mixed" | "mixture"
            | "unproven" | "unverified" | "disputed" | "maybe" | "perhaps" | "possibly"
            | "probably" | "likely" | "or" => Self::Doubt,
            "penipuan" | "manipulasi" | "rekayasa" | "fitnah" | "satire" | "satir" | "parodi"
            | "dimanipulasi" | "direkayasa" | "disunting" | "suntingan" | "editan" | "deepfake"
            | "phishing" | "tiruan" | "diklarifikasi" | "klarifikasi" | "bantahan" | "dibantah"
            | "scam" | "fraud" | "fabricated" | "manipulated" | "altered" | "impostor"
            | "imposter" | "parody" | "satirical" | "clarified" => Self::About,
            "klaim" | "informasi" | "info" | "berita" | "konten" | "kabar" | "pesan" | "foto"
            | "video" | "gambar" | "unggahan" | "tautan" | "hasil" | "daring" | "online"
            | "narasi" | "ini" | "itu" | "tersebut" | "yang" | "adalah" | "claim" | "content"
            | "this" | "that" | "is" | "it" | "the" | "a" | "an" => Self::Frame,
            _ => Self::Other,
        }
    }
}
