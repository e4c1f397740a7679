//! Files of claims of which one cannot tell by a field alone what they are.

mod program;

use program::{Folder, run};
use serde_json::{Value, json};

const KNOWN: &str = "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah";

/// What `match_claims` finds for a text among the claims in a file.
fn matched(claims: &str) -> (i32, Vec<Value>, String) {
    let ran = run("match_claims", &["--claims", claims], KNOWN.as_bytes());
    (ran.status, ran.rows(), ran.err)
}

/// Fields of other names are passed over, also one that an answer of the API has.
#[test]
fn a_claim_may_have_a_field_called_claims() {
    let folder = Folder::new("own-claims");
    for claims in [json!(2), json!([{"text": "KPU"}])] {
        let line = json!({"id": "a", "claim": KNOWN, "verdict": "salah", "claims": claims});
        let file = folder.file("claims", line.to_string());
        let (status, rows, err) = matched(&file);
        assert_eq!(
            (status, &rows[0]["matches"][0][0]),
            (0, &json!("a")),
            "{err}"
        );
    }
    // A text stands for the claim.
    let line = json!({"id": "a", "text": KNOWN, "claims": 2});
    let file = folder.file("claims", line.to_string());
    assert_eq!(matched(&file).0, 0);
    // The last page of an answer has nothing in it.
    let file = folder.file("claims", "{}\n");
    assert_eq!(matched(&file).0, 1);
}
