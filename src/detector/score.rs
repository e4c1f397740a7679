//! One text, one pass, one answer.

use std::ops::Range;

use prefetch_index::prefetch_index;

use crate::detector::Detector;
use crate::detector::assessment::{Answer, Assessment, Score, Verdict};
use crate::detector::memo::Memo;
use crate::detector::sums::{Gathered, Pending, Runs, Total, both, weigh};
use crate::detector::worker::Worker;
use crate::features::{Block, Key, Known, Recalled, Sink, Style};
use crate::model::{MAX_HEADS, Model};

impl Detector {
    /// Assesses one text of any length; linear in it. All heads are read in
    /// the same pass, from one row of the table for each feature.
    ///
    /// Memory: until it ends, each thread that calls this keeps for each of the last four
    /// models
    ///
    /// * what words add up to, at most four megabytes;
    /// * what odd tokens (hashtags, words with digits or hyphens) are read as, at most one
    ///   megabyte, and which words are misspelt names, 64 kilobytes;
    /// * buffers as large as the longest word or row of single letters has needed, but none
    ///   that a text of more than a megabyte has made.
    ///
    /// Each grows with what the thread meets until it is full or nothing is new to it. From
    /// then on nothing is allocated, but for the stem of a rare unknown word, for a moment.
    /// That is without claims: to look a text up among claims ([`Detector::with_claims`])
    /// allocates for each text. What is kept changes no answer.
    #[must_use]
    pub fn assess(&self, text: &str) -> Assessment {
        let mut logits = [0.0; MAX_HEADS];
        let heads = self.model.card().heads.len();
        let words = Worker::lend(&self.model, text.len(), |worker| match heads {
            0..=1 => self.logits::<1>(text, worker, &mut logits),
            _ => self.logits::<MAX_HEADS>(text, worker, &mut logits),
        });
        let Some(claims) = &self.claims else {
            return self.answer(&logits, words);
        };
        let mut assessment = self.answer(&logits, words);
        self.look_up(text, claims, &mut assessment);
        assessment
    }

    /// Finds the logits of all columns; gives the number of words.
    #[inline]
    fn logits<const LANES: usize>(
        &self,
        text: &str,
        worker: &mut Worker,
        logits: &mut [f64; MAX_HEADS],
    ) -> usize {
        let mut sums = Sums::<LANES> {
            model: &self.model,
            memo: &mut worker.memo,
            scales: self.vectorizer.scales().map(i16::from),
            total: Total::new(),
            pairs: &mut worker.pairs,
            word: [0; LANES],
            runs: Runs::new(),
            long: false,
            style: [0; LANES],
            words: 0,
        };
        let length = self.vectorizer.pass(text, &mut worker.scratch, &mut sums);
        sums.add_pairs();
        // Integers up to here: the order of features cannot change a bit.
        let grams = sums.total.get();
        self.lines.logits(&grams, &sums.style, length, logits);
        sums.words
    }

    #[inline]
    fn answer(&self, logits: &[f64; MAX_HEADS], words: usize) -> Assessment {
        let answer =
            |column: Option<usize>| Answer::new(column.and_then(|at| logits.get(at).copied()));
        let hoax = logits.get(self.hoax).copied().unwrap_or_default();
        let (hoax, debunk) = (Score::from_logit(hoax), answer(self.others.debunk));
        Assessment {
            hoax,
            verdict: self.verdict(hoax, debunk, words),
            words,
            election: answer(self.others.election),
            debunk,
            topics: self.others.topics.map(answer),
            phases: self.others.phases.map(answer),
            clarification: None,
        }
    }

    fn verdict(&self, hoax: Score, debunk: Answer, words: usize) -> Verdict {
        if words == 0 {
            return Verdict::Uncertain;
        }
        let limits = self.limits;
        if hoax.logit >= limits.likely {
            return if self.refutes(debunk) {
                Verdict::Uncertain
            } else {
                Verdict::Likely
            };
        }
        if hoax.logit <= limits.unlikely {
            Verdict::Unlikely
        } else {
            Verdict::Uncertain
        }
    }

    /// Whether a text repeats what it repeats in order to refute it.
    pub(super) fn refutes(&self, debunk: Answer) -> bool {
        let refutes = |debunk: Score| debunk.logit >= self.limits.refutes;
        debunk.score().is_some_and(refutes)
    }
}

/// Adds up the entries of all heads, each n-gram's times the scale of its
/// block.
struct Sums<'m, const LANES: usize> {
    model: &'m Model,
    memo: &'m mut Memo,
    scales: [i16; 3],
    total: Total<LANES>,
    pairs: &'m mut Pending,
    /// The word at hand, weighed.
    word: [i16; LANES],
    /// Its character runs.
    runs: Runs<LANES>,
    /// Whether it has more of them than can wait.
    long: bool,
    style: [i32; LANES],
    words: usize,
}

