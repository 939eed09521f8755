import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageTemplates } from './page-templates.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';
import type { Visitor } from './visitor.ts';

/** The demo's bill, a key that waits between preview and confirmation, and the year of both. */
export interface CostsPages {
  readonly bill: string;
  /** A bill of the next year, and the one that corrects it and leaves Lemgo out. */
  readonly replaced: string;
  readonly corrected: string;
  readonly einlesung: string;
  /** Billing particulars that wait between preview and confirmation. */
  readonly angaben: string;
  readonly jahr: string;
}

/** The demo's provider, for which the operator acts. */
const house = { organisation: 'IT-Verbund Musterland (erfunden)' };

/** The issued bill of the demo. */
export async function demoBill(app: RunningApp): Promise<string> {
  const { abrechnungen } = (await runCommand(app, 'abrechnung', [], house)) as {
    readonly abrechnungen: readonly { readonly id: string; readonly nummer: string | null }[];
  };
  const issued = abrechnungen.findLast(({ nummer }) => nummer !== null);
  assert.ok(issued);
  return issued.id;
}

/** Bills the next year, and corrects that bill by one from which Lemgo is gone, which had paid. */
export async function correctedBill(
  app: RunningApp,
  jahr: string,
): Promise<Pick<CostsPages, 'replaced' | 'corrected'>> {
  const year = [`hund-anmelden`, jahr];
  const step = (id: string, ...schritt: readonly string[]) =>
    runCommand(app, 'abrechnung schritt', [id, ...schritt], { ...house, grund: 'Lemgo nimmt nicht teil.' });
  const { id: replaced } = (await runCommand(app, 'kosten abrechnen', year, house)) as {
    readonly id: string;
  };
  for (const schritt of ['pruefen', 'stellen']) await step(replaced, schritt);
  const paid = [replaced, '05766044', '100,00', app.services.clock.today()];
  await runCommand(app, 'abrechnung zahlung', paid, house);
  const { fassung: grundlage, inhalt } = (await runCommand(app, 'kosten plan', year, house)) as {
    readonly fassung: number;
    readonly inhalt: { readonly zahler: readonly { readonly kennung: string }[] };
  };
  const zahler = inhalt.zahler.filter(({ kennung }) => kennung !== '05766044');
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-costs-'));
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify({ grundlage, inhalt: { ...inhalt, zahler } }));
  await runCommand(app, 'kosten plan save', [...year, file], house);
  rmSync(folder, { recursive: true });
  const { id: corrected } = (await step(replaced, 'korrigieren')) as { readonly id: string };
  for (const schritt of ['pruefen', 'stellen']) await step(corrected, schritt);
  return { replaced, corrected };
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
  const people =
    'AGS;Name;PLZ;Leitweg-ID\r\n05766044;Lemgo (geändert);32657;991-33333TEST-34\r\n05766008;Stadt Bad Salzuflen;32105;991-33333TEST-33\r\n05766020;;;\r\n';
  const angaben = await lead.upload('/kosten/rechnungsangaben/einlesen', { datei: people });
  const idOf = (address: string) => address.split('/').at(-1) ?? '';
  const bills = await correctedBill(app, String(Number(jahr) + 1));
  return { bill: await demoBill(app), ...bills, einlesung: idOf(sent), angaben: idOf(angaben), jahr };
}

const as = 'ozg-leitung' as const;
const unknown = '00000000-0000-4000-8000-000000000009';

/** The pages of costs: of who apportions, and of a Kommune that pays. */
export function costsTemplates({
  bill,
  replaced,
  corrected,
  einlesung,
  angaben,
  jahr,
}: CostsPages): PageTemplates {
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
    '/kosten/rechnungsangaben': [{ name: 'filled', address: '/kosten/rechnungsangaben', as }],
    '/kosten/rechnungsangaben/einlesen': [
      {
        name: 'error',
        address: '/kosten/rechnungsangaben/einlesen',
        as,
        press: 'Angaben zeigen',
        status: 422,
      },
    ],
    '/kosten/rechnungsangaben/einlesen/:einlesung': [
      { name: 'one row is wrong', address: `/kosten/rechnungsangaben/einlesen/${angaben}`, as },
    ],
    '/kosten/rechnungsangaben/:kennung': [
      { name: 'filled', address: '/kosten/rechnungsangaben/HAUS', as },
      { name: 'empty', address: '/kosten/rechnungsangaben/05766008', as },
      {
        name: 'error',
        address: '/kosten/rechnungsangaben/05766044',
        as,
        fill: { 'Leitweg-ID': '991-33333TEST-34' },
        press: 'Speichern',
        status: 422,
      },
    ],
    '/kosten/eigene-rechnungsangaben': [
      { name: 'Kämmerei', address: '/kosten/eigene-rechnungsangaben', as: 'lemgo-kaemmerei' },
      { name: 'coordination', address: '/kosten/eigene-rechnungsangaben', as: 'lemgo' },
      {
        name: 'error',
        address: '/kosten/eigene-rechnungsangaben',
        as: 'lemgo-kaemmerei',
        fill: { 'Leitweg-ID': '991-33333TEST-34' },
        press: 'Speichern',
        status: 422,
      },
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
      { name: 'taken back', address: `/abrechnungen/${replaced}`, as: 'lemgo' },
      { name: 'owes a payer', address: `/abrechnungen/${replaced}`, as },
      { name: 'corrected', address: `/abrechnungen/${corrected}`, as },
      { name: 'error', address: `/abrechnungen/${unknown}`, as: 'lemgo', status: 404 },
    ],
    '/abrechnungen/entwurf/:vorgang': [
      { name: 'error', address: `/abrechnungen/entwurf/${unknown}`, as, status: 404 },
    ],
    '/abrechnungen/:id/zahler/:zahler': [
      { name: 'every step', address: `/abrechnungen/${bill}/zahler/05766044`, as },
      { name: 'taken back', address: `/abrechnungen/${replaced}/zahler/05766044`, as },
      {
        name: 'error',
        address: `/abrechnungen/${replaced}/zahler/05766044`,
        as,
        press: 'Rückzahlung eintragen',
        status: 422,
      },
      { name: 'corrected', address: `/abrechnungen/${corrected}/zahler/05766020`, as },
    ],
  };
}
