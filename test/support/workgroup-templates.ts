import assert from 'node:assert/strict';
import type { PageTemplates } from './page-templates.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';

/** Sessions of the demo's group by their state, and a decision on which a vote goes on. */
export interface WorkgroupPages {
  readonly next: string;
  readonly held: string;
  readonly vote: string;
}

const provider = { organisation: 'IT-Verbund Musterland (erfunden)' };
const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ';

/** Finds the demo's sessions, and puts a decision with long words to the vote. */
export async function furnishWorkgroup(app: RunningApp): Promise<WorkgroupPages> {
  const { next, held } = await demoSitzungen(app);
  const propose = {
    titel: long.repeat(2).trim(),
    text: long.repeat(20),
    gewichtung: 'einwohner',
    ziele: 'leistung:L02950',
  };
  const made = await runCommand(app, 'arbeitsgruppe beschluss propose', [next], { ...provider, ...propose });
  const vote = (made as { readonly id: string }).id;
  await runCommand(app, 'arbeitsgruppe beschluss oeffnen', [vote], provider);
  await runCommand(app, 'arbeitsgruppe stimme', [vote], { organisation: '05766044', wahl: 'ja' });
  await runCommand(app, 'arbeitsgruppe notiz', [next], { ...provider, text: long.repeat(10) });
  return { next, held, vote };
}

/** The next session of the demo's group, and one that was held. */
export async function demoSitzungen(app: RunningApp): Promise<Pick<WorkgroupPages, 'next' | 'held'>> {
  const { sitzungen } = (await runCommand(app, 'arbeitsgruppe sitzungen', [], provider)) as {
    readonly sitzungen: readonly { readonly id: string; readonly zustand: string }[];
  };
  const of = (zustand: string) =>
    sitzungen.find((one) => one.zustand === zustand)?.id ?? assert.fail(zustand);
  return { next: of('eingeladen'), held: of('abgeschlossen') };
}

/** The pages of the working group. */
export function workgroupTemplates({ next, held, vote }: WorkgroupPages): PageTemplates {
  const home = '/arbeitsgruppe';
  const lead = 'ozg-leitung';
  const as = 'lemgo';
  const nothing = '00000000-0000-4000-8000-000000000009';
  return {
    [home]: [
      { name: 'filled', address: home, as },
      { name: 'error', address: home, as: lead, press: 'Arbeitsgruppe gründen', status: 422 },
    ],
    [`${home}/sitzungen`]: [
      { name: 'filled', address: `${home}/sitzungen`, as },
      { name: 'empty', address: `${home}/sitzungen?suche=gibtesnichtxyz`, as },
    ],
    [`${home}/sitzungen/neu`]: [{ name: 'unknown', address: `${home}/sitzungen/neu`, as: lead, status: 404 }],
    [`${home}/sitzungen/:id`]: [
      { name: 'long', address: `${home}/sitzungen/${next}`, as: lead },
      { name: 'held', address: `${home}/sitzungen/${held}`, as },
      { name: 'unknown', address: `${home}/sitzungen/${nothing}`, as, status: 404 },
    ],
    [`${home}/sitzungen/:id/bearbeiten`]: [
      { name: 'filled', address: `${home}/sitzungen/${next}/bearbeiten`, as: lead },
      {
        name: 'error',
        address: `${home}/sitzungen/${next}/bearbeiten`,
        as: lead,
        fill: { Titel: '' },
        press: 'Änderung speichern',
        status: 422,
      },
    ],
    [`${home}/sitzungen/:id/protokoll`]: [
      { name: 'long', address: `${home}/sitzungen/${next}/protokoll`, as: lead },
      {
        name: 'error',
        address: `${home}/sitzungen/${next}/protokoll`,
        as: lead,
        press: 'Notiz speichern',
        status: 422,
      },
    ],
    [`${home}/sitzungen/:id/neues`]: [
      { name: 'filled', address: `${home}/sitzungen/${next}/neues`, as },
      { name: 'empty', address: `${home}/sitzungen/${held}/neues`, as },
    ],
    [`${home}/beschluesse`]: [{ name: 'long', address: `${home}/beschluesse`, as }],
    [`${home}/beschluesse/:id`]: [{ name: 'long', address: `${home}/beschluesse/${vote}`, as }],
    [`${home}/aufgaben`]: [
      { name: 'filled', address: `${home}/aufgaben`, as: 'detmold' },
      { name: 'lead', address: `${home}/aufgaben`, as: lead },
    ],
    [`${home}/fragen`]: [
      { name: 'filled', address: `${home}/fragen`, as },
      { name: 'lead', address: `${home}/fragen`, as: lead },
    ],
    [`${home}/mitglieder`]: [
      { name: 'filled', address: `${home}/mitglieder`, as },
      { name: 'lead', address: `${home}/mitglieder`, as: lead },
    ],
    [`${home}/einarbeitung`]: [
      { name: 'long', address: `${home}/einarbeitung`, as },
      { name: 'error', address: `${home}/einarbeitung?rolle=kaiser`, as },
    ],
  };
}
