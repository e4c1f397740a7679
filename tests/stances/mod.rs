//! What posts do with a claim that they repeat.
#![allow(dead_code)] // each test uses a part

use hoaks::claims::{ClaimIndex, Clarification, Stance};

/// The stance of a text that repeats the claim.
pub fn stance(claim: &str, text: &str) -> Stance {
    let mut index = ClaimIndex::new();
    index
        .add([Clarification::new("a", claim, "false")])
        .unwrap();
    let found = index.matches(text, 1);
    assert!(found[0].repeats(), "{text}: {found:?}");
    found[0].stance
}

/// The stance of a post that has `{}` in the place of the claim, for two claims.
pub fn stances(post: &str) -> [Stance; 2] {
    let claims = [
        "Ketua KPU Cibaru menyimpan ratusan surat suara di rumah istrinya",
        "Petugas TPS Sukamaju membakar surat suara warga",
    ];
    claims.map(|claim| stance(claim, &post.replace("{}", claim)))
}
