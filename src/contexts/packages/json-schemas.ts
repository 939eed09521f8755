import { z } from 'zod';
import { portalprofilSchema } from './domain/portalprofil.ts';
import { schluesseldateiSchema } from './domain/schluesseldatei.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const teilName = z
  .string()
  .regex(
    /^(?:(?:dienst|formular|leistungstexte|regeln|testfaelle)|codelisten\/[a-z][A-Za-z0-9]{0,39}|texte\/[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})\.json$/,
  );
const document = z.record(z.string(), z.json());
const kopf = { dienst: slug, version: z.int().min(1), titel: z.string().min(1).max(5_000) };
const unterschrift = z
  .strictObject({ protected: base64url, signature: base64url })
  .nullable()
  .describe('JWS (RFC 7515) ohne Nutzlast, Ed25519');

const zwei = z
  .strictObject({
    format: z.literal('leitwerk/paket@2'),
    inhalt: z
      .strictObject({
        ...kopf,
        faehigkeiten: z.array(z.string()).max(500).describe('Sortiert, jede einmal'),
        teile: z.record(teilName, z.strictObject({ bytes: z.int().min(2), sha256 })),
      })
      .describe('Das Verzeichnis; seine kanonische Schreibweise ist unterschrieben'),
    teile: z.record(teilName, document),
    unterschrift,
  })
  .describe('Ein Onlinedienst als Paket; die Datei ist nach RFC 8785 geschrieben');

const eins = z
  .strictObject({
    format: z.literal('leitwerk/paket@1'),
    inhalt: z.strictObject(kopf),
    dokumente: z.strictObject({ dienst: document, formular: document, testfaelle: document }),
    summe: sha256,
    unterschrift,
  })
  .describe('Ein Onlinedienst als Paket im ersten Format');

/** The published JSON Schemas of packages, keys and profiles by the name of their file in `data/schemas`. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ['leitwerk-paket-1.schema.json', textOf(eins, 'Paket (leitwerk/paket@1)')],
    ['leitwerk-paket-2.schema.json', textOf(zwei, 'Paket (leitwerk/paket@2)')],
    [
      'leitwerk-paketschluessel-1.schema.json',
      textOf(schluesseldateiSchema, 'Schlüssel (leitwerk/paketschluessel@1)'),
    ],
    [
      'leitwerk-portalprofil-1.schema.json',
      textOf(portalprofilSchema, 'Profil eines Portals (leitwerk/portalprofil@1)'),
    ],
  ]);
}

function textOf(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { target: 'draft-2020-12', reused: 'ref' }) }, null, 2)}\n`;
}
