//! Which letters a finger hits instead of another.

/// Letters beside a letter on a QWERTY keyboard.
pub(crate) fn neighbours(c: char) -> &'static [char] {
    match c {
        'a' => &['q', 's', 'z'],
        'b' => &['v', 'g', 'n'],
        'c' => &['x', 'd', 'v'],
        'd' => &['s', 'e', 'f', 'c'],
        'e' => &['w', 'r', 'd'],
        'f' => &['d', 'r', 'g', 'v'],
        'g' => &['f', 't', 'h', 'b'],
        'h' => &['g', 'y', 'j', 'n'],
        'i' => &['u', 'o', 'k'],
        'j' => &['h', 'u', 'k', 'm'],
        'k' => &['j', 'i', 'l', 'm'],
        'l' => &['k', 'o', 'p'],
        'm' => &['n', 'j', 'k'],
        'n' => &['b', 'h', 'm'],
        'o' => &['i', 'p', 'l'],
        'p' => &['o', 'l'],
        'q' => &['w', 'a'],
        'r' => &['e', 't', 'f'],
        's' => &['a', 'd', 'w', 'x'],
        't' => &['r', 'y', 'g'],
        'u' => &['y', 'i', 'j'],
        'v' => &['c', 'f', 'b'],
        'w' => &['q', 'e', 's'],
        'x' => &['z', 's', 'c'],
        'y' => &['t', 'u', 'h'],
        'z' => &['x', 'a'],
        _ => &[],
    }
}
