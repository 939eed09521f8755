import { createHash, randomBytes } from 'node:crypto';
import { isUuid, ok, type Refusal, type Result, refuse } from '#kernel';
import {
  type DataKey,
  newId,
  openFrames,
  recordAudit,
  type ScanVerdict,
  sealFrames,
  type Tx,
} from '#platform';
import {
  type DateiArt,
  dateiArtOf,
  dateiName,
  groessteDatei,
  type NachweisDatei,
} from '../domain/nachweis-datei.ts';
import type { Nachweis, Stand } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { evidenceGone, invalidEvidence } from '../errors.ts';
import { deleteDatei, insertDatei, readDateien, readInhalt, type SealedDatei } from '../store-nachweis.ts';
import { changeStaendeIn } from './change-stand.ts';
import type { Editor, Reader } from './editor.ts';

type Deps = Pick<CompassDeps, 'db' | 'clock' | 'world' | 'enden' | 'modelle' | 'fieldsFor' | 'keys'>;

/** A file as it was handed in. */
export interface Eingang {
  readonly fileName: string;
  readonly bytes: Buffer;
  /** `null` where no scanner is configured. */
  readonly scanned: ScanVerdict | null;
}

const place = (column: string, row: string) => ({ table: 'compass.nachweis_datei', column, row });

/** Keeps a file and states it as the evidence of a cell, both or neither. */
export async function attachEvidence(
  deps: Deps,
  editor: Editor,
  file: Eingang,
  {
    leistungId,
    grundlage,
    text,
  }: { readonly leistungId: string; readonly grundlage: number; readonly text: string },
): Promise<Result<Stand>> {
  const art = checkedArt(file);
  if (!art.ok) return art;
  if (text.length > longestText)
    return refuse(invalidEvidence('nachweisText', `Bitte höchstens ${longestText} Zeichen.`));
  const id = newId();
  const nachweis: Nachweis = { art: 'datei', link: null, text: text.trim() || null, datei: id };
  return inOne(deps, editor, async (tx) => {
    await keepIn(tx, deps, editor, { id, leistungId, art: art.value, file });
    return stateIn(tx, deps, editor, { leistungId, grundlage, aenderung: { nachweis } });
  });
}

const longestText = 2000;

function checkedArt({ bytes, scanned }: Eingang): Result<DateiArt> {
  if (bytes.length === 0)
    return refuse(invalidEvidence('datei', 'Bitte wählen Sie eine Datei aus, die nicht leer ist.'));
  if (bytes.length > groessteDatei)
    return refuse(invalidEvidence('datei', 'Die Datei ist größer als 10 MB.'));
  if (scanned === 'infected')
    return refuse(
      invalidEvidence('datei', 'In der Datei wurde Schadsoftware gefunden. Sie wurde nicht gespeichert.'),
    );
  if (scanned !== null && scanned !== 'clean')
    return refuse(
      invalidEvidence(
        'datei',
        'Die Datei konnte nicht auf Schadsoftware geprüft werden. Bitte versuchen Sie es später noch einmal.',
      ),
    );
  const art = dateiArtOf(bytes);
  return art
    ? ok(art)
    : refuse(invalidEvidence('datei', 'Ein Nachweis ist ein PDF oder ein Bild (PNG, JPEG).'));
}

async function keepIn(
  tx: Tx,
  { keys, clock }: Deps,
  { kommune }: Editor,
  {
    id,
    leistungId,
    art,
    file,
  }: { readonly id: string; readonly leistungId: string; readonly art: DateiArt; readonly file: Eingang },
): Promise<void> {
  const key = await keys.dataKeyOf(tx, kommune.tenant);
  const own = randomBytes(32);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  await insertDatei(tx, kommune.tenant, {
    id,
    leistungId,
    nameSealed: key.seal(place('name_sealed', id), dateiName(file.fileName, art)),
    mediaType: art,
    bytes: file.bytes.length,
    sha256,
    schluesselSealed: key.seal(place('schluessel_sealed', id), own.toString('base64url')),
    inhalt: await whole(sealFrames(own, once(file.bytes))),
    hochgeladenAm: clock.now(),
  });
  await recordAudit(tx, {
    action: 'compass.evidence.attached',
    object: { type: 'compass.nachweis', id },
    summary: { leistung: leistungId, bytes: file.bytes.length, sha256 },
  });
}

