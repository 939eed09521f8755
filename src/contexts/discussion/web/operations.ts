import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { DiscussionDeps } from '../deps.ts';
import { adressaten } from '../domain/rueckfrage.ts';
import { zustaende } from '../domain/zustand.ts';
import { prepareQuestion } from '../use-cases/ask.ts';
import { readPublished, readRueckfragen, readThread } from '../use-cases/read.ts';
import { schreiben } from '../use-cases/teilnehmer.ts';
import { antwortJson, threadJson, zeileJson } from '../views/json.ts';
import { antwortSchema, id, threadSchema, zeileSchema } from './schemas.ts';
import { writeOperations } from './write-operations.ts';

const signedIn = { access: 'signed-in', method: 'get' } as const;

const filter = z.object({
  zustand: z.enum(zustaende).optional(),
  adressat: z.enum(adressaten).optional(),
  zu: z.string().optional().describe('Nur zu diesem Datensatz, zum Beispiel leistung:L02950'),
  ungelesen: z.enum(['ja', 'nein']).optional(),
});

/** The questions in the JSON API. */
export function discussionOperations(deps: DiscussionDeps): readonly Operation[] {
  return [
    operation({
      ...signedIn,
      capability: 'discussion.list',
      path: '/rueckfragen',
      summary: 'Die Rückfragen, die man sehen darf, die jüngsten zuerst',
      query: filter,
      response: z.object({ ungelesen: z.int(), rueckfragen: z.array(zeileSchema) }),
      handle: async ({ principal, query }) => {
        const read = await readRueckfragen(deps, principal);
        if (!read.ok) return read;
        const all = read.value.map(zeileJson);
        const rueckfragen = all.filter((one) => fits(one, query));
        return ok({ ungelesen: all.filter(({ ungelesen }) => ungelesen).length, rueckfragen });
      },
    }),
    operation({
      ...signedIn,
      capability: 'discussion.show',
      path: '/rueckfragen/{id}',
      summary: 'Eine Rückfrage mit ihrem Verlauf; gelesen ist sie dadurch nicht',
      params: id,
      response: threadSchema,
      handle: async ({ principal, params }) => {
        const read = await readThread(deps, principal, params.id);
        return read.ok ? ok(threadJson(read.value)) : read;
      },
    }),
    operation({
      ...signedIn,
      capability: 'discussion.answers',
      path: '/antworten',
      summary: 'Die Antworten, die für die eigene Organisation veröffentlicht sind',
      response: z.object({ antworten: z.array(antwortSchema) }),
      handle: async ({ principal }) => {
        const read = await readPublished(deps, principal);
        return read.ok ? ok({ antworten: read.value.map(antwortJson) }) : read;
      },
    }),
    operation({
      capability: 'discussion.ask',
      access: { permission: schreiben },
      method: 'get',
      path: '/rueckfragen-adressaten',
      summary: 'Wen man zu einem Datensatz fragen kann',
      query: z.object({ zu: z.string() }),
      response: z.object({
        zuName: z.string(),
        adressaten: z.array(z.object({ adressat: z.string(), label: z.string(), liest: z.string() })),
      }),
      handle: async ({ principal, query }) => {
        const prepared = await prepareQuestion(deps, principal, query.zu);
        if (!prepared.ok) return prepared;
        const { record, wahl } = prepared.value;
        return ok({
          zuName: record.name,
          adressaten: wahl.map(({ value, label, hint }) => ({ adressat: value, label, liest: hint })),
        });
      },
    }),
    ...writeOperations(deps),
  ];
}

function fits(
  one: ReturnType<typeof zeileJson>,
  { zustand, adressat, zu, ungelesen }: z.output<typeof filter>,
) {
  return (
    (zustand === undefined || one.zustand === zustand) &&
    (adressat === undefined || one.adressat === adressat) &&
    (zu === undefined || one.zu === zu) &&
    (ungelesen === undefined || one.ungelesen === (ungelesen === 'ja'))
  );
}
