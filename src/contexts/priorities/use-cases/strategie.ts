import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import {
  type Abweichung,
  type DienstArt,
  dienstArten,
  type EfaDienst,
  type Strategiestand,
} from '../domain/strategie.ts';
import { dienstUnknown } from '../errors.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { readAbweichungen, readStrategiestaende, readStrategieverlauf } from '../store-strategie.ts';
import type { Viewer } from './viewer.ts';

/** A service with what was decided of it, and who deviates as far as the viewer may see it. */
export interface Strategiezeile {
  readonly dienst: EfaDienst;
  readonly stand: Strategiestand | null;
  readonly abweichungen: readonly Abweichung[];
}

export type Deps = Pick<PrioritiesDeps, 'db' | 'clock' | 'dienste'>;

/** Every EfA service with its decision; what was decided stays, also when its register has lost the service. */
export async function readStrategieliste(deps: Deps, viewer: Viewer): Promise<readonly Strategiezeile[]> {
  const dienste = await deps.dienste();
  return deps.db.withTenant(viewer.tenant, viewer.actor, async (tx) => {
    const staende = await readStrategiestaende(tx, viewer.provider.id);
    const abweichungen = (await readAbweichungen(tx, null)).filter(
      ({ abweichung }) => abweichung !== 'keine',
    );
    const known = new Set(dienste.map(({ art, id }) => `${art} ${id}`));
    const lost = staende.filter(({ art, dienstId }) => !known.has(`${art} ${dienstId}`)).map(dienstOf);
    return [...dienste, ...lost].map((dienst) => ({
      dienst,
      stand: staende.find(({ art, dienstId }) => art === dienst.art && dienstId === dienst.id) ?? null,
      abweichungen: abweichungen.filter(({ art, dienstId }) => art === dienst.art && dienstId === dienst.id),
    }));
  });
}

/** A service that only its decision still knows. */
function dienstOf({ art, dienstId, titel, leistungen }: Strategiestand): EfaDienst {
  return {
    art,
    id: dienstId,
    titel,
    anbieter: '',
    status: 'nicht mehr im Register',
    verfuegbarAb: null,
    leistungen,
    href: '',
  };
}

/** One service with all decisions on it, the newest first. */
export interface Strategiedetail extends Strategiezeile {
  readonly verlauf: readonly Strategiestand[];
}

export async function readStrategiedetail(
  deps: Deps,
  viewer: Viewer,
  art: string,
  id: string,
): Promise<Result<Strategiedetail>> {
  const known = dienstArten.find((each) => each === art);
  const dienst = (await deps.dienste()).find((each) => each.art === known && each.id === id);
  return deps.db.withTenant(viewer.tenant, viewer.actor, async (tx) => {
    const verlauf = known ? await readStrategieverlauf(tx, viewer.provider.id, known, id) : [];
    const [stand] = verlauf;
    const found = dienst ?? (stand && dienstOf(stand));
    if (!found) return refuse(dienstUnknown(id));
    return ok({
      dienst: found,
      stand: stand ?? null,
      verlauf,
      abweichungen: await readAbweichungen(tx, found),
    });
  });
}

/** What plans read of deviations: who does what instead, for each Leistung of the service, as far as the transaction sees. */
export async function readStrategieabweichungen(
  tx: Tx,
): Promise<readonly (Abweichung & { readonly titel: string; readonly leistungen: readonly string[] })[]> {
  const staende = new Map(
    (await readStrategiestaende(tx, null)).map((stand) => [`${stand.art} ${stand.dienstId}`, stand]),
  );
  return (await readAbweichungen(tx, null)).flatMap((one) => {
    const stand = staende.get(`${one.art} ${one.dienstId}`);
    return stand ? [{ ...one, titel: stand.titel, leistungen: stand.leistungen }] : [];
  });
}

/** What targets and plans read: the decision on each service that the transaction sees. */
export async function readStrategie(tx: Tx): Promise<
  readonly {
    readonly art: DienstArt;
    readonly onlinedienstOderLeistung: string;
    readonly titel: string;
    readonly leistungen: readonly string[];
    readonly entscheid: Strategiestand['entscheid'];
    readonly quartal: Strategiestand['quartal'];
    readonly grund: string;
    readonly verantwortlich: string;
  }[]
> {
  return (await readStrategiestaende(tx, null)).map(
    ({ art, dienstId, titel, leistungen, entscheid, quartal, grund, verantwortlich }) => ({
      art,
      onlinedienstOderLeistung: dienstId,
      titel,
      leistungen,
      entscheid,
      quartal,
      grund,
      verantwortlich,
    }),
  );
}
