//! Companies that may be one: the same name written another way, or a mistyped NPP.

use super::Npp;

/// Legal forms, which people write in many ways or leave out.
const FORMS: [&str; 8] = ["PT", "CV", "UD", "PD", "FA", "TB", "TBK", "PERSERO"];
/// Names at least so alike (of 1) are offered; the second where the numbers differ by one slip of a finger.
const NEAR: f64 = 0.85;
const NEAR_WITH_NPP: f64 = 0.6;

/// How likely two companies are one, the higher the likelier; `None` where nothing suggests it. Numbers alone suggest nothing:
/// the system gives them one after the other, so that strangers are neighbours.
#[must_use]
pub fn likeness(one: (&Npp, &str), other: (&Npp, &str)) -> Option<u16> {
    let slip = strsim::osa_distance(one.0.as_str(), other.0.as_str()) == 1;
    let near = strsim::normalized_damerau_levenshtein(&core(one.1), &core(other.1));
    if near < if slip { NEAR_WITH_NPP } else { NEAR } {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1,000")]
    let likeness = (near * 1_000.0) as u16;
    Some(likeness + if slip { 500 } else { 0 })
}

/// What is left of a name without its legal form, its signs and its gaps; the whole where nothing else is.
fn core(name: &str) -> String {
    let plain = name.to_uppercase().replace("P.T", "PT").replace("C.V", "CV").replace("U.D", "UD");
    let words = || plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let core: String = words().filter(|word| !FORMS.contains(word)).collect();
    if core.is_empty() { words().collect() } else { core }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_company_are_alike_and_strangers_are_not() {
        let npp = |text| Npp::parse(text).unwrap();
        let (own, slip, far) = (npp("24101780"), npp("24101708"), npp("25990012"));
        for (name, expected) in [
            ("PT. CONTOH MAJU", true),
            ("contoh maju, p.t.", true),
            ("P.T.Contoh-Maju (Persero) Tbk", true),
            ("PT CONTOHMAJU", true),
            ("PT CONTOH MAJUU", true),
            ("CV Sinar Terang", false),
            ("PT CONTOH SEJAHTERA", false),
            ("PT", false),
        ] {
            let found = likeness((&own, "PT Contoh Maju"), (&far, name));
            assert_eq!(found.is_some(), expected, "{name}");
            // a slip in the number makes it likelier, but tells nothing alone
            let beside = likeness((&own, "PT Contoh Maju"), (&slip, name));
            assert!(if expected { beside > found } else { name != "CV Sinar Terang" || beside.is_none() }, "{name}");
        }
        assert!(likeness((&own, "PT"), (&far, "CV")).is_none(), "a legal form is no name");
    }
}
