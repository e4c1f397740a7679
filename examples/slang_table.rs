//! Builds the data of the slang view from its sources.
//!
//! ```text
//! cargo run --release --example slang_table -- \
//!     INDOCOLLEX_DIR STIF_DIR MALINDO_ROOTS UD_FILE...
//! ```
//!
//! Reads `slang_to_formal.tsv` and `transformations.csv` of IndoCollex,
//! `train.inf` and `train.for` of STIF, a list of roots, treebanks in CoNLL-U,
//! and our own classes and exclusions in `datasets/slang.tsv`. Writes
//! `table.tsv`, `known.bin`, `verbs.bin` and `kept.bin` in `src/text/slang`;
//! the same sources give the same bytes. `--without-stif` and `--without-ud`
//! leave a source out, to measure what it is worth.

mod common;
#[path = "../src/text/slang/rules.rs"]
#[allow(dead_code)]
mod rules;
#[path = "../src/text/slang/standard.rs"]
#[allow(dead_code)]
mod standard;
#[path = "../src/text/slang/vocabulary.rs"]
#[allow(dead_code)]
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use common::files::{read_text, write};
use common::say;
use vocabulary::{Vocabulary, fingerprint, index};

type Counts = BTreeMap<String, u32>;
type Result<T> = std::result::Result<T, Box<dyn Error>>;

const OUT: &str = "src/text/slang";
const OURS: &str = "datasets/slang.tsv";

fn main() -> ExitCode {
    common::start("slang_table", include_str!("slang_table.rs"), || {
        run()?;
        Ok(0)
    })
}

fn run() -> Result<()> {
    let sources = Sources::read()?;
    let table = sources.table()?;
    let text: String = table
        .iter()
        .map(|(form, standard)| format!("{form}\t{standard}\n"))
        .collect();
    let known = prints(sources.known(&table));
    let verbs = prints(sources.verbs(&table));
    let index = index(&text);
    let vocabulary = Vocabulary::new(&text, &index, [&known, &verbs, &[]]);
    let kept = prints(sources.kept(&table, &vocabulary));
    say!(
        "{} rows, {} classes, {} known, {} verbs, {} kept",
        table.len(),
        table.values().collect::<BTreeSet<_>>().len(),
        known.len() / 4,
        verbs.len() / 4,
        kept.len() / 4
    );
    for (file, content) in [
        ("table.tsv", text.as_bytes()),
        ("known.bin", &known),
        ("verbs.bin", &verbs),
        ("kept.bin", &kept),
    ] {
        write(&Path::new(OUT).join(file), content)?;
    }
    Ok(())
}

/// Form to representative.
type Table = BTreeMap<String, String>;

struct Sources {
    indocollex: PathBuf,
    roots: BTreeSet<String>,
    formal: Formal,
    pairs: Pairs,
    ours: Ours,
}

impl Sources {
    /// Those that the arguments name.
    fn read() -> Result<Self> {
        let (flags, paths): (Vec<String>, Vec<String>) = std::env::args()
            .skip(1)
            .partition(|arg| arg.starts_with("--"));
        let known = ["--without-stif", "--without-ud"];
        if let Some(flag) = flags.iter().find(|flag| !known.contains(&flag.as_str())) {
            return Err(format!("invalid option '{flag}'").into());
        }
        let [indocollex, stif, roots, treebanks @ ..] = &paths[..] else {
            return Err(
                "usage: slang_table INDOCOLLEX_DIR STIF_DIR MALINDO_ROOTS UD_FILE...".into(),
            );
        };
        let without = |name: &str| flags.iter().any(|flag| flag == name);
        let roots: BTreeSet<String> = read_text(Path::new(roots))?
            .lines()
            .map(str::to_owned)
            .filter(|word| is_plain(word))
            .collect();
        let mut formal = Formal::default();
        if !without("--without-ud") {
            for path in treebanks {
                formal.read(Path::new(path), &roots)?;
            }
        }
        let pairs = match without("--without-stif") {
            true => Pairs::default(),
            false => Pairs::read(Path::new(stif))?,
        };
        Ok(Self {
            indocollex: indocollex.into(),
            roots,
            formal,
            pairs,
            ours: ours()?,
        })
    }

