import { saveParameters } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import { newId, type TenantId } from '#platform';
import type { ParametersDeps } from '../deps.ts';
import { einlesungGone } from '../errors.ts';
import { einlesungen } from '../store-parameters.ts';
import type { Asker } from './asker.ts';
import { leseZeile, type Vorschauzeile, type Ziel } from './einlese-zeile.ts';
import { darf } from './eintragungsrecht.ts';
import { type DienstMitParametern, dienstOf } from './read-dienst.ts';
import { leseTabelle, nichtGelesen } from './tabelle.ts';

type Deps = Pick<ParametersDeps, 'efa' | 'betreute'>;

/** What a table would do, or did, row by row. */
export interface Durchgang {
  readonly dienst: string;
  readonly titel: string;
  readonly dateiname: string;
  readonly zeilen: readonly Vorschauzeile[];
  /** Headings of columns that name no parameter of the service. */
  readonly nichtGelesen: readonly string[];
}

/** Whose table waits. */
export function hausOf(asker: Asker): TenantId {
  return asker.art === 'kommune' ? asker.kommune.tenant : asker.anbieter.tenant;
}

/** Keeps a table for its preview; gives the id under which it waits. */
export async function beginneEinlesen(
  deps: Deps,
  asker: Asker,
  dienst: string,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<Result<string>> {
  const found = await dienstOf(deps, dienst);
  if (!found.ok) return found;
  const zeilen = leseTabelle(file.bytes, found.value.definitions);
  if (!zeilen.ok) return zeilen;
  const [id, haus] = [newId(), hausOf(asker)];
  const kept = { id, dateiname: file.name.slice(0, 200), zeilen: zeilen.value };
  const { db, clock } = deps.efa;
  await db.withTenant(haus, asker.actor, (tx) => einlesungen.keep(tx, haus, kept, clock.now()));
  return ok(id);
}

/** Says of each row what it would do. Nothing is written. */
export async function zeigeEinlesen(
  deps: Deps,
  asker: Asker,
  dienst: string,
  id: string,
): Promise<Result<Durchgang>> {
  const found = await dienstOf(deps, dienst);
  if (!found.ok) return found;
  const { db, clock } = deps.efa;
  const kept = await db.withTenant(hausOf(asker), asker.actor, (tx) => einlesungen.read(tx, id, clock.now()));
  if (!kept) return refuse(einlesungGone);
  const zeilen = await zeilenOf(deps, asker, found.value, kept.zeilen);
  return ok({
    dienst: found.value.angebot.dienst,
    titel: found.value.angebot.data.title,
    dateiname: kept.dateiname,
    zeilen,
    nichtGelesen: (kept.zeilen[0]?.felder[nichtGelesen] ?? '').split('\n').filter(Boolean),
  });
}

async function zeilenOf(
  deps: Deps,
  asker: Asker,
  dienst: DienstMitParametern,
  rows: readonly Parameters<typeof leseZeile>[3][],
): Promise<readonly Vorschauzeile[]> {
  const ziele = await zieleOf(deps, asker);
  const seen = new Map<string, number>();
  const done: Vorschauzeile[] = [];
  for (const row of rows) {
    const zeile = await leseZeile(deps, { ziele, asker }, dienst, row);
    const key = `${zeile.ags} ${zeile.giltAb}`;
    const before = zeile.ags === '' ? undefined : seen.get(key);
    seen.set(key, before ?? row.zeile);
    done.push(
      before === undefined
        ? zeile
        : {
            ...zeile,
            art: 'fehler',
            fehler: [`Diese Kommune steht für denselben Tag schon in Zeile ${before}.`, ...zeile.fehler],
          },
    );
  }
  return done;
}

async function zieleOf({ efa, betreute }: Deps, asker: Asker): Promise<readonly Ziel[]> {
  if (asker.art === 'kommune') return [{ kommune: asker.kommune, grund: async () => null }];
  const { tenant } = asker.anbieter;
  return (await betreute(tenant)).map((kommune) => ({
    kommune,
    grund: async () =>
      (await darf({ efa }, kommune.tenant, tenant))
        ? null
        : `${kommune.name} hat Ihnen nicht erlaubt, Werte einzutragen. Die Kommune kann es unter „Parameter“ erlauben.`,
  }));
}

/** Takes the sound rows, Kommune by Kommune as its own statement; rows that are refused on the way say why. */
export async function uebernimmEinlesen(
  deps: Deps,
  asker: Asker,
  dienst: string,
  id: string,
  tell: (done: number, all: number) => Promise<void> = async () => {},
): Promise<Result<Durchgang>> {
  const looked = await zeigeEinlesen(deps, asker, dienst, id);
  if (!looked.ok) return looked;
  const zeilen: Vorschauzeile[] = [];
  for (const zeile of looked.value.zeilen) {
    zeilen.push(await uebernimm(deps, asker, looked.value.dienst, zeile));
    await tell(zeilen.length, looked.value.zeilen.length);
  }
  await deps.efa.db.withTenant(hausOf(asker), asker.actor, (tx) => einlesungen.drop(tx, id));
  return ok({ ...looked.value, zeilen });
}

async function uebernimm(
  { efa }: Deps,
  { actor }: Asker,
  dienst: string,
  zeile: Vorschauzeile,
): Promise<Vorschauzeile> {
  const { art, kommune, version, roh, giltAb } = zeile;
  if (art !== 'geaendert' || kommune === null) return zeile;
  const saved = await saveParameters(efa, { actor, kommune }, { dienst, version, values: roh, giltAb });
  if (saved.ok) return zeile;
  const { message, fields } = saved.refusal;
  return { ...zeile, art: 'fehler', fehler: [message, ...(fields ?? []).map((each) => each.message)] };
}
