import { type Angebot, type LiveDienst, readAllLive, readAngebote } from '#efa';
import { readLiveOfDienst } from '#efa/fassungen';
import { type LocalDate, ok, type Result, refuse } from '#kernel';
import type { ReleasesDeps } from '../deps.ts';
import type { Ausrollung, Zug } from '../domain/ausrollung.ts';
import type { Festhaltung, Notiz } from '../domain/festhalten.ts';
import type { Zeile } from '../domain/unterschied.ts';
import { istUnterwegs } from '../domain/zustand.ts';
import { notUsing, notViewer } from '../errors.ts';
import {
  type Beobachtung,
  readAusrollungen,
  readBeobachtung,
  readVerlauf,
  type Verlaufszeile,
} from '../store-ausrollung.ts';
import { readNotizen } from '../store-meldung.ts';
import { readFesthaltungen, readOwnZuege, readZuege } from '../store-zug.ts';
import { angeboteOf, type Viewer } from './actors.ts';
import { ownFesthaltungen } from './hold-on.ts';
import { currentOf } from './take-step.ts';
import { unterschiedeIn } from './unterschied.ts';

/** One service as the viewer sees it. */
export interface Dienstzeile {
  readonly dienst: string;
  readonly titel: string;
  readonly neueste: string;
  /** How many Kommunen have which version, the newest first. */
  readonly verteilung: readonly { readonly fassung: string; readonly kommunen: number }[];
  /** The own Kommune's version; `null` for the provider. */
  readonly eigene: string | null;
  readonly ausrollung: Ausrollung | null;
}

/** The services that concern the viewer: those that it offers, or those that its Kommune uses. */
export function listFassungen(
  deps: Pick<ReleasesDeps, 'db'>,
  viewer: Viewer,
): Promise<readonly Dienstzeile[]> {
  return deps.db.withPublic(async (tx) => {
    const [angebote, live, rollouts] = [
      await readAngebote(tx),
      await readAllLive(tx),
      await readAusrollungen(tx),
    ];
    const own = viewer.art === 'anbieter' ? viewer.lead.anbieter.tenant : viewer.editor.kommune.tenant;
    const concerns = (dienst: string) =>
      viewer.art === 'anbieter'
        ? angebote.some((each) => each.dienst === dienst && each.anbieterId === own)
        : live.some((each) => each.dienst === dienst && each.tenant === own);
    return [...new Set(angebote.map(({ dienst }) => dienst))]
      .filter(concerns)
      .map((dienst): Dienstzeile => {
        const versions = ofDienst(angebote, dienst);
        const users = live.filter((each) => each.dienst === dienst);
        const newest = versions.findLast(({ zurueckgezogen }) => !zurueckgezogen) ?? versions.at(-1);
        return {
          dienst,
          titel: newest?.data.title ?? dienst,
          neueste: newest?.fassung ?? '',
          verteilung: verteilungOf(users),
          eigene:
            viewer.art === 'kommune' ? (users.find(({ tenant }) => tenant === own)?.fassung ?? null) : null,
          ausrollung: currentOf(rollouts.filter((each) => each.dienst === dienst)),
        };
      })
      .toSorted((a, b) => a.titel.localeCompare(b.titel, 'de'));
  });
}

function ofDienst(angebote: readonly Angebot[], dienst: string): readonly Angebot[] {
  return angebote
    .filter((each) => each.dienst === dienst)
    .toSorted((a, b) => a.data.version - b.data.version);
}

function verteilungOf(users: readonly LiveDienst[]): Dienstzeile['verteilung'] {
  const counts = new Map<string, number>();
  for (const { fassung } of users) counts.set(fassung, (counts.get(fassung) ?? 0) + 1);
  return [...counts]
    .map(([fassung, kommunen]) => ({ fassung, kommunen }))
    .toSorted((a, b) => Number(b.fassung) - Number(a.fassung));
}

/** One version with what its provider says of it and what it changes against the one before. */
export interface Fassungsstand {
  readonly angebot: Angebot;
  readonly notiz: Notiz | null;
  readonly gegen: string | null;
  readonly zeilen: readonly Zeile[];
  readonly kommunen: number;
}

/** Everything about the versions of a service that the viewer may see. */
export interface Dienststand {
  readonly dienst: string;
  readonly titel: string;
  readonly anbieter: string;
  readonly fassungen: readonly Fassungsstand[];
  readonly ausrollung: Ausrollung | null;
  /** All Kommunen of the rollout for the provider, the own one for a Kommune. */
  readonly zuege: readonly Zug[];
  readonly beobachtung: Beobachtung | null;
  readonly verlauf: readonly Verlaufszeile[];
  readonly eigene: LiveDienst | null;
  readonly festhaltung: Festhaltung | null;
}

