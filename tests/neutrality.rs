//! Names do not move scores.

mod common;
mod same;

use hoaks::evaluate::{Audit, Form, Name};
use hoaks::features::NameClass;
use hoaks::{Detector, ErrorKind};

use common::detector;
use same::{assert_same, vectorizer};

fn names() -> Vec<Name> {
    Name::parse_list(include_str!("../datasets/neutrality-names.tsv")).unwrap()
}

fn templates() -> Vec<String> {
    common::rows(include_str!("../datasets/neutrality.jsonl"))
        .iter()
        .map(|row| common::text(row, "text"))
        .collect()
}

/// A list that was not made from the detector's own, which was completed from
/// it later. What is on neither is not promised; the example `audit` reports it.
#[test]
fn names_that_are_masked_hardly_move_a_score() {
    let detector = Detector::pretrained();
    let listed = names();
    let mut audit = Audit::new(&detector, &listed);
    audit
        .template("{person} {party} {place} {faith} {group}")
        .unwrap();
    let known: Vec<Name> = (audit.report().names.iter())
        .filter(|name| name.known)
        .map(|name| Name::new(name.class, name.name.clone()))
        .collect();
    assert!(known.len() >= 1460, "{} of {}", known.len(), listed.len());

    let mut audit = Audit::new(&detector, &known);
    for template in templates() {
        audit.template(&template).unwrap();
    }
    let report = audit.report();
    for form in [
        Form::Plain,
        Form::Small,
        Form::Capitals,
        Form::Clitic,
        Form::Hyphen,
    ] {
        let shift = report.forms[&form];
        assert!(shift.mean < 0.0001, "{form:?}: {shift:?}");
        assert!(shift.largest <= 0.02, "{form:?}: {shift:?}");
    }
    assert_eq!(report.forms[&Form::Mention].largest, 0.0);
    // Here and there a word is left; most slips and nearly all digits are read.
    assert!(report.forms[&Form::Leet].mean < 0.0002);
    assert!(report.forms[&Form::Typo].mean < 0.0045);
}

#[test]
fn a_name_that_moves_a_score_is_found() {
    let detector = Detector::pretrained();
    // Not masked on purpose: everyday words.
    let names =
        ["Sebarkan Viralkan", "Klarifikasi Hoaks"].map(|name| Name::new(NameClass::Person, name));
    let mut audit = Audit::new(&detector, &names);
    audit
        .template("Saksi {person} menolak hasil hitung cepat")
        .unwrap();
    let report = audit.report();
    assert!(report.all.largest > 0.02 && report.check(0.02).is_err());
    assert!(report.check(report.all.largest).is_ok());
    assert!(report.names.iter().all(|name| !name.known));
}

fn listed(class: NameClass, names: &[&str]) -> Vec<Name> {
    names.iter().map(|&name| Name::new(class, name)).collect()
}

#[test]
fn the_number_of_words_in_a_name_makes_no_difference() {
    assert_same(&[
        "Saksi Jokowi menolak hasil",
        "Saksi Prabowo Subianto menolak hasil",
        "Saksi Agus Harimurti Yudhoyono menolak hasil",
        "Saksi Raja Juli Antoni menolak hasil",
        "Saksi M. Taufik menolak hasil",
        "saksi andy f noya menolak hasil",
        "Saksi Tuan Guru Bajang menolak hasil",
    ]);
    assert_same(&[
        "Kader Gerindra protes",
        "Kader Partai Gerindra protes",
        "Kader Partai Buruh protes",
        "Kader PDI Perjuangan protes",
    ]);
    assert_same(&[
        "warga Garut menunggu",
        "warga Jawa Barat menunggu",
        "warga Tanah Abang menunggu",
        "warga kota Solo menunggu",
        "warga Batak menunggu",
    ]);
}

/// Whatever the model: texts with the same features have the same score.
#[test]
fn every_name_of_the_audit_reads_alike() {
    for name in names() {
        for template in [
            "{} dilaporkan ke bawaslu kemarin",
            "warga tetap mendukung {} di tps kami, katanya",
            "Benarkah {}?",
            "bupati {} dan gubernur datang",
        ] {
            for form in [Form::Plain, Form::Small, Form::Capitals, Form::Mention] {
                let [expected, found] = ["Jokowi", name.text()]
                    .map(|name| template.replace("{}", &form.write(name, 0)));
                assert_same(&[&expected, &found]);
            }
        }
    }
}

