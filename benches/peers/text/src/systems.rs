//! What is compared: one line for each function of `hoaks` and of its peers.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::iter;
use std::ops::Range;

use charabia::Segment as _;
use icu_segmenter::{SentenceSegmenter, WordSegmenter};
use tantivy::tokenizer::{SimpleTokenizer, TokenStream as _, Tokenizer as _};
use tantivy_stemmers::algorithms::indonesian_tala;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::conllu::Word;

/// What a system does, with whatever it keeps between calls.
type Function<Input, Output> = Box<dyn FnMut(&Input) -> Output>;
type Lemmas = Box<dyn FnMut(&str, &[Word]) -> Vec<Option<String>>>;

/// Something that cuts a text into tokens, words or sentences.
pub struct Segmenter {
    /// Crate and function.
    pub name: &'static str,
    measure: Function<str, usize>,
    spans: Function<str, Vec<Range<usize>>>,
}

impl Segmenter {
    /// Visits every piece and adds up their lengths: the work that is timed.
    pub fn measure(&mut self, text: &str) -> usize {
        (self.measure)(text)
    }

    /// The pieces without white space at their ends; blank ones are left out.
    pub fn spans(&mut self, text: &str) -> Vec<Range<usize>> {
        let mut spans = (self.spans)(text);
        for span in &mut spans {
            let piece = &text[span.clone()];
            span.start = span.end - piece.trim_start().len();
            span.end = span.start + piece.trim().len();
        }
        spans.retain(|span| !span.is_empty());
        spans
    }
}

impl fmt::Debug for Segmenter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Segmenter").field(&self.name).finish()
    }
}

/// Something that takes the affixes off a word.
pub struct Stemmer {
    /// Crate and function.
    pub name: &'static str,
    measure: Function<[String], usize>,
    stem: Function<str, String>,
}

impl Stemmer {
    /// Stems every word and adds up their lengths: the work that is timed.
    pub fn measure(&mut self, words: &[String]) -> usize {
        (self.measure)(words)
    }

    /// The stem of a word in lower case.
    pub fn stem(&mut self, word: &str) -> String {
        (self.stem)(word)
    }
}

impl fmt::Debug for Stemmer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Stemmer").field(&self.name).finish()
    }
}

/// Something that gives the words of a treebank their lemmas.
pub struct Lemmatizer {
    /// Crate and function, and what it is given.
    pub name: String,
    lemmas: Lemmas,
}

impl Lemmatizer {
    /// A lemma for each of `words`, which stand in `text`; None for one that
    /// was not found there.
    pub fn lemmas(&mut self, text: &str, words: &[Word]) -> Vec<Option<String>> {
        (self.lemmas)(text, words)
    }

    /// Stems the treebank's words, in lower case: the task without the finding
    /// of words.
    #[must_use]
    pub fn of_words(mut stemmer: Stemmer) -> Self {
        Self {
            name: format!("{}, given the words", stemmer.name),
            lemmas: Box::new(move |_, words| {
                let mut stem = |word: &Word| stemmer.stem(&word.form.to_lowercase());
                words.iter().map(|word| Some(stem(word))).collect()
            }),
        }
    }

    /// Finds words and stems in the text by itself; a word of the treebank gets
    /// the stem that stands at exactly its span.
    #[must_use]
    pub fn of_text(name: &str, mut stems: impl FnMut(&str) -> Stems + 'static) -> Self {
        Self {
            name: format!("{name}, given the text"),
            lemmas: Box::new(move |text, words| {
                let mut found: HashMap<_, _> = stems(text).into_iter().collect();
                words.iter().map(|word| found.remove(&word.span)).collect()
            }),
        }
    }
}

impl fmt::Debug for Lemmatizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Lemmatizer").field(&self.name).finish()
    }
}

/// Words of a text and their stems.
pub type Stems = Vec<(Range<usize>, String)>;

