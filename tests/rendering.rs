//! Explanations for readers: sums, colours, safe HTML, the page.

mod common;

use common::detector;
use hoaks::claims::{ClaimIndex, Clarification};
use hoaks::election::{Action, Addressee, Reason};
use hoaks::{Detector, Verdict};
use proptest::prelude::*;

const HEADS: [&str; 4] = ["hoax", "election", "debunk", "participation"];

/// Takes the tags out and the entities back; the reverse of escaping.
fn shown(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for char in html.chars() {
        match char {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if !inside => text.push(char),
            _ => {}
        }
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// Names of all tags, in order.
fn tags(html: &str) -> Vec<&str> {
    let names = html.split('<').skip(1);
    names
        .map(|tag| {
            tag.split(|c: char| c == '>' || c.is_whitespace())
                .next()
                .unwrap()
        })
        .collect()
}

#[test]
fn a_strong_word_is_marked_with_its_side_and_logit() {
    let text = "Sebarkan sebelum dihapus KPU";
    let explanation = detector().explain(text);
    let (span, logit) = explanation
        .words(text)
        .into_iter()
        .max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))
        .unwrap();
    let side = if logit > 0.0 { "for" } else { "against" };
    let html = explanation.to_html(text);
    let mark = format!("title=\"{logit:+.2}\">{}</mark>", &text[span.clone()]);
    assert!(html.contains(&mark), "{html}");
    assert!(html.contains(&format!("<mark class=\"{side} s")), "{html}");
    let ansi = explanation.to_ansi(text);
    let colored = format!("m{}\u{1B}[0m", &text[span]);
    assert!(ansi.contains(&colored), "{ansi:?}");
}

#[test]
fn a_share_of_a_run_falls_on_the_words_it_covers() {
    let text = "aaa bbbb";
    let mut explanation = detector().explain(text);
    let mut piece = explanation.contributions[0].clone();
    (piece.span, piece.logit) = (0..8, 0.8);
    explanation.contributions = vec![piece];
    // A tenth for each byte; the gap belongs to the word before it.
    let words = explanation.words(text);
    assert!((words[0].1 - 0.4).abs() < 1e-12 && (words[1].1 - 0.4).abs() < 1e-12);
    assert_eq!((words[0].0.clone(), words[1].0.clone()), (0..3, 4..8));
}

#[test]
fn markup_in_a_text_stays_text() {
    let text = r#"<script>alert('1')</script> & "surat" suara </bdi><img src=x onerror=a> curang"#;
    let html = detector().explain(text).to_html(text);
    assert_eq!(shown(&html), text);
    assert!(
        tags(&html)
            .iter()
            .all(|tag| ["bdi", "/bdi", "mark", "/mark"].contains(tag))
    );
}

#[test]
fn nothing_steers_a_terminal_or_turns_the_page() {
    let text = "surat\u{1B}[2Jsuara \u{7}curang\u{9B}31m \u{202E}hoaks\r\u{2066}x\n\ttutup\u{200E}\u{200F}1\u{61C}";
    let explanation = detector().explain(text);
    let ansi = explanation.to_ansi(text);
    let escapes = ansi.matches('\u{1B}').count();
    assert_eq!(
        escapes,
        ansi.matches("\u{1B}[38;5;16;48;5;").count() + ansi.matches("\u{1B}[0m").count()
    );
    for bad in [
        '\u{7}', '\u{9B}', '\u{202E}', '\r', '\u{2066}', '\u{200E}', '\u{200F}', '\u{61C}',
    ] {
        assert!(
            !ansi.contains(bad) && !explanation.to_html(text).contains(bad),
            "{bad:?}"
        );
    }
    assert!(ansi.contains("\n\t"));
}

#[test]
fn a_line_break_is_one_however_it_is_written() {
    let text = "Kotak suara dicuri\r\n\r\nSebarkan\r\n";
    let explanation = detector().explain(text);
    let ansi = explanation.to_ansi(text);
    for shown in [shown(&explanation.to_html(text)), ansi] {
        assert!(!shown.contains(['\r', '\u{FFFD}']), "{shown:?}");
        assert!(shown.contains("\n\n"), "{shown:?}");
    }
}

