import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import type { CockpitDeps } from '../cockpit-deps.ts';
import { annahmenOf, confirm } from '../use-cases/annahmen.ts';
import { type Leader, leaderOf } from '../use-cases/cockpit-actors.ts';
import { readCockpit, readUebersicht } from '../use-cases/read-cockpit.ts';
import { beginSammel, cancelSammel, readLaufstand, takeBackSammel } from '../use-cases/sammel-steuern.ts';
import { previewSammel } from '../use-cases/sammel-vorschau.ts';
import { erklaerungOf, withDemoValues } from '../use-cases/sammel-wunsch.ts';
import {
  annahmeSchema,
  cockpitzeileAnswer,
  cockpitzeileSchema,
  dienstParams,
  uebersichtAnswer,
  uebersichtSchema,
  zugAnswer,
  zugKopfAnswer,
  zugKopfSchema,
  zugParams,
  zugSchema,
  zugWunschSchema,
} from '../views/cockpit-answers.ts';
import { manage } from './cockpit-paths.ts';

/** The cockpit, steps for many, and what was assumed for a Kommune. */
export function cockpitOperations(deps: CockpitDeps): readonly Operation[] {
  return [
    ...readOperations(deps),
    ...previewOperations(deps),
    ...stepOperations(deps),
    ...annahmenOperations(deps),
  ];
}

/** Does something as a house that leads many. */
async function asLeader<T>(
  deps: CockpitDeps,
  principal: Principal | null,
  run: (leader: Leader) => Promise<Result<T>>,
): Promise<Result<T>> {
  const leader = await leaderOf(deps, principal);
  return leader.ok ? run(leader.value) : leader;
}

function readOperations(deps: CockpitDeps): readonly Operation[] {
  return [
    operation({
      capability: 'connection.cockpit.overview',
      method: 'get',
      path: '/cockpit',
      summary: 'Alle Onlinedienste: wie viele Kommunen des Kreises wie weit sind, und die Züge des Hauses',
      access: manage,
      response: z.object({ dienste: z.array(uebersichtSchema), zuege: z.array(zugKopfSchema) }),
      handle: ({ principal }) =>
        asLeader(deps, principal, async (leader) => {
          const { dienste, laeufe } = await readUebersicht(deps, leader);
          return ok({ dienste: dienste.map(uebersichtAnswer), zuege: laeufe.map(zugKopfAnswer) });
        }),
    }),
    operation({
      capability: 'connection.cockpit.show',
      method: 'get',
      path: '/cockpit/{dienst}',
      summary: 'Ein Onlinedienst: jede Kommune des Kreises mit Phase, Fortschritt und auf wen gewartet wird',
      access: manage,
      params: dienstParams,
      response: z.object({ dienst: z.string(), titel: z.string(), kommunen: z.array(cockpitzeileSchema) }),
      handle: ({ params, principal }) =>
        asLeader(deps, principal, async (leader) => {
          const cockpit = await readCockpit(deps, leader, params.dienst);
          if (!cockpit.ok) return cockpit;
          const { angebot, zeilen } = cockpit.value;
          const kommunen = zeilen.map(cockpitzeileAnswer);
          return ok({ dienst: angebot.dienst, titel: angebot.data.title, kommunen });
        }),
    }),
    operation({
      capability: 'connection.zug.show',
      method: 'get',
      path: '/cockpit/zuege/{id}',
      summary: 'Ein Zug: Vorschau, Fortschritt oder Ergebnis, Kommune für Kommune',
      access: manage,
      params: zugParams,
      response: zugSchema,
      handle: ({ params, principal }) =>
        asLeader(deps, principal, async (leader) => {
          const stand = await readLaufstand(deps, leader, params.id);
          return stand.ok ? ok(zugAnswer(stand.value)) : stand;
        }),
    }),
  ];
}

function previewOperations(deps: CockpitDeps): readonly Operation[] {
  return [
    operation({
      capability: 'connection.zug.preview',
      method: 'post',
      path: '/cockpit/{dienst}/zuege',
      summary:
        'Legt einen Zug als Vorschau an: wer dran ist, wer ausgelassen wird und warum. Geändert wird erst, wenn er beginnt',
      access: manage,
      status: 201,
      params: dienstParams,
      body: zugWunschSchema,
      response: zugSchema,
      handle: ({ params, body, principal }) =>
        asLeader(deps, principal, async (leader) => {
          const { auftrag, auswahl, erfunden } = body;
          const given = auftrag.art === 'verbinden' ? auftrag.werte : {};
          const werte = await withDemoValues(deps, params.dienst, given, erfunden);
          if (!werte.ok) return werte;
          const filled =
            auftrag.art === 'verbinden'
              ? { ...auftrag, werte: werte.value, erklaerung: erklaerungOf(auftrag.erklaerung, erfunden) }
              : auftrag;
          const made = await previewSammel(deps, leader, { dienst: params.dienst, auftrag: filled, auswahl });
          if (!made.ok) return made;
          const stand = await readLaufstand(deps, leader, made.value);
          return stand.ok ? ok(zugAnswer(stand.value)) : stand;
        }),
    }),
  ];
}

const steps = [
  [
    'connection.zug.begin',
    'beginnen',
    'Beginnt einen Zug oder setzt ihn fort; der Worker arbeitet ihn ab',
    beginSammel,
  ],
  ['connection.zug.cancel', 'abbrechen', 'Bricht einen Zug ab; was geschehen ist, bleibt', cancelSammel],
  [
    'connection.zug.undo',
    'zuruecknehmen',
    'Nimmt einen Zug zurück, soweit danach nichts geschah',
    takeBackSammel,
  ],
] as const;

function stepOperations(deps: CockpitDeps): readonly Operation[] {
  return steps.map(([capability, word, summary, take]) =>
    operation({
      capability,
      method: 'post',
      path: `/cockpit/zuege/{id}/${word}`,
      summary,
      access: manage,
      status: 202,
      params: zugParams,
      body: z.strictObject({}),
      response: zugKopfSchema,
      handle: ({ params, principal }) =>
        asLeader(deps, principal, async (leader) => {
          const taken = await take(deps, leader, params.id);
          if (!taken.ok) return taken;
          const stand = await readLaufstand(deps, leader, params.id);
          return stand.ok ? ok(zugKopfAnswer(stand.value.lauf)) : stand;
        }),
    }),
  );
}

function annahmenOperations(deps: CockpitDeps): readonly Operation[] {
  const access = { permission: 'efa.anbindung.manage' } as const;
  const path = '/anbindungen/{dienst}/annahmen';
  return [
    operation({
      capability: 'connection.annahmen.list',
      method: 'get',
      path,
      summary: 'Die Werte, die für die eigene Kommune angenommen wurden',
      access,
      params: dienstParams,
      response: z.object({ annahmen: z.array(annahmeSchema) }),
      handle: async ({ params, principal }) => {
        const found = await annahmenOf(deps, principal, params.dienst);
        return found.ok ? ok({ annahmen: found.value.zeilen.map((zeile) => ({ ...zeile })) }) : found;
      },
    }),
    operation({
      capability: 'connection.annahmen.confirm',
      method: 'post',
      path,
      summary: 'Bestätigt angenommene Werte',
      access,
      params: dienstParams,
      body: z.strictObject({ parameter: z.array(z.string().max(60)).min(1).max(200) }),
      response: z.object({ bestaetigt: z.int() }),
      handle: async ({ params, body, principal }) => {
        const confirmed = await confirm(deps, principal, params.dienst, body.parameter);
        return confirmed.ok ? ok({ bestaetigt: confirmed.value }) : confirmed;
      },
    }),
  ];
}
