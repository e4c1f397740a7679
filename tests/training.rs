//! Training gives the same bits with any number of threads, and a fold is
//! scored by what the other folds taught.

mod common;

use hoaks::features::{Style, Vectorizer};
use hoaks::linear::{Logistic, Platt};
use hoaks::training::{
    Corpus, Example, Provenance, Trainer, Weights, assemble, fit_folds, out_of_fold,
};

type Tested = Result<(), Box<dyn std::error::Error>>;

fn examples() -> Vec<Example> {
    common::claims()
        .into_iter()
        .zip(0..)
        .map(|((text, label), group)| Example { text, label, group })
        .collect()
}

/// The rows in five folds, one after the other.
fn folds(corpus: &Corpus) -> Vec<usize> {
    (0..corpus.len()).map(|row| row % 5).collect()
}

fn fit(corpus: &Corpus, rows: &[usize]) -> Result<Weights, hoaks::Error> {
    let trainer = Trainer::new(Logistic::new().tolerance(1e-2));
    Ok(trainer.fit(corpus, rows, &vec![1.0; rows.len()])?.weights)
}

/// A model's bytes and the held-out logits' bits.
fn trained() -> Result<(Vec<u8>, Vec<u64>), hoaks::Error> {
    let corpus = Corpus::new(Vectorizer::new(12, [8, 4, 1])?, &examples());
    let logits = out_of_fold(&corpus, &folds(&corpus), |rows| fit(&corpus, rows))?;
    let all: Vec<usize> = (0..corpus.len()).collect();
    let head = fit(&corpus, &all)?.into_head("hoax", &Platt::new(1.0, 0.0)?, 0.2, [0.3, 0.7])?;
    let model = assemble(vec![head], Provenance::default())?;
    Ok((
        model.to_bytes()?,
        logits.into_iter().map(f64::to_bits).collect(),
    ))
}

#[test]
fn training_again_gives_the_same_bits() -> Tested {
    assert_eq!(trained()?, trained()?);
    Ok(())
}

#[test]
#[cfg(feature = "parallel")]
fn any_number_of_threads_gives_the_same_bits() -> Tested {
    let with = |threads| -> Result<_, Box<dyn std::error::Error>> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()?;
        Ok(pool.install(trained)?)
    };
    let one = with(1)?;
    for threads in [2, 3, 7] {
        assert!(with(threads)? == one, "{threads}");
    }
    Ok(())
}

#[test]
fn rows_are_scored_by_the_fit_that_left_them_out() -> Tested {
    let corpus = Corpus::new(Vectorizer::new(12, [8, 4, 1])?, &examples());
    let folds = folds(&corpus);
    let logits = out_of_fold(&corpus, &folds, |rows| fit(&corpus, rows))?;
    let fits = fit_folds(&folds, |rows| fit(&corpus, rows))?;
    assert_eq!(fits.len(), 5);
    for (fold, left_out) in fits.iter().enumerate() {
        let others: Vec<usize> = (0..corpus.len())
            .filter(|&row| folds[row] != fold)
            .collect();
        let alone = fit(&corpus, &others)?;
        for row in (0..corpus.len()).filter(|&row| folds[row] == fold) {
            let vector = &corpus.vectors()[row];
            assert_eq!(logits[row], alone.logit(vector));
            assert_eq!(logits[row], left_out.logit(vector));
        }
    }
    Ok(())
}

#[test]
fn the_first_fold_that_fails_is_the_error() {
    let corpus = Corpus::new(Vectorizer::new(12, [8, 4, 1]).unwrap(), &examples());
    let failing = |rows: &[usize]| {
        // The first rows there are tell the fold that is left out: -3 without
        // fold 0, -2 without fold 1, else -1.
        let c = -(rows.iter().take(2).sum::<usize>() as f64);
        let fitted = Trainer::new(Logistic::new().c(c)).fit(&corpus, rows, &vec![1.0; rows.len()]);
        fitted.map(|fit| fit.weights)
    };
    // A fold that no number of rows could fill.
    for folds in [&[0, usize::MAX][..], &[2, 0]] {
        let error = fit_folds(folds, failing).unwrap_err();
        assert!(matches!(
            error.kind(),
            hoaks::ErrorKind::Parameter { name: "folds", .. }
        ));
    }
    let error = fit_folds(&folds(&corpus), failing).unwrap_err();
    assert!(error.to_string().contains("-3"), "{error}");
    let short = out_of_fold(&corpus, &[0], |rows| fit(&corpus, rows));
    assert!(short.is_err());
}