#[test]
fn everyday_words_are_part_of_a_name_beside_any() {
    assert_same(&[
        "kata Jokowi kemarin",
        "kata Lalu Muhamad Iqbal kemarin",
        "kata pak Jokowi kemarin",
    ]);
    assert_same(&[
        "warga Garut ikut",
        "warga Papua Pegunungan ikut",
        "warga Intan Jaya ikut",
    ]);
}

/// In small letters it may be the preposition or part of a name, so it is passed
/// over wherever it stands.
#[test]
fn the_preposition_of_places_is_not_read() {
    assert_same(&[
        "warga Garut ikut",
        "warga DI Yogyakarta ikut",
        "warga di yogyakarta ikut",
        "warga di Garut ikut",
        "warga kota di yogyakarta ikut",
        "warga DI GARUT ikut",
    ]);
    assert_same(&["suara di gudang", "suara gudang"]);
    // No word that a condition names reaches over it.
    assert_same(&[
        "rumah Habib Aboe di bakar massa",
        "rumah Habib Luthfi di bakar massa",
    ]);
    assert_eq!(vectorizer().names("anak di dalam rumah"), []);
}

/// What a longer name shares with another says nothing about what follows.
#[test]
fn the_last_word_of_a_name_does_not_mask_the_next() {
    assert_same(&[
        "Golkar kerja keras",
        "Partai Solidaritas Indonesia kerja keras",
    ]);
    assert_same(&["kata Riau negara maju", "kata Intan Jaya negara maju"]);
    // Where it must be read as part of one, it is behind all of them.
    assert_same(&["kata Sudirman said nanti", "kata Jokowi said nanti"]);
    // There these words are part of the name.
    assert_same(&[
        "kader Golkar menang",
        "kader Koalisi Indonesia Kerja menang",
    ]);
    for (one, other) in [
        ("bupati Jokowi menang", "bupati Jaya Negara menang"),
        ("bupati Jokowi-Jokowi", "bupati Jaya Negara-Jaya Negara"),
        (
            "bupati Anies, Jokowi menang",
            "bupati Anies, Jaya Negara menang",
        ),
    ] {
        assert_same(&[one, other]);
    }
}

#[test]
fn an_unknown_word_with_digits_for_letters_is_masked() {
    // Known ones, with what hangs on them, are read as without.
    assert_same(&["hitung s3barkanlah", "hitung sebarkanlah"]);
    assert_same(&["hitung p3milunya", "hitung pemilunya"]);
    // Each word by itself.
    assert_same(&["hitung k4mi-qwzrt", "hitung kami-qwzrt"]);
    assert_same(&["dukung Jokowi dulu", "dukung zw4rtb0l dulu"]);
    let [plain, leet] =
        ["hitung suara ulang", "hitung su4ra ulang"].map(|text| vectorizer().vector(text));
    assert_eq!(plain, leet);
}

#[test]
fn clitics_capitals_digits_and_tags_hide_no_name() {
    assert_same(&[
        "Rumah Prabowonya ramai",
        "Rumah Jokowi ramai",
        "Rumah Aniesnya ramai",
    ]);
    assert_same(&[
        "dukung JOKOWI dulu",
        "dukung Pr4b0wo dulu",
        "dukung gаnjаr dulu",
    ]);
    assert_same(&[
        "hadir #prabowosandiagauno yuk",
        "hadir #JokowiMaruf yuk",
        "hadir #jokowiorangbaik yuk",
        "hadir #elonmusk yuk",
        "hadir #senoaji yuk",
        // Cut inside a name, and two names joined.
        "hadir #NasDem yuk",
        "hadir #pakualam yuk",
    ]);
    assert_same(&[
        "hadir @prabowo yuk",
        "hadir @aniesbaswedan yuk",
        "hadir @x yuk",
    ]);
    assert_same(&["kader partai #PSIBerjaya", "kader partai #elonmusk"]);
}

