import type { Choice, Choices } from './choice-fields.ts';
import { searchable } from './search-choices.ts';

/** The keys of ISO 3166-1 alpha-2 in use, and Kosovo by its usual key. */
const keys =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );

const known: ReadonlySet<string> = new Set(keys);

export function isCountry(key: string): boolean {
  return known.has(key);
}

// Three-letter keys of ICAO 9303: no state's citizen, and not known.
const withoutState: readonly Choice[] = [
  { value: 'XXA', label: 'staatenlos', hint: null },
  { value: 'XXX', label: 'ungeklärt', hint: null },
];

function named(language: string): Choice[] {
  const names = new Intl.DisplayNames([language, 'de'], { type: 'region' });
  const choices = keys.map((value) => ({ value, label: names.of(value) ?? value, hint: null }));
  const order = new Intl.Collator(language);
  return choices.toSorted((a, b) => order.compare(a.label, b.label));
}

/** All states, Germany first, by their names in a language. */
export function countries(language: string): readonly Choice[] {
  const all = named(language);
  const germany = all.filter(({ value }) => value === 'DE');
  return [...germany, ...all.filter(({ value }) => value !== 'DE')];
}

/** All states as nationalities, with „staatenlos“ and „ungeklärt“ at the end. */
export function nationalities(language: string): readonly Choice[] {
  return [...countries(language), ...withoutState];
}

/** The states as what can be chosen or typed. */
export function countryChoices(language: string): Choices {
  return searchable(countries(language));
}

/** The nationalities as what can be chosen or typed. */
export function nationalityChoices(language: string): Choices {
  return searchable(nationalities(language));
}
