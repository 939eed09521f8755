import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { alert, descriptionList, type Html, refusalNotice, section, table } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { angabeLabel, angabenDesZahlers, fehltDemZahler } from '../domain/rechnungsangaben.ts';
import type { Payer } from '../use-cases/actors.ts';
import { type EigeneAngaben, eigeneAngaben, gibEigeneAn, staterOf } from '../use-cases/eigene-angaben.ts';
import { angabenForm, angabenIn, changesText, verlaufSection } from './angaben-parts.ts';
import { done, eigeneAngabenPath, flashOf, kosten, payerRoute } from './answers.ts';

/** How bills are addressed to a Kommune, in its own words. */
export function eigeneAngabenRoutes(deps: CostsDeps): readonly PageRoute[] {
  return [
    payerRoute(deps, 'costs.particulars.own', eigeneAngabenPath, (who, request) =>
      show(deps, who, request, null),
    ),
    {
      capability: 'costs.particulars.own.save',
      method: 'POST',
      path: eigeneAngabenPath,
      access: { permission: 'costs.particulars' },
      handle: (request) => save(deps, request),
    },
  ];
}

async function save(deps: CostsDeps, request: PageRequest): Promise<PageAnswer> {
  const who = await staterOf(deps, request.principal);
  if (!who.ok) return refusal(who.refusal);
  const angaben = angabenIn(request.form, who.value.kommune.ags);
  const grundlage = numberIn(request.form.get('grundlage'));
  const saved = await gibEigeneAn(deps, who.value, { grundlage, angaben });
  return saved.ok ? done(eigeneAngabenPath, 'eigeneangaben') : show(deps, who.value, request, saved.refusal);
}

async function show(
  deps: CostsDeps,
  who: Payer,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const found = await eigeneAngaben(deps, who);
  const verlauf = found.fassungen.map((one, at) => ({
    ...one,
    vorher: found.fassungen[at + 1]?.angaben ?? null,
  }));
  const states = request.principal?.permissions.has('costs.particulars') === true;
  const content = {
    title: 'Rechnungsangaben',
    lead: `Wie Rechnungen an ${who.kommune.name} adressiert sind. Wer Ihnen Onlinedienste abrechnet, schreibt ab der nächsten XRechnung, was hier steht.`,
    breadcrumb: [kosten],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${states ? eigeneForm(request, who, found, reason) : gelesen(found)}${haeuser(found)}${verlaufSection('Wer was angegeben hat', verlauf)}`,
  };
  return reason === null ? page(content) : refusedPage(content, reason);
}

/** Before the Kommune said anything, the form begins with what a house has written so far. */
function eigeneForm(
  request: PageRequest,
  { kommune: { ags: kennung } }: Payer,
  { fassungen: [newest], haeuser: [first] }: EigeneAngaben,
  reason: Refusal | null,
): Html {
  const shown = { action: eigeneAngabenPath, cancelHref: '/kosten', kennung };
  const stand = { angaben: newest?.angaben ?? first?.angaben, fassung: newest?.fassung ?? 0 };
  return html`${
    newest
      ? ''
      : alert({
          kind: 'info',
          title: first ? 'Von Ihnen noch nicht bestätigt' : 'Noch nichts angegeben',
          body: first
            ? `In den Feldern steht, was ${first.haus} bisher auf Ihre Rechnungen schreibt. Bitte prüfen, ergänzen und speichern Sie es.`
            : 'Bitte geben Sie an, wohin Rechnungen gehen. Eine XRechnung braucht alle Angaben.',
        })
  }${angabenForm(request, { ...shown, ...stand }, reason)}`;
}

function gelesen({ fassungen: [newest] }: EigeneAngaben): Html {
  if (!newest)
    return alert({
      kind: 'info',
      title: 'Noch nichts angegeben',
      body: 'Die Rechnungsangaben geben Verwaltungsleitung und Kämmerei an.',
    });
  return descriptionList(
    angabenDesZahlers.map((name) => [angabeLabel[name], newest.angaben[name] || 'fehlt']),
  );
}

function haeuser({ fassungen: [newest], haeuser: houses }: EigeneAngaben): Html {
  if (houses.length === 0) return html``;
  return section(
    'So steht es auf Ihren Rechnungen',
    table({
      caption: 'Wer Ihnen abrechnet',
      captionHidden: true,
      columns: [{ label: 'IT-Dienstleister' }, { label: 'Weicht ab', width: 'wide' }, { label: 'Es fehlt' }],
      rows: houses.map(({ haus, angaben }) => [
        haus,
        newest
          ? changesText({ kennung: newest.kennung, angaben, vorher: newest.angaben }) || 'nichts'
          : 'von Ihnen noch nichts angegeben',
        fehltDemZahler(angaben).join(', ') || 'nichts',
      ]),
    }),
  );
}
