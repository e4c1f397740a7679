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
    assert!(file().len() <= 4 << 20);
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
fn every_truncation_is_refused() {
    let header = 8 + u64::from_le_bytes(file()[..8].try_into().unwrap()) as usize;
    let lengths = (0..header + 64).chain((header..file().len()).step_by(997));
    for length in lengths {
        assert!(Model::from_bytes(&file()[..length]).is_err(), "{length}");
    }
    let mut longer = file().to_vec();
    longer.push(0);
    assert!(Model::from_bytes(&longer).is_err());
}

#[test]
fn every_bit_flip_of_the_header_is_refused() {
    let header = 8 + u64::from_le_bytes(file()[..8].try_into().unwrap()) as usize;
    // Every bit of the first and last bytes of the header, one bit of each
    // byte between, and of the table here and there.
    let mut copy = file().to_vec();
    for at in (0..header).chain((header..file().len()).step_by(4999)) {
        for bit in 0..8 {
            if at > 64 && at + 64 < header && bit != at % 8 {
                continue;
            }
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

#[test]
fn a_missing_file_is_named() {
    let error = Model::from_path("/no/such/model.safetensors").unwrap_err();
    assert!(error.to_string().contains("/no/such/model.safetensors"));
}

proptest! {
    #[test]
    fn any_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Model::from_bytes(&bytes).is_err());
    }
}
