//! How the examples read CSV and TSV, beside the crate `csv`.

#[path = "../examples/common/mod.rs"]
mod common;
mod program;

use std::io::{self, BufReader, Cursor, Read};

use common::input::{BLOCK, BLOCK_BYTES, LONGEST_LINE, Raw, blocks};
use common::table::Table;
use program::{Folder, gzip, run};
use proptest::prelude::*;
use serde_json::Value;

type Fields = Vec<Vec<u8>>;

/// Fields of a row, or what is wrong with it. Reads little by little.
fn rows(table: &[u8]) -> Vec<Result<Fields, String>> {
    let reader = BufReader::with_capacity(7, Cursor::new(table));
    let rows = Table::new(reader, b',').map(Result::unwrap);
    rows.map(|row| row.map(|row| row.fields)).collect()
}

fn by_csv(table: &[u8]) -> Vec<Fields> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true);
    let records = reader.from_reader(table).into_byte_records();
    records
        .map(|row| row.unwrap().iter().map(<[u8]>::to_vec).collect())
        .collect()
}

fn written(rows: &[Vec<String>], terminator: csv::Terminator) -> String {
    let mut writer = csv::WriterBuilder::new();
    let writer = writer.flexible(true).terminator(terminator);
    let mut writer = writer.from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn terminator() -> impl Strategy<Value = csv::Terminator> {
    prop_oneof![
        Just(csv::Terminator::CRLF),
        Just(csv::Terminator::Any(b'\n')),
        Just(csv::Terminator::Any(b'\r')),
    ]
}

proptest! {
    #[test]
    fn a_table_is_cut_as_csv_cuts_it(
        cells in prop::collection::vec(prop::collection::vec("[a-c\" ,é\r\n]{0,6}", 1..4), 0..6),
        terminator in terminator(),
    ) {
        let table = written(&cells, terminator);
        let rows: Result<Vec<Fields>, String> = rows(table.as_bytes()).into_iter().collect();
        prop_assert_eq!(rows, Ok(by_csv(table.as_bytes())));
    }

    /// However odd; what is refused, is refused for its quotes.
    #[test]
    fn what_is_not_refused_is_cut_as_csv_cuts_it(table in "(\u{FEFF})?[a\",\r\n]{0,24}") {
        let rows: Result<Vec<Fields>, String> = rows(table.as_bytes()).into_iter().collect();
        if !table.contains('"') {
            prop_assert!(rows.is_ok());
        }
        if let Ok(rows) = rows {
            prop_assert_eq!(rows, by_csv(table.as_bytes()));
        }
    }

    /// Whether the next quote opens a field, or there is none.
    #[test]
    fn a_quote_left_open_costs_its_own_row(
        before in cells(),
        after in cells(),
        open in "([a-z]{1,3},)?\"[a-z, ]{0,4}",
        terminator in terminator(),
    ) {
        let [head, tail] = [&before, &after].map(|cells| written(cells, terminator));
        let end = match terminator {
            csv::Terminator::Any(b'\n') => "\n",
            csv::Terminator::Any(_) => "\r",
            _ => "\r\n",
        };
        let table = format!("{head}{open}{end}{tail}");
        let lines = head.replace("\r\n", "\n").matches(['\r', '\n']).count();
        let error = format!("the quote that opens in line {} is not closed", lines + 1);
        let mut expected: Vec<Result<Fields, String>> = Vec::new();
        expected.extend(by_csv(head.as_bytes()).into_iter().map(Ok));
        expected.push(Err(error));
        expected.extend(by_csv(tail.as_bytes()).into_iter().map(Ok));
        prop_assert_eq!(rows(table.as_bytes()), expected);
    }
}

/// Rows of which no field begins with what may stand behind one.
fn cells() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = "[a-c]([a-c\" ,\r\n]{0,6}[a-c])?";
    prop::collection::vec(prop::collection::vec(cell, 1..4), 0..6)
}

/// The field of several lines before it is none of its business.
#[test]
fn the_line_is_that_of_the_quote() {
    let table = b"a,b\n1,\"x\ny\",\"z\n2,w\n3,\"v\"\n";
    let rows = rows(table);
    let error = "the quote that opens in line 3 is not closed";
    assert_eq!(rows[1], Err(error.to_owned()));
    let whole: Vec<&Fields> = rows.iter().flatten().collect();
    assert_eq!(whole, [&[b"a", b"b"], &[b"2", b"w"], &[b"3", b"v"]]);
}

#[test]
fn a_row_has_a_longest_length() {
    let line = format!("1,{}\n", "kata ".repeat(1_000));
    let many = LONGEST_LINE / line.len() + 2;
    // The last line is in no row that was looked through.
    let table = format!("\"{}\"x\n", line.repeat(many));
    let rows = rows(table.as_bytes());
    assert!(rows[0].as_ref().unwrap_err().contains("line 1 is not"));
    assert!(rows[1..many].iter().all(|row| row.is_ok()));

    let long = "x".repeat(LONGEST_LINE - 1);
    let table = format!("\"{long}xxx\",y\r\n1,2\n{long}x\n");
    let rows = self::rows(table.as_bytes());
    let error = format!("longer than {LONGEST_LINE} bytes");
    assert_eq!(rows[0], Err(error));
    assert_eq!(rows[1], Ok(vec![b"1".to_vec(), b"2".to_vec()]));
    assert_eq!(rows[2], Ok(vec![format!("{long}x").into_bytes()]));
    assert_eq!(rows.len(), 3);
}

