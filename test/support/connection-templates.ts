import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageTemplates } from './page-templates.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';

const own = '/anbindungen/bewohnerparkausweis';
const halfway = 'kommune=05334002';

/** Keeps a secret of Lemgo with a long name; gives its id. */
export async function furnishConnection(app: RunningApp): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-geheim-'));
  const datei = join(folder, 'wert.txt');
  writeFileSync(datei, 'nur für die Prüfung');
  const name = 'Zahlungsverkehr der Kreisstadt, Produktionsumgebung, Mandant 4711 mit sehr langem Namen';
  const values = { organisation: '05766044', zweck: 'bezahldienst', datei, bis: '2100-12-31' };
  const kept = await runCommand(app, 'zugangsdaten add', [name], values);
  rmSync(folder, { recursive: true });
  return (kept as { readonly id: string }).id;
}

/** The pages of one Anbindung, of expiries and of secrets. */
export function connectionTemplates(secret: string): PageTemplates {
  return {
    '/anbindungen/:dienst/checkliste': [
      { name: 'begun', address: `${own}/checkliste`, as: 'lemgo' },
      {
        name: 'half way, for the provider',
        address: `${own}/checkliste?${halfway}&gruppieren=gruppe`,
        as: 'ozg-leitung',
      },
      { name: 'unknown', address: `${own}/checkliste`, as: 'kreis-lippe', status: 404 },
    ],
    '/anbindungen/:dienst/checkliste/:punkt': [
      { name: 'with history', address: `${own}/checkliste/avv?${halfway}`, as: 'ozg-leitung' },
      { name: 'error', address: `${own}/checkliste/avv`, as: 'lemgo', press: 'Speichern', status: 422 },
      { name: 'unknown', address: `${own}/checkliste/gibt-es-nicht`, as: 'lemgo', status: 404 },
    ],
    '/anbindungen/:dienst/erklaerung': [
      { name: 'begun', address: `${own}/erklaerung`, as: 'lemgo' },
      { name: 'half way, for the provider', address: `${own}/erklaerung?${halfway}`, as: 'ozg-leitung' },
      {
        name: 'error',
        address: `${own}/erklaerung`,
        as: 'lemgo',
        press: 'Alle offenen Punkte erklären',
        status: 422,
      },
      { name: 'unknown', address: `${own}/erklaerung`, as: 'kreis-lippe', status: 404 },
    ],
    '/anbindungen/:dienst/probelauf': [
      { name: 'held up', address: `${own}/probelauf`, as: 'lemgo' },
      {
        name: 'rehearsed in vain',
        address: `${own}/probelauf?${halfway}`,
        as: 'ozg-leitung',
        press: 'Probelauf starten',
      },
    ],
    '/fristen': [
      { name: 'filled', address: '/fristen', as: 'ozg-leitung' },
      { name: 'error', address: '/fristen?monat=2026-99', as: 'lemgo', status: 422 },
    ],
    '/zugangsdaten': [
      { name: 'filled', address: '/zugangsdaten', as: 'lemgo-admin' },
      {
        name: 'error',
        address: '/zugangsdaten',
        as: 'lemgo-admin',
        press: 'Versiegelt hinterlegen',
        status: 422,
      },
    ],
    '/zugangsdaten/:id': [
      { name: 'long', address: `/zugangsdaten/${secret}`, as: 'lemgo-admin' },
      { name: 'probed', address: `/zugangsdaten/${secret}`, as: 'lemgo-admin', press: 'Jetzt prüfen' },
      { name: 'unknown', address: '/zugangsdaten/gibt-es-nicht', as: 'lemgo-admin', status: 404 },
    ],
  };
}