    /// Every chain is followed to its end.
    fn table(&self) -> Result<Table> {
        let Self {
            indocollex,
            roots,
            formal,
            pairs,
            ours,
        } = self;
        let mut rows = BTreeMap::new();

        let kinds: BTreeMap<String, String> = read_text(&indocollex.join("transformations.csv"))?
            .lines()
            .skip(1)
            .filter_map(|line| {
                let mut cells = line.split(',').skip(1);
                Some((cells.next()?.to_owned(), cells.nth(1)?.to_owned()))
            })
            .collect();
        for line in read_text(&indocollex.join("slang_to_formal.tsv"))?
            .lines()
            .skip(1)
        {
            let Some((form, standard)) = line.split_once('\t') else {
                continue;
            };
            let agreed = pairs.best(form).is_some_and(|(best, _)| best == standard);
            let kind = kinds.get(form).map_or("", String::as_str);
            // Acronyms, reversals and translations say another word.
            let spelling = matches!(kind, "sound-alter" | "disemvoweling" | "affixation")
                || kind == "shorten" && is_spelt_in(form, standard);
            // The rule for `-in` gives one answer where the list gives several.
            let by_rule = form.ends_with("in") && !form.starts_with('n') && !form.starts_with('m');
            if is_plain(form)
                && is_plain(standard)
                && form.len() >= 2
                && (agreed || spelling && !by_rule && (form.len() >= 3 || kind != "disemvoweling"))
                && !formal.words.contains_key(form)
                && pairs.is_slang(form)
            {
                rows.insert(form.to_owned(), standard.to_owned());
            }
        }
        for form in pairs.changed.keys() {
            if let Some((best, count)) = pairs.best(form)
                && is_plain(form)
                && form.len() >= 3
                && best.bytes().all(|byte| byte.is_ascii_lowercase())
                && (is_spelt_in(form, best) || count >= 3 && is_close(form, best))
                && !formal.words.contains_key(form)
                && pairs.is_slang(form)
            {
                rows.insert(form.clone(), best.to_owned());
            }
        }
        // `ke-` for `ter-`, where the formal word is used.
        for word in formal.words.keys().chain(pairs.formal.keys()) {
            if let Some(root) = word.strip_prefix("ter")
                && root.len() >= 4
                && formal.verbs.contains(root)
            {
                let form = format!("ke{root}");
                if !roots.contains(&form)
                    && !formal.words.contains_key(&form)
                    && pairs.is_slang(&form)
                {
                    rows.insert(form, word.clone());
                }
            }
        }
        rows.retain(|form, _| !ours.dropped.contains(form));
        rows.extend(ours.rows.clone());
        for _ in 0..4 {
            let followed: BTreeMap<String, String> = rows
                .iter()
                .map(|(form, standard)| {
                    (form.clone(), rows.get(standard).unwrap_or(standard).clone())
                })
                .collect();
            rows = followed;
        }
        rows.retain(|form, standard| form != standard && standard.len() <= 40);
        Ok(rows)
    }

    /// Words of running text that no row calls slang, and what rows lead to.
    fn known<'s>(&'s self, table: &'s Table) -> BTreeSet<&'s str> {
        let often = (self.formal.words.iter())
            .chain(&self.pairs.formal)
            .filter(|&(word, &count)| count >= 2 && word.len() >= 3)
            .map(|(word, _)| word.as_str());
        let verbs = self.formal.verbs.iter().map(String::as_str);
        let standard = table
            .values()
            .flat_map(|standard| standard.split([' ', '-']));
        often
            .chain(verbs)
            .chain(standard)
            .filter(|word| !table.contains_key(*word))
            .collect()
    }

    /// Roots that make verbs.
    fn verbs(&self, table: &Table) -> BTreeSet<String> {
        let forms = self.pairs.formal.keys().chain(table.values());
        forms
            .filter_map(|word| root_of(word, &self.roots))
            .chain(self.formal.verbs.iter().cloned())
            .chain(self.ours.verbs.iter().cloned())
            .collect()
    }

