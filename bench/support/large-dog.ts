import { largeDogForm, personForm } from '../../src/contexts/applications/web/testing/hund-forms.ts';
import type { Visitor } from './browser.ts';
import { formOf, sendForm, uploadLarge } from './large-upload.ts';
import { dienst } from './live-dienst.ts';

/** Applies for a large dog until its proof is asked for; the address of that page. */
export async function largeDogUpToProof(citizen: Visitor): Promise<string> {
  const first = await sendForm(citizen, `/antrag/${dienst}`, '/antrag/');
  const own = first.replace(/\/seite\/.*$/, '');
  const page = (name: string, fields: Readonly<Record<string, string>>) =>
    sendForm(citizen, `${own}/seite/${name}`, '/seite/', fields);
  await page('einordnung', { einordnung: 'nein' });
  await page('hunde', largeDogForm);
  await page('weitere-hunde', { angemeldete: '0' });
  return page('sachkunde', { sachkunde: 'jagd' });
}

/** Answers what comes after the proof and submits; gives the number of the Antrag. */
export async function submitLargeDog(citizen: Visitor, port: number, proof: string): Promise<string> {
  const own = proof.replace(/\/seite\/.*$/, '');
  const insurance = `${own}/seite/haftpflicht`;
  const file = { field: 'versicherungNachweis', bytes: 1_000 };
  const fields = { versicherer: 'V', police: '1', versichert: 'ja', zuverlaessig: 'ja' };
  const form = await formOf(citizen, insurance, '/seite/');
  const { to } = await uploadLarge(port, citizen, form, { ...file, fields });
  const page = (name: string, answers: Readonly<Record<string, string>>) =>
    sendForm(citizen, `${own}/seite/${name}`, '/seite/', answers);
  if (to.endsWith('/ermaessigung')) await page('ermaessigung', { ermaessigung: 'nein' });
  await page('person', personForm);
  await page('zahlung', { zahlweise: 'ueberweisung' });
  await page('erklaerung', { richtig: 'ja' });
  await sendForm(citizen, `${own}/pruefen`, '/absenden');
  const receipt = (await citizen.get(`${own}/quittung`)).body.toString();
  const nummer = /LW-\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt)?.[0];
  if (!nummer) throw new Error('no receipt');
  return nummer;
}
