//! The model that comes with the crate.

use crate::detector::Detector;
use crate::model::Model;

static BYTES: &[u8] = include_bytes!("pretrained.safetensors");

impl Detector {
    /// A detector with the model that is part of this build: no file, no
    /// network. Takes a few milliseconds; make it once and share it.
    #[must_use]
    pub fn pretrained() -> Self {
        // The bytes are a constant of the build and a test loads them, so this
        // cannot fail at a user's.
        Model::from_bytes(BYTES)
            .and_then(Self::new)
            .expect("the embedded model is sound")
    }

    /// The file of the model that is part of this build.
    #[must_use]
    pub fn pretrained_bytes() -> &'static [u8] {
        BYTES
    }
}
