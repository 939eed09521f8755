import { type RueckfrageZeile, readAnswers, readRueckfragen } from '#discussion';
import { actorOf, type Principal } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import {
  type Fadenzustand,
  type FrageListe,
  type FrageZustand,
  frageZustandOf,
  listeVon,
  wartetFaden,
} from '../domain/frage.ts';
import { istOffen, type Sitzung } from '../domain/sitzung.ts';
import { readSitzungFragen, readZuteilungen, type SitzungFrage, type Zuteilung } from '../store/fragen.ts';
import { readGruppen, readSitze, type Sitz } from '../store/gruppen.ts';
import { readSitzungen } from '../store/sitzungen.ts';
import type { Mitwirkende } from './wer.ts';

/** A question to the whole circle, as the working group follows it up. */
export interface Frage {
  readonly id: string;
  readonly providerId: string;
  readonly betreff: string;
  readonly frage: string;
  readonly haus: string;
  readonly gestelltAm: Date;
  readonly zu: { readonly art: string; readonly id: string; readonly name: string; readonly href: string };
  readonly faden: Fadenzustand;
  readonly zustand: FrageZustand;
  readonly liste: FrageListe;
  readonly zustaendig: string | null;
  readonly zustaendigName: string | null;
  /** Why the present owner has it, where somebody handed it over. */
  readonly grund: string;
  /** The next session on whose agenda it stands. */
  readonly sitzungId: string | null;
  /** At how many sessions it stood on the agenda and stayed open. */
  readonly vertagt: number;
  readonly antwort: { readonly text: string; readonly haus: string; readonly am: Date } | null;
}

export interface Fragen {
  readonly fragen: readonly Frage[];
  readonly sitzungen: readonly Sitzung[];
  readonly sitze: readonly Sitz[];
}

export type Deps = Pick<WorkgroupDeps, 'db' | 'discussion'>;

/**
 * Every question to the circle of the groups that somebody belongs to. A question is in the list that its state says:
 * none is stored a second time, so none can be forgotten.
 */
export async function readFragen({ db, discussion }: Deps, wer: Mitwirkende): Promise<Fragen> {
  const threads = await readRueckfragen(discussion, alleArten(wer));
  const zeilen = threads.ok ? threads.value : [];
  const known = await db.withTenant(wer.tenant, wer.actor, async (tx) => ({
    gruppen: await readGruppen(tx),
    sitze: await readSitze(tx),
    sitzungen: await readSitzungen(tx),
    zuteilungen: await readZuteilungen(tx),
    behandelt: await readSitzungFragen(tx),
  }));
  const providers = new Set(known.gruppen.map(({ providerId }) => providerId));
  const mine = zeilen.filter(({ verbund }) => verbund !== null && providers.has(verbund));
  const antworten = await readAnswers(
    discussion,
    wer.principal,
    mine.filter(({ zustand }) => zustand === 'beantwortet').map(({ id }) => id),
  );
  const fragen = mine.map((zeile) => frageOf(zeile, known, antworten.get(zeile.id) ?? null));
  return { fragen, sitzungen: known.sitzungen, sitze: known.sitze };
}

// Whoever leads sees every question, whatever kind of record it is about: none may be missing from an agenda.
function alleArten({ principal, leitet }: Mitwirkende): Principal {
  if (!leitet) return principal;
  return {
    ...principal,
    permissions: new Set([...principal.permissions, 'circle.read', 'compass.stand.read']),
  };
}

interface Known {
  readonly sitze: readonly Sitz[];
  readonly sitzungen: readonly Sitzung[];
  readonly zuteilungen: ReadonlyMap<string, Zuteilung>;
  readonly behandelt: readonly SitzungFrage[];
}

function frageOf(zeile: RueckfrageZeile, known: Known, antwort: Frage['antwort']): Frage {
  const zuteilung = known.zuteilungen.get(zeile.id);
  // A seat that has ended answers for nothing.
  const sitz = known.sitze.find(({ id, bis }) => id === zuteilung?.zustaendig && bis === null) ?? null;
  const zustand = frageZustandOf(zeile.zustand, sitz?.id ?? null);
  const providerId = zeile.verbund ?? zeile.recipient;
  const next = naechsteSitzung(known.sitzungen, providerId, sitz?.gruppeId ?? null);
  const { id, betreff, frage, haus, gestelltAm, record } = zeile;
  return {
    id,
    providerId,
    betreff,
    frage,
    haus,
    gestelltAm,
    zu: record,
    faden: zeile.zustand,
    zustand,
    liste: listeVon(zustand, next !== null),
    zustaendig: sitz?.id ?? null,
    zustaendigName: sitz?.haus ?? null,
    grund: zuteilung?.grund ?? '',
    sitzungId: wartetFaden(zeile.zustand) ? (next?.id ?? null) : null,
    vertagt: known.behandelt.filter((one) => one.rueckfrageId === id && wartetFaden(one.zustand)).length,
    antwort,
  };
}

/** The next session that is still to come: of the owner's group, else of any group of the circle. */
export function naechsteSitzung(
  sitzungen: readonly Sitzung[],
  providerId: string,
  gruppeId: string | null,
): Sitzung | null {
  const open = sitzungen.filter((one) => one.providerId === providerId && istOffen(one.zustand));
  return open.find((one) => one.gruppeId === gruppeId) ?? open[0] ?? null;
}

/** The questions on the agenda of a session that is not over. */
export function fragenAuf(
  sitzung: Sitzung,
  fragen: readonly Frage[],
  sitzungen: readonly Sitzung[],
): readonly Frage[] {
  if (!istOffen(sitzung.zustand)) return [];
  const last = sitzungen.findLast(
    ({ gruppeId, zustand }) => gruppeId === sitzung.gruppeId && zustand === 'abgeschlossen',
  );
  const since = last?.abgeschlossenAm ?? null;
  return fragen.filter(
    ({ sitzungId, faden, antwort }) =>
      sitzungId === sitzung.id ||
      // What was answered since the last session is told at this one.
      (faden === 'beantwortet' &&
        antwort !== null &&
        since !== null &&
        antwort.am > since &&
        sitzung.zustand === 'laeuft'),
  );
}

/** The lead of a circle as the system acts for it. */
export const systemActor = actorOf('system', 'arbeitsgruppe');
