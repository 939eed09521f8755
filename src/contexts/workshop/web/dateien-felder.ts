import { html } from 'hono/html';
import { type Refusal, type Result, refuse } from '#kernel';
import { evilIn, type PageRequest, uploadBytes } from '#platform';
import { errorOf, fileField, type Html, problemsOf } from '#ui';
import { type Datei, dateien, leseDateien } from '../dokumente.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { brokenFile } from '../errors.ts';

export const alle = Object.keys(dateien) as readonly Datei[];

export function felder(reason: Refusal | null, optional: boolean): Html {
  const problems = problemsOf(reason);
  return html`<div class="lw-stack">${alle.map((datei) =>
    fileField({
      name: datei,
      label: dateien[datei],
      accept: '.json',
      optional: optional || datei === 'testfaelle',
      error: errorOf(problems, dateien[datei]),
    }),
  )}</div>`;
}

/** The texts of the files that a form sent; what it did not send is as it is `now`. */
export async function texte(
  { uploads }: Pick<PageRequest, 'uploads'>,
  now: Dokumente | null,
): Promise<Result<Dokumente>> {
  const read = { dienst: null, formular: null, testfaelle: null } as Record<Datei, string | null>;
  for (const datei of alle) {
    const [upload] = uploads.get(datei) ?? [];
    if (!upload || upload.bytes === 0) {
      if (now !== null) read[datei] = JSON.stringify(now[datei]);
      continue;
    }
    const evil = evilIn(upload);
    if (evil !== null) return refuse(brokenFile(dateien[datei], evil));
    read[datei] = (await uploadBytes(upload)).toString('utf8');
  }
  return leseDateien(read);
}
