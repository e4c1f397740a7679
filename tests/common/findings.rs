//! What a detector may have found.

use hoaks::election::Findings;

pub fn flagged(hoax: f64) -> Findings {
    let mut findings = Findings::default();
    findings.hoax = hoax;
    findings.flagged = Some(true);
    findings.election = 0.9;
    findings
}

pub fn clarified(hoax: f64) -> Findings {
    let mut findings = flagged(hoax);
    findings.clarification = Some("cf-1".to_owned());
    findings
}
