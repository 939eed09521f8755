import type { PageTemplates } from './page-templates.ts';
import { planningHouse } from './planning-templates.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';

/** The id of the maintenance window that the demo announces. */
export async function demoMeldung(app: RunningApp): Promise<string> {
  const { meldungen } = (await runCommand(app, 'wartung list', [], planningHouse)) as {
    readonly meldungen: readonly { readonly id: string }[];
  };
  return meldungen[0]?.id ?? '';
}

const as = 'ozg-leitung' as const;
const unknown = '00000000-0000-4000-8000-000000000009';

/** Versions on their way, maintenance, and the look of a site. */
export function releasesTemplates(meldung: string): PageTemplates {
  const dienst = '/fassungen/kindertagespflege';
  // Of this service no version is on its way.
  const frei = '/fassungen/jagdschein';
  return {
    '/fassungen': [
      { name: 'provider', address: '/fassungen', as },
      { name: 'empty', address: '/fassungen', as: 'detmold' },
    ],
    '/fassungen/:dienst': [
      { name: 'provider', address: dienst, as },
      { name: 'kommune', address: dienst, as: 'kreis-lippe' },
      { name: 'error', address: dienst, as, press: 'Notiz speichern', status: 422 },
      { name: 'unknown', address: '/fassungen/gibt-es-nicht', as, status: 404 },
    ],
    '/fassungen/:dienst/kommunen': [
      { name: 'filled', address: `${dienst}/kommunen`, as },
      { name: 'empty', address: `${dienst}/kommunen?suche=gibtesnichtxyz`, as },
    ],
    '/fassungen/:dienst/ausrollen': [
      { name: 'under way', address: `${dienst}/ausrollen`, as },
      { name: 'filled', address: `${frei}/ausrollen`, as },
      { name: 'error', address: `${frei}/ausrollen`, as, press: 'Vorschau zeigen', status: 422 },
      { name: 'search', address: `${frei}/ausrollen`, as, press: 'Suchen' },
    ],
    '/wartung': [
      { name: 'provider', address: '/wartung', as },
      { name: 'empty', address: '/wartung', as: 'detmold' },
      { name: 'error', address: '/wartung', as, press: 'Meldung speichern', status: 422 },
    ],
    '/wartung/:meldung': [
      { name: 'filled', address: `/wartung/${meldung}`, as },
      { name: 'unknown', address: `/wartung/${unknown}`, as, status: 404 },
    ],
    '/portal/aussehen': [
      { name: 'filled', address: '/portal/aussehen', as: 'lemgo' },
      { name: 'empty', address: '/portal/aussehen', as: 'detmold' },
      {
        name: 'error',
        address: '/portal/aussehen',
        as: 'lemgo',
        fill: { 'Links und Schaltflächen': '#ffcc00' },
        press: 'Speichern',
        status: 422,
      },
    ],
  };
}
