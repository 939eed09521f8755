import type { LocalDate } from '#kernel';
import type { Tx } from '#platform';
import { leererInhalt } from '../domain/leerer-inhalt.ts';
import { ohneIntern, type Projektfassung } from '../domain/projekt.ts';
import { pruefe } from '../domain/pruefen.ts';
import { ledByOther } from '../errors.ts';
import { feldLabel } from '../felder/feldnamen.ts';
import { leseFelder, type ProjektTeile } from '../felder/lesen.ts';
import { interneTexte, oeffentlicheTexte } from '../felder/schreiben.ts';
import type { Einlesezeile } from '../felder/tabelle.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { internOf, readProjekt } from '../store-projekt.ts';
import type { Lead } from './actors.ts';
import { isKennung, kennungOf } from './kennung.ts';
import { nachschlagOf } from './nachschlag.ts';
import { differing, type SaveInput } from './save-projekt.ts';

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

/** Whether a row changes something. */
export function isTaken({ art }: Pick<GeplanteZeile, 'art'>): boolean {
  return art === 'neu' || art === 'geaendert';
}

type RowPlanner = (tx: Tx, rows: readonly Einlesezeile[]) => Promise<readonly GeplanteZeile[]>;

/** Says of each row of a table what it would do for the house that sent it. */
export async function rowPlanner(
  { clock, catalogue }: Pick<ProjectsDeps, 'clock' | 'catalogue'>,
  lead: Lead,
): Promise<RowPlanner> {
  const nachschlag = nachschlagOf(await catalogue());
  const today = clock.today();
  return async (tx, rows) => {
    const planned: GeplanteZeile[] = [];
    const seen = new Map<string, number>();
    for (const row of rows) {
      const kennung = row.felder.kennung?.trim() || kennungOf(row.felder.titel ?? '');
      const before = seen.get(kennung);
      seen.set(kennung, before ?? row.zeile);
      planned.push(
        before === undefined
          ? await planRow(tx, row, kennung, { lead, nachschlag, today })
          : broken(row, kennung, [`Dieses Projekt steht schon in Zeile ${before}.`]),
      );
    }
    return planned;
  };
}

interface PlanDeps {
  readonly lead: Lead;
  readonly nachschlag: Nachgeschlagen;
  readonly today: LocalDate;
}

async function planRow(tx: Tx, row: Einlesezeile, kennung: string, deps: PlanDeps): Promise<GeplanteZeile> {
  if (row.fehler.length > 0) return broken(row, kennung, row.fehler);
  if (!isKennung(kennung)) return broken(row, kennung, [`„${kennung.slice(0, 80)}“ ist keine Kennung.`]);
  const current = await readProjekt(tx, kennung);
  if (current && !row.felder.kennung?.trim())
    return broken(row, kennung, [
      `Ein Projekt „${current.inhalt.titel}“ gibt es schon. Wenn es gemeint ist, tragen Sie die Kennung ${kennung} ein.`,
    ]);
  if (current !== null && current.tenant !== null && current.tenant !== deps.lead.anbieter.tenant)
    return ofOthers(row, current, deps.nachschlag);
  return readRow(row, kennung, current, await partsOf(tx, current), deps);
}

function readRow(
  row: Einlesezeile,
  kennung: string,
  current: Projektfassung | null,
  before: ProjektTeile,
  { nachschlag, today }: PlanDeps,
): GeplanteZeile {
  const read = leseFelder(row.felder, before, nachschlag);
  if (!read.ok) return broken(row, kennung, messagesOf(read.refusal.fields));
  const problems = pruefe(read.value.inhalt, read.value.intern, today);
  if (problems.length > 0) return broken(row, kennung, messagesOf(problems));
  return compared(row, kennung, current, before, read.value, nachschlag);
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
