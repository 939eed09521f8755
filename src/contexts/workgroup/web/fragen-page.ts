import { html } from 'hono/html';
import { formatLocalDate, ok, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  accordion,
  badge,
  button,
  errorOf,
  form,
  formatInstant,
  type Html,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  textLink,
} from '#ui';
import { frageZustandLabel } from '../messages.ts';
import { type Frage, type Fragen, readFragen } from '../use-cases/fragen.ts';
import type { Mitwirkende } from '../use-cases/wer.ts';
import { flashOf } from './answers.ts';
import type { Seite } from './deps-page.ts';
import { absaetze, getippt, krume, sitzFeld, sitzungLink } from './teile.ts';

/** The questions to the group, each in the one list that its state says, and the answers as the group's FAQ. */
export const fragenSeite: Seite = async (deps, wer, request, refused) => {
  const read = await readFragen(deps, wer);
  const of = (liste: Frage['liste']) => read.fragen.filter((frage) => frage.liste === liste);
  const on = { read, wer, request, refused };
  const waiting = of('ohne-termin');
  const gone = of('zurueckgezogen');
  return ok({
    title: 'Fragen und Antworten',
    lead: 'Jede Rückfrage „an alle Kommunen im Verbund“ ist eine Frage an die Arbeitsgruppe. Ist sie bis zur nächsten Sitzung nicht beantwortet, steht sie dort von selbst auf der Tagesordnung.',
    breadcrumb: krume,
    ...flashOf(request),
    main: html`${refusalNotice(refused)}${wieFragen()}${section('Auf der nächsten Tagesordnung', offene(of('tagesordnung'), on, 'Es ist keine Frage offen.'))}${waiting.length > 0 ? section('Warten auf einen Sitzungstermin', offene(waiting, on, '')) : ''}${section('Antworten der Gruppe', antworten(of('antworten')), { id: 'antworten' })}${gone.length > 0 ? section('Zurückgezogen', html`<ul class="kern-list kern-list--bullet">${gone.map((frage) => html`<li>${frageLink(frage)}, ${frage.haus}</li>`)}</ul>`) : ''}`,
  });
};

function wieFragen(): Html {
  return accordion({
    title: 'Eine Frage stellen',
    body: html`<p class="kern-body lw-measure">Öffnen Sie die Leistung, die Regel, den Onlinedienst oder die Sitzung, zu der Sie etwas wissen möchten. Wählen Sie dort „Rückfrage stellen“ und „an alle Kommunen im Verbund“. Die Antwort erhalten Sie als Nachricht; sie steht danach hier und bei der Sache selbst.</p>
      <p class="kern-body lw-measure">Fragen und mitlesen kann, wessen Kommune dem Teilen mit dem IT-Dienstleister zugestimmt hat.</p>`,
  });
}

interface On {
  readonly read: Fragen;
  readonly wer: Mitwirkende;
  readonly request: PageRequest;
  readonly refused: Refusal | null;
}

function frageLink({ id, betreff }: Frage): Html {
  return textLink(`/rueckfragen/${id}`, betreff);
}

function offene(fragen: readonly Frage[], on: On, leer: string): Html {
  if (fragen.length === 0) return html`<p class="kern-body">${leer}</p>`;
  return html`${fragen.map((frage) => eine(frage, on))}`;
}

function eine(frage: Frage, on: On): Html {
  const { haus, zu, gestelltAm, zustand, zustaendigName, grund, vertagt, sitzungId } = frage;
  const sitzung = on.read.sitzungen.find(({ id }) => id === sitzungId);
  return html`<article class="lw-section"><h3 class="kern-title">${frageLink(frage)}</h3>
    <p class="kern-body">${zustand === 'zugeteilt' ? badge('info', `zuständig: ${zustaendigName}`) : badge('warning', frageZustandLabel[zustand])} ${vertagt > 0 ? badge('warning', `offen seit ${vertagt} ${vertagt === 1 ? 'Sitzung' : 'Sitzungen'}`) : ''}</p>
    <p class="kern-body kern-body--small">${haus}, ${formatInstant(gestelltAm)}, zu ${textLink(zu.href, zu.name, { small: true })}${sitzung ? html`. Kommt auf die Tagesordnung: ${sitzungLink(sitzung)}, ${formatLocalDate(sitzung.tag)}` : ''}${grund === '' ? '' : `. ${grund}`}</p>
    ${zuteilung(frage, on)}</article>`;
}

function zuteilung({ id, zustaendig, providerId }: Frage, { read, wer, request, refused }: On): Html {
  const here = request.params.id === id && refused !== null;
  const problems = here ? problemsOf(refused) : [];
  const seats = read.sitze.filter(
    (sitz) => sitz.providerId === providerId && (wer.leitet || sitz.hausId === wer.tenant),
  );
  if (seats.length === 0) return html``;
  const title = wer.leitet ? 'Zuständig machen' : 'Übernehmen oder abgeben';
  return accordion({
    title,
    open: here,
    body: form(
      { action: `/arbeitsgruppe/fragen/${id}/zuteilung`, csrfToken: request.csrfToken, label: title },
      html`${sitzFeld(seats, { name: 'zustaendig', id: here ? 'feld-zustaendig' : `zustaendig-${id}`, label: 'Wer beantwortet die Frage?', value: here ? getippt(request, 'zustaendig', '') : zustaendig, error: errorOf(problems, 'zustaendig') })}${inputField({ name: 'grund', id: here ? 'feld-grund' : `grund-${id}`, label: 'Hinweis', value: here ? getippt(request, 'grund', '') : '', maxLength: 500, optional: true, error: errorOf(problems, 'grund') })}${button('Zuteilung speichern', { kind: 'secondary' })}`,
    ),
  });
}

function antworten(fragen: readonly Frage[]): Html {
  if (fragen.length === 0) return html`<p class="kern-body">Noch keine Frage ist beantwortet.</p>`;
  return html`${fragen.map((frage) =>
    accordion({
      title: frage.betreff,
      body: html`${absaetze(frage.frage)}${frage.antwort ? html`<p class="kern-body"><strong>Antwort von ${frage.antwort.haus}:</strong></p>${absaetze(frage.antwort.text)}` : ''}<p class="kern-body kern-body--small">${textLink(`/rueckfragen/${frage.id}`, 'Ganzer Verlauf')}, zu ${textLink(frage.zu.href, frage.zu.name)}</p>`,
    }),
  )}`;
}
