//! Reads CoNLL-U, the file format of Universal Dependencies treebanks:
//! <https://universaldependencies.org/format.html>.

use std::fmt;
use std::fs;
use std::ops::Range;
use std::path::Path;

/// The sentences of one file.
#[derive(Debug)]
pub struct Treebank {
    /// File name without extension.
    pub name: String,
    /// In the order of the file.
    pub sentences: Vec<Sentence>,
}

/// One sentence; all positions are byte offsets into its text.
#[derive(Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The `# text` comment; without one, the forms as `SpaceAfter=No` joins
    /// them.
    pub text: String,
    /// Surface tokens: a multiword token is one of them.
    pub tokens: Vec<Range<usize>>,
    /// Syntactic words. Those of a multiword token have their own spans if
    /// they spell it, but for case; if not, the token stands for them.
    pub words: Vec<Word>,
    /// Ends of words inside a token, with a letter on both sides.
    pub cuts: Vec<usize>,
}

/// A syntactic word.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Range<usize>,
    /// The word as the treebank spells it.
    pub form: String,
    /// None for a multiword token that its words do not spell.
    pub analysis: Option<Analysis>,
}

/// What the treebank says about a word.
#[derive(Debug, PartialEq, Eq)]
pub struct Analysis {
    /// Its lemma.
    pub lemma: String,
    /// Its universal part-of-speech tag.
    pub tag: String,
}

/// Why a file was not read.
#[derive(Debug)]
pub struct ReadError {
    file: String,
    /// From 1; None if the file could not be opened.
    line: Option<usize>,
    problem: String,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.problem),
            None => write!(f, "{}: {}", self.file, self.problem),
        }
    }
}

impl std::error::Error for ReadError {}

/// A line and what is wrong there.
type Problem = (usize, String);

/// Reads a file.
///
/// # Errors
///
/// If the file cannot be read, is not UTF-8, breaks the format, or has a word
/// that its `# text` does not show at that place. The error names file and line.
pub fn read(path: &Path) -> Result<Treebank, ReadError> {
    let bad = |line, problem| ReadError {
        file: path.display().to_string(),
        line,
        problem,
    };
    let bytes = fs::read(path).map_err(|error| bad(None, error.to_string()))?;
    let sentences = parse(&bytes).map_err(|(line, problem)| bad(Some(line), problem))?;
    let name = path.file_stem().unwrap_or(path.as_os_str());
    Ok(Treebank {
        name: name.to_string_lossy().into_owned(),
        sentences,
    })
}

fn parse(bytes: &[u8]) -> Result<Vec<Sentence>, Problem> {
    let mut sentences = Vec::new();
    let mut text = None;
    let mut rows = Vec::new();
    for (number, line) in (1..).zip(bytes.split(|&byte| byte == b'\n')) {
        let line = std::str::from_utf8(line).map_err(|_| (number, "not UTF-8".to_owned()))?;
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.is_empty() {
            if !rows.is_empty() {
                sentences.push(sentence(text, &rows)?);
            }
            text = None;
            rows.clear();
        } else if let Some(comment) = line.strip_prefix('#') {
            if let Some(shown) = comment.strip_prefix(" text =") {
                text = Some(shown.trim());
            }
        } else {
            rows.push(Row::parse(number, line)?);
        }
    }
    if !rows.is_empty() {
        sentences.push(sentence(text, &rows)?);
    }
    if sentences.is_empty() {
        return Err((1, "no sentence in this file".to_owned()));
    }
    Ok(sentences)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Id {
    Word(usize),
    /// First and last word of a multiword token.
    Multiword(usize, usize),
    /// A node of the enhanced graph that the text does not show.
    Empty,
}

#[derive(Clone, Copy)]
struct Row<'f> {
    line: usize,
    id: Id,
    form: &'f str,
    lemma: &'f str,
    tag: &'f str,
    space_after: bool,
}

