import { html } from 'hono/html';
import type { Refusal, Result } from '#kernel';
import type { PageRequest, Upload } from '#platform';
import { errorOf, fileField, type Html, problemsOf } from '#ui';
import { type Datei, dateien, leseDateien } from '../dokumente.ts';
import type { Dokumente } from '../domain/unterschied.ts';

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

export async function texte({ uploads }: PageRequest, now: Dokumente | null): Promise<Result<Dokumente>> {
  const read = { dienst: null, formular: null, testfaelle: null } as Record<Datei, string | null>;
  for (const datei of alle) {
    const [upload] = uploads.get(datei) ?? [];
    if (upload && upload.bytes > 0) read[datei] = await textOf(upload);
    else if (now !== null) read[datei] = JSON.stringify(now[datei]);
  }
  return leseDateien(read);
}

async function textOf(upload: Upload): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of upload.open()) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
