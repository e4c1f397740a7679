//! What pages call things: never more sure than the model is, and no accusation.

use crate::claims::Stance;
use crate::detector::Verdict;
use crate::election::{Action, Addressee, Reason};
use crate::features::Style;

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Likely => "Tampak seperti misinformasi",
        Verdict::Uncertain => "Belum pasti",
        Verdict::Unlikely => "Tidak tampak seperti misinformasi",
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

pub(super) fn action(action: Action) -> &'static str {
    match action {
        Action::Ignore => "biarkan",
        Action::Monitor => "pantau",
        Action::Clarify => "klarifikasi",
        Action::ReviewTakedown => "tinjau untuk diturunkan",
        Action::ReviewBlocking => "tinjau untuk pemutusan akses",
    }
}

pub(super) fn addressee(who: Addressee) -> &'static str {
    match who {
        Addressee::FactChecker => "pemeriksa fakta",
        Addressee::Kpu => "KPU",
        Addressee::Bawaslu => "Bawaslu",
        Addressee::Platform => "platform",
        Addressee::Operator => "operator jaringan",
    }
}

pub(super) fn reason(reason: &Reason) -> String {
    let words = match reason {
        Reason::Spread(posts) => return format!("Dimuat dalam {posts} kiriman."),
        Reason::NoSigns => "Tidak tampak tanda-tanda misinformasi.",
        Reason::LikelyMisinformation => "Gaya dan pilihan katanya mirip misinformasi.",
        Reason::Uncertain => "Belum bisa dipastikan dari teksnya.",
        Reason::Debunk => "Tampaknya teks ini sendiri merupakan klarifikasi.",
        Reason::Denies => "Tampaknya membantah klaim yang sudah diklarifikasi.",
        Reason::Asks => "Tampaknya menanyakan klaim yang sudah diklarifikasi.",
        Reason::NotElection => "Tampaknya bukan tentang pemilu.",
        Reason::Sara => "Nadanya mungkin memusuhi suatu golongan.",
        Reason::Clarified(id) => return format!("Sudah diklarifikasi: {id}"),
        Reason::NotClarified => "Belum diketahui ada klarifikasi yang membantahnya.",
        Reason::PollingUnderWay => {
            "Tampaknya tentang pemungutan atau penghitungan suara yang sedang berlangsung."
        }
        Reason::Links => "Memuat tautan.",
    };
    words.to_owned()
}
