//! Scores texts: one JSON object for each input line, in input order.
//!
//! ```text
//! cargo run --release --example score -- [--input FILE] [--output FILE]
//!     [--model FILE] [--base-rate RATE] [--claims FILE] [--calendar FILE]
//! ```
//!
//! A line that starts with `{` is JSON with `text` (and maybe `id` and `date`), any
//! other line is a text. Half of a surrogate pair in JSON is read as U+FFFD. A FILE
//! called `.csv` or `.tsv` is a table with such columns (between semicolons if the header
//! of the `.csv` has no comma), a `.json` that is one array is refused; standard input is
//! lines whatever it is. Gzip is read too. All has to be UTF-8.
//!
//! With `--claims` each text is also looked up among clarifications: one that repeats
//! a refuted claim is `likely` whatever its `hoax`, which is of wording alone, unless
//! it refutes, denies or asks (`stance`). They are JSON lines with `id`, `claim` (else
//! `text`) and `verdict` (such as `salah`; without one nothing is refuted, and a person has
//! to look), and maybe `correction`, `publisher`, `date` and `url`, or what
//! `ClaimIndex::save` wrote, or JSON-LD with schema.org `ClaimReview`s or answers of the
//! Fact Check Tools API, one document or one a line.
//!
//! An answer has
//!
//! * `id` of the row, and `model`, the SHA-256 of the model;
//! * `hoax`, `election`, `debunk` and `sara`: probabilities, null where the model has no such
//!   head; `logit` is that of `hoax`; `topics` are probabilities by name: `participation`,
//!   `voting_rights`, `administration`, `candidates`, `sara`, `division`;
//! * `phase`: `before`, `during`, `after` or null; and `date_error`, only if there is one;
//! * `verdict`: `likely`, `uncertain`, `unlikely`;
//! * `clarification` of the claim that the text repeats, or null: its `id`, the `score` of
//!   the match in 0 to 1, the `outcome` (`refuted`, `unclear`), the `stance` of the text
//!   (`asserts`, `denies`, `asks`), and `spans` of the text, in bytes, that are shared;
//! * `recommendation`: `action` (`ignore`, `monitor`, `clarify`, and to look into removing
//!   it or blocking what it links to: `review_takedown`, `review_blocking`), `needs_human`
//!   before anything is done, `addressees` (`fact_checker`, `kpu`, `bawaslu`, `platform`,
//!   `operator`) and `reasons`:
//!
//! ```text
//! no_signs               the wording shows no signs of misinformation
//! likely_misinformation  the wording looks like misinformation
//! uncertain              the wording tells neither
//! debunk                 it seems to clarify a claim itself
//! denies                 it seems to deny a claim that was clarified
//! asks                   it seems to ask whether a claim is true that was clarified
//! not_election           it seems not to be about an election
//! sara                   it seems hostile to a group
//! {"clarified": "id"}    it has the wording of the claim of that clarification
//! not_clarified          no clarification of it is known
//! polling_under_way      it is about voting or counting, which goes on on its date
//! links                  it has a link that might be blocked
//! ```
//!
//! Where a row has no `id` its number is the id, counted in lines, or in a table in
//! rows behind the header. An id that is a whole number and too large for 64
//! bits comes back as a string, digit by digit.
//!
//! A `date` is `YYYY-MM-DD`, or `DD/MM/YYYY` with the day first, as people write it in the
//! country, alone or with a time behind it. A day of the country is meant, so a time in UTC or
//! another zone elsewhere is read as Jakarta's, seven hours ahead of UTC:
//! `2024-02-13T18:30:00Z` and `2024-02-13 18:30 UTC` are on polling day. A time without a zone,
//! or with one of the country (+07:00 to +09:00, `WIB`), is of the day that is written. Where
//! `date` is something else, as with a zone that is not known, the line has `date_error`
//! besides and is scored as one without a date. Without one `phase` is what the wording
//! suggests, and no recommendation rests on it. Links are those to anything but the state
//! (`.go.id`, `.mil.id`, `mkri.id`), which nobody should be asked to block.
//!
//! The elections of 2019 and 2024 are known; others are in the FILE of `--calendar`, a JSON
//! list of `{"id", "name", "opens", "polling", "result", "closes"}`, whose days are
//! `YYYY-MM-DD`, with `campaign` (a list of its first and last day) and `ruling` if they are
//! known. `before` begins with `opens`, `during` ends with `result`, `after` with `closes`. Of
//! several elections that a day lies in, one that is `during` counts, then the one whose
//! polling day is nearest. Those that are known cannot be changed by a file.
//!
//! A line that cannot be read becomes `{"line": n, "error": "..."}` in its place, and so
//! does the place where reading breaks off, as in a file that is cut short. So does a line,
//! or a row of a table, longer than 16 MiB, and a row that leaves a quote open, behind
//! which reading goes on in the next line. A clarification that cannot be read is named on
//! standard error and left out. Exit status: 0 if all was read, 1 if some was not, 2 if
//! nothing could be done.

mod common;

use std::path::PathBuf;
use std::process::ExitCode;

use common::answers::answer;
use common::dates::{calendar, day};
use common::input::{Record, raws_to_break};
use common::links::links;
use hoaks::claims::{Outcome, Stance};
use hoaks::election::{Addressee, Calendar, Phase, Reason, Recommendation};
use hoaks::{Assessment, Verdict};
use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

