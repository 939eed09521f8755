import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { PackagesDeps } from '../deps.ts';
import { portalprofilSchema } from '../domain/portalprofil.ts';
import { aendereSchluessel, readSchluessel } from '../use-cases/schluessel.ts';
import { schluesselAnswer, schluesselSchema } from '../views/answers.ts';
import { access, asLieferant } from './as-lieferant.ts';

const schrittSchema = z.discriminatedUnion('art', [
  z.strictObject({
    art: z.literal('aufnehmen'),
    datei: z.string().max(20_000).describe('Der Schlüssel als Text (leitwerk/paketschluessel@1)'),
  }),
  z.strictObject({ art: z.literal('widerrufen'), kid: z.string().max(100), grund: z.string().max(500) }),
  z.strictObject({ art: z.literal('wechseln') }),
]);

/** The list of trusted keys, and the profiles of portals. */
export function schluesselOperations(deps: PackagesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'packages.keys',
      method: 'get',
      path: '/paketschluessel',
      summary: 'Schlüssel, denen diese Installation bei Paketen vertraut, und der eigene',
      access,
      response: schluesselSchema,
      handle: ({ principal }) =>
        asLieferant(deps, principal, async (lieferant) =>
          ok(schluesselAnswer(await readSchluessel(deps, lieferant))),
        ),
    }),
    operation({
      capability: 'packages.keys.change',
      method: 'post',
      path: '/paketschluessel',
      summary: 'Einen Schlüssel aufnehmen oder widerrufen, oder den eigenen wechseln',
      access,
      body: schrittSchema,
      response: schluesselSchema,
      handle: ({ body, principal }) =>
        asLieferant(deps, principal, async (lieferant) => {
          const changed = await aendereSchluessel(deps, lieferant, body);
          return changed.ok ? ok(schluesselAnswer(changed.value)) : changed;
        }),
    }),
    operation({
      capability: 'packages.profiles',
      method: 'get',
      path: '/portalprofile',
      summary: 'Was die Portale können, je Fähigkeit mit Quelle oder als Annahme',
      access,
      response: z.object({ profile: z.array(portalprofilSchema) }),
      handle: ({ principal }) =>
        asLieferant(deps, principal, async () => ok({ profile: [...(await deps.profile())] })),
    }),
  ];
}
