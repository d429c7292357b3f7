//! Synthetic people for training, tests and benchmarks: the same for the same seed, and nobody real.
//!
//! Every NIK carries regency and district 99, which were never given out.

use super::{Kpj, Sex};
use chrono::{Datelike, Days, NaiveDate};

/// A synthetic worker, as the cells of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// KPJ with a fitting check digit.
    pub kpj: String,
    /// NIK that agrees with birth date and sex.
    pub nik: String,
    /// Name in capitals.
    pub name: String,
    /// Town of birth.
    pub birth_place: &'static str,
    /// Birth date as `dd-mm-yyyy`, or whatever a careless hand made of it.
    pub birth_date: String,
    /// `L` or `P`.
    pub sex: String,
    /// Membership date, `dd-mm-yyyy`.
    pub membership_date: String,
    /// Whether the NIK was typed into a numeric cell.
    pub nik_is_number: bool,
    /// Whether the KPJ was typed into a numeric cell.
    pub kpj_is_number: bool,
}

/// The company of every sample list: its number.
pub const NPP: &str = "24101780";
/// The company of every sample list: its name.
pub const COMPANY: &str = "PT CONTOH MAJU";

const MEN: [&str; 20] = [
    "AGUS", "BUDI", "SLAMET", "JOKO", "WAHYU", "EKO", "DWI", "HENDRA", "RIZKY", "ANDI", "FAJAR", "YUSUF", "IMAM",
    "BAMBANG", "SUTRISNO", "MUHAMMAD", "KETUT", "ABDUL", "ARIF", "MA'RUF",
];
const WOMEN: [&str; 20] = [
    "SITI", "SRI", "DEWI", "NUR", "RATNA", "WATI", "INDAH", "YULIANA", "FITRI", "AYU", "LESTARI", "MAYA", "RINA",
    "ENDANG", "KARTIKA", "NI LUH", "MARIA", "PUTRI", "ANISA", "WULAN",
];
const LAST: [&str; 24] = [
    "AMINAH",
    "SANTOSO",
    "WIBOWO",
    "SETIAWAN",
    "RAHAYU",
    "HIDAYAT",
    "SAPUTRA",
    "KURNIAWAN",
    "PRASETYO",
    "UTAMI",
    "NUGROHO",
    "SUSANTI",
    "HARTONO",
    "MULYADI",
    "ANGGRAINI",
    "SIREGAR",
    "SIMANJUNTAK",
    "PERMATA",
    "FIRMANSYAH",
    "HANDAYANI",
    "WIJAYA",
    "PURNOMO",
    "MAHARANI",
    "SUPRIYADI",
];
const TITLES: [&str; 3] = [", S.KOM.", ", A.MD.", ", S.E."];
const TOWNS: [&str; 8] = ["BOJONEGORO", "TUBAN", "LAMONGAN", "NGAWI", "BLORA", "SURABAYA", "MADIUN", "KEDIRI"];
const PROVINCES: [&str; 6] = ["35", "33", "32", "34", "31", "51"];

/// A small generator whose numbers are the same on every machine (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.roll() % limit
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        let at = usize::try_from(self.below(of.len() as u64)).ok()?;
        of.get(at).copied()
    }
}

/// The first `count` people of `seed`; with `dirty`, about one row in eight carries a mistake that offices really see.
pub fn people(seed: u64, count: u32, dirty: bool) -> impl Iterator<Item = Person> {
    let mut dice = Dice(seed);
    let mut mistakes = 0;
    (0..count).map(move |at| {
        let mut person = person(&mut dice, seed, at);
        if dirty && at % 8 == 5 {
            spoil(&mut person, mistakes);
            mistakes += 1;
        }
        person
    })
}

