//! What is left of hashtags and tickets whose names are masked.

mod same;

use hoaks::detector::Evidence;
use hoaks::features::Style;
use hoaks::{Assessment, Detector};

use same::{assert_same, vectorizer};

/// Whose election it is, and which word or year tells of it, cannot be read.
#[test]
fn a_masked_tag_about_an_election_is_one_flag_and_no_more() {
    let about = [
        "hadir #2019GantiPresiden yuk",
        "hadir #PrabowoPresiden yuk",
        "hadir #jokowipresiden yuk",
        "hadir #PSIMenang yuk",
        "hadir #debatpilkadadki yuk",
        "hadir #AniesSandi2024 yuk",
        "hadir #GanjarP3milu yuk",
        // A capital in the middle of a word.
        "hadir #PEMILUdamaiSeno yuk",
        "hadir #KPUtakutGibran yuk",
        "hadir #GanjarMenang #PrabowoMenang yuk",
    ];
    assert_same(&about);
    let row = (1 << vectorizer().bits()) + Style::ElectionTag as u32;
    let mut flagged = vectorizer().vector(about[0]);
    assert!(flagged.entries.contains(&(row, 1)));
    flagged.entries.retain(|&(of, _)| of != row);
    assert_eq!(flagged, vectorizer().vector("hadir #elonmusk yuk"));
    // Where nothing is masked the words are read, and so they are outside tags.
    let has = |text| vectorizer().vector(text).entries.contains(&(row, 1));
    assert!(!has("baca /kpu-bantah-prabowo-menang"));
    assert!(!has("hadir #SuratSuaraPemilu yuk"));
    assert!(!has("Prabowo maju di pemilu 2024"));
}

/// Whose ticket it is cannot be read, nor how many words its names have.
#[test]
fn a_ticket_is_one_flag_and_no_more() {
    let about = [
        "dukung Prabowo-Gibran kemarin",
        "dukung Anies-Sandi kemarin",
        "dukung ganjar-mahfud kemarin",
        "dukung PR4BOWO-GIBRAN kemarin",
        "dukung Joko Widodo-Ma'ruf Amin kemarin",
        "dukung Pak Prabowo-Gibran Rakabuming kemarin",
        "dukung Prabowo-Gibrannya kemarin",
        "dukung Prabowo-Gibran, Ganjar-Mahfud kemarin",
        "dukung jokowi-jk kemarin",
        "dukung JOKOWI-JK kemarin",
        "dukung Anies_Sandi kemarin",
    ];
    assert_same(&about);
    let row = (1 << vectorizer().bits()) + Style::JoinedNames as u32;
    let mut flagged = vectorizer().vector(about[0]);
    assert!(flagged.entries.contains(&(row, 1)));
    flagged.entries.retain(|&(of, _)| of != row);
    assert_eq!(flagged, vectorizer().vector("dukung Prabowo kemarin"));
    let has = |text| vectorizer().vector(text).entries.contains(&(row, 1));
    for other in [
        "dukung Prabowo Subianto kemarin",
        "dukung Prabowo, Gibran kemarin",
        "dukung Prabowo-presiden kemarin",
        "dukung presiden-Prabowo Subianto kemarin",
        "dukung Emak-emak kemarin",
        "dukung PDI-P kemarin",
        "dukung Iran-Israel kemarin",
        "dukung Islam-Kristen kemarin",
        "dukung Jokowi-partai kemarin",
        // The tokenizer cuts a word where an acronym is joined to another word.
        "dukung Jokowi-JK kemarin",
        "dukung Prabowo-menang, Gibran Rakabuming kemarin",
        "dukung suami-istri kemarin",
        "baca #prabowogibran kemarin",
    ] {
        assert!(!has(other), "{other}");
    }
}

/// The words of a masked tag change what a text is said to be about, not what is
/// thought of it.
#[test]
fn a_tag_about_an_election_is_nothing_to_hoax() {
    let detector = Detector::pretrained();
    let [about, other] = ["#2019GantiPresiden", "#GantiPrabowo"]
        .map(|tag| format!("Kapal asing masuk perairan kita, sebarkan!! {tag}"));
    let [of_about, of_other] = [&about, &other].map(|text| detector.assess(text));
    let bits = |assessment: &Assessment| {
        let heads = [Some(assessment.hoax()), assessment.debunk()];
        heads.map(|score| score.unwrap().logit().to_bits())
    };
    assert_eq!(bits(&of_about), bits(&of_other));
    let election = |assessment: &Assessment| assessment.election().unwrap().logit();
    assert!(election(&of_about) > election(&of_other) + 0.5);
}

/// Not by chance of some texts: the weight itself is zero.
#[test]
fn flags_of_content_are_for_their_heads_alone() {
    let detector = Detector::pretrained();
    let text = "[HOAKS] Kapal asing, kata Prabowo-Gibran #2019GantiPresiden";
    for &style in Style::CONTENT {
        let weight = |head: &str| {
            let explanation = detector.explain_head(text, head).unwrap();
            let mut flags = explanation.contributions.into_iter();
            let flag = flags.find(|it| it.evidence == Evidence::Style(style));
            flag.unwrap().logit
        };
        let learns = match style {
            Style::RefutingLabel => "debunk",
            _ => "election",
        };
        for head in &detector.model().card().heads {
            let name = &head.name;
            assert_eq!(weight(name) == 0.0, name != learns, "{name} {style:?}");
        }
    }
}