impl<const LANES: usize> Sink for Sums<'_, LANES> {
    const REMEMBERS: bool = true;
    type Sums = Gathered<LANES>;

    #[inline]
    fn gram(&mut self, block: Block, row: usize, _: impl FnOnce() -> Range<usize>) {
        match block {
            Block::Word => {
                self.words += 1;
                let scale = self.scales[Block::Word as usize];
                self.word = weigh(self.model.lanes(row), scale);
            }
            Block::Pair => {
                // All rows of a short text are added at its end, which would wait for
                // them.
                prefetch_index(self.model.rows::<LANES>(), row);
                if self.pairs.push(row) {
                    self.add_pairs();
                }
            }
            Block::Chars => {
                if self.runs.add(self.model, row) {
                    self.add_runs();
                }
            }
        }
    }

    #[inline(always)]
    fn runs<F>(&mut self, runs: impl Iterator<Item = [(usize, F); 3]>, last: [(usize, F); 3]) {
        let rows = |[(a, _), (b, _), (c, _)]: [(usize, F); 3]| [a, b, c];
        self.runs.add_all(self.model, runs.map(rows), rows(last));
    }

    #[inline(always)]
    fn recall(&mut self, word: Key, before: u32, sums: &mut Gathered<LANES>) -> Option<Recalled> {
        let entry = self.memo.get(word)?;
        let recalled = entry.recalled(before)?;
        if matches!(recalled, Recalled::Read { .. }) {
            sums.add(&entry.sums);
        }
        Some(recalled)
    }

    #[inline(always)]
    fn add(&mut self, sums: &Gathered<LANES>, words: usize) {
        self.total.add_gathered(sums);
        self.words += words;
    }

    fn remember(&mut self, word: Option<Key>, known: Known) {
        let scale = self.scales[Block::Chars as usize];
        let word_alone = std::mem::replace(&mut self.word, [0; LANES]);
        let long = std::mem::take(&mut self.long);
        let runs = self.runs.take();
        let sums = both(&word_alone, &runs, scale);
        if let (Some(key), Some(sums), false) = (word, sums, long) {
            self.total.add(&sums);
            let mut all = [0; MAX_HEADS];
            for (slot, sum) in all.iter_mut().zip(sums) {
                *slot = sum;
            }
            self.memo.remember(key, known, all);
        } else {
            self.total.add(&word_alone);
            self.total.add_times(&runs, scale);
        }
    }

    fn style(&mut self, _: Style, row: usize) {
        let entries = self.model.lanes::<LANES>(row);
        for (sum, entry) in self.style.iter_mut().zip(entries) {
            *sum += i32::from(entry.cast_signed());
        }
    }
}