#[test]
fn the_page_needs_nothing_and_tells_all() {
    let mut claims = ClaimIndex::new();
    let mut known = Clarification::new(
        "<id>",
        "Kotak suara <b>dicuri</b> semalam di Sukamaju oleh petugas TPS keliling",
        "salah",
    );
    known.publisher = "\"Pemeriksa\"".into();
    known.correction = "Kotak <i>utuh</i>.".into();
    known.url = "https://example.org/?a=1&b=\"><script>".into();
    let mut other = Clarification::new("x", "TPS Mekarsari buka tengah malam", "salah");
    other.url = "javascript:alert(1)".into();
    claims.add([known, other]).unwrap();
    let detector = detector().clone().with_claims(claims);
    let page = detector.explain_page(&[
        "Kotak suara dicuri semalam di Sukamaju oleh petugas TPS keliling!!!",
        "TPS Mekarsari buka tengah malam",
        "Golput saja, suara kita tidak ada gunanya",
    ]);
    for part in [
        "<html lang=\"id\">",
        "Klarifikasi yang cocok",
        "Kotak suara &lt;b&gt;dicuri&lt;/b&gt; semalam",
        "Yang benar: <bdi>Kotak &lt;i&gt;utuh&lt;/i&gt;.</bdi>",
        "Sudah diklarifikasi: &lt;id&gt;",
        "&quot;Pemeriksa&quot;",
        "href=\"https://example.org/?a=1&amp;b=&quot;&gt;&lt;script&gt;\"",
        "tanda seru beruntun",
        "Saran: klarifikasi",
        "Ikut memilih, jangan golput",
        detector.model().digest(),
    ] {
        assert!(page.contains(part), "{part}");
    }
    for banned in [
        "<script",
        "<img",
        "<link",
        "javascript:",
        "src=",
        "@import",
        "url(",
    ] {
        assert!(!page.contains(banned), "{banned}");
    }
    for head in ["Tentang pemilu", "Partisipasi pemilih", "Perpecahan"] {
        assert_eq!(page.matches(&format!("<summary>{head}")).count(), 3);
    }
    let open = |tag: &str| page.matches(&format!("<{tag}")).count();
    let closed = |tag: &str| page.matches(&format!("</{tag}>")).count();
    for tag in [
        "section", "mark", "details", "summary", "bdi", "small", "ul",
    ] {
        assert_eq!(open(tag), closed(tag), "{tag}");
    }
}

/// What stands on the page for one text, without the explanations of other heads.
fn section(detector: &Detector, text: &str) -> String {
    let page = detector.explain_page(&[text]);
    let section = page.split("<section").nth(1).unwrap();
    shown(section.split("<details>").next().unwrap())
}

#[test]
fn the_page_contradicts_no_score_and_accuses_nobody() {
    const CLAIM: &str = "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah";
    let with = |verdict| {
        let mut claims = ClaimIndex::new();
        claims
            .add([Clarification::new("cf-1", CLAIM, verdict)])
            .unwrap();
        detector().clone().with_claims(claims)
    };
    // The wording is bland: what is known decides, and is the reason.
    let repeats = section(&with("salah"), CLAIM);
    assert!(repeats.contains("Memuat klaim yang sudah diklarifikasi"));
    assert!(repeats.contains("Sudah diklarifikasi: cf-1"));
    assert!(repeats.contains("Yang perlu diberi tahu: pemeriksa fakta"));
    assert!(repeats.contains("Pesan untuk topik ini: "));
    // Nothing stands behind the last thing that is known of the check.
    assert!(repeats.contains("salahSaran"), "{repeats}");
    assert!(!repeats.contains("misinformasi"), "{repeats}");
    // Who refutes it is not told that nobody knows.
    let refutes = format!("Cek fakta: tidak benar {CLAIM}, kata KPU, itu hoaks.");
    let refutes = section(&with("salah"), &refutes);
    assert!(refutes.contains("Tampak membantah klaim yang sudah diklarifikasi"));
    assert!(!refutes.contains("Belum pasti"), "{refutes}");
    assert!(refutes.contains("Tampaknya teks ini sendiri merupakan klarifikasi."));
    assert!(refutes.contains("Sudah diklarifikasi: cf-1"));
    assert!(!refutes.contains("misinformasi"), "{refutes}");
    assert!(!refutes.contains("Belum bisa dipastikan"), "{refutes}");
    // A check that is there is not denied, although it refutes nothing.
    let half = with("sebagian benar").with_base_rate(0.99).unwrap();
    let half = section(&half, CLAIM);
    assert!(half.contains("Klarifikasi yang cocok"));
    assert!(half.contains("Tampak seperti misinformasi"), "{half}");
    assert!(half.contains("klarifikasi yang membantahnya"), "{half}");
    let hostile = "Usir Cina kafir dari negeri ini, jangan pilih pemimpin kafir!";
    assert!(detector().assess(hostile).sara().unwrap().probability() >= 0.8);
    let hostile = section(detector(), hostile);
    assert!(hostile.contains("Nadanya mungkin memusuhi suatu golongan."));
}

