import type { Gruppe, Punkt } from './punkt.ts';
import { istErledigt, type Punktstand } from './stand.ts';

/** The ten phases of an Anbindung. They are derived, never stored. */
export const phasen = [
  'interesse',
  'vereinbart',
  'beauftragt',
  'parameter',
  'technik',
  'test',
  'abnahme',
  'go-live',
  'betrieb',
  'ende',
] as const;
export type Phase = (typeof phasen)[number];

/** The states of efa in which an Anbindung can be. */
export type Zustand = 'interesse' | 'parameter' | 'test' | 'live' | 'ausgesetzt' | 'beendet';

/** From what a phase follows. */
export interface Phasenlage {
  readonly zustand: Zustand;
  /** Whether an order of the Kommune was accepted; then agreement and order are there, whatever the checklist says. */
  readonly beauftragt: boolean;
  readonly punkte: readonly {
    readonly punkt: Pick<Punkt, 'gruppe' | 'pflicht' | 'id'>;
    readonly stand: Punktstand;
  }[];
}

/** The phase in which an Anbindung is. */
export function phaseOf({ zustand, beauftragt, punkte }: Phasenlage): Phase {
  const fertig = (gruppe: Gruppe) =>
    punkte.every(({ punkt, stand }) => punkt.gruppe !== gruppe || !punkt.pflicht || istErledigt(stand));
  if (zustand === 'beendet') return 'ende';
  if (zustand === 'interesse' || zustand === 'parameter' || zustand === 'test')
    return vorStart(zustand, beauftragt, fertig);
  const leaving = punkte.some(({ punkt, stand }) => punkt.gruppe === 'ende' && stand === 'erledigt');
  if (leaving) return 'ende';
  return fertig('start') ? 'betrieb' : 'go-live';
}

/** The first of the steps that has not been taken; once all are, only the start is missing. */
function vorStart(zustand: Zustand, beauftragt: boolean, fertig: (gruppe: Gruppe) => boolean): Phase {
  const schritte: readonly (readonly [Phase, getan: boolean])[] = [
    ['interesse', beauftragt || fertig('vereinbarung')],
    ['vereinbart', beauftragt || fertig('auftrag')],
    ['beauftragt', zustand !== 'interesse'],
    ['parameter', fertig('parameter')],
    ['technik', fertig('technik')],
    ['test', zustand === 'test' && fertig('test')],
    ['abnahme', fertig('abnahme')],
  ];
  return schritte.find(([, getan]) => !getan)?.[0] ?? 'go-live';
}

/** The groups whose required lines must be done before citizens know the service. */
export function istVorStart(gruppe: Gruppe): boolean {
  return gruppe !== 'start' && gruppe !== 'ende';
}

/** Whether the line holds the start up: required before it, and not done. */
export function haeltStartAuf(
  { pflicht, gruppe }: Pick<Punkt, 'pflicht' | 'gruppe'>,
  stand: Punktstand | undefined,
): boolean {
  return pflicht && istVorStart(gruppe) && !istErledigt(stand);
}
