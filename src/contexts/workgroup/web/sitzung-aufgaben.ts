import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import {
  accordion,
  button,
  errorOf,
  form,
  type Html,
  inputField,
  problemsOf,
  section,
  selectField,
  table,
} from '#ui';
import { aufgabeZustandLabel } from '../messages.ts';
import { sitzName } from '../use-cases/read-sitzung.ts';
import type { Stelle } from './sitzung-schritte.ts';
import { getippt, sitzFeld, sitzungHref } from './teile.ts';

/** Follow-up tasks, and for whoever leads the form that adds one. */
export function aufgabenSection({ blick, request, refused }: Stelle): Html | '' {
  const { aufgaben, sitze, sitzung, wer } = blick;
  const may = wer.leitet && sitzung.zustand !== 'entwurf' && sitzung.zustand !== 'abgesagt';
  if (aufgaben.length === 0 && !may) return '';
  const list = table({
    caption: 'Aufgaben',
    captionHidden: true,
    columns: [
      { label: 'Aufgabe', width: 'wide' },
      { label: 'Zuständig' },
      { label: 'Fällig' },
      { label: 'Stand' },
    ],
    rows: aufgaben.map(({ titel, zustaendig, faellig, zustand }) => [
      titel,
      sitzName(sitze, zustaendig) ?? 'noch niemand',
      faellig ? formatLocalDate(faellig) : 'ohne Termin',
      aufgabeZustandLabel[zustand],
    ]),
    empty: html`<p class="kern-body">Noch keine Aufgabe.</p>`,
  });
  return section('Aufgaben', html`${list}${may ? neueAufgabe({ blick, request, refused }) : ''}`, {
    id: 'aufgaben',
  });
}

function neueAufgabe({ blick, request, refused }: Stelle): Html {
  const here = request.path.endsWith('/aufgaben');
  const problems = here ? problemsOf(refused) : [];
  const value = (name: string) => (here ? getippt(request, name, '') : '');
  const decisions = blick.beschluesse.map(({ id, titel }) => ({ value: id, label: titel }));
  return accordion({
    title: 'Aufgabe festhalten',
    open: here,
    body: form(
      {
        action: `${sitzungHref(blick.sitzung.id)}/aufgaben`,
        csrfToken: request.csrfToken,
        label: 'Aufgabe festhalten',
      },
      html`${inputField({ name: 'titel', id: here ? 'feld-titel' : 'aufgabe-titel', label: 'Was ist zu tun?', value: value('titel'), maxLength: 300, error: errorOf(problems, 'titel') })}
      ${sitzFeld(blick.sitze, { name: 'zustaendig', id: here ? 'feld-zustaendig' : 'aufgabe-zustaendig', label: 'Wer macht es?', value: value('zustaendig'), error: errorOf(problems, 'zustaendig') })}
      ${inputField({ name: 'faellig', label: 'Bis wann?', type: 'date', value: value('faellig'), optional: true, error: errorOf(problems, 'faellig') })}
      ${decisions.length === 0 ? '' : selectField({ name: 'beschluss', label: 'Folgt sie aus einem Beschluss?', options: decisions, value: value('beschluss'), placeholder: 'aus keinem', optional: true, error: errorOf(problems, 'beschluss') })}
      ${button('Aufgabe speichern', { kind: 'secondary' })}`,
    ),
  });
}
