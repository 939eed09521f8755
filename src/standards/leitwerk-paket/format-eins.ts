import { ok, type Result, refuse } from '#kernel';
import { canonicalJson, sha256Hex } from './canonical-json.ts';
import type { JsonObject } from './json.ts';
import { isObject, without } from './json.ts';
import { formatName, type GelesenePaketdatei, type Paketformat } from './paketformat.ts';
import type { Paketinhalt } from './paketinhalt.ts';
import { onlyNames, readKopf, readUnterschrift } from './read-shape.ts';
import { altered, broken } from './refusals.ts';

const documents = ['dienst', 'formular', 'testfaelle'] as const;

/**
 * Format 1: the three documents whole, one hash over all, no word about capabilities. It is written no longer of itself,
 * but read for ever, and written for an installation that knows nothing newer.
 */
export const formatEins: Paketformat = {
  major: 1,
  read,
  payloadOf: (inhalt) => canonicalJson(payload(inhalt)),
  write: (inhalt, unterschrift) => {
    const signed = payload(inhalt);
    return {
      format: formatName(1),
      ...signed,
      summe: sha256Hex(canonicalJson(signed)),
      unterschrift: unterschrift && { ...unterschrift },
    };
  },
  upgrade: (inhalt) => inhalt,
  downgrade: (inhalt) => inhalt,
};

function payload({ kopf, teile }: Paketinhalt): JsonObject {
  const { dienst, version, titel } = kopf;
  return { inhalt: { dienst, version, titel }, dokumente: teile };
}

function read(file: JsonObject): Result<GelesenePaketdatei> {
  const shaped = onlyNames(file, ['format', 'inhalt', 'dokumente', 'summe', 'unterschrift'], '(Anfang)');
  if (!shaped.ok) return shaped;
  const { inhalt, dokumente, summe, unterschrift } = file;
  const names = onlyNames(inhalt, ['dienst', 'version', 'titel'], 'inhalt');
  const kopf = names.ok ? readKopf(names.value, 'inhalt') : names;
  if (!kopf.ok) return kopf;
  const parts = onlyNames(dokumente, documents, 'dokumente');
  if (!parts.ok) return parts;
  const teile: Record<string, JsonObject> = {};
  for (const name of documents) {
    const document = parts.value[name];
    if (!isObject(document)) return refuse(broken(`dokumente.${name}`, 'Hier gehört ein Objekt hin.'));
    teile[name] = document;
  }
  const signed = canonicalJson(without(file, 'format', 'summe', 'unterschrift'));
  if (summe !== sha256Hex(signed)) return refuse(altered('Die Inhaltssumme passt nicht zum Inhalt.'));
  const signature = readUnterschrift(unterschrift, 'unterschrift');
  if (!signature.ok) return signature;
  return ok({
    inhalt: { format: 1, kopf: { ...kopf.value, faehigkeiten: null }, teile },
    payload: signed,
    unterschrift: signature.value,
  });
}