/// What stands beside a name is read alike, whatever the tokenizer makes of the
/// hyphen and of the tags around.
#[test]
fn what_joins_a_name_to_a_word_makes_no_difference() {
    assert_same(&["Bupati Anas-PPNI bekerja", "Bupati Uno-PPNI bekerja"]);
    assert_same(&["gabung di Pak-Gibran", "gabung di Pak-Ma'ruf Amin"]);
    assert_same(&[
        "lihat #AhokDjarot #IndonesiaBerkabung",
        "lihat #AhokDjarot #AcehBerkabung",
    ]);
    // A word that may open a name does not wait for one past its tag.
    let names = vectorizer().names("#ReuniAkbar #Prabowo");
    assert_eq!(names, [(13..20, NameClass::Person)]);
}

#[test]
fn a_party_of_one_letter_is_no_elongated_letter() {
    assert_same(&["kader PPP protes", "kader PDI-P protes", "kader PKS protes"]);
    assert_same(&["kader PPPnya protes", "kader PKSnya protes"]);
    assert_same(&["mana pppmu sekarang", "mana golkarmu sekarang"]);
    assert_same(&["kata Golkar-PAN kemarin", "kata PPP-PPP kemarin"]);
    assert_eq!(vectorizer().names("RUU P-KS ditunda"), []);
    assert_same(&["pppemilu curang", "pemilu curang"]);
    assert_same(&["lihat #JelasJILnya dulu", "lihat #JelasIslamnya dulu"]);
}

/// What stands behind a name is masked or not whichever name it is.
#[test]
fn the_second_part_of_one_name_is_none_of_another() {
    assert_same(&["jargon 3rhoma irama", "jargon 3joko widodo"]);
    assert_same(&[
        "dinas intan jaya eka melapor",
        "dinas kota bandung eka melapor",
    ]);
}

/// Who holds an office and who does not is a side, too, though no name.
#[test]
fn the_side_of_a_candidate_hardly_moves_a_score() {
    let detector = hoaks::Detector::pretrained();
    for frame in [
        "Calon {} mencoblos pagi ini",
        "Saksi {} protes di TPS 4",
        "Suara {} bertambah setelah dihitung ulang",
        "Relawan {} membagikan jadwal kampanye",
    ] {
        let said = |side| {
            let text = frame.replace("{}", side);
            detector.assess(&text).hoax().probability()
        };
        let sides = ["petahana", "penantang", "oposisi"].map(said);
        let apart = sides.iter().fold(0.0, |most: f64, one| {
            sides.iter().fold(most, |most, other| most.max(one - other))
        });
        assert!(apart < 0.2, "{frame}: {sides:?}");
    }
}

/// Names of five letters, and everyday words that are part of a name.
#[test]
fn slips_in_short_names_and_in_parts_of_names_hide_nothing() {
    assert_same(&[
        "dukung Jokowi dulu",
        "dukung Annies dulu",
        "dukung Gibrn Rakabumnig dulu",
        "dukung Pratai Aamnat Nasional dulu",
        "dukung Pratai Gerinrda dulu",
    ]);
    // Beside no name they are words, and so are words that are known.
    for word in [
        "pratai politik",
        "nasoinal",
        "kalo",
        "pake",
        "bakal",
        "panik",
    ] {
        assert_eq!(vectorizer().names(word), [], "{word}");
    }
}

#[test]
fn slips_of_the_finger_hide_no_long_name() {
    assert_same(&[
        "dukung prabowo dulu",
        // A letter left out, put in, replaced, swapped with the next.
        "dukung prabwo dulu",
        "dukung prabowwo dulu",
        "dukung pravowo dulu",
        "dukung prabwoo dulu",
        "dukung jokow1 dulu",
    ]);
    // Known words, words made of known ones, a first letter, two slips.
    for word in ["seluruh", "dekati", "binaan", "grabowo", "prbwwoo"] {
        assert_eq!(vectorizer().names(word), [], "{word}");
    }
}

#[test]
fn everyday_words_stay_words() {
    for text in [
        "partai itu bubar",
        "kota ini ramai",
        "raja jalanan menang",
        "anak muda antre",
        "adanya bukunya",
        "tanah longsor lagi",
        "para hakim agung",
        "partai politik, pandai dan peduli",
    ] {
        assert_eq!(vectorizer().names(text), [], "{text}");
    }
    // A stop may stand behind an initial, but a sentence ends a name.
    assert_eq!(vectorizer().names("Ini kota, Jakarta").len(), 1);
}

