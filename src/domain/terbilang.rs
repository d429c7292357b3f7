//! Numbers in Indonesian words, as receipts write amounts: "12 (dua belas) lembar".

const UNITS: [&str; 12] =
    ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

const SCALES: [(u64, &str); 6] = [
    (1_000_000_000_000_000_000, "kuintiliun"),
    (1_000_000_000_000_000, "kuadriliun"),
    (1_000_000_000_000, "triliun"),
    (1_000_000_000, "miliar"),
    (1_000_000, "juta"),
    (1_000, "ribu"),
];

/// The number in words: `0` is "nol", `1_000` "seribu", `21_011` "dua puluh satu ribu sebelas".
#[must_use]
pub fn terbilang(number: u64) -> String {
    let mut words = Vec::new();
    let mut rest = number;
    for (scale, name) in SCALES {
        match rest / scale {
            0 => {}
            1 if name == "ribu" => words.push("seribu"),
            count => {
                below_thousand(count, &mut words);
                words.push(name);
            }
        }
        rest %= scale;
    }
    if rest > 0 || number == 0 {
        below_thousand(rest, &mut words);
    }
    words.join(" ")
}

fn below_thousand(number: u64, words: &mut Vec<&'static str>) {
    let unit = |n: u64| usize::try_from(n).ok().and_then(|n| UNITS.get(n)).copied().unwrap_or_default();
    match number {
        0..=11 => words.push(unit(number)),
        12..=19 => words.extend([unit(number - 10), "belas"]),
        20..=99 => {
            words.extend([unit(number / 10), "puluh"]);
            tail(number % 10, words);
        }
        100..=199 => {
            words.push("seratus");
            tail(number % 100, words);
        }
        _ => {
            words.extend([unit(number / 100), "ratus"]);
            tail(number % 100, words);
        }
    }
}

fn tail(number: u64, words: &mut Vec<&'static str>) {
    if number > 0 {
        below_thousand(number, words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_spoken_as_on_a_receipt() {
        for (number, words) in [
            (0, "nol"),
            (1, "satu"),
            (10, "sepuluh"),
            (11, "sebelas"),
            (12, "dua belas"),
            (19, "sembilan belas"),
            (20, "dua puluh"),
            (21, "dua puluh satu"),
            (100, "seratus"),
            (101, "seratus satu"),
            (111, "seratus sebelas"),
            (120, "seratus dua puluh"),
            (200, "dua ratus"),
            (999, "sembilan ratus sembilan puluh sembilan"),
            (1_000, "seribu"),
            (1_001, "seribu satu"),
            (1_100, "seribu seratus"),
            (2_000, "dua ribu"),
            (10_000, "sepuluh ribu"),
            (11_011, "sebelas ribu sebelas"),
            (100_000, "seratus ribu"),
            (101_000, "seratus satu ribu"),
            (1_000_000, "satu juta"),
            (1_001_000, "satu juta seribu"),
            (2_000_000_000, "dua miliar"),
        ] {
            assert_eq!(terbilang(number), words, "{number}");
        }
    }

    /// Speaks the words back into a number, by the grammar and not by the table above.
    fn spoken(words: &str) -> u64 {
        let (mut total, mut group, mut last) = (0u64, 0u64, 0u64);
        for word in words.split(' ') {
            match word {
                "seribu" => total += 1_000,
                "seratus" => group += 100,
                "belas" => last += 10,
                "puluh" => {
                    group += last * 10;
                    last = 0;
                }
                "ratus" => {
                    group += last * 100;
                    last = 0;
                }
                _ => {
                    if let Some((scale, _)) = SCALES.iter().find(|(_, name)| *name == word) {
                        total += (group + last) * scale;
                        (group, last) = (0, 0);
                    } else {
                        last = UNITS.iter().position(|unit| *unit == word).unwrap() as u64;
                    }
                }
            }
        }
        total + group + last
    }

    proptest! {
        #[test]
        fn the_words_say_the_number(number: u64, small in 0u64..1_000_000) {
            prop_assert_eq!(spoken(&terbilang(number)), number);
            prop_assert_eq!(spoken(&terbilang(small)), small);
        }
    }
}
