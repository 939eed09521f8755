import { isJsonObject } from '../json.ts';
import type { Unterlagen } from './stelle.ts';

/** A condition of a service, and where it stands. */
export interface Bedingung {
  readonly dokument: 'dienst' | 'formular';
  readonly stelle: string;
  readonly ausdruck: string;
}

const namen: ReadonlySet<string> = new Set(['condition', 'required', 'holds', 'when']);

/** Whether the text at a place of either document is a condition: `options[0].condition`, `offices[1].rows.hunde`. */
export function istBedingung(stelle: string): boolean {
  return namen.has(/[^.]*$/.exec(stelle)?.[0] ?? '')
    ? !/(^|\.)messages\.required$/.test(stelle)
    : /^offices\[\d+\]\.rows\.\w+$/.test(stelle);
}

/** Every condition of a service in the order of its documents. */
export function alleBedingungen(unterlagen: Unterlagen): readonly Bedingung[] {
  const found: Bedingung[] = [];
  for (const dokument of ['dienst', 'formular'] as const) sammle(unterlagen[dokument], '', dokument, found);
  return found;
}

function sammle(value: unknown, stelle: string, dokument: Bedingung['dokument'], into: Bedingung[]): void {
  if (typeof value === 'string' && istBedingung(stelle)) into.push({ dokument, stelle, ausdruck: value });
  if (Array.isArray(value))
    for (const [index, each] of value.entries()) sammle(each, `${stelle}[${index}]`, dokument, into);
  else if (isJsonObject(value))
    for (const [name, each] of Object.entries(value))
      if (name !== 'translations') sammle(each, stelle === '' ? name : `${stelle}.${name}`, dokument, into);
}
