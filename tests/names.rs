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
    read(Verdict::ALL, |it| it.name());
    let outcomes = [Outcome::Refuted, Outcome::Confirmed, Outcome::Unclear];
    read(&outcomes, |it| it.name());
    read(&[Stance::Asserts, Stance::Denies, Stance::Asks], |it| {
        it.name()
    });
    read(Phase::ALL, |it| it.name());
    read(Topic::ALL, |it| it.name());
    read(Action::ALL, |it| it.name());
    read(Addressee::ALL, |it| it.name());
    written(Attack::ALL, |it| it.name());
    written(Form::ALL, |it| it.name());
    written(Style::ALL, |it| it.name());
    written(NameClass::ALL, |it| it.name());
}

/// Each once; a sanction is graver than none.
#[test]
fn lists_of_all_are_whole() {
    let verdicts: Vec<&str> = Verdict::ALL.iter().map(|it| it.name()).collect();
    assert_eq!(verdicts, ["likely", "uncertain", "unlikely"]);
    assert!(Action::ALL.is_sorted() && Addressee::ALL.is_sorted());
    let of_rank: Vec<bool> = Action::ALL.iter().map(|it| it.is_sanction()).collect();
    assert_eq!(of_rank, [false, false, false, true, true]);
    assert_eq!(Addressee::ALL.len(), 5);
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