    /// Standard words that a rule would change.
    fn kept<'s>(&'s self, table: &Table, vocabulary: &Vocabulary<'_>) -> BTreeSet<&'s String> {
        let often = self.pairs.formal.iter().filter(|&(_, &count)| count >= 2);
        (self.roots.iter())
            .chain(self.formal.words.keys())
            .chain(often.map(|(word, _)| word))
            .filter(|word| !table.contains_key(*word) && !self.ours.colloquial.contains(*word))
            .filter(|word| rules::representative(vocabulary, word).is_some())
            .collect()
    }
}

/// `datasets/slang.tsv`, a tab behind the first word or sign of each line.
#[derive(Default)]
struct Ours {
    /// Form to representative; wins over every source.
    rows: BTreeMap<String, String>,
    /// Behind `-`: forms that are no row whatever a source says.
    dropped: BTreeSet<String>,
    /// Behind `+`: entries of the list of roots that are not standard, so that
    /// a rule may change them.
    colloquial: BTreeSet<String>,
    /// Behind `=`: roots of common verbs.
    verbs: BTreeSet<String>,
}

fn ours() -> Result<Ours> {
    let mut ours = Ours::default();
    for (number, line) in (1..).zip(read_text(Path::new(OURS))?.lines()) {
        let (standard, forms) =
            (line.split_once('\t')).ok_or_else(|| format!("{OURS}, line {number}: no tab"))?;
        for form in forms.split(' ') {
            if standard == "-" {
                ours.dropped.insert(form.to_owned());
            } else if standard == "+" {
                ours.colloquial.insert(form.to_owned());
            } else if standard == "=" {
                ours.verbs.insert(form.to_owned());
            } else if let Some(other) = ours.rows.insert(form.to_owned(), standard.to_owned()) {
                return Err(
                    format!("{OURS}, line {number}: {form} is {standard} and {other}").into(),
                );
            }
        }
    }
    Ok(ours)
}

/// Words of treebanks, in small letters, and the roots of their verbs.
#[derive(Default)]
struct Formal {
    words: Counts,
    verbs: BTreeSet<String>,
}

impl Formal {
    fn read(&mut self, path: &Path, roots: &BTreeSet<String>) -> Result<()> {
        for line in read_text(path)?.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            let &[_, word, lemma, tag, ..] = &cells[..] else {
                continue;
            };
            // A capital inside a sentence is a name, of which nothing follows.
            let word = word.to_lowercase();
            if tag == "VERB" && is_plain(lemma) && lemma.len() >= 3 && roots.contains(lemma) {
                self.verbs.insert(lemma.to_owned());
            }
            if is_plain(&word) && tag != "PROPN" && tag != "X" {
                *self.words.entry(word).or_default() += 1;
            }
        }
        Ok(())
    }
}

/// What words of informal sentences became in their formal ones.
#[derive(Default)]
struct Pairs {
    kept: Counts,
    changed: BTreeMap<String, Counts>,
    /// Words of the formal sentences.
    formal: Counts,
}

impl Pairs {
    fn read(folder: &Path) -> Result<Self> {
        let informal = read_text(&folder.join("train.inf"))?;
        let formal = read_text(&folder.join("train.for"))?;
        let mut pairs = Self::default();
        for (left, right) in informal.lines().zip(formal.lines()) {
            let left: Vec<&str> = left.split_whitespace().collect();
            let right: Vec<&str> = right.split_whitespace().collect();
            for word in &right {
                if is_plain(word) {
                    *pairs.formal.entry((*word).to_owned()).or_default() += 1;
                }
            }
            for (left, right) in align(&left, &right) {
                if left == right {
                    *pairs.kept.entry(left).or_default() += 1;
                } else {
                    *pairs
                        .changed
                        .entry(left)
                        .or_default()
                        .entry(right)
                        .or_default() += 1;
                }
            }
        }
        Ok(pairs)
    }

