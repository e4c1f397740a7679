//! The queue of the example `triage`.

mod program;

use hoaks::Detector;
use hoaks::election::Action;
use program::{Folder, run};
use serde_json::{Value, json};

/// A claim of its own for each number, in words of its own.
fn claim(number: usize) -> String {
    let syllable = |at: usize| ["ba", "ci", "du", "fo", "ge", "hi", "ju"][at % 7];
    let word = |at: usize| {
        let seed = number * 31 + at * 17;
        [seed, seed / 7, seed / 49, at].map(syllable).concat()
    };
    let words: Vec<String> = (0..6).map(word).collect();
    format!("Pemilu KPU: {}", words.join(" "))
}

/// The entries, and how many lines were not read.
fn triage(name: &str, lines: &str, most: &str) -> (Vec<Value>, u64) {
    let folder = Folder::new(name);
    let known = "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah";
    let mut file = format!(
        "{}\n",
        json!({"id": "cf-1", "claim": known, "verdict": "salah", "correction": "Tidak ada."})
    );
    file.push_str(&format!(
        "{}\n",
        json!({"id": "cf-2", "claim": HALF, "verdict": "sebagian benar"})
    ));
    for number in 0..60 {
        let row = json!({"id": number, "claim": claim(number), "verdict": "salah"});
        file.push_str(&format!("{row}\n"));
    }
    let input = folder.file("input", lines);
    let claims = folder.file("claims", file);
    let arguments = ["--input", &input, "--claims", &claims, "--most", most];
    let ran = run("triage", &arguments, b"");
    let unread = ran.err.lines().filter(|line| line.starts_with("line "));
    let unread = unread.count() as u64;
    assert_eq!(ran.status, i32::from(unread > 0), "{}", ran.err);
    (ran.rows(), unread)
}

const HALF: &str = "Kepala desa Sukamaju menyimpan kunci gudang logistik di rumahnya";

