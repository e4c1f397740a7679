//! The whole idea in twenty lines.
//!
//! ```text
//! cargo run --release --example quickstart
//! ```
//!
//! The first text is false and is not found: its subject was mostly covered
//! truthfully in the training data, and wording cannot verify facts.

use hoaks::Detector;

fn main() {
    let detector = Detector::pretrained();
    let texts = [
        "VIRAL!! Tujuh kontainer surat suara sudah tercoblos, sebarkan sebelum dihapus!",
        "KPU kabupaten menjadwalkan simulasi pemungutan suara di tiga kecamatan pekan depan.",
        "Cek fakta: kabar surat suara tercoblos itu tidak benar, gudang masih tersegel.",
    ];
    for (text, assessment) in texts.iter().zip(detector.assess_batch(&texts)) {
        println!(
            "{:>5.1} %  {:<9}  {text}",
            100.0 * assessment.hoax().probability(),
            assessment.verdict().name(),
        );
        let explanation = detector.explain(text);
        for (span, logit) in explanation.spans().into_iter().take(3) {
            println!("          {logit:+.3}  {:?}", &text[span]);
        }
    }
    println!("model {}", detector.model().digest());
}
