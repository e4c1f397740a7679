//! What cannot be read is told where it stands: an option, a line that is too long, a
//! document that is cut short.

mod program;

use program::{Folder, run};
use serde_json::json;

const KNOWN: &str = "Petugas TPS di Sukamaju membagikan surat suara";

#[test]
fn an_option_that_is_no_number_is_named() {
    for (name, option) in [
        ("score", "--base-rate"),
        ("triage", "--most"),
        ("match_claims", "--top"),
        ("audit", "--bound"),
        ("audit", "--rows"),
        ("evaluate", "--resamples"),
        ("evaluate", "--seed"),
    ] {
        run(name, &[option, "x"], b"").refused(&[name, option, "\"x\"", "--help"]);
    }
}

/// By whatever it ends.
#[test]
fn a_line_has_16_mib_and_no_byte_more() {
    let longest = 16 << 20;
    for end in ["", "\n", "\r\n"] {
        for (more, status) in [(0, 0), (1, 1)] {
            let line = "a".repeat(longest + more) + end;
            let ran = run("score", &[], line.as_bytes());
            assert_eq!(ran.status, status, "{more} {end:?}");
            assert_eq!(ran.rows()[0]["line"].is_u64(), more > 0, "{more} {end:?}");
        }
    }
}

#[test]
fn of_a_claim_and_a_text_the_claim_is_matched() {
    let folder = Folder::new("claim-and-text");
    let both = json!({"id": "cf-1", "claim": KNOWN, "text": "Cek fakta: ini tidak benar."});
    let file = folder.file("claims", both.to_string());
    let ran = run("match_claims", &["--claims", &file], KNOWN.as_bytes());
    let score = ran.rows()[0]["matches"][0][1].as_f64().unwrap();
    assert!(score > 0.99, "{score}");
}

/// As a document, not line by line.
#[test]
fn a_document_of_claims_that_is_cut_short_is_named_once() {
    let folder = Folder::new("cut-document");
    let review = json!([{"@type": "ClaimReview", "url": "https://contoh.id/1",
        "claimReviewed": KNOWN, "reviewRating": {"alternateName": "Salah"}}]);
    let whole = format!("{review:#}\n");
    for (name, cut) in [
        ("one", &whole[..whole.len() - 3]),
        ("two", "{\n\"@type\":\n"),
    ] {
        let file = folder.file(name, cut);
        let ran = run("match_claims", &["--claims", &file], KNOWN.as_bytes());
        assert_eq!(ran.status, 1);
        assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
        assert!(
            ran.err.starts_with(&format!("{file}: not JSON: EOF")),
            "{}",
            ran.err
        );
    }
}

#[test]
fn a_template_that_begins_with_its_slot_is_told_how_to_be_written() {
    let folder = Folder::new("slot");
    let names = folder.file("names.tsv", "person\tBudi Santosa\nperson\tSiti Rahma\n");
    let as_json = json!({"text": "{person} ditangkap"});
    let templates = folder.file("templates", format!("{{person}} ditangkap\n{as_json}\n"));
    let given = ["--names", &names, "--templates", &templates, "--bound", "1"];
    let ran = run("audit", &given, b"");
    assert_eq!(ran.status, 0, "{}", ran.err);
    let told = format!("{templates}, line 1: not JSON");
    assert!(ran.err.contains(&told), "{}", ran.err);
    assert!(
        ran.err.contains("{\"text\": \"{person} ...\"}"),
        "{}",
        ran.err
    );
}
