import { missingInForm } from '#fields';
import type { LocalDate } from '#kernel';
import type { Einlesezeile, Tx } from '#platform';
import { leererInhalt } from '../domain/leerer-inhalt.ts';
import { ohneIntern, type Projektfassung } from '../domain/projekt.ts';
import { pruefe } from '../domain/pruefen.ts';
import { eigenesPrefix, feldLabel } from '../felder/feldnamen.ts';
import { leseFelder, type ProjektTeile } from '../felder/lesen.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { feldwerteOf } from '../projekt-art.ts';
import { internOf, readProjekt } from '../store-projekt.ts';
import type { Lead } from './actors.ts';
import { broken, compared, type GeplanteZeile, type Nachgeschlagen, ofOthers } from './geplante-zeile.ts';
import { isKennung, kennungOf } from './kennung.ts';
import { leserOf } from './nachschlag.ts';
import { unknownProblems } from './unknown-problems.ts';

/** Whether a row changes something. */
export function isTaken({ art }: Pick<GeplanteZeile, 'art'>): boolean {
  return art === 'neu' || art === 'geaendert';
}

type RowPlanner = (tx: Tx, rows: readonly Einlesezeile[]) => Promise<readonly GeplanteZeile[]>;

/** Says of each row of a table what it would do for the house that sent it. */
export async function rowPlanner(
  deps: Pick<ProjectsDeps, 'clock' | 'catalogue' | 'loesungNamen' | 'felderOf'>,
  lead: Lead,
): Promise<RowPlanner> {
  const { clock, loesungNamen } = deps;
  const nachschlag = await leserOf(deps, lead);
  const today = clock.today();
  return async (tx, rows) => {
    const planned: GeplanteZeile[] = [];
    const seen = new Map<string, number>();
    for (const row of rows) {
      const kennung = row.felder.kennung?.trim() || kennungOf(row.felder.titel ?? '');
      const before = seen.get(kennung);
      seen.set(kennung, before ?? row.zeile);
      planned.push(
        before === undefined
          ? await planRow(tx, row, kennung, { lead, nachschlag, today, loesungNamen })
          : broken(row, kennung, [`Dieses Projekt steht schon in Zeile ${before}.`]),
      );
    }
    return planned;
  };
}

interface PlanDeps {
  readonly lead: Lead;
  readonly nachschlag: Nachgeschlagen;
  readonly today: LocalDate;
  readonly loesungNamen: ProjectsDeps['loesungNamen'];
}

async function planRow(tx: Tx, row: Einlesezeile, kennung: string, deps: PlanDeps): Promise<GeplanteZeile> {
  if (row.fehler.length > 0) return broken(row, kennung, row.fehler);
  if (!isKennung(kennung)) return broken(row, kennung, [`„${kennung.slice(0, 80)}“ ist keine Kennung.`]);
  const current = await readProjekt(tx, kennung);
  if (current && !row.felder.kennung?.trim())
    return broken(row, kennung, [
      `Ein Projekt „${current.inhalt.titel}“ gibt es schon. Wenn es gemeint ist, tragen Sie die Kennung ${kennung} ein.`,
    ]);
  if (current !== null && current.tenant !== null && current.tenant !== deps.lead.anbieter.tenant)
    return ofOthers(row, current, deps.nachschlag);
  return readRow(row, kennung, current, await partsOf(tx, current), deps);
}

async function readRow(
  row: Einlesezeile,
  kennung: string,
  current: Projektfassung | null,
  before: ProjektTeile,
  { nachschlag, today, loesungNamen }: PlanDeps,
): Promise<GeplanteZeile> {
  const read = leseFelder(row.felder, before, nachschlag);
  if (!read.ok) return broken(row, kennung, messagesOf(read.refusal.fields));
  const problems = [
    ...pruefe(read.value.inhalt, read.value.intern, today),
    ...(await unknownProblems(loesungNamen, read.value.inhalt, nachschlag)),
  ];
  if (problems.length > 0) return broken(row, kennung, messagesOf(problems));
  const planned = compared(row, kennung, current, before, read.value, nachschlag);
  // A row that changes nothing is left in peace, whatever has become required since.
  const werte = feldwerteOf(read.value.inhalt, read.value.intern);
  const missing = planned.art === 'unveraendert' ? [] : missingInForm(nachschlag.felder, werte, today);
  return missing.length > 0 ? broken(row, kennung, messagesOf(missing)) : planned;
}

async function partsOf(tx: Tx, current: Projektfassung | null): Promise<ProjektTeile> {
  const intern = current ? await internOf(tx, current.id, current.fassung) : null;
  return { inhalt: current?.inhalt ?? leererInhalt, intern: intern ?? ohneIntern };
}

function messagesOf(fields: readonly { readonly field: string; readonly message: string }[] = []) {
  return fields.map(
    ({ field, message }) => `${feldLabel[field] ?? field.replace(eigenesPrefix, '')}: ${message}`,
  );
}