/// A piece of a text, as an iterator hands it out.
trait Piece {
    fn length(&self) -> usize;
    fn span(&self, text: &str) -> Range<usize>;
}

impl Piece for Range<usize> {
    fn length(&self) -> usize {
        self.end - self.start
    }

    fn span(&self, _text: &str) -> Range<usize> {
        self.clone()
    }
}

impl Piece for &str {
    fn length(&self) -> usize {
        self.len()
    }

    /// Where the slice lies in `text`.
    fn span(&self, text: &str) -> Range<usize> {
        let start = self.as_ptr().addr() - text.as_ptr().addr();
        start..start + self.len()
    }
}

/// `segmenter!(name, [state = value;] |text| iterator of spans or slices)`.
macro_rules! segmenter {
    ($name:literal, $($state:ident = $value:expr;)? |$text:ident| $pieces:expr) => {
        Segmenter {
            name: $name,
            measure: {
                $(let mut $state = $value;)?
                Box::new(move |$text: &str| $pieces.map(|piece| piece.length()).sum())
            },
            spans: {
                $(let mut $state = $value;)?
                Box::new(move |$text: &str| $pieces.map(|piece| piece.span($text)).collect())
            },
        }
    };
}

/// `stemmer!(name, |word| stem as a string of any kind)`.
macro_rules! stemmer {
    ($name:literal, |$word:ident| $stem:expr) => {
        Stemmer {
            name: $name,
            measure: Box::new(|words: &[String]| {
                let length = |$word: &str| Cow::<str>::from($stem).len();
                words.iter().map(|word| length(word)).sum()
            }),
            stem: Box::new(|$word: &str| Cow::<str>::from($stem).into_owned()),
        }
    };
}

/// What cuts a text into words and marks.
#[must_use]
pub fn tokenizers() -> Vec<Segmenter> {
    vec![
        segmenter!("hoaks `tokens`", |text| hoaks::text::tokens(text)
            .map(|token| token.span())),
        segmenter!("unicode-segmentation `unicode_words`", |text| text
            .unicode_words()),
        segmenter!("unicode-segmentation `split_word_bounds`", |text| text
            .split_word_bounds()),
        segmenter!("icu_segmenter `WordSegmenter`", |text| {
            ranges(WordSegmenter::new_for_non_complex_scripts(Default::default()).segment_str(text))
        }),
        segmenter!("tantivy `SimpleTokenizer`", tokenizer = SimpleTokenizer::default(); |text| {
            let mut stream = tokenizer.token_stream(text);
            iter::from_fn(move || {
                let more = stream.advance();
                more.then(|| stream.token().offset_from..stream.token().offset_to)
            })
        }),
        segmenter!("charabia `segment_str`", |text| text.segment_str()),
    ]
}

/// What cuts a text into syntactic words, clitics apart. No peer does.
#[must_use]
pub fn word_segmenters() -> Vec<Segmenter> {
    vec![segmenter!("hoaks `words`", |text| hoaks::text::words(text)
        .map(|word| word.span()))]
}

/// What cuts a text into sentences.
#[must_use]
pub fn sentence_segmenters() -> Vec<Segmenter> {
    vec![
        segmenter!("hoaks `sentences`", |text| hoaks::text::sentences(text)),
        segmenter!("unicode-segmentation `unicode_sentences`", |text| text
            .unicode_sentences()),
        segmenter!("icu_segmenter `SentenceSegmenter`", |text| {
            ranges(SentenceSegmenter::new(Default::default()).segment_str(text))
        }),
    ]
}

/// What stems a word, handed to it in lower case.
#[must_use]
pub fn stemmers() -> Vec<Stemmer> {
    vec![
        stemmer!("hoaks `stem`", |word| hoaks::text::stem(word)),
        stemmer!("tantivy-stemmers `indonesian_tala` (Snowball)", |word| {
            indonesian_tala(word)
        }),
    ]
}

