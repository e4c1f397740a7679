//! Heads on sources that they were not trained on.

use std::error::Error;
use std::path::Path;

use hoaks::Verdict;
use hoaks::evaluate::roc_auc;
use serde_json::Value;

use super::common::detector;
use super::common::heads::{FittedHead, HeadRecipe, Workshop, rows, text_of};
use super::common::recipe::Recipe;
use super::common::say;
use super::{Options, Row, error, leave_out, macro_f1, tell};

/// Refutations to put a claim between; no head learns from them.
const AROUND: [[&str; 2]; 4] = [
    [
        "Beredar unggahan berbunyi: \"",
        "\" Setelah ditelusuri, klaim itu tidak benar.",
    ],
    [
        "Pesan berantai menyebut \"",
        "\". Faktanya, KPU membantah dan menyatakan itu hoaks.",
    ],
    [
        "[CEK FAKTA] \"",
        "\" Kesimpulan: narasi tersebut menyesatkan.",
    ],
    [
        "Mohon jangan disebarkan, kabar \"",
        "\" ini bohong, sudah dikonfirmasi petugas.",
    ],
];

/// `debunk`, trained without what it is measured on.
pub fn debunk(
    options: &Options,
    recipe: &Recipe,
    head: &HeadRecipe,
    fitted: &FittedHead,
    annotated: &[Row],
    of_rows: &[f64],
) -> Result<(), Box<dyn Error>> {
    say!();
    all_seen(options, annotated, of_rows)?;
    let bench = Bench {
        options,
        recipe,
        head,
        annotated,
    };
    roc(
        "debunk: own texts in styles that training has not",
        fitted,
        &bench.styles("debunk")?,
        &bench.styles("other")?,
    )?;
    bench.prose()?;
    bench.narratives()?;
    bench.posts()
}

/// On annotated rows, by the head that all sources taught.
fn all_seen(options: &Options, annotated: &[Row], of_rows: &[f64]) -> Result<(), Box<dyn Error>> {
    let known = annotated.iter().zip(of_rows);
    let (known, labels): (Vec<_>, Vec<bool>) = known
        .filter_map(|pair| Some((pair, pair.0.debunk?)))
        .unzip();
    let scores: Vec<f64> = known.iter().map(|pair| *pair.1).collect();
    if !labels.is_empty() {
        tell(
            "debunk: ROC on annotated rows, all sources seen",
            &scores,
            &labels,
            roc_auc,
        )?;
        tell(
            "debunk: macro-F1 on them at p = .5",
            &scores,
            &labels,
            macro_f1,
        )?;
    }
    if options.errors {
        for ((row, score), label) in known.iter().zip(&labels) {
            if (**score >= 0.0) != *label {
                error("debunk", row, &format!("{label} {score:+.2}"));
            }
        }
    }
    Ok(())
}

/// Prints how well the head tells the first texts from the second ones.
fn roc(what: &str, head: &FittedHead, yes: &[String], no: &[String]) -> Result<(), Box<dyn Error>> {
    let scores: Vec<f64> = yes.iter().chain(no).map(|text| head.logit(text)).collect();
    let labels: Vec<bool> = (0..scores.len()).map(|row| row < yes.len()).collect();
    tell(what, &scores, &labels, roc_auc)?;
    tell("    macro-F1 at p = .5", &scores, &labels, macro_f1)
}

/// Trains `debunk` without a source, to measure it there.
struct Bench<'a> {
    options: &'a Options,
    recipe: &'a Recipe,
    head: &'a HeadRecipe,
    annotated: &'a [Row],
}

