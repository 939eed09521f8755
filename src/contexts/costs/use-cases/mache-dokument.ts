import { guardFormula } from '#kernel';
import { actorOf, type TenantId, type Tx } from '#platform';
import { zipStream } from '#ui';
import { abrechnungPdf } from '../bill-pdf.ts';
import type { CostsDeps } from '../costs-deps.ts';
import { type ERechnungSchreiber, openERechnungSchreiber } from '../e-rechnung-schreiber.ts';
import { anteilPdf, stornoPdf } from '../share-pdf.ts';
import { readKopf } from '../store-abrechnung.ts';
import { type AnteilMitBlatt, readAnteilMitBlatt } from '../store-anteil.ts';
import { type Dokumentschluessel, insertDokument, readDokument } from '../store-dokument.ts';
import { xrechnungOf } from '../xrechnung.ts';
import { abrechnungsstand } from './anteile.ts';
import { stornosIn, type XRechnungen, xrechnungenIn } from './xrechnung.ts';

const system = actorOf('system', 'kosten');

export type Fortschritt = (percent: number, message: string) => Promise<boolean>;

interface Gemacht {
  readonly inhalt: Uint8Array;
  readonly recipient: string | null;
}

type Deps = Pick<CostsDeps, 'db' | 'clock'>;

/** Makes a file unless it is there, and keeps it; `null` where what it shows is gone, or whoever waited gave up. */
export async function macheDokument(
  deps: Deps,
  key: Dokumentschluessel,
  report: Fortschritt,
): Promise<Buffer | null> {
  const there = await inHouse(deps, key.haus, (tx) => readDokument(tx, key));
  if (there !== null) return there;
  const made = await makers[key.art](deps, key, report);
  if (made === null) return null;
  await inHouse(deps, key.haus, (tx) =>
    insertDokument(tx, key, made.recipient, made.inhalt, deps.clock.now()),
  );
  return Buffer.from(made.inhalt);
}

function inHouse<T>({ db }: Deps, haus: TenantId, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return db.withTenant(haus, system, fn);
}

type Maker = (deps: Deps, key: Dokumentschluessel, report: Fortschritt) => Promise<Gemacht | null>;

const makers: Readonly<Record<Dokumentschluessel['art'], Maker>> = {
  pdf: (deps, key, report) =>
    key.zahler === '' ? wholePdf(deps, key, report) : sharePdf(deps, key, anteilPdf),
  stornopdf: (deps, key) => sharePdf(deps, key, stornoPdf),
  xrechnung: (deps, key) => einzelne(deps, key, xrechnungenIn),
  storno: (deps, key) => einzelne(deps, key, stornosIn),
  xrechnungen: async (deps, { haus, abrechnung }, report) => {
    const all = await inHouse(deps, haus, async (tx) => {
      const kopf = await readKopf(tx, abrechnung);
      const before = kopf?.korrigiert ? await stornosIn(tx, kopf.korrigiert, null) : [];
      return [...(await xrechnungenIn(tx, abrechnung, null)), ...before];
    });
    const files = await alleDateien(all, await openERechnungSchreiber(), report);
    if (files === null) return null;
    const entries = [...files].map(([name, text]) => ({ name, content: () => [text] }));
    const pieces: Uint8Array[] = [];
    for await (const piece of zipStream(entries)) pieces.push(piece);
    return { inhalt: Buffer.concat(pieces), recipient: null };
  },
};

/** One electronic bill, where nothing is missing for it. */
async function einzelne(
  deps: Deps,
  { haus, abrechnung, zahler, teil }: Dokumentschluessel,
  find: typeof xrechnungenIn,
): Promise<Gemacht | null> {
  const [found] = await inHouse(deps, haus, (tx) => find(tx, abrechnung, zahler));
  const rechnung = found?.rechnungen[teil - 1];
  if (!found || found.hindernis !== null || !rechnung) return null;
  const xml = await (await openERechnungSchreiber()).xmlOf(xrechnungOf(rechnung));
  return { inhalt: Buffer.from(xml), recipient: found.anteil.recipient };
}

async function wholePdf(
  deps: Deps,
  { haus, abrechnung }: Dokumentschluessel,
  report: Fortschritt,
): Promise<Gemacht | null> {
  if (!(await report(10, 'Die Abrechnung wird gerechnet.'))) return null;
  const anbieter = { tenant: haus, name: '' };
  const stand = await abrechnungsstand(deps, { actor: system, anbieter }, abrechnung);
  if (!stand.ok) return null;
  if (!(await report(50, 'Das PDF wird geschrieben.'))) return null;
  const { betreiber } = stand.value.abrechnung.plan;
  return { inhalt: await abrechnungPdf(stand.value, betreiber, deps.clock.now()), recipient: null };
}

async function sharePdf(
  deps: Deps,
  { haus, abrechnung, zahler }: Dokumentschluessel,
  write: (anteil: AnteilMitBlatt) => Promise<Buffer | null>,
): Promise<Gemacht | null> {
  const anteil = await inHouse(deps, haus, (tx) => readAnteilMitBlatt(tx, abrechnung, zahler));
  const inhalt = anteil && (await write(anteil));
  return inhalt && anteil && { inhalt, recipient: anteil.recipient };
}

const reportEvery = 25;

/** A file for each electronic bill, and a table of the payers for whom something is missing. */
async function alleDateien(
  all: readonly XRechnungen[],
  schreiber: ERechnungSchreiber,
  report: Fortschritt,
): Promise<ReadonlyMap<string, string> | null> {
  const files = new Map<string, string>();
  const fehlt = ['Kennung;Name;Was fehlt'];
  for (const [at, { anteil, rechnungen, hindernis }] of all.entries()) {
    if (at % reportEvery === 0 && !(await report((at / all.length) * 98, `${at} von ${all.length} Zahlern`)))
      return null;
    if (hindernis !== null) {
      fehlt.push([anteil.zahler, anteil.name, hindernis].map(csvCell).join(';'));
      continue;
    }
    for (const rechnung of rechnungen)
      files.set(dateinameOf(rechnung.nummer), await schreiber.xmlOf(xrechnungOf(rechnung)));
  }
  if (fehlt.length > 1) files.set('ohne-xrechnung.csv', `\uFEFF${fehlt.join('\r\n')}\r\n`);
  return files;
}

function csvCell(text: string): string {
  return `"${guardFormula(text).replaceAll('"', '""')}"`;
}

/** `xrechnung-2026-0001-05766044.xml`. */
export function dateinameOf(nummer: string): string {
  return `xrechnung-${nummer.replace('/', '-')}.xml`;
}
