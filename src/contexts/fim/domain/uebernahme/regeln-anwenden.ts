import type { XdfNachricht, XdfRegel } from '#standards/xdatenfelder';
import { liesRegel } from '../regeln/lies-regel.ts';
import type { Satz } from '../regeln/satz.ts';
import type { ListeOf } from './ausdruck.ts';
import { type Baum, bezeichnungOf, type Knoten } from './knoten.ts';
import { type Regelwirkung, wirkungAn } from './regelwirkung.ts';
import type { Pruefung, Steuerung, Wahl } from './steuerung.ts';
import { findePlatz } from './verweis.ts';

/** A rule at one of the places where it stands. */
export interface Regelplatz {
  readonly regel: XdfRegel;
  readonly owner: Knoten | null;
  readonly saetze: readonly Satz[] | null;
  readonly wirkung: Regelwirkung | null;
}

/** All rules of a schema with what they do at each of their places, and what the form makes of all of them. */
export function wendeRegelnAn(
  nachricht: XdfNachricht,
  baum: Baum,
  listeOf: ListeOf,
): { readonly regeln: readonly Regelplatz[]; readonly steuerung: Steuerung } {
  const stellen = gelesen(nachricht, baum);
  let gesteuert: ReadonlySet<Knoten> = gruppenZiele(baum, stellen);
  for (;;) {
    const regeln = stellen.map((stelle) => ({
      ...stelle,
      wirkung:
        stelle.saetze &&
        wirkungAn(stelle.saetze, {
          baum,
          gesteuert,
          listeOf,
          owner: stelle.owner,
          regelId: stelle.regel.kennung.id,
        }),
    }));
    const steuerung = steuerungOf(regeln, gesteuert);
    const bewirkt = new Set([...gesteuert].filter((knoten) => steuerung.erscheint.has(knoten)));
    // A group that no rule steers after all is a row that may be added, which others cannot name: so once more.
    if (bewirkt.size === gesteuert.size) return { regeln, steuerung };
    gesteuert = bewirkt;
  }
}

type Stelle = Omit<Regelplatz, 'wirkung'>;

function gelesen({ inhalt }: XdfNachricht, baum: Baum): readonly Stelle[] {
  const namen = namenOf(baum);
  const bekannt = new Map<string, readonly Satz[] | null>();
  const lies = (regel: XdfRegel): readonly Satz[] | null => {
    const text = regel.freitextRegel ?? '';
    const before = bekannt.get(text);
    if (before !== undefined) return before;
    const saetze = liesRegel(text, namen);
    bekannt.set(text, saetze);
    return saetze;
  };
  const top = inhalt.art === 'schema' ? inhalt.regeln : [];
  return [
    ...top.map((regel) => ({ regel, owner: null, saetze: lies(regel) })),
    ...baum.alle.flatMap((owner) =>
      owner.quelle.regeln.map((regel) => ({ regel, owner, saetze: lies(regel) })),
    ),
  ];
}

function namenOf({ alle }: Baum): (id: string) => readonly string[] {
  const namen = new Map<string, Set<string>>();
  for (const { quelle } of alle) {
    const known = namen.get(quelle.kennung.id) ?? new Set();
    for (const name of [quelle.name, bezeichnungOf(quelle)]) known.add(name.replace(/\s+/g, ' ').trim());
    namen.set(quelle.kennung.id, known);
  }
  return (id) => [...(namen.get(id) ?? [])];
}

/** Groups that a rule shows, hides, demands or offers for choice. */
function gruppenZiele(baum: Baum, stellen: readonly Stelle[]): ReadonlySet<Knoten> {
  const pfadeOf = (satz: Satz): readonly (readonly string[])[] => {
    if (satz.art === 'genau-eines') return satz.elemente;
    return satz.art === 'wenn-dann' ? [...satz.wirkungen, ...satz.sonst].flatMap(({ ziele }) => ziele) : [];
  };
  const ziele = stellen.flatMap(({ owner, saetze }) =>
    (saetze ?? []).flatMap(pfadeOf).flatMap((pfad) => findePlatz(baum, owner, pfad) ?? []),
  );
  return new Set(ziele.filter(({ quelle }) => quelle.art === 'gruppe'));
}

function steuerungOf(regeln: readonly Regelplatz[], gesteuert: ReadonlySet<Knoten>): Steuerung {
  const erscheint = new Map<Knoten, string[]>();
  const pflicht = new Map<Knoten, string[]>();
  const pruefungen = new Map<Knoten, Pruefung[]>();
  const wahlen: Wahl[] = [];
  const put = <T>(map: Map<Knoten, T[]>, knoten: Knoten, value: T) => {
    const before = map.get(knoten);
    if (before) before.push(value);
    else map.set(knoten, [value]);
  };
  for (const { wirkung } of regeln) {
    if (wirkung === null) continue;
    for (const [knoten, ausdruck] of wirkung.erscheint) put(erscheint, knoten, ausdruck);
    for (const [knoten, ausdruck] of wirkung.pflicht) put(pflicht, knoten, ausdruck);
    for (const [knoten, pruefung] of wirkung.pruefungen) put(pruefungen, knoten, pruefung);
    for (const wahl of wirkung.wahlen) if (!wahlen.some(({ name }) => name === wahl.name)) wahlen.push(wahl);
  }
  return { erscheint, pflicht, pruefungen, wahlen, gesteuert };
}