/** A file of evidence with its content. */
export interface GeoeffneterNachweis {
  readonly datei: NachweisDatei & { readonly name: string };
  readonly inhalt: Buffer;
}

/** Opens a file of the own Kommune; refuses what is deleted or was never there. */
export async function openEvidence(
  { db, keys }: Pick<Deps, 'db' | 'keys'>,
  { kommune, actor }: Reader,
  leistungId: string,
  id: string,
): Promise<Result<GeoeffneterNachweis>> {
  if (!isUuid(id)) return refuse(evidenceGone);
  const found = await db.withTenant(kommune.tenant, actor, async (tx) => {
    const [sealed] = await readDateien(tx, [id]);
    const inhalt = await readInhalt(tx, id);
    if (!sealed?.schluesselSealed || inhalt === null) return null;
    const key = await keys.dataKeyOf(tx, kommune.tenant);
    const { name, ...datei } = openedDatei(key, sealed);
    const own = Buffer.from(key.open(place('schluessel_sealed', id), sealed.schluesselSealed), 'base64url');
    return name === null
      ? null
      : { datei: { ...datei, name }, inhalt: await whole(openFrames(own, once(inhalt))) };
  });
  return found?.datei.leistungId === leistungId ? ok(found) : refuse(evidenceGone);
}

/** What is known of a file that a statement names; `null` where there is none. */
export async function evidenceFileOf(
  tx: Tx,
  { keys }: Pick<Deps, 'keys'>,
  { kommune }: Reader,
  stand: Stand | null,
): Promise<NachweisDatei | null> {
  const id = stand?.nachweis?.datei;
  if (id === undefined) return null;
  const [sealed] = await readDateien(tx, [id]);
  return sealed ? openedDatei(await keys.dataKeyOf(tx, kommune.tenant), sealed) : null;
}

function openedDatei(key: DataKey, { nameSealed, schluesselSealed, ...datei }: SealedDatei): NachweisDatei {
  return { ...datei, name: nameSealed && key.open(place('name_sealed', datei.id), nameSealed) };
}

/** Deletes a file for good; where the newest statement names it, a new one says that there is no evidence any more. */
export function deleteEvidence(
  deps: Deps,
  editor: Editor,
  {
    leistungId,
    grundlage,
    id,
  }: { readonly leistungId: string; readonly grundlage: number; readonly id: string },
): Promise<Result<Stand>> {
  return inOne(deps, editor, async (tx) => {
    const aenderung = { nachweis: null };
    const stated = await stateIn(tx, deps, editor, { leistungId, grundlage, aenderung, ohnePflicht: true });
    if (!stated.ok) return stated;
    const [datei] = isUuid(id) ? await readDateien(tx, [id]) : [];
    if (datei?.leistungId !== leistungId || !(await deleteDatei(tx, id, 'von-hand', deps.clock.now())))
      return refuse(evidenceGone);
    await recordAudit(tx, {
      action: 'compass.evidence.deleted',
      object: { type: 'compass.nachweis', id },
      summary: { leistung: leistungId, grund: 'von-hand' },
    });
    return stated;
  });
}

async function stateIn(
  tx: Tx,
  deps: Deps,
  editor: Editor,
  wunsch: Parameters<typeof changeStaendeIn>[3][number],
): Promise<Result<Stand>> {
  const [answer] = await changeStaendeIn(tx, deps, editor, [wunsch]);
  if (!answer) throw new Error('a wish got no answer');
  return answer.ok ? ok(answer.value.stand) : answer;
}

/** Thrown so that nothing of what was begun is kept. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

async function inOne(
  { db }: Pick<Deps, 'db'>,
  { kommune, actor }: Editor,
  work: (tx: Tx) => Promise<Result<Stand>>,
): Promise<Result<Stand>> {
  try {
    return await db.withTenant(kommune.tenant, actor, async (tx) => {
      const done = await work(tx);
      if (!done.ok) throw new Refused(done.refusal);
      return done;
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  // A piece is valid only until the next one.
  for await (const piece of pieces) parts.push(Buffer.from(piece));
  return Buffer.concat(parts);
}