/** A service's versions for whoever offers it, or uses it. */
export async function readFassungen(
  deps: Pick<ReleasesDeps, 'db'>,
  viewer: Viewer,
  dienst: string,
): Promise<Result<Dienststand>> {
  const angebote = await angeboteOf(deps, dienst);
  if (!angebote.ok) return angebote;
  const { live, rollouts, fassungen } = await deps.db.withPublic(async (tx) => {
    const users = await readLiveOfDienst(tx, dienst);
    const notes = await readNotizen(tx, dienst);
    const unterschied = unterschiedeIn(tx, dienst);
    const states: Fassungsstand[] = [];
    for (const [index, angebot] of angebote.value.entries()) {
      const before = angebote.value[index - 1]?.fassung ?? null;
      const lines = before === null ? [] : await unterschied(before, angebot.fassung);
      states.unshift({
        angebot,
        notiz: notes.find(({ fassung }) => fassung === angebot.fassung) ?? null,
        gegen: before,
        zeilen: lines ?? [],
        kommunen: users.filter(({ fassung }) => fassung === angebot.fassung).length,
      });
    }
    return { live: users, rollouts: await readAusrollungen(tx, dienst), fassungen: states };
  });
  const [{ anbieterId, anbieter, data }] = angebote.value;
  const ausrollung = currentOf(rollouts);
  const base = { dienst, titel: data.title, anbieter, fassungen, ausrollung };
  if (viewer.art === 'anbieter') {
    if (viewer.lead.anbieter.tenant !== anbieterId) return refuse(notViewer);
    const own = await deps.db.withTenant(viewer.lead.anbieter.tenant, viewer.lead.actor, async (tx) => ({
      zuege: ausrollung ? await readZuege(tx, ausrollung.id) : [],
      beobachtung: ausrollung ? await readBeobachtung(tx, ausrollung.id) : null,
      verlauf: ausrollung ? await readVerlauf(tx, ausrollung.id) : [],
    }));
    return ok({ ...base, ...own, eigene: null, festhaltung: null });
  }
  const { editor } = viewer;
  const eigene = live.find(({ tenant }) => tenant === editor.kommune.tenant) ?? null;
  if (eigene === null) return refuse(notUsing(data.title));
  const zuege = await deps.db.withTenant(editor.kommune.tenant, editor.actor, (tx) =>
    readOwnZuege(tx, dienst),
  );
  return ok({
    ...base,
    zuege: zuege.filter((zug) => zug.ausrollung === ausrollung?.id),
    beobachtung: null,
    verlauf: [],
    eigene,
    festhaltung: (await ownFesthaltungen(deps, editor)).get(dienst) ?? null,
  });
}

/** Which version a Kommune has, and where it stands in the rollout. */
export interface Kommunenzeile {
  readonly ags: string;
  readonly kommune: string;
  readonly fassung: string;
  readonly neueste: string;
  readonly seit: LocalDate;
  readonly ruht: boolean;
  readonly ring: string | null;
  readonly ab: LocalDate | null;
  readonly zustand: Zug['zustand'] | null;
  readonly fehlt: readonly string[];
  readonly festBis: LocalDate | null;
}

/** Who runs which version of a service: for its provider. */
export async function listKommunen(
  deps: Pick<ReleasesDeps, 'db'>,
  viewer: Viewer,
  dienst: string,
): Promise<Result<{ readonly titel: string; readonly zeilen: readonly Kommunenzeile[] }>> {
  const stand = await readFassungen(deps, viewer, dienst);
  if (!stand.ok) return stand;
  if (viewer.art !== 'anbieter') return refuse(notViewer);
  const { titel, zuege, ausrollung, fassungen } = stand.value;
  const { live, holding } = await deps.db.withTenant(
    viewer.lead.anbieter.tenant,
    viewer.lead.actor,
    async (tx) => ({
      live: await readLiveOfDienst(tx, dienst),
      holding: new Map((await readFesthaltungen(tx, dienst)).map((one) => [one.kommuneId, one])),
    }),
  );
  const byKommune = new Map(zuege.map((zug) => [zug.kommuneId, zug]));
  const neueste = fassungen.find(({ angebot }) => !angebot.zurueckgezogen)?.angebot.fassung ?? '';
  const zeilen = live.map((one): Kommunenzeile => {
    const zug = byKommune.get(one.tenant);
    const waitsForNothing = zug?.zustand === 'wartet' && !(ausrollung && istUnterwegs(ausrollung.zustand));
    const hold = holding.get(one.tenant);
    return {
      ...{ ags: one.ags, kommune: one.kommune, fassung: one.fassung, neueste, seit: one.seit },
      ruht: one.ausgesetztGrund !== null,
      ring: zug ? (ausrollung?.ringe[zug.ring]?.name ?? null) : null,
      ab: zug?.ab ?? null,
      zustand: waitsForNothing ? null : (zug?.zustand ?? null),
      fehlt: zug?.fehlt ?? [],
      festBis: hold && !hold.geloest ? hold.bis : null,
    };
  });
  return ok({ titel, zeilen });
}
