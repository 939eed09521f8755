import { readAllLive } from '#efa';
import { readVorgaben, wirksamAt } from '#efa/parameter';
import type { LocalDate } from '#kernel';
import type { ParametersDeps } from '../deps.ts';
import type { Asker } from './asker.ts';
import { alleDienste } from './read-dienst.ts';
import { ownSicht } from './sichten.ts';

/** One service in the overview. */
export interface Dienstzeile {
  readonly dienst: string;
  readonly titel: string;
  /** How many Kommunen have it live. */
  readonly kommunen: number;
  readonly eigene: number;
  readonly vonOben: number;
  /** The next day on which a value changes. */
  readonly naechste: LocalDate | null;
}

/** The services that concern somebody: a Kommune those it is connected to, a provider all that are offered. */
export async function uebersichtOf(
  deps: Pick<ParametersDeps, 'efa'>,
  asker: Asker,
): Promise<readonly Dienstzeile[]> {
  const today = deps.efa.clock.today();
  const dienste = await alleDienste(deps);
  const live = Map.groupBy(await deps.efa.db.withPublic(readAllLive), ({ dienst }) => dienst);
  const zeilen: Dienstzeile[] = [];
  for (const { angebot } of dienste) {
    const { dienst, data } = angebot;
    const head = { dienst, titel: data.title, kommunen: live.get(dienst)?.length ?? 0 };
    const facts = await factsOf(deps, asker, dienst);
    if (facts === null) continue;
    const naechste =
      facts
        .map(({ giltAb }) => giltAb)
        .filter((day) => day > today)
        .toSorted()[0] ?? null;
    const values = [...wirksamAt(facts, { date: today }).values()];
    const eigene = values.filter(({ fact }) => fact.ebene === 'kommune').length;
    zeilen.push({ ...head, eigene, vonOben: values.length - eigene, naechste });
  }
  return zeilen;
}

async function factsOf({ efa }: Pick<ParametersDeps, 'efa'>, asker: Asker, dienst: string) {
  if (asker.art === 'anbieter') return efa.db.withPublic((tx) => readVorgaben(tx, dienst));
  return (await ownSicht({ efa }, asker, dienst))[0]?.facts ?? null;
}
