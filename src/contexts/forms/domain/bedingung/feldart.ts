import type { ExprKind } from '../expression/types.ts';
import { isJsonObject, ownValue } from '../json.ts';

/** What the answer to a field is in expressions, and its parts with what people call them. */
export interface Feldart {
  readonly art: ExprKind;
  readonly teile: Readonly<Record<string, { readonly titel: string; readonly art: ExprKind }>>;
}

const ohne: Feldart['teile'] = {};
const text: Feldart = { art: 'text', teile: ohne };
const of = (art: ExprKind): Feldart => ({ art, teile: ohne });

const namensteile: Feldart['teile'] = {
  title: { titel: 'Titel', art: 'text' },
  given: { titel: 'Vornamen', art: 'text' },
  family: { titel: 'Nachname', art: 'text' },
  birth: { titel: 'Geburtsname', art: 'text' },
};

const anschrift: Feldart['teile'] = {
  street: { titel: 'Straße', art: 'text' },
  number: { titel: 'Hausnummer', art: 'text' },
  plz: { titel: 'Postleitzahl', art: 'text' },
  city: { titel: 'Ort', art: 'text' },
};

const minuten = { titel: 'Minuten seit Mitternacht', art: 'integer' } as const;

/** By type of the field, for those whose answer depends on nothing else. */
const arten: Readonly<Record<string, Feldart>> = {
  time: { art: 'text', teile: { minutes: minuten } },
  datetime: {
    art: 'text',
    teile: {
      day: { titel: 'Tag', art: 'date' },
      time: { titel: 'Uhrzeit', art: 'text' },
      minutes: minuten,
    },
  },
  period: { art: 'text', teile: { from: { titel: 'Von', art: 'date' }, to: { titel: 'Bis', art: 'date' } } },
  partialDate: {
    art: 'text',
    teile: {
      year: { titel: 'Jahr', art: 'integer' },
      earliest: { titel: 'frühester Tag', art: 'date' },
      latest: { titel: 'spätester Tag', art: 'date' },
    },
  },
  location: {
    art: 'text',
    teile: {
      lat: { titel: 'Breite', art: 'integer' },
      lon: { titel: 'Länge', art: 'integer' },
      text: { titel: 'Beschreibung', art: 'text' },
    },
  },
  date: of('date'),
  year: of('integer'),
  money: of('money'),
  yesno: of('boolean'),
  declaration: of('boolean'),
  consent: of('boolean'),
  multichoice: of('texts'),
  nationality: of('texts'),
  file: of('integer'),
};

/** What a field's answer is, of its definition alone, so that a draft which does not compile yet can be read. */
export function feldart(field: unknown): Feldart {
  if (!isJsonObject(field)) return text;
  const type = String(ownValue(field, 'type'));
  if (type === 'number') return of(Number(ownValue(field, 'decimals') ?? 0) > 0 ? 'decimal' : 'integer');
  if (type === 'name') return { art: 'text', teile: gefragt(ownValue(field, 'parts')) };
  if (type === 'address') {
    const staat =
      ownValue(field, 'country') === true ? { country: { titel: 'Staat', art: 'text' } as const } : {};
    return { art: 'text', teile: { ...anschrift, ...staat } };
  }
  return Object.hasOwn(arten, type) ? (arten[type] ?? text) : text;
}

function gefragt(parts: unknown): Feldart['teile'] {
  const wanted: readonly unknown[] = Array.isArray(parts) ? parts : ['given', 'family'];
  return Object.fromEntries(Object.entries(namensteile).filter(([name]) => wanted.includes(name)));
}
