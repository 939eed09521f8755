import { html } from 'hono/html';
import { hinweisSection, rueckfragenHinweis } from '#discussion';
import { formatLocalDate, ok } from '#kernel';
import {
  alert,
  descriptionList,
  externalLink,
  type Html,
  linkButton,
  refusalNotice,
  section,
  textLink,
} from '#ui';
import { istOffen } from '../domain/sitzung.ts';
import { formLabel } from '../messages.ts';
import { readSitzungBlick, type SitzungBlick } from '../use-cases/read-sitzung.ts';
import { flashOf } from './answers.ts';
import type { Seite } from './deps-page.ts';
import { agendaSection, fragenSection } from './sitzung-agenda.ts';
import { aufgabenSection } from './sitzung-aufgaben.ts';
import { beschluesseSection } from './sitzung-beschluesse.ts';
import { protokollSection, unterlagenSection } from './sitzung-ergebnisse.ts';
import { anmeldungSection, anwesenheitSection } from './sitzung-leute.ts';
import { schrittSection } from './sitzung-schritte.ts';
import { krume, sitzungBadge, sitzungHref } from './teile.ts';

/** One session: before it the invitation and the agenda, during it minutes and votes, after it what came of it. */
export const sitzungSeite: Seite = async (deps, wer, request, refused) => {
  const read = await readSitzungBlick(deps, wer, request.params.id ?? '');
  if (!read.ok) return read;
  const blick = read.value;
  const { sitzung, gruppe } = blick;
  const on = { blick, request, refused };
  return ok({
    title: sitzung.titel,
    preline: `${gruppe.name}, ${sitzung.nummer}. Sitzung`,
    wide: true,
    breadcrumb: [...krume, { label: 'Sitzungen', href: '/arbeitsgruppe/sitzungen' }],
    ...flashOf(request),
    main: html`${refusalNotice(refused)}${kopf(blick)}${schrittSection(on)}${anmeldungSection(on)}${agendaSection(on)}${fragenSection(blick)}${unterlagenSection(on)}${protokollSection(blick)}${beschluesseSection(on)}${aufgabenSection(on)}${anwesenheitSection(on)}${folge(blick)}${hinweisSection(await rueckfragenHinweis(deps.discussion, wer.principal, { art: 'sitzung', id: sitzung.id }))}`,
    nextSteps: [
      { label: 'Was ist neu seit der letzten Sitzung', href: `${sitzungHref(sitzung.id)}/neues` },
      {
        label: 'Frage zu dieser Sitzung stellen',
        href: `/rueckfragen/neu?zu=${encodeURIComponent(`sitzung:${sitzung.id}`)}&adressat=verbund`,
      },
    ],
  });
};

const mailLabel: Readonly<Record<string, string>> = {
  wartet: 'gehen gleich hinaus',
  gesendet: 'gesendet',
  fehlgeschlagen: 'werden noch einmal versucht',
  aufgegeben: 'nicht zustellbar, meist weil der Sitz noch frei ist',
};

function kopf({ sitzung, nachrichten }: SitzungBlick): Html {
  const { id, tag, beginn, ende, ort, link, form: art, zustand, grund } = sitzung;
  const mails = nachrichten
    .map(({ zustand: stand, anzahl }) => `${anzahl} ${mailLabel[stand] ?? stand}`)
    .join(', ');
  return html`${zustand === 'abgesagt' ? alert({ kind: 'warning', title: 'Diese Sitzung ist abgesagt.', body: grund }) : ''}
    <p>${sitzungBadge(zustand)}</p>
    ${descriptionList([
      ['Tag', formatLocalDate(tag)],
      ['Zeit', `${beginn} bis ${ende} Uhr`],
      ['Form', formLabel[art]],
      ['Ort', ort],
      ['Videokonferenz', link === '' ? '' : externalLink(link, link)],
      ['Nachrichten', mails],
    ])}
    <p class="kern-body">${zustand === 'entwurf' ? '' : html`${textLink(`${sitzungHref(id)}/termin.ics`, 'Termin für den Kalender (ICS)')}, `}${textLink(`${sitzungHref(id)}/protokoll.pdf`, 'Protokoll als PDF')}</p>`;
}

function folge({ sitzung, folgetermin, wer, gruppe }: SitzungBlick): Html | '' {
  if (!wer.leitet || folgetermin === null || istOffen(sitzung.zustand)) return '';
  return section(
    'Nächste Sitzung',
    html`<p class="kern-body">Nach der Serie ist der ${formatLocalDate(folgetermin)} der nächste Tag.</p>${linkButton('Nächste Sitzung planen', `/arbeitsgruppe/sitzungen/neu?gruppe=${gruppe.id}&nach=${sitzung.id}`, { kind: 'secondary' })}`,
  );
}
