//! Links that a block could be asked for.

use hoaks::text::{TokenKind, tokens};

/// Whether `text` links to anything but addresses of the state (`.go.id`, `.mil.id` and
/// the Constitutional Court's `mkri.id`): lies about an election like to point to the KPU,
/// and nobody should be asked to block that.
pub fn links(text: &str) -> bool {
    tokens(text)
        .filter(|token| token.kind() == TokenKind::Url)
        .any(|token| !is_official(&text[token.span()]))
}

fn is_official(address: &str) -> bool {
    let behind_scheme = address.split_once("://").map_or(address, |(_, rest)| rest);
    // As browsers find it: `kpu.go.id@contoh.id` leads to the latter.
    let end = behind_scheme.find(['/', '\\', '?', '#']);
    let host = &behind_scheme[..end.unwrap_or(behind_scheme.len())];
    let host = host.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let host = host.to_ascii_lowercase();
    [".go.id", ".mil.id", ".mkri.id"]
        .iter()
        .any(|state| host.ends_with(state))
        || host == "mkri.id"
}
