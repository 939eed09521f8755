import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { InboxDeps } from '../ports.ts';
import { readFachdaten } from '../use-cases/fachdaten.ts';
import { workerOf } from '../use-cases/worker.ts';

const common = {
  schema: z.object({ id: z.string(), version: z.string(), name: z.string() }),
  herkunft: z
    .enum(['eingelesen', 'mitgeliefert', 'formular'])
    .describe(
      'Woher der Aufbau kommt: aus dem Datenschema selbst oder, wo es nicht vorliegt, aus dem Formular',
    ),
  befunde: z.array(
    z.object({ art: z.string(), schwere: z.enum(['fehler', 'hinweis']), ort: z.string(), text: z.string() }),
  ),
};

/** Case data under FIM's ids in the JSON API. */
export function fachdatenOperations(deps: InboxDeps): readonly Operation[] {
  return [
    operation({
      capability: 'inbox.fachdaten',
      method: 'get',
      path: '/eingang/{nummer}/fachdaten',
      summary: 'Die Angaben eines Vorgangs mit den Kennungen ihres FIM-Datenschemas, als XML und als JSON',
      access: { permission: 'inbox.read' },
      params: z.object({ nummer: z.string().describe('Nummer des Vorgangs') }),
      response: z.object({
        ...{ nummer: z.string(), dienst: z.string(), fassung: z.string(), ...common },
        xml: z.string().describe('Nach XFall: S…V… um alles, G…V… für Gruppen, F…V… für Felder'),
        daten: z.record(z.string(), z.json()).describe('Dasselbe im Format leitwerk/fachdaten@1'),
        ohnePlatz: z.array(z.string()).describe('Fragen des Formulars, die das Schema nicht kennt'),
      }),
      handle: async ({ principal, params: { nummer } }) => {
        const worker = workerOf(principal, 'inbox.read');
        if (!worker.ok) return worker;
        const found = await readFachdaten(deps, worker.value, nummer);
        if (!found.ok) return found;
        const { titel: _, daten, ...rest } = found.value;
        return ok({
          ...rest,
          befunde: [...rest.befunde],
          ohnePlatz: [...rest.ohnePlatz],
          daten: { ...daten },
        });
      },
    }),
    operation({
      capability: 'inbox.fachdaten.check',
      method: 'post',
      path: '/fachdaten/pruefung',
      summary:
        'Fachdaten gegen das Datenschema eines Onlinedienstes prüfen und die Angaben wieder herauslesen',
      access: { permission: 'inbox.read' },
      body: z.strictObject({
        dienst: z.string().max(100).describe('Kennung des Onlinedienstes'),
        fassung: z.string().max(40).optional().describe('Ohne Angabe die jetzige'),
        dokument: z.string().max(5_000_000).describe('XML oder JSON'),
      }),
      response: z.object({ ...common, antworten: z.record(z.string(), z.json()) }),
      handle: async ({ principal, body: { dienst, fassung = null, dokument } }) => {
        const worker = workerOf(principal, 'inbox.read');
        if (!worker.ok) return worker;
        const done = await deps.fachdaten.pruefung(dienst, fassung, dokument);
        if (!done.ok) return done;
        const { schema, herkunft, befunde, answers } = done.value;
        return ok({ schema, herkunft, befunde: [...befunde], antworten: { ...answers } });
      },
    }),
  ];
}
