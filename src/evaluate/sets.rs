//! What belongs together, directly or through others.

/// Disjoint sets of rows, by union-find.
pub(super) struct Sets(Vec<u32>);

impl Sets {
    /// A set for each row.
    pub(super) fn new(rows: usize) -> Self {
        Self((0..).take(rows).collect())
    }

    fn parent(&self, row: u32) -> u32 {
        self.0.get(row as usize).copied().unwrap_or(row)
    }

    /// The row that stands for the set of `row`.
    pub(super) fn root(&mut self, mut row: u32) -> u32 {
        while self.parent(row) != row {
            let above = self.parent(self.parent(row));
            if let Some(parent) = self.0.get_mut(row as usize) {
                *parent = above;
            }
            row = above;
        }
        row
    }

    /// Makes one set of two. The smaller row becomes the root: order decides, not chance.
    pub(super) fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(parent) = self.0.get_mut(a.max(b) as usize) {
            *parent = a.min(b);
        }
    }

    /// The number of each row's set, counting up in the order of first rows.
    pub(super) fn numbers(mut self) -> Vec<u32> {
        let mut numbers = vec![0; self.0.len()];
        let mut next = 0;
        for row in (0..).take(numbers.len()) {
            // A root is the first row of its set.
            let root = self.root(row);
            let number = if root == row {
                next += 1;
                next - 1
            } else {
                numbers.get(root as usize).copied().unwrap_or(0)
            };
            if let Some(place) = numbers.get_mut(row as usize) {
                *place = number;
            }
        }
        numbers
    }
}
