import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';

const text = z.string().min(1).max(1_000);

const quelleSchema = z.strictObject({ titel: text, url: z.url().nullable() });

const angabeSchema = z
  .strictObject({
    kann: z.boolean(),
    quelle: z.string().max(60).optional().describe('Kennung einer der Quellen dieses Profils'),
    annahme: text.optional().describe('Warum wir das annehmen, wo keine Quelle es sagt'),
  })
  .refine(({ quelle, annahme }) => (quelle === undefined) !== (annahme === undefined), {
    message: 'Jede Angabe nennt eine Quelle oder sagt, dass sie eine Annahme ist.',
  });

/** What a portal can do, as a file says it. */
export const portalprofilSchema = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('leitwerk/portalprofil@1'),
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(60),
    name: text,
    stand: z.iso.date(),
    hinweis: text.describe('Worauf sich dieses Profil stützt und was es nicht weiß'),
    quellen: z.record(z.string().max(60), quelleSchema),
    faehigkeiten: z.record(z.string().max(60), angabeSchema),
  })
  .describe('Was ein Portal kann: je Fähigkeit mit Quelle oder als Annahme');

export type Portalprofil = z.infer<typeof portalprofilSchema>;

export type Angabe = z.infer<typeof angabeSchema>;

/** Reads a profile; refuses with the first place that is wrong, or that names a source which is not there. */
export function parsePortalprofil(json: unknown): Result<Portalprofil> {
  const parsed = portalprofilSchema.safeParse(json, { error: z.locales.de().localeError });
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    return refuse(invalid(`${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`));
  }
  const { quellen, faehigkeiten } = parsed.data;
  const dangling = Object.entries(faehigkeiten).find(
    ([, { quelle }]) => quelle !== undefined && !Object.hasOwn(quellen, quelle),
  );
  return dangling === undefined
    ? ok(parsed.data)
    : refuse(
        invalid(`faehigkeiten.${dangling[0]}: Die Quelle „${dangling[1].quelle}“ steht nicht unter quellen.`),
      );
}

/** All profiles, that of this installation first. Throws where it is missing. */
export function eigenesZuerst(
  profile: readonly Portalprofil[],
  id: string,
): readonly [Portalprofil, ...Portalprofil[]] {
  const own = profile.find((each) => each.id === id);
  if (!own) throw new Error(`The profile of this installation, ${id}, is missing`);
  return [own, ...profile.filter((each) => each !== own)];
}

function invalid(detail: string) {
  return {
    kind: 'invalid',
    code: 'PAKET_PROFILE_INVALID',
    message: `Das Profil des Portals passt nicht zum Format: ${detail}`,
  } as const;
}
