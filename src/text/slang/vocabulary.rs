//! What is known about words: one text table and three sets of fingerprints.
//!
//! All of it is constant data; the index of the table is computed by the
//! compiler. Names no other module, so that the builder in `examples` can read
//! the same files with the same code.

/// Slots of the index: a power of two, at least twice the rows of the table.
pub(super) const SLOTS: usize = 4096;

/// Words and what they stand for.
#[derive(Clone, Copy)]
pub(super) struct Vocabulary<'d> {
    /// Lines of `form`, a tab, `representative`.
    table: &'d str,
    /// Offset of a line plus one, found by the form's hash; zero is empty.
    index: &'d [u32; SLOTS],
    /// Standard words.
    known: Fingerprints<'d>,
    /// Roots that make verbs.
    verbs: Fingerprints<'d>,
    /// Standard words that a rule would change.
    kept: Fingerprints<'d>,
}

impl<'d> Vocabulary<'d> {
    pub(super) const fn new(
        table: &'d str,
        index: &'d [u32; SLOTS],
        [known, verbs, kept]: [&'d [u8]; 3],
    ) -> Self {
        Self {
            table,
            index,
            known: Fingerprints(known),
            verbs: Fingerprints(verbs),
            kept: Fingerprints(kept),
        }
    }

    /// The representative of `form`, if the table has it.
    pub(super) fn get(&self, form: &str) -> Option<&'d str> {
        let mut slot = fingerprint(form.as_bytes()) as usize % SLOTS;
        // A full index would have no end; the builder keeps it half empty.
        for _ in 0..SLOTS {
            let line = (*self.index.get(slot)? as usize).checked_sub(1)?;
            let found = self
                .table
                .get(line..)
                .and_then(|rest| rest.strip_prefix(form))
                .and_then(|rest| rest.strip_prefix('\t'));
            if let Some(rest) = found {
                return rest.split('\n').next();
            }
            slot = (slot + 1) % SLOTS;
        }
        None
    }

    pub(super) fn is_known(&self, word: &str) -> bool {
        self.known.holds(word)
    }

    pub(super) fn is_verb(&self, word: &str) -> bool {
        self.verbs.holds(word)
    }

    pub(super) fn is_kept(&self, word: &str) -> bool {
        self.kept.holds(word)
    }
}

/// Fingerprints of words, big-endian and sorted.
#[derive(Clone, Copy)]
struct Fingerprints<'d>(&'d [u8]);

impl Fingerprints<'_> {
    fn holds(self, word: &str) -> bool {
        let (sorted, _) = self.0.as_chunks::<4>();
        sorted
            .binary_search(&fingerprint(word.as_bytes()).to_be_bytes())
            .is_ok()
    }
}

/// 32-bit FNV-1a (Fowler, Noll and Vo).
pub(super) const fn fingerprint(bytes: &[u8]) -> u32 {
    let mut hash = 0x811C_9DC5_u32;
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u32).wrapping_mul(0x0100_0193);
        i += 1;
    }
    hash
}

/// The index of a table.
pub(super) const fn index(table: &str) -> [u32; SLOTS] {
    let bytes = table.as_bytes();
    let mut index = [0; SLOTS];
    let mut line = 0;
    while line < bytes.len() {
        let (_, mut rest) = bytes.split_at(line);
        let mut end = line;
        while bytes[end] != b'\t' {
            end += 1;
        }
        (rest, _) = rest.split_at(end - line);
        let mut slot = fingerprint(rest) as usize % SLOTS;
        while index[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        index[slot] = line as u32 + 1;
        while bytes[end] != b'\n' {
            end += 1;
        }
        line = end + 1;
    }
    index
}
