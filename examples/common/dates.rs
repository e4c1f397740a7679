//! Days from the `date` of rows.

use std::borrow::Cow;

use hoaks::election::Date;
use serde_json::Value;

/// The day that `date` is: `YYYY-MM-DD`, alone or with a time behind it (ISO 8601),
/// whose zone is not looked at. Null and the empty string are no date.
pub fn day(date: &Value) -> Result<Option<Date>, String> {
    let text = match date {
        Value::Null => return Ok(None),
        Value::String(text) => Cow::Borrowed(text.trim()),
        other => Cow::Owned(other.to_string()),
    };
    if text.is_empty() {
        return Ok(None);
    }
    let day = match text.split_at_checked(10) {
        Some((day, time)) if is_time(time) => day,
        _ => &text,
    };
    day.parse()
        .map(Some)
        .map_err(|error: hoaks::Error| format!("`date`: {error}"))
}

/// Whether an hour, and maybe more, stands behind a day.
fn is_time(rest: &str) -> bool {
    rest.strip_prefix(['T', 't', ' '])
        .and_then(|time| time.as_bytes().get(..2))
        .is_some_and(|hour| hour.iter().all(u8::is_ascii_digit))
}
