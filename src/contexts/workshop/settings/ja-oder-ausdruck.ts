import { handgriffAn } from '../bedingung/felder.ts';
import { ersteZeile, leseBedingung } from '../bedingung/lese-bedingung.ts';
import type { Json } from '../domain/json.ts';
import type { Zweig } from './setting.ts';

/** `true`, `false` or a condition: one choice for all three. */
export function jaOderAusdruck(zweige: readonly Zweig[]): boolean {
  return zweige.length === 2 && zweige.every(({ name }) => name === 'janein' || name === 'ausdruck');
}

/** A condition that is asked for but not there is one to begin. */
export function leseJaOderAusdruck(
  chosen: string,
  sent: URLSearchParams,
  path: string,
  old: Json | undefined,
): Json | undefined {
  if (handgriffAn(sent, path)) return leseBedingung(sent, path, old);
  if (chosen === 'ja') return true;
  if (chosen === 'nein') return false;
  return chosen === 'ausdruck' ? leseBedingung(sent, path, old) || ersteZeile() : undefined;
}
