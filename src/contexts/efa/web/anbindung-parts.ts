import { html } from 'hono/html';
import { type FieldProblem, formatLocalDate, type LocalDate } from '#kernel';
import {
  accordion,
  alert,
  button,
  buttonRow,
  descriptionList,
  errorOf,
  form,
  formatInstant,
  linkButton,
  table,
  textareaField,
} from '#ui';
import { statableParameters } from '../domain/all-parameters.ts';
import type { Schritt } from '../domain/zustand.ts';
import { schrittLabel, zustandText } from '../messages.ts';
import type { AnbindungDetail } from '../use-cases/read-anbindungen.ts';
import { readableText } from '../views/parameter-text.ts';
import { zustandBadge } from './zustand-badge.ts';

/** What a part of the page needs besides the Anbindung itself. */
export interface PartContext {
  readonly csrfToken: string;
  readonly problems: readonly FieldProblem[];
  /** The form as it is for this Kommune, to be tried; nothing is kept. */
  readonly previewHref: string | null;
  readonly portalHref: string | null;
}

/** Before the test the values are not there yet, with which a form could be shown. */
const probierbar: ReadonlySet<string> = new Set(['test', 'live', 'ausgesetzt']);

/** Where the Anbindung stands. */
export function standPart(
  { anbindung, angebot, newest }: AnbindungDetail,
  { previewHref, portalHref }: PartContext,
) {
  const { zustand, grund, geplantAm, liveSeit, fassung, geaendertAm } = anbindung;
  const preview =
    previewHref !== null && probierbar.has(zustand)
      ? linkButton('Formular ausprobieren', previewHref, { kind: 'secondary' })
      : '';
  const portal =
    portalHref === null
      ? ''
      : linkButton('Auf der Seite Ihrer Kommune ansehen', portalHref, { kind: 'secondary' });
  return html`<p class="kern-body">${zustandBadge(zustand)} ${zustandText[zustand]}</p>
    ${grund === null ? '' : alert({ kind: 'warning', title: 'Das lesen Bürgerinnen und Bürger', body: grund })}
    ${descriptionList([
      ['Live seit', liveSeit === null ? null : formatLocalDate(liveSeit)],
      [
        'Geplant für',
        geplantAm === null ? null : `${formatLocalDate(geplantAm)} (ein Plan; live schalten Sie selbst)`,
      ],
      [
        'Fassung',
        fassung === newest.fassung
          ? `${fassung} (die neueste)`
          : `${fassung}, die neueste ist ${newest.fassung}`,
      ],
      ['Angeboten von', angebot.anbieter],
      ['Zuletzt geändert', formatInstant(geaendertAm)],
    ])}${preview || portal ? buttonRow(portal, preview) : ''}`;
}

/** The question before a step with consequences. */
export function confirmForm(
  detail: AnbindungDetail,
  schritt: Schritt,
  { csrfToken, problems }: PartContext,
  typed: string,
) {
  const { dienst, version } = detail.anbindung;
  const reason =
    schritt === 'aussetzen'
      ? textareaField({
          name: 'grund',
          label: 'Warum ruht der Onlinedienst?',
          hint: 'Bürgerinnen und Bürger lesen diesen Satz. Sagen Sie auch, bis wann und wohin sie sich so lange wenden können.',
          value: typed,
          rows: 3,
          maxLength: 500,
          error: errorOf(problems, 'grund'),
        })
      : '';
  return form(
    {
      action: `/anbindungen/${dienst}/${schritt}`,
      csrfToken,
      hidden: { version: String(version) },
      label: schrittLabel[schritt],
    },
    html`${reason}${buttonRow(button(schrittLabel[schritt]), linkButton('Abbrechen', `/anbindungen/${dienst}`, { kind: 'secondary' }))}`,
  );
}

/** Which value counts from when, and when it was entered: newest first. */
export function historyPart({ angebot, newest, facts }: AnbindungDetail, today: LocalDate) {
  if (facts.length === 0) return '';
  const definitions = new Map(statableParameters(angebot.data, newest.data).map((each) => [each.id, each]));
  const planned = facts.filter(({ giltAb }) => giltAb > today).length;
  const rows = facts.toReversed().map(({ name, wert, giltAb, erfasstAm, sagt }) => {
    const definition = definitions.get(name);
    return [
      definition?.label ?? name,
      definition ? readableText(definition, wert) : '',
      `${formatLocalDate(giltAb)}${giltAb > today ? ' (geplant)' : ''}`,
      formatInstant(erfasstAm),
      sagt || 'Ihre Kommune',
    ];
  });
  const shown = table({
    caption: 'Verlauf der Parameter',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Angabe' },
      { label: 'Wert', width: 'wide' },
      { label: 'Gilt ab' },
      { label: 'Erfasst' },
      { label: 'Von' },
    ],
    rows,
  });
  const title = planned > 0 ? `Verlauf der Parameter (${planned} geplant)` : 'Verlauf der Parameter';
  return accordion({ title, body: shown, id: 'verlauf' });
}