/// Neither the weights nor what calibrates them can tell that the flag was there.
#[test]
fn a_flag_that_is_left_out_leaves_no_trace() -> Tested {
    // Both tags are masked; on hoaxes, so that there is something to learn.
    let tagged = |tag: &str| {
        let of = |example: Example| Example {
            text: match example.label {
                true => example.text + tag,
                false => example.text,
            },
            ..example
        };
        let untagged = examples().into_iter().filter(|it| !it.text.contains('#'));
        let examples: Vec<Example> = untagged.map(of).collect();
        let vectorizer = Vectorizer::new(12, [8, 4, 1])?;
        Ok::<_, hoaks::Error>(Corpus::new(vectorizer, &examples))
    };
    let logits = |corpus: &Corpus, texts: &Corpus| -> Result<Vec<u64>, hoaks::Error> {
        let rows: Vec<usize> = (0..corpus.len()).collect();
        let weights = fit(corpus, &rows)?;
        let logits = texts.vectors().iter().map(|text| weights.logit(text));
        Ok(logits.map(f64::to_bits).collect())
    };
    let (with, without) = (
        tagged(" #GantiPresidenPrabowo")?,
        tagged(" #GantiSutradaraPrabowo")?,
    );
    let blind = logits(&with.clone().without(&[Style::ElectionTag]), &with)?;
    assert!(blind == logits(&without, &without)?);
    assert!(blind != logits(&with, &with)?);
    Ok(())
}

/// Numbers that a design refuses rather than reads wrongly.
#[test]
fn a_design_is_for_the_vectoriser_it_was_made_with() -> Tested {
    let corpus = Corpus::new(Vectorizer::new(12, [8, 4, 1])?, &examples());
    let other = Corpus::new(Vectorizer::new(11, [8, 4, 1])?, &examples());
    let rows: Vec<usize> = (0..corpus.len()).collect();
    let design = Trainer::new(Logistic::new()).design(&corpus, &rows)?;
    assert_eq!(design.records(&corpus, &rows)?.rows(), rows.len());
    assert!(design.records(&other, &rows).is_err());
    assert!(design.records(&corpus, &[corpus.len()]).is_err());
    Ok(())
}

#[test]
fn what_is_wrong_with_a_head_is_said() -> Tested {
    let corpus = Corpus::new(Vectorizer::new(8, [8, 4, 1])?, &examples());
    let rows: Vec<usize> = (0..corpus.len()).collect();
    let weights = fit(&corpus, &rows)?;
    let line = Platt::new(1.0, 0.0)?;
    for (times, base_rate, low, field) in [
        (f64::NAN, 0.2, 0.3, "bias"),
        (f64::INFINITY, 0.2, 0.3, "scale"),
        (1.0, f64::NAN, 0.3, "base_rate"),
        (1.0, 0.0, 0.3, "base_rate"),
        (1.0, 0.2, f64::NAN, "abstain"),
        (1.0, 0.2, 0.8, "abstain"),
    ] {
        let weights = weights.clone().times(times);
        let head = weights.into_head("hoax", &line, base_rate, [low, 0.7])?;
        let error = assemble(vec![head], Provenance::default())
            .unwrap_err()
            .to_string();
        let said = format!("`{field}` of head `hoax` is out of range");
        assert!(error.contains(&said), "{error}");
    }
    let head = weights.into_head("hoax", &line, 0.2, [0.3, 0.7])?;
    let error = assemble(vec![head.clone(), head], Provenance::default()).unwrap_err();
    assert!(error.to_string().contains("two heads `hoax`"), "{error}");
    let error = assemble(Vec::new(), Provenance::default())
        .unwrap_err()
        .to_string();
    assert!(error.contains("0 heads"), "{error}");
    Ok(())
}
