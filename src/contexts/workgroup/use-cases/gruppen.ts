import { ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type Tx } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { gruppeUnbekannt, schonDabei, sitzUnbekannt, ungueltig } from '../errors.ts';
import {
  type Gruppe,
  insertFreieSitze,
  insertGruppe,
  insertSitz,
  readGruppen,
  readSitze,
  takeSitz,
} from '../store/gruppen.ts';
import { type Felder, leserVon } from './felder.ts';
import { type Getan, getan, idOf, type Mitwirkende } from './wer.ts';

/** Founds a group of an IT-Dienstleister; whoever founds it has its first seat. */
export async function founde(
  { db, clock }: Pick<WorkgroupDeps, 'db' | 'clock'>,
  wer: Mitwirkende,
  felder: Felder,
): Promise<Result<Getan>> {
  const leser = leserVon(felder);
  const name = leser.text('name', [3, 200], 'den Namen der Arbeitsgruppe');
  const zweck = leser.text('zweck', [0, 2000], 'den Zweck', true);
  if (leser.probleme.length > 0) return refuse(ungueltig(leser.probleme));
  const id = newId();
  const { tenant, house, memberId } = wer;
  return db.withTenant(tenant, wer.actor, async (tx) => {
    await insertGruppe(tx, { id, providerId: tenant, name, zweck }, clock.now());
    const sitz = {
      id: newId(),
      gruppeId: id,
      providerId: tenant,
      hausId: tenant,
      haus: house.name,
      ags: null,
    };
    await insertSitz(tx, { ...sitz, memberId, seit: clock.today() });
    await note(tx, 'founded', id);
    return ok(getan(id));
  });
}

/** The group by its id, for whoever belongs to it. */
export async function gruppeIn(tx: Tx, text: string): Promise<Result<Gruppe>> {
  const id = idOf(text, gruppeUnbekannt);
  if (!id.ok) return id;
  const found = (await readGruppen(tx)).find((gruppe) => gruppe.id === id.value);
  return found ? ok(found) : refuse(gruppeUnbekannt);
}

/** Gives seats to Kommunen that the IT-Dienstleister cares for; one that has a seat keeps it. `alle` names all. */
export async function seatKommunen(
  { db, clock, betreute }: Pick<WorkgroupDeps, 'db' | 'clock' | 'betreute'>,
  wer: Mitwirkende,
  gruppeId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  const wanted = (felder.kommunen ?? '')
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);
  const circle = await betreute(wer.tenant);
  const named =
    wanted[0] === 'alle'
      ? circle
      : circle.filter(({ name, ags }) => wanted.some((one) => one === name || one === ags));
  const unknown =
    wanted[0] === 'alle'
      ? []
      : wanted.filter((one) => !circle.some(({ name, ags }) => one === name || one === ags));
  if (wanted.length === 0 || unknown.length > 0)
    return refuse(ungueltig([{ field: 'kommunen', message: kommunenFehler(unknown) }]));
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const gruppe = await gruppeIn(tx, gruppeId);
    if (!gruppe.ok) return gruppe;
    const there = (await readSitze(tx, gruppe.value.id)).filter(({ bis }) => bis === null);
    const missing = named.filter(({ id }) => !there.some(({ hausId }) => hausId === id));
    const seats = missing.map(({ id, name, ags }) => ({ id: newId(), hausId: id, haus: name, ags }));
    await insertFreieSitze(tx, { gruppeId: gruppe.value.id, seit: clock.today() }, seats);
    await note(tx, 'seated', gruppe.value.id, missing.length);
    return ok(getan(gruppe.value.id, null, `${missing.length} neue Sitze`));
  });
}

function kommunenFehler(unknown: readonly string[]): string {
  return unknown.length === 0
    ? 'Bitte nennen Sie Kommunen, jede mit Namen oder AGS, getrennt durch Komma; oder „alle“.'
    : `Diese Kommunen betreuen Sie nicht: ${unknown.map((one) => `„${one}“`).join(', ')}. Es wurde nichts geändert.`;
}

/** Takes a seat for oneself: the free one of the own organisation, or a further one. */
export async function joinGruppe(
  { db, clock }: Pick<WorkgroupDeps, 'db' | 'clock'>,
  wer: Mitwirkende,
  gruppeId: string,
): Promise<Result<Getan>> {
  const { tenant, memberId, house } = wer;
  return db.withTenant(tenant, wer.actor, async (tx) => {
    const gruppe = await gruppeIn(tx, gruppeId);
    if (!gruppe.ok) return gruppe;
    const own = (await readSitze(tx, gruppe.value.id)).filter(
      ({ hausId, bis }) => hausId === tenant && bis === null,
    );
    if (memberId === null) return refuse(sitzUnbekannt);
    if (own.some((sitz) => sitz.memberId === memberId)) return refuse(schonDabei);
    const free = own.find((sitz) => sitz.memberId === null);
    const ags = own[0]?.ags ?? null;
    const id = free?.id ?? newId();
    const one = {
      id,
      gruppeId: gruppe.value.id,
      providerId: gruppe.value.providerId,
      hausId: tenant,
      haus: house.name,
      ags,
    };
    const seated = free
      ? await takeSitz(tx, id, memberId)
      : await insertSitz(tx, { ...one, memberId, seit: clock.today() });
    if (!seated) return refuse(schonDabei);
    await note(tx, 'joined', gruppe.value.id);
    return ok(getan(id));
  });
}

async function note(tx: Tx, what: string, id: string, anzahl?: number): Promise<void> {
  await recordAudit(tx, {
    action: `workgroup.gruppe.${what}`,
    object: { type: 'workgroup.gruppe', id },
    ...(anzahl === undefined ? {} : { summary: { anzahl } }),
  });
}
