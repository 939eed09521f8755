import assert from 'node:assert/strict';
import type { PageState, PageTemplates } from './page-templates.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';

const as = 'lemgo' as const;
const park = '/marktplatz/bewohnerparkausweis';
const unknown = '00000000-0000-4000-8000-000000000009';

export interface MarketplacePages {
  /** Detmold's order that waits for its signature, and Aachen's contract, both of the demo. */
  readonly vorbereitet: string;
  readonly angenommen: string;
}

/** Looks up the orders of the demo. */
export async function furnishMarketplace(app: RunningApp): Promise<MarketplacePages> {
  const orderOf = async (organisation: string) => {
    const { bestellungen } = (await runCommand(app, 'bestellungen', [], { organisation })) as {
      readonly bestellungen: readonly { readonly id: string }[];
    };
    return bestellungen[0]?.id ?? assert.fail(`no order of ${organisation}`);
  };
  await runCommand(app, 'marktplatz interest', ['bewohnerparkausweis'], { organisation: '05334002' });
  return { vorbereitet: await orderOf('05766020'), angenommen: await orderOf('05334002') };
}

/** The pages of the marketplace. */
export function marketplaceTemplates({ vorbereitet, angenommen }: MarketplacePages): PageTemplates {
  const provider = 'ozg-leitung' as const;
  const list = (path: string, who: NonNullable<PageState['as']>): readonly PageState[] => [
    { name: 'filled', address: path, as: who },
    { name: 'no hit', address: `${path}?suche=gibtesnichtxyz`, as: who },
  ];
  return {
    '/marktplatz': [...list('/marktplatz', as), { name: 'public', address: '/marktplatz' }],
    '/marktplatz/:dienst': [
      { name: 'priced', address: park, as },
      { name: 'without a price', address: '/marktplatz/hund-anmelden', as: 'detmold' },
      { name: 'public', address: park },
      { name: 'error', address: '/marktplatz/gibt-es-nicht', as, status: 404 },
    ],
    '/marktplatz/:dienst/bestellen': [
      { name: 'empty', address: `${park}/bestellen`, as },
      { name: 'error', address: `${park}/bestellen`, as, press: 'Bestellung vorbereiten', status: 422 },
    ],
    '/marktplatz/:dienst/pflegen': [
      { name: 'filled', address: `${park}/pflegen`, as: provider },
      {
        name: 'error',
        address: `${park}/pflegen`,
        as: provider,
        fill: { 'Gilt ab': '' },
        press: 'Preisblatt speichern',
        status: 422,
      },
    ],
    '/interessierte': [
      ...list('/interessierte', provider),
      {
        name: 'nobody ticked',
        address: '/interessierte',
        as: provider,
        press: 'Zur Bestellung einladen',
        status: 422,
      },
      { name: 'forbidden', address: '/interessierte', as, status: 403 },
    ],
    '/bestellungen': [
      ...list('/bestellungen', 'detmold'),
      { name: 'provider', address: '/bestellungen', as: provider },
    ],
    '/bestellungen/:id': [
      { name: 'prepared', address: `/bestellungen/${vorbereitet}`, as: 'detmold' },
      { name: 'agreed', address: `/bestellungen/${angenommen}`, as: provider },
      { name: 'not signed yet', address: `/bestellungen/${vorbereitet}`, as: provider, status: 404 },
      { name: 'unknown', address: `/bestellungen/${unknown}`, as, status: 404 },
    ],
    '/rahmenvereinbarungen': [
      { name: 'filled', address: '/rahmenvereinbarungen', as },
      { name: 'empty', address: '/rahmenvereinbarungen', as: 'kreis-lippe' },
      {
        name: 'error',
        address: '/rahmenvereinbarungen',
        as: 'kreis-lippe',
        press: 'Rahmenvereinbarung eintragen',
        status: 422,
      },
    ],
    '/zeichnungsbefugnisse': [
      { name: 'filled', address: '/zeichnungsbefugnisse', as },
      { name: 'empty', address: '/zeichnungsbefugnisse', as: 'kreis-lippe' },
      {
        name: 'error',
        address: '/zeichnungsbefugnisse',
        as: 'kreis-lippe',
        press: 'Zeichnungsbefugnis eintragen',
        status: 422,
      },
    ],
    '/sammelbestellungen': [
      { name: 'public', address: '/sammelbestellungen' },
      {
        name: 'error',
        address: '/sammelbestellungen',
        as: provider,
        press: 'Bestellung für alle eintragen',
        status: 422,
      },
    ],
  };
}
