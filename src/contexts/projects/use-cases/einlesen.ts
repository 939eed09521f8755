import { ok, type Result, refuse } from '#kernel';
import { newId, type Tx } from '#platform';
import { leerePhasen } from '../domain/phase.ts';
import { ohneIntern, type Projektfassung, type Projektinhalt } from '../domain/projekt.ts';
import { pruefe } from '../domain/pruefen.ts';
import { einlesungGone, ledByOther } from '../errors.ts';
import { feldLabel } from '../felder/feldnamen.ts';
import { leseFelder, type ProjektTeile } from '../felder/lesen.ts';
import { interneTexte, oeffentlicheTexte } from '../felder/schreiben.ts';
import { type Einlesezeile, leseTabelle } from '../felder/tabelle.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { dropEinlesung, keepEinlesung, readEinlesung } from '../store-einlesung.ts';
import { internOf, readProjekt } from '../store-projekt.ts';
import type { Lead } from './actors.ts';
import { isKennung, kennungOf } from './kennung.ts';
import { nachschlagOf } from './nachschlag.ts';
import { differing, projektSaver, type SaveInput } from './save-projekt.ts';

type EinlesenDeps = Pick<ProjectsDeps, 'db' | 'clock' | 'demo' | 'catalogue'>;

/** What a row would do: `fehler` and `konflikt` rows are left out and told. */
export type Zeilenart = 'neu' | 'geaendert' | 'unveraendert' | 'konflikt' | 'fehler';

export interface GeplanteZeile {
  readonly zeile: number;
  readonly art: Zeilenart;
  readonly kennung: string;
  readonly titel: string;
  readonly aenderungen: readonly {
    readonly feld: string;
    readonly vorher: string;
    readonly nachher: string;
  }[];
  readonly fehler: readonly string[];
  /** What is saved where the row is taken. */
  readonly input: SaveInput | null;
}

/** What a new project is before anybody has said anything. */
export const leererInhalt: Projektinhalt = {
  titel: '',
  kurz: '',
  themenfeldId: null,
  efaTyp: null,
  federfuehrung: '',
  postfach: null,
  kernteamFach: [],
  kernteamIt: [],
  leistungen: [],
  loesungen: [],
  groessenklassen: [],
  portale: [],
  phasen: leerePhasen(),
  abschluss: null,
  foerderprogramm: '',
  foerderVon: null,
  foerderBis: null,
  antragsfrist: null,
  dokumente: [],
  notiz: '',
  herkunft: null,
  erfunden: false,
};

/** Keeps a table for its preview; gives the id under which it waits. */
export async function beginEinlesung(
  { db, clock }: EinlesenDeps,
  { actor, anbieter }: Lead,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<Result<string>> {
  const zeilen = leseTabelle(file.bytes);
  if (!zeilen.ok) return zeilen;
  const id = newId();
  await db.withTenant(anbieter.tenant, actor, (tx) =>
    keepEinlesung(
      tx,
      anbieter.tenant,
      { id, dateiname: file.name.slice(0, 200), zeilen: zeilen.value },
      clock.now(),
    ),
  );
  return ok(id);
}

/** What a kept table would change, row by row; nothing is changed. */
export async function previewEinlesung(
  deps: EinlesenDeps,
  lead: Lead,
  id: string,
): Promise<Result<{ readonly dateiname: string; readonly zeilen: readonly GeplanteZeile[] }>> {
  const { actor, anbieter } = lead;
  const plan = await rowPlanner(deps, lead);
  return deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
    const kept = await readEinlesung(tx, id, deps.clock.now());
    return kept
      ? ok({ dateiname: kept.dateiname, zeilen: await plan(tx, kept.zeilen) })
      : refuse(einlesungGone);
  });
}

/** Takes the sound rows of a kept table, all in one; the others are told again. */
export async function applyEinlesung(
  deps: EinlesenDeps,
  lead: Lead,
  id: string,
): Promise<Result<readonly GeplanteZeile[]>> {
  const plan = await rowPlanner(deps, lead);
  const save = await projektSaver(deps, lead);
  const run = async (tx: Tx): Promise<Result<readonly GeplanteZeile[]>> => {
    const kept = await readEinlesung(tx, id, deps.clock.now());
    if (!kept) return refuse(einlesungGone);
    const rows = await plan(tx, kept.zeilen);
    const done: GeplanteZeile[] = [];
    for (const row of rows) {
      const saved = row.input && isTaken(row) ? await save(tx, row.input) : null;
      done.push(saved && !saved.ok ? { ...row, art: 'fehler', fehler: [saved.refusal.message] } : row);
    }
    await dropEinlesung(tx, id);
    return ok(done);
  };
  return deps.db.withReference(lead.actor, run, lead.anbieter.tenant);
}

/** Whether a row changes something. */
export function isTaken({ art }: Pick<GeplanteZeile, 'art'>): boolean {
  return art === 'neu' || art === 'geaendert';
}

