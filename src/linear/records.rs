//! Rows that are mostly zero.

use linfa::dataset::Records;

use crate::error::Error;

/// A matrix of shape (rows, features) that stores only its non-zero values,
/// row after row (compressed sparse rows).
///
/// Within a row the columns are strictly increasing and every value is finite;
/// [`SparseRecords::push_row`] refuses anything else. Memory is 8 bytes for a
/// stored value and one `usize` for a row.
///
/// What `linfa` does to the rows themselves (`fold`, `cross_validate`,
/// `split_with_ratio`) is for dense arrays only; [`SparseRecords::select`] takes the
/// rows of a split. To predict, put records into a `DatasetBase`.
#[derive(Debug, Clone, PartialEq)]
pub struct SparseRecords {
    n_features: usize,
    /// Where each row ends in `indices` and `values`.
    ends: Vec<usize>,
    indices: Vec<u32>,
    values: Vec<f32>,
}

impl SparseRecords {
    /// No rows yet, each of which will be `n_features` wide.
    #[must_use]
    pub fn new(n_features: usize) -> Self {
        Self {
            n_features,
            ends: Vec::new(),
            indices: Vec::new(),
            values: Vec::new(),
        }
    }

    /// As many rows as `lengths`, of so many stored values each. `fill` is given
    /// the number of a row and the places of its columns and their values, and
    /// must keep what [`SparseRecords::push_row`] checks. With the feature
    /// `parallel`, rows are filled in parallel.
    pub(crate) fn filled(
        n_features: usize,
        lengths: impl Iterator<Item = usize>,
        fill: impl Fn(usize, &mut [u32], &mut [f32]) + Sync,
    ) -> Self {
        let mut end = 0;
        let ends: Vec<usize> = lengths
            .map(|length| {
                end += length;
                end
            })
            .collect();
        let (mut indices, mut values) = (vec![0; end], vec![0.0; end]);
        let mut rows = Vec::with_capacity(ends.len());
        let (mut start, mut columns, mut numbers) = (0, &mut indices[..], &mut values[..]);
        for end in &ends {
            let (row_columns, more_columns) = columns.split_at_mut(end - start);
            let (row_numbers, more_numbers) = numbers.split_at_mut(end - start);
            rows.push((row_columns, row_numbers));
            (start, columns, numbers) = (*end, more_columns, more_numbers);
        }
        #[cfg(feature = "parallel")]
        {
            use rayon::prelude::*;
            let rows = rows.into_par_iter().enumerate().with_min_len(64);
            rows.for_each(|(row, (columns, numbers))| fill(row, columns, numbers));
        }
        #[cfg(not(feature = "parallel"))]
        for (row, (columns, numbers)) in rows.into_iter().enumerate() {
            fill(row, columns, numbers);
        }
        Self {
            n_features,
            ends,
            indices,
            values,
        }
    }

    /// Appends a row given as its columns and the value in each of them.
    ///
    /// Columns that are not named are zero; an empty row is all zero. Time is
    /// linear in the length of the row.
    ///
    /// # Errors
    ///
    /// The records stay as they were when the row is refused, with
    /// [`ErrorKind::Shape`](crate::ErrorKind::Shape) if `indices` and `values` differ
    /// in length, and with [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) if a
    /// column is not below the number of features, is not above the column before it,
    /// or has a value that is not finite.
    pub fn push_row(&mut self, indices: &[u32], values: &[f32]) -> Result<(), Error> {
        Error::check_length(
            "values of a sparse row, one for each column",
            indices.len(),
            values.len(),
        )?;
        let refuse = |name, value, allowed| Err(Error::parameter(name, value, allowed));
        let mut before = None;
        for (&column, &value) in indices.iter().zip(values) {
            if column as usize >= self.n_features {
                return refuse("column", column.into(), "below the number of features");
            }
            if before.is_some_and(|before| before >= column) {
                return refuse("column", column.into(), "above the column before it");
            }
            if !value.is_finite() {
                return refuse("value", value.into(), "a finite number");
            }
            before = Some(column);
        }
        self.indices.extend_from_slice(indices);
        self.values.extend_from_slice(values);
        self.ends.push(self.indices.len());
        Ok(())
    }

    /// Number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// Number of columns, zero ones included.
    #[must_use]
    pub fn n_features(&self) -> usize {
        self.n_features
    }

    /// The columns of row `i` and their values, two slices of one length, or
    /// `None` if there is no such row. Constant time.
    #[must_use]
    pub fn row(&self, i: usize) -> Option<(&[u32], &[f32])> {
        let end = *self.ends.get(i)?;
        let start = match i.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        Some((self.indices.get(start..end)?, self.values.get(start..end)?))
    }

    /// Every row in order, as [`SparseRecords::row`] gives it.
    pub fn iter(&self) -> impl Iterator<Item = (&[u32], &[f32])> {
        (0..self.rows()).filter_map(|i| self.row(i))
    }

    /// A copy of the named rows in the order they are named; a row may be
    /// named more than once.
    ///
    /// Time and memory are linear in the stored values that are copied.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) if there is no such row.
    pub fn select(&self, rows: &[usize]) -> Result<Self, Error> {
        let mut selected = Self::new(self.n_features);
        for &i in rows {
            let Some((indices, values)) = self.row(i) else {
                return Err(Error::parameter(
                    "row",
                    i as f64,
                    "below the number of rows",
                ));
            };
            selected.indices.extend_from_slice(indices);
            selected.values.extend_from_slice(values);
            selected.ends.push(selected.indices.len());
        }
        Ok(selected)
    }
}

impl Records for SparseRecords {
    type Elem = f32;

    fn nsamples(&self) -> usize {
        self.rows()
    }

    fn nfeatures(&self) -> usize {
        self.n_features
    }
}
