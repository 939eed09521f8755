import { formatLocalDate, ok, type Result, refuse } from '#kernel';
import { type Einlesezeile, newId, type Tx } from '#platform';
import type { Angabe } from '../domain/angabe.ts';
import { einlesungGone } from '../errors.ts';
import { kriteriumText } from '../messages.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { readAngaben } from '../store-angaben.ts';
import { einlesungen } from '../store-einlesung.ts';
import { kriteriumNamed, leseTabelle } from '../tabelle.ts';
import { checkAngabe, current, type GepruefteAngabe, keepAngabe } from './state-angaben.ts';
import type { Viewer } from './viewer.ts';

type Deps = Pick<PrioritiesDeps, 'db' | 'clock' | 'catalogue'>;

/** What a row would do: rows with mistakes are left out and told. */
export interface GeplanteZeile {
  readonly zeile: number;
  readonly art: 'neu' | 'geaendert' | 'unveraendert' | 'fehler';
  readonly titel: string;
  readonly aenderungen: readonly {
    readonly feld: string;
    readonly vorher: string;
    readonly nachher: string;
  }[];
  readonly fehler: readonly string[];
  readonly angabe: GepruefteAngabe | null;
}

/** Keeps a table for its preview; gives the id under which it waits. */
export async function beginEinlesung(
  { db, clock }: Deps,
  { tenant, actor }: Viewer,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<Result<string>> {
  const zeilen = leseTabelle(file.bytes);
  if (!zeilen.ok) return zeilen;
  const id = newId();
  const einlesung = { id, dateiname: file.name.slice(0, 200), zeilen: zeilen.value };
  await db.withTenant(tenant, actor, (tx) => einlesungen.keep(tx, tenant, einlesung, clock.now()));
  return ok(id);
}

/** What a kept table would change, row by row; nothing is changed. */
export function previewEinlesung(
  deps: Deps,
  viewer: Viewer,
  id: string,
): Promise<Result<{ readonly dateiname: string; readonly zeilen: readonly GeplanteZeile[] }>> {
  return deps.db.withTenant(viewer.tenant, viewer.actor, async (tx) => {
    const kept = await einlesungen.read(tx, id, deps.clock.now());
    return kept
      ? ok({ dateiname: kept.dateiname, zeilen: await plan(deps, tx, viewer, kept.zeilen) })
      : refuse(einlesungGone);
  });
}

/** Takes the sound rows of a kept table, all in one transaction; the others are told again. */
export function applyEinlesung(
  deps: Deps,
  viewer: Viewer,
  id: string,
): Promise<Result<readonly GeplanteZeile[]>> {
  return deps.db.withTenant(viewer.tenant, viewer.actor, async (tx) => {
    const kept = await einlesungen.read(tx, id, deps.clock.now());
    if (!kept) return refuse(einlesungGone);
    const angaben = await readAngaben(tx, viewer.tenant);
    const rows = await plan(deps, tx, viewer, kept.zeilen);
    const done: GeplanteZeile[] = [];
    for (const row of rows) {
      const takes = row.angabe !== null && (row.art === 'neu' || row.art === 'geaendert');
      const saved =
        takes && row.angabe
          ? await keepAngabe(tx, viewer, row.angabe, current(angaben, row.angabe), deps.clock.now())
          : null;
      done.push(saved && !saved.ok ? { ...row, art: 'fehler', fehler: [saved.refusal.message] } : row);
    }
    await einlesungen.drop(tx, id);
    return ok(done);
  });
}

async function plan(
  deps: Deps,
  tx: Tx,
  viewer: Viewer,
  zeilen: readonly Einlesezeile[],
): Promise<readonly GeplanteZeile[]> {
  const angaben = new Map((await readAngaben(tx, viewer.tenant)).map((each) => [keyOf(each), each] as const));
  const seen = new Set<string>();
  const planned: GeplanteZeile[] = [];
  for (const zeile of zeilen) {
    const row = await planRow(deps, zeile, angaben);
    const key = row.angabe ? keyOf(row.angabe) : null;
    planned.push(
      key !== null && seen.has(key) ? { ...row, art: 'fehler', fehler: [twice], angabe: null } : row,
    );
    if (key !== null) seen.add(key);
  }
  return planned;
}

const twice = 'Zu dieser Leistung und diesem Kriterium steht weiter oben schon eine Zeile.';

function keyOf({ bezugArt, bezugId, kriterium }: Pick<Angabe, 'bezugArt' | 'bezugId' | 'kriterium'>): string {
  return `${bezugArt} ${bezugId} ${kriterium}`;
}

async function planRow(
  deps: Deps,
  { zeile, felder, fehler }: Einlesezeile,
  angaben: ReadonlyMap<string, Angabe>,
): Promise<GeplanteZeile> {
  const titel = felder.bezeichnung || felder.bezug || '';
  const broken = (mistakes: readonly string[]): GeplanteZeile => ({
    zeile,
    art: 'fehler',
    titel,
    aenderungen: [],
    fehler: mistakes,
    angabe: null,
  });
  if (fehler.length > 0) return broken(fehler);
  const checked = await checkAngabe(deps, {
    bezug: felder.bezug ?? '',
    kriterium: kriteriumNamed(felder.kriterium ?? '') ?? felder.kriterium ?? '',
    wert: felder.wert ?? '',
    quelle: felder.quelle ?? '',
    stand: germanDay(felder.stand ?? ''),
  });
  if (!checked.ok) return broken((checked.refusal.fields ?? [checked.refusal]).map(({ message }) => message));
  return compared(zeile, checked.value, angaben.get(keyOf(checked.value)) ?? null);
}

function germanDay(text: string): string {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text.trim()) ?? [];
  return year === undefined ? text : `${year}-${month}-${day}`;
}

function compared(zeile: number, angabe: GepruefteAngabe, before: Angabe | null): GeplanteZeile {
  const old = before ? textsOf(before) : { Wert: '', Quelle: '', Stand: '' };
  const fresh = textsOf(angabe);
  const names = ['Wert', 'Quelle', 'Stand'] as const;
  const aenderungen = names
    .filter((feld) => old[feld] !== fresh[feld])
    .map((feld) => ({ feld, vorher: old[feld], nachher: fresh[feld] }));
  const titel = `${angabe.bezugName}: ${kriteriumText[angabe.kriterium].label}`;
  const nothing = aenderungen.length === 0 || (before === null && angabe.rohwert === null);
  const art = nothing ? 'unveraendert' : before === null ? 'neu' : 'geaendert';
  return { zeile, art, titel, aenderungen: nothing ? [] : aenderungen, fehler: [], angabe };
}

function textsOf({ rohwert, quelle, stand }: Pick<Angabe, 'rohwert' | 'quelle' | 'stand'>) {
  return { Wert: rohwert ?? '', Quelle: quelle, Stand: formatLocalDate(stand) };
}
