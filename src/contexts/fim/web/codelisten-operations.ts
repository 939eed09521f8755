import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { FimDeps } from '../fim-deps.ts';
import { authorOf } from '../use-cases/author.ts';
import { leseCodeliste, readCodelistenstand } from '../use-cases/codelisten.ts';
import { codelisteAnswer } from '../views/answers.ts';

const access = { permission: 'workshop.author' } as const;

const listeSchema = z.object({
  urn: z.string(),
  version: z.string(),
  einlesung: z.number(),
  titel: z.string(),
  quelle: z.string(),
  lizenz: z.string(),
  anzahl: z.number(),
  eingelesenAm: z.string(),
});

/** Code lists that stand outside of schemas. */
export function codelistenOperations(deps: FimDeps): readonly Operation[] {
  return [
    operation({
      capability: 'fim.lists',
      method: 'get',
      path: '/fim/codelisten',
      summary: 'Codelisten außerhalb der Schemata: eingelesene und fehlende',
      access,
      response: z.object({
        listen: z.array(listeSchema),
        fehlend: z.array(z.object({ urn: z.string(), schemata: z.array(z.string()) })),
      }),
      handle: async ({ principal }) => {
        const author = authorOf(principal);
        if (!author.ok) return author;
        const { gehalten, fehlend } = await readCodelistenstand(deps, author.value);
        return ok({ listen: gehalten.map(codelisteAnswer), fehlend });
      },
    }),
    operation({
      capability: 'fim.lists.import',
      method: 'post',
      path: '/fim/codelisten',
      summary: 'Eine Codeliste einlesen (CSV oder Excel mit Code und Name)',
      access,
      bodyLimit: 7_000_000,
      body: z.strictObject({
        base64: z.base64().max(6_700_000),
        urn: z.string().max(300),
        version: z.string().max(60).default(''),
        titel: z.string().max(300),
        quelle: z.string().max(500),
        lizenz: z.string().max(200),
      }),
      response: listeSchema,
      handle: async ({ body: { base64, ...angaben }, principal }) => {
        const author = authorOf(principal);
        if (!author.ok) return author;
        const read = await leseCodeliste(deps, author.value, {
          ...angaben,
          bytes: Buffer.from(base64, 'base64'),
        });
        return read.ok ? ok(codelisteAnswer(read.value)) : read;
      },
    }),
  ];
}
