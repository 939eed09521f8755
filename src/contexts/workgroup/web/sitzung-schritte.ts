import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  accordion,
  button,
  errorOf,
  form,
  type Html,
  linkButton,
  problemsOf,
  section,
  textareaField,
} from '#ui';
import { type SitzungSchritt, sitzungNach } from '../domain/sitzung.ts';
import type { SitzungBlick } from '../use-cases/read-sitzung.ts';
import { getippt, sitzungHref } from './teile.ts';

/** A session as its page shows it, with what was typed and why it was refused. */
export interface Stelle {
  readonly blick: SitzungBlick;
  readonly request: PageRequest;
  readonly refused: Refusal | null;
}

const worte: Readonly<
  Record<Exclude<SitzungSchritt, 'absagen'>, { readonly knopf: string; readonly satz: string }>
> = {
  einladen: {
    knopf: 'Jetzt einladen',
    satz: 'Alle Mitglieder und Gäste erhalten eine Mail mit Tagesordnung und Kalenderdatei.',
  },
  beginnen: {
    knopf: 'Sitzung beginnen',
    satz: 'Sobald die Sitzung läuft, schreiben alle Mitglieder im Protokoll mit.',
  },
  abschliessen: {
    knopf: 'Sitzung abschließen',
    satz: 'Danach ändern sich Tagesordnung und Anmeldungen nicht mehr. Offene Fragen kommen auf die nächste Tagesordnung.',
  },
};

/** What whoever leads can do with the session now. */
export function schrittSection({ blick, request, refused }: Stelle): Html | '' {
  const { sitzung, wer } = blick;
  const may = (schritt: SitzungSchritt) => sitzungNach(sitzung.zustand, schritt) !== null;
  if (!wer.leitet || (!may('absagen') && !may('abschliessen'))) return '';
  const steps = (['einladen', 'beginnen', 'abschliessen'] as const)
    .filter(may)
    .map(
      (schritt) =>
        html`<p class="kern-body lw-measure">${worte[schritt].satz}</p>${form({ action: `${sitzungHref(sitzung.id)}/${schritt}`, csrfToken: request.csrfToken, label: worte[schritt].knopf }, button(worte[schritt].knopf))}`,
    );
  const change = linkButton('Tag, Zeit oder Ort ändern', `${sitzungHref(sitzung.id)}/bearbeiten`, {
    kind: 'secondary',
  });
  return section(
    'Wie es weitergeht',
    html`${steps}<p>${change}</p>${may('absagen') ? absage(blick, request, refused) : ''}`,
    { id: 'weiter' },
  );
}

function absage({ sitzung }: SitzungBlick, request: PageRequest, refused: Refusal | null): Html {
  const error = errorOf(problemsOf(refused), 'grund');
  return accordion({
    title: 'Sitzung absagen',
    open: error !== null,
    body: form(
      {
        action: `${sitzungHref(sitzung.id)}/absagen`,
        csrfToken: request.csrfToken,
        label: 'Sitzung absagen',
      },
      html`${textareaField({ name: 'grund', label: 'Warum fällt die Sitzung aus?', hint: sitzung.zustand === 'entwurf' ? 'Es ist noch niemand eingeladen.' : 'Alle Eingeladenen lesen den Grund in der Absage.', value: getippt(request, 'grund', ''), rows: 2, maxLength: 500, error })}${button('Sitzung absagen', { kind: 'secondary' })}`,
    ),
  });
}
