import { type FieldProblem, ok, parseLocalDate, parseQuartal, type Result, refuse } from '#kernel';
import type { MassnahmeInhalt, Wunsch } from '../domain/massnahme.ts';
import { invalid } from '../errors.ts';

/** The fields of a Massnahme as people type them; form and table share names and meaning. */
export type Felder = Readonly<Record<string, string>>;

/** Names of the fields and what they are called, on forms and in tables alike. */
export const feldLabel: Readonly<Record<string, string>> = {
  titel: 'Maßnahme',
  leistung: 'Leistung',
  vorlage: 'Aufwandsvorlage',
  kommunen: 'Kommunen',
  gewicht: 'Gewicht',
  begruendung: 'Warum dieses Gewicht',
  verfuegbarAb: 'Verfügbar ab',
  frist: 'Frist',
  nach: 'Kommt nach',
};

/** A Massnahme as the fields that say the same. */
export function felderOf(inhalt: MassnahmeInhalt): Felder {
  return {
    titel: inhalt.titel,
    leistung: inhalt.leistungId ?? '',
    vorlage: inhalt.vorlage,
    kommunen: inhalt.kommunen
      .map(({ ags, quartal }) => (quartal === null ? ags : `${ags} ${quartal}`))
      .join(', '),
    gewicht: String(inhalt.gewicht),
    begruendung: inhalt.begruendung,
    verfuegbarAb: inhalt.verfuegbarAb ?? '',
    frist: inhalt.frist ?? '',
    nach: inhalt.nach.join(', '),
  };
}

/** Reads fields over what was there before; a field that is not given stays as it is. Refuses with every problem. */
export function leseFelder(felder: Felder, before: MassnahmeInhalt | null): Result<MassnahmeInhalt> {
  const all: Felder = { ...felderOf(before ?? leer), ...felder };
  const problems: FieldProblem[] = [];
  const wrong = (field: string, message: string) => {
    problems.push({ field, message });
  };
  const text = (name: string) => (all[name] ?? '').trim();
  const tag = (name: string) => {
    if (text(name) === '') return null;
    const parsed = parseLocalDate(text(name));
    if (!parsed.ok) wrong(name, parsed.refusal.message);
    return parsed.ok ? parsed.value : null;
  };
  const gewicht = Number(text('gewicht') || '50');
  if (!Number.isInteger(gewicht) || gewicht < 1 || gewicht > 100)
    wrong('gewicht', 'Das Gewicht ist eine ganze Zahl von 1 bis 100.');
  if (text('titel').length < 3 || text('titel').length > 200)
    wrong('titel', 'Die Maßnahme braucht einen Namen mit 3 bis 200 Zeichen.');
  if (text('begruendung').length > 500) wrong('begruendung', 'Höchstens 500 Zeichen.');
  const leistung = text('leistung');
  if (leistung !== '' && !/^L\d{5}$/.test(leistung))
    wrong('leistung', 'Die Leistung wird mit ihrer Nummer im Katalog angegeben, zum Beispiel L02950.');
  const inhalt: MassnahmeInhalt = {
    titel: text('titel'),
    leistungId: leistung === '' ? null : leistung,
    vorlage: text('vorlage'),
    kommunen: wuenscheIn(text('kommunen'), wrong),
    gewicht,
    begruendung: text('begruendung'),
    verfuegbarAb: tag('verfuegbarAb'),
    frist: tag('frist'),
    nach: parts(text('nach')),
    teams: before?.teams ?? {},
  };
  return problems.length > 0 ? refuse(invalid(problems)) : ok(inhalt);
}

const leer: MassnahmeInhalt = {
  titel: '',
  leistungId: null,
  vorlage: '',
  kommunen: [],
  gewicht: 50,
  begruendung: '',
  verfuegbarAb: null,
  frist: null,
  nach: [],
  teams: {},
};

function parts(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** `05766044 2027-Q1, 05766020`: who wants it, and from when. */
function wuenscheIn(text: string, wrong: (field: string, message: string) => void): readonly Wunsch[] {
  return parts(text).flatMap((part): Wunsch[] => {
    const [ags = '', ...rest] = part.split(/\s+/);
    const quartal = rest.length === 0 ? null : parseQuartal(rest.join(' '));
    if (!/^\d{5}(\d{3})?$/.test(ags)) {
      wrong(
        'kommunen',
        `„${part.slice(0, 60)}“: Jede Kommune steht mit ihrem Schlüssel (AGS) da, dahinter das Quartal.`,
      );
      return [];
    }
    if (quartal !== null && !quartal.ok) {
      wrong('kommunen', quartal.refusal.message);
      return [];
    }
    return [{ ags, quartal: quartal === null ? null : quartal.value }];
  });
}

/** A Kennung made of a title: `Hund anmelden` becomes `hund-anmelden`. */
export function kennungOf(titel: string): string {
  const plain = titel
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 78);
  return plain.length >= 2 ? plain : `m-${plain || 'neu'}`;
}
