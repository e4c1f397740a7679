//! What texts about elections are about, and that it takes no side.

use std::collections::HashSet;

use hoaks::detector::Evidence;
use hoaks::features::Block;
use hoaks::{Detector, Verdict};

const SUBJECTS: &str = include_str!("../datasets/subjects.txt");
const SHEET: &str = include_str!("../datasets/README.md");

#[test]
fn subjects_are_what_their_data_sheet_says() {
    let subjects: Vec<&str> = SUBJECTS.lines().collect();
    let stated = format!("`subjects.txt`: {} ", subjects.len());
    assert!(SHEET.contains(&stated), "{stated}");
    assert_eq!(
        subjects.iter().collect::<HashSet<_>>().len(),
        subjects.len()
    );
    for subject in subjects {
        let letters = |letter: char| letter.is_ascii_lowercase() || " -".contains(letter);
        assert!(subject.chars().all(letters), "{subject}");
        assert!((1..=4).contains(&subject.split(' ').count()), "{subject}");
    }
}

/// A masked word would say nothing of the subject.
#[test]
fn every_word_of_a_subject_is_read() {
    let detector = Detector::pretrained();
    for subject in SUBJECTS.lines() {
        let is_word = |evidence| evidence == Evidence::Gram(Block::Word);
        let contributions = detector.explain(subject).contributions;
        let spans = contributions.into_iter().filter(|it| is_word(it.evidence));
        let read: Vec<&str> = spans.map(|it| &subject[it.span]).collect();
        // *di* is passed over everywhere.
        assert_eq!(
            read.join(" "),
            subject.replace(" di ", " ").replace('-', " ")
        );
    }
}

/// Trained without them, the model has them at 1.08 on average.
#[test]
fn subjects_alone_take_hardly_a_side() {
    let detector = Detector::pretrained();
    let nothing = detector.assess("").hoax().logit();
    let mut sum = 0.0;
    for subject in SUBJECTS.lines() {
        let assessment = detector.assess(subject);
        assert_ne!(assessment.verdict(), Verdict::Likely, "{subject}");
        sum += (assessment.hoax().logit() - nothing).powi(2);
    }
    let mean = (sum / SUBJECTS.lines().count() as f64).sqrt();
    assert!(mean < 0.75, "{mean}");
}
