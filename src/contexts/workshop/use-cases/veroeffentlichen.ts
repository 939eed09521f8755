import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { dokumenteVon } from '../dokumente.ts';
import { type Json, withValue } from '../domain/json.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import {
  alreadyProposed,
  changedMeanwhile,
  nothingProposed,
  notReady,
  offeredByOther,
  unchanged,
} from '../errors.ts';
import {
  insertEntscheidung,
  insertFassung,
  insertVorlage,
  readFassung,
  readFassungen,
} from '../store-vorlage.ts';
import type { Autor } from './autor.ts';
import { fremderAnbieter } from './beginne.ts';
import { gleich, hashVon } from './dokument-hash.ts';
import { type Entwurf, entwurfIn, openEntwurf } from './entwurf.ts';
import { naechsteVersion } from './naechste-version.ts';
import { audit, type Offen, offeneVorlage } from './offene-vorlage.ts';
import { hindernisse, pruefung } from './pruefstand.ts';

/** Asks for publishing what the person has before their eyes; only what is right can be proposed. */
export async function legeVor(
  deps: WorkshopDeps,
  autor: Autor,
  dienst: string,
  { grundlage, nachricht }: { readonly grundlage: number; readonly nachricht: string },
): Promise<Result<Entwurf>> {
  const entwurf = await openEntwurf(deps, autor, dienst);
  if (!entwurf.ok) return entwurf;
  if (entwurf.value.nummer !== grundlage) return refuse(changedMeanwhile());
  if (entwurf.value.offen !== null) return refuse(alreadyProposed);
  const stops = hindernisse(await pruefung(deps, entwurf.value.dokumente));
  if (stops.length > 0) return refuse(notReady(stops));
  const other = await fremderAnbieter(deps, autor, entwurf.value.dienst);
  if (other !== null) return refuse(offeredByOther(other));
  const known = (await deps.onlinedienste()).find(({ id }) => id === entwurf.value.dienst);
  const shipped = known ? dokumenteVon(known) : null;
  return deps.db.withTenant(autor.anbieter.tenant, autor.actor, async (tx) => {
    const newest = (await neueste(tx, entwurf.value.dienst)) ?? shipped;
    const { dokumente, lage, vorlagen } = entwurf.value;
    if (newest !== null && gleich(mitVersion(newest, 1), mitVersion(dokumente, 1))) return refuse(unchanged);
    const nummer = (vorlagen.at(-1)?.nummer ?? 0) + 1;
    const vorlage = {
      ...{ dienst: entwurf.value.dienst, nummer, schritt: lage.stand },
      nachricht: nachricht.trim().slice(0, 2_000),
      vorgelegtAm: deps.clock.now(),
    };
    if (!(await insertVorlage(tx, autor.anbieter.tenant, vorlage))) return refuse(alreadyProposed);
    await audit(tx, 'workshop.entwurf.proposed', vorlage.dienst, { vorlage: nummer });
    return entwurfIn(tx, vorlage.dienst);
  });
}

async function neueste(tx: Tx, dienst: string): Promise<Dokumente | null> {
  const last = (await readFassungen(tx)).findLast((each) => each.dienst === dienst);
  return last ? readFassung(tx, dienst, last.version) : null;
}

/** The documents under a version. */
function mitVersion(dokumente: Dokumente, version: number): Dokumente {
  const set = (dokument: Json) => withValue(dokument, ['version'], () => version);
  return { ...dokumente, dienst: set(dokumente.dienst), formular: set(dokumente.formular) };
}

/** Publishes what somebody else proposed, exactly as it was proposed. Kommunen can have it at once. */
export async function veroeffentliche(
  deps: WorkshopDeps,
  autor: Autor,
  dienst: string,
  vorlage: number,
): Promise<Result<{ readonly entwurf: Entwurf; readonly version: number }>> {
  const open = await offeneVorlage(deps, autor, dienst, vorlage);
  if (!open.ok) return open;
  const stops = hindernisse(await pruefung(deps, open.value.inhalt));
  if (stops.length > 0) return refuse(notReady(stops));
  const version = await naechsteVersion(deps, open.value.vorlage.dienst);
  const published = await deps.db.withReference(
    autor.actor,
    (tx) => schreibeFassung(tx, deps, autor, open.value, version),
    autor.anbieter.tenant,
  );
  if (!published.ok) return published;
  deps.published();
  const offered = await deps.offer(autor.actor, autor.anbieter, open.value.vorlage.dienst);
  return offered.ok ? ok({ entwurf: published.value, version }) : offered;
}

async function schreibeFassung(
  tx: Tx,
  { clock }: WorkshopDeps,
  { anbieter }: Autor,
  { vorlage, inhalt, titel }: Offen,
  version: number,
): Promise<Result<Entwurf>> {
  const { dienst } = vorlage;
  const am = clock.now();
  const decided = { art: 'veroeffentlicht' as const, grund: '', version, am };
  if (!(await insertEntscheidung(tx, anbieter.tenant, vorlage, decided))) return refuse(nothingProposed);
  const dokumente = mitVersion(inhalt, version);
  const inserted = await insertFassung(tx, {
    ...{ dienst, version, titel, inhalt: dokumente, hash: hashVon(dokumente), veroeffentlichtAm: am },
    anbieterId: anbieter.tenant,
    anbieter: anbieter.name,
  });
  if (!inserted) throw new Error(`${dienst}: Fassung ${version} gibt es schon`);
  await audit(tx, 'workshop.fassung.published', dienst, { version, vorlage: vorlage.nummer });
  return entwurfIn(tx, dienst);
}
