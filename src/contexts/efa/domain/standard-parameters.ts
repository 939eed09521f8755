import type { LocalDate } from '#kernel';
import { bezirkeIn, type Ort, zielIn } from './bezirke.ts';
import type { ParameterDefinition, ParameterValues } from './onlinedienst.ts';

const textParameter = {
  kind: 'text',
  hint: null,
  norm: null,
  required: true,
  filledBy: 'Kommune',
  min: null,
  max: 200,
  columns: [],
  minRows: 0,
  maxRows: 0,
} as const;

/** What every Kommune states for every Onlinedienst: the office that answers for it, and who answers for the data. */
export const standardParameters: readonly ParameterDefinition[] = [
  {
    ...textParameter,
    id: 'stelleName',
    label: 'Name der Stelle',
    hint: 'So, wie Bürgerinnen und Bürger sie kennen, zum Beispiel „Steueramt“.',
  },
  { ...textParameter, id: 'stelleAnschrift', label: 'Anschrift', kind: 'multiline' },
  { ...textParameter, id: 'stelleTelefon', label: 'Telefon', kind: 'phone' },
  {
    ...textParameter,
    id: 'stelleEmail',
    label: 'E-Mail der Stelle',
    kind: 'email',
    hint: 'Ein Funktionspostfach. Dorthin geht die Nachricht über neue Anträge, ohne Angaben zur Person.',
  },
  { ...textParameter, id: 'stelleOeffnungszeiten', label: 'Öffnungszeiten', kind: 'multiline', max: 500 },
  {
    ...textParameter,
    id: 'stelleSchliesstage',
    label: 'Eigene Schließtage',
    hint: 'Nur was über die Feiertage Ihres Landes hinausgeht, zum Beispiel der 24. Dezember. Bürgerinnen und Bürger lesen sie.',
    kind: 'table',
    required: false,
    columns: [
      { ...textParameter, id: 'von', label: 'vom', kind: 'date' },
      { ...textParameter, id: 'bis', label: 'bis', kind: 'date', required: false },
      { ...textParameter, id: 'anlass', label: 'Anlass', max: 100 },
    ],
    maxRows: 40,
  },
  {
    ...textParameter,
    id: 'datenschutzVerantwortlich',
    label: 'Verantwortlich für die Verarbeitung',
    hint: 'Die Behörde, die über die Daten des Antrags entscheidet, mit Anschrift.',
    kind: 'multiline',
    max: 500,
  },
  {
    ...textParameter,
    id: 'datenschutzKontakt',
    label: 'E-Mail der oder des Datenschutzbeauftragten',
    kind: 'email',
  },
];

export type ParameterTopic = 'dienst' | 'zustellpunkt' | 'stelle' | 'datenschutz';

/** What a parameter is about: the Onlinedienst itself, where Anträge go, the office, or data protection. */
export function parameterTopic({ id, kind }: Pick<ParameterDefinition, 'id' | 'kind'>): ParameterTopic {
  if (kind === 'zustellpunkt' || isBezirkTable(id)) return 'zustellpunkt';
  if (!standardParameters.some((standard) => standard.id === id)) return 'dienst';
  return id.startsWith('stelle') ? 'stelle' : 'datenschutz';
}

/** Under which name something of a kind of office is stated. */
function officeName(what: 'zustellpunkt' | 'bezirke', office: string): string {
  return `${what}${office.slice(0, 1).toUpperCase()}${office.slice(1)}`;
}

/** For each kind of office that a service names, the Zustellpunkt to which its Anträge go, and those of single districts. */
export function zustellpunktParameters(
  covers: readonly { readonly name: string; readonly office: string }[],
): readonly ParameterDefinition[] {
  return [...new Set(covers.map(({ office }) => office))].flatMap((office) => {
    const names = covers
      .filter((each) => each.office === office)
      .map(({ name }) => `„${name}“`)
      .join(', ');
    return [
      {
        ...textParameter,
        id: officeName('zustellpunkt', office),
        label: `Zustellpunkt für ${names}`,
        hint: 'Dorthin gehen die Anträge, verschlüsselt mit dem Schlüssel dieses Zustellpunkts.',
        kind: 'zustellpunkt',
      },
      bezirkTable(office, names),
    ];
  });
}

function bezirkTable(office: string, names: string): ParameterDefinition {
  return {
    ...textParameter,
    id: officeName('bezirke', office),
    label: `Zustellpunkte nach Bezirk für ${names}`,
    hint: 'Nur wenn mehrere Stellen zuständig sind: eine Zeile je Postleitzahl, Ortsteil oder Straße, jede genau einmal. Es zählt die Anschrift im Antrag, und die Straße vor dem Ortsteil vor der Postleitzahl; was keine Zeile nennt, geht an den Zustellpunkt darüber. Viele Straßen lesen Sie unter „Parameter“ als Tabelle ein.',
    kind: 'table',
    required: false,
    columns: [
      { ...textParameter, id: 'bezirk', label: 'Postleitzahl oder Ortsteil', max: 80, required: false },
      { ...textParameter, id: 'ziel', label: 'Zustellpunkt', kind: 'zustellpunkt' },
      { ...textParameter, id: 'strasse', label: 'Straße', max: 120, required: false },
      { ...textParameter, id: 'von', label: 'Hausnummer von', max: 8, required: false },
      { ...textParameter, id: 'bis', label: 'Hausnummer bis', max: 8, required: false },
      { ...textParameter, id: 'seite', label: 'Nur gerade oder ungerade', max: 10, required: false },
    ],
    maxRows: 999,
  };
}

function isBezirkTable(id: string): boolean {
  return /^bezirke[A-Z]/.test(id);
}

/**
 * The id of the Zustellpunkt that receives for a kind of office, for an Antrag from a place: that of its street, else that of
 * its Ortsteil, else that of its Postleitzahl, else the one for all. Null where none is stated.
 */
export function zustellpunktFor(values: ParameterValues, office: string, ort: Ort = {}): string | null {
  const inBezirk = zielIn(bezirkeIn(values[officeName('bezirke', office)]), ort);
  const value = inBezirk ?? values[officeName('zustellpunkt', office)];
  return typeof value === 'string' ? value : null;
}

/** All Zustellpunkte to which Anträge for a kind of office may go. */
export function zustellpunkteFor(values: ParameterValues, office: string): readonly string[] {
  const all = zustellpunktFor(values, office);
  const bezirke = bezirkeIn(values[officeName('bezirke', office)]).map(({ ziel }) => ziel);
  return [...new Set([...(all === null ? [] : [all]), ...bezirke])];
}

/** The office that answers for a service, from a day on. */
export interface ZustaendigeStelle {
  readonly gueltigVon: LocalDate;
  readonly name: string;
  readonly anschrift: string;
  readonly telefon: string;
  readonly email: string;
  readonly oeffnungszeiten: string;
}

/** The office as the parameters of a day name it. */
export function stelleOf(values: ParameterValues, gueltigVon: LocalDate): ZustaendigeStelle {
  const text = (id: string) => String(values[id] ?? '');
  return {
    gueltigVon,
    name: text('stelleName'),
    anschrift: text('stelleAnschrift'),
    telefon: text('stelleTelefon'),
    email: text('stelleEmail'),
    oeffnungszeiten: text('stelleOeffnungszeiten'),
  };
}

/** The office that answers on a day: of those that hold by then the latest, before the first one the first. */
export function stelleOn(stellen: readonly ZustaendigeStelle[], date: LocalDate): ZustaendigeStelle | null {
  return stellen.findLast(({ gueltigVon }) => gueltigVon <= date) ?? stellen[0] ?? null;
}
