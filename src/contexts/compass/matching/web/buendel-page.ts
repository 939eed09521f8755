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
import { alert, button, emptyState, form, section, table, textLink } from '#ui';
import { quartalText } from '../../domain/matching/quartal.ts';
import { editorOf, managerOf } from '../../use-cases/editor.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { type BuendelListe, buendelFor } from '../use-cases/buendel.ts';
import { setEinwilligung, withdrawInteresse } from '../use-cases/buendel-interesse.ts';
import { sichtOf } from '../use-cases/sicht.ts';
import { buendelPart } from './buendel-list.ts';
import { gesagt, zeige } from './flashes.ts';

/** Kommunen with the same need in the same quarter. */
export function buendelRoutes(deps: MatchingDeps): readonly PageRoute[] {
  return [
    {
      capability: 'compass.bundles',
      method: 'GET',
      path: '/buendel',
      access: 'signed-in',
      handle: (request) => show(deps, request),
    },
    {
      capability: 'compass.bundle.consent',
      method: 'POST',
      path: '/buendel/einwilligung',
      access: { permission: 'compass.manage' },
      handle: (request) => consent(deps, request),
    },
    {
      capability: 'compass.interest.withdraw',
      method: 'POST',
      path: '/buendel/interesse/:leistung/zuruecknehmen',
      access: { permission: 'compass.stand.edit' },
      handle: (request) => withdraw(deps, request),
    },
  ];
}

async function show(deps: MatchingDeps, request: PageRequest): Promise<PageAnswer> {
  const sicht = await sichtOf(deps, request.principal);
  if (!sicht.ok) return refusal(sicht.refusal);
  return page(content(await buendelFor(deps, sicht.value), request));
}

async function consent(deps: MatchingDeps, { principal, form: values }: PageRequest): Promise<PageAnswer> {
  const editor = await managerOf(deps, principal);
  if (!editor.ok) return refusal(editor.refusal);
  const given = await setEinwilligung(deps, editor.value, values.get('einwilligung') === 'ja');
  return gesagt('/buendel', given ? 'eingewilligt' : 'widerrufen');
}

async function withdraw(deps: MatchingDeps, { principal, params }: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, principal);
  if (!editor.ok) return refusal(editor.refusal);
  const taken = await withdrawInteresse(deps, editor.value, params.leistung ?? '');
  return taken.ok ? gesagt('/buendel', 'zurueckgenommen') : refusal(taken.refusal);
}

function content(liste: BuendelListe, request: PageRequest): PageContent {
  const { sicht, einwilligung } = liste;
  const who = sicht.kommune?.name ?? 'Ihren Verbund';
  return {
    title: 'Bündel: gleicher Bedarf im gleichen Quartal',
    preline: `Für ${who}`,
    lead: 'Ein Bedarf ist eine Lücke mit einem geplanten Tag oder ein vorgemerktes Interesse. Genannt werden nur Kommunen, die dafür eingewilligt haben und ihren Stand mit dem Verbund teilen.',
    breadcrumb: [{ label: 'Umsetzungsstand', href: sicht.kommune ? '/stand' : '/ueberblick' }],
    ...zeige(request),
    wide: true,
    main: html`${einwilligung === null ? '' : consentPart(liste, request)}${section('Bündel', buendelPart(liste))}
      ${einwilligung === null ? '' : section('Ihr Bedarf', ownPart(liste, request), { id: 'bedarf' })}`,
    nextSteps: sicht.kommune
      ? [
          { label: 'Interesse an einer weiteren Leistung vormerken', href: '/stand/luecken' },
          { label: 'Umsetzungsstand', href: '/stand' },
        ]
      : [{ label: 'Betreute Kommunen', href: '/ueberblick' }],
  };
}

function consentPart({ einwilligung, sicht }: BuendelListe, { csrfToken, principal }: PageRequest) {
  if (einwilligung === null || sicht.kommune === null) return '';
  const { seit, betreuer } = einwilligung;
  const given = seit !== null;
  const may = principal?.permissions.has('compass.manage') === true;
  return section(
    'Einwilligung',
    html`<p class="kern-body">${
      given
        ? `${sicht.kommune.name} darf seit dem ${formatLocalDate(seit)} in Bündeln genannt werden.`
        : `${sicht.kommune.name} wird in keinem Bündel genannt und sieht deshalb auch die Namen anderer nicht.`
    }</p>${given && betreuer?.teilt !== true ? notShared(betreuer?.name ?? null) : ''}${
      may
        ? form(
            {
              action: '/buendel/einwilligung',
              csrfToken,
              label: 'Einwilligung für Bündel',
              hidden: { einwilligung: given ? 'nein' : 'ja' },
            },
            given
              ? button('Einwilligung widerrufen', { kind: 'secondary' })
              : button('In die Nennung in Bündeln einwilligen'),
          )
        : ''
    }`,
  );
}

function notShared(name: string | null) {
  return alert({
    kind: 'info',
    title: 'Noch wird Ihre Kommune nicht genannt',
    body:
      name === null
        ? 'Ihre Kommune wird von keinem IT-Dienstleister betreut; Bündel entstehen in einem Verbund.'
        : `Dazu muss Ihre Administration auch zustimmen, den Umsetzungsstand mit ${name} und dem Verbund zu teilen.`,
  });
}

function ownPart({ eigene }: BuendelListe, { csrfToken, principal }: PageRequest) {
  if (eigene.length === 0)
    return emptyState({
      title: 'Noch kein Bedarf',
      body: html`Planen Sie zu einer Lücke einen Tag, oder merken Sie unter ${textLink('/stand/luecken', 'Lücken')} Interesse vor.`,
    });
  const may = principal?.permissions.has('compass.stand.edit') === true;
  return table({
    caption: 'Ihr Bedarf',
    captionHidden: true,
    columns: [
      { label: 'Leistung', width: 'wide' },
      { label: 'Quartal' },
      { label: 'Woher' },
      { label: 'Weitere Kommunen', numeric: true },
      { label: 'Ändern' },
    ],
    rows: eigene.map(({ ort, quartal, woher, weitere }) => [
      textLink(`/stand/luecken/${ort.id}`, ort.name),
      quartalText(quartal),
      woher === 'plan' ? 'geplanter Tag' : 'vorgemerktes Interesse',
      String(weitere),
      woher === 'interesse' && may
        ? form(
            {
              action: `/buendel/interesse/${ort.id}/zuruecknehmen`,
              csrfToken,
              label: `Interesse an ${ort.name} zurücknehmen`,
            },
            button('Zurücknehmen', { kind: 'tertiary', small: true }),
          )
        : textLink(`/stand/${ort.id}`, 'Plan ändern'),
    ]),
  });
}