impl Bench<'_> {
    fn prose(&self) -> Result<(), Box<dyn Error>> {
        let prose = "debunk_prose.jsonl";
        let claims = [
            "yudistira_1k_claims.jsonl",
            "tbh2024_nonpolitical_claims.jsonl",
        ];
        let fitted = self.without(&[prose, claims[0], claims[1]])?;
        let mut no = self.texts(claims[0], None)?;
        no.extend(self.texts(claims[1], None)?);
        roc(
            "debunk: prose and claims of 2018-24, both held out",
            &fitted,
            &self.texts(prose, None)?,
            &no,
        )
    }

    fn narratives(&self) -> Result<(), Box<dyn Error>> {
        let file = "bdc2020_mafindo.jsonl";
        let fitted = self.without(&[file])?;
        let hoaxes = self.texts(file, Some(("label", "hoax")))?;
        roc(
            "debunk: narratives held out, `valid` against `hoax` as filed",
            &fitted,
            &self.texts(file, Some(("label", "valid")))?,
            &hoaxes,
        )?;
        let [yes, no] = self.annotated_in("bdc2020_mafindo");
        roc("debunk: narratives held out, annotated", &fitted, &yes, &no)?;
        roc(
            "debunk: narratives held out, annotated against all `hoax`",
            &fitted,
            &yes,
            &hoaxes,
        )
    }

    fn posts(&self) -> Result<(), Box<dyn Error>> {
        let fitted = self.without(&["suryadikara2019_tweets.jsonl"])?;
        let [yes, no] = self.annotated_in("suryadikara2019_tweets");
        roc("debunk: posts held out, annotated", &fitted, &yes, &no)
    }

    /// The folder that the recipe lies in.
    fn beside(&self) -> &Path {
        self.options.recipe.parent().unwrap_or(Path::new("."))
    }

    /// The head, trained without these files.
    fn without(&self, files: &[&str]) -> Result<FittedHead, Box<dyn Error>> {
        let mut recipe = self.recipe.clone();
        leave_out(&mut recipe, files);
        Workshop::new(&recipe, &self.options.data, self.beside())?.fit(self.head)
    }

    /// The texts of a file, or those with a value in a field.
    fn texts(&self, file: &str, only: Option<(&str, &str)>) -> Result<Vec<String>, Box<dyn Error>> {
        Ok(rows(&self.options.data.join(file))?
            .1
            .iter()
            .filter(|row| only.is_none_or(|(field, value)| text_of(row, field) == Some(value)))
            .filter_map(|row| text_of(row, "text"))
            .map(str::to_owned)
            .collect())
    }

    /// Own texts that no head learns from.
    fn styles(&self, label: &str) -> Result<Vec<String>, Box<dyn Error>> {
        Ok(rows(&self.beside().join("debunks.jsonl"))?
            .1
            .iter()
            .filter(|row| text_of(row, "split") == Some("test"))
            .filter(|row| text_of(row, "label") == Some(label))
            .filter_map(|row| text_of(row, "text"))
            .map(str::to_owned)
            .collect())
    }

    /// Annotated texts of a source: those that refute something, and the others.
    fn annotated_in(&self, source: &str) -> [Vec<String>; 2] {
        [true, false].map(|debunk| {
            (self.annotated.iter())
                .filter(|row| row.id.starts_with(source) && row.debunk == Some(debunk))
                .map(|row| row.text.clone())
                .collect()
        })
    }
}

/// `sara` on tweets that no head has learned from.
pub fn okky(data: &Path, head: &FittedHead) -> Result<(), Box<dyn Error>> {
    let (mut scores, mut labels) = (Vec::new(), Vec::new());
    for row in rows(&data.join("okky2019_hs_tweets.jsonl"))?.1 {
        if let (Some(text), Some(sara)) = (text_of(&row, "text"), row.get("sara")) {
            scores.push(head.logit(text));
            labels.push(sara == &Value::from(true) || sara == &Value::from(1));
        }
    }
    say!();
    tell(
        "sara: ROC on tweets labelled by others",
        &scores,
        &labels,
        roc_auc,
    )
}

/// How often 200 claims of a source are flagged, as they are and between the
/// lines of a refutation.
pub fn wrapped(data: &Path, beside: &Path, model: &Path) -> Result<(), Box<dyn Error>> {
    let detector = detector(Some(model))?;
    for path in [
        beside.join("claims.jsonl"),
        data.join("suryadikara2019_tweets.jsonl"),
        data.join("yudistira_1k_claims.jsonl"),
        data.join("tbh2024_nonpolitical_claims.jsonl"),
    ] {
        let (mut count, mut plain, mut between) = (0, 0, 0);
        for row in rows(&path)?.1 {
            if let (Some("hoax"), Some(text)) = (text_of(&row, "label"), text_of(&row, "text"))
                && count < 200
            {
                let [before, behind] = AROUND[count % AROUND.len()];
                let flagged = |text: &str| detector.assess(text).verdict() == Verdict::Likely;
                count += 1;
                plain += usize::from(flagged(text));
                between += usize::from(flagged(&format!("{before}{text}{behind}")));
            }
        }
        say!(
            "{}: flagged {plain}, refuted {between}, of {count}",
            path.display()
        );
    }
    Ok(())
}
