import type { LocalDate } from '#kernel';
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
  if (kind === 'zustellpunkt') return 'zustellpunkt';
  if (!standardParameters.some((standard) => standard.id === id)) return 'dienst';
  return id.startsWith('stelle') ? 'stelle' : 'datenschutz';
}

/** Under which name the Zustellpunkt of a kind of office is stated. */
function zustellpunktName(office: string): string {
  return `zustellpunkt${office.slice(0, 1).toUpperCase()}${office.slice(1)}`;
}

/** For each kind of office that a service names, the choice of the Zustellpunkt to which its Anträge go. */
export function zustellpunktParameters(
  covers: readonly { readonly name: string; readonly office: string }[],
): readonly ParameterDefinition[] {
  return [...new Set(covers.map(({ office }) => office))].map((office) => ({
    ...textParameter,
    id: zustellpunktName(office),
    label: `Zustellpunkt für ${covers
      .filter((each) => each.office === office)
      .map(({ name }) => `„${name}“`)
      .join(', ')}`,
    hint: 'Dorthin gehen die Anträge, verschlüsselt mit dem Schlüssel dieses Zustellpunkts.',
    kind: 'zustellpunkt',
  }));
}

/** The id of the Zustellpunkt that receives for a kind of office; null where none is stated. */
export function zustellpunktFor(values: ParameterValues, office: string): string | null {
  const value = values[zustellpunktName(office)];
  return typeof value === 'string' ? value : null;
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
