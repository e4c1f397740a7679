//! What is timed in process.

use std::hint::black_box;
use std::path::Path;

use fasttext::FastText;
use fasttext::args::Args;
use hoaks::Detector;
use linfa::prelude::*;
use linfa_logistic::{FittedLogisticRegression, LogisticRegression};
use linfa_preprocessing::tf_idf_vectorization::{FittedTfIdfVectorizer, TfIdfVectorizer};
use ndarray::{Array1, Array2};
use tantivy::tokenizer::{SimpleTokenizer, TokenStream as _, Tokenizer as _};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::Failure;
use crate::workload::Labelled;

/// linfa's transform and models are dense: more columns are slower in
/// proportion, and the whole vocabulary does not fit into memory.
const LINFA_COLUMNS: usize = 2_000;
const LINFA_ROWS: usize = 2_000;

/// Which copy of the texts a system reads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Copy {
    /// The texts.
    Plain,
    /// Every character outside ASCII became the letter `e`.
    Ascii,
    /// As [`Copy::Ascii`], with one `e` near the middle accented.
    Accented,
}

impl Copy {
    /// The copy of one text.
    pub fn of(self, text: &str) -> String {
        let ascii = |c: char| if c.is_ascii() { c } else { 'e' };
        let mut copy: String = match self {
            Self::Plain => return text.to_owned(),
            Self::Ascii | Self::Accented => text.chars().map(ascii).collect(),
        };
        let middle = copy.len() / 2;
        if self == Self::Accented
            && let Some(at) = copy[middle..].find('e')
        {
            copy.replace_range(middle + at..middle + at + 1, "é");
        }
        copy
    }
}

/// Adds up what it finds, so that no part of the work can be left out.
type Function = Box<dyn FnMut(&[&str]) -> f64>;

/// A function of ours or of a peer.
pub struct System {
    /// What `run.py` calls it.
    pub name: &'static str,
    /// What it reads.
    pub copy: Copy,
    /// What it does.
    pub run: Function,
}

/// All of them; models of others learn from `train`.
pub fn systems(train: &[Labelled], folder: &Path) -> Result<Vec<System>, Failure> {
    let mut all = Vec::new();
    let mut add = |name, copy, run| all.push(System { name, copy, run });

    add("assess", Copy::Plain, assess());
    add("assess, new thread", Copy::Plain, assess_anew());
    add("assess, ASCII copy", Copy::Ascii, assess());
    add("assess, one accent", Copy::Accented, assess());
    add("batch, 1 thread", Copy::Plain, batch(1)?);
    add("batch, 2 threads", Copy::Plain, batch(2)?);
    add("batch, ASCII copy", Copy::Ascii, batch(1)?);
    add("batch, one accent", Copy::Accented, batch(1)?);

    let simple = |texts: &[&str]| {
        let mut tokenizer = SimpleTokenizer::default();
        let mut sum = 0;
        for text in texts {
            let mut stream = tokenizer.token_stream(text);
            while stream.advance() {
                sum += stream.token().offset_to - stream.token().offset_from;
            }
        }
        sum as f64
    };
    add("tantivy SimpleTokenizer", Copy::Plain, Box::new(simple));
    let words = |texts: &[&str]| {
        let words = texts.iter().flat_map(|text| text.unicode_words());
        words.map(str::len).sum::<usize>() as f64
    };
    add("unicode_words", Copy::Plain, Box::new(words));

    let file = folder.join("fasttext.txt");
    let line = |row: &Labelled| format!("__label__{} {}\n", u8::from(row.hoax), row.text);
    std::fs::write(&file, train.iter().map(line).collect::<String>())?;
    for (name, subwords) in [
        ("fastText, words", None),
        ("fastText, subwords", Some((3, 5))),
    ] {
        let model = train_fasttext(&file, subwords)?;
        let score = move |texts: &[&str]| {
            let best = |text: &&str| model.predict(text, 1, 0.0).first().map_or(0.0, |p| p.prob);
            f64::from(texts.iter().map(best).sum::<f32>())
        };
        add(name, Copy::Plain, Box::new(score));
    }
    let linfa = Linfa::new(train)?;
    let score = move |texts: &[&str]| linfa.score(texts).unwrap_or(f64::NAN);
    add("linfa, 2000 words", Copy::Plain, Box::new(score));
    Ok(all)
}

fn assess() -> Function {
    let detector = Detector::pretrained();
    Box::new(move |texts| {
        let score = |text: &&str| detector.assess(text).hoax().probability();
        texts.iter().map(score).sum()
    })
}

/// On a thread that has met no word.
fn assess_anew() -> Function {
    Box::new(|texts| {
        let score = || assess()(texts);
        std::thread::scope(|scope| scope.spawn(score).join()).unwrap_or(f64::NAN)
    })
}

fn batch(threads: usize) -> Result<Function, Failure> {
    let detector = Detector::pretrained();
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()?;
    Ok(Box::new(move |texts| {
        let answers = black_box(pool.install(|| detector.assess_batch(texts)));
        let scores = answers.iter().map(|answer| answer.hoax().probability());
        scores.sum()
    }))
}

fn train_fasttext(file: &Path, subwords: Option<(i32, i32)>) -> Result<FastText, Failure> {
    let mut args = Args {
        word_ngrams: 2,
        ..Args::default()
    };
    args.apply_supervised_defaults();
    args.input = file.to_owned();
    args.dim = 10;
    args.bucket = 1_000_000;
    args.epoch = 1;
    args.thread = 1;
    args.verbose = 0;
    (args.minn, args.maxn) = subwords.unwrap_or_default();
    Ok(FastText::train(args)?)
}

struct Linfa {
    vectorizer: FittedTfIdfVectorizer,
    model: FittedLogisticRegression<f64, bool>,
}

impl Linfa {
    fn new(train: &[Labelled]) -> Result<Self, Failure> {
        let train = &train[..LINFA_ROWS.min(train.len())];
        let texts: Array1<&str> = train.iter().map(|row| row.text.as_str()).collect();
        let labels: Array1<bool> = train.iter().map(|row| row.hoax).collect();
        let vectorizer = TfIdfVectorizer::default()
            .n_gram_range(1, 2)
            .max_features(Some(LINFA_COLUMNS))
            .fit(&texts)?;
        let records: Array2<f64> = vectorizer.transform(&texts)?.to_dense();
        let model = LogisticRegression::default()
            .max_iterations(20)
            .fit(&Dataset::new(records, labels))?;
        Ok(Self { vectorizer, model })
    }

    fn score(&self, texts: &[&str]) -> Result<f64, Failure> {
        let mut sum = 0.0;
        // As many rows at once as a dense block of a few megabytes holds.
        for some in texts.chunks(256) {
            let some: Array1<&str> = some.iter().copied().collect();
            let records: Array2<f64> = self.vectorizer.transform(&some)?.to_dense();
            sum += self.model.predict_probabilities(&records).sum();
        }
        Ok(sum)
    }
}
