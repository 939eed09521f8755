import type { Einlesezeile } from '#platform';
import { ohneIntern, type Projektfassung } from '../domain/projekt.ts';
import { ledByOther } from '../errors.ts';
import { eigenesPrefix, feldLabel } from '../felder/feldnamen.ts';
import { leseFelder, type Nachschlag, type ProjektTeile } from '../felder/lesen.ts';
import { interneTexte, type Namen, oeffentlicheTexte } from '../felder/schreiben.ts';
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

/** A row that cannot be taken, and why. */
export function broken(row: Einlesezeile, kennung: string, fehler: readonly string[]): GeplanteZeile {
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

export type Nachgeschlagen = Nachschlag & Namen;

/** A row of somebody else's project: left in peace where it says what stands there already. */
export function ofOthers(row: Einlesezeile, current: Projektfassung, namen: Nachgeschlagen): GeplanteZeile {
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

/** The label of an own field, by the name that it has in forms and files. */
function ownLabel({ felder }: Nachgeschlagen, name: string): string {
  return felder.find(({ key }) => `${eigenesPrefix}${key}` === name)?.label ?? name;
}

/** What a row would change of a project, or that it is new. */
export function compared(
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
    feld: feldLabel[name] ?? ownLabel(namen, name),
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
