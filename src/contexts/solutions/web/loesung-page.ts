import { html } from 'hono/html';
import { type FieldProblem, formatLocalDate, type LocalDate } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageContent, type PageRequest } from '#platform';
import {
  alert,
  dateForm,
  descriptionList,
  errorSummary,
  evidenceBadge,
  externalLink,
  formatNumber,
  type Html,
  section,
  table,
  textLink,
} from '#ui';
import { efaKriterien, efaStand } from '../domain/efa-kriterien.ts';
import type { LoesungStand } from '../domain/loesung.ts';
import { euroText } from '../domain/loesung-input.ts';
import type { Nutzung } from '../domain/matching-gruende.ts';
import { artLabel, kriteriumLabel, niveauLabel, statusLabel, urteilLabel } from '../messages.ts';
import { type SolutionsDeps, solutionsPermissions } from '../solutions-deps.ts';
import { type FoundLoesung, findLoesung } from '../use-cases/find-loesung.ts';
import { endAndMergeForms } from './end-merge-forms.ts';
import { historyTable } from './history-table.ts';
import { leistungNames } from './leistung-names.ts';
import { paths } from './paths.ts';
import { efaText, type RegisterRow, rowOf, statusBadge } from './register-definition.ts';

/** One Lösung: what it is, what it contains, who uses it, what it said before. */
export function showLoesung(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  return loesungAnswer(deps, request, []);
}

/** The same page with what is wrong in one of its forms. */
export async function loesungAnswer(
  deps: SolutionsDeps,
  request: PageRequest,
  problems: readonly FieldProblem[],
): Promise<PageAnswer> {
  const date = dayOfAddress(request.query, deps.clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  const found = findLoesung(await deps.register(), request.params.id ?? '', date.value);
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  const { stand } = found.value;
  const nutzung = await deps.nutzung(request.principal, [stand.id]);
  const content = await contentOf(
    deps,
    request,
    found.value,
    date.value,
    nutzung.get(stand.id) ?? null,
    problems,
  );
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, content };
}

async function contentOf(
  deps: SolutionsDeps,
  request: PageRequest,
  { loesung, stand, aufgegangen }: FoundLoesung,
  date: LocalDate,
  nutzung: Nutzung | null,
  problems: readonly FieldProblem[],
): Promise<PageContent> {
  const row = rowOf(await deps.catalogue(), stand);
  const mayPropose = request.principal?.permissions.has(solutionsPermissions.propose) === true;
  const mayChange = mayPropose && stand.herkunft !== 'angebot';
  return {
    title: stand.inhalt.name,
    preline: artLabel[stand.inhalt.art],
    breadcrumb: [{ label: 'Lösungen', href: paths.register }],
    lead: `Stand am ${formatLocalDate(date)}.`,
    error: problems.length > 0,
    main: html`${errorSummary(problems)}${aufgegangen === null ? '' : merged(aufgegangen, stand)}${late(stand)}
      ${dateForm(paths.one(stand.id), date)}${facts(stand)}
      ${section(`Enthaltene Leistungen (${formatNumber(row.leistungen.length)})`, leistungen(row, stand), { id: 'leistungen' })}
      ${section('EfA-Mindestanforderungen', efa(stand), { id: 'efa' })}
      ${section('Wer sie nutzt', used(nutzung, stand), { id: 'nutzung' })}
      ${section('Fassungen', historyTable(loesung, await leistungNames(deps)), { id: 'fassungen' })}
      ${mayChange ? endAndMergeForms(stand, request, problems) : ''}`,
    nextSteps: nextSteps(stand, mayChange),
  };
}

function nextSteps({ id, herkunft }: LoesungStand, mayChange: boolean) {
  return [
    ...(mayChange ? [{ label: 'Änderung beitragen', href: paths.change(id) }] : []),
    ...(herkunft === 'angebot'
      ? [{ label: 'Zum Angebot des Onlinedienstes', href: `/onlinedienste/${id.replace(/^angebot-/, '')}` }]
      : []),
    { label: 'Alle Lösungen', href: paths.register },
  ];
}

function merged(from: string, { inhalt }: LoesungStand): Html {
  return alert({
    kind: 'info',
    title: `„${from}“ ist hier aufgegangen`,
    body: `Zwei Einträge meinten dieselbe Lösung. Was der andere sagte, steht in „${inhalt.name}“ und in den Fassungen.`,
  });
}

function late({ terminVerstrichen, inhalt }: LoesungStand): Html | '' {
  if (!terminVerstrichen || inhalt.verfuegbarAb === null) return '';
  return alert({
    kind: 'warning',
    title: 'Der geplante Tag ist vorbei',
    body: `Geplant war der ${formatLocalDate(inhalt.verfuegbarAb)}. Dass es die Lösung gibt, hat seither niemand gesagt; sie zählt weiter als „${statusLabel[inhalt.status]}“.`,
  });
}

