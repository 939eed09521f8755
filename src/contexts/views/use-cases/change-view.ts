import { isUuid, ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { ViewsDeps } from '../deps.ts';
import type { Ansicht } from '../domain/ansicht.ts';
import { parseAddress } from '../domain/parse-address.ts';
import { changedMeanwhile, invalidView, nameTaken, notYours, personNeeded, viewUnknown } from '../errors.ts';
import {
  deleteAnsicht,
  deleteStart,
  findAnsicht,
  insertStart,
  nameIsTaken,
  updateAnsicht,
} from '../store.ts';
import { darfAendern, type Person } from './person.ts';
import { parseWords } from './save-view.ts';

/** What somebody wants otherwise; what is left out stays. */
export interface Ansichtaenderung {
  readonly name?: string | undefined;
  readonly geteilt?: string | undefined;
  /** The list as it is shown now, for a view that shall show it so from now on. */
  readonly adresse?: string | undefined;
  /** The version that was read; without one, the newest counts. */
  readonly version?: number | undefined;
}

/** Renames a view, shares it otherwise, or lets it show its list as it is shown now. */
export async function changeView(
  deps: ViewsDeps,
  person: Person,
  id: string,
  change: Ansichtaenderung,
): Promise<Result<Ansicht>> {
  return withOwnView(deps, person, id, async (tx, ansicht) => {
    if (change.version !== undefined && change.version !== ansicht.version) return refuse(changedMeanwhile);
    const next = changedView(deps, person, ansicht, change);
    if (!next.ok) return next;
    if (await nameIsTaken(tx, next.value)) return refuse(nameTaken);
    if (!(await updateAnsicht(tx, next.value))) return refuse(changedMeanwhile);
    const { pfad, geteilt } = next.value;
    await recordAudit(tx, {
      action: 'views.ansicht.changed',
      object: { type: 'ansicht', id },
      summary: { pfad, geteilt },
    });
    return ok({ ...next.value, version: ansicht.version + 1 });
  });
}

function changedView(
  { isPage, clock }: ViewsDeps,
  person: Person,
  ansicht: Ansicht,
  change: Ansichtaenderung,
): Result<Ansicht> {
  const words = parseWords(person, {
    name: change.name ?? ansicht.name,
    geteilt: change.geteilt ?? ansicht.geteilt,
  });
  if (!words.ok) return words;
  if (words.value.geteilt === 'nein' && ansicht.besitzer === null) return refuse(personNeeded);
  const next = { ...ansicht, ...words.value, geaendertAm: clock.now() };
  if (change.adresse === undefined) return ok(next);
  const adresse = parseAddress(change.adresse, isPage, clock.today());
  if (adresse === null || adresse.pfad !== ansicht.pfad)
    return refuse(
      invalidView([{ field: 'adresse', message: 'Diese Ansicht gehört zu einer anderen Liste.' }]),
    );
  return ok({ ...next, abfrage: adresse.abfrage });
}

/** Deletes a view for everybody with whom it was shared. */
export function deleteView(
  deps: ViewsDeps,
  person: Person,
  id: string,
): Promise<Result<{ readonly id: string }>> {
  return withOwnView(deps, person, id, async (tx, { pfad }) => {
    await deleteAnsicht(tx, id);
    await recordAudit(tx, {
      action: 'views.ansicht.deleted',
      object: { type: 'ansicht', id },
      summary: { pfad },
    });
    return ok({ id });
  });
}

/** Lets a list open with a view for the one who asks, or as it is again. */
export function setStartView(
  { db }: Pick<ViewsDeps, 'db'>,
  { tenant, actor, mitglied }: Person,
  id: string,
  start: boolean,
): Promise<Result<Ansicht>> {
  if (mitglied === null) return Promise.resolve(refuse(personNeeded));
  if (!isUuid(id)) return Promise.resolve(refuse(viewUnknown));
  return db.withTenant(tenant, actor, async (tx) => {
    const ansicht = await findAnsicht(tx, mitglied, id);
    if (ansicht === null) return refuse(viewUnknown);
    if (start) await insertStart(tx, tenant, mitglied, ansicht);
    else await deleteStart(tx, mitglied, ansicht);
    await recordAudit(tx, {
      action: start ? 'views.start.set' : 'views.start.cleared',
      object: { type: 'ansicht', id },
      summary: { pfad: ansicht.pfad },
    });
    return ok({ ...ansicht, start });
  });
}

function withOwnView<T>(
  { db }: Pick<ViewsDeps, 'db'>,
  person: Person,
  id: string,
  act: (tx: Tx, ansicht: Ansicht) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!isUuid(id)) return Promise.resolve(refuse(viewUnknown));
  return db.withTenant(person.tenant, person.actor, async (tx) => {
    const ansicht = await findAnsicht(tx, person.mitglied, id);
    if (ansicht === null) return refuse(viewUnknown);
    return darfAendern(person, ansicht) ? act(tx, ansicht) : refuse(notYours);
  });
}
