import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '#kernel';
import { type Database, recordAudit, type ScanVerdict, snapshotReader } from '#platform';
import type { PortalStaffDeps } from '../deps.ts';
import { type AussehenEingabe, cssOf, leseAussehen, neutral } from '../domain/aussehen.ts';
import { readSvg } from '../domain/wappen-svg.ts';
import { changedMeanwhile, invalidInput, lookUnknown } from '../errors.ts';
import { readPng } from '../read-png.ts';
import {
  type AussehenFassung,
  type AussehenLeser,
  aussehenVersion,
  insertAussehen,
  insertVeroeffentlichung,
  readAussehen,
  readVeroeffentlichte,
  readWappen,
  type Veroeffentlicht,
  type Wappen,
} from '../store-aussehen.ts';
import type { Editor } from './editor.ts';

/** A Wappen as it was handed in; `scanned` is `null` where no scanner is configured. */
export interface WappenEingang {
  readonly bytes: Buffer;
  readonly scanned: ScanVerdict | null;
}

/** The look as it is typed, on top of the version that was read (0: none yet). */
export interface AussehenWunsch {
  readonly felder: AussehenEingabe;
  readonly nummer: number;
  /** A new Wappen, the one of the version that was read, or none. */
  readonly wappen: WappenEingang | 'behalten' | 'ohne';
}

type LookDeps = Pick<PortalStaffDeps, 'db' | 'clock'>;

/** Saves a version of the look; nobody but its editors sees it before it is published. */
export async function saveAussehen(
  { db, clock }: LookDeps,
  { actor, kommune }: Editor,
  { felder, nummer, wappen }: AussehenWunsch,
): Promise<Result<{ readonly nummer: number }>> {
  const read = leseAussehen(felder, kommune.name);
  const drawn = typeof wappen === 'object' ? readWappenFile(wappen) : ok(null);
  const problems = [
    ...(drawn.ok ? [] : [{ field: 'wappen', message: drawn.refusal }]),
    ...(read.ok ? [] : read.refusal),
  ];
  if (!read.ok || !drawn.ok) return refuse(invalidInput(problems));
  return db.withTenant(kommune.tenant, actor, async (tx) => {
    const kept = wappen === 'behalten' && nummer > 0 ? await readWappen(tx, nummer) : drawn.value;
    if (!(await insertAussehen(tx, kommune.tenant, nummer, read.value, kept, clock.now())))
      return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: 'portal.look.saved',
      object: { type: 'portal.look', id: String(nummer + 1) },
      summary: { akzent: read.value.farben?.akzent ?? null, wappen: kept?.art ?? null },
    });
    return ok({ nummer: nummer + 1 });
  });
}

const gzip = Buffer.from([0x1f, 0x8b]);

/** Rebuilds a Wappen from what was handed in; content counts, not the name. */
function readWappenFile({ bytes, scanned }: WappenEingang): Result<Wappen | null, string> {
  if (scanned === 'infected')
    return refuse('In dieser Datei wurde Schadsoftware gefunden. Sie ist nicht gespeichert.');
  if (scanned !== null && scanned !== 'clean')
    return refuse(
      'Die Datei konnte gerade nicht auf Schadsoftware geprüft werden. Bitte versuchen Sie es später.',
    );
  if (bytes.subarray(0, 2).equals(gzip))
    return refuse('Gepackte Zeichnungen (SVGZ) werden nicht angenommen. Bitte speichern Sie als SVG.');
  if (bytes[0] === 0x89) {
    const png = readPng(bytes);
    return png.ok ? ok({ art: 'png', bytes: png.value }) : png;
  }
  const svg = readSvg(bytes.toString('utf8'));
  return svg.ok ? ok({ art: 'svg', bytes: Buffer.from(svg.value) }) : svg;
}

/** Shows a saved version to everybody, an earlier one as well; 0 is the neutral look. */
export function publishAussehen(
  { db, clock }: LookDeps,
  { actor, kommune }: Editor,
  nummer: number,
): Promise<Result<{ readonly nummer: number }>> {
  return db.withReference(
    actor,
    async (tx) => {
      const versions = await readAussehen(tx);
      const chosen = nummer === 0 ? neutral : versions.find((one) => one.nummer === nummer);
      if (!chosen) return refuse(lookUnknown(nummer));
      const { farben, anzeigename, impressum, datenschutz, barrierefreiheit } = chosen;
      const aussehen = { farben, anzeigename, impressum, datenschutz, barrierefreiheit };
      const css = cssOf(aussehen);
      const wappen = nummer === 0 ? null : await readWappen(tx, nummer);
      const entered = await insertVeroeffentlichung(tx, kommune.tenant, {
        ...{ nummer, aussehen, css, cssHash: hashOf(css), wappen, am: clock.now() },
        wappenHash: wappen && hashOf(wappen.bytes),
      });
      if (!entered) return refuse(changedMeanwhile);
      await recordAudit(tx, {
        action: 'portal.look.published',
        object: { type: 'portal.look', id: String(nummer) },
        summary: { nummer },
      });
      return ok({ nummer });
    },
    kommune.tenant,
  );
}

export function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** What an editor sees: all versions, and which one citizens see. */
export async function ownAussehen(
  { db }: Pick<LookDeps, 'db'>,
  { actor, kommune }: Editor,
): Promise<{ readonly fassungen: readonly AussehenFassung[]; readonly oeffentlich: Veroeffentlicht | null }> {
  return db.withTenant(kommune.tenant, actor, async (tx) => ({
    fassungen: await readAussehen(tx),
    oeffentlich: (await readVeroeffentlichte(tx)).find(({ tenant }) => tenant === kommune.tenant) ?? null,
  }));
}

/** Reads the looks of all sites, held in memory: a page costs no question to the database. */
export function openAussehen(db: Database): AussehenLeser {
  const all = snapshotReader(
    db,
    aussehenVersion,
    async (tx) => new Map((await readVeroeffentlichte(tx)).map((one) => [one.tenant, one])),
  );
  return async (tenant) => (await all()).get(tenant) ?? null;
}
