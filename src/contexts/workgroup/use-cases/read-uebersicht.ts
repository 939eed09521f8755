import { isUuid, ok, type Result, refuse } from '#kernel';
import type { WorkgroupDeps } from '../deps.ts';
import { type Ergebnis, type Stimme, zaehle } from '../domain/abstimmung.ts';
import { istOffen, type Sitzung } from '../domain/sitzung.ts';
import { beschlussUnbekannt } from '../errors.ts';
import { type Aufgabe, readAufgaben } from '../store/aufgaben.ts';
import {
  type Beschluss,
  beschluesseZu,
  readBeschluesse,
  readBeschluss,
  readStimmen,
  readZiele,
  type Ziel,
} from '../store/beschluesse.ts';
import { type Gruppe, readGruppen, readSitze, type Sitz } from '../store/gruppen.ts';
import { readNotizen } from '../store/protokoll.ts';
import { readPunkte, readSitzung, readSitzungen } from '../store/sitzungen.ts';
import { type Gast, gaesteIn } from './gaeste.ts';
import { eigenerSitz, type Mitwirkende } from './wer.ts';

/** The groups that somebody belongs to, with seats and guests. */
export interface Gruppen {
  readonly gruppen: readonly Gruppe[];
  readonly sitze: readonly Sitz[];
  readonly gaeste: readonly Gast[];
}

export function readGruppenBlick(
  { db, keys }: Pick<WorkgroupDeps, 'db' | 'keys'>,
  wer: Mitwirkende,
): Promise<Gruppen> {
  return db.withTenant(wer.tenant, wer.actor, async (tx) => ({
    gruppen: await readGruppen(tx),
    sitze: await readSitze(tx),
    gaeste: wer.leitet ? await gaesteIn(tx, { keys }, wer.tenant) : [],
  }));
}

/** A session in the list of all since the first, with the text that a search looks through. */
export interface SitzungZeile {
  readonly sitzung: Sitzung;
  readonly gruppe: string;
  readonly beschluesse: number;
  readonly text: string;
}

/** All sessions, the newest first; agenda, minutes and decisions are searched. */
export function listSitzungen(
  { db }: Pick<WorkgroupDeps, 'db'>,
  wer: Mitwirkende,
): Promise<readonly SitzungZeile[]> {
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const gruppen = new Map((await readGruppen(tx)).map(({ id, name }) => [id, name]));
    const punkte = Map.groupBy(await readPunkte(tx), ({ sitzungId }) => sitzungId);
    const notizen = Map.groupBy(await readNotizen(tx), ({ sitzungId }) => sitzungId);
    const beschluesse = Map.groupBy(await readBeschluesse(tx), ({ sitzungId }) => sitzungId);
    return (await readSitzungen(tx)).toReversed().map((sitzung) => {
      const entschieden = beschluesse.get(sitzung.id) ?? [];
      const words = [
        ...(punkte.get(sitzung.id) ?? []).flatMap(({ titel, text }) => [titel, text]),
        ...(notizen.get(sitzung.id) ?? []).map(({ text }) => text),
        ...entschieden.flatMap(({ titel, text }) => [titel, text]),
      ];
      return {
        sitzung,
        gruppe: gruppen.get(sitzung.gruppeId) ?? '',
        beschluesse: entschieden.length,
        text: words.join('\n'),
      };
    });
  });
}

/** A task in the list of all, with its owner and whether it is the reader's. */
export interface AufgabeZeile extends Aufgabe {
  readonly zustaendigName: string | null;
  readonly eigene: boolean;
  readonly darf: boolean;
}

export function listAufgaben(
  { db }: Pick<WorkgroupDeps, 'db'>,
  wer: Mitwirkende,
): Promise<readonly AufgabeZeile[]> {
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const sitze = await readSitze(tx);
    return (await readAufgaben(tx)).map((aufgabe) => {
      const sitz = sitze.find(({ id }) => id === aufgabe.zustaendig);
      const eigene = sitz?.hausId === wer.tenant;
      const darf = eigene || (wer.leitet && aufgabe.providerId === wer.tenant);
      // A seat that has ended owns nothing: the task waits for somebody.
      return { ...aufgabe, zustaendigName: sitz && sitz.bis === null ? sitz.haus : null, eigene, darf };
    });
  });
}

/** A decision with what it concerns and the day of its session. */
export interface BeschlussBlick extends Beschluss {
  readonly ziele: readonly Ziel[];
  readonly sitzung: Sitzung;
  readonly stimmen: readonly Stimme[];
  /** As it stands while people vote, and as it was counted at the end. */
  readonly stand: Ergebnis | null;
  readonly eigene: Stimme | null;
  readonly darfStimmen: boolean;
}

type Deps = Pick<WorkgroupDeps, 'db' | 'einwohner'>;

export async function readBeschlussBlick(
  { db, einwohner }: Deps,
  wer: Mitwirkende,
  id: string,
): Promise<Result<BeschlussBlick>> {
  if (!isUuid(id)) return refuse(beschlussUnbekannt);
  const inhabitants = await einwohner();
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const beschluss = await readBeschluss(tx, id);
    const sitzung = beschluss && (await readSitzung(tx, beschluss.sitzungId));
    if (!beschluss || !sitzung) return refuse(beschlussUnbekannt);
    const stimmen = await readStimmen(tx, id);
    const recht = stimmrecht(
      wer,
      beschluss,
      eigenerSitz(await readSitze(tx, sitzung.gruppeId), wer, sitzung.gruppeId),
    );
    const open = beschluss.zustand === 'abstimmung';
    return ok({
      ...beschluss,
      ziele: (await readZiele(tx)).get(id) ?? [],
      sitzung,
      stimmen,
      stand: open ? zaehle(stimmen, beschluss.gewichtung, inhabitants) : beschluss.ergebnis,
      eigene: stimmen.find(({ stimmrecht }) => stimmrecht === recht) ?? null,
      darfStimmen: open && recht !== null,
    });
  });
}

function stimmrecht(wer: Mitwirkende, { gewichtung }: Beschluss, sitz: Sitz | null): string | null {
  if (gewichtung === 'person') return sitz?.id ?? null;
  return wer.house.isProvider ? null : (sitz?.hausId ?? null);
}

/** All decisions, the newest session first. */
export function listBeschluesse(
  { db }: Pick<WorkgroupDeps, 'db'>,
  wer: Mitwirkende,
): Promise<readonly (Beschluss & { readonly ziele: readonly Ziel[]; readonly sitzung: Sitzung | null })[]> {
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const ziele = await readZiele(tx);
    const sitzungen = new Map((await readSitzungen(tx)).map((one) => [one.id, one]));
    return (await readBeschluesse(tx)).map((one) => ({
      ...one,
      ziele: ziele.get(one.id) ?? [],
      sitzung: sitzungen.get(one.sitzungId) ?? null,
    }));
  });
}

/** The decisions that concern records, for a page. */
export function beschluesseFuer(
  { db }: Pick<WorkgroupDeps, 'db'>,
  { tenant, actor }: Pick<Mitwirkende, 'tenant' | 'actor'>,
  records: readonly { readonly art: string; readonly id: string }[],
): Promise<readonly Beschluss[]> {
  return db.withTenant(tenant, actor, (tx) => beschluesseZu(tx, records));
}

/** The session that comes next, and the last one that was held. */
export function naechsteUndLetzte(zeilen: readonly SitzungZeile[]) {
  const next = zeilen.toReversed().find(({ sitzung }) => istOffen(sitzung.zustand)) ?? null;
  return { next, last: zeilen.find(({ sitzung }) => sitzung.zustand === 'abgeschlossen') ?? null };
}
