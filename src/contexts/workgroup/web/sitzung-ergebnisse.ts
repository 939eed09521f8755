import { html } from 'hono/html';
import {
  accordion,
  button,
  errorOf,
  fileField,
  form,
  formatNumber,
  type Html,
  linkButton,
  problemsOf,
  section,
  selectField,
  textLink,
} from '#ui';
import { dateiArten } from '../domain/datei.ts';
import type { SitzungBlick } from '../use-cases/read-sitzung.ts';
import type { Stelle } from './sitzung-schritte.ts';
import { absaetze, sitzungHref } from './teile.ts';

/** The way to a file, with its size. */
export function unterlage({
  id,
  name,
  bytes,
}: Pick<SitzungBlick['materialien'][number], 'id' | 'name' | 'bytes'>): Html {
  return html`${textLink(`/arbeitsgruppe/unterlagen/${id}`, name)} (${formatNumber(Math.ceil(bytes / 1000))} kB)`;
}

function punktFeld({ punkte }: SitzungBlick, problems: ReturnType<typeof problemsOf>): Html {
  const options = punkte.map(({ id, titel }, at) => ({ value: id, label: `${at + 1}. ${titel}` }));
  return selectField({
    name: 'punkt',
    label: 'Wozu gehört sie?',
    options,
    value: '',
    placeholder: 'Zur ganzen Sitzung',
    error: errorOf(problems, 'punkt'),
  });
}

/** Files of the session. */
export function unterlagenSection({ blick, request, refused }: Stelle): Html | '' {
  const { materialien, sitzung, wer } = blick;
  if (materialien.length === 0 && !wer.leitet) return '';
  const punktVon = (id: string | null) => {
    const at = blick.punkte.findIndex((punkt) => punkt.id === id);
    return at < 0 ? '' : `, zu Punkt ${at + 1}`;
  };
  const list = html`<ul class="kern-list kern-list--bullet">${materialien.map(({ id, name, bytes, punktId }) => html`<li>${unterlage({ id, name, bytes })}${punktVon(punktId)}${wer.leitet ? form({ action: `/arbeitsgruppe/unterlagen/${id}/loeschen`, csrfToken: request.csrfToken, label: `${name} löschen` }, button('Löschen', { kind: 'tertiary', small: true })) : ''}</li>`)}</ul>`;
  const error = errorOf(problemsOf(refused), 'datei');
  const add = accordion({
    title: 'Unterlage hochladen',
    open: error !== null,
    body: form(
      {
        action: `${sitzungHref(sitzung.id)}/unterlagen`,
        csrfToken: request.csrfToken,
        multipart: true,
        label: 'Unterlage hochladen',
      },
      html`${punktFeld(blick, problemsOf(refused))}${fileField({ name: 'datei', label: 'Datei', hint: 'PDF, PNG oder JPEG, höchstens 10 MB. Alle Mitglieder der Arbeitsgruppe können sie öffnen.', accept: Object.keys(dateiArten).join(','), error })}${button('Hochladen', { kind: 'secondary' })}`,
    ),
  });
  return section(
    'Unterlagen',
    html`${materialien.length === 0 ? html`<p class="kern-body">Noch keine Unterlagen.</p>` : list}${wer.leitet ? add : ''}`,
    { id: 'unterlagen' },
  );
}

/** The minutes as they stand, and the way to write. */
export function protokollSection(blick: SitzungBlick): Html | '' {
  const { sitzung, notizen, wer } = blick;
  const writes = sitzung.zustand === 'laeuft' || (wer.leitet && sitzung.zustand !== 'abgesagt');
  if (sitzung.zustand === 'entwurf' && notizen.length === 0) return '';
  const link = writes
    ? html`<p>${linkButton('Im Protokoll schreiben', `${sitzungHref(sitzung.id)}/protokoll`, { kind: 'secondary' })}</p>`
    : '';
  return section('Protokoll', html`${mitschrift(blick)}${link}`, { id: 'protokoll' });
}

/** All notes, item by item. */
export function mitschrift(
  { punkte, notizen }: SitzungBlick,
  aendern: (id: string) => Html | '' = () => '',
): Html {
  const known = new Set(punkte.map(({ id }) => id));
  const groups = [
    ...punkte.map(({ id, titel }, at) => ({
      titel: `${at + 1}. ${titel}`,
      notes: notizen.filter(({ punktId }) => punktId === id),
    })),
    { titel: 'Sonstiges', notes: notizen.filter(({ punktId }) => punktId === null || !known.has(punktId)) },
  ].filter(({ notes }) => notes.length > 0);
  if (groups.length === 0) return html`<p class="kern-body">Noch keine Notiz.</p>`;
  return html`${groups.map(({ titel, notes }) => html`<h3 class="kern-title">${titel}</h3>${notes.map(({ id, text, haus }) => html`<div class="lw-stack">${absaetze(text)}<p class="kern-body kern-body--small kern-body--muted">${haus} ${aendern(id)}</p></div>`)}`)}`;
}
