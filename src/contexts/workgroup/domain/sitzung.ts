import type { FieldProblem, LocalDate } from '#kernel';

export const sitzungZustaende = ['entwurf', 'eingeladen', 'laeuft', 'abgeschlossen', 'abgesagt'] as const;
export type SitzungZustand = (typeof sitzungZustaende)[number];

export const sitzungSchritte = ['einladen', 'beginnen', 'abschliessen', 'absagen'] as const;
export type SitzungSchritt = (typeof sitzungSchritte)[number];

/** What each step leads to from each state; what is not named is refused. */
const weiter: Readonly<Record<SitzungZustand, Partial<Record<SitzungSchritt, SitzungZustand>>>> = {
  entwurf: { einladen: 'eingeladen', absagen: 'abgesagt' },
  eingeladen: { beginnen: 'laeuft', absagen: 'abgesagt' },
  laeuft: { abschliessen: 'abgeschlossen' },
  abgeschlossen: {},
  abgesagt: {},
};

/** The state after a step, or `null` where the step is not possible. */
export function sitzungNach(zustand: SitzungZustand, schritt: SitzungSchritt): SitzungZustand | null {
  return weiter[zustand][schritt] ?? null;
}

/** The session is still to come or goes on: its agenda and date can change, and open questions stand on it. */
export function istOffen(zustand: SitzungZustand): boolean {
  return zustand === 'entwurf' || zustand === 'eingeladen' || zustand === 'laeuft';
}

export const formen = ['praesenz', 'online', 'hybrid'] as const;
export type Form = (typeof formen)[number];

export const teilnahmen = ['vor-ort', 'online', 'nein'] as const;
export type Teilnahme = (typeof teilnahmen)[number];

/** How somebody can take part in a session of this form. */
export function teilnahmenIn(form: Form): readonly Teilnahme[] {
  if (form === 'praesenz') return ['vor-ort', 'nein'];
  return form === 'online' ? ['online', 'nein'] : teilnahmen;
}

/** What a person decides of a session. */
export interface SitzungInhalt {
  readonly titel: string;
  readonly tag: LocalDate;
  readonly beginn: string;
  readonly ende: string;
  readonly form: Form;
  readonly ort: string;
  readonly link: string;
  /** Months to the next one of the series; `null` where there is no series. */
  readonly abstandMonate: number | null;
}

export interface Sitzung extends SitzungInhalt {
  readonly id: string;
  readonly providerId: string;
  readonly gruppeId: string;
  readonly nummer: number;
  readonly fassung: number;
  readonly zustand: SitzungZustand;
  readonly kalenderFolge: number;
  readonly grund: string;
  readonly abgeschlossenAm: Date | null;
}

/** What is wrong with where a session takes place: people need a room, a link, or both. */
export function ortProbleme({ form, ort, link }: Pick<SitzungInhalt, 'form' | 'ort' | 'link'>) {
  const problems: FieldProblem[] = [];
  if (form !== 'online' && ort === '')
    problems.push({ field: 'ort', message: 'Bitte nennen Sie den Ort, an dem die Sitzung stattfindet.' });
  if (form !== 'praesenz' && link === '')
    problems.push({ field: 'link', message: 'Bitte nennen Sie den Link der Videokonferenz.' });
  if (link !== '' && !/^https:\/\/[^\s<>"]+$/u.test(link))
    problems.push({
      field: 'link',
      message: 'Der Link muss mit https:// beginnen und ohne Leerzeichen sein.',
    });
  return problems;
}

/** Whether a change is one that recipients of an invitation must hear of. */
export function aendertTermin(vorher: SitzungInhalt, nachher: SitzungInhalt): boolean {
  const keys = ['titel', 'tag', 'beginn', 'ende', 'form', 'ort', 'link'] as const;
  return keys.some((key) => vorher[key] !== nachher[key]);
}

/** An item of the agenda. */
export interface Punkt {
  readonly id: string;
  readonly stelle: number;
  readonly titel: string;
  readonly minuten: number;
  readonly zustaendig: string | null;
  readonly text: string;
}

/** When each item begins, by the time boxes before it; past midnight never, because a session ends on its day. */
export function beginnJePunkt(beginn: string, punkte: readonly Pick<Punkt, 'minuten'>[]): readonly string[] {
  let minute = Number(beginn.slice(0, 2)) * 60 + Number(beginn.slice(3));
  return punkte.map(({ minuten }) => {
    const now = minute;
    minute = Math.min(minute + minuten, 24 * 60 - 1);
    return uhrzeit(now);
  });
}

/** How many minutes the agenda is longer than the session; 0 where it fits. */
export function ueberhang({ beginn, ende }: Pick<SitzungInhalt, 'beginn' | 'ende'>, minuten: number): number {
  return Math.max(0, minuten - (minutenVon(ende) - minutenVon(beginn)));
}

function minutenVon(zeit: string): number {
  return Number(zeit.slice(0, 2)) * 60 + Number(zeit.slice(3));
}

function uhrzeit(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
