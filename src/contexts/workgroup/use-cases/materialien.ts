import { createHash, randomBytes } from 'node:crypto';
import { ok, type Result, refuse } from '#kernel';
import { newId, openFrames, parseTenantId, recordAudit, type ScanVerdict, sealFrames } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { type DateiArt, dateiArtOf, dateiName, groessteDatei } from '../domain/datei.ts';
import { materialUnbekannt, sitzungUnbekannt, ungueltig } from '../errors.ts';
import { deleteMaterial, insertMaterial, type Material, readSealedMaterial } from '../store/dateien.ts';
import { lockSitzung, readPunkte, readSitzung } from '../store/sitzungen.ts';
import { systemActor } from './fragen.ts';
import { type Getan, getan, idOf, type Mitwirkende } from './wer.ts';

type Deps = Pick<WorkgroupDeps, 'db' | 'clock' | 'keys'>;

/** A file as it was handed in; `scanned` is `null` where no scanner is configured. */
export interface Eingang {
  /** The item of the agenda that it belongs to, empty for the session as a whole. */
  readonly punkt: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly scanned: ScanVerdict | null;
}

const place = (row: string) => ({ table: 'workgroup.material', column: 'schluessel_sealed', row });

/** Adds a file to a session, also to one that is over: minutes are signed later. */
export async function addMaterial(
  { db, clock, keys }: Deps,
  wer: Mitwirkende,
  sitzungId: string,
  file: Eingang,
): Promise<Result<Getan>> {
  const id = idOf(sitzungId, sitzungUnbekannt);
  if (!id.ok) return id;
  const art = checkedArt(file);
  if (!art.ok) return art;
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const sitzung = await lockSitzung(tx, id.value);
    if (sitzung === null) return refuse(sitzungUnbekannt);
    const punktId = file.punkt === '' ? null : file.punkt;
    if (punktId !== null && !(await readPunkte(tx, sitzung.id)).some((punkt) => punkt.id === punktId))
      return refuse(
        ungueltig([{ field: 'punkt', message: 'Bitte wählen Sie einen Punkt dieser Tagesordnung.' }]),
      );
    const own = randomBytes(32);
    const materialId = newId();
    const key = await keys.dataKeyOf(tx, wer.tenant);
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    await insertMaterial(tx, {
      id: materialId,
      providerId: wer.tenant,
      sitzungId: sitzung.id,
      punktId,
      name: dateiName(file.fileName, art.value),
      mediaType: art.value,
      bytes: file.bytes.length,
      sha256,
      hochgeladenAm: clock.now(),
      schluesselSealed: key.seal(place(materialId), own.toString('base64url')),
      inhalt: await whole(sealFrames(own, once(file.bytes))),
    });
    await recordAudit(tx, {
      action: 'workgroup.material.added',
      object: { type: 'workgroup.material', id: materialId },
      summary: { sitzung: sitzung.id, bytes: file.bytes.length, sha256 },
    });
    return ok(getan(materialId));
  });
}

function checkedArt({ bytes, scanned }: Eingang): Result<DateiArt> {
  const wrong = (message: string) => refuse(ungueltig([{ field: 'datei', message }]));
  if (bytes.length === 0) return wrong('Bitte wählen Sie eine Datei aus, die nicht leer ist.');
  if (bytes.length > groessteDatei) return wrong('Die Datei ist größer als 10 MB.');
  if (scanned === 'infected')
    return wrong('In der Datei wurde Schadsoftware gefunden. Sie wurde nicht gespeichert.');
  if (scanned !== null && scanned !== 'clean')
    return wrong(
      'Die Datei konnte nicht auf Schadsoftware geprüft werden. Bitte versuchen Sie es später noch einmal.',
    );
  const art = dateiArtOf(bytes);
  return art ? ok(art) : wrong('Eine Unterlage ist ein PDF oder ein Bild (PNG, JPEG).');
}

/** Opens a file of a session for whoever belongs to the group. */
export async function openMaterial(
  { db, keys }: Deps,
  wer: Mitwirkende,
  text: string,
): Promise<Result<{ readonly material: Material; readonly inhalt: Buffer }>> {
  const id = idOf(text, materialUnbekannt);
  if (!id.ok) return id;
  const sealed = await db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const found = await readSealedMaterial(tx, id.value);
    return found && (await readSitzung(tx, found.sitzungId)) ? found : null;
  });
  const provider = sealed && parseTenantId(sealed.providerId);
  if (!sealed || !provider) return refuse(materialUnbekannt);
  // Who may see the row may read the file; its key is the IT-Dienstleister's.
  const own = await db.withTenant(provider, systemActor, async (tx) =>
    (await keys.dataKeyOf(tx, provider)).open(place(sealed.id), sealed.schluesselSealed),
  );
  const { schluesselSealed: _, inhalt, ...material } = sealed;
  return ok({ material, inhalt: await whole(openFrames(Buffer.from(own, 'base64url'), once(inhalt))) });
}

/** Deletes a file for ever. */
export async function removeMaterial(
  { db, clock }: Deps,
  wer: Mitwirkende,
  text: string,
): Promise<Result<Getan>> {
  const id = idOf(text, materialUnbekannt);
  if (!id.ok) return id;
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const found = await readSealedMaterial(tx, id.value);
    if (!found || !(await deleteMaterial(tx, id.value, clock.now()))) return refuse(materialUnbekannt);
    await recordAudit(tx, {
      action: 'workgroup.material.deleted',
      object: { type: 'workgroup.material', id: id.value },
    });
    return ok(getan(found.sitzungId));
  });
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
