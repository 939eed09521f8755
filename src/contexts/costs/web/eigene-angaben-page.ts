import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  alert,
  button,
  buttonRow,
  descriptionList,
  form,
  formatInstant,
  type Html,
  linkButton,
  refusalNotice,
  section,
  table,
} from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { type Angabe, angabeLabel, angabenDesZahlers, fehltDemZahler } from '../domain/rechnungsangaben.ts';
import type { Payer } from '../use-cases/actors.ts';
import { type EigeneAngaben, eigeneAngaben, gibEigeneAn, staterOf } from '../use-cases/eigene-angaben.ts';
import { angabenFields, changedFields, changesText } from './angaben-parts.ts';
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
  const angaben: Partial<Record<Angabe, string>> = Object.fromEntries(
    angabenDesZahlers.map((name) => [name, formField(request.form, name)]),
  );
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
  const states = request.principal?.permissions.has('costs.particulars') === true;
  const content = {
    title: 'Rechnungsangaben',
    lead: `Wie Rechnungen an ${who.kommune.name} adressiert sind. Wer Ihnen Onlinedienste abrechnet, schreibt ab der nächsten XRechnung, was hier steht.`,
    breadcrumb: [kosten],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${states ? eigeneForm(request, who, found, reason) : gelesen(found)}${haeuser(found)}${verlauf(found, who.kommune.ags)}`,
  };
  return reason === null ? page(content) : refusedPage(content, reason);
}

/** Before the Kommune said anything, the form begins with what a house has written so far. */
function eigeneForm(
  { csrfToken, form: sent }: PageRequest,
  { kommune: { ags } }: Payer,
  { fassungen: [newest], haeuser: [first] }: EigeneAngaben,
  reason: Refusal | null,
): Html {
  const stand = newest?.angaben ?? first?.angaben;
  const textOf = (name: Angabe) => (reason ? formField(sent, name) : (stand?.[name] ?? ''));
  const grundlage = reason ? (sent.get('grundlage') ?? '0') : String(newest?.fassung ?? 0);
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
  }${form(
    { action: eigeneAngabenPath, csrfToken, label: 'Rechnungsangaben', hidden: { grundlage } },
    html`${angabenFields(ags, textOf, reason)}${buttonRow(button('Speichern'), linkButton('Abbrechen', '/kosten', { kind: 'tertiary' }))}`,
  )}`;
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

function verlauf({ fassungen }: EigeneAngaben, kennung: string): Html {
  if (fassungen.length === 0) return html``;
  const before = (at: number) => fassungen[at + 1]?.angaben ?? null;
  return section(
    'Wer was angegeben hat',
    table({
      caption: 'Fassungen',
      captionHidden: true,
      columns: [
        { label: 'Fassung', numeric: true },
        { label: 'Angegeben' },
        { label: 'Von' },
        { label: 'Geändert', width: 'wide' },
      ],
      rows: fassungen.map(({ fassung, angegebenAm, wer, angaben }, at) => {
        const one = { kennung, angaben, vorher: before(at) };
        return [
          String(fassung),
          formatInstant(angegebenAm),
          wer,
          changedFields(one).length === 0 ? 'nichts' : changesText(one),
        ];
      }),
    }),
  );
}
