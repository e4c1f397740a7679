//! Posts, messages, headlines and formal prose: tokens, clitics, sentences and stems
//! against cuts made by hand.
//!
//! The lines were invented and cut as a treebank would before anything was run on
//! them, but for the last ten lines of prose and its last three documents, which came
//! with the rules they are for. Those on which the crate differs are left out; what they
//! have in common is under *What posts hold that is cut wrongly* and *What formal prose
//! holds* in `datasets/EXPERIMENTS.md`.

use std::ops::Range;

use hoaks::text::{sentences, stem, tokens, words};

/// White space separates tokens, and so does `¦`; `·` cuts off a clitic, `⏎` is a
/// line break.
const POSTS: &str = include_str!("golden/posts.txt");
const PROSE: &str = include_str!("golden/prose.txt");

/// `¦` ends a sentence, `⏎` is a line break.
const SENTENCES: &str = include_str!("golden/post_sentences.txt");
const PROSE_SENTENCES: &str = include_str!("golden/prose_sentences.txt");

/// Words of everyday speech, names and election terms, and their roots.
const EVERYDAY: &str = include_str!("golden/everyday.tsv");
/// Derived words of formal prose.
const FORMAL: &str = include_str!("golden/formal.tsv");

/// The text of a line, the spans of its tokens and of its words.
fn gold(line: &str) -> (String, Vec<Range<usize>>, Vec<Range<usize>>) {
    let mut text = String::new();
    let (mut tokens, mut words) = (Vec::new(), Vec::new());
    for run in line.split_inclusive([' ', '\n']) {
        let blank = run.trim_end_matches([' ', '\n']).len();
        for token in run[..blank].split('¦').filter(|token| !token.is_empty()) {
            let start = text.len();
            for word in token.split('·') {
                words.push(text.len()..text.len() + word.len());
                text.push_str(word);
            }
            tokens.push(start..text.len());
        }
        text.push_str(&run[blank..]);
    }
    (text, tokens, words)
}

fn are_cut_as_by_hand(lines: &str, at_least: usize) {
    let mut checked = 0;
    for line in lines.lines() {
        let (text, expected_tokens, expected_words) = gold(&line.replace('⏎', "\n"));
        let show = |spans: &[Range<usize>]| -> Vec<String> {
            spans.iter().map(|span| text[span.clone()].into()).collect()
        };
        let found: Vec<_> = tokens(&text).map(|token| token.span()).collect();
        assert_eq!(show(&found), show(&expected_tokens), "{text:?}");
        assert_eq!(found, expected_tokens, "{text:?}");
        let found: Vec<_> = words(&text).map(|word| word.span()).collect();
        assert_eq!(show(&found), show(&expected_words), "{text:?}");
        assert_eq!(found, expected_words, "{text:?}");
        checked += 1;
    }
    assert!(checked > at_least, "{checked}");
}

#[test]
fn posts_are_cut_as_by_hand() {
    are_cut_as_by_hand(POSTS, 300);
}

#[test]
fn prose_is_cut_as_by_hand() {
    are_cut_as_by_hand(PROSE, 300);
}

fn sentences_are_cut_as_by_hand(lines: &str, at_least: usize) {
    let mut checked = 0;
    for line in lines.lines() {
        let line = line.replace('⏎', "\n");
        let expected: Vec<&str> = line.split('¦').map(str::trim).collect();
        let text = line.replace('¦', "");
        let found: Vec<&str> = sentences(&text).map(|span| &text[span]).collect();
        assert_eq!(found, expected, "{text:?}");
        checked += 1;
    }
    assert!(checked > at_least, "{checked}");
}

#[test]
fn sentences_of_posts_are_cut_as_by_hand() {
    sentences_are_cut_as_by_hand(SENTENCES, 70);
}

#[test]
fn sentences_of_prose_are_cut_as_by_hand() {
    sentences_are_cut_as_by_hand(PROSE_SENTENCES, 70);
}

fn have_the_roots_that_readers_see(lines: &str, at_least: usize) {
    let mut checked = 0;
    for line in lines.lines() {
        let (word, root) = line.split_once('\t').expect("a word and its root");
        assert_eq!(stem(word), root, "{word}");
        checked += 1;
    }
    assert!(checked > at_least, "{checked}");
}

#[test]
fn everyday_words_have_the_roots_that_readers_see() {
    have_the_roots_that_readers_see(EVERYDAY, 300);
}

#[test]
fn formal_words_have_the_roots_that_readers_see() {
    have_the_roots_that_readers_see(FORMAL, 500);
}
