import { html } from 'hono/html';
import { accordion, button, buttonRow, form, type Html, textareaField } from '#ui';
import { adresse, type Offen } from '../answers.ts';
import type { FallAngaben } from './fall-angaben.ts';
import { fallAus } from './fall-lesen.ts';

/** The same case as it stands in `testfaelle.json`, for whoever prefers that. */
export function alsJson({ entwurf, request }: Offen, angaben: FallAngaben): Html {
  const { fall } = fallAus(angaben, entwurf.dokumente);
  const sent = request.form.get('json');
  return accordion({
    title: 'Als JSON, für Fachleute',
    open: sent !== null,
    body: form(
      {
        action: adresse(entwurf.dienst, 'testfall'),
        csrfToken: request.csrfToken,
        hidden: { id: angaben.id, grundlage: String(entwurf.nummer) },
        label: 'Testfall als JSON',
      },
      html`${textareaField({ name: 'json', label: 'Testfall wie in testfaelle.json', rows: 12, value: sent ?? JSON.stringify(fall, null, 2) })}${buttonRow(button('JSON übernehmen', { kind: 'secondary' }))}`,
    ),
  });
}
