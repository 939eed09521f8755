import { html } from 'hono/html';
import type { AnswerChange } from '#forms';
import { formatLocalDate } from '#kernel';
import { alert, buttonRow, descriptionList, formatInstant, type Html, linkButton, section } from '#ui';
import { nachSchritt } from '../domain/zustand.ts';
import { messages } from '../messages.ts';
import type { OpenAntrag } from '../use-cases/read-antrag.ts';
import type { OpenNachforderung } from '../use-cases/read-nachforderungen.ts';
import { addresses } from './addresses.ts';

/** Whether a Nachforderung can still be answered: it is open, and so is the office's part of the Antrag. */
export function isWanted({ sendungen }: Pick<OpenAntrag, 'sendungen'>, { row }: OpenNachforderung): boolean {
  const sendung = sendungen.find(({ nr }) => nr === row.sendung);
  return row.zustand === 'offen' && !!sendung && nachSchritt(sendung.zustand, 'antworten') !== null;
}

/** What offices still want, first of all on the page of the Antrag; below it what was handed in. */
export function wantedPart(antrag: OpenAntrag): Html | '' {
  const wanted = antrag.nachforderungen.filter((one) => isWanted(antrag, one));
  return html`${wanted.map((one) => {
    const { row, asked } = one;
    const stelle = antrag.sendungen.find(({ nr }) => nr === row.sendung)?.jetztBei ?? '';
    const begun = row.version > 0;
    return alert({
      kind: 'warning',
      title: messages.nachforderung.wanted(formatLocalDate(row.frist)),
      body: html`<p class="kern-body">${messages.nachforderung.from(stelle)}</p>${askedList(asked.felder)}${buttonRow(
        linkButton(
          begun ? 'Nachreichen fortsetzen' : 'Ansehen und nachreichen',
          addresses.later(antrag.door.id, row.id),
        ),
      )}`,
    });
  })}`;
}

/** What is asked for, by name. */
export function askedList(felder: OpenNachforderung['asked']['felder']): Html {
  return html`<ul class="kern-list kern-list--bullet">${felder.map(({ titel }) => html`<li>${titel}</li>`)}</ul>`;
}

/** What was handed in since, each change beside what it was. */
export function handedInPart({ nachforderungen }: OpenAntrag): Html | '' {
  const answered = nachforderungen.filter(({ answer }) => answer !== null);
  return html`${answered.map(({ row, answer }) =>
    section(
      messages.nachforderung.handedIn(row.beantwortetAm === null ? '' : formatInstant(row.beantwortetAm)),
      html`${row.verspaetet ? html`<p class="kern-body">${messages.nachforderung.late(formatLocalDate(row.frist))}</p>` : ''}${changesList(answer?.changes ?? [])}`,
    ),
  )}`;
}

/** The changes, or that there are none. */
export function changesList(changes: readonly AnswerChange[]): Html {
  if (changes.length === 0) return html`<p class="kern-body">${messages.nachforderung.unchanged}</p>`;
  return descriptionList(
    changes.map(({ question, part, before, after }) => [
      `${part}: ${question}`,
      html`${after ?? messages.nachforderung.removed}<br><span class="kern-body kern-body--small kern-body--muted">${messages.nachforderung.before(before)}</span>`,
    ]),
  );
}
