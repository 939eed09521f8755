import type { LocalDate } from '#kernel';
import { angabeBeleg, derived, unknown } from './abgeleitet.ts';
import type { Angabe } from './angabe.ts';
import { type Kriterium, kriterien } from './kriterium.ts';
import type { Katalogzeile, Quellen } from './quellen.ts';
import { type Bewertet, type Bewertungswelt, weltOf } from './rangfolge.ts';

/** All Leistungen with what is known of each: statements first, then what can be read from other registers. */
export function bewertungswelt(
  stichtag: LocalDate,
  leistungen: readonly Katalogzeile[],
  quellen: Quellen,
  angaben: readonly Angabe[],
): Bewertungswelt {
  const stated = new Map(
    angaben.map((each) => [keyOf(each.bezugArt, each.bezugId, each.kriterium), each] as const),
  );
  const belege = leistungen.map((leistung) =>
    kriterien.map((kriterium) => {
      const angabe =
        found(stated, keyOf('leistung', leistung.id, kriterium)) ??
        found(stated, keyOf('ozg', String(leistung.ozgId), kriterium));
      return angabe
        ? angabeBeleg(angabe, stichtag)
        : (derived[kriterium]({ leistung, quellen, stichtag }) ?? unknown[kriterium]);
    }),
  );
  return weltOf(stichtag, leistungen.map(bewertet), belege);
}

function keyOf(art: string, id: string, kriterium: Kriterium): string {
  return `${art} ${id} ${kriterium}`;
}

function found(stated: ReadonlyMap<string, Angabe>, key: string): Angabe | null {
  const angabe = stated.get(key);
  return angabe && angabe.rohwert !== null ? angabe : null;
}

function bewertet({ id, leika, name, ozgId, ozgName, themenfeld }: Katalogzeile): Bewertet {
  return { id, leika, name, ozgId, ozgName, themenfeld };
}
