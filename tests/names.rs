//! What has a name is shown, written and read as that name.

use std::fmt::Debug;
use std::str::FromStr;

use hoaks::claims::{Outcome, Stance};
use hoaks::election::{Action, Addressee, Phase, Topic};
use hoaks::evaluate::{Attack, Form};
use hoaks::features::{NameClass, Style};
use hoaks::text::TokenKind;
use hoaks::{Error, ErrorKind, Verdict};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn written<T: Serialize>(all: &[T], name: impl Fn(&T) -> &'static str) {
    for it in all {
        assert_eq!(serde_json::to_value(it).unwrap(), name(it));
    }
}

/// By its name, and so by no name that another one has; what is no name is told which
/// there are.
fn parsed<T>(all: &[T], name: impl Fn(&T) -> &'static str)
where
    T: FromStr<Err = Error> + PartialEq + Debug,
{
    for it in all {
        assert_eq!(name(it).parse::<T>().as_ref(), Ok(it));
        let no_names = ["", " ", &name(it).to_uppercase(), &format!(" {}", name(it))];
        for other in no_names {
            let error = other.parse::<T>().unwrap_err();
            let ErrorKind::Value { expected, found } = error.kind() else {
                panic!("{error}");
            };
            assert_eq!(found, other);
            let names = expected.replace(" or ", ", ");
            assert!(names.split(", ").eq(all.iter().map(&name)), "{expected}");
        }
    }
}

fn read<T>(all: &[T], name: impl Fn(&T) -> &'static str)
where
    T: Serialize + DeserializeOwned + FromStr<Err = Error> + PartialEq + Debug,
{
    written(all, &name);
    parsed(all, &name);
    for it in all {
        let quoted = serde_json::Value::from(name(it));
        assert_eq!(&serde_json::from_value::<T>(quoted).unwrap(), it);
    }
}

#[test]
fn one_spelling_for_readers_and_for_files() {
    read(Verdict::ALL, |it| it.name());
    read(Outcome::ALL, |it| it.name());
    read(Stance::ALL, |it| it.name());
    read(Phase::ALL, |it| it.name());
    read(Topic::ALL, |it| it.name());
    read(Action::ALL, |it| it.name());
    read(Addressee::ALL, |it| it.name());
    written(Attack::ALL, |it| it.name());
    written(Form::ALL, |it| it.name());
    written(Style::ALL, |it| it.name());
    written(NameClass::ALL, |it| it.name());
    parsed(NameClass::ALL, |it| it.name());
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
    assert_eq!((Outcome::ALL.len(), Stance::ALL.len()), (3, 3));
}

#[test]
fn a_name_is_shown_as_wide_as_it_is_asked_for() {
    assert_eq!(
        format!("{:>6}|{:<6}|", TokenKind::Word, TokenKind::Url),
        "  word|url   |"
    );
}
