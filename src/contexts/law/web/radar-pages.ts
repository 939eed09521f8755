import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, ok, type Result } from '#kernel';
import type { PageContent, PageRequest, PageRoute } from '#platform';
import { resolveBody } from '#territory';
import {
  type AnsweredList,
  barChart,
  dateForm,
  descriptionList,
  formatNumber,
  listPage,
  onDay,
  section,
  statTiles,
} from '#ui';
import { type Radar, type RadarLuecken, type RadarZeile, radarStaende } from '../domain/radar.ts';
import type { LawDeps } from '../law-world.ts';
import { radarOfBody } from '../use-cases/answer-radar.ts';
import { ask, listRoutes, pageRoute } from './ask.ts';
import { standLabel } from './labels.ts';
import { radarDefinition } from './radar-definition.ts';
import { type AskedRadar, breadcrumbOf, zeileContent } from './radar-zeile.ts';

/** What falls due for one Kommune, with lead times: chart, list, exports, and a page for each line. */
export function radarPages(deps: LawDeps): readonly PageRoute[] {
  const path = '/kommunen/:ags/radar';
  const asked = (request: PageRequest) => prepare(deps, request);
  return [
    ...listRoutes<RadarZeile, AskedRadar>(deps, { capability: 'law.radar', path }, asked, radarContent),
    pageRoute('law.radar', `${path}/:zeile`, async (request) => {
      const found = await asked(request);
      return found.ok ? zeileContent(found.value, request.params.zeile ?? '') : found;
    }),
  ];
}

async function prepare(deps: LawDeps, request: PageRequest): Promise<Result<AskedRadar>> {
  const asked = await ask(deps, request);
  if (!asked.ok) return asked;
  const { world, date } = asked.value;
  const found = resolveBody(world.territory, request.params.ags ?? '');
  if (!found.ok) return found;
  const body = found.value;
  const radar = radarOfBody(world, body, date);
  return ok({
    ...asked.value,
    body,
    radar,
    definition: radarDefinition(body.ags, date),
    rows: radar.zeilen,
    title: `Radar ${body.name}`,
    fileName: `radar-${body.ags}`,
  });
}

function radarContent(asked: AskedRadar, list: AnsweredList<RadarZeile>): PageContent {
  const { body, date, radar, definition } = asked;
  const action = `/kommunen/${body.ags}/radar`;
  return {
    title: `Radar: Was kommt auf ${body.name} zu?`,
    preline: 'OZG 2.0',
    lead: `Fristen mit Vorlauf und was schon heute nutzbar ist, für die Leistungen, die ${body.name} selbst vollzieht, ${onDay(date)}. Vorläufe sind Einschätzungen. Kein Rechtsrat.`,
    wide: true,
    breadcrumb: breadcrumbOf(body),
    main: html`${dateForm(action, date)}${tiles(asked)}
      ${section('Wann ist was dran?', chart(radar, action, date))}
      ${section(
        'Im Einzelnen',
        listPage(definition, list.result, {
          action,
          caption: `Radar von ${body.name}`,
          problems: list.problems,
          noun: ['Punkt', 'Punkte'],
        }),
      )}
      ${section('Was ist noch nicht entschieden?', luecken(radar.luecken))}`,
    nextSteps: [
      { label: 'Alle Register und Fristen', href: `/ozg2?datum=${date}` },
      { label: `Pflichten von ${body.name}`, href: `/kommunen/${body.ags}/pflichten?datum=${date}` },
    ],
  };
}

function tiles({ radar }: AskedRadar) {
  const count = (stand: RadarZeile['stand']) =>
    formatNumber(radar.zeilen.filter((zeile) => zeile.stand === stand).length);
  const next = radar.zeilen.find(({ stand }) => stand === 'jetzt' || stand === 'kommt');
  return statTiles([
    { label: 'Jetzt beginnen', value: count('jetzt'), note: 'Der Vorlauf läuft' },
    { label: 'Gilt schon', value: count('gilt'), note: 'Regeln, die weiter gelten' },
    { label: 'Jederzeit nutzbar', value: count('jederzeit'), note: 'Register nennen eigene Leistungen' },
    { label: 'Kommt', value: count('kommt'), note: 'Der Vorlauf hat noch nicht begonnen' },
    {
      label: 'Als Nächstes',
      value: next?.faelligAm ? formatLocalDate(next.faelligAm) : 'nichts',
      note: next?.titel ?? 'Keine offene Frist',
    },
  ]);
}

function chart({ zeilen }: Radar, action: string, date: LocalDate) {
  return barChart({
    id: 'radar-stand',
    caption: 'Punkte nach Stand',
    description: `${zeilen.length} Punkte, ${onDay(date)}.`,
    parts: radarStaende.map((stand) => ({
      label: standLabel[stand],
      value: zeilen.filter((zeile) => zeile.stand === stand).length,
      href: `${action}?datum=${date}&stand=${stand}#liste`,
    })),
  });
}

/** What nobody has read or decided: a count is no all-clear. */
function luecken(all: RadarLuecken) {
  const of = (count: number) => `${formatNumber(count)} von ${formatNumber(all.eigene)} Leistungen`;
  return descriptionList([
    ['Ohne Angabe zur Schriftform', of(all.ohneSchriftform)],
    ['Ohne Angabe zum Bescheid', of(all.ohneBescheid)],
    ['Ohne Angabe zur Nutzergruppe', of(all.ohneNutzergruppe)],
    ['Nicht entschieden, ob nur noch elektronisch', of(all.digitalOnlyOffen)],
    ['Ohne Marke zum EU-Anhang II im Katalog', of(all.ohneNachweisMarke)],
  ]);
}
