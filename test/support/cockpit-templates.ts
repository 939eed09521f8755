import type { PageTemplates } from './page-templates.ts';
import { planningHouse } from './planning-templates.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';

/** A preview of a step for many: who is connected, and who is left out and why. */
export async function furnishCockpit(app: RunningApp): Promise<{ readonly zug: string }> {
  const made = await runCommand(app, 'cockpit verbinden', ['hund-anmelden'], {
    ...planningHouse,
    kommunen: '05766044,05766020,05315000,09162000',
    bis: 'test',
  });
  return { zug: (made as { readonly id: string }).id };
}

const as = 'ozg-leitung' as const;
const unknown = '00000000-0000-4000-8000-000000000009';

/** The pages of many Anbindungen, and what was assumed for one Kommune. */
export function cockpitTemplates({ zug }: { readonly zug: string }): PageTemplates {
  return {
    '/cockpit': [{ name: 'filled', address: '/cockpit', as }],
    '/cockpit/:dienst': [
      { name: 'filled', address: '/cockpit/hund-anmelden', as },
      { name: 'every line', address: '/cockpit/hund-anmelden?spalten=punkte&suche=Lemgo', as },
      { name: 'error', address: '/cockpit/gibtesnicht', as, status: 404 },
    ],
    '/cockpit/:dienst/verbinden': [
      { name: 'filled', address: '/cockpit/hund-anmelden/verbinden', as },
      {
        name: 'error',
        address: '/cockpit/hund-anmelden/verbinden',
        as,
        fill: { 'Werte für alle': 'ohne Gleichheitszeichen' },
        press: 'Vorschau zeigen',
        status: 422,
      },
    ],
    '/cockpit/zuege/:id': [
      { name: 'preview', address: `/cockpit/zuege/${zug}`, as },
      { name: 'error', address: `/cockpit/zuege/${unknown}`, as, status: 404 },
    ],
    '/anbindungen/:dienst/annahmen': [
      { name: 'empty', address: '/anbindungen/kindertagespflege/annahmen', as: 'lemgo' },
    ],
  };
}
