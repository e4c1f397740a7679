//! Whether a text denies a claim: negates it, says that it is not true, or warns of it.

use std::ops::Range;

use crate::claims::stance::wording::*;
use crate::claims::stance::words::{Word, Words};

impl<'a> Words<'a> {
    /// Whether one of these words denies a shared word.
    pub(super) fn negates(&self, mut range: Range<usize>) -> bool {
        let is_claims = |word: &Word<'_>| word.is_shared && !word.is(NEGATIONS);
        range.any(|at| self.denied(at).is_some_and(is_claims))
    }

    /// The word that the word at `at` denies, if it is a negation and one stands close
    /// behind.
    fn denied(&self, at: usize) -> Option<&Word<'a>> {
        // *Tidak mustahil* says that it may be, *gimana nggak* that it had to be.
        let is_denial = self.is(at, NEGATIONS) && !self.is_after(at, 1, &["bagaimana"])
            || self.is(at, &["mustahil"]) && !self.is_denied(at, 1)
            || self.mocks(at);
        if !is_denial {
            return None;
        }
        // Who is told of *never issued* what the claim says, whatever the verb is. Who never
        // stopped still does it.
        let is_amid = self.telling(self.told.open..at) > 0 && at < self.told.last;
        let is_verb = |at| is_amid && self.is_after(at, 1, &["pernah"]) && !self.is(at, GOES_ON);
        let near = (at + 1..=at + 1 + MOST_BETWEEN).take_while(|&at| !self.breaks(at - 1));
        near.filter_map(|at| Some((at, self.words.get(at)?)))
            .find(|&(at, word)| word.is_shared || !word.is(BETWEEN) && !is_verb(at))
            .map(|(_, word)| word)
    }

    /// Whether the word at `at` opens *mana ada …*, which says that there is none.
    fn mocks(&self, at: usize) -> bool {
        let is_place = self.is_after(at, 1, &["dari", "di", "ke", "yang"]);
        self.is(at, &["mana"]) && self.is(at + 1, &["ada", "mungkin"]) && !is_place
    }

    /// Whether a negation stands `back` words in front of the one at `at`, and no mark
    /// between.
    fn is_denied(&self, at: usize, back: usize) -> bool {
        let whole = || (at - back..at).all(|at| !self.closes(at));
        self.is_after(at, back, NEGATIONS) && whole()
    }

    /// Whether it says that the claim is not so. What it says is no such thing (*bukan
    /// hoaks*) overrules all else.
    pub(super) fn refutes(&self) -> bool {
        let mut refutes = false;
        for at in self.all() {
            if self.is_called_false(at) || self.warns(at) || self.answers(at) {
                refutes = true;
            } else if self.is_refutation(at) && !self.is_open(at) && !self.is_aside(at) {
                if self.is_taken_back(at) {
                    return false;
                }
                refutes |= !self.is_overruled(at);
            }
        }
        refutes
    }

    /// Whether the word at `at` is one of refutation, wherever it stands.
    fn is_refutation(&self, at: usize) -> bool {
        // A lie that is told, not somebody who lies.
        let is_lie = || {
            self.is_after(at, 1, HEARSAY) || self.is(at + 1, &["bahwa", "kalau"]) && self.leads(at)
        };
        let is_one = |word: &Word<'_>| {
            REFUTATIONS.contains(&word.written) || word.written == "bohong" && is_lie()
        };
        self.words
            .get(at)
            .is_some_and(|word| !word.is_shared && is_one(word))
    }

    /// Whether the word of refutation at `at` is asked about, wanted or only supposed.
    fn is_open(&self, at: usize) -> bool {
        let is_supposed = |back| self.is_after(at, back, IF);
        self.is_asked(at) || self.is_wanted(at) || is_supposed(1) || is_supposed(2)
    }

    /// Whether *palsu*, *tidak benar* or the like at `at` is said of something else in front
    /// of the claim: *Pemilu penuh rekayasa! …*, but not *ternyata rekayasa. …* or *gambar
    /// palsu! …*
    fn is_aside(&self, at: usize) -> bool {
        let near = at.saturating_sub(MOST_CONTRASTED)..at;
        let open = (near.clone().rfind(|&at| self.ends(at))).map_or(near.start, |end| end + 1);
        let mut rest = (open..=self.told.first).take(2 * MOST_CONTRASTED);
        let is_of_it = |at| self.adds(at, HEARSAY) || self.is(at, THIS);
        let forbids = |at| self.is_after(at, 1, STOP) || self.is_after(at, 2, STOP);
        let mut found = open..at;
        // *Saya cek, tidak benar. …* names nothing else.
        let start = at.saturating_sub(usize::from(self.is(at, TRUTH)));
        let is_alone = self.closes(at) && start.checked_sub(1).is_none_or(|at| self.breaks(at));
        let leads = self.leads(at) && (at < open + 2 || !self.ends(at));
        (self.is(at, QUALITIES) || self.is(at, TRUTH))
            && at < self.told.first
            && !leads
            && !rest.any(is_of_it)
            && !is_alone
            && !self.is_after(at, 1, MEDIA)
            && !found.any(|at| self.adds(at, FOUND) || self.adds(at, SPREAD) && forbids(at))
    }

    /// Whether the word of refutation at `at` is itself denied: *bukan hoaks*, *hoaks dari
    /// mana*.
    fn is_taken_back(&self, at: usize) -> bool {
        let is_mocked = self.is(at + 1, &["apanya"])
            || self.is(at + 1, &["dari"])
                && self.is(at + 2, &["mana"])
                && !self.is(at + 3, &["lagi"]);
        self.is_denied(at, 1) || self.is_denied(at, 2) || self.is_after(at, 1, &["no"]) || is_mocked
    }

    /// Whether the claim is said all the same behind the denial at `at`: *KPU membantah,
    /// tapi …*, *dibilang hoaks. …*, but not *…, tapi masih ada yang percaya …*
    fn is_overruled(&self, at: usize) -> bool {
        let contrasts = if self.is(at, DENIALS) {
            CONTRASTS
        } else if self.is_after(at, 1, CALLED_SO) && self.ends(at) {
            return self.leads(at);
        } else if (1..=2).any(|back| self.is_after(at, back, CALLED)) {
            // *disebut hoaks, tapi …* goes on about it; *disebut hoaks, padahal …* does not.
            NEVERTHELESS
        } else {
            return false;
        };
        let is_ours = |at| self.adds(at, US);
        let is_told =
            |&at: &usize| self.ends(at - 1) || at >= self.told.most && self.telling(at..at + 1) > 0;
        let between = || (at + 1..=at + MOST_CONTRASTED).take_while(|at| !is_told(at));
        at < self.told.most
            && between().any(|at| self.adds(at, contrasts))
            && (!between().any(|at| self.is(at, &["masih"])) || between().any(is_ours))
            && !self.is_kept(at)
    }

    /// Whether people go on with what the word at `at` denies: *…, tapi tetap percaya …*, but
    /// not *…, tapi saya tetap percaya …*
    fn is_kept(&self, at: usize) -> bool {
        let near = || (at + 1..=at + MOST_CONTRASTED).take_while(|&at| !self.ends(at - 1));
        let goes_on = |at| (1..=3).any(|back| self.is_after(at, back, STILL));
        let is_one = |at| {
            [BELIEVE, SPREAD, ABOUT]
                .into_iter()
                .any(|list| self.adds(at, list))
        };
        near().any(|at| is_one(at) && goes_on(at)) && !near().any(|at| self.adds(at, US))
    }

    /// Whether the words up to the one at `at` say of something that it is not true, or of
    /// the claim.
    fn is_called_false(&self, at: usize) -> bool {
        self.is_label(at)
            || self.phrase(at, UNTRUE).is_some() && !self.is_aside(at)
            || self.phrase(at, UNPROVEN).is_some() && self.leads(at)
            || self.is_belied(at)
            || self.is_corrected(at)
    }

    /// Whether the word at `at` is a fact-checker's label.
    pub(super) fn is_label(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            let ends = word.behind.starts_with([']', ')']);
            word.is(LABELS) && (ends || at == 0 && word.behind.starts_with(':'))
        })
    }

    /// Whether it is said of the claim directly behind it, up to the word at `at`, that it is
    /// not so: *… itu bohong*, *kabar … bohong*, *… buatan AI*, *…. Kabar itu bohong*.
    fn is_belied(&self, at: usize) -> bool {
        let behind = self.told.last + 1;
        let is_link = |&at: &usize| self.is(at, COPULAS) || self.is(at, CONTRASTS);
        let said = behind + (behind..behind + 2).take_while(is_link).count();
        let is_linked = said > behind;
        let is_said = |phrases| {
            let start = self.phrase(at, phrases);
            start.is_some_and(|start| (behind..=said).contains(&start))
        };
        let ends = || self.closes(at) || self.is(at + 1, &["belaka", "semua"]);
        // *Berita … tanpa dasar, usut tuntas!* is an outcry about what is done.
        let is_last = || {
            let marks = self.words.get(at).map_or("", |word| word.behind);
            !marks.contains(',')
        };
        let is_charge = || self.is_led(at, CHARGES);
        let is_verdict = || {
            is_said(LIES) && (is_linked || self.is_led(at, HEARSAY))
                || is_said(BASELESS) && (is_charge() || is_last() && self.is_led(at, HEARSAY))
                || is_said(WRONG) && is_charge()
        };
        let is_it = is_said(MADE_UP)
            || is_linked && is_said(OLD)
            || is_said(NEVER) && ends()
            || ends() && is_verdict() && !self.is_rejected(at);
        let is_next = || self.phrase(at, NEXT) == Some(self.told.close + 1) && ends();
        (is_it && at <= self.told.close || is_next()) && !self.ends_question(at)
    }

    /// Whether the verdict that ends at `at` is only told of: *…, sekarang terbukti*,
    /// *jangan bilang …*
    fn is_rejected(&self, at: usize) -> bool {
        let told = &self.told;
        let mut rest = at + 1..=told.close.min(at + MOST_CONTRASTED);
        let is_contrast = |at| {
            let is_turn = self.adds(at, CONTRASTS) || self.adds(at, NEVERTHELESS);
            is_turn || self.adds(at, NOW) && self.is(at + 1, CONFIRMS)
        };
        let forbids = |at| self.adds(at, STOP) && self.adds(at + 1, CALLED);
        rest.any(is_contrast) && !self.is_kept(at) || (told.open..told.last).any(forbids)
    }

    /// Whether *faktanya* at `at` puts right what the claim says: *klaim …, faktanya …*, or
    /// the word behind it does: *faktanya: salah*.
    fn is_corrected(&self, at: usize) -> bool {
        let is_behind = at == self.told.last + 1 || at == self.told.close + 1;
        let is_one = is_behind && self.adds(at, FACT) && !self.is(at + 1, CONFIRMS);
        is_one && self.is_led(at, CHARGES)
            || self.is_after(at, 1, FACT) && self.adds(at, &["salah"]) && self.closes(at)
    }

    /// Whether the word at `at` answers the claim, put as a question: *…? Tidak.*
    fn answers(&self, at: usize) -> bool {
        let is_all = || self.ends(at) || at + 1 == self.words.len() || self.is(at + 1, &["kok"]);
        at == self.told.close + 1
            && self.ends_question(self.told.close)
            && (self.is(at, FALSE) || self.is(at, &["tidak", "bukan"]) && is_all())
    }

    /// Whether the word at `at` warns of the claim: of believing it, of passing it on, or
    /// as fraud.
    fn warns(&self, at: usize) -> bool {
        if self.adds(at, FRAUD) {
            return (self.is_after(at, 1, BEWARE) || self.is(at + 1, &["alert"]))
                && (self.leads(at) || self.leads(at + 1));
        }
        let about = at + 1 + usize::from(self.is(at + 1, BY));
        if !self.is(about, HEARSAY) {
            return false;
        }
        let is_requested = || (1..=3).any(|back| self.is_after(at, back, REQUESTS));
        let forbids = || {
            self.is_after(at, 1, STOP)
                || self.is_after(at, 2, STOP)
                || self.is_denied(at, 1) && is_requested()
        };
        if !self.leads(about) {
            // What is here, which also is a secret that is not to be passed on.
            let is_here = self.is(about + 1, THIS);
            return is_here && self.adds(at, BELIEVE) && self.is_after(at, 1, STOP);
        }
        self.adds(at, CORRECT)
            || self.adds(at, IGNORE) && (at == 0 || is_requested())
            || (self.adds(at, BELIEVE) || self.adds(at, SPREAD)) && forbids()
    }
}
