//! How well it is decided that a post repeats a known claim: `datasets/repeats.jsonl`.
//!
//! `cargo test --release --test repeats -- --nocapture` prints the figures.

use std::collections::{BTreeMap, HashSet};

use hoaks::claims::{ClaimIndex, Clarification};
use hoaks::election::Action;
use hoaks::{Detector, Verdict};
use serde::Deserialize;

const POSTS: &str = include_str!("../datasets/repeats.jsonl");
const CLARIFICATIONS: &str = include_str!("../datasets/clarifications.jsonl");

/// Clarifications that tell one claim again, by the data sheet.
const AGAIN: [[&str; 2]; 7] = [
    ["0138", "0443"],
    ["0158", "0416"],
    ["0360", "0440"],
    ["0439", "0440"],
    ["0483", "0484"],
    ["0488", "0493"],
    ["0505", "0508"],
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Post {
    id: String,
    text: String,
    clarification: String,
    kind: String,
    #[serde(default)]
    register: String,
    split: String,
}

impl Post {
    /// Whether this is the clarification of what it repeats.
    fn is_of(&self, id: &str) -> bool {
        let number = |id: &str| id.rsplit('-').next().unwrap_or_default().to_owned();
        let pair = [number(id), number(&self.clarification)];
        let is_again = |[a, b]: &[&str; 2]| pair == [*a, *b] || pair == [*b, *a];
        id == self.clarification || AGAIN.iter().any(is_again)
    }
}

/// Whether posts of this kind say the claim.
fn is_repeat(kind: &str) -> bool {
    matches!(kind, "close" | "free")
}

#[derive(Default, Debug)]
struct Counts {
    posts: usize,
    /// The best match is the right one, whether it counts as repeated or not.
    first: usize,
    known: usize,
    right: usize,
    /// Called misinformation, and that because of the claim.
    likely: usize,
    clarify: usize,
    monitor: usize,
}

fn posts() -> Vec<Post> {
    let lines = POSTS.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn clarifications() -> Vec<Clarification> {
    let lines = CLARIFICATIONS.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Counts by kind of the posts of a half.
fn measured(split: &str) -> BTreeMap<String, Counts> {
    let mut index = ClaimIndex::new();
    index.add(clarifications()).unwrap();
    let detector = Detector::pretrained().with_claims(index.clone());
    let mut kinds: BTreeMap<String, Counts> = BTreeMap::new();
    println!("half {split}");
    for post in posts().iter().filter(|post| post.split == split) {
        let counts = kinds.entry(post.kind.clone()).or_default();
        let answer = detector.assess(&post.text);
        let known = answer.clarification();
        let best = index.ranked(&post.text, 1);
        let action = answer.recommendation(None).action;
        counts.posts += 1;
        counts.first += usize::from(best.first().is_some_and(|(best, _)| post.is_of(&best.id)));
        counts.known += usize::from(known.is_some());
        counts.right += usize::from(known.is_some_and(|known| post.is_of(&known.id)));
        let is_likely = answer.verdict() == Verdict::Likely;
        counts.likely += usize::from(known.is_some() && is_likely);
        counts.clarify += usize::from(known.is_some() && action == Action::Clarify);
        counts.monitor += usize::from(known.is_some() && action == Action::Monitor);
        assert!(!action.is_sanction(), "{}", post.id);
    }
    for (kind, counts) in &kinds {
        println!("{kind:10} {counts:?}");
    }
    kinds
}

/// How many posts that do not say the claim are called misinformation because of it.
fn wrongly_likely(kinds: &BTreeMap<String, Counts>) -> usize {
    let others = kinds.iter().filter(|(kind, _)| !is_repeat(kind));
    others.map(|(_, counts)| counts.likely).sum()
}

#[test]
fn the_posts_are_what_their_data_sheet_says() {
    let posts = posts();
    let mut texts = HashSet::new();
    let mut splits: BTreeMap<&str, HashSet<&str>> = BTreeMap::new();
    for (number, post) in posts.iter().enumerate() {
        assert_eq!(post.id, format!("repeat-{:04}", number + 1));
        assert!(texts.insert(&post.text), "{}", post.id);
        assert!(CLARIFICATIONS.contains(&format!("\"id\": \"{}\"", post.clarification)));
        assert_eq!(
            is_repeat(&post.kind),
            !post.register.is_empty(),
            "{}",
            post.id
        );
        let half = splits.entry(&post.split).or_default();
        half.insert(&post.clarification);
    }
    assert_eq!(splits["dev"].len(), 50);
    assert_eq!(splits["test"].len(), 50);
    assert!(splits["dev"].is_disjoint(&splits["test"]));
    let sheet = include_str!("../datasets/README.md");
    assert!(sheet.contains(&format!("`repeats.jsonl`: {} ", posts.len())));
    for kind in [
        "close",
        "free",
        "true",
        "official",
        "other",
        "question",
        "denial",
        "satire",
        "opinion",
        "refutation",
    ] {
        let of_kind = |split| {
            let these = posts.iter().filter(|post| post.kind == kind);
            these.filter(|post| post.split == split).count()
        };
        let row = format!("| `{kind}` | {} | {} |", of_kind("dev"), of_kind("test"));
        assert!(sheet.contains(&row), "{row}");
    }
}

/// A slip of the finger makes no other claim: the longest word that is no name has lost
/// the letter in its middle.
#[test]
fn a_misspelt_lie_is_the_same_lie() {
    let claims = clarifications();
    let mut index = ClaimIndex::new();
    index.add(claims.clone()).unwrap();
    let detector = Detector::pretrained().with_claims(index);
    let likely = |text: &str| detector.assess(text).verdict() == Verdict::Likely;
    let (mut verbatim, mut misspelt) = (0, 0);
    for claim in &claims {
        let is_word = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
        let words = claim.claim.split(' ').filter(is_word);
        let Some(word) = words.max_by_key(|word| word.len()) else {
            continue;
        };
        let middle = word.len() / 2;
        let slip = format!("{}{}", &word[..middle], &word[middle + 1..]);
        verbatim += usize::from(likely(&claim.claim));
        misspelt += usize::from(likely(&claim.claim.replacen(word, &slip, 1)));
    }
    println!("{verbatim} claims are likely, {misspelt} misspelt");
    assert!(10 * misspelt >= 9 * verbatim);
}

#[test]
fn the_half_that_was_tuned_on() {
    let kinds = measured("dev");
    assert!(kinds["close"].right >= 49);
    assert!(wrongly_likely(&kinds) <= 7);
}

#[test]
fn the_half_that_was_not() {
    let kinds = measured("test");
    assert!(kinds["close"].right >= 50);
    assert!(wrongly_likely(&kinds) <= 12);
}
