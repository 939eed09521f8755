import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { ergebnisse } from '../domain/eintrag.ts';
import { istOffen, zustaende } from '../domain/zustand.ts';
import { aktionLabel } from '../messages.ts';
import type { InboxDeps } from '../ports.ts';
import { act, capabilityOf, type OfficeAction, officeActions } from '../use-cases/act.ts';
import { listEingaenge, openEingang } from '../use-cases/read.ts';
import { workerOf } from '../use-cases/worker.ts';
import { detailAnswer, rowAnswer, standAnswer } from '../views.ts';
import { fachdatenOperations } from './fachdaten-operations.ts';
import { detailSchema, rowSchema, standSchema } from './schemas.ts';

const params = z.object({ nummer: z.string().describe('Nummer des Vorgangs') });

/** The inbox of the own organisation in the JSON API. */
export function inboxOperations(deps: InboxDeps): readonly Operation[] {
  return [
    ...readOperations(deps),
    ...fachdatenOperations(deps),
    ...officeActions.map((aktion) => actionOperation(deps, aktion)),
  ];
}

function readOperations(deps: InboxDeps): readonly Operation[] {
  return [
    operation({
      capability: 'inbox.list',
      method: 'get',
      path: '/eingang',
      summary: 'Die Vorgänge der eigenen Behörde, ohne Angaben zur Person',
      access: { permission: 'inbox.read' },
      query: z.object({
        zustand: z.enum(zustaende).optional(),
        offen: z.enum(['ja', 'nein']).optional().describe('Nur offene oder nur erledigte'),
      }),
      response: z.object({ vorgaenge: z.array(rowSchema) }),
      handle: async ({ principal, query: { zustand, offen } }) => {
        const worker = workerOf(principal, 'inbox.read');
        if (!worker.ok) return worker;
        const rows = (await listEingaenge(deps, worker.value, false)).filter(
          ({ eingang }) =>
            (zustand === undefined || eingang.zustand === zustand) &&
            (offen === undefined || istOffen(eingang.zustand) === (offen === 'ja')),
        );
        return ok({ vorgaenge: rows.map(rowAnswer) });
      },
    }),
    operation({
      capability: 'inbox.show',
      method: 'get',
      path: '/eingang/{nummer}',
      summary: 'Ein Vorgang mit Antworten, Anlagen und Verlauf; das Lesen steht in der Prüfspur',
      access: { permission: 'inbox.read' },
      params,
      response: detailSchema,
      handle: async ({ principal, params: { nummer } }) => {
        const worker = workerOf(principal, 'inbox.read');
        if (!worker.ok) return worker;
        const detail = await openEingang(deps, worker.value, nummer);
        return detail.ok ? ok(detailAnswer(detail.value)) : detail;
      },
    }),
  ];
}

const fields = {
  text: z.string().max(5000),
  mitglied: z.string().describe('Kennung des Mitglieds'),
  ziel: z.string().describe('Kennung des Zustellpunkts'),
  ergebnis: z.enum(ergebnisse),
  felder: z
    .array(z.string().max(300))
    .min(1)
    .max(500)
    .describe('Kennungen der Felder: place oder field aus den Antworten, bei Gruppen auch die ganze Gruppe'),
  frist: z.iso.date().describe('Letzter Tag der Frist'),
};

const fieldsOf: Readonly<Record<OfficeAction, z.ZodRawShape>> = {
  uebernehmen: {},
  abgeben: { mitglied: fields.mitglied },
  rueckfragen: { text: fields.text },
  nachfordern: { felder: fields.felder, frist: fields.frist, text: fields.text },
  'nachforderung-zuruecknehmen': {},
  notieren: { text: fields.text },
  entscheiden: { ergebnis: fields.ergebnis, text: fields.text.default('') },
  abschliessen: { text: fields.text },
  zuleiten: { ziel: fields.ziel, text: fields.text },
  weiterleiten: { ziel: fields.ziel, text: fields.text },
};

const version = z
  .number()
  .int()
  .min(1)
  .describe('Die gelesene Version; eine neuere wird nicht überschrieben');

const asText = z.object({
  version,
  text: z.string().optional(),
  mitglied: z.string().optional(),
  ziel: z.string().optional(),
  ergebnis: z.string().optional(),
  felder: z.array(z.string()).optional(),
  frist: z.string().optional(),
});

function actionOperation(deps: InboxDeps, aktion: OfficeAction): Operation {
  return operation({
    capability: capabilityOf[aktion],
    method: 'post',
    path: `/eingang/{nummer}/${aktion}`,
    summary: aktionLabel[aktion],
    access: { permission: 'inbox.work' },
    params,
    body: z.strictObject({ version, ...fieldsOf[aktion] }),
    response: standSchema,
    handle: async ({ principal, params: { nummer }, body }) => {
      const worker = workerOf(principal, 'inbox.work');
      if (!worker.ok) return worker;
      const result = await act(deps, worker.value, aktion, { nummer, ...asText.parse(body) });
      return result.ok ? ok(standAnswer(result.value)) : result;
    },
  });
}
