import { html } from 'hono/html';
import { badge, formatInstant } from '#ui';
import type { Pruefung } from '../store/pruefungen.ts';

/**
 * What is known of an attachment: what the scanner found when somebody last took it, else whether it was scanned at its
 * upload; `scanning` says whether it will be scanned before it leaves.
 */
export function scanState(pruefung: Pruefung | undefined, scanned: boolean, scanning: boolean) {
  if (pruefung) {
    const found =
      pruefung.befund === 'sauber'
        ? badge('success', 'geprüft, nichts gefunden')
        : badge('danger', 'Schadsoftware gefunden');
    return html`${found}<br>am ${formatInstant(pruefung.am)}`;
  }
  if (scanned) return html`${badge('success', 'geprüft, nichts gefunden')}<br>beim Hochladen`;
  return scanning ? badge('info', 'noch nicht geprüft') : badge('warning', 'nicht geprüft');
}
