//! What enums whose variants have names share: they are shown, and written, as those.

/// Shows a type as its `name()`, with the width and alignment asked for.
macro_rules! shown_by_name {
    ($named:ty) => {
        impl std::fmt::Display for $named {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}

/// Serialises a type as its `name()`, where no rule for variants gives these names.
#[cfg(feature = "detector")]
macro_rules! serialized_by_name {
    ($named:ty) => {
        impl serde::Serialize for $named {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

#[cfg(feature = "detector")]
pub(crate) use serialized_by_name;
pub(crate) use shown_by_name;
