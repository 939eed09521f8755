import { z } from 'zod';
import type { XdfNachricht } from '#standards/xdatenfelder';
import { baumVon, type Knoten } from '../domain/uebernahme/knoten.ts';

/** A place of a schema: what stands there under which id, how often, and what stands in it. */
export interface Strukturknoten {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly min: number;
  /** `null`: any number of times. */
  readonly max: number | null;
  /** Empty for a field. */
  readonly kinder: readonly Strukturknoten[];
}

/** How case data of a schema are built: ids, order and multiplicities, nothing else of it. */
export interface Struktur {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly kinder: readonly Strukturknoten[];
}

const knotenSchema: z.ZodType<Strukturknoten> = z.lazy(() =>
  z.strictObject({
    id: z.string().regex(/^[FG]\d{5,11}$/),
    version: z.string(),
    name: z.string(),
    min: z.int().min(0),
    max: z.int().min(1).nullable(),
    kinder: z.array(knotenSchema),
  }),
);

/** The facts of a released schema, as the product ships them (`data/fim`). */
export const strukturSchema = z.strictObject({
  format: z.literal('leitwerk/fim-struktur@1'),
  id: z.string().regex(/^S\d{5,11}$/),
  version: z.string(),
  name: z.string(),
  quelle: z.string(),
  lizenz: z.string(),
  gelesenAm: z.iso.date(),
  kinder: z.array(knotenSchema),
});

/** What somebody fills in; labels and hidden fields have no place in case data that must be there. */
const gefragt: ReadonlySet<string> = new Set(['input', 'select']);

/** The structure of a schema that was read. */
export function strukturVon(nachricht: XdfNachricht): Struktur {
  const { kennung, name } = nachricht.inhalt;
  return {
    ...{ id: kennung.id, version: kennung.version ?? '0', name },
    kinder: baumVon(nachricht).kinder.map(knotenVon),
  };
}

function knotenVon({ quelle, anzahl, kinder }: Knoten): Strukturknoten {
  const { kennung, name } = quelle;
  const isAsked = quelle.art === 'gruppe' || gefragt.has(quelle.feldart.code);
  return {
    ...{ id: kennung.id, version: kennung.version ?? '0', name },
    ...{ min: isAsked ? anzahl.min : 0, max: anzahl.max },
    kinder: kinder.map(knotenVon),
  };
}

/** What an element is called: `F60000000227V1.1.0`. */
export function elementName({ id, version }: Pick<Strukturknoten, 'id' | 'version'>): string {
  return `${id}V${version}`;
}
