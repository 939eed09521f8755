import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import { badge, dateForm, emptyState, type Html, linkButton, section, table, textLink } from '#ui';
import type { ParametersDeps } from '../deps.ts';
import { feiertageIn } from '../domain/feiertage.ts';
import { ebeneLabel } from '../messages.ts';
import type { Asker } from '../use-cases/asker.ts';
import { dienstOf } from '../use-cases/read-dienst.ts';
import { type WertMitHerkunft, werteOf } from '../use-cases/werte.ts';
import { askerRoute, flashOf, pathOf, root, tagOf } from './answers.ts';

/** The own values of a service with their origins; a provider is led on. */
export function dienstRoutes(deps: ParametersDeps): readonly PageRoute[] {
  return [
    askerRoute(
      deps,
      { capability: 'parameters.values', method: 'GET', path: '/parameter/:dienst' },
      (asker, request) => show(deps, asker, request),
    ),
  ];
}

async function show(deps: ParametersDeps, asker: Asker, request: PageRequest): Promise<PageAnswer> {
  const { dienst = '' } = request.params;
  const tag = tagOf(request.query.get('datum'), deps.efa.clock.today());
  if (!tag.ok) return refusal(tag.refusal);
  if (asker.art === 'anbieter') return forProvider(deps, asker, dienst, request);
  const werte = await werteOf(deps, asker, dienst, tag.value);
  if (!werte.ok) return refusal(werte.refusal);
  const { titel, werte: all } = werte.value;
  return page({
    ...head(titel, dienst, request),
    preline: asker.kommune.name,
    lead: `Was am ${formatLocalDate(tag.value)} gilt, wer es sagt und was sich ändert.`,
    nextSteps: [
      { label: 'Werte eintragen und ändern', href: `/anbindungen/${dienst}#abschnitt-parameter` },
      ...stepsOf(dienst),
    ],
    main: html`${dateForm(pathOf(dienst), tag.value)}${valueTable(all)}${feiertage(deps, asker.kommune.ags, Number(tag.value.slice(0, 4)))}`,
  });
}

function head(titel: string, dienst: string, request: PageRequest): PageContent {
  return {
    title: `Parameter: ${titel}`,
    wide: true,
    breadcrumb: [root],
    ...flashOf(request),
    main: '',
    nextSteps: stepsOf(dienst),
  };
}

function stepsOf(dienst: string): NonNullable<PageContent['nextSteps']> {
  return [
    { label: 'Werte prüfen', href: pathOf(dienst, 'pruefung') },
    { label: 'Mit anderen Kommunen vergleichen', href: pathOf(dienst, 'vergleich') },
    { label: 'Seiten nebeneinander ansehen', href: pathOf(dienst, 'vorschau') },
    { label: 'Vorgaben von Land und Kreis', href: pathOf(dienst, 'erbe') },
    { label: 'Aus einer Tabelle einlesen', href: pathOf(dienst, 'einlesen') },
  ];
}

async function forProvider(
  deps: ParametersDeps,
  asker: Extract<Asker, { readonly art: 'anbieter' }>,
  dienst: string,
  request: PageRequest,
): Promise<PageAnswer> {
  const found = await dienstOf(deps, dienst);
  if (!found.ok) return refusal(found.refusal);
  const { angebot, definitions } = found.value;
  const rows = definitions.map(({ label, kind, required, norm, filledBy }) => [
    label,
    artLabel[kind],
    required ? 'ja' : 'nein',
    filledBy,
    norm ?? '',
  ]);
  return page({
    ...head(angebot.data.title, angebot.dienst, request),
    preline: asker.anbieter.name,
    lead: 'Was jede Kommune zu diesem Onlinedienst angibt, wie seine Definition es verlangt.',
    main: table({
      caption: 'Parameter dieses Onlinedienstes',
      captionHidden: true,
      columns: [
        { label: 'Angabe', width: 'wide' },
        { label: 'Art' },
        { label: 'Nötig' },
        { label: 'Von wem' },
        { label: 'Norm' },
      ],
      rows,
    }),
  });
}

const artLabel = {
  text: 'Text',
  multiline: 'Text',
  email: 'E-Mail',
  phone: 'Telefon',
  url: 'Adresse im Netz',
  integer: 'Zahl',
  decimal: 'Zahl',
  money: 'Betrag',
  boolean: 'zeigen oder ausblenden (ja/nein)',
  date: 'Tag',
  texts: 'Liste',
  table: 'Tabelle',
  zustellpunkt: 'Zustellpunkt',
} as const;

function valueTable(werte: readonly WertMitHerkunft[]): Html {
  return table({
    caption: 'Werte mit ihrer Herkunft',
    captionHidden: true,
    columns: [
      { label: 'Angabe' },
      { label: 'Wert', width: 'wide' },
      { label: 'Woher', width: 'wide' },
      { label: 'Geplant' },
    ],
    rows: werte.map(({ definition, text, wirksam, erklaerung, geplant }) => [
      definition.label,
      text,
      html`${wirksam ? badge(wirksam.fact.ebene === 'kommune' ? 'neutral' : 'info', ebeneLabel[wirksam.fact.ebene]) : ''} ${erklaerung}`,
      geplant.length === 0
        ? ''
        : html`${geplant.map((each) => html`<p class="kern-body">ab ${formatLocalDate(each.giltAb)} (${each.von}): ${each.text}</p>`)}`,
    ]),
    empty: emptyState({
      title: 'Dieser Onlinedienst hat keine Parameter',
      body: 'Er ist für alle Kommunen gleich.',
      action: linkButton('Zur Übersicht', root.href),
    }),
  });
}

function feiertage({ feiertage: regeln }: ParametersDeps, ags: string, jahr: number): Html {
  const tage = feiertageIn(regeln, ags.slice(0, 2), jahr);
  const rows = tage.map(({ tag, name, teilweise, quelle }) => [
    formatLocalDate(tag),
    teilweise === null ? name : `${name} (${teilweise})`,
    quelle.url ? textLink(quelle.url, quelle.title) : quelle.title,
  ]);
  return section(
    `Feiertage ${jahr}`,
    table({
      caption: `Feiertage ${jahr}`,
      captionHidden: true,
      small: true,
      columns: [{ label: 'Tag' }, { label: 'Feiertag', width: 'wide' }, { label: 'Quelle' }],
      rows,
    }),
    { lead: 'Die gesetzlichen Feiertage Ihres Landes. Eigene Schließtage tragen Sie bei der Anbindung ein.' },
  );
}
