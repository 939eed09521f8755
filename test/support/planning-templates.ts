import assert from 'node:assert/strict';
import type { PageTemplates } from './page-templates.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';
import type { Visitor } from './visitor.ts';

/** The two plans of the demo, a team, and a table that waits. */
export interface PlanningPages {
  readonly gilt: string;
  readonly anderer: string;
  readonly team: string;
  readonly einlesung: string;
}

/** The demo's provider, for which the operator acts. */
export const planningHouse = { organisation: 'IT-Verbund Musterland (erfunden)' };

/** Which plans the demo has made. */
export async function planIds(app: RunningApp): Promise<{ readonly gilt: string; readonly anderer: string }> {
  const { plaene, gilt } = (await runCommand(app, 'planung', [], planningHouse)) as {
    readonly plaene: readonly { readonly id: string }[];
    readonly gilt: string | null;
  };
  const anderer = plaene.find(({ id }) => id !== gilt)?.id;
  assert.ok(gilt && anderer);
  return { gilt, anderer };
}

/** Looks up the plans of the demo, and sends a table with sound and broken rows. */
export async function furnishPlanning(app: RunningApp, lead: Visitor): Promise<PlanningPages> {
  const { teams } = (await runCommand(app, 'planung teams', [], planningHouse)) as {
    readonly teams: readonly { readonly id: string; readonly ags: string | null }[];
  };
  const table =
    'Maßnahme;Aufwandsvorlage;Kommunen\r\nGewerbe anmelden;efa-anbinden;05766044 2027-Q2\r\nSchlecht;fehlt;morgen\r\n';
  const sent = await lead.upload('/planung/massnahmen/einlesen', { datei: table });
  return {
    ...(await planIds(app)),
    team: teams.find(({ ags }) => ags === null)?.id ?? '',
    einlesung: sent.split('/').at(-1) ?? '',
  };
}

const as = 'ozg-leitung' as const;
const unknown = '00000000-0000-4000-8000-000000000009';

/** The pages of planning, and what a Kommune does next. */
export function planningTemplates({ gilt, anderer, team, einlesung }: PlanningPages): PageTemplates {
  const plan = `/planung/plaene/${gilt}`;
  return {
    '/planung': [
      { name: 'filled', address: '/planung', as },
      {
        name: 'error',
        address: '/planung',
        as,
        fill: { 'Name des Plans': '' },
        press: 'Plan rechnen',
        status: 422,
      },
    ],
    '/planung/teams': [
      { name: 'house', address: '/planung/teams', as },
      { name: 'empty', address: '/planung/teams', as: 'kreis-lippe' },
    ],
    '/planung/teams/neu': [
      { name: 'error', address: '/planung/teams/neu', as: 'lemgo', press: 'Speichern', status: 422 },
    ],
    '/planung/teams/:team': [
      { name: 'filled', address: `/planung/teams/${team}`, as },
      { name: 'error', address: `/planung/teams/${unknown}`, as, status: 404 },
    ],
    '/planung/aufwaende': [{ name: 'filled', address: '/planung/aufwaende', as }],
    '/planung/aufwaende/neu': [
      { name: 'error', address: '/planung/aufwaende/neu', as, press: 'Speichern', status: 422 },
    ],
    '/planung/aufwaende/:vorlage': [{ name: 'filled', address: '/planung/aufwaende/efa-anbinden', as }],
    '/planung/massnahmen': [
      { name: 'filled', address: '/planung/massnahmen', as },
      { name: 'empty', address: '/planung/massnahmen?suche=gibtesnichtxyz', as },
    ],
    '/planung/massnahmen/neu': [
      { name: 'error', address: '/planung/massnahmen/neu', as, press: 'Speichern', status: 422 },
    ],
    '/planung/massnahmen/:massnahme': [{ name: 'filled', address: '/planung/massnahmen/hund-anmelden', as }],
    '/planung/massnahmen/einlesen': [
      { name: 'error', address: '/planung/massnahmen/einlesen', as, press: 'Änderungen zeigen', status: 422 },
    ],
    '/planung/massnahmen/einlesen/:einlesung': [
      { name: 'filled', address: `/planung/massnahmen/einlesen/${einlesung}`, as },
    ],
    '/planung/massnahmen/bedarf': [
      { name: 'filled', address: '/planung/massnahmen/bedarf', as },
      { name: 'error', address: '/planung/massnahmen/bedarf', as, press: 'Gewählte übernehmen', status: 422 },
    ],
    '/planung/plaene/:plan': [
      { name: 'decided', address: plan, as },
      { name: 'error', address: plan, as, press: 'Beschluss festhalten', status: 422 },
    ],
    '/planung/plaene/:plan/vergleich': [{ name: 'filled', address: `${plan}/vergleich?mit=${anderer}`, as }],
    '/planung/plaene/:plan/wunsch': [{ name: 'filled', address: `${plan}/wunsch?massnahme=wohnsitz`, as }],
    '/naechste-schritte': [
      { name: 'filled', address: '/naechste-schritte', as: 'lemgo' },
      { name: 'empty', address: '/naechste-schritte', as: 'kreis-lippe' },
    ],
  };
}
