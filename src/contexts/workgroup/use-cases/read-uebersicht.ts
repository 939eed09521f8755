import type { WorkgroupDeps } from '../deps.ts';
import { istOffen, type Sitzung } from '../domain/sitzung.ts';
import { type Aufgabe, readAufgaben } from '../store/aufgaben.ts';
import { readBeschluesse } from '../store/beschluesse.ts';
import { type Gruppe, readGruppen, readSitze, type Sitz } from '../store/gruppen.ts';
import { readNotizen } from '../store/protokoll.ts';
import { readPunkte, readSitzungen } from '../store/sitzungen.ts';
import { type Gast, gaesteIn } from './gaeste.ts';
import type { Mitwirkende } from './wer.ts';

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

export type Deps = Pick<WorkgroupDeps, 'db' | 'einwohner'>;

/** The session that comes next, and the last one that was held. */
export function naechsteUndLetzte(zeilen: readonly SitzungZeile[]) {
  const next = zeilen.toReversed().find(({ sitzung }) => istOffen(sitzung.zustand)) ?? null;
  return { next, last: zeilen.find(({ sitzung }) => sitzung.zustand === 'abgeschlossen') ?? null };
}
