//! What has a name is shown, written and read as that name.

use std::fmt::Debug;

use hoaks::claims::{Outcome, Stance};
use hoaks::election::{Action, Addressee, Phase, Topic};
use hoaks::evaluate::{Attack, Form};
use hoaks::features::{NameClass, Style};
use hoaks::text::TokenKind;
use hoaks::{ErrorKind, Verdict};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn written<T: Serialize>(all: &[T], name: impl Fn(&T) -> &'static str) {
    for it in all {
        assert_eq!(serde_json::to_value(it).unwrap(), name(it));
    }
}

/// By its name, and so by no name that another one has.
fn read<T>(all: &[T], name: impl Fn(&T) -> &'static str)
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    written(all, &name);
    for it in all {
        let quoted = serde_json::Value::from(name(it));
        assert_eq!(&serde_json::from_value::<T>(quoted).unwrap(), it);
    }
}

#[test]
fn one_spelling_for_readers_and_for_files() {
    let verdicts = [Verdict::Likely, Verdict::Uncertain, Verdict::Unlikely];
    read(&verdicts, |it| it.name());
    let outcomes = [Outcome::Refuted, Outcome::Confirmed, Outcome::Unclear];
    read(&outcomes, |it| it.name());
    read(&[Stance::Asserts, Stance::Denies, Stance::Asks], |it| {
        it.name()
    });
    read(Phase::ALL, |it| it.name());
    read(Topic::ALL, |it| it.name());
    let actions = [
        Action::Ignore,
        Action::Monitor,
        Action::Clarify,
        Action::ReviewTakedown,
        Action::ReviewBlocking,
    ];
    read(&actions, |it| it.name());
    let addressees = [
        Addressee::FactChecker,
        Addressee::Kpu,
        Addressee::Bawaslu,
        Addressee::Platform,
        Addressee::Operator,
    ];
    read(&addressees, |it| it.name());
    written(Attack::ALL, |it| it.name());
    written(Form::ALL, |it| it.name());
    written(Style::ALL, |it| it.name());
    written(NameClass::ALL, |it| it.name());
}

#[test]
fn a_name_is_shown_as_wide_as_it_is_asked_for() {
    assert_eq!(
        format!("{:>6}|{:<6}|", TokenKind::Word, TokenKind::Url),
        "  word|url   |"
    );
}

#[test]
fn the_class_of_a_name_is_read_by_its_name_alone() {
    for &class in NameClass::ALL {
        assert_eq!(class.name().parse(), Ok(class));
    }
    for other in ["", "Person", " person", "persons"] {
        let error = other.parse::<NameClass>().unwrap_err();
        let is_value = matches!(error.kind(), ErrorKind::Value { found, .. } if found == other);
        assert!(is_value, "{error}");
    }
}
