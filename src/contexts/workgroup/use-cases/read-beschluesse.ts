import { isUuid, ok, type Result, refuse } from '#kernel';
import type { WorkgroupDeps } from '../deps.ts';
import { type Ergebnis, type Stimme, zaehle } from '../domain/abstimmung.ts';
import type { Sitzung } from '../domain/sitzung.ts';
import { beschlussUnbekannt } from '../errors.ts';
import {
  type Beschluss,
  beschluesseZu,
  readBeschluesse,
  readBeschluss,
  readStimmen,
  readZiele,
  type Ziel,
} from '../store/beschluesse.ts';
import { readSitze, type Sitz } from '../store/gruppen.ts';
import { readSitzung, readSitzungen } from '../store/sitzungen.ts';
import type { Deps } from './read-uebersicht.ts';
import { eigenerSitz, type Mitwirkende } from './wer.ts';

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
