import { type Angebot, readAllLive, readAngebote } from '#efa';
import { readLiveNames, readLiveOfTenant } from '#efa/fassungen';
import { addDays, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit } from '#platform';
import type { Lead, ReleasesDeps } from '../deps.ts';
import {
  betrifft,
  leseMeldung,
  type Meldung,
  type MeldungEingabe,
  type Reichweite,
} from '../domain/meldung.ts';
import { changedMeanwhile, invalid, meldungUnknown } from '../errors.ts';
import { minuteOf } from '../minute.ts';
import { insertMeldung, readMeldungen } from '../store-meldung.ts';
import type { Viewer } from './actors.ts';

/** How long an announcement that is over stays on the list of the staff area. */
const shownDays = 30;

/** To whom a provider may speak: its own services, and the Kommunen that have one of them live. */
export function reichweiteOf({ db }: Pick<ReleasesDeps, 'db'>, { anbieter }: Lead): Promise<Reichweite> {
  return db.withPublic(async (tx) => {
    const own = (await readAngebote(tx)).filter(({ anbieterId }) => anbieterId === anbieter.tenant);
    const dienste = [...titelOf(own)].map(([id, titel]) => ({ id, titel }));
    const ids = new Set(dienste.map(({ id }) => id));
    const users = (await readAllLive(tx)).filter(({ dienst }) => ids.has(dienst));
    const kommunen = new Map(users.map(({ ags, kommune }) => [ags, { ags, name: kommune }]));
    return {
      dienste: dienste.toSorted((a, b) => a.titel.localeCompare(b.titel, 'de')),
      kommunen: [...kommunen.values()],
    };
  });
}

/** What services are called, by id, and the Kommunen that announcements name, by key. */
export function namenFor(
  { db }: Pick<ReleasesDeps, 'db'>,
  meldungen: readonly Pick<Meldung, 'kommunen'>[],
): Promise<Namen> {
  const named = meldungen.flatMap(({ kommunen }) => kommunen);
  return db.withPublic(async (tx) => ({
    dienste: titelOf(await readAngebote(tx)),
    kommunen: await readLiveNames(tx, named),
  }));
}

export interface Namen {
  readonly dienste: ReadonlyMap<string, string>;
  readonly kommunen: ReadonlyMap<string, string>;
}

/** The title of the newest version of each service. */
function titelOf(angebote: readonly Angebot[]): ReadonlyMap<string, string> {
  const newestLast = angebote.toSorted((a, b) => a.data.version - b.data.version);
  return new Map(newestLast.map(({ dienst, data }) => [dienst, data.title]));
}

/** The announcements that concern the viewer: its own, or those for its Kommune. */
export async function listMeldungen(
  { db, clock }: Pick<ReleasesDeps, 'db' | 'clock'>,
  viewer: Viewer,
): Promise<readonly Meldung[]> {
  const seit = `${addDays(clock.today(), -shownDays)} 00:00`;
  return db.withPublic(async (tx) => {
    const all = await readMeldungen(tx, seit);
    if (viewer.art === 'anbieter') return all.filter(({ tenant }) => tenant === viewer.lead.anbieter.tenant);
    const { ags, tenant } = viewer.editor.kommune;
    const live = await readLiveOfTenant(tx, tenant);
    const angebote = await readAngebote(tx);
    const from = (provider: string) =>
      live
        .filter(({ dienst }) =>
          angebote.some((each) => each.dienst === dienst && each.anbieterId === provider),
        )
        .map(({ dienst }) => dienst);
    return all.filter((meldung) => betrifft(meldung, ags, from(meldung.tenant)));
  });
}

/** Enters an announcement, or a new Fassung of one. */
export async function saveMeldung(
  deps: Pick<ReleasesDeps, 'db' | 'clock'>,
  lead: Lead,
  input: MeldungEingabe & { readonly id: string | null; readonly fassung: number },
): Promise<Result<Pick<Meldung, 'id' | 'fassung'>>> {
  const read = leseMeldung(input, await reichweiteOf(deps, lead), minuteOf(deps.clock.now()));
  if (!read.ok) return refuse(invalid(read.refusal));
  if (input.id !== null && (await ownMeldung(deps, lead, input.id)) === null) return refuse(meldungUnknown());
  return write(deps, lead, { ...read.value, id: input.id ?? newId(), entfallen: false }, input.fassung);
}

/** Says that an announcement no longer holds; it stays on record. */
export async function cancelMeldung(
  deps: Pick<ReleasesDeps, 'db' | 'clock'>,
  lead: Lead,
  { id, fassung }: { readonly id: string; readonly fassung: number },
): Promise<Result<Pick<Meldung, 'id' | 'fassung'>>> {
  const known = await ownMeldung(deps, lead, id);
  return known ? write(deps, lead, { ...known, entfallen: true }, fassung) : refuse(meldungUnknown());
}

async function ownMeldung(deps: Pick<ReleasesDeps, 'db' | 'clock'>, lead: Lead, id: string) {
  const own = await listMeldungen(deps, { art: 'anbieter', lead });
  return own.find((each) => each.id === id) ?? null;
}

function write(
  { db, clock }: Pick<ReleasesDeps, 'db' | 'clock'>,
  { actor, anbieter }: Lead,
  meldung: Parameters<typeof insertMeldung>[2],
  readFassung: number,
): Promise<Result<Pick<Meldung, 'id' | 'fassung'>>> {
  return db.withReference(
    actor,
    async (tx) => {
      if (!(await insertMeldung(tx, anbieter.tenant, meldung, readFassung, clock.now())))
        return refuse(changedMeanwhile);
      await recordAudit(tx, {
        action: meldung.entfallen ? 'releases.meldung.cancelled' : 'releases.meldung.saved',
        object: { type: 'releases.meldung', id: meldung.id },
        summary: { art: meldung.art, von: meldung.von, bis: meldung.bis },
      });
      return ok({ id: meldung.id, fassung: readFassung + 1 });
    },
    anbieter.tenant,
  );
}
