import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { formField, type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { button, emptyState, form, type Html, linkButton, section, table, textLink } from '#ui';
import type { ParametersDeps } from '../deps.ts';
import { notManager } from '../errors.ts';
import type { Asker } from '../use-cases/asker.ts';
import { rechteOf, setzeRecht } from '../use-cases/eintragungsrecht.ts';
import { type Dienstzeile, uebersichtOf } from '../use-cases/uebersicht.ts';
import { askerRoute, done, flashOf, pathOf } from './answers.ts';

/** All services with what is stated for them. */
export function overviewRoutes(deps: ParametersDeps): readonly PageRoute[] {
  return [
    askerRoute(
      deps,
      { capability: 'parameters.overview', method: 'GET', path: '/parameter' },
      (asker, request) => show(deps, asker, request),
    ),
    askerRoute(
      deps,
      { capability: 'parameters.right', method: 'POST', path: '/parameter/eintragungsrecht', changes: true },
      async (asker, { form: sent }) => {
        if (asker.art !== 'kommune') return refusal(notManager);
        const input = { anbieter: formField(sent, 'anbieter'), erteilt: formField(sent, 'ja') === 'ja' };
        const set = await setzeRecht(deps, asker, input);
        return set.ok ? done('/parameter', 'recht') : refusal(set.refusal);
      },
    ),
  ];
}

async function show(deps: ParametersDeps, asker: Asker, request: PageRequest): Promise<PageAnswer> {
  const zeilen = await uebersichtOf(deps, asker);
  return page({
    title: 'Parameter',
    preline: asker.art === 'kommune' ? asker.kommune.name : asker.anbieter.name,
    lead: 'Was jede Kommune zu einem Onlinedienst selbst sagt: Texte, Gebühren, Stellen. Wer was vorgibt, was sich ändert und was nicht stimmt.',
    wide: true,
    ...flashOf(request),
    main: html`${zeilen.length === 0 ? nothing(asker) : dienste(zeilen, asker)}${asker.art === 'kommune' ? await rechte(deps, asker, request) : ''}`,
    nextSteps:
      asker.art === 'kommune'
        ? [{ label: 'Anbindungen', href: '/anbindungen' }]
        : [{ label: 'Onlinedienste', href: '/onlinedienste' }],
  });
}

function nothing(asker: Asker): Html {
  return emptyState({
    title: 'Noch keine Werte',
    body: 'Sobald eine Kommune an einen Onlinedienst angebunden ist, stehen hier ihre Parameter.',
    action:
      asker.art === 'kommune'
        ? linkButton('Zu den Lücken', '/luecken')
        : linkButton('Onlinedienste', '/onlinedienste'),
  });
}

function dienste(zeilen: readonly Dienstzeile[], asker: Asker): Html {
  const kommune = asker.art === 'kommune';
  return table({
    caption: 'Onlinedienste und ihre Parameter',
    captionHidden: true,
    columns: [
      { label: 'Onlinedienst', width: 'wide' },
      ...(kommune ? [] : [{ label: 'Kommunen', numeric: true }]),
      { label: kommune ? 'Eigene Werte' : 'Vorgaben von oben', numeric: true },
      ...(kommune ? [{ label: 'Werte von oben', numeric: true }] : []),
      { label: 'Nächste Änderung' },
      { label: 'Ansehen' },
    ],
    rows: zeilen.map(({ dienst, titel, kommunen, eigene, vonOben, naechste }) => [
      textLink(pathOf(dienst), titel),
      ...(kommune ? [] : [String(kommunen)]),
      String(kommune ? eigene : vonOben),
      ...(kommune ? [String(vonOben)] : []),
      naechste === null ? 'keine geplant' : formatLocalDate(naechste),
      html`${textLink(pathOf(dienst, 'pruefung'), `Prüfung: ${titel}`)}<br>${textLink(pathOf(dienst, 'vergleich'), `Vergleich: ${titel}`)}`,
    ]),
  });
}

async function rechte(
  deps: ParametersDeps,
  asker: Extract<Asker, { readonly art: 'kommune' }>,
  { csrfToken }: PageRequest,
): Promise<Html | ''> {
  const all = await rechteOf(deps, asker);
  if (all.length === 0) return '';
  const rows = all.map(({ anbieter, erteilt }) => {
    const state = erteilt
      ? `${anbieter.name} darf Werte für Sie eintragen. Jede Änderung steht im Verlauf und in der Prüfspur.`
      : `${anbieter.name} darf keine Werte für Sie eintragen.`;
    const hidden = { anbieter: anbieter.tenant, ja: erteilt ? 'nein' : 'ja' };
    const label = erteilt ? 'Nicht mehr erlauben' : 'Eintragen erlauben';
    const act = asker.mayChange
      ? form(
          { action: '/parameter/eintragungsrecht', csrfToken, hidden, label: `${label}: ${anbieter.name}` },
          button(label, { kind: 'secondary' }),
        )
      : '';
    return html`<p class="kern-body">${state}</p>${act}`;
  });
  return section('Wer darf für Sie eintragen?', html`${rows}`, {
    lead: 'Sehen darf Ihr IT-Dienstleister Ihre Werte nur, solange Sie unter „Organisation“ einwilligen. Eintragen darf er nur, was Sie hier erlauben.',
  });
}
