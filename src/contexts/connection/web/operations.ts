import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { faktArten } from '../domain/punkt.ts';
import { type Begleiter, begleiterOf, hausOf } from '../use-cases/begleiter.ts';
import { erklaere } from '../use-cases/erklaere.ts';
import { readFristen } from '../use-cases/fristen.ts';
import { readGate } from '../use-cases/gate.ts';
import { probelauf } from '../use-cases/probelauf.ts';
import { punktErledigen } from '../use-cases/punkte-erledigen.ts';
import {
  ablaufAnswer,
  checklisteAnswer,
  erklaertAnswer,
  gateAnswer,
  probelaufAnswer,
} from '../views/answers.ts';
import { shownFor } from '../views/shown.ts';
import { checklisteSchema, erklaertSchema, fristenSchema, gateSchema, probelaufSchema } from './schemas.ts';
import { secretOperations } from './secret-operations.ts';

const params = z.object({ dienst: z.string().describe('Kennung des Onlinedienstes') });
const kommune = z.string().max(200).optional().describe('AGS oder Name; nötig für einen IT-Dienstleister');
const query = z.object({ kommune });

/** This context in the JSON API. */
export function connectionOperations(deps: ConnectionDeps): readonly Operation[] {
  return [...readOperations(deps), ...writeOperations(deps), ...secretOperations(deps)];
}

async function asBegleiter<T>(
  deps: ConnectionDeps,
  principal: Principal | null,
  recht: 'lesen' | 'aendern',
  named: string | undefined,
  run: (begleiter: Begleiter) => Promise<Result<T>>,
): Promise<Result<T>> {
  const begleiter = await begleiterOf(deps, principal, recht, named);
  return begleiter.ok ? run(begleiter.value) : begleiter;
}

function readOperations(deps: ConnectionDeps): readonly Operation[] {
  return [
    operation({
      capability: 'connection.checklist',
      method: 'get',
      path: '/anbindungen/{dienst}/checkliste',
      summary: 'Die Checkliste einer Anbindung mit Fortschritt, Phase und Uhren',
      access: 'signed-in',
      params,
      query,
      response: checklisteSchema,
      handle: ({ params: { dienst }, query: { kommune: named }, principal }) =>
        asBegleiter(deps, principal, 'lesen', named, async (begleiter) => {
          const shown = await shownFor(deps, begleiter, dienst);
          return shown.ok ? ok(checklisteAnswer(shown.value.stand, shown.value.zeilen)) : shown;
        }),
    }),
    operation({
      capability: 'connection.gate',
      method: 'get',
      path: '/anbindungen/{dienst}/pruefung',
      summary: 'Was den Start einer Anbindung aufhält, nach Themen',
      access: 'signed-in',
      params,
      query,
      response: gateSchema,
      handle: ({ params: { dienst }, query: { kommune: named }, principal }) =>
        asBegleiter(deps, principal, 'lesen', named, async (begleiter) => {
          const gate = await readGate(deps, begleiter, dienst);
          return gate.ok ? ok(gateAnswer(gate.value)) : gate;
        }),
    }),
    operation({
      capability: 'connection.deadlines',
      method: 'get',
      path: '/fristen',
      summary: 'Was abläuft: Nachweise, Schlüssel, Zugangsdaten, Verträge',
      access: 'signed-in',
      response: fristenSchema,
      handle: async ({ principal }) => {
        const haus = await hausOf(deps, principal, 'lesen');
        if (!haus.ok) return haus;
        return ok({ fristen: (await readFristen(deps, haus.value)).map(ablaufAnswer) });
      },
    }),
  ];
}

function writeOperations(deps: ConnectionDeps): readonly Operation[] {
  return [
    operation({
      capability: 'connection.checklist.state',
      method: 'post',
      path: '/anbindungen/{dienst}/checkliste/{punkt}',
      summary: 'Den Stand eines Punktes eintragen; nichts wird überschrieben',
      access: 'signed-in',
      params: params.extend({ punkt: z.string().describe('Kennung des Punktes') }),
      body: z.strictObject({
        kommune,
        nummer: z
          .int()
          .nonnegative()
          .describe('Die Nummer, die gelesen wurde; 0, wenn noch nichts gesagt war'),
        art: z.enum(faktArten),
        nachweis: z.string().default(''),
        grund: z.string().default(''),
        gueltigBis: z.string().default('').describe('JJJJ-MM-TT oder leer'),
      }),
      response: checklisteSchema,
      handle: ({ params: { dienst, punkt }, body: { kommune: named, nummer, ...eingabe }, principal }) =>
        asBegleiter(deps, principal, 'aendern', named, async (begleiter) => {
          const step = { dienst, punkt, eingabe };
          const stated = await punktErledigen(deps, begleiter, step, nummer);
          if (!stated.ok) return stated;
          const shown = await shownFor(deps, begleiter, dienst);
          return shown.ok ? ok(checklisteAnswer(shown.value.stand, shown.value.zeilen)) : shown;
        }),
    }),
    operation({
      capability: 'connection.checklist.declare',
      method: 'post',
      path: '/anbindungen/{dienst}/erklaerung',
      summary: 'Alle offenen Punkte bis zum Start auf einmal erklären, mit einem Grund für alle',
      access: 'signed-in',
      params,
      body: z.strictObject({
        kommune,
        grund: z.string().describe('Worauf sich die Erklärung stützt; mindestens zehn Zeichen'),
        gueltigBis: z.string().default('').describe('Letzter Tag des Empfangsschlüssels; leer: der bekannte'),
        auchGegenPruefung: z.boolean().default(false),
      }),
      response: erklaertSchema,
      handle: ({ params: { dienst }, body: { kommune: named, ...wunsch }, principal }) =>
        asBegleiter(deps, principal, 'aendern', named, async (begleiter) => {
          const done = await erklaere(deps, begleiter, dienst, wunsch);
          return done.ok ? ok(erklaertAnswer(done.value)) : done;
        }),
    }),
    operation({
      capability: 'connection.rehearse',
      method: 'post',
      path: '/anbindungen/{dienst}/probelauf',
      summary: 'Einen Probelauf mit einem Testantrag machen; er bleibt nirgends liegen',
      access: 'signed-in',
      params,
      body: z.strictObject({ kommune }),
      response: probelaufSchema,
      handle: ({ params: { dienst }, body: { kommune: named }, principal }) =>
        asBegleiter(deps, principal, 'aendern', named, async (begleiter) => {
          const lauf = await probelauf(deps, begleiter, dienst);
          return lauf.ok ? ok(probelaufAnswer(lauf.value)) : lauf;
        }),
    }),
  ];
}
