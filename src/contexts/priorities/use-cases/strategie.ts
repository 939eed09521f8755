import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import {
  type Abweichung,
  type DienstArt,
  dienstArten,
  type EfaDienst,
  parseAbweichung,
  parseStrategie,
  type Strategiestand,
  type Strategiewunsch,
} from '../domain/strategie.ts';
import { changedMeanwhile, dienstUnknown, notDecidedYet } from '../errors.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import {
  insertAbweichung,
  insertStrategie,
  readAbweichungen,
  readStrategiestaende,
  readStrategieverlauf,
} from '../store-strategie.ts';
import type { deviatorOf, Viewer } from './viewer.ts';

/** A service with what was decided of it, and who deviates as far as the viewer may see it. */
export interface Strategiezeile {
  readonly dienst: EfaDienst;
  readonly stand: Strategiestand | null;
  readonly abweichungen: readonly Abweichung[];
}

type Deps = Pick<PrioritiesDeps, 'db' | 'clock' | 'dienste'>;

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

/** What somebody wants to hold of a service, over the Fassung that they saw. */
export interface Entscheidwunsch extends Strategiewunsch {
  readonly grundlage: number;
  readonly sitzungsbeschluss: string | null;
}

/** Holds what was decided of a service; former decisions stay. */
export async function decideStrategie(
  deps: Deps,
  viewer: Viewer,
  { art, id }: { readonly art: string; readonly id: string },
  wunsch: Entscheidwunsch,
): Promise<Result<Strategiestand>> {
  const parsed = parseStrategie(wunsch);
  if (!parsed.ok) return parsed;
  const detail = await readStrategiedetail(deps, viewer, art, id);
  if (!detail.ok) return detail;
  const { dienst, stand } = detail.value;
  if ((stand?.fassung ?? 0) !== wunsch.grundlage) return refuse(changedMeanwhile);
  const next: Strategiestand = {
    art: dienst.art,
    dienstId: dienst.id,
    fassung: wunsch.grundlage + 1,
    titel: dienst.titel,
    leistungen: dienst.leistungen,
    ...parsed.value,
    sitzungsbeschluss: wunsch.sitzungsbeschluss,
    entschiedenAm: deps.clock.now(),
  };
  return deps.db.withTenant(viewer.tenant, viewer.actor, async (tx) => {
    if (!(await insertStrategie(tx, viewer.tenant, next))) return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: 'priorities.strategie.decided',
      object: { type: `strategie-${next.art}`, id: next.dienstId },
      summary: { entscheid: next.entscheid, quartal: next.quartal, fassung: next.fassung },
    });
    return ok(next);
  });
}

type Deviator = Extract<Awaited<ReturnType<typeof deviatorOf>>, { readonly ok: true }>['value'];

/** A Kommune says that it does something else, and why; only where there is a decision to deviate from. */
export async function deviate(
  deps: Deps,
  { viewer, kommune }: Deviator,
  { art, id }: { readonly art: string; readonly id: string },
  wunsch: { readonly abweichung: string; readonly quartal: string; readonly grund: string },
): Promise<Result<Abweichung>> {
  const parsed = parseAbweichung(wunsch);
  if (!parsed.ok) return parsed;
  const detail = await readStrategiedetail(deps, viewer, art, id);
  if (!detail.ok) return detail;
  if (detail.value.stand === null) return refuse(notDecidedYet);
  const { dienst, abweichungen } = detail.value;
  const before = abweichungen.find(({ ags }) => ags === kommune.ags);
  const next: Abweichung = {
    ...parsed.value,
    ags: kommune.ags,
    kommune: kommune.name,
    art: dienst.art,
    dienstId: dienst.id,
    fassung: (before?.fassung ?? 0) + 1,
    angegebenAm: deps.clock.now(),
  };
  return deps.db.withTenant(viewer.tenant, viewer.actor, async (tx) => {
    if (!(await insertAbweichung(tx, viewer.tenant, viewer.provider.id, next)))
      return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: 'priorities.strategie.deviated',
      object: { type: `strategie-${next.art}`, id: next.dienstId },
      summary: { abweichung: next.abweichung, quartal: next.quartal, fassung: next.fassung },
    });
    return ok(next);
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
