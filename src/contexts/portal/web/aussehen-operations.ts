import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { PortalStaffDeps } from '../deps.ts';
import { ownAussehen, publishAussehen, saveAussehen } from '../use-cases/aussehen.ts';
import { editorOf } from '../use-cases/editor.ts';
import { lookAnswer } from '../views.ts';
import { manage } from './staff-answers.ts';

const farbenSchema = z
  .object({ akzent: z.string(), akzentDunkel: z.string(), linie: z.string(), linieDunkel: z.string() })
  .nullable();

const lookSchema = z.object({
  oeffentlich: z
    .number()
    .int()
    .nullable()
    .describe('Die veröffentlichte Fassung; 0: neutral; null: nie veröffentlicht'),
  fassungen: z.array(
    z.object({
      nummer: z.number().int(),
      farben: farbenSchema,
      anzeigename: z.string(),
      impressum: z.string(),
      datenschutz: z.string(),
      barrierefreiheit: z.string(),
      wappen: z.enum(['svg', 'png']).nullable(),
      gespeichertAm: z.iso.datetime(),
    }),
  ),
});

const field = z.string().max(4000).default('');
const lookBody = z.strictObject({
  ...{ akzent: field, akzentDunkel: field, linie: field, anzeigename: field },
  ...{ impressum: field, datenschutz: field, barrierefreiheit: field },
  nummer: z.number().int().describe('Die Fassung, die Sie gelesen haben; 0: noch keine'),
  wappen: z.base64().max(420_000).optional().describe('Datei in Base64; ohne Angabe bleibt es, wie es ist'),
  ohneWappen: z.boolean().default(false),
});

/** The look of the own site. */
export function aussehenOperations(deps: PortalStaffDeps): readonly Operation[] {
  return [
    operation({
      capability: 'portal.look',
      method: 'get',
      path: '/portal/aussehen',
      summary: 'Das Aussehen des eigenen Portals: alle Fassungen, und welche öffentlich ist',
      access: manage,
      response: lookSchema,
      handle: async ({ principal }) => {
        const editor = await editorOf(deps, principal);
        return editor.ok ? ok(lookAnswer(await ownAussehen(deps, editor.value))) : editor;
      },
    }),
    operation({
      capability: 'portal.look.save',
      method: 'post',
      path: '/portal/aussehen',
      summary: 'Eine Fassung des Aussehens speichern; sie ist noch nicht öffentlich',
      access: manage,
      body: lookBody,
      status: 201,
      response: z.object({ nummer: z.number().int() }),
      handle: async ({ principal, body }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const { nummer, wappen, ohneWappen, ...felder } = body;
        const bytes = wappen === undefined ? null : Buffer.from(wappen, 'base64');
        return saveAussehen(deps, editor.value, {
          felder,
          nummer,
          wappen: bytes ? { bytes, scanned: await deps.scan(bytes) } : ohneWappen ? 'ohne' : 'behalten',
        });
      },
    }),
    operation({
      capability: 'portal.look.publish',
      method: 'post',
      path: '/portal/aussehen/{nummer}/veroeffentlichen',
      summary: 'Eine gespeicherte Fassung allen zeigen; 0: das neutrale Aussehen',
      access: manage,
      params: z.object({ nummer: z.coerce.number().int().min(0) }),
      response: z.object({ nummer: z.number().int() }),
      handle: async ({ principal, params }) => {
        const editor = await editorOf(deps, principal);
        return editor.ok ? publishAussehen(deps, editor.value, params.nummer) : editor;
      },
    }),
  ];
}
