//! A model file is untrusted: anything that is not a sound model is refused.

use hoaks::{Detector, ErrorKind, Model};
use proptest::prelude::*;

fn file() -> &'static [u8] {
    Detector::pretrained_bytes()
}

#[test]
fn the_embedded_file_is_the_model_it_says() {
    let model = Model::from_bytes(file()).unwrap();
    assert_eq!(model.to_bytes().unwrap(), file());
    assert!(file().len() <= 5 << 20);
    assert_eq!(model.digest().len(), 64);
    assert!(!model.card().cut_off.is_empty());
    assert!(
        model
            .card()
            .sources
            .iter()
            .all(|source| !source.file.contains("okky"))
    );
}

#[test]
fn a_model_that_was_saved_is_loaded() {
    let path = std::env::temp_dir().join(format!("hoaks-model-{}", std::process::id()));
    // What was there is replaced.
    std::fs::write(&path, "old").unwrap();
    let model = Detector::pretrained().model().clone();
    model.save(&path).unwrap();
    let saved = std::fs::read(&path).unwrap();
    let loaded = Model::load(&path);
    std::fs::remove_file(&path).unwrap();
    assert!(saved == file());
    assert_eq!(loaded.unwrap(), model);
    let error = model.save("/no/such/model").unwrap_err();
    let named = matches!(error.kind(), ErrorKind::Io { path, .. } if path == "/no/such/model");
    assert!(named, "{error}");
}

/// The smallest model there is, so that every byte of it can be tried.
#[cfg(feature = "train")]
fn small_file() -> Vec<u8> {
    use hoaks::features::Vectorizer;
    use hoaks::linear::{Logistic, Platt};
    use hoaks::training::{Corpus, Example, Provenance, Trainer, assemble};
    let examples: Vec<Example> = [("sebarkan", true), ("jadwal kampanye", false)]
        .map(|(text, label)| Example {
            text: text.to_owned(),
            label,
            group: 0,
        })
        .into();
    let corpus = Corpus::new(Vectorizer::new(8, [8, 4, 1]).unwrap(), &examples);
    let head = Trainer::new(Logistic::new())
        .fit(&corpus, &[0, 1], &[1.0, 1.0])
        .unwrap()
        .weights
        .into_head("hoax", &Platt::new(1.0, 0.0).unwrap(), 0.2, [0.3, 0.7])
        .unwrap();
    assemble(vec![head], Provenance::default())
        .unwrap()
        .to_bytes()
        .unwrap()
}

#[cfg(feature = "train")]
#[test]
fn every_truncation_is_refused() {
    let file = small_file();
    assert!(Model::from_bytes(&file).is_ok());
    for length in 0..file.len() {
        assert!(Model::from_bytes(&file[..length]).is_err(), "{length}");
    }
    let mut longer = file;
    longer.push(0);
    assert!(Model::from_bytes(&longer).is_err());
}

#[cfg(feature = "train")]
#[test]
fn every_bit_flip_is_refused() {
    let mut copy = small_file();
    for at in 0..copy.len() {
        for bit in 0..8 {
            copy[at] ^= 1 << bit;
            assert!(Model::from_bytes(&copy).is_err(), "byte {at} bit {bit}");
            copy[at] ^= 1 << bit;
        }
    }
}

#[test]
fn sizes_are_capped_before_anything_is_read() {
    let mut huge = u64::MAX.to_le_bytes().to_vec();
    huge.extend_from_slice(b"{}");
    let error = Model::from_bytes(&huge).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::ModelTooLarge { .. }),
        "{error}"
    );
}

#[test]
fn a_changed_table_breaks_the_digest() {
    let mut copy = file().to_vec();
    let last = copy.len() - 1;
    copy[last] ^= 1;
    let error = Model::from_bytes(&copy).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::ModelDigest { .. }),
        "{error}"
    );
}

/// Whoever writes a file can write its digest.
#[test]
fn entries_of_no_head_are_refused() {
    let mut copy = file().to_vec();
    let columns = Model::from_bytes(file()).unwrap().card().heads.len();
    assert!(columns < 16, "no place to write to");
    let last = copy.len() - 1;
    copy[last] = 1;
    let error = Model::from_bytes(&sealed(copy)).unwrap_err();
    assert!(error.to_string().contains("entries behind"), "{error}");
    assert!(Model::from_bytes(&sealed(file().to_vec())).is_ok());
}

/// The file with the digest that it has to state.
fn sealed(mut file: Vec<u8>) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    const BEFORE: &[u8] = br#""sha256\":\""#;
    let at = file.windows(BEFORE.len()).position(|it| it == BEFORE);
    let place = at.unwrap() + BEFORE.len();
    file[place..place + 64].fill(b'0');
    let digest = Sha256::digest(&file);
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    file[place..place + 64].copy_from_slice(digest.as_bytes());
    file
}

#[test]
fn a_table_begins_where_a_cache_line_may() {
    #[cfg(feature = "train")]
    let files = [file().to_vec(), small_file()];
    #[cfg(not(feature = "train"))]
    let files = [file().to_vec()];
    for file in files {
        let header = u64::from_le_bytes(*file.first_chunk().unwrap());
        assert_eq!((8 + header) % 64, 0);
    }
}

/// A file may call a head or a field anything.
#[cfg(feature = "train")]
#[test]
fn a_message_does_not_repeat_a_file_as_it_is() {
    let small = small_file();
    let refused = |name: &str| {
        let header = u64::from_le_bytes(*small.first_chunk().unwrap()) as usize;
        let text = String::from_utf8(small[8..8 + header].to_vec()).unwrap();
        // Escapes of JSON in JSON.
        let text = text.replacen("abstain", name, 1);
        let mut file = (text.len() as u64).to_le_bytes().to_vec();
        file.extend_from_slice(text.as_bytes());
        file.extend_from_slice(&small[8 + header..]);
        Model::from_bytes(&file).unwrap_err().to_string()
    };
    let message = refused(r"\\u001b[31m\\nmodel file: sound\\u202e");
    assert!(message.contains("unknown field"), "{message}");
    assert!(
        message.contains(r"\u{1b}[31m\nmodel file: sound\u{202e}"),
        "{message}"
    );
    assert!(!message.contains(|c: char| c.is_control()), "{message:?}");
    let message = refused(&"x".repeat(100_000));
    assert!(message.contains("unknown field"), "{message}");
    assert!(message.chars().count() < 500, "{}", message.len());
}

#[test]
fn a_missing_file_is_named() {
    let error = Model::load("/no/such/model.safetensors").unwrap_err();
    assert!(error.to_string().contains("/no/such/model.safetensors"));
}

proptest! {
    #[test]
    fn any_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Model::from_bytes(&bytes).is_err());
    }
}