#[test]
fn names_have_spans() {
    let text = "Raja Juli Antoni dan #PrabowoGibran di rumah Jokowinya";
    let found: Vec<(&str, NameClass)> = (vectorizer().names(text).into_iter())
        .map(|(span, class)| (&text[span], class))
        .collect();
    use NameClass::Person;
    assert_eq!(
        found,
        [
            ("Raja", Person),
            ("Juli", Person),
            ("Antoni", Person),
            ("Prabowo", Person),
            ("Gibran", Person),
            ("Jokowi", Person),
        ]
    );
}

#[test]
fn many_words_that_may_open_a_name_take_linear_time() {
    let text = "raja kota m tanah partai ".repeat(40_000);
    assert_eq!(vectorizer().names(&text), []);
}

#[test]
fn masked_names_pass_and_others_do_not() {
    let mut known = Audit::new(
        detector(),
        &listed(
            NameClass::Person,
            &["Jokowi", "Prabowo Subianto", "Anies Baswedan"],
        ),
    );
    known
        .template("{person} mencoblos bersama keluarga")
        .unwrap();
    known.row("Relawan Ganjar membagikan sembako di Garut");
    let report = known.report();
    // Three names, in each form and in one row.
    assert_eq!(report.all.swaps, 3 * Form::ALL.len() as u64 + 3);
    for (form, shift) in &report.forms {
        // A misspelt name, or one with a digit at its edge, may not be read.
        if !matches!(form, Form::Typo | Form::Leet) {
            assert_eq!(shift.largest, 0.0, "{form:?}");
            assert_eq!(shift.flips, 0, "{form:?}");
        }
    }
    assert!(report.names.iter().all(|name| name.known));

    // Ordinary words in the place of a name are a difference.
    let mut unknown = Audit::new(
        detector(),
        &listed(NameClass::Person, &["Jokowi", "surat suara tercoblos"]),
    );
    unknown.row("Tim Ganjar datang");
    let report = unknown.report();
    assert!(report.all.largest > 0.0 && report.all.spread >= report.all.largest);
    assert_eq!(report.unknown()[&NameClass::Person], 1);
    assert_eq!(report.names[0].name, "surat suara tercoblos");
    let worst = report.worst.as_ref().unwrap();
    assert_eq!(worst.text, "Tim surat suara tercoblos datang");
    assert_eq!((worst.after - worst.before).abs(), report.all.largest);
    let bound = report.all.largest / 2.0;
    let error = report.check(bound).unwrap_err();
    assert_eq!(
        error.kind(),
        &ErrorKind::NotNeutral {
            largest: report.all.largest,
            bound
        }
    );
    assert!(report.check(report.all.largest).is_ok());
}

#[test]
fn nothing_to_swap_is_an_empty_report() {
    let mut audit = Audit::new(detector(), &[]);
    audit.template("{person} dan {party}").unwrap();
    audit.row("Jokowi ke Garut");
    let report = audit.report();
    assert_eq!(report.all.swaps, 0);
    assert!(report.worst.is_none() && report.check(0.0).is_ok());
}

/// How far the masks are from knowing every name, by those of a list that they were
/// not completed from: a bound that may only fall.
#[test]
fn most_of_an_independent_list_is_masked() {
    let unknown = |list: &str| -> usize {
        let report = Audit::new(detector(), &Name::parse_list(list).unwrap()).report();
        report.unknown().values().sum()
    };
    let fresh = include_str!("../datasets/neutrality-fresh.tsv");
    let first = include_str!("../datasets/neutrality-names.tsv");
    let name = |line: &str| line.rsplit('\t').next().map(str::to_lowercase);
    let first: std::collections::HashSet<_> = first.lines().map(name).collect();
    let is_new = |line: &&str| !line.starts_with('#') && !first.contains(&name(line));
    let new: Vec<&str> = fresh.lines().filter(is_new).collect();
    assert_eq!(new.len(), 60);
    assert!(unknown(&new.join("\n")) <= 9);
    assert!(unknown(fresh) <= 9);
    assert_eq!(unknown(include_str!("../datasets/neutrality-names.tsv")), 0);
}
