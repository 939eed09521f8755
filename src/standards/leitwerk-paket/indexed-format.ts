import { ok, type Result, refuse } from '#kernel';
import { canonicalJson, sha256Hex } from './canonical-json.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { formatName, type GelesenePaketdatei, type Paketformat } from './paketformat.ts';
import type { Paketinhalt } from './paketinhalt.ts';
import { onlyNames, readKopf, readUnterschrift } from './read-shape.ts';
import { altered, broken, memberName } from './refusals.ts';

interface Layout extends Pick<Paketformat, 'major' | 'upgrade' | 'downgrade'> {
  /** Whether a part may have this name. */
  readonly isTeilName: (name: string) => boolean;
  /** Parts without which a package is none. */
  readonly needed: readonly string[];
}

/** The layout from format 2 on: an index that names every part with its size and SHA-256, and is what is signed. */
export function indexedFormat(layout: Layout): Paketformat {
  return {
    major: layout.major,
    upgrade: layout.upgrade,
    downgrade: layout.downgrade,
    payloadOf: (inhalt) => canonicalJson(indexOf(inhalt)),
    write: (inhalt, unterschrift) => ({
      format: formatName(layout.major),
      inhalt: indexOf(inhalt),
      teile: inhalt.teile,
      unterschrift: unterschrift && { ...unterschrift },
    }),
    read: (file) => read(layout, file),
  };
}

function indexOf({ kopf, teile }: Paketinhalt): JsonObject {
  const { dienst, version, titel, faehigkeiten } = kopf;
  const entries = Object.entries(teile).map(([name, teil]) => [name, entryOf(teil)] as const);
  return {
    dienst,
    version,
    titel,
    faehigkeiten: [...(faehigkeiten ?? [])].toSorted(),
    teile: Object.fromEntries(entries),
  };
}

function entryOf(teil: Json): JsonObject {
  const text = canonicalJson(teil);
  return { bytes: Buffer.byteLength(text, 'utf8'), sha256: sha256Hex(text) };
}

function read(layout: Layout, file: JsonObject): Result<GelesenePaketdatei> {
  const shaped = onlyNames(file, ['format', 'inhalt', 'teile', 'unterschrift'], '(Anfang)');
  if (!shaped.ok) return shaped;
  const index = onlyNames(file.inhalt, ['dienst', 'version', 'titel', 'faehigkeiten', 'teile'], 'inhalt');
  const kopf = index.ok ? readKopf(index.value, 'inhalt') : index;
  if (!index.ok || !kopf.ok) return index.ok ? refuse(kopf.ok ? broken('inhalt', '') : kopf.refusal) : index;
  const faehigkeiten = readFaehigkeiten(index.value.faehigkeiten);
  if (!faehigkeiten.ok) return faehigkeiten;
  const teile = readTeile(layout, index.value.teile, file.teile);
  if (!teile.ok) return teile;
  const signature = readUnterschrift(file.unterschrift, 'unterschrift');
  if (!signature.ok) return signature;
  return ok({
    inhalt: {
      format: layout.major,
      kopf: { ...kopf.value, faehigkeiten: faehigkeiten.value },
      teile: teile.value,
    },
    payload: canonicalJson(index.value),
    unterschrift: signature.value,
  });
}

function readFaehigkeiten(json: Json | undefined): Result<readonly string[]> {
  const list: readonly Json[] = Array.isArray(json) ? json : [null];
  const names = list.filter((name) => typeof name === 'string');
  const sorted = names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name);
  return names.length === list.length && sorted && names.length <= 500
    ? ok(names)
    : refuse(broken('inhalt.faehigkeiten', 'Hier gehört eine sortierte Liste von Namen hin, jeder einmal.'));
}

function readTeile(
  { isTeilName, needed }: Layout,
  index: Json | undefined,
  parts: Json | undefined,
): Result<Readonly<Record<string, JsonObject>>> {
  if (!isObject(index) || !isObject(parts)) return refuse(broken('teile', 'Hier gehört ein Objekt hin.'));
  const strange = [...Object.keys(index), ...Object.keys(parts)].find((name) => !isTeilName(name));
  if (strange !== undefined) return refuse(memberName(strange));
  const gone = [...needed, ...Object.keys(index)].find((name) => !Object.hasOwn(parts, name));
  if (gone !== undefined) return refuse(broken('teile', `Der Teil „${gone}“ fehlt.`));
  const teile: Record<string, JsonObject> = {};
  for (const [name, teil] of Object.entries(parts)) {
    if (!isObject(teil)) return refuse(broken(`teile.${name}`, 'Hier gehört ein Objekt hin.'));
    if (canonicalJson(entryOf(teil)) !== canonicalJson(index[name] ?? null))
      return refuse(altered(`Der Teil „${name}“ hat nicht die Prüfsumme, die im Inhalt steht.`));
    teile[name] = teil;
  }
  return ok(teile);
}