/// The words of `texts` as stemmers want them: in lower case, letters only.
#[must_use]
pub fn running_words(texts: &[String]) -> Vec<String> {
    let words = texts.iter().flat_map(|text| text.unicode_words());
    words
        .filter(|word| word.chars().all(char::is_alphabetic))
        .map(str::to_lowercase)
        .collect()
}

/// What gives lemmas: functions that read the text themselves, and every
/// stemmer on the words of the treebank.
#[must_use]
pub fn lemmatizers() -> Vec<Lemmatizer> {
    let mut all = vec![Lemmatizer::of_text("hoaks `stems`", |text| {
        hoaks::text::stems(text)
            .map(|stem| (stem.span, stem.text.into_owned()))
            .collect()
    })];
    all.extend(stemmers().into_iter().map(Lemmatizer::of_words));
    all
}

/// The ranges between break points.
fn ranges(breaks: impl Iterator<Item = usize>) -> impl Iterator<Item = Range<usize>> {
    breaks.scan(0, |last, at| Some(std::mem::replace(last, at)..at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(mut segmenter: Segmenter, text: &str) -> Vec<&str> {
        segmenter
            .spans(text)
            .into_iter()
            .map(|span| &text[span])
            .collect()
    }

    #[test]
    fn spans_are_what_the_crates_document() {
        let found: Vec<_> = tokenizers()
            .into_iter()
            .map(|segmenter| (segmenter.name, pieces(segmenter, " ke-2, ya! ")))
            .collect();
        assert_eq!(
            found,
            [
                ("hoaks `tokens`", vec!["ke-2", ",", "ya", "!"]),
                (
                    "unicode-segmentation `unicode_words`",
                    vec!["ke", "2", "ya"]
                ),
                (
                    "unicode-segmentation `split_word_bounds`",
                    vec!["ke", "-", "2", ",", "ya", "!"]
                ),
                (
                    "icu_segmenter `WordSegmenter`",
                    vec!["ke", "-", "2", ",", "ya", "!"]
                ),
                ("tantivy `SimpleTokenizer`", vec!["ke", "2", "ya"]),
                (
                    "charabia `segment_str`",
                    vec!["ke", "-", "2", ",", "ya", "!"]
                ),
            ]
        );
    }

    #[test]
    fn sentences_have_no_white_space_at_their_ends() {
        for segmenter in sentence_segmenters() {
            let name = segmenter.name;
            assert_eq!(
                pieces(segmenter, "Satu dua.  Tiga? "),
                ["Satu dua.", "Tiga?"],
                "{name}"
            );
        }
    }

    #[test]
    fn the_timed_work_visits_every_piece() {
        let text = "Satu, dua. Tiga";
        let lengths: Vec<usize> = tokenizers().iter_mut().map(|s| s.measure(text)).collect();
        // Letters and marks; letters; everything, spaces too.
        assert_eq!(lengths, [13, 11, 15, 15, 11, 15]);
    }

    #[test]
    fn lemmatizers_answer_for_the_words_they_are_asked() {
        let word = |span: Range<usize>, form: &str| Word {
            span,
            form: form.to_owned(),
            analysis: None,
        };
        let words = [word(0..7, "Membaca"), word(8..12, "buku")];
        let mut snowball = Lemmatizer::of_words(stemmers().pop().unwrap());
        let baca = Some("baca".to_owned());
        assert_eq!(
            snowball.lemmas("Membaca buku", &words),
            [baca.clone(), Some("buku".to_owned())]
        );
        let mut other = Lemmatizer::of_text("x", |_| {
            vec![(0..7, "baca".to_owned()), (8..11, "buk".to_owned())]
        });
        assert_eq!(other.lemmas("Membaca buku", &words), [baca, None]);
    }

    #[test]
    fn snowball_stems() {
        let mut snowball = stemmers().pop().unwrap();
        assert_eq!(snowball.stem("membaca"), "baca");
        assert_eq!(
            snowball.measure(&["membaca".to_owned(), "buku".to_owned()]),
            8
        );
    }
}
