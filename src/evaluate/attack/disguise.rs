//! One word under each attack. Words are ASCII letters only.

use crate::evaluate::attack::{Attack, SplitMix64};
use crate::features::neighbours;

const HIDDEN: [char; 8] = [
    '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}', '\u{00AD}', '\u{200E}', '\u{2063}',
];

/// First capital, first small letter of an alphabet in the order of the Latin
/// one.
const STYLES: [(u32, u32); 8] = [
    // Full-width.
    (0xFF21, 0xFF41),
    // Mathematical bold, sans-serif bold, bold italic, monospace.
    (0x1D400, 0x1D41A),
    (0x1D5D4, 0x1D5EE),
    (0x1D468, 0x1D482),
    (0x1D670, 0x1D68A),
    // Circled; negative circled and squared, which have capitals only.
    (0x24B6, 0x24D0),
    (0x1F150, 0x1F150),
    (0x1F170, 0x1F170),
];

/// Whether `attack` has a way to change `word`.
pub(super) fn can_change(attack: Attack, word: &str) -> bool {
    let has = |yes: fn(char) -> bool| word.chars().any(yes);
    match attack {
        Attack::Homoglyph => has(|c| !homoglyphs(c).is_empty()),
        Attack::Leet => has(|c| !leet(c).is_empty()),
        // A vowel behind the first letter and before the last.
        Attack::Disemvowel => {
            let inner = word
                .get(1..word.len().saturating_sub(1))
                .unwrap_or_default();
            inner.chars().any(is_vowel) && word.chars().any(|c| !is_vowel(c))
        }
        _ => true,
    }
}

/// Writes `word` as `attack` changes it.
pub(super) fn change(attack: Attack, word: &str, random: &mut SplitMix64, out: &mut String) {
    match attack {
        Attack::ZeroWidth => {
            let sure = 1 + random.below(word.len().saturating_sub(1));
            for (i, c) in word.chars().enumerate() {
                if i > 0 && (i == sure || random.coin()) {
                    out.extend(random.pick(&HIDDEN));
                }
                out.push(c);
            }
        }
        Attack::Homoglyph => replace_some(word, homoglyphs, random, out),
        Attack::Leet => {
            let first = out.len();
            replace_some(word, leet, random, out);
            // At the front it makes a mention of the word.
            if out.get(first..).is_some_and(|word| word.starts_with('@')) {
                out.replace_range(first..=first, "4");
            }
        }
        Attack::Styled => {
            if let Some(&(capital, small)) = random.pick(&STYLES) {
                out.extend(word.chars().filter_map(|c| {
                    char::from_u32(if c.is_ascii_uppercase() {
                        capital + (c as u32 - 'A' as u32)
                    } else {
                        small + (c as u32 - 'a' as u32)
                    })
                }));
            }
        }
        Attack::Spacing => {
            let between = random.pick(&[' ', '.', '-']).copied().unwrap_or(' ');
            for (i, c) in word.chars().enumerate() {
                if i > 0 {
                    out.push(between);
                }
                out.push(c);
            }
        }
        Attack::Elongation => {
            let (at, copies) = (random.below(word.len()), 2 + random.below(4));
            for (i, c) in word.chars().enumerate() {
                let times = if i == at { 1 + copies } else { 1 };
                out.extend(std::iter::repeat_n(c, times));
            }
        }
        Attack::Disemvowel => {
            let last = word.len().saturating_sub(1);
            let kept = |&(i, c): &(usize, char)| i == 0 || i == last || !is_vowel(c);
            out.extend(word.chars().enumerate().filter(kept).map(|(_, c)| c));
        }
        Attack::Typo => typo(word, random, out),
        // Works on the text, not on its words.
        Attack::Neutral => out.push_str(word),
    }
}

