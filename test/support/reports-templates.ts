import type { PageTemplates } from './page-templates.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';

/** Reports and releases that pages show. */
export interface ReportsPages {
  readonly draft: string;
  readonly released: string;
}

const lemgo = { kommune: 'Lemgo' };

/** A draft with long words, a report that was released and withdrawn, and a Stand that is public. */
export async function furnishReports(app: RunningApp): Promise<ReportsPages> {
  const create = async (titel: string) => {
    const made = await runCommand(app, 'berichte create', [], { ...lemgo, titel, einleitung: long });
    return (made as { readonly id: string }).id;
  };
  const [draft, released] = [
    await create(`Entwurf: ${'Grundstücksverkehrsangelegenheiten '.repeat(4)}`),
    await create('Jahresbericht'),
  ];
  await runCommand(app, 'berichte submit', [released], { ...lemgo, fassung: '1' });
  await runCommand(app, 'berichte withdraw', [released], {
    ...lemgo,
    fassung: '1',
    begruendung: 'Eine Zahl war falsch.',
  });
  const bis = app.services.clock.today();
  await runCommand(app, 'berichte publish', [], { ...lemgo, bis, teile: 'online,termine,anteil,reifegrad' });
  return { draft, released };
}

const long = `Der Rat hat um Auskunft gebeten. ${'Verwaltungsverfahrensmodernisierung '.repeat(6)}\n\nZweiter Absatz.`;

/** Public: what a Kommune released, and the open data. */
export const reportsPublicTemplates: PageTemplates = {
  '/kommunen/:ags/stand': [
    { name: 'filled', address: '/kommunen/05766044/stand' },
    { name: 'empty', address: '/kommunen/05334002/stand', status: 404 },
    { name: 'unknown', address: '/kommunen/99999999/stand', status: 404 },
  ],
  '/offene-daten': [{ name: 'filled', address: '/offene-daten' }],
};

/** Reports and overviews. */
export function reportsTemplates({ draft, released }: ReportsPages): PageTemplates {
  const as = 'lemgo';
  const unknown = '00000000-0000-4000-8000-000000000009';
  return {
    '/uebersicht': [
      { name: 'coordinator', address: '/uebersicht', as },
      { name: 'empty', address: '/uebersicht', as: 'kreis-lippe' },
      { name: 'leader', address: '/uebersicht', as: 'lemgo-admin' },
      { name: 'provider', address: '/uebersicht', as: 'ozg-leitung' },
      { name: 'forbidden', address: '/uebersicht', as: 'lemgo-fachbereich', status: 403 },
    ],
    '/berichte': [
      { name: 'filled', address: '/berichte', as },
      { name: 'empty', address: '/berichte', as: 'detmold' },
    ],
    '/berichte/neu': [
      { name: 'empty', address: '/berichte/neu', as },
      {
        name: 'error',
        address: '/berichte/neu',
        as,
        fill: { Titel: '' },
        press: 'Bericht anlegen',
        status: 422,
      },
      { name: 'forbidden', address: '/berichte/neu', as: 'lemgo-admin', status: 403 },
    ],
    '/berichte/oeffentlich': [
      { name: 'filled', address: '/berichte/oeffentlich', as: 'lemgo-admin' },
      { name: 'read only', address: '/berichte/oeffentlich', as },
      { name: 'empty', address: '/berichte/oeffentlich', as: 'detmold' },
    ],
    '/berichte/:id': [
      { name: 'long', address: `/berichte/${draft}`, as },
      { name: 'read only', address: `/berichte/${draft}`, as: 'lemgo-admin' },
      { name: 'withdrawn', address: `/berichte/${released}`, as },
      {
        name: 'error',
        address: `/berichte/${draft}`,
        as,
        fill: { Titel: '' },
        press: 'Neue Fassung speichern',
        status: 422,
      },
      { name: 'unknown', address: `/berichte/${unknown}`, as, status: 404 },
    ],
    '/berichte/:id/leistungen': [
      { name: 'filled', address: `/berichte/${draft}/leistungen`, as },
      { name: 'empty', address: `/berichte/${draft}/leistungen?suche=gibtesnichtxyz`, as },
      { name: 'long', address: `/berichte/${draft}/leistungen?anzahl=100`, as },
    ],
  };
}
