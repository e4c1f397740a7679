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

/// Reads a type that has `ALL` by its `name()`: `$expected` says in words which there are.
#[cfg(feature = "detector")]
macro_rules! read_by_name {
    ($named:ty, $expected:literal) => {
        /// Reads the name, as it is serialised, with nothing around it.
        impl std::str::FromStr for $named {
            type Err = crate::error::Error;

            fn from_str(name: &str) -> Result<Self, crate::error::Error> {
                let known = <$named>::ALL.iter().find(|it| it.name() == name);
                known.copied().ok_or_else(|| {
                    crate::error::Error::from(crate::error::ErrorKind::Value {
                        expected: $expected,
                        found: name.chars().take(40).collect(),
                    })
                })
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

pub(crate) use shown_by_name;
#[cfg(feature = "detector")]
pub(crate) use {read_by_name, serialized_by_name};
