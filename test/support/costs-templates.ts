import assert from 'node:assert/strict';
import type { PageTemplates } from './page-templates.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';
import type { Visitor } from './visitor.ts';

/** The demo's bill, a key that waits between preview and confirmation, and the year of both. */
export interface CostsPages {
  readonly bill: string;
  readonly einlesung: string;
  readonly jahr: string;
}

/** The demo's provider, for which the operator acts. */
const house = { organisation: 'IT-Verbund Musterland (erfunden)' };

/** The issued bill of the demo. */
export async function demoBill(app: RunningApp): Promise<string> {
  const { abrechnungen } = (await runCommand(app, 'abrechnung', [], house)) as {
    readonly abrechnungen: readonly { readonly id: string; readonly nummer: string | null }[];
  };
  const issued = abrechnungen.find(({ nummer }) => nummer !== null);
  assert.ok(issued);
  return issued.id;
}

/** Looks up the demo's bill, begins the real costs of its year, and sends a key that does not sum to 100. */
export async function furnishCosts(app: RunningApp, lead: Visitor): Promise<CostsPages> {
  const jahr = app.services.clock.today().slice(0, 4);
  await runCommand(app, 'kosten plan begin', ['hund-anmelden', jahr], { ...house, ist: true });
  const table = 'Land;Anteil\r\nNordrhein-Westfalen;96,91908\r\nBrandenburg;3,06053\r\nNirgendwo;viel\r\n';
  const sent = await lead.upload(
    '/kosten/schluessel/einlesen',
    { datei: table },
    {
      ...{ name: 'Königsteiner Schlüssel 2014', art: 'koenigsteiner', jahr: '2014' },
      ...{ stand: '', quelle: 'gedruckte Tabelle', adresse: '' },
    },
  );
  return { bill: await demoBill(app), einlesung: sent.split('/').at(-1) ?? '', jahr };
}

const as = 'ozg-leitung' as const;
const unknown = '00000000-0000-4000-8000-000000000009';

/** The pages of costs: of who apportions, and of a Kommune that pays. */
export function costsTemplates({ bill, einlesung, jahr }: CostsPages): PageTemplates {
  const plan = `/kosten/hund-anmelden`;
  return {
    '/kosten': [
      { name: 'house', address: '/kosten', as },
      { name: 'Kommune', address: '/kosten', as: 'lemgo' },
    ],
    '/kosten/budget': [{ name: 'filled', address: '/kosten/budget', as: 'lemgo' }],
    '/kosten/nutzung': [{ name: 'empty', address: '/kosten/nutzung?jahr=2020', as }],
    '/kosten/foerderung': [{ name: 'filled', address: '/kosten/foerderung', as: 'lemgo' }],
    '/kosten/foerderung/neu': [
      { name: 'error', address: '/kosten/foerderung/neu', as, press: 'Speichern', status: 422 },
    ],
    '/kosten/foerderung/:programm': [
      { name: 'error', address: '/kosten/foerderung/gibt-es-nicht', as, status: 404 },
    ],
    '/kosten/schluessel': [{ name: 'filled', address: '/kosten/schluessel', as }],
    '/kosten/schluessel/einlesen': [
      { name: 'error', address: '/kosten/schluessel/einlesen', as, press: 'Werte zeigen', status: 422 },
    ],
    '/kosten/schluessel/einlesen/:einlesung': [
      { name: 'does not sum', address: `/kosten/schluessel/einlesen/${einlesung}`, as },
    ],
    '/kosten/schluessel/:schluessel': [{ name: 'long', address: '/kosten/schluessel/einwohner-05', as }],
    '/kosten/:dienst': [
      { name: 'filled', address: `${plan}?jahr=${jahr}`, as },
      { name: 'real costs', address: `${plan}?jahr=${jahr}&art=ist`, as },
      { name: 'error', address: `${plan}?jahr=2001`, as, status: 404 },
    ],
    '/kosten/:dienst/aendern': [
      {
        name: 'error',
        address: `${plan}/aendern?jahr=${jahr}`,
        as,
        fill: { Titel: '' },
        press: 'Speichern',
        status: 422,
      },
    ],
    '/kosten/:dienst/zahler': [
      { name: 'error', address: `${plan}/zahler?jahr=${jahr}`, as, press: 'Speichern', status: 422 },
    ],
    '/kosten/:dienst/simulation': [
      {
        name: 'leaver',
        address: `${plan}/simulation?jahr=${jahr}&was=austritt&zahler=05766044&bis=${jahr}-06-30`,
        as,
      },
    ],
    '/abrechnungen': [{ name: 'filled', address: '/abrechnungen', as: 'lemgo' }],
    '/abrechnungen/:id': [
      { name: 'house', address: `/abrechnungen/${bill}`, as },
      { name: 'Kommune', address: `/abrechnungen/${bill}`, as: 'lemgo' },
      { name: 'error', address: `/abrechnungen/${unknown}`, as: 'lemgo', status: 404 },
    ],
    '/abrechnungen/:id/zahler/:zahler': [
      { name: 'every step', address: `/abrechnungen/${bill}/zahler/05766044`, as },
    ],
  };
}
