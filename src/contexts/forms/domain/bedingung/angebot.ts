import type { Name, Sicht, Wahl } from './name.ts';
import type { Gegenstand } from './zusammenstellung.ts';

/** What a line can be about, as people choose it. */
export interface Angebot {
  readonly gegenstand: Gegenstand;
  readonly titel: string;
  /** Under which heading it stands in the list. */
  readonly unter: string;
  readonly wahl: readonly Wahl[] | null;
}

/** A group whose entries can be asked about. */
export interface Gruppe {
  /** As expressions write it: `baeume`, `row.impfungen`. */
  readonly name: string;
  readonly titel: string;
}

/** Everything that a condition at a place can ask about: the entry it stands in first, then pages in their order, then values. */
export function angebote(sicht: Sicht): readonly Angebot[] {
  const rows = sicht.reihen.toReversed().flatMap((felder, steps) => {
    const vor = steps === 0 ? 'row.' : 'outer.'.repeat(steps);
    const unter = steps === 0 ? 'In diesem Eintrag' : 'Im Eintrag darum herum';
    return felder.flatMap((name) => einfache(name, vor, unter, null));
  });
  const answers = sicht.felder.flatMap((name) => einfache(name, '', `Seite: ${name.seite}`, null));
  const werte = [...sicht.werte.values()].map((name) =>
    angebot(name, `param.${name.id}`, name.titel, kommune),
  );
  const tabellen = [...sicht.tabellen.values()].map((name) => anzahl(name, `param.${name.id}`, kommune));
  return [...rows, ...answers, ...ausGruppen(sicht), ...werte, ...tabellen];
}

const kommune = 'Werte der Kommune';

/** The groups whose entries can be asked about at a place. */
export function gruppen(sicht: Sicht): readonly Gruppe[] {
  return gruppenNamen(sicht).map(({ name, vor }) => ({ name: vor + name.id, titel: name.titel }));
}

function gruppenNamen({ felder, reihen }: Sicht): readonly { readonly name: Name; readonly vor: string }[] {
  const own = (reihen.at(-1) ?? []).map((name) => ({ name, vor: 'row.' }));
  const others = felder.map((name) => ({ name, vor: '' }));
  return [...own, ...others].filter(({ name }) => name.gruppe !== null);
}

function ausGruppen(sicht: Sicht): readonly Angebot[] {
  return gruppenNamen(sicht).flatMap(({ name, vor }) => {
    const unter = `Einträge von „${name.titel}“`;
    const fields = (name.gruppe?.felder ?? []).flatMap((each) =>
      einfache(each, 'row.', unter, vor + name.id),
    );
    return [anzahl(name, vor + name.id, unter), ...fields];
  });
}

function anzahl(name: Name, ausdruck: string, unter: string): Angebot {
  const gegenstand = { art: 'integer', ausdruck: `count(${ausdruck})`, gruppe: null } as const;
  const zeilen = unter === kommune ? 'Zeilen' : 'Einträge';
  return { gegenstand, titel: `Anzahl der ${zeilen}: ${name.titel}`, unter, wahl: null };
}

/** A question, its parts, and the age that follows from a day. */
function einfache(name: Name, vor: string, unter: string, gruppe: string | null): readonly Angebot[] {
  if (name.gruppe !== null) return [];
  const ausdruck = vor + name.id;
  const whole = angebot(name, ausdruck, name.titel, unter, gruppe);
  const parts = [...name.teile.values()].map((teil) =>
    angebot(teil, `${ausdruck}.${teil.id}`, `${name.titel}: ${teil.titel}`, unter, gruppe),
  );
  return [whole, ...parts].flatMap((each) => [each, ...alter(each)]);
}

function angebot(
  name: Name,
  ausdruck: string,
  titel: string,
  unter: string,
  gruppe: string | null = null,
): Angebot {
  // An answer of several parts is compared by its parts.
  const art = name.teile.size > 0 ? 'unknown' : name.art;
  return { gegenstand: { art, ausdruck, gruppe }, titel, unter, wahl: name.wahl };
}

function alter({ gegenstand, titel, unter }: Angebot): readonly Angebot[] {
  if (gegenstand.art !== 'date') return [];
  const age = { ...gegenstand, art: 'integer', ausdruck: `age(${gegenstand.ausdruck})` } as const;
  return [{ gegenstand: age, titel: `Alter in Jahren nach: ${titel}`, unter, wahl: null }];
}
