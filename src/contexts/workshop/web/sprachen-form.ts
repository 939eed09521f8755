import { html } from 'hono/html';
import { button, buttonRow, errorOf, form, type Html, inputField, section } from '#ui';
import { adresse, type Offen } from './answers.ts';
import { sprachWort } from './sprachwort.ts';
import { sprachenVon } from './texte-anderer-sprachen.ts';

export function sprachen({ entwurf, request }: Offen): Html {
  const languages = Object.keys(sprachenVon(entwurf.dokumente.formular));
  const hidden = { grundlage: String(entwurf.nummer) };
  const action = adresse(entwurf.dienst, 'sprache');
  const remove = languages.map((name) =>
    form(
      { action, csrfToken: request.csrfToken, hidden: { ...hidden, sprache: name, weg: 'ja' } },
      button(`${sprachWort(name)} mit allen Texten entfernen`, { kind: 'tertiary', small: true }),
    ),
  );
  const add = form(
    { action, csrfToken: request.csrfToken, hidden },
    html`${inputField({ name: 'sprache', label: 'Sprache hinzufügen', hint: 'Kürzel, zum Beispiel en, uk; de-simple ist Leichte Sprache. Danach hat jede Seite und jede Frage Felder für ihre Texte.', width: 'narrow', error: errorOf([], 'sprache') })}${buttonRow(button('Sprache hinzufügen', { kind: 'secondary' }))}`,
  );
  return section('Weitere Sprachen', html`<div class="lw-stack">${remove}${add}</div>`, { id: 'sprachen' });
}
