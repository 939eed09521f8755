import { html } from 'hono/html';
import {
  accordion,
  alert,
  badge,
  button,
  buttonRow,
  errorOf,
  form,
  type Html,
  inputField,
  problemsOf,
  section,
  table,
  textareaField,
  textLink,
} from '#ui';
import { wartetFaden } from '../domain/frage.ts';
import { istOffen } from '../domain/sitzung.ts';
import { type SitzungBlick, sitzName } from '../use-cases/read-sitzung.ts';
import { unterlage } from './sitzung-ergebnisse.ts';
import type { Stelle } from './sitzung-schritte.ts';
import { absaetze, getippt, sitzFeld, sitzungHref } from './teile.ts';

/** The agenda with the time at which each item begins, and for whoever leads the forms that change it. */
export function agendaSection(on: Stelle): Html {
  const { punkte, sitze, zuLang, sitzung, wer } = on.blick;
  const rows = punkte.map(({ id, titel, text, beginn, minuten, zustaendig }, at) => [
    html`${at + 1}. ${titel}${text === '' ? '' : absaetze(text)}${unterlagenZu(on.blick, id)}`,
    `${beginn} Uhr`,
    minuten === 0 ? 'offen' : `${minuten} Min.`,
    sitzName(sitze, zustaendig) ?? 'Leitung',
  ]);
  const list = table({
    caption: 'Tagesordnung',
    captionHidden: true,
    columns: [
      { label: 'Punkt', width: 'wide' },
      { label: 'Beginn', width: 'narrow' },
      { label: 'Dauer', width: 'narrow' },
      { label: 'Führt' },
    ],
    rows,
    empty: html`<p class="kern-body">Die Tagesordnung ist noch leer.</p>`,
  });
  const late =
    zuLang > 0
      ? alert({
          kind: 'warning',
          title: `Die Punkte dauern zusammen ${zuLang} Minuten länger als die Sitzung.`,
        })
      : '';
  return section(
    'Tagesordnung',
    html`${late}${list}${wer.leitet && istOffen(sitzung.zustand) ? forms(on) : ''}`,
    { id: 'tagesordnung' },
  );
}

function unterlagenZu({ materialien }: SitzungBlick, punkt: string): Html | '' {
  const own = materialien.filter(({ punktId }) => punktId === punkt);
  if (own.length === 0) return '';
  return html`<ul class="kern-list kern-list--bullet">${own.map((one) => html`<li>${unterlage(one)}</li>`)}</ul>`;
}

function forms(on: Stelle): Html {
  const { punkte } = on.blick;
  return html`${punkte.map(({ id, titel }, at) => accordion({ title: `${at + 1}. ${titel} ändern`, open: on.request.params.punkt === id, body: punktForm(on, id) }))}${accordion({ title: 'Punkt hinzufügen', open: isOpen(on), body: punktForm(on, null) })}`;
}

function isOpen({ request, refused }: Stelle): boolean {
  return refused !== null && request.path.endsWith('/punkte');
}

function punktForm(on: Stelle, id: string | null): Html {
  const { blick, request, refused } = on;
  const one = blick.punkte.find((punkt) => punkt.id === id);
  const here = refused !== null && (id === null ? isOpen(on) : request.params.punkt === id);
  const key = id ?? 'neu';
  const value = (name: string, sonst: string | number) =>
    here ? getippt(request, name, String(sonst)) : String(sonst);
  // The summary of what is wrong leads to the fields by their plain ids, so only the refused form has them.
  const idFor = (name: string) => (here ? `feld-${name}` : `${name}-${key}`);
  const error = (name: string) => (here ? errorOf(problemsOf(refused), name) : null);
  const href = `${sitzungHref(blick.sitzung.id)}/punkte`;
  const stelle = one ? blick.punkte.indexOf(one) + 1 : blick.punkte.length + 1;
  const save = button('Punkt speichern', { kind: 'secondary' });
  return form(
    {
      action: id === null ? href : `${href}/${id}/aendern`,
      csrfToken: request.csrfToken,
      label: one ? `${one.titel} ändern` : 'Punkt hinzufügen',
    },
    html`${inputField({ name: 'titel', id: idFor('titel'), label: 'Titel', value: value('titel', one?.titel ?? ''), maxLength: 200, error: error('titel') })}
    ${inputField({ name: 'minuten', id: idFor('minuten'), label: 'Minuten', value: value('minuten', one?.minuten ?? 15), inputmode: 'numeric', maxLength: 3, width: 'narrow', error: error('minuten') })}
    ${sitzFeld(blick.sitze, { name: 'zustaendig', id: idFor('zustaendig'), label: 'Wer führt den Punkt?', value: value('zustaendig', one?.zustaendig ?? ''), error: error('zustaendig') })}
    ${textareaField({ name: 'text', id: idFor('text'), label: 'Worum es geht', value: value('text', one?.text ?? ''), rows: 3, maxLength: 5000, optional: true, error: error('text') })}
    ${inputField({ name: 'stelle', id: idFor('stelle'), label: 'Stelle', value: value('stelle', stelle), inputmode: 'numeric', maxLength: 3, width: 'narrow', error: error('stelle') })}
    ${one ? buttonRow(save, button('Punkt streichen', { kind: 'tertiary', formAction: `${href}/${one.id}/streichen` })) : save}`,
  );
}

/** The questions that stand on the agenda by themselves, or stood on it when the session ended. */
export function fragenSection({ fragen, behandelt, sitzung }: SitzungBlick): Html {
  const open = istOffen(sitzung.zustand);
  const rows = open
    ? fragen.map(({ id, betreff, haus, zu, faden, zustaendigName, vertagt }) => [
        html`${textLink(`/rueckfragen/${id}`, betreff)}<br><span class="kern-body--small">${textLink(zu.href, zu.name, { small: true })}</span>`,
        haus,
        zustaendigName ?? 'noch niemand',
        wartetFaden(faden)
          ? vertagt > 0
            ? badge('warning', `offen seit ${vertagt} ${vertagt === 1 ? 'Sitzung' : 'Sitzungen'}`)
            : badge('info', 'offen')
          : badge('success', 'beantwortet'),
      ])
    : behandelt.map(({ rueckfrageId, betreff, zustaendig, zustand }) => [
        textLink(`/rueckfragen/${rueckfrageId}`, betreff),
        '',
        zustaendig ?? 'noch niemand',
        wartetFaden(zustand)
          ? badge('warning', 'vertagt')
          : badge('success', zustand === 'beantwortet' ? 'beantwortet' : 'zurückgezogen'),
      ]);
  const lead = open
    ? 'Jede offene Frage an alle Kommunen im Verbund steht hier von selbst, bis sie beantwortet oder zurückgezogen ist.'
    : 'So standen die Fragen am Ende der Sitzung.';
  return section(
    'Fragen auf der Tagesordnung',
    table({
      caption: 'Fragen',
      captionHidden: true,
      columns: [
        { label: 'Frage', width: 'wide' },
        { label: 'Gefragt hat' },
        { label: 'Zuständig' },
        { label: 'Stand' },
      ],
      rows,
      empty: html`<p class="kern-body">${open ? 'Es ist keine Frage offen.' : 'Es stand keine Frage auf der Tagesordnung.'}</p>`,
    }),
    { id: 'fragen', lead },
  );
}
