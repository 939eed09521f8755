import type { Json } from '../domain/json.ts';
import type { Zweig } from './setting.ts';

/** `true`, `false` or a condition: one choice for all three. */
export function jaOderAusdruck(zweige: readonly Zweig[]): boolean {
  return zweige.length === 2 && zweige.every(({ name }) => name === 'janein' || name === 'ausdruck');
}

export function leseJaOderAusdruck(chosen: string, sent: URLSearchParams, path: string): Json | undefined {
  if (chosen === 'ja') return true;
  if (chosen === 'nein') return false;
  return chosen === 'ausdruck' ? (sent.get(path) ?? '').trim() : undefined;
}
