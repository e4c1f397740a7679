//! What false claims about elections are about.

use serde::{Deserialize, Serialize};

use crate::named::{read_by_name, shown_by_name};

/// A topic of the counter-message programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Topic {
    /// Taking part or staying away.
    Participation,
    /// Who may vote and who may be elected.
    VotingRights,
    /// Ballots, polling stations, counting, the bodies that run an election.
    Administration,
    /// Candidates, parties, their records and supporters.
    Candidates,
    /// Ethnicity, religion, race and groups (*suku, agama, ras,
    /// antargolongan*) played against each other.
    Sara,
    /// Unrest, threats, and camps that no longer talk.
    Division,
}

impl Topic {
    /// All topics.
    pub const ALL: &'static [Self] = &Self::EACH;

    /// The same, where their number matters.
    pub(crate) const EACH: [Self; 6] = [
        Self::Participation,
        Self::VotingRights,
        Self::Administration,
        Self::Candidates,
        Self::Sara,
        Self::Division,
    ];

    /// Name, as serialised; the head of a model that finds the topic has the
    /// same name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Participation => "participation",
            Self::VotingRights => "voting_rights",
            Self::Administration => "administration",
            Self::Candidates => "candidates",
            Self::Sara => "sara",
            Self::Division => "division",
        }
    }

    /// Whether such a claim is about voting or counting: about taking part, the right to
    /// vote, or the administration.
    pub(super) fn is_about_voting(self) -> bool {
        match self {
            Self::Participation | Self::VotingRights | Self::Administration => true,
            Self::Candidates | Self::Sara | Self::Division => false,
        }
    }

    /// Indonesian title.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Participation => "Partisipasi pemilih",
            Self::VotingRights => "Hak memilih dan dipilih",
            Self::Administration => "Penyelenggaraan pemilu",
            Self::Candidates => "Peserta dan calon",
            Self::Sara => "SARA",
            Self::Division => "Perpecahan",
        }
    }

    /// Theme of the programme that answers such claims, in Indonesian.
    #[must_use]
    pub fn theme(self) -> &'static str {
        match self {
            Self::Participation => "Ikut memilih, jangan golput",
            Self::VotingRights => "Semua warga berhak memilih",
            Self::Administration => "Kawal dan periksa prosesnya",
            Self::Candidates => "Nilai calon dengan fakta",
            Self::Sara => "Pemilu tanpa SARA",
            Self::Division => "Berbeda pilihan, tetap bersatu",
        }
    }

    /// What a message that answers such a claim should say, in Indonesian.
    #[must_use]
    pub fn counter_message(self) -> &'static str {
        match self {
            Self::Participation => "Datanglah ke TPS: suara Anda ikut menentukan.",
            Self::VotingRights => {
                "Setiap warga yang memenuhi syarat berhak memilih dan dipilih; cek nama Anda di daftar pemilih."
            }
            Self::Administration => {
                "Penghitungan terbuka bagi siapa saja; bandingkan hasil TPS dengan yang diumumkan KPU."
            }
            Self::Candidates => "Nilailah calon dari rekam jejak dan program yang bisa diperiksa.",
            Self::Sara => "Suku dan agama bukan bahan kampanye; tolak hasutan SARA.",
            Self::Division => "Beda pilihan itu biasa; setelah pemilu kita tetap bertetangga.",
        }
    }
}

read_by_name!(
    Topic,
    "participation, voting_rights, administration, candidates, sara or division"
);
shown_by_name!(Topic);
