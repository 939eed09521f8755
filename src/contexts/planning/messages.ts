import { formatQuartal, type Quartal } from '#kernel';
import type { Hindernis } from './domain/brett.ts';
import { ohnePlatz, type Planungsproblem } from './domain/problem.ts';
import type { Verstoss } from './domain/pruefung.ts';
import { formatTage } from './domain/tage.ts';

/** A share as „3,4 %“; what is small but there is never „0 %“. */
export function prozent(anteil: number): string {
  const shown = (Math.ceil(anteil * 1_000) / 10).toLocaleString('de-DE', { maximumFractionDigits: 1 });
  return `${shown} %`;
}

export const keinPlatz = 'kein Platz in diesem Plan';

/** `1. Quartal 2027`, or that there is no place. */
export function quartalText(quartal: Quartal | null): string {
  return quartal === null ? keinPlatz : formatQuartal(quartal);
}

/** The quarter at a position of a plan, in words. */
export function platzText({ quartale }: Planungsproblem, platz: number): string {
  return platz === ohnePlatz ? keinPlatz : quartalText(quartale[platz] ?? null);
}

/** `Hund anmelden, Stadt Lemgo` or `Hund anmelden, einmalig`. */
export function einheitText({ einheiten, massnahmen, kommunen }: Planungsproblem, einheit: number): string {
  const one = einheiten[einheit];
  const titel = massnahmen[one?.massnahme ?? -1]?.titel ?? '';
  const name = kommunen.find(({ ags }) => ags === one?.ags)?.name;
  return `„${titel}“ ${one?.ags === null ? '(einmaliger Teil)' : `für ${name ?? one?.ags ?? ''}`}`;
}

/** A broken rule as a sentence. */
export function verstossText(problem: Planungsproblem, verstoss: Verstoss): string {
  const { teams, quartale, massnahmen, einheiten } = problem;
  const at = (platz: number) => platzText({ ...problem, quartale }, platz);
  switch (verstoss.art) {
    case 'kapazitaet': {
      const zuviel = formatTage(verstoss.belegt - verstoss.kapazitaet);
      return `„${teams[verstoss.team]?.name ?? ''}“ hat im ${at(verstoss.quartal)} ${formatTage(verstoss.kapazitaet)} Personentage und bräuchte ${formatTage(verstoss.belegt)}: ${zuviel} zu viel.`;
    }
    case 'zu-frueh':
      return `${einheitText(problem, verstoss.einheit)} läge im ${at(verstoss.quartal)}, ist aber frühestens im ${at(einheiten[verstoss.einheit]?.von ?? 0)} möglich.`;
    case 'zu-spaet': {
      const frist = massnahmen[einheiten[verstoss.einheit]?.massnahme ?? -1]?.frist;
      return `${einheitText(problem, verstoss.einheit)} läge im ${at(verstoss.quartal)}, nach ${frist ? 'der Frist' : 'dem letzten möglichen Quartal'}.`;
    }
    case 'reihenfolge':
      return `${einheitText(problem, verstoss.nach)} läge nicht nach ${einheitText(problem, verstoss.vor)}, worauf es wartet.`;
  }
}

/** Why a wish cannot be had at any price. */
export function hindernisText(problem: Planungsproblem, hindernis: Hindernis): string {
  if (hindernis.art === 'fenster')
    return `${einheitText(problem, hindernis.einheit)} ist in diesem Quartal nicht möglich (Verfügbarkeit, Frist oder Reihenfolge).`;
  const { name = '' } = problem.teams[hindernis.team] ?? {};
  return `„${name}“ hat im ${platzText(problem, hindernis.quartal)} dafür auch dann nicht genug Tage, wenn alles andere weicht.`;
}

/** „diese drei“, „diese eine“. */
export function dieseZahl(count: number): string {
  const words = [
    'keine',
    'eine',
    'zwei',
    'drei',
    'vier',
    'fünf',
    'sechs',
    'sieben',
    'acht',
    'neun',
    'zehn',
    'elf',
    'zwölf',
  ];
  const word = words[count];
  if (word !== undefined) return count === 0 ? word : `diese ${word}`;
  return `diese ${count.toLocaleString('de-DE')}`;
}

/** „ein Quartal früher“, „zwei Quartale später“. */
export function quartaleFrueher(count: number): string {
  const many = Math.abs(count);
  const words = ['', 'ein Quartal', 'zwei Quartale', 'drei Quartale'];
  return `${words[many] ?? `${many} Quartale`} ${count > 0 ? 'früher' : 'später'}`;
}