#[test]
fn the_page_tells_nobody_where_nothing_is_to_be_done() {
    let refutation =
        "[HOAKS] Beredar kabar tutup jam 9 pagi. Faktanya, buka pukul 07.00 sampai 13.00.";
    assert_eq!(
        detector().assess(refutation).recommendation(None).action,
        hoaks::election::Action::Ignore
    );
    let refutation = section(detector(), refutation);
    assert!(!refutation.contains("Jangan sebarkan"), "{refutation}");
    assert!(!refutation.contains("Yang perlu diberi tahu"));
}

/// A fact-checker's label is a style that `hoax` knows nothing of.
#[test]
fn the_page_tells_of_styles_that_counted_only() {
    let page = detector().explain_page(&["[SALAH] Kotak suara dicuri semalam"]);
    let explained = |head: &str| {
        let details = page
            .split("<details>")
            .find(|it| it.contains(head))
            .unwrap();
        details.contains("label bantahan")
    };
    assert!(explained("<summary>Klarifikasi"));
    assert!(!explained("<section"));
}

/// Whoever makes a page of their own need not translate, and no two things have one name.
#[test]
fn what_pages_call_things_is_there_for_others() {
    const CLAIM: &str = "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah";
    let mut claims = ClaimIndex::new();
    let claim = Clarification::new("cf-1", CLAIM, "salah");
    claims.add([claim]).unwrap();
    let detector = detector().clone().with_claims(claims);
    for text in [CLAIM, "[SALAH] Kotak suara dicuri semalam", "Jadwal TPS"] {
        let page = detector.explain_page(&[text]);
        let answer = detector.assess(text);
        let advice = answer.recommendation(None);
        let saran = format!("<h3>Saran: {}</h3>", advice.action.indonesian());
        assert!(page.contains(&saran), "{page}");
        for reason in &advice.reasons {
            let reason = format!("<li>{}</li>", reason.indonesian());
            assert!(page.contains(&reason), "{page}");
        }
        for who in &advice.addressees {
            assert!(page.contains(who.indonesian()), "{page}");
        }
        assert!(answer.clarification().is_some() || page.contains(answer.verdict().indonesian()));
    }
    let mut words: Vec<&str> = Verdict::ALL.iter().map(|it| it.indonesian()).collect();
    words.extend(Action::ALL.iter().map(|it| it.indonesian()));
    words.extend(Addressee::ALL.iter().map(|it| it.indonesian()));
    let all = words.len();
    words.sort_unstable();
    words.dedup();
    assert_eq!((words.len(), words[0].is_empty()), (all, false));
    assert_eq!(Reason::Spread(12).indonesian(), "Dimuat dalam 12 kiriman.");
}

#[test]
fn every_topic_has_a_theme_and_doubt_has_one() {
    let (theme, message) = detector().assess("Harga cabai naik").counter_message();
    assert_eq!(theme, "Periksa faktanya");
    // It is no matter of theirs.
    assert!(!message.contains("KPU") && !message.contains("Bawaslu"));
    let themes: std::collections::BTreeSet<&str> = hoaks::election::Topic::ALL
        .iter()
        .map(|topic| topic.theme())
        .collect();
    assert_eq!(themes.len(), 6);
}

proptest! {
    #[test]
    fn words_styles_and_bias_are_the_logit(text in any::<String>()) {
        for head in HEADS {
            let explanation = detector().explain_head(&text, head).unwrap();
            let words = explanation.words(&text);
            let sum: f64 = words.iter().map(|(_, logit)| logit).sum();
            let styles: f64 = explanation.styles().iter().map(|(_, logit)| logit).sum();
            let logit = explanation.logit();
            prop_assert!((explanation.bias + sum + styles - logit).abs() < 1e-6);
            prop_assert!(words.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start));
        }
    }

    #[test]
    fn any_text_comes_back_from_html(text in "[ -~\u{e9}\u{4e00}\n]{0,200}") {
        let html = detector().explain(&text).to_html(&text);
        prop_assert_eq!(shown(&html), text);
    }
}
