//! A text with something behind each of its bytes, so that blocks and words at its
//! end are read as all others are.

use crate::text::tokenizer::classes::SIZE;
use crate::text::tokenizer::plain::LOADED;

/// What is read of a text at once: a block, and what a word that starts at its last
/// byte is loaded with.
pub(super) const SHOWN: usize = SIZE + LOADED;

/// The last bytes of a text, whatever was there before in front of them, and blanks
/// behind. Kept from text to text, as it takes longer to make than to change.
#[derive(Debug)]
pub(in crate::text) struct End([u8; 2 * SHOWN]);

impl Default for End {
    fn default() -> Self {
        Self([b' '; 2 * SHOWN])
    }
}

/// A text, and blanks behind it.
pub(in crate::text) struct Shown<'t> {
    text: &'t [u8],
    end: &'t mut [u8; 2 * SHOWN],
    /// Whether `end` is that of this text: put there when it is read, as memory is
    /// fetched in the order of the text.
    is_there: bool,
}

impl<'t> Shown<'t> {
    #[inline(always)]
    pub(in crate::text) fn new(text: &'t [u8], End(end): &'t mut End) -> Self {
        let mut shown = Self {
            text,
            end,
            is_there: false,
        };
        if text.len() < SIZE {
            shown.put_end();
        }
        shown
    }

    /// What stands at `base`; blanks if the text does not go as far.
    #[inline(always)]
    pub(super) fn at(&mut self, base: usize) -> &[u8; SHOWN] {
        let inside = self.text.get(base..).and_then(|rest| rest.first_chunk());
        if let Some(inside) = inside {
            return inside;
        }
        if !self.is_there {
            self.put_end();
        }
        let left = self.text.len().saturating_sub(base);
        let end = self.end.get(SHOWN.saturating_sub(left)..);
        end.and_then(|end| end.first_chunk())
            .unwrap_or(&[b' '; SHOWN])
    }

    #[inline(always)]
    fn put_end(&mut self) {
        self.is_there = true;
        let Some((place, _)) = self.end.split_first_chunk_mut::<SHOWN>() else {
            return;
        };
        match self.text.last_chunk() {
            Some(last) => *place = *last,
            None => {
                let place = place.get_mut(SHOWN - self.text.len()..);
                place.unwrap_or_default().copy_from_slice(self.text);
            }
        }
    }

    /// The block at `base`, which is in the text if that has as many bytes.
    #[inline(always)]
    pub(super) fn block(&mut self, base: usize) -> &[u8; SIZE] {
        // What has just been put at the end takes longer to load.
        let block = self.text.get(base..).and_then(|rest| rest.first_chunk());
        let shown = self.at(base).first_chunk();
        block.or(shown).unwrap_or(&[b' '; SIZE])
    }

    /// How many bytes the text has.
    #[inline(always)]
    pub(super) fn length(&self) -> usize {
        self.text.len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn shows_the_text_and_blanks_behind_it(
            text in prop::collection::vec(any::<u8>(), 0..3 * SHOWN),
            bases in prop::collection::vec(prop_oneof![0..4 * SHOWN, Just(usize::MAX - 63)], 1..4),
        ) {
            let mut end = End::default();
            // What was there before makes no difference.
            Shown::new(&[b'x'; 2 * SHOWN], &mut end).at(SHOWN + 1);
            let mut shown = Shown::new(&text, &mut end);
            for base in bases {
                let behind = text.iter().skip(base).chain(std::iter::repeat(&b' '));
                let expected: Vec<u8> = behind.copied().take(SHOWN).collect();
                prop_assert_eq!(&shown.at(base)[..], expected);
            }
        }
    }
}
