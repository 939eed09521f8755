import type { FinderInput, LokalerText, ThesaurusWort } from '../domain/finder-input.ts';

const word = (ozgId: number, wort: string, art: ThesaurusWort['art'] = 'alltag', sprache = 'de') => ({
  ozgId,
  leistungId: null,
  art,
  sprache,
  wort,
});

const leistung = (id: string, name: string, ozgId: number | null, leika: string | null = null) => ({
  id,
  leika,
  name,
  ozgId,
  recht: [],
});

const ozg = (ozgId: number, name: string, lageId: number, lage: string) => ({
  ozgId,
  name,
  lageId,
  lage,
  themenfeldId: lageId % 3,
  themenfeld: 'Feld',
});

/** A catalogue of a handful of Leistungen with words for them. */
export function smallInput(beschreibungen: readonly LokalerText[] = []): FinderInput {
  return {
    ozg: [
      ozg(10160, 'Hundehaltung', 47, 'Tierhaltung'),
      ozg(10110, 'Abfallentsorgung', 55, 'Wohnen & Umzug'),
      ozg(10119, 'Personalausweis', 37, 'Querschnitt Bürger'),
      ozg(10073, 'Arbeitslosengeld', 1, 'Arbeitsplatzverlust'),
      ozg(10082, 'Arbeitslosengeld II', 21, 'Existenzsicherung'),
      ozg(10294, 'Unternehmensanmeldung', 50, 'Unternehmensstart'),
      ozg(10266, 'Asylbewerberleistungen', 19, 'Einwanderung'),
    ],
    leistungen: [
      leistung('L02938', 'Hundehaltung Abmeldung', 10160),
      leistung('L02939', 'Hundehaltung Anmeldung', 10160, '99110012005000'),
      leistung('L02950', 'Hundesteuer Festsetzung', 10160),
      leistung('L04271', 'Sperrmüll Entsorgung', 10110),
      leistung('L00216', 'Anmeldung Abfallbehälter', 10110),
      leistung('L03720', 'Personalausweis Meldung wegen Verlust', 10119),
      leistung('L00479', 'Arbeitslosengeld Bewilligung', 10073),
      leistung('L00481', 'Arbeitslosengeld II Bewilligung', 10082),
      leistung('L02680', 'Gewerbe Anmeldung', 10294),
      leistung('L03315', 'Asylbewerber Leistungen Gewährung', 10266),
      leistung('L09999', 'Kurtaxe Erhebung', null),
    ],
    thesaurus: [
      word(10160, 'Köter anmelden'),
      word(10160, 'Steuer für den Hund'),
      word(10110, 'Müllabfuhr'),
      word(10110, 'große Tonne'),
      word(10119, 'Perso weg'),
      word(10119, 'Ausweis verloren'),
      word(10073, 'ALG I', 'kurz'),
      word(10082, 'ALG II', 'kurz'),
      word(10082, 'Hartz IV'),
      word(10294, 'Gewerbeschein'),
      word(10294, '34c GewO', 'kurz'),
      word(10266, 'Asyl Geld'),
      word(10119, 'паспорт', 'fremd', 'ru'),
      word(10073, 'إعانة البطالة', 'fremd', 'ar'),
    ],
    synonyme: [['tonne', 'kübel']],
    beschreibungen,
  };
}