function facts(stand: LoesungStand): Html {
  const { inhalt } = stand;
  const list = (values: readonly string[]) => values.join(', ');
  const { quelle } = inhalt;
  return descriptionList([
    ['Status', statusBadge(stand)],
    ['Verfügbar ab', inhalt.verfuegbarAb && formatLocalDate(inhalt.verfuegbarAb)],
    ['Letzter Tag', inhalt.endetAm && formatLocalDate(inhalt.endetAm)],
    ['Anbieter', inhalt.anbieter],
    ['Hersteller', inhalt.hersteller],
    ['Preis', inhalt.preisText],
    ['Preis einmalig', amount(inhalt.preisEinmaligCent)],
    ['Preis jährlich', amount(inhalt.preisJaehrlichCent)],
    ['Schnittstellen', list(inhalt.schnittstellen)],
    ['Benötigte Fachverfahren', list(inhalt.fachverfahren)],
    ['Voraussetzungen', inhalt.voraussetzungen],
    ['Mindest-Vertrauensniveau', inhalt.vertrauensniveau && niveauLabel[inhalt.vertrauensniveau]],
    ['Zahlverfahren', list(inhalt.zahlverfahren)],
    ['Portale', list(inhalt.portale)],
    ['Adresse', inhalt.url && externalLink(inhalt.url, inhalt.url)],
    ['Hinweis', inhalt.hinweis],
    ['Quelle', quelle.url ? externalLink(quelle.url, quelle.title) : quelle.title],
    ['Stand der Quelle', formatLocalDate(inhalt.quelleStand)],
    ['Beleg', evidenceBadge(inhalt.evidenz)],
    ['Kennung', stand.id],
  ]);
}

const euros = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

function amount(cents: number | null): string | null {
  return cents === null ? null : euros.format(Number(euroText(cents).replace(',', '.')));
}

function leistungen({ leistungen: named }: RegisterRow, { inhalt }: LoesungStand): Html {
  if (named.length === 0) return html`<p>Welche Leistungen sie enthält, ist nicht angegeben.</p>`;
  const level = (value: number | null) => (value === null ? 'keine Angabe' : String(value));
  return table({
    caption: 'Enthaltene Leistungen',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Leistung', width: 'wide' },
      { label: 'Status' },
      { label: 'Reifegrad 1.1 (0–4)', numeric: true },
      { label: 'Reifegrad 2.0 (0–7)', numeric: true },
      { label: 'Kommentar' },
    ],
    rows: inhalt.leistungen.map((each, index) => [
      textLink(`/katalog/leistungen/${each.leistungId}`, named[index]?.name ?? each.leistungId),
      statusLabel[each.status],
      level(each.reifegrad11),
      level(each.reifegrad20),
      each.kommentar ?? '–',
    ]),
  });
}

function efa(stand: LoesungStand): Html {
  const { unbekannt, von } = efaStand(stand.inhalt.efa);
  if (unbekannt === von)
    return html`<p>Keine Angabe: Niemand hat die ${formatNumber(von)} Anforderungen bisher beurteilt.</p>`;
  const open = unbekannt > 0 ? ` ${formatNumber(unbekannt)} ohne Angabe.` : '';
  return html`<p>Erfüllt: ${efaText(stand)}.${open}</p>${table({
    caption: 'EfA-Mindestanforderungen im Einzelnen',
    captionHidden: true,
    small: true,
    columns: [{ label: 'Anforderung', width: 'wide' }, { label: 'Urteil' }],
    rows: efaKriterien.map((each) => {
      const urteil = stand.inhalt.efa[each];
      return [kriteriumLabel[each], urteil === undefined ? 'keine Angabe' : urteilLabel[urteil]];
    }),
  })}`;
}

function used(nutzung: Nutzung | null, { herkunft }: LoesungStand): Html {
  if (nutzung === null)
    return html`<p>Keine Angabe. Gezählt werden nur Kommunen, die ihren Umsetzungsstand teilen.</p>`;
  const word = nutzung.kommunen === 1 ? 'Kommune' : 'Kommunen';
  const what = herkunft === 'angebot' ? 'haben diesen Onlinedienst live' : 'nutzen sie und teilen das';
  const verb =
    nutzung.kommunen === 1
      ? what.replace('haben', 'hat').replace('nutzen', 'nutzt').replace('teilen', 'teilt')
      : what;
  return html`<p>${formatNumber(nutzung.kommunen)} ${word} ${verb}.</p>`;
}
