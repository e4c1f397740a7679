//! The model that comes with the crate.

use crate::detector::Detector;
use crate::model::Model;

/// What it holds begins where a cache line does, and so does each fourth row of
/// the table in it.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static FILE: &Aligned<[u8]> = &Aligned(*include_bytes!("pretrained.safetensors"));

impl Detector {
    /// A detector with the model that is part of this build: no file, no
    /// network. Takes a millisecond or two; make it once and share it.
    #[must_use]
    pub fn pretrained() -> Self {
        // The bytes are a constant of the build and a test loads them, so this
        // cannot fail at a user's.
        Model::embedded(&FILE.0)
            .and_then(Self::new)
            .expect("the embedded model is sound")
    }

    /// The file of the model that is part of this build.
    #[must_use]
    pub fn pretrained_bytes() -> &'static [u8] {
        &FILE.0
    }
}

#[cfg(test)]
mod tests {
    use super::FILE;
    use crate::detector::Detector;
    use crate::model::Model;

    /// As far as the embedded model is trusted: its digest, that of the list of
    /// names, and each entry are what a file from outside would have to have.
    #[test]
    fn it_is_what_its_file_would_load() {
        let checked = Model::from_bytes(&FILE.0).unwrap();
        assert_eq!(Detector::pretrained().model(), &checked);
    }

    #[test]
    fn it_is_read_where_it_lies_and_no_row_is_torn() {
        let detector = Detector::pretrained();
        let rows = detector.model().rows::<16>().as_flattened().as_ptr_range();
        assert!(FILE.0.as_ptr_range().contains(&rows.start));
        assert_eq!(FILE.0.as_ptr_range().end, rows.end);
        assert_eq!(rows.start.addr() % 64, 0);
    }
}
