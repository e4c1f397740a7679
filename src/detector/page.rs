//! Assessments with their reasons as one HTML page, in Indonesian.

use std::fmt::Write as _;

use crate::claims::Outcome;
use crate::detector::rendering::escape;
use crate::detector::{Assessment, Detector, Explanation, Score, indonesian};
use crate::election::Action;

impl Detector {
    /// A page that shows for each text
    ///
    /// * which words speak for and against each head, and which styles counted;
    /// * the clarification that matches ([`Detector::with_claims`]);
    /// * the recommendation that the text alone gives, with its reasons and addressees;
    /// * a message to answer with ([`Assessment::counter_message`]), unless the text may be
    ///   left alone and has no likely topic.
    ///
    /// One file, no scripts, nothing to load, in Indonesian; texts are escaped.
    /// For each head the page has about ten times the length of the texts.
    #[must_use]
    pub fn explain_page<T: AsRef<str>>(&self, texts: &[T]) -> String {
        let mut page = String::from(
            "<!DOCTYPE html>\n<html lang=\"id\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\
             <title>Penjelasan</title><style>",
        );
        page.push_str(include_str!("page.css"));
        page.push_str("</style></head><body><h1>Penjelasan</h1>");
        let _ = write!(
            page,
            "<p>Angka ini adalah peluang yang dihitung dari gaya dan pilihan kata, \
             bukan putusan benar atau salah. \
             <mark class=\"for s2\">Merah</mark> menaikkannya, \
             <mark class=\"against s2\">biru bergaris bawah</mark> menurunkannya. \
             Keputusan tetap pada manusia.</p><p><small>Model {}</small></p>",
            self.model().digest()
        );
        for text in texts {
            self.section(&mut page, text.as_ref());
        }
        page.push_str("</body></html>\n");
        page
    }

    fn section(&self, page: &mut String, text: &str) {
        let answer = self.assess(text);
        let verdict = answer.verdict();
        let _ = write!(
            page,
            "<section class=\"{verdict}\"><h2>{}</h2><p><small>Dari gaya dan pilihan kata: {}</small></p>",
            match (answer.clarification(), verdict) {
                (Some(found), _) if found.outcome == Outcome::Refuted =>
                    indonesian::stance(found.stance),
                (_, verdict) => verdict.indonesian(),
            },
            percent(answer.hoax()),
        );
        head(page, text, &self.explain(text));
        self.known(page, &answer);
        advice(page, &answer);
        for (name, title, score) in others(&answer) {
            let Some(explanation) = self.explain_head(text, name) else {
                continue;
            };
            let _ = write!(
                page,
                "<details><summary>{title}: {}</summary>",
                percent(score)
            );
            head(page, text, &explanation);
            page.push_str("</details>");
        }
        page.push_str("</section>");
    }

    fn known(&self, page: &mut String, answer: &Assessment) {
        let Some(known) = self.clarification(answer) else {
            return;
        };
        page.push_str("<h3>Klarifikasi yang cocok</h3><p>Klaim: <bdi>");
        escape(page, &known.claim);
        page.push_str("</bdi>");
        if !known.correction.is_empty() {
            page.push_str("<br>Yang benar: <bdi>");
            escape(page, &known.correction);
            page.push_str("</bdi>");
        }
        let escaped = |text: &str| {
            let mut out = String::new();
            escape(&mut out, text);
            out
        };
        let mut parts: Vec<String> = [&known.verdict, &known.publisher, &known.date]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| escaped(part))
            .collect();
        // No other scheme: `javascript:` would run.
        if known.url.starts_with("https://") || known.url.starts_with("http://") {
            let url = escaped(&known.url);
            parts.push(format!(
                "<a rel=\"noopener noreferrer nofollow\" href=\"{url}\">{url}</a>"
            ));
        }
        let _ = write!(page, "<br><small>{}", parts.join(" · "));
        page.push_str("</small></p>");
    }
}

/// Other heads: name, title, score.
fn others(answer: &Assessment) -> impl Iterator<Item = (&'static str, &'static str, Score)> {
    let of = |name, title, score: Option<Score>| score.map(|score| (name, title, score));
    let election = of("election", "Tentang pemilu", answer.election());
    let debunk = of("debunk", "Klarifikasi", answer.debunk());
    let topics = answer.topics();
    let topics = topics.map(|(topic, score)| (topic.name(), topic.title(), score));
    election.into_iter().chain(debunk).chain(topics)
}

fn head(page: &mut String, text: &str, explanation: &Explanation) {
    page.push_str("<p class=\"text\">");
    page.push_str(&explanation.to_html(text));
    page.push_str("</p><p><small>");
    let _ = write!(
        page,
        "Log-odds {:+.2}; dasar {:+.2}",
        explanation.logit(),
        explanation.bias
    );
    for (style, logit) in explanation.styles() {
        let _ = write!(page, "; {} {logit:+.2}", indonesian::style(style));
    }
    page.push_str("</small></p>");
}

fn advice(page: &mut String, answer: &Assessment) {
    let advice = answer.recommendation(None);
    let _ = write!(page, "<h3>Saran: {}</h3><ul>", advice.action.indonesian());
    for reason in &advice.reasons {
        page.push_str("<li>");
        escape(page, &reason.indonesian());
        page.push_str("</li>");
    }
    if advice.needs_human {
        page.push_str("<li>Seseorang perlu melihatnya dulu.</li>");
    }
    if let [first, others @ ..] = advice.addressees.as_slice() {
        let first = first.indonesian();
        let _ = write!(page, "<li>Yang perlu diberi tahu: {first}");
        for who in others {
            let _ = write!(page, ", {}", who.indonesian());
        }
        page.push_str(".</li>");
    }
    page.push_str("</ul>");
    let label = match answer.likely_topic() {
        Some(_) => "Pesan untuk topik ini",
        None if advice.action == Action::Ignore => return,
        None => "Pesan umum",
    };
    let (theme, message) = answer.counter_message();
    let _ = write!(page, "<p>{label}: <b>{theme}.</b> {message}</p>");
}

fn percent(score: Score) -> String {
    format!("{:.0}%", 100.0 * score.probability())
}
