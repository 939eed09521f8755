import { outwardSteps } from '../expression/scope.ts';
import type { Name, Sicht } from './name.ts';

/** A name that was found, and the part of it that is meant. */
export interface Benannt {
  readonly name: Name;
  readonly teil: Name | null;
  /** Where it comes from: an answer, an answer of the row, a value of the Kommune, a column. */
  readonly herkunft: 'antwort' | 'zeile' | 'wert' | 'spalte';
}

/** What a name of an expression stands for; `null` where there is none of it here. */
export function benannt(path: readonly string[], sicht: Sicht): Benannt | null {
  const [first = '', second = ''] = path;
  if (first === 'param') {
    const name = sicht.werte.get(second);
    return name ? { name, teil: null, herkunft: 'wert' } : null;
  }
  if (first === 'entry') return unter(sicht.spalten ?? [], path.slice(1), 'spalte');
  const steps = outwardSteps(path);
  if (steps === null) return unter(sicht.felder, path, 'antwort');
  return unter(sicht.reihen.at(-1 - steps) ?? [], path.slice(Math.max(1, steps)), 'zeile');
}

function unter(
  felder: readonly Name[],
  [id = '', part]: readonly string[],
  herkunft: Benannt['herkunft'],
): Benannt | null {
  const name = felder.find((each) => each.id === id && each.gruppe === null);
  if (!name) return null;
  if (part === undefined) return { name, teil: null, herkunft };
  const teil = name.teile.get(part);
  return teil ? { name, teil, herkunft } : null;
}

/** What has rows: a group, or a table of the Kommune; and what can be named inside one of its rows. */
export interface Reihen {
  readonly name: Name;
  readonly tabelle: boolean;
  readonly innen: Sicht;
}

/** The rows that `any`, `count` and the like go over. */
export function reihenBenannt(path: readonly string[], sicht: Sicht): Reihen | null {
  const [first = '', second = ''] = path;
  if (first === 'param') {
    const name = sicht.tabellen.get(second);
    return name ? { name, tabelle: true, innen: { ...sicht, spalten: name.gruppe?.felder ?? [] } } : null;
  }
  const steps = outwardSteps(path);
  const [felder, id] =
    steps === null
      ? [sicht.felder, first]
      : [sicht.reihen.at(-1 - steps) ?? [], path[Math.max(1, steps)] ?? ''];
  const name = felder.find((each) => each.id === id);
  if (!name?.gruppe) return null;
  return { name, tabelle: false, innen: { ...sicht, reihen: [...sicht.reihen, name.gruppe.felder] } };
}
