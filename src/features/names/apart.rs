//! Names that apostrophes or `&` set apart from what they join them to:
//! `NU'EST`, `di'gibran'i`, `Raffi&Nagita`.

use crate::features::hash;
use crate::features::names::Names;
use crate::features::names::context::Context;
use crate::text::{DIVIDING, is_listed};

/// Most bytes that are read on either side of a mark: no name is longer, and a
/// word may have any number of marks.
const REACH: usize = 3 * hash::LONGEST_WRITTEN;

/// Whether the mark at byte `at` of `word` sets a name apart and is not part of
/// one (`Ma'ruf`) or of a word (`Jum'at`). `before` is what stands before the
/// word.
#[cold]
pub(in crate::features) fn divides(names: &Names, word: &str, at: usize, before: Context) -> bool {
    let mark = Mark {
        names,
        before,
        sides: Sides::of(word, at),
    };
    if mark.is_of_owner() {
        return true;
    }
    // On the stack, as scoring allocates nothing.
    let mut whole = [0; 2 * REACH];
    let whole = mark.sides.joined(&mut whole);
    if mark.is_of_verb(whole) {
        return true;
    }
    if mark.sides.rights[0].is_empty() || names.has(whole) {
        return false;
    }
    let left = mark.left_is_name();
    let right = mark.right_is_name();
    mark.divides_words(left, right) || (left || right) && !is_listed(whole)
}

/// What stands on either side of a mark, as far as it may be one name with it.
struct Sides<'w> {
    left: &'w str,
    right: &'w str,
    /// Whether `left` is all of the word before the mark.
    whole_left: bool,
    /// The parts on each side up to the next mark, and those to the one behind.
    lefts: [&'w str; 2],
    rights: [&'w str; 2],
}

impl<'w> Sides<'w> {
    fn of(word: &'w str, at: usize) -> Self {
        const ENDS: [char; 5] = ['-', '.', '_', '\u{2010}', '\u{2011}'];
        let (left, right) = word.split_at_checked(at).unwrap_or((word, ""));
        // A character has four bytes at most.
        let left = (0..4).find_map(|more| left.get(at.saturating_sub(REACH - more)..));
        let left = left.unwrap_or_default().rsplit(ENDS).next();
        let left = left.unwrap_or_default();
        let right = right.strip_prefix(DIVIDING).unwrap_or(right);
        let right = (0..4).find_map(|less| right.get(..right.len().min(REACH) - less));
        let right = right.unwrap_or_default().split(ENDS).next();
        let right = right.unwrap_or_default();
        Self {
            left,
            right,
            whole_left: left.len() == at,
            lefts: [
                left.rsplit(DIVIDING).next().unwrap_or_default(),
                last_two(left),
            ],
            rights: [
                right.split(DIVIDING).next().unwrap_or_default(),
                first_two(right),
            ],
        }
    }

    /// The letters next to the mark as one word.
    fn joined<'b>(&self, buffer: &'b mut [u8; 2 * REACH]) -> &'b [u8] {
        let mut length = 0;
        let letters = self.lefts[0].bytes().chain(self.rights[0].bytes());
        let letters = letters.filter(u8::is_ascii_alphabetic);
        for (to, from) in buffer.iter_mut().zip(letters) {
            *to = from.to_ascii_lowercase();
            length += 1;
        }
        buffer.get(..length).unwrap_or_default()
    }
}

/// A mark between two sides, and what is known of names there.
struct Mark<'n, 'w> {
    names: &'n Names,
    before: Context,
    sides: Sides<'w>,
}

impl Mark<'_, '_> {
    /// Whether `part`, all of the word up to the mark, is a name behind what
    /// stands before it.
    fn is_in_context(&self, part: &str) -> bool {
        self.sides.whole_left
            && part.len() == self.sides.left.len()
            && hash::written(part.as_bytes())
                .is_some_and(|hash| self.names.class(hash, self.before).is_some())
    }

    /// *Gus Baha's* is no *bahas*.
    fn is_of_owner(&self) -> bool {
        let is_owner = |part: &str| {
            part.len() >= 2
                && hash::written(part.as_bytes()).is_some_and(|hash| self.names.is_listed(hash))
        };
        self.sides.right.eq_ignore_ascii_case("s")
            && (self.sides.lefts)
                .into_iter()
                .any(|part| is_owner(part) || self.is_in_context(part))
    }

    /// *Gus Dur'i*, but not where `whole`, without the mark, is a name as well.
    fn is_of_verb(&self, whole: &[u8]) -> bool {
        self.sides.right.eq_ignore_ascii_case("i")
            && self.is_in_context(self.sides.lefts[0])
            && (self.names).class(hash::word(whole), self.before).is_none()
    }

    fn left_is_name(&self) -> bool {
        (self.sides.lefts)
            .into_iter()
            .any(|part| self.is_name(part) || self.is_in_context(part))
    }

    fn right_is_name(&self) -> bool {
        (self.sides.rights)
            .into_iter()
            .any(|part| self.is_name(part))
    }

    /// Three letters that are part of a name somewhere are enough here.
    fn is_name(&self, part: &str) -> bool {
        hash::written(part.as_bytes()).is_some_and(|hash| {
            part.len() >= 2 && self.names.goes_on(hash)
                || part.len() >= 3 && self.names.is_listed(hash)
        })
    }

    /// `di'gunung`, `P'Anas`, `P'B.`, `NU'Tan` and `Hidayat'i`: these are divided
    /// even if they are words without the mark.
    fn divides_words(&self, left_is_name: bool, right_is_name: bool) -> bool {
        let Sides { right, .. } = self.sides;
        let (left_part, right_part) = (self.sides.lefts[0], self.sides.rights[0]);
        let one_letter = left_part.len() == 1;
        let capital = right.starts_with(char::is_uppercase);
        let is_initial = capital
            && right_part.len() == 1
            && hash::written(right.as_bytes()).is_some_and(|hash| self.names.opens(hash).is_some());
        left_part.eq_ignore_ascii_case("di") && right_is_name
            || one_letter && right_is_name && capital
            || is_initial && (one_letter || left_is_name)
            || left_is_name && right_is_name
            || left_is_name && left_part.len() >= 4 && right_part.eq_ignore_ascii_case("i")
    }
}

/// The last two parts of `text` between marks.
fn last_two(text: &str) -> &str {
    let parted = text.rmatch_indices(DIVIDING).nth(1);
    let two = parted.and_then(|(at, mark)| text.get(at + mark.len()..));
    two.unwrap_or(text)
}

/// The first two parts of `text` between marks.
fn first_two(text: &str) -> &str {
    let parted = text.match_indices(DIVIDING).nth(1);
    parted.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}