type RowPlanner = (tx: Tx, rows: readonly Einlesezeile[]) => Promise<readonly GeplanteZeile[]>;

async function rowPlanner({ clock, catalogue }: EinlesenDeps, lead: Lead): Promise<RowPlanner> {
  const nachschlag = nachschlagOf(await catalogue());
  return async (tx, rows) => {
    const planned: GeplanteZeile[] = [];
    const seen = new Map<string, number>();
    for (const row of rows) {
      const one = await planRow(tx, row);
      const before = seen.get(one.kennung);
      if (one.kennung !== '' && before === undefined) seen.set(one.kennung, row.zeile);
      planned.push(
        before === undefined
          ? one
          : broken(row, one.kennung, [`Dieses Projekt steht schon in Zeile ${before}.`]),
      );
    }
    return planned;
  };

  async function planRow(tx: Tx, row: Einlesezeile): Promise<GeplanteZeile> {
    const given = row.felder.kennung?.trim() ?? '';
    const kennung = given || kennungOf(row.felder.titel ?? '');
    if (row.fehler.length > 0) return broken(row, kennung, row.fehler);
    if (!isKennung(kennung)) return broken(row, kennung, [`„${kennung.slice(0, 80)}“ ist keine Kennung.`]);
    const current = await readProjekt(tx, kennung);
    if (current && !given)
      return broken(row, kennung, [
        `Ein Projekt „${current.inhalt.titel}“ gibt es schon. Wenn es gemeint ist, tragen Sie die Kennung ${kennung} ein.`,
      ]);
    if (current?.tenant && current.tenant !== lead.anbieter.tenant) return ofOthers(row, current, nachschlag);
    const before = await partsOf(tx, current);
    const read = leseFelder(row.felder, before, nachschlag);
    if (!read.ok) return broken(row, kennung, messagesOf(read.refusal.fields));
    const problems = pruefe(read.value.inhalt, read.value.intern, clock.today());
    if (problems.length > 0) return broken(row, kennung, messagesOf(problems));
    return compared(row, kennung, current, before, read.value, nachschlag);
  }
}

async function partsOf(tx: Tx, current: Projektfassung | null): Promise<ProjektTeile> {
  const intern = current ? await internOf(tx, current.id, current.fassung) : null;
  return { inhalt: current?.inhalt ?? leererInhalt, intern: intern ?? ohneIntern };
}

function messagesOf(fields: readonly { readonly field: string; readonly message: string }[] = []) {
  return fields.map(({ field, message }) => `${feldLabel[field] ?? field}: ${message}`);
}

function broken(row: Einlesezeile, kennung: string, fehler: readonly string[]): GeplanteZeile {
  return {
    zeile: row.zeile,
    art: 'fehler',
    kennung,
    titel: row.felder.titel ?? '',
    aenderungen: [],
    fehler,
    input: null,
  };
}

type Nachgeschlagen = ReturnType<typeof nachschlagOf>;

/** A row of somebody else's project: left in peace where it says what stands there already. */
function ofOthers(row: Einlesezeile, current: Projektfassung, namen: Nachgeschlagen): GeplanteZeile {
  const before = { inhalt: current.inhalt, intern: ohneIntern };
  const read = leseFelder(row.felder, before, namen);
  const same =
    read.ok &&
    differing(oeffentlicheTexte(current.inhalt, namen), oeffentlicheTexte(read.value.inhalt, namen))
      .length === 0;
  return same
    ? { ...broken(row, current.id, []), art: 'unveraendert' }
    : broken(row, current.id, [ledByOther(current.haus).message]);
}

function compared(
  row: Einlesezeile,
  kennung: string,
  current: Projektfassung | null,
  before: ProjektTeile,
  now: ProjektTeile,
  namen: Nachgeschlagen,
): GeplanteZeile {
  const texts = ({ inhalt, intern }: ProjektTeile) => ({
    ...oeffentlicheTexte(inhalt, namen),
    ...interneTexte(intern),
  });
  const [old, fresh] = [texts(before), texts(now)];
  const aenderungen = differing(old, fresh).map((name) => ({
    feld: feldLabel[name] ?? name,
    vorher: old[name] ?? '',
    nachher: fresh[name] ?? '',
  }));
  const base = { zeile: row.zeile, kennung, titel: now.inhalt.titel, aenderungen, fehler: [] };
  if (current === null) return { ...base, art: 'neu', input: { ...now, id: kennung, grundlage: null } };
  if (aenderungen.length === 0) return { ...base, art: 'unveraendert', input: null };
  const read = row.felder.fassung?.trim() ?? '';
  if (read !== '' && Number(read) !== current.fassung)
    return {
      ...base,
      art: 'konflikt',
      fehler: [
        `Die Datei kennt Fassung ${read}, inzwischen gilt Fassung ${current.fassung}. Bitte laden Sie die Liste neu herunter.`,
      ],
      input: null,
    };
  return { ...base, art: 'geaendert', input: { ...now, id: kennung, grundlage: current.fassung } };
}