impl<'f> Row<'f> {
    fn parse(line: usize, row: &'f str) -> Result<Self, Problem> {
        let columns: Vec<&str> = row.split('\t').collect();
        let &[id, form, lemma, tag, _, _, _, _, _, misc] = columns.as_slice() else {
            let problem = format!("{} columns where 10 are due", columns.len());
            return Err((line, problem));
        };
        let id = parse_id(id).ok_or_else(|| (line, format!("`{id}` is no id")))?;
        if form.is_empty() {
            return Err((line, "no form".to_owned()));
        }
        Ok(Self {
            line,
            id,
            form,
            lemma,
            tag,
            space_after: misc.split('|').all(|entry| entry != "SpaceAfter=No"),
        })
    }

    fn analysis(&self) -> Analysis {
        Analysis {
            lemma: self.lemma.to_owned(),
            tag: self.tag.to_owned(),
        }
    }
}

fn parse_id(id: &str) -> Option<Id> {
    if let Some((first, last)) = id.split_once('-') {
        return Some(Id::Multiword(first.parse().ok()?, last.parse().ok()?));
    }
    if let Some((word, node)) = id.split_once('.') {
        let _: (usize, usize) = (word.parse().ok()?, node.parse().ok()?);
        return Some(Id::Empty);
    }
    id.parse().ok().map(Id::Word)
}

/// A surface token, and its words if it is a multiword token.
struct Surface<'r, 'f> {
    row: &'r Row<'f>,
    parts: Vec<&'r Row<'f>>,
}

/// The surface tokens of a sentence; ids have to count from 1.
fn surface<'r, 'f>(rows: &'r [Row<'f>]) -> Result<Vec<Surface<'r, 'f>>, Problem> {
    let mut tokens: Vec<Surface<'r, 'f>> = Vec::new();
    let mut due = 1;
    // Last word of the multiword token that is open.
    let mut open_until = 0;
    for row in rows {
        match row.id {
            Id::Empty => {}
            Id::Multiword(first, last) if first == due && last >= first && due > open_until => {
                open_until = last;
                tokens.push(Surface {
                    row,
                    parts: Vec::new(),
                });
            }
            Id::Word(id) if id == due => {
                match tokens.last_mut() {
                    Some(token) if due <= open_until => token.parts.push(row),
                    _ => tokens.push(Surface {
                        row,
                        parts: Vec::new(),
                    }),
                }
                due += 1;
            }
            Id::Word(_) | Id::Multiword(..) => {
                return Err((row.line, format!("the next id has to be {due}")));
            }
        }
    }
    match tokens.last() {
        None => Err((rows[0].line, "a sentence without words".to_owned())),
        Some(token) if due <= open_until => Err((
            token.row.line,
            format!("the sentence ends before word {open_until}"),
        )),
        Some(_) => Ok(tokens),
    }
}

