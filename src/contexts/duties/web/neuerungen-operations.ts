import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { neuerungAktionen } from '../domain/neuerung.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import { markNeuerungen } from '../use-cases/mark-neuerungen.ts';
import { ownNeuerungen } from '../use-cases/neuerungen.ts';
import { neuerungJson, neuerungSchema } from '../views/neuerung-json.ts';

/** What the catalogue's Fassungen changed for one's own Kommune, in the JSON API. */
export function neuerungenOperations(deps: DutiesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'duties.neuerungen',
      method: 'get',
      path: '/neuerungen',
      summary: 'Was neue Fassungen des Katalogs für die eigene Kommune bedeuten',
      access: 'signed-in',
      response: z.object({ ags: z.string(), name: z.string(), neuerungen: z.array(neuerungSchema) }),
      handle: async ({ principal }) => {
        const news = await ownNeuerungen(deps, principal);
        if (!news.ok) return news;
        const { ags, name, neuerungen } = news.value;
        return ok({ ags, name, neuerungen: neuerungen.map(neuerungJson) });
      },
    }),
    operation({
      capability: 'duties.neuerung.mark',
      method: 'post',
      path: '/neuerungen/stand',
      summary: 'Neuerungen einer Fassung als gelesen oder erledigt markieren, oder zurückstellen',
      access: { permission: 'duties.neuerung.mark' },
      body: z.strictObject({
        fassung: z.int(),
        leistungen: z.union([z.literal('alle'), z.array(z.string().max(10)).max(10_000)]),
        aktion: z.enum(neuerungAktionen),
      }),
      response: z.object({ anzahl: z.int() }),
      handle: ({ body, principal }) => markNeuerungen(deps, principal, body),
    }),
  ];
}