impl<const LANES: usize> Sums<'_, LANES> {
    fn add_pairs(&mut self) {
        let sums = self.pairs.take(self.model);
        let scale = self.scales[Block::Pair as usize];
        self.total.add_times(&sums, scale);
    }

    #[cold]
    fn add_runs(&mut self) {
        let sums = self.runs.take();
        let scale = self.scales[Block::Chars as usize];
        self.total.add_times(&sums, scale);
        self.long = true;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::detector::lines::Line;
    use crate::detector::{Assessment, Detector, Evidence};
    use crate::features::Block;

    /// The logits of every head and the number of words, from the features that
    /// training sees, which no memo has touched.
    fn reference(detector: &Detector, text: &str) -> (Vec<u64>, usize) {
        let vector = detector.vectorizer.vector(text);
        let hashed = detector.vectorizer.hashed_rows();
        let heads = detector.model.card().heads.iter().enumerate();
        let logits = heads.map(|(number, head)| {
            let (mut grams, mut style) = (0_i64, 0_i64);
            for &(row, value) in &vector.entries {
                let entry = i64::from(detector.model.entry(row as usize, number));
                if (row as usize) < hashed {
                    grams += entry * i64::from(value);
                } else {
                    style += entry;
                }
            }
            let (scale, bias) = Line::new(head, head.base_rate).at(vector.grams);
            let evidence = scale * (vector.length_scale * grams as f64 + style as f64);
            (bias + evidence).to_bits()
        });
        let words = detector.explain(text).contributions;
        let is_word = |evidence| evidence == Evidence::Gram(Block::Word);
        let words = words.iter().filter(|piece| is_word(piece.evidence)).count();
        (logits.collect(), words)
    }

    fn logits(detector: &Detector, assessment: &Assessment) -> (Vec<u64>, usize) {
        let heads = &detector.model.card().heads;
        let logit = |name: &str| match name {
            "hoax" => assessment.hoax(),
            "election" => assessment.election().unwrap(),
            "debunk" => assessment.debunk().unwrap(),
            _ => {
                let topics = assessment
                    .topics()
                    .map(|(topic, score)| (topic.name(), score));
                let phases = assessment
                    .phases()
                    .map(|(phase, score)| (phase.name(), score));
                topics.chain(phases).find(|(of, _)| *of == name).unwrap().1
            }
        };
        let logits = heads.iter().map(|head| logit(&head.name).logit().to_bits());
        (logits.collect(), assessment.words())
    }

    fn detector() -> &'static Detector {
        static SHARED: std::sync::LazyLock<Detector> =
            std::sync::LazyLock::new(Detector::pretrained);
        &SHARED
    }

    /// Texts of few words, so that they are remembered, in all sorts of dress,
    /// among names, tags and letters that stand apart.
    const FEW_WORDS: &str = "((suara|SUARA|Suara|suaraaaa|su4ra|su\u{200B}ara|kpu|pemilu|di|DI|anak|dalam|PPP|pppnya|haji|m|M\\.|jokowi|\
        Prabowo|prabowonya|taufik|bang|putih|#SuratSuara|#jokowiorangbaik|anak-anak|a|b|c|rp|http|\
        mempertanggungjawabkan|selenggara|10\\.30 WIB|5 kg|Rp 5|Prof\\.|H\\.|dkk\\.|\\.\\.|!!|2019|e-KTP|\
        suku|kayan|partai|darul|isa|nabi|isanya|diselenggarakan|каша|café|ﷺ|soti|bowoo|tengaah|risalah|malah|\
        jack|Q\\.W\\.|x|hb|sultan|2ku|L40\\$|p471|di'gibran'i|Raffi&Nagita|mayarakat|kenadl|suarra)[ .,!?:\n\"()\u{2019}-]{0,2}){0,40}";

    /// Odd tokens again and again, beside names, words that wait for one, and marks
    /// that may be part of a token.
    const ODD: &str = "((#IbuKota|#ibu|#pakPrabowo|#2019GantiPresiden|#prabowo|#KawalSuara2024|#pilkada|#kota_1|ibu2|ibu-ibu2|\
        gara2|C1|ke-2|1x24|ny0blos|08xx-xxxx|Covid-19|ber-KTP|KTP-el|se-kabupaten|non-Hindu|Prabowo-Gibran|prabowo_gibran|\
        Anies-Cak|Jokowi-Ma'ruf|PDI-P|Qur\u{2019}an|Ma'ruf|caf\u{e9}-caf\u{e9}|s\u{f9}ara|a\\.n\\.|S\\.H\\.|Kab\\.|C\\.|dll\\.|Rp|\
        DebatFinalPilkadaJKT-2024-di-Jakarta|ibu|saksi|kota|kabupaten|pak|x|lalu|darul|islam|Prabowo|jokowi|prabowo|di|suara|\
        @jokowi|a\\.id/ibu|\u{1F64F}|13\\.00|s/d)[ .,@#$'`\u{2019}\u{e9}_-]{0,2} ?){0,30}";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]
        #[test]
        fn every_head_is_what_the_features_add_up_to(
            text in prop_oneof![any::<String>(), "[ -~]{0,80}", FEW_WORDS, ODD],
        ) {
            let assessment = detector().assess(&text);
            prop_assert_eq!(logits(detector(), &assessment), reference(detector(), &text));
        }
    }

    #[test]
    fn sums_of_long_texts_and_words_are_exact() {
        for text in [
            "surat suara tercoblos, ".repeat(40_000),
            "aku".repeat(100_000),
        ] {
            let assessment = detector().assess(&text);
            assert_eq!(
                logits(detector(), &assessment),
                reference(detector(), &text)
            );
        }
    }

    /// Remembered words of the largest entries, more of them than 16 bits hold.
    #[cfg(feature = "train")]
    #[test]
    fn sums_of_large_entries_are_exact() {
        use crate::model::Model;
        let card = detector().model.card();
        let rows = detector().vectorizer.rows();
        for entry in [127, -127, -128] {
            let table = vec![entry; rows * card.heads.len()];
            let detector = Detector::new(Model::build(card.clone(), &table).unwrap()).unwrap();
            for text in ["suara surat ", "suara tercoblos "] {
                let text = text.repeat(100);
                let assessment = detector.assess(&text);
                assert_eq!(logits(&detector, &assessment), reference(&detector, &text));
            }
        }
    }

    /// What a thread remembers belongs to one model.
    #[cfg(feature = "train")]
    #[test]
    fn models_take_turns() {
        use crate::model::Model;
        let card = detector().model.card();
        let rows = detector().vectorizer.rows();
        let detectors: Vec<Detector> = (1..7_i8)
            .map(|entry| {
                let table = vec![entry; rows * card.heads.len()];
                Detector::new(Model::build(card.clone(), &table).unwrap()).unwrap()
            })
            .collect();
        let text = "KPU: surat suara sudah tercoblos!! kata Prabowo";
        for _ in 0..3 {
            for detector in &detectors {
                let assessment = detector.assess(text);
                assert_eq!(logits(detector, &assessment), reference(detector, text));
            }
        }
    }
}
