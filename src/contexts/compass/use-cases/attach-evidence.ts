import { createHash, randomBytes } from 'node:crypto';
import { ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type ScanVerdict, sealFrames, type Tx } from '#platform';
import { type DateiArt, dateiArtOf, dateiName, groessteDatei } from '../domain/nachweis-datei.ts';
import type { Nachweis, Stand } from '../domain/stand.ts';
import { invalidEvidence } from '../errors.ts';
import { insertDatei } from '../store-nachweis.ts';
import type { Editor } from './editor.ts';
import { type EvidenceDeps, inOne, once, place, stateIn, whole } from './evidence-parts.ts';

/** A file as it was handed in. */
export interface Eingang {
  readonly fileName: string;
  readonly bytes: Buffer;
  /** `null` where no scanner is configured. */
  readonly scanned: ScanVerdict | null;
}

/** Keeps a file and states it as the evidence of a cell, both or neither. */
export async function attachEvidence(
  deps: EvidenceDeps,
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
  { keys, clock }: EvidenceDeps,
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