/// Replaces each letter that has replacements with a chance of one half, and at
/// least one.
fn replace_some(
    word: &str,
    replacements: fn(char) -> &'static [char],
    random: &mut SplitMix64,
    out: &mut String,
) {
    let able = word
        .chars()
        .filter(|&c| !replacements(c).is_empty())
        .count();
    let sure = random.below(able);
    let mut seen = 0;
    for c in word.chars() {
        let choices = replacements(c);
        if choices.is_empty() {
            out.push(c);
            continue;
        }
        let chosen = random.pick(choices).copied().unwrap_or(c);
        let replaced = random.coin() || seen == sure;
        out.push(if replaced { chosen } else { c });
        seen += 1;
    }
}

fn typo(word: &str, random: &mut SplitMix64, out: &mut String) {
    // The first letter is where slips are rarest and seen at once.
    let at = 1 + random.below(word.len().saturating_sub(1));
    let mut letters: Vec<char> = word.chars().collect();
    let Some(&here) = letters.get(at) else {
        out.push_str(word);
        return;
    };
    // Two equal letters swapped are no slip: the keyboard then.
    match random.below(4) {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, here),
        2 if at + 1 < letters.len() && letters.get(at + 1) != Some(&here) => {
            letters.swap(at, at + 1);
        }
        _ => {
            let beside = neighbours(here.to_ascii_lowercase());
            if let (Some(&next), Some(letter)) = (random.pick(beside), letters.get_mut(at)) {
                *letter = if here.is_ascii_uppercase() {
                    next.to_ascii_uppercase()
                } else {
                    next
                };
            }
        }
    }
    out.extend(letters);
}

fn is_vowel(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Digits and signs that imitate a letter.
fn leet(c: char) -> &'static [char] {
    match c.to_ascii_lowercase() {
        'a' => &['4', '4', '@'],
        'b' => &['8'],
        'e' => &['3'],
        'g' => &['9', '6'],
        'i' => &['1'],
        'o' => &['0'],
        's' => &['5', '5', '$'],
        't' => &['7'],
        _ => &[],
    }
}

/// Cyrillic and Greek letters that look like a Latin one in most fonts.
fn homoglyphs(c: char) -> &'static [char] {
    match c {
        'a' => &['а', 'α'],
        'c' => &['с', 'ϲ'],
        'd' => &['ԁ'],
        'e' => &['е', 'ε'],
        'h' => &['һ'],
        'i' => &['і', 'ι'],
        'j' => &['ј', 'ϳ'],
        'k' => &['к', 'κ'],
        'l' => &['ӏ'],
        'm' => &['м'],
        'n' => &['п', 'η'],
        'o' => &['о', 'ο', 'σ'],
        'p' => &['р', 'ρ'],
        'q' => &['ԛ'],
        'r' => &['г'],
        's' => &['ѕ'],
        't' => &['т', 'τ'],
        'u' => &['υ'],
        'v' => &['ѵ', 'ν'],
        'w' => &['ԝ', 'ω'],
        'x' => &['х', 'χ'],
        'y' => &['у', 'γ'],
        'A' => &['А', 'Α'],
        'B' => &['В', 'Β'],
        'C' => &['С', 'Ϲ'],
        'D' => &['Ԁ'],
        'E' => &['Е', 'Ε'],
        'F' => &['Ϝ'],
        'G' => &['Ԍ'],
        'H' => &['Н', 'Η'],
        'I' => &['І', 'Ι'],
        'J' => &['Ј'],
        'K' => &['К', 'Κ'],
        'M' => &['М', 'Μ'],
        'N' => &['Ν'],
        'O' => &['О', 'Ο'],
        'P' => &['Р', 'Ρ'],
        'Q' => &['Ԛ'],
        'S' => &['Ѕ'],
        'T' => &['Т', 'Τ'],
        'V' => &['Ѵ'],
        'W' => &['Ԝ'],
        'X' => &['Х', 'Χ'],
        'Y' => &['У', 'Υ'],
        'Z' => &['Ζ'],
        _ => &[],
    }
}