/// Of rows and of blank lines.
#[test]
fn what_was_read_is_not_kept() {
    for line in ["1,\"kata\"\n", "\r\n"] {
        let lines = line.repeat((4 << 20) / line.len());
        let mut table = BufReader::with_capacity(1 << 16, Cursor::new(lines));
        let used = allocation_counter::measure(|| {
            let rows = Table::new(&mut table, b',').flatten().flatten();
            assert!(rows.map(|row| row.bytes).sum::<usize>() < 4 << 20);
        });
        assert!(used.bytes_max < 1 << 19, "{}", used.bytes_max);
    }
}

/// A reader that fails when all is read.
struct Cut<'t>(&'t [u8]);

impl Read for Cut<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        match self.0.read(to)? {
            0 => Err(io::Error::other("cut")),
            read => Ok(read),
        }
    }
}

#[test]
fn a_break_is_told_behind_the_rows_before_it() {
    for (table, whole) in [("a,b\nc,d\ne", 2), ("a,b\n\"c,d\ne,f\ng", 2), ("", 0)] {
        let mut table = Table::new(BufReader::new(Cut(table.as_bytes())), b',');
        let rows: Vec<_> = table.by_ref().collect();
        let last = rows.last().unwrap().as_ref();
        assert_eq!(last.err().unwrap().to_string(), "cut");
        assert_eq!(rows.iter().flatten().flatten().count(), whole);
        assert!(table.next().is_none());
    }
}

#[test]
fn what_a_program_makes_of_an_open_quote() {
    let folder = Folder::new("open-quote");
    let table = "text,label\r\n\"Server KPU, \"\"diatur\"\"\",hoax\r\n\r\n\"Suara,valid\r\nKPU,hoax\r\n\"TPS\r\nsatu\",valid\r\n";
    let file = folder.file("rows.csv", table);
    let ran = run("score", &["--input", &file], b"");
    let rows = ran.rows();
    assert_eq!((ran.status, rows.len()), (1, 4));
    let error = "the quote that opens in line 4 is not closed";
    assert_eq!(
        (&rows[1]["line"], &rows[1]["error"]),
        (&2.into(), &error.into())
    );
    let ids: Vec<&Value> = rows.iter().map(|row| &row["id"]).collect();
    assert_eq!(ids, [&1.into(), &Value::Null, &3.into(), &4.into()]);
    let place = format!("{file}, record 2: {error}");
    run("evaluate", &["--input", &file], b"").refused(&[&place]);
    let file = folder.file("head.csv", "text,\"label\nKPU,hoax\n");
    run("score", &["--input", &file], b"").refused(&[&file, "line 1 is not closed"]);
}

/// It would be scored up to its first comma.
#[test]
fn a_text_with_a_comma_outside_of_quotes_is_refused() {
    let folder = Folder::new("comma");
    let table = "id,text\n1,KPU, Bawaslu\n2,KPU,,\n3,\"KPU, Bawaslu\"\n";
    let ran = run("score", &["--input", &folder.file("rows.csv", table)], b"");
    let rows = ran.rows();
    assert_eq!((ran.status, rows.len()), (1, 3));
    let error = "3 fields for the 2 columns of the header";
    assert_eq!(rows[0]["error"], error);
    assert_eq!((&rows[1]["id"], &rows[2]["id"]), (&"2".into(), &"3".into()));
}

#[test]
fn a_header_without_text_is_shown() {
    let folder = Folder::new("header");
    let file = folder.file("rows.csv", "id|text\n1|KPU\n");
    run("score", &["--input", &file], b"").refused(&[&file, "(id|text)"]);
}

/// As spreadsheets write it where numbers have a comma, and so in Indonesia.
#[test]
fn a_table_may_have_semicolons() {
    let folder = Folder::new("semicolons");
    let rows = "7;14/02/2024 21.05;\"KPU; curang, viral\"\r\n;;jadwal, kampanye\r\n";
    let file = folder.file("posts.csv", format!("\u{FEFF}id;date;text\r\n{rows}"));
    let ran = run("score", &["--input", &file], b"");
    let expected = "{\"id\": \"7\", \"text\": \"KPU; curang, viral\", \"date\": \"2024-02-14\"}\n\
                    {\"id\": 2, \"text\": \"jadwal, kampanye\"}\n";
    assert_eq!(ran.rows(), run("score", &[], expected.as_bytes()).rows());
    let packed = folder.file("posts.csv.gz", gzip("id;text\n7;KPU, curang\n"));
    assert_eq!(
        run("score", &["--input", &packed], b"").rows()[0]["id"],
        "7"
    );
    // A comma in the header, and semicolons are part of a field.
    let commas = folder.file("commas.csv", "a;b,text\n1;2,\"KPU; curang\"\n");
    assert_eq!(run("score", &["--input", &commas], b"").rows()[0]["id"], 1);
    let other = folder.file("other.csv", "no;tanggal;isi\n1;2;3\n");
    run("score", &["--input", &other], b"").refused(&["semicolons (no, tanggal, isi)"]);
    let tabs = folder.file("tabs.tsv", "id;text\n1;KPU\n");
    run("score", &["--input", &tabs], b"").refused(&["between tabs (id;text)"]);
}

/// A million bytes each, or next to nothing.
#[test]
fn blocks_are_bounded_by_lines_and_by_bytes() {
    let sizes = |count, bytes| -> Vec<usize> {
        let raw = || Raw::Line(1, Some(vec![b' '; bytes]));
        let raws = std::iter::repeat_with(raw).take(count);
        blocks(raws).map(|block| block.len()).collect()
    };
    assert_eq!(sizes(BLOCK * 2 + 1, 1), [BLOCK, BLOCK, 1]);
    assert_eq!(sizes(5, BLOCK_BYTES / 2), [2, 2, 1]);
    assert_eq!(sizes(2, LONGEST_LINE), [1, 1]);
    assert!(sizes(0, 1).is_empty());
}