fn person(dice: &mut Dice, seed: u64, at: u32) -> Person {
    let sex = if dice.below(2) == 0 { Sex::Male } else { Sex::Female };
    let born = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default() + Days::new(dice.below(36 * 365));
    let joined = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default() + Days::new(dice.below(300));
    let given = if sex == Sex::Male { dice.pick(&MEN) } else { dice.pick(&WOMEN) }.unwrap_or_default();
    let name = match dice.below(40) {
        0 => given.to_owned(),
        1 => format!("{given} {}{}", dice.pick(&LAST).unwrap_or_default(), dice.pick(&TITLES).unwrap_or_default()),
        2 => format!(
            "{given} {} {} {}",
            MEN[15],
            dice.pick(&LAST).unwrap_or_default(),
            dice.pick(&LAST).unwrap_or_default()
        ),
        _ => format!("{given} {}", dice.pick(&LAST).unwrap_or_default()),
    };
    let day = born.day() + if sex == Sex::Female { 40 } else { 0 };
    Person {
        // 2400 + a number of its own: a thousand seeds do not meet below a thousand rows.
        kpj: Kpj::synthetic(2_400_000_000 + (seed % 1_000) * 1_000 + u64::from(at))
            .map(|k| k.to_string())
            .unwrap_or_default(),
        // The serial alone would repeat after 9,999 rows; with the row's thousands in the district it never does.
        nik: format!(
            "{}99{:02}{day:02}{:02}{:02}{:04}",
            dice.pick(&PROVINCES).unwrap_or_default(),
            90 + at / 9_999 % 10,
            born.month(),
            born.year() % 100,
            1 + at % 9_999
        ),
        name,
        birth_place: dice.pick(&TOWNS).unwrap_or_default(),
        birth_date: super::date::short(born),
        sex: sex.letter().to_owned(),
        membership_date: super::date::short(joined),
        nik_is_number: false,
        kpj_is_number: false,
    }
}

/// Makes one mistake, of the kinds that DOMAIN.md names, in turn.
fn spoil(person: &mut Person, which: u32) {
    match which % 14 {
        0 => {
            person.nik.truncate(15);
        }
        1 => {
            // Excel keeps 15 digits and writes 0 for the sixteenth.
            person.nik.replace_range(15..16, "0");
            person.nik_is_number = true;
        }
        2 => person.birth_date = "31-31-1990".into(),
        3 => person.name.push_str(" 2"),
        4 => person.kpj.clear(),
        5 => person.sex = if person.sex == "L" { "P" } else { "L" }.into(),
        6 => person.nik.replace_range(8..10, "13"),
        7 => person.kpj = flip_last_digit(&person.kpj),
        8 => person.name.clear(),
        9 => person.nik.replace_range(12..16, "0000"),
        10 => person.birth_date.clear(),
        11 => {
            person.kpj = format!("0{}", &person.kpj[1..]);
            person.kpj_is_number = true;
        }
        12 => person.nik.replace_range(0..2, "97"),
        _ => person.nik.clear(),
    }
}

fn flip_last_digit(kpj: &str) -> String {
    let (head, last) = kpj.split_at(kpj.len().saturating_sub(1));
    let digit = last.parse::<u8>().unwrap_or_default();
    format!("{head}{}", (digit + 1) % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Nik;
    use std::collections::HashSet;

    #[test]
    fn clean_people_are_valid_different_and_always_the_same() {
        let people: Vec<_> = super::people(7, 25_000, false).collect();
        let niks: HashSet<_> = people.iter().map(|person| Nik::parse(&person.nik).unwrap()).collect();
        let kpjs: HashSet<_> = people.iter().map(|person| Kpj::parse(&person.kpj).unwrap()).collect();
        assert_eq!((niks.len(), kpjs.len()), (people.len(), people.len()));
        assert!(niks.iter().all(|nik| nik.area_is_known() && nik.as_str()[2..4] == *"99"));
        assert!(kpjs.iter().all(Kpj::check_digit_holds));
        assert_eq!(super::people(7, 25_000, false).collect::<Vec<_>>(), people);
        assert_ne!(super::people(8, 10, false).collect::<Vec<_>>(), people[..10]);
    }
}
