import assert from 'node:assert/strict';
import type { PageRequest, Upload } from '#platform';
import { actionOf, type citizenOf, codeOf, htmlOf, targetOf } from './citizen.ts';
import { largeDogForm, personForm } from './hund-forms.ts';

/** A file as the door hands it over. */
export function uploadOf(
  fileName: string,
  content: string | Buffer,
  scanned: Upload['scanned'] = null,
): Upload {
  const bytes = Buffer.from(content);
  return { fileName, bytes: bytes.length, scanned, open: () => ReadableStream.from([bytes]) };
}

export function uploads(field: string, ...files: readonly Upload[]): PageRequest['uploads'] {
  return new Map([[field, files]]);
}

/** „Hund anmelden“ for a dog of 62 cm, with both proofs attached. */
export async function withLargeDog(
  citizen: ReturnType<typeof citizenOf>,
  own: string,
  marker: string,
  names = { proof: 'beleg.pdf', insurance: 'police.pdf' },
) {
  const send = async (
    page: string,
    form: Readonly<Record<string, string>>,
    files?: PageRequest['uploads'],
  ) => {
    const action = await actionOf(await citizen.get(`${own}/seite/${page}`), '/seite/');
    return citizen.post(action, form, files);
  };
  targetOf(await send('einordnung', { einordnung: 'nein' }));
  targetOf(await send('hunde', { ...largeDogForm, 'hunde.0.name': marker }));
  targetOf(await send('weitere-hunde', { angemeldete: '0' }));
  targetOf(await send('sachkunde', { sachkunde: 'jagd' }));
  const fake = uploadOf('nachweis.pdf', `<script>${marker}</script>\x00`);
  const refused = await send('sachkunde-nachweis', {}, uploads('sachkundeNachweis', fake));
  assert.match(await htmlOf(refused), /nicht die richtige Art/);
  const none = await send('sachkunde-nachweis', {}, uploads('gibtEsNicht', uploadOf('x.pdf', '%PDF-1.7')));
  assert.equal(codeOf(none), 'UPLOAD_NOT_ASKED');
  const proof = uploadOf(names.proof, `%PDF-1.7 ${marker} ${'x'.repeat(100_000)}`);
  targetOf(await send('sachkunde-nachweis', {}, uploads('sachkundeNachweis', proof)));
  const insurance = uploadOf(names.insurance, `%PDF-1.7 ${marker}`);
  targetOf(
    await send(
      'haftpflicht',
      { versicherer: 'V', police: '1', versichert: 'ja', zuverlaessig: 'ja' },
      uploads('versicherungNachweis', insurance),
    ),
  );
  targetOf(await send('ermaessigung', { ermaessigung: 'nein' }));
  targetOf(await send('person', personForm));
  targetOf(await send('zahlung', { zahlweise: 'ueberweisung' }));
  targetOf(await send('erklaerung', { richtig: 'ja' }));
}
