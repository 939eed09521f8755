import { html } from 'hono/html';
import { ok } from '#kernel';
import { newId } from '#platform';
import {
  button,
  errorOf,
  form,
  type Html,
  problemsOf,
  refusalNotice,
  section,
  textareaField,
  textLink,
} from '#ui';
import { readSitzungBlick, type SitzungBlick } from '../use-cases/read-sitzung.ts';
import { flashOf } from './answers.ts';
import type { Seite } from './deps-page.ts';
import { punktWahl } from './sitzung-beschluesse.ts';
import { mitschrift } from './sitzung-ergebnisse.ts';
import type { Stelle } from './sitzung-schritte.ts';
import { getippt, krume, sitzungHref } from './teile.ts';

/**
 * Writing the minutes. Each note is its writer's own; with script it is saved while they type, and what others write
 * appears above. Without script the same form is sent by its button.
 */
export const protokollSeite: Seite = async (deps, wer, request, refused) => {
  const read = await readSitzungBlick(deps, wer, request.params.id ?? '');
  if (!read.ok) return read;
  const { sitzung } = read.value;
  const href = `${sitzungHref(sitzung.id)}/protokoll`;
  const aendern = (id: string): Html | '' =>
    mayChange(read.value, id) ? textLink(`${href}?notiz=${id}#schreiben`, 'Ändern', { small: true }) : '';
  return ok({
    title: 'Protokoll schreiben',
    preline: sitzung.titel,
    breadcrumb: [...krume, { label: sitzung.titel, href: sitzungHref(sitzung.id) }],
    scripts: ['mitschrift'],
    ...flashOf(request),
    main: html`${refusalNotice(refused)}${section('Mitschrift', html`<div data-mitschrift="${href}">${mitschrift(read.value, aendern)}</div><p class="kern-body kern-body--small">${textLink(href, 'Mitschrift neu laden')}</p>`)}${schreiben({ blick: read.value, request, refused })}`,
    nextSteps: [{ label: 'Zurück zur Sitzung', href: sitzungHref(sitzung.id) }],
  });
};

function mayChange({ notizen, wer }: SitzungBlick, id: string): boolean {
  const notiz = notizen.find((one) => one.id === id);
  return notiz !== undefined && (wer.leitet || notiz.tenant === wer.tenant);
}

function schreiben({ blick, request, refused }: Stelle): Html {
  const { sitzung, notizen, wer } = blick;
  const writes = sitzung.zustand === 'laeuft' || (wer.leitet && sitzung.zustand !== 'abgesagt');
  if (!writes)
    return section(
      'Schreiben',
      html`<p class="kern-body">Mitschreiben können Sie, während die Sitzung läuft.</p>`,
    );
  const asked = request.query.get('notiz');
  const one = asked !== null && mayChange(blick, asked) ? notizen.find(({ id }) => id === asked) : undefined;
  const problems = problemsOf(refused);
  const value = (name: string, sonst: string) => getippt(request, name, sonst);
  const hidden = {
    notiz: value('notiz', one?.id ?? newId()),
    grundlage: value('grundlage', String(one?.fassung ?? 0)),
  };
  const body = form(
    { action: `${sitzungHref(sitzung.id)}/notizen`, csrfToken: request.csrfToken, hidden, label: 'Notiz' },
    html`${punktWahl(blick, 'feld-punkt', value('punkt', one?.punktId ?? request.query.get('punkt') ?? ''))}${textareaField({ name: 'text', label: one ? 'Notiz ändern' : 'Neue Notiz', hint: 'Jede Notiz gehört zu einem Punkt. Zwei, die zugleich schreiben, stören einander nicht.', value: value('text', one?.text ?? ''), rows: 6, maxLength: 10_000, error: errorOf(problems, 'text') })}<p class="kern-body kern-body--small" role="status" data-mitschrift-stand></p>${button(one ? 'Änderung speichern' : 'Notiz speichern')}`,
  );
  return section('Schreiben', html`<div data-mitschrift-form>${body}</div>`, { id: 'schreiben' });
}
