//! Folded words on their way to who reads them.

use std::ops::Range;

use crate::text::normalize::{Changes, Folder, Origin, Piece};

/// A folded word on its way to a [`Visitor`](super::visitor::Visitor).
// Only features ask for all of it.
#[cfg_attr(not(feature = "detector"), allow(dead_code))]
#[derive(Clone, Copy)]
pub(crate) struct WalkedWord<'a> {
    /// UTF-8, never empty.
    pub(crate) bytes: &'a [u8],
    /// One entry for each byte if the walk tracks origins, else empty.
    pub(super) origins: &'a [Origin],
    pub(crate) changes: Changes,
    /// Written in capitals and no other letters, and of two bytes at least.
    pub(crate) caps: bool,
    /// Part of a hashtag.
    pub(crate) tag: bool,
    /// Written as one with the word before, as both names of a ticket are: a
    /// hyphen, an underscore or a number joins them. A word that is doubled
    /// (*emak-emak*) is joined to none.
    pub(crate) joined: bool,
    /// Letters with a stop behind each: `B.J.`
    pub(crate) initials: bool,
}

impl<'a> WalkedWord<'a> {
    /// A plain word as it is, if the walk does not track origins.
    #[cfg(feature = "detector")]
    pub(crate) fn plain(letters: &'a [u8], caps: bool) -> Self {
        Self {
            bytes: letters,
            origins: &[],
            changes: Changes::default(),
            caps,
            tag: false,
            joined: false,
            initials: false,
        }
    }

    /// The bytes of the original that `part` of the folded bytes came from;
    /// empty if the walk does not track origins.
    pub(crate) fn span(&self, part: Range<usize>) -> Range<usize> {
        let origins = self.origins.get(part).unwrap_or_default();
        match (origins.first(), origins.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }
}

/// The words that a folder has made of a token; `tag` says that it is a hashtag.
pub(super) fn pieces<const TRACK: bool>(
    folder: &Folder<TRACK>,
    tag: bool,
) -> impl Iterator<Item = WalkedWord<'_>> + Clone {
    let pieces = folder.pieces.iter().copied();
    words(&folder.bytes, &folder.origins, pieces, folder.changes, tag)
}

/// The words that `pieces` of `letters` are.
#[inline]
pub(super) fn words<'w>(
    letters: &'w [u8],
    origins: &'w [Origin],
    pieces: impl Iterator<Item = Piece> + Clone,
    changes: Changes,
    tag: bool,
) -> impl Iterator<Item = WalkedWord<'w>> + Clone {
    let (mut start, mut before) = (0, [].as_slice());
    pieces.map(move |piece| {
        let (all_capitals, leet) = (piece.is_caps(), piece.leet);
        let piece = start..piece.end;
        start = piece.end;
        let bytes = letters.get(piece.clone()).unwrap_or_default();
        let before = std::mem::replace(&mut before, bytes);
        let caps = all_capitals && piece.len() >= 2;
        WalkedWord {
            bytes,
            origins: origins.get(piece).unwrap_or_default(),
            changes: Changes { leet, ..changes },
            caps,
            tag,
            joined: !tag && !before.is_empty() && before != bytes,
            initials: false,
        }
    })
}

/// A [`WalkedWord`] that outlives its place in the text, in buffers that are
/// reused.
#[cfg(feature = "detector")]
#[derive(Debug, Default)]
pub(crate) struct HeldWord {
    bytes: Vec<u8>,
    origins: Vec<Origin>,
    changes: Changes,
    caps: bool,
    tag: bool,
    joined: bool,
    initials: bool,
}

#[cfg(feature = "detector")]
impl HeldWord {
    pub(crate) fn hold(&mut self, word: &WalkedWord<'_>) {
        self.bytes.clear();
        self.bytes.extend_from_slice(word.bytes);
        self.origins.clear();
        self.origins.extend_from_slice(word.origins);
        self.changes = word.changes;
        self.caps = word.caps;
        self.tag = word.tag;
        self.joined = word.joined;
        self.initials = word.initials;
    }

    pub(crate) fn word(&self) -> WalkedWord<'_> {
        WalkedWord {
            bytes: &self.bytes,
            origins: &self.origins,
            changes: self.changes,
            caps: self.caps,
            tag: self.tag,
            joined: self.joined,
            initials: self.initials,
        }
    }
}
