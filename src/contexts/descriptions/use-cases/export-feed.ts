import { newId } from '#platform';
import {
  convertObjekt,
  element,
  framePart,
  instruction,
  messageEnd,
  messageStart,
  parseXml,
  type XmlNode,
  type XzufiFassung,
} from '#standards/xzufi';
import type { FeedDeps } from '../deps.ts';
import { beginExport, type ExportCursor, type ExportRow, readExport } from '../store-export.ts';
import { prefixOfArea } from './area-of-text.ts';
import { ownObjects } from './export-own-texts.ts';

export interface ExportWish {
  readonly fassung: XzufiFassung;
  /** Twelve digits: what holds in this area or below it; null for everything. */
  readonly ars: string | null;
}

type ExportDeps = Pick<FeedDeps, 'db' | 'clock' | 'catalogue'>;

const batch = 500;

/** The name of the outermost element of our messages; what the standard calls it is not attested. */
const wurzel = 'nachricht';

/**
 * Everything visible as one XZuFi message, piece by piece: own texts first, then the feeds. A comment before its end names
 * what the wanted version has no element for.
 */
export async function* exportFeed(deps: ExportDeps, wish: ExportWish): AsyncGenerator<string> {
  const { fassung } = wish;
  const leftOut = new Map<string, number>();
  yield start(deps, fassung);
  for (const objekt of await ownObjects(deps, wish)) yield instruction('schreibe', { inhalt: objekt });
  for (let at = await deps.db.withPublic(beginExport); ; ) {
    const rows = await nextRows(deps, wish, at, batch);
    yield rows.map((row) => instruction('schreibe', { inhalt: inFassung(row, fassung, leftOut) })).join('');
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) break;
    at = { ...at, einlesung: last.einlesung, nr: last.nr };
  }
  yield `${leftOutComment(leftOut, fassung)}${messageEnd({ wurzel })}`;
}

/** A part of the export, as the Bereitstelldienst of the PVOG gives it out: a whole message and where to go on. */
export interface ExportPart {
  readonly vollstaendig: boolean;
  readonly naechsterIndex: string | null;
  readonly xzufiObjekte: string;
}

/** At most `most` objects from an index on; an index is what the part before named, empty for the first. */
export async function exportPart(
  deps: ExportDeps,
  wish: ExportWish,
  index: string,
  most: number,
): Promise<ExportPart> {
  const { fassung } = wish;
  const [, einlesung = 0, nr = 0] = (/^(\d{1,9})\.(\d{1,9})$/.exec(index) ?? []).map(Number);
  const at = { ...(await deps.db.withPublic(beginExport)), einlesung, nr };
  const own = index === '' ? await ownObjects(deps, wish) : [];
  const rows = await nextRows(deps, wish, at, most);
  const leftOut = new Map<string, number>();
  const objects = [...own, ...rows.map((row) => inFassung(row, fassung, leftOut))];
  const last = rows.at(-1);
  const done = last === undefined || rows.length < most;
  const body = objects.map((inhalt) => instruction('schreibe', { inhalt })).join('');
  return {
    vollstaendig: done,
    naechsterIndex: done ? null : `${last.einlesung}.${last.nr}`,
    xzufiObjekte: `${start(deps, fassung)}${body}${leftOutComment(leftOut, fassung)}${messageEnd({ wurzel })}`,
  };
}

function nextRows({ db }: ExportDeps, { ars }: ExportWish, at: ExportCursor, most: number) {
  return db.withPublic((tx) => readExport(tx, at, ars === null ? '' : prefixOfArea(ars), most));
}

function start({ clock }: ExportDeps, fassung: XzufiFassung): string {
  const attributes = { produktbezeichnung: 'Leitwerk', produkthersteller: 'Leitwerk', produktversion: '1' };
  const kopf = element('nachrichtenkopf', [
    element('nachrichtUUID', [newId()]),
    element('erstelltDatumZeit', [clock.now().toISOString()]),
  ]);
  return [
    messageStart({ fassung, wurzel, attributes }),
    ...[kopf, element('transaktionID', [newId()]), element('transaktionPosition', ['1'])].map(framePart),
  ].join('');
}

function inFassung(
  { xml, fassung: from }: ExportRow,
  to: XzufiFassung,
  leftOut: Map<string, number>,
): XmlNode {
  const { inhalt, ausgelassen } = convertObjekt(parseXml(xml), from, to);
  for (const path of ausgelassen) leftOut.set(path, (leftOut.get(path) ?? 0) + 1);
  return inhalt;
}

function leftOutComment(leftOut: ReadonlyMap<string, number>, fassung: XzufiFassung): string {
  if (leftOut.size === 0) return '';
  const list = [...leftOut].map(([path, count]) => `${path} (${count})`).join(', ');
  return `  <!-- In ${fassung} gibt es dafür kein Element, deshalb ausgelassen: ${list} -->\n`;
}
