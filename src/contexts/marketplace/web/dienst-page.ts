import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { pageContents, refusalNotice } from '#ui';
import { kriterienstand } from '../domain/mindestkriterien.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { showInterest } from '../use-cases/interesse.ts';
import { type Dienstseite, readDienstseite } from '../use-cases/read-dienst.ts';
import { bestellendeOf } from '../use-cases/wer.ts';
import { done, flashOf } from './answers.ts';
import { aboutSection, criteriaSection, documentsSection, pricesSection } from './dienst-facts.ts';
import { gapsSection, needsSection } from './dienst-needs.ts';
import { costSection, nextSection } from './dienst-own.ts';
import { dienstHref, kriterienText, krumeMarkt } from './parts.ts';

const prepare = { permission: 'marketplace.prepare' } as const;

/** One service: what it costs this Kommune, what it needs, how long it takes, which gaps it closes, and the next step. */
export function dienstRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  return [
    {
      capability: 'marketplace.show',
      method: 'GET',
      path: '/marktplatz/:dienst',
      access: 'public',
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'marketplace.interest',
      method: 'POST',
      path: '/marktplatz/:dienst/interesse',
      access: prepare,
      handle: (request) => receive(deps, request, true),
    },
    {
      capability: 'marketplace.interest',
      method: 'POST',
      path: '/marktplatz/:dienst/interesse/zurueckziehen',
      access: prepare,
      handle: (request) => receive(deps, request, false),
    },
  ];
}

async function show(
  deps: MarketplaceDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const found = await readDienstseite(deps, request.principal, request.params.dienst ?? '');
  if (!found.ok) return refusal(found.refusal);
  const shown = content(found.value, request, reason);
  return reason === null ? page(shown) : refusedPage(shown, reason);
}

async function receive(
  deps: MarketplaceDeps,
  request: PageRequest,
  interessiert: boolean,
): Promise<PageAnswer> {
  const wer = await bestellendeOf(deps, request.principal, 'vorbereiten');
  if (!wer.ok) return refusal(wer.refusal);
  const dienst = request.params.dienst ?? '';
  const wort = { dienst, interessiert, bemerkung: formField(request.form, 'bemerkung') };
  const said = await showInterest(deps, wer.value, wort);
  if (said.ok) return done(dienstHref(dienst), interessiert ? 'interesse' : 'interesse-zurueck');
  return said.refusal.kind === 'not-found' ? refusal(said.refusal) : show(deps, request, said.refusal);
}

/** What stands below the price and the next step. */
function furtherParts({ eigene, offering, dokumente, parameter, pruefliste, inhalt }: Dienstseite) {
  return [
    { id: 'luecken', label: eigene === null ? 'Diese Leistungen deckt er ab' : 'Welche Lücken er schließt' },
    {
      id: 'bedarf',
      label: 'Was er braucht und wie lange es dauert',
      note: `${parameter.length} Angaben${pruefliste === null ? '' : `, ${pruefliste.length} Punkte bis zum Start`}`,
    },
    {
      id: 'kriterien',
      label: 'EfA-Mindestkriterien',
      note: kriterienText(kriterienstand(inhalt.kriterien)),
    },
    ...(offering.preise.length === 0 ? [] : [{ id: 'preisblatt', label: 'Preisblatt' }]),
    {
      id: 'dokumente',
      label: 'Dokumente',
      note: dokumente.length === 0 ? 'noch keine' : String(dokumente.length),
    },
    { id: 'angebot', label: 'Angebot und Leistungsgüte' },
  ];
}

function content(seite: Dienstseite, request: PageRequest, reason: Refusal | null): PageContent {
  const { angebot } = seite.offering;
  const { data, dienst } = angebot;
  return {
    title: data.title,
    preline: 'Marktplatz',
    lead: data.summary,
    wide: true,
    breadcrumb: [krumeMarkt],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${costSection(seite)}${nextSection(seite, request, reason)}${pageContents(furtherParts(seite))}${gapsSection(seite)}${needsSection(seite)}${criteriaSection(seite)}${pricesSection(seite)}${documentsSection(seite)}${aboutSection(seite)}`,
    nextSteps: [
      ...(seite.probierbar
        ? [{ label: 'Formular ausprobieren', href: `${dienstHref(dienst)}/formular` }]
        : []),
      { label: 'Welche Normen er abdeckt und wer ihn nutzt', href: `/onlinedienste/${dienst}` },
      ...(seite.pflegt
        ? [
            { label: 'Angaben und Preise pflegen', href: `${dienstHref(dienst)}/pflegen` },
            {
              label: 'Wer daran Interesse hat',
              href: `/interessierte?${new URLSearchParams({ dienst: data.title })}`,
            },
          ]
        : []),
      { label: 'Alle Onlinedienste', href: '/marktplatz' },
    ],
  };
}