#[derive(Serialize)]
struct Scored<'a> {
    id: &'a Value,
    hoax: f64,
    logit: f64,
    /// Heads that the model does not have are null.
    election: Option<f64>,
    debunk: Option<f64>,
    sara: Option<f64>,
    #[serde(serialize_with = "topics")]
    topics: &'a Assessment,
    /// Of the election on the row's `date`, if there is one.
    phase: Option<Phase>,
    /// Why the row's `date` was not used; lines without such trouble do not have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    date_error: Option<String>,
    verdict: &'a str,
    recommendation: Advice<'a>,
    /// Of the claim that the text repeats, if `--claims` has it.
    clarification: Option<Known<'a>>,
    /// The digest, made JSON once for all lines.
    model: &'a RawValue,
}

/// The probabilities of the topics by name.
fn topics<S: Serializer>(assessment: &Assessment, to: S) -> Result<S::Ok, S::Error> {
    let topics = assessment.topics();
    to.collect_map(topics.map(|(topic, score)| (topic.name(), score.probability())))
}

#[derive(Serialize)]
struct Advice<'a> {
    action: &'a str,
    needs_human: bool,
    reasons: Vec<Reason>,
    addressees: Vec<Addressee>,
}

#[derive(Serialize)]
struct Known<'a> {
    id: &'a str,
    score: f64,
    outcome: Outcome,
    /// Whether the text says the claim, denies it or asks.
    stance: Stance,
    /// Bytes of the words that support the match.
    spans: Vec<[usize; 2]>,
}

#[derive(Default)]
struct Options {
    input: Option<PathBuf>,
    output: Option<PathBuf>,
    model: Option<PathBuf>,
    base_rate: Option<f64>,
    claims: Option<PathBuf>,
    calendar: Option<PathBuf>,
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let mut options = Options::default();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("input") => options.input = Some(arguments.value()?.into()),
            Long("output") => options.output = Some(arguments.value()?.into()),
            Long("model") => options.model = Some(arguments.value()?.into()),
            Long("claims") => options.claims = Some(arguments.value()?.into()),
            Long("calendar") => options.calendar = Some(arguments.value()?.into()),
            Long("base-rate") => {
                options.base_rate = Some(common::number(&mut arguments, "--base-rate")?)
            }
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

fn main() -> ExitCode {
    common::start("score", include_str!("score.rs"), run)
}

fn run() -> Result<u64, Box<dyn std::error::Error>> {
    let options = options()?;
    let read = [
        &options.input,
        &options.model,
        &options.claims,
        &options.calendar,
    ];
    let read = read.into_iter().flatten().map(PathBuf::as_path);
    common::files::apart([options.output.as_deref()], read)?;
    let calendar = calendar(options.calendar.as_deref())?;
    let mut detector = common::detector(options.model.as_deref())?;
    if let Some(rate) = options.base_rate {
        detector = detector.with_base_rate(rate)?;
    }
    let (detector, mut refused) = common::claims::known(detector, options.claims.as_deref())?;
    let output = common::files::output(options.output.as_deref())?;
    let raws = raws_to_break(options.input.as_deref())?;
    let model = to_raw_value(detector.model().digest())?;
    refused += answer(raws, output, |raw, line| {
        let record = raw.record()?;
        let assessment = detector.assess(&record.text);
        let scored = scored(&record, &assessment, &calendar, &model);
        Ok(serde_json::to_writer(line, &scored))
    })?;
    Ok(refused)
}

fn scored<'a>(
    record: &'a Record,
    assessment: &'a Assessment,
    calendar: &Calendar,
    model: &'a RawValue,
) -> Scored<'a> {
    let (day, date_error) = match day(&record.date) {
        Ok(day) => (day, None),
        Err(error) => (None, Some(error)),
    };
    // A date outside of all elections says that there is no phase. Nothing follows
    // from one that the wording only suggests.
    let known = day.and_then(|date| calendar.phase_on(date));
    let known = known.map(|(_, phase)| phase);
    let phase = match day {
        Some(_) => known,
        None => assessment.phase(),
    };
    let mut findings = assessment.findings();
    findings.phase = known;
    // Links matter only for what may follow from a flag.
    findings.links = assessment.verdict() == Verdict::Likely && links(&record.text);
    let advice = Recommendation::new(&findings);
    Scored {
        id: &record.id,
        hoax: findings.hoax,
        logit: assessment.hoax().logit(),
        election: assessment.election().map(|_| findings.election),
        debunk: assessment.debunk().map(|_| findings.debunk),
        sara: assessment.sara().map(|_| findings.sara),
        topics: assessment,
        phase,
        date_error,
        verdict: assessment.verdict().name(),
        recommendation: Advice {
            action: advice.action.name(),
            needs_human: advice.needs_human,
            reasons: advice.reasons,
            addressees: advice.addressees,
        },
        clarification: assessment.clarification().map(|found| Known {
            id: &found.id,
            score: found.score,
            outcome: found.outcome,
            stance: found.stance,
            spans: found.spans.iter().map(|s| [s.start, s.end]).collect(),
        }),
        model,
    }
}
