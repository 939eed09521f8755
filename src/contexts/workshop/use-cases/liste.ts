import type { Onlinedienst } from '#forms/onlinedienst';
import type { WorkshopDeps } from '../deps.ts';
import { lageOf } from '../domain/verlauf.ts';
import { readSchritte, type SchrittZeile } from '../store-entwurf.ts';
import { type Fassung, readFassungen, readVorlagen } from '../store-vorlage.ts';
import type { Autor } from './autor.ts';

export type WerkZustand = 'entwurf' | 'vorgelegt' | 'veroeffentlicht' | 'ausgeliefert';

/** A service in the list of the workshop: one with a draft, or one that there is already. */
export interface WerkZeile {
  readonly dienst: string;
  readonly titel: string;
  readonly zustand: WerkZustand;
  /** Whether the house works on it. */
  readonly entwurf: boolean;
  /** The newest version that is published or shipped; `null` where there is none yet. */
  readonly fassung: number | null;
  readonly schritte: number;
  readonly geaendertAm: Date | null;
  readonly geaendertVon: string | null;
  readonly anbieter: string | null;
}

/** All services: drafts of the own house, and every one in its newest version. */
export async function listeWerke(deps: WorkshopDeps, autor: Autor): Promise<readonly WerkZeile[]> {
  const known = new Map((await deps.onlinedienste()).map((dienst) => [dienst.id, dienst]));
  const names = await deps.namen(autor.anbieter.tenant);
  const { schritte, vorlagen, fassungen } = await deps.db.withTenant(
    autor.anbieter.tenant,
    autor.actor,
    async (tx) => ({
      schritte: await readSchritte(tx, null),
      vorlagen: await readVorlagen(tx, null),
      fassungen: await readFassungen(tx),
    }),
  );
  const byDienst = Map.groupBy(schritte, ({ dienst }) => dienst);
  const ids = [...new Set([...byDienst.keys(), ...known.keys()])];
  return ids.map((dienst) =>
    zeileVon({
      dienst,
      own: byDienst.get(dienst) ?? [],
      known: known.get(dienst),
      offered: fassungen.findLast((each) => each.dienst === dienst),
      waits: vorlagen.some((each) => each.dienst === dienst && each.entscheidung === null),
      names,
    }),
  );
}

interface Bekannt {
  readonly dienst: string;
  readonly own: readonly SchrittZeile[];
  readonly known: Onlinedienst | undefined;
  readonly offered: Fassung | undefined;
  readonly waits: boolean;
  readonly names: ReadonlyMap<string, string>;
}

function zeileVon(bekannt: Bekannt): WerkZeile {
  const { dienst, own, known, offered, names } = bekannt;
  const last = own.at(-1);
  return {
    dienst,
    titel: titelVon(own) ?? known?.title ?? dienst,
    zustand: zustandVon(bekannt),
    entwurf: last !== undefined,
    fassung: known?.version ?? null,
    schritte: own.length,
    geaendertAm: last?.am ?? offered?.veroeffentlichtAm ?? null,
    geaendertVon: last ? (names.get(last.von) ?? last.von) : null,
    anbieter: offered?.anbieter ?? null,
  };
}

function zustandVon({ own, offered, waits }: Bekannt): WerkZustand {
  if (waits) return 'vorgelegt';
  if (isOpen(own, offered?.veroeffentlichtAm)) return 'entwurf';
  return offered ? 'veroeffentlicht' : 'ausgeliefert';
}

/** Whether something was done since the newest version was published. */
function isOpen(own: readonly SchrittZeile[], published: Date | undefined): boolean {
  const last = own.at(-1);
  return last !== undefined && (published === undefined || last.am > published);
}

function titelVon(schritte: readonly SchrittZeile[]): string | null {
  const { stand } = lageOf(schritte);
  return schritte.find(({ nummer }) => nummer === stand)?.titel ?? null;
}
