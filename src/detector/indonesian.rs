//! What pages call things.

use crate::detector::Verdict;
use crate::election::{Action, Reason};
use crate::features::Style;

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Likely => "Kemungkinan besar misinformasi",
        Verdict::Uncertain => "Belum pasti",
        Verdict::Unlikely => "Tidak tampak seperti misinformasi",
    }
}

pub(super) fn style(style: Style) -> &'static str {
    match style {
        Style::MostlyCapitals => "sebagian besar huruf kapital",
        Style::CapitalWord => "kata berhuruf kapital",
        Style::Exclamations => "tanda seru beruntun",
        Style::Questions => "tanda tanya beruntun",
        Style::ElectionTag => "tagar tentang pemilu",
        Style::JoinedNames => "nama yang digandeng",
        Style::RefutingLabel => "label bantahan",
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

pub(super) fn reason(reason: &Reason) -> String {
    let words = match reason {
        Reason::Spread(posts) => return format!("Dimuat {posts} kiriman."),
        Reason::NoSigns => "Tidak ada tanda misinformasi.",
        Reason::LikelyMisinformation => "Tampak seperti misinformasi.",
        Reason::Uncertain => "Terlalu tipis untuk diputuskan.",
        Reason::Debunk => "Teks ini sendiri klarifikasi.",
        Reason::NotElection => "Bukan tentang pemilu.",
        Reason::Sara => "Memusuhi suatu golongan.",
        Reason::Clarified(id) => return format!("Sudah diklarifikasi: {id}"),
        Reason::NotClarified => "Belum ada klarifikasi yang diketahui.",
        Reason::PollingUnderWay => "Pemungutan atau penghitungan suara sedang berlangsung.",
        Reason::Links => "Memuat tautan.",
    };
    words.to_owned()
}