    /// The commonest change of a form, if it came twice.
    fn best(&self, form: &str) -> Option<(&str, u32)> {
        let (best, &count) = self
            .changed
            .get(form)?
            .iter()
            .max_by_key(|&(_, &count)| count)?;
        (count >= 2).then_some((best.as_str(), count))
    }

    /// Whether a form is changed in most places; unseen forms are.
    fn is_slang(&self, form: &str) -> bool {
        let changed: u32 = self.changed.get(form).map_or(0, |to| to.values().sum());
        let kept = self.kept.get(form).copied().unwrap_or(0);
        let written = self.formal.get(form).copied().unwrap_or(0);
        changed >= 2 * kept.max(written)
    }
}

/// Pairs of words by longest common subsequence; between two common words,
/// blocks of equal length pair off, and one word may become several.
fn align(left: &[&str], right: &[&str]) -> Vec<(String, String)> {
    let width = right.len() + 1;
    let mut longest = vec![0_u32; (left.len() + 1) * width];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            longest[i * width + j] = if left[i] == right[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    let (mut from_left, mut from_right) = (0, 0);
    let mut block = |left: &[&str], right: &[&str]| {
        let words = |side: &[&str]| -> Vec<String> {
            let plain = side
                .iter()
                .filter(|word| word.bytes().any(|b| b.is_ascii_alphanumeric()));
            plain.map(|&word| word.to_owned()).collect()
        };
        let (left, right) = (words(left), words(right));
        if left.len() == right.len() {
            pairs.extend(left.into_iter().zip(right));
        } else if let ([one], [_, _]) = (&left[..], &right[..]) {
            pairs.push((one.clone(), right.join(" ")));
        }
    };
    while i < left.len() && j < right.len() {
        if left[i] == right[j] {
            block(&left[from_left..i], &right[from_right..j]);
            block(&left[i..=i], &right[j..=j]);
            (i, j) = (i + 1, j + 1);
            (from_left, from_right) = (i, j);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    block(&left[from_left..], &right[from_right..]);
    pairs
}

/// The root of a verb with a prefix, if the list has it.
fn root_of(word: &str, roots: &BTreeSet<String>) -> Option<String> {
    if !is_plain(word) {
        return None;
    }
    let stem = ["kannya", "kan", "nya"]
        .iter()
        .find_map(|suffix| word.strip_suffix(suffix))
        .unwrap_or(word);
    let tries = [
        ("di", ""),
        ("mem", ""),
        ("mem", "p"),
        ("men", ""),
        ("men", "t"),
        ("meng", ""),
        ("meng", "k"),
        ("meny", "s"),
        ("me", ""),
    ];
    tries.iter().find_map(|(prefix, first)| {
        let root = format!("{first}{}", stem.strip_prefix(prefix)?);
        (root.len() >= 4 && roots.contains(&root)).then_some(root)
    })
}

fn is_plain(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether the letters of `form` stand in `standard` in this order, the first
/// letter first.
fn is_spelt_in(form: &str, standard: &str) -> bool {
    let mut letters = standard.bytes();
    form.as_bytes().first() == standard.as_bytes().first()
        && form
            .bytes()
            .all(|byte| letters.any(|letter| letter == byte))
}

/// Whether three of four letters of the longer word are in both, in order.
fn is_close(form: &str, standard: &str) -> bool {
    let (a, b) = (form.as_bytes(), standard.as_bytes());
    let mut row = vec![0; b.len() + 1];
    for &left in a {
        let mut diagonal = 0;
        for (j, &right) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if left == right {
                diagonal + 1
            } else {
                above.max(row[j])
            };
            diagonal = above;
        }
    }
    4 * row[b.len()] >= 3 * a.len().max(b.len())
}

fn prints<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> Vec<u8> {
    let prints: BTreeSet<u32> = words
        .into_iter()
        .map(|word| fingerprint(word.as_ref().as_bytes()))
        .collect();
    prints.into_iter().flat_map(u32::to_be_bytes).collect()
}