fn sentence(text: Option<&str>, rows: &[Row<'_>]) -> Result<Sentence, Problem> {
    let surface = surface(rows)?;
    let text = match text {
        Some(text) => text.to_owned(),
        None => join(&surface),
    };
    let mut tokens = Vec::new();
    let mut words = Vec::new();
    let mut cuts = Vec::new();
    let mut rest = text.as_str();
    for token in &surface {
        rest = rest.trim_start();
        let start = text.len() - rest.len();
        rest = rest.strip_prefix(token.row.form).ok_or_else(|| {
            let form = token.row.form;
            (token.row.line, format!("`{form}` is not next in `# text`"))
        })?;
        let span = start..text.len() - rest.len();
        tokens.push(span.clone());
        let spans = part_spans(&text[span.clone()], &token.parts);
        if spans.is_empty() {
            words.push(Word {
                span,
                form: token.row.form.to_owned(),
                analysis: token.parts.is_empty().then(|| token.row.analysis()),
            });
            continue;
        }
        for (part, place) in token.parts.iter().zip(spans) {
            let place = start + place.start..start + place.end;
            if place.end < span.end && between_letters(&text, place.end) {
                cuts.push(place.end);
            }
            words.push(Word {
                span: place,
                form: part.form.to_owned(),
                analysis: Some(part.analysis()),
            });
        }
    }
    if !rest.trim_start().is_empty() {
        let line = surface.last().map_or(rows[0].line, |token| token.row.line);
        return Err((line, "`# text` goes on behind the last word".to_owned()));
    }
    Ok(Sentence {
        text,
        tokens,
        words,
        cuts,
    })
}

fn join(surface: &[Surface<'_, '_>]) -> String {
    let mut text = String::new();
    for token in surface {
        text.push_str(token.row.form);
        if token.row.space_after {
            text.push(' ');
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// Where the words of a multiword token stand in it; empty if there are none
/// or they do not spell it, but for case.
fn part_spans(token: &str, parts: &[&Row<'_>]) -> Vec<Range<usize>> {
    let spelt: String = parts.iter().map(|part| part.form).collect();
    if spelt.to_lowercase() != token.to_lowercase() {
        return Vec::new();
    }
    // Case may change the number of bytes, so count in characters.
    let ends: Vec<usize> = token
        .char_indices()
        .map(|(start, c)| start + c.len_utf8())
        .collect();
    let mut characters = 0;
    let mut start = 0;
    let mut spans = Vec::new();
    for part in parts {
        characters += part.form.chars().count();
        let end = match characters.checked_sub(1).and_then(|last| ends.get(last)) {
            Some(&end) => end,
            None => return Vec::new(),
        };
        spans.push(start..end);
        start = end;
    }
    spans
}

/// Whether letters stand on both sides of byte `at`.
#[must_use]
pub fn between_letters(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    before.chars().next_back().is_some_and(char::is_alphabetic)
        && after.chars().next().is_some_and(char::is_alphabetic)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Rows are written with spaces for tabs and without the columns between
    /// the tag and MISC.
    pub(crate) fn conllu(short: &str) -> String {
        let mut file = String::new();
        for line in short.lines().map(str::trim_start) {
            match line.split(' ').collect::<Vec<_>>().as_slice() {
                [id, form, lemma, tag, misc] if !line.starts_with('#') => {
                    file.push_str(&format!(
                        "{id}\t{form}\t{lemma}\t{tag}\t_\t_\t_\t_\t_\t{misc}\n"
                    ));
                }
                _ => {
                    file.push_str(line);
                    file.push('\n');
                }
            }
        }
        file
    }

    /// Two sentences: clitics, an empty node, a multiword token that its words
    /// do not spell, no `# text` in the second.
    pub(crate) const SNIPPET: &str = "\
        # sent_id = 1
        # text = Bukunya dibaca Sari, di Solo.
        1-2 Bukunya _ _ _
        1 Buku buku NOUN _
        2 nya dia PRON _
        3 dibaca baca VERB _
        3.1 itu itu PRON _
        4 Sari Sari PROPN SpaceAfter=No
        5 , , PUNCT _
        6 di di ADP _
        7 Solo Solo PROPN SpaceAfter=No
        8 . . PUNCT _

        1 Rumah rumah NOUN _
        2-3 bapakku _ _ SpaceAfter=No
        2 bapak bapak NOUN _
        3 aku aku PRON _
        4 ! ! PUNCT _
        ";

    pub(crate) fn snippet() -> Vec<Sentence> {
        parse(conllu(SNIPPET).as_bytes()).unwrap()
    }

    fn problem(short: &str) -> (usize, String) {
        parse(conllu(short).as_bytes()).unwrap_err()
    }

    fn shown<'t>(sentence: &'t Sentence, spans: &[Range<usize>]) -> Vec<&'t str> {
        spans.iter().map(|s| &sentence.text[s.clone()]).collect()
    }

    #[test]
    fn multiword_tokens_are_one_token_and_their_words() {
        let sentences = snippet();
        let first = &sentences[0];
        assert_eq!(
            shown(first, &first.tokens),
            ["Bukunya", "dibaca", "Sari", ",", "di", "Solo", "."]
        );
        let words: Vec<_> = first.words.iter().map(|w| w.span.clone()).collect();
        assert_eq!(
            words,
            [0..4, 4..7, 8..14, 15..19, 19..20, 21..23, 24..28, 28..29]
        );
        assert_eq!(first.cuts, [4]);
        let nya = first.words[1].analysis.as_ref().unwrap();
        assert_eq!((nya.lemma.as_str(), nya.tag.as_str()), ("dia", "PRON"));
    }

    #[test]
    fn without_text_the_forms_are_joined() {
        let second = &snippet()[1];
        assert_eq!(second.text, "Rumah bapakku!");
        assert_eq!(shown(second, &second.tokens), ["Rumah", "bapakku", "!"]);
    }

    #[test]
    fn words_that_do_not_spell_their_token_have_no_place() {
        let second = &snippet()[1];
        assert_eq!(second.words.len(), 3);
        assert_eq!(second.words[1].span, 6..13);
        assert_eq!(second.words[1].analysis, None);
        assert!(second.cuts.is_empty());
    }

    #[test]
    fn a_hyphen_is_no_letter_internal_cut() {
        let file = conllu("1-2 orang-nya _ _ _\n1 orang- orang NOUN _\n2 nya dia PRON _\n");
        let sentence = &parse(file.as_bytes()).unwrap()[0];
        assert_eq!(sentence.words[1].span, 6..9);
        assert!(sentence.cuts.is_empty());
    }

    #[test]
    fn case_and_wide_characters_do_not_shift_spans() {
        let file =
            conllu("# text = ÉLANNYA\n1-2 ÉLANNYA _ _ _\n1 élan élan NOUN _\n2 nya dia PRON _\n");
        let sentence = &parse(file.as_bytes()).unwrap()[0];
        assert_eq!(sentence.words[0].span, 0..5);
        assert_eq!(sentence.cuts, [5]);
    }

    #[test]
    fn windows_line_ends_and_no_last_blank_line() {
        let file = conllu(SNIPPET).trim_end().replace('\n', "\r\n");
        assert_eq!(parse(file.as_bytes()).unwrap(), snippet());
    }

    #[test]
    fn errors_name_the_line() {
        let columns = parse(b"# text = a\n1\ta\n").unwrap_err();
        assert_eq!(columns, (2, "2 columns where 10 are due".to_owned()));
        assert_eq!(parse(b"# a\n\xff\n").unwrap_err().0, 2);
        assert_eq!(parse(b"\n").unwrap_err().0, 1);
        assert_eq!(problem("1 a a X _\nx b b X _\n").0, 2);
        assert_eq!(problem("1 a a X _\n3 b b X _\n").0, 2);
        assert_eq!(problem("1 a a X _\n2-3 bc _ _ _\n2 b b X _\n").0, 2);
        assert_eq!(problem("1-2 ab _ _ _\n2-3 bc _ _ _\n").0, 2);
        assert_eq!(problem("1.1 a a X _\n").0, 1);
        assert_eq!(problem("# text = a c\n1 a a X _\n2 b b X _\n").0, 3);
        assert_eq!(problem("# text = a b c\n1 a a X _\n2 b b X _\n").0, 3);
    }

    #[test]
    fn errors_name_the_file() {
        let missing = read(Path::new("no/such.conllu")).unwrap_err();
        assert!(missing.to_string().starts_with("no/such.conllu: "));
        let path = std::env::temp_dir().join(format!("hoaks-{}.conllu", std::process::id()));
        fs::write(&path, "1\ta\n").unwrap();
        let broken = read(&path).unwrap_err();
        fs::remove_file(&path).unwrap();
        let shown = format!("{}:1: 2 columns where 10 are due", path.display());
        assert_eq!(broken.to_string(), shown);
    }
}