const STREAM: &str = r#"{"id": "calm", "text": "KPU kabupaten menjadwalkan simulasi pemungutan suara di tiga kecamatan pekan depan."}
{"id": "a", "text": "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah", "date": "2024-02-14"}
{"text": 3}
{"id": "b", "text": "PETUGAS TPS di Sukamaju membagikan surat suara kepada anak sekolah!! https://contoh.id", "date": "2024-02-14"}
{not json
{"id": "c", "text": "Gawat!!! VIRAL!!! Presiden diam-diam sudah ditangkap, sebarkan sebelum dihapus!!!"}
"#;

#[test]
fn best_first_near_duplicates_once_and_bad_lines_cost_themselves() {
    let (rows, refused) = triage("all", STREAM, "100");
    assert_eq!(refused, 2);
    assert_eq!(rows[0]["posts"], 2);
    assert_eq!(rows[0]["ids"], json!(["a", "b"]));
    assert_eq!(rows[0]["clarification"]["id"], "cf-1");
    assert_eq!(rows[0]["clarification"]["correction"], "Tidak ada.");
    assert_eq!(rows[0]["action"], "clarify");
    assert_eq!(rows[0]["phase"], "during");
    let reasons = rows[0]["reasons"].as_array().unwrap();
    assert!(reasons.contains(&json!({"clarified": "cf-1"})));
    assert!(reasons.contains(&json!({"spread": 2})));
    let calm = STREAM.lines().next().unwrap();
    let calm: Value = serde_json::from_str(calm).unwrap();
    let advice = Detector::pretrained()
        .assess(calm["text"].as_str().unwrap())
        .recommendation(None);
    let kept = rows.iter().any(|row| row["id"] == "calm");
    assert_eq!(kept, advice.action != Action::Ignore);
    for (number, pair) in rows.windows(2).enumerate() {
        assert_eq!(pair[0]["rank"], number + 1);
        assert!(pair[0]["priority"].as_f64() >= pair[1]["priority"].as_f64());
    }
}

/// What a queue is told by is told in its numbers, and it is a file for `explain`.
#[test]
fn one_is_one_and_a_queue_can_be_explained() {
    let folder = Folder::new("one");
    let post = "Gawat!!! VIRAL!!! Presiden diam-diam sudah ditangkap, sebarkan sebelum dihapus!!!";
    let ran = run("triage", &[], post.as_bytes());
    assert_eq!(
        ran.err,
        "1 post: 1 entry, 0 posts left alone, 0 entries dropped, 0 dates not read, 0 lines not read\n"
    );
    let queue = folder.file("queue.jsonl", &ran.out);
    let explained = run("explain", &["--input", &queue], b"");
    assert_eq!(explained.out, run("explain", &[post], b"").out);
}

/// Nobody can see anything in them.
#[test]
fn blank_posts_are_no_entry() {
    let lines = "\n  \t\n{\"text\": \"\"}\n{\"text\": \" \\n\", \"date\": \"2024-02-14\"}\n!!!\n\u{200B}\n\u{3164} \u{202E}\n";
    let (rows, unread) = triage("blank", lines, "10");
    assert_eq!((rows.len(), unread), (1, 0));
    assert_eq!(rows[0]["ids"], json!([5]));
}

/// It comes up with what was found, and nothing follows but that somebody looks.
#[test]
fn a_claim_that_is_partly_true_is_to_be_looked_at() {
    let (rows, _) = triage("half", HALF, "10");
    assert_eq!(rows[0]["clarification"]["id"], "cf-2");
    assert_eq!(rows[0]["clarification"]["outcome"], "unclear");
    assert_eq!(rows[0]["verdict"], "uncertain");
    assert_eq!(rows[0]["action"], "monitor");
    assert_eq!(rows[0]["needs_human"], true);
}

/// A post that quotes a claim to refute it is not counted among those that spread it.
#[test]
fn what_refutes_a_claim_is_no_copy_of_it() {
    let claim = "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah";
    let rows = [
        json!({"id": "spreads", "text": claim}),
        json!({"id": "refutes", "text": format!("[SALAH] {claim}")}),
        json!({"id": "again", "text": format!("{claim}!")}),
        json!({"id": "denies", "text": format!("Tidak benar {claim}, itu hoaks.")}),
    ];
    let lines: String = rows.iter().map(|row| format!("{row}\n")).collect();
    let (rows, _) = triage("refutes", &lines, "10");
    let ids: Vec<&Value> = rows.iter().map(|row| &row["ids"]).collect();
    assert!(ids.contains(&&json!(["spreads", "again"])), "{ids:?}");
    assert!(ids.contains(&&json!(["refutes", "denies"])), "{ids:?}");
    let of = |action: &str| rows.iter().filter(|row| row["action"] == action).count();
    assert_eq!((of("clarify"), of("monitor")), (1, 1));
    assert!(
        rows.iter()
            .all(|row| row["addressees"][0] == "fact_checker")
    );
}

/// Whoever asks on polling day would stand for those who say it, and more should be done
/// about them.
#[test]
fn who_asks_about_a_claim_is_not_counted_with_those_who_spread_it() {
    let claim = "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah";
    let rows = [
        json!({"id": "asks", "text": format!("Benarkah {claim}?"), "date": "2024-02-14"}),
        json!({"id": "spreads", "text": claim}),
        json!({"id": "again", "text": format!("{claim}!")}),
    ];
    let lines: String = rows.iter().map(|row| format!("{row}\n")).collect();
    let (rows, _) = triage("asks", &lines, "10");
    let [spreads, asks] = rows.as_slice() else {
        panic!("{rows:?}");
    };
    assert_eq!(asks["ids"], json!(["asks"]));
    assert_eq!(asks["clarification"]["stance"], "asks");
    assert_eq!(spreads["ids"], json!(["spreads", "again"]));
    assert_eq!(spreads["verdict"], "likely");
    assert_eq!(spreads["addressees"], json!(["fact_checker", "kpu"]));
}

#[test]
fn the_queue_is_bounded_and_keeps_the_best_and_their_numbers() {
    // More than a block, so that the queue is settled on the way.
    let mut lines = String::new();
    for number in 0..4_500 {
        lines.push_str(&format!("{}\n", claim(number % 60)));
        if number % 3 == 0 {
            lines.push_str(&format!("{}\n", claim(7)));
        }
    }
    let (rows, refused) = triage("bound", &lines, "10");
    assert_eq!((rows.len(), refused), (10, 0));
    let known = rows.iter().find(|row| row["clarification"]["id"] == "7");
    let known = known.unwrap();
    assert_eq!(known["posts"], 1_575);
    assert_eq!(known["ids"].as_array().unwrap().len(), 20);
    let others = rows.iter().filter(|row| row["posts"] == 75);
    assert_eq!(others.count(), 9);
}
