import { efaKriterien } from '../domain/efa-kriterien.ts';
import type { LoesungInput } from '../domain/loesung-input.ts';
import type { BeitragNotes } from '../use-cases/contribute.ts';
import { leistungField } from '../use-cases/read-leistungen.ts';

/** How many rows of Leistungen the form shows at first, and how many more on request. */
export const rowStep = 3;
const mostRows = 500;
/** What the names of own fields begin with. */
const ownPrefix = 'feld.';

/** How many rows of Leistungen a sent form has. */
export function rowsOfForm(values: URLSearchParams): number {
  const given = Number(values.get('zeilen') ?? '0');
  return Number.isInteger(given) && given > 0 ? Math.min(given, mostRows) : rowStep;
}

/** What a sent form says. Lists come one entry a line. */
export function inputOfForm(values: URLSearchParams): LoesungInput {
  const text = (name: string) => values.get(name) ?? '';
  const lines = (name: string) => text(name).split(/\r?\n/);
  return {
    name: text('name'),
    art: text('art'),
    anbieter: text('anbieter'),
    hersteller: text('hersteller'),
    preisText: text('preisText'),
    preisEinmalig: text('preisEinmalig'),
    preisJaehrlich: text('preisJaehrlich'),
    schnittstellen: lines('schnittstellen'),
    fachverfahren: lines('fachverfahren'),
    voraussetzungen: text('voraussetzungen'),
    vertrauensniveau: text('vertrauensniveau'),
    zahlverfahren: lines('zahlverfahren'),
    portale: lines('portale'),
    verfuegbarAb: text('verfuegbarAb'),
    endetAm: text('endetAm'),
    status: text('status'),
    efa: Object.fromEntries(efaKriterien.map((each) => [each, text(`efa-${each}`)])),
    leistungen: Array.from({ length: rowsOfForm(values) }, (_, index) => ({
      leistung: text(leistungField(index)),
      status: text(leistungField(index, 'leistungStatus')),
      reifegrad11: text(leistungField(index, 'reifegrad11')),
      reifegrad20: text(leistungField(index, 'reifegrad20')),
      kommentar: text(leistungField(index, 'kommentar')),
    })),
    url: text('url'),
    hinweis: text('hinweis'),
    quelle: text('quelle'),
    quelleUrl: text('quelleUrl'),
    quelleStand: text('quelleStand'),
    evidenz: text('evidenz'),
    felder: Object.fromEntries(
      [...values].flatMap(([name, value]) =>
        name.startsWith(ownPrefix) ? [[name.slice(ownPrefix.length), value]] : [],
      ),
    ),
  };
}

/** The values with which a form opens. */
export function formOfInput(input: LoesungInput): URLSearchParams {
  const values = new URLSearchParams();
  for (const [field, value] of Object.entries(input)) {
    if (typeof value === 'string') values.set(field, value);
    else if (isTexts(value)) values.set(field, value.join('\n'));
  }
  for (const [key, value] of Object.entries(input.felder)) values.set(`${ownPrefix}${key}`, value);
  for (const [kriterium, urteil] of Object.entries(input.efa)) values.set(`efa-${kriterium}`, urteil);
  for (const [index, { leistung, status, ...rest }] of input.leistungen.entries()) {
    values.set(leistungField(index), leistung);
    values.set(leistungField(index, 'leistungStatus'), status);
    for (const [part, value] of Object.entries(rest)) values.set(leistungField(index, part), value);
  }
  values.set('zeilen', String(input.leistungen.length + rowStep));
  return values;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** What goes with the contribution. */
export function notesOfForm(values: URLSearchParams): BeitragNotes {
  return {
    giltAb: values.get('giltAb') ?? '',
    begruendung: values.get('begruendung') ?? '',
    entwurf: values.get('aktion') === 'entwurf',
  };
}
