//! What pages call things: never more sure than the model is, and no accusation.

use crate::claims::Stance;
use crate::detector::Verdict;
use crate::election::{Action, Addressee, Reason};
use crate::features::Style;

impl Verdict {
    /// In Indonesian, for readers, as [`Detector::explain_page`] has it.
    ///
    /// [`Detector::explain_page`]: crate::Detector::explain_page
    #[must_use]
    pub fn indonesian(self) -> &'static str {
        match self {
            Self::Likely => "Tampak seperti misinformasi",
            Self::Uncertain => "Belum pasti",
            Self::Unlikely => "Tidak tampak seperti misinformasi",
        }
    }
}

impl Action {
    /// In Indonesian, for readers: what somebody might do, in small letters.
    #[must_use]
    pub fn indonesian(self) -> &'static str {
        match self {
            Self::Ignore => "biarkan",
            Self::Monitor => "pantau",
            Self::Clarify => "klarifikasi",
            Self::ReviewTakedown => "tinjau untuk diturunkan",
            Self::ReviewBlocking => "tinjau untuk pemutusan akses",
        }
    }
}

impl Addressee {
    /// In Indonesian, for readers, to stand within a sentence.
    #[must_use]
    pub fn indonesian(self) -> &'static str {
        match self {
            Self::FactChecker => "pemeriksa fakta",
            Self::Kpu => "KPU",
            Self::Bawaslu => "Bawaslu",
            Self::Platform => "platform",
            Self::Operator => "operator jaringan",
        }
    }
}

impl Reason {
    /// In Indonesian, for readers: a sentence. The id of a clarification stands in it as it
    /// is, so escape it where markup is read.
    ///
    /// ```
    /// use hoaks::election::{Action, Reason};
    ///
    /// assert_eq!(Action::Clarify.indonesian(), "klarifikasi");
    /// let reason = Reason::Clarified("cf-17".to_owned());
    /// assert_eq!(reason.indonesian(), "Sudah diklarifikasi: cf-17");
    /// ```
    #[must_use]
    pub fn indonesian(&self) -> String {
        let words = match self {
            Self::Spread(posts) => return format!("Dimuat dalam {posts} kiriman."),
            Self::NoSigns => "Tidak tampak tanda-tanda misinformasi.",
            Self::LikelyMisinformation => "Gaya dan pilihan katanya mirip misinformasi.",
            Self::Uncertain => "Belum bisa dipastikan dari teksnya.",
            Self::Debunk => "Tampaknya teks ini sendiri merupakan klarifikasi.",
            Self::Denies => "Tampaknya membantah klaim yang sudah diklarifikasi.",
            Self::Asks => "Tampaknya menanyakan klaim yang sudah diklarifikasi.",
            Self::NotElection => "Tampaknya bukan tentang pemilu.",
            Self::Sara => "Nadanya mungkin memusuhi suatu golongan.",
            Self::Clarified(id) => return format!("Sudah diklarifikasi: {id}"),
            Self::NotClarified => "Belum diketahui ada klarifikasi yang membantahnya.",
            Self::PollingUnderWay => {
                "Tampaknya tentang pemungutan atau penghitungan suara yang sedang berlangsung."
            }
            Self::Links => "Memuat tautan.",
        };
        words.to_owned()
    }
}

pub(super) fn style(style: Style) -> &'static str {
    match style {
        Style::MostlyCapitals => "sebagian besar huruf kapital",
        Style::CapitalWord => "kata yang seluruhnya huruf kapital",
        Style::Exclamations => "tanda seru beruntun",
        Style::Questions => "tanda tanya beruntun",
        Style::ElectionTag => "tagar tentang pemilu",
        Style::JoinedNames => "nama yang digandeng",
        Style::RefutingLabel => "label bantahan",
    }
}

/// Of a text that has the wording of a clarified claim.
pub(super) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "Memuat klaim yang sudah diklarifikasi",
        Stance::Denies => "Tampak membantah klaim yang sudah diklarifikasi",
        Stance::Asks => "Tampak menanyakan klaim yang sudah diklarifikasi",
    }
}
