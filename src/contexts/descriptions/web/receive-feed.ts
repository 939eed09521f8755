import { type Refusal, type Result, refuse } from '#kernel';
import { type PageRequest, type Principal, sentUpload } from '#platform';
import type { DescriptionsDeps } from '../deps.ts';
import { type Einlesung, umfaenge } from '../domain/einlesung.ts';
import { fileMissing } from '../errors.ts';
import { beginReading } from '../use-cases/begin-reading.ts';

/** Keeps an uploaded feed and begins to read it. */
export async function keepUpload(
  deps: DescriptionsDeps,
  request: PageRequest,
  principal: Principal,
): Promise<Result<Einlesung>> {
  const sent = sentUpload(request, fileMissing);
  if (!sent.ok) return sent;
  const { form } = request;
  const umfang = umfaenge.find((each) => each === form.get('umfang'));
  if (umfang === undefined) return refuse(umfangMissing);
  const upload = sent.value;
  const kept = await deps.feeds.keep(upload.open());
  const begun = await beginReading(deps, principal, {
    quelle: form.get('quelle') ?? '',
    umfang,
    dateiname: upload.fileName,
    datei: kept.id,
    dateiHash: kept.hash,
    bytes: kept.bytes,
  });
  if (!begun.ok || begun.value.datei !== kept.id) await deps.feeds.remove(kept.id);
  return begun;
}

const umfangMissing: Refusal = {
  kind: 'invalid',
  code: 'DESCRIPTIONS_EXTENT_MISSING',
  message: 'Bitte sagen Sie, ob die Datei alles enthält oder nur Änderungen.',
  fields: [{ field: 'umfang', message: 'Bitte sagen Sie, ob die Datei alles enthält oder nur Änderungen.' }],
};
