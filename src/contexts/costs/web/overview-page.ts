import { html } from 'hono/html';
import { formatCents, type Refusal } from '#kernel';
import { formField, type PageAnswer, type PageRequest, type PageRoute, page, refusedPage } from '#platform';
import {
  button,
  buttonRow,
  emptyState,
  errorOf,
  form,
  inputField,
  linkButton,
  refusalNotice,
  section,
  selectField,
  statTiles,
  table,
  textLink,
} from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { kontostand } from '../domain/kontostand.ts';
import { zustandLabel } from '../messages.ts';
import type { Manager, Payer } from '../use-cases/actors.ts';
import { abrechnungenOf, eigeneAnteile } from '../use-cases/anteile.ts';
import { eigeneDienste, plaeneOf } from '../use-cases/plan.ts';
import { legePlanAn } from '../use-cases/plan-anlegen.ts';
import {
  angabenPath,
  eigeneAngabenPath,
  flashOf,
  foerderungPath,
  managerRoute,
  planHref,
  readerRoute,
  schluesselPath,
} from './answers.ts';
import { zustandBadge } from './bill-parts.ts';

/** What services cost: plans and bills of a house, or what a Kommune pays. */
export function overviewRoutes(deps: CostsDeps): readonly PageRoute[] {
  return [
    readerRoute(deps, 'costs.plans', '/kosten', (reader, request) =>
      reader.art === 'kommune' ? ofKommune(deps, reader.payer) : ofHouse(deps, reader.manager, request, null),
    ),
    managerRoute(deps, 'costs.plan.begin', 'POST', '/kosten', (who, request) => begin(deps, who, request)),
  ];
}

async function begin(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const jahr = Number(formField(request.form, 'jahr'));
  const art = request.form.get('art') === 'ist' ? 'ist' : 'plan';
  if (!Number.isInteger(jahr) || jahr < 2000 || jahr > 2100) {
    const message = 'Bitte ein Jahr von 2000 bis 2100 angeben.';
    const reason = {
      kind: 'invalid',
      code: 'COSTS_INVALID',
      message,
      fields: [{ field: 'jahr', message }],
    } as const;
    return ofHouse(deps, who, request, reason);
  }
  const made = await legePlanAn(deps, who, { dienst: formField(request.form, 'dienst'), jahr, art });
  if (made.ok) return { kind: 'redirect', to: planHref(made.value.dienst, jahr, art, '/aendern') };
  return ofHouse(deps, who, request, made.refusal);
}

async function ofHouse(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const [plaene, bills, dienste] = await Promise.all([
    plaeneOf(deps, who),
    abrechnungenOf(deps, who),
    eigeneDienste(deps, who),
  ]);
  const billOf = (dienst: string, jahr: number) =>
    bills.find((one) => one.dienst === dienst && one.jahr === jahr && one.zustand !== 'verworfen');
  const content = {
    title: 'Kosten',
    lead: 'Was Onlinedienste kosten, nach welchen Schlüsseln das verteilt wird und was abgerechnet ist.',
    wide: true,
    ...flashOf(request),
    main: html`${table({
      caption: 'Kostenpläne',
      captionHidden: true,
      columns: [
        { label: 'Onlinedienst', width: 'wide' },
        { label: 'Jahr', numeric: true },
        { label: 'Angaben' },
        { label: 'Positionen', numeric: true },
        { label: 'Zahler', numeric: true },
        { label: 'Abrechnung' },
      ],
      rows: plaene.map(({ dienst, jahr, art, inhalt }) => {
        const bill = art === 'plan' ? billOf(dienst, jahr) : undefined;
        return [
          textLink(planHref(dienst, jahr, art), inhalt.titel),
          String(jahr),
          art === 'plan' ? 'geplant' : 'tatsächlich',
          String(inhalt.positionen.length),
          String(inhalt.zahler.length),
          bill
            ? html`${textLink(`/abrechnungen/${bill.id}`, bill.nummer ?? 'Entwurf')} ${zustandBadge(bill.zustand)}`
            : 'keine',
        ];
      }),
      empty: emptyState({
        title: 'Noch kein Kostenplan',
        body: 'Legen Sie unten einen an: welcher Dienst, welches Jahr.',
      }),
    })}${planForm(request, dienste, reason, deps.clock.today().slice(0, 4))}`,
    nextSteps: [
      { label: 'Abrechnungen', href: '/abrechnungen' },
      { label: 'Verteilungsschlüssel', href: schluesselPath },
      { label: 'Rechnungsangaben für XRechnungen', href: angabenPath },
      { label: 'Gezählte Nutzung', href: '/kosten/nutzung' },
      { label: 'Förderprogramme', href: foerderungPath },
    ],
  };
  return reason === null ? page(content) : refusedPage(content, reason);
}

function planForm(
  { csrfToken, form: sent }: PageRequest,
  dienste: Awaited<ReturnType<typeof eigeneDienste>>,
  reason: Refusal | null,
  jahr: string,
) {
  return section(
    'Kostenplan anlegen',
    html`${refusalNotice(reason)}${form(
      { action: '/kosten#anlegen', csrfToken, label: 'Kostenplan anlegen' },
      html`${selectField({
        name: 'dienst',
        label: 'Onlinedienst',
        value: formField(sent, 'dienst'),
        options: dienste.map(({ dienst, titel }) => ({ value: dienst, label: titel })),
        error: errorOf(reason?.fields, 'dienst'),
      })}${inputField({
        name: 'jahr',
        label: 'Jahr',
        value: formField(sent, 'jahr') || jahr,
        inputmode: 'numeric',
        width: 'narrow',
        maxLength: 4,
        error: errorOf(reason?.fields, 'jahr'),
      })}${selectField({
        name: 'art',
        label: 'Angaben',
        placeholder: null,
        value: formField(sent, 'art'),
        options: [
          { value: 'plan', label: 'geplante Kosten' },
          { value: 'ist', label: 'tatsächliche Kosten, zum Vergleich am Jahresende' },
        ],
      })}${buttonRow(button('Anlegen', { kind: 'secondary' }))}`,
    )}`,
    { id: 'anlegen', lead: 'Gibt es schon einen Plan dieses Dienstes, beginnt der neue mit dessen Angaben.' },
  );
}

async function ofKommune(deps: CostsDeps, who: Payer): Promise<PageAnswer> {
  const anteile = (await eigeneAnteile(deps, who)).filter(({ gilt }) => gilt);
  const jahr = Math.max(0, ...anteile.map((one) => one.jahr));
  const current = anteile.filter((one) => one.jahr === jahr);
  const sum = (of: (one: (typeof current)[number]) => bigint) =>
    current.reduce((all, one) => all + of(one), 0n);
  return page({
    title: 'Kosten',
    lead: `Was ${who.kommune.name} für Onlinedienste zahlt. Sie sehen nur Ihren eigenen Anteil.`,
    wide: true,
    main:
      anteile.length === 0
        ? emptyState({
            title: 'Noch keine Abrechnung',
            body: 'Hier steht, was ein Onlinedienst Sie kostet, sobald ein IT-Dienstleister ihn abgerechnet hat. Im Budget können Sie schon vorher rechnen.',
            action: linkButton('Zum Budget', '/kosten/budget'),
          })
        : html`${statTiles([
            {
              label: `Abgerechnet für ${jahr}`,
              value: formatCents(sum(({ bruttoCent }) => bruttoCent)),
              note: `${current.length === 1 ? 'Eine Abrechnung' : `${current.length} Abrechnungen`}, mit Umsatzsteuer`,
              href: '/abrechnungen',
            },
            {
              label: 'Davon offen',
              value: formatCents(sum((one) => kontostand(one).offenCent)),
              href: '/abrechnungen',
            },
          ])}${table({
            caption: 'Onlinedienste und was sie kosten',
            columns: [
              { label: 'Onlinedienst', width: 'wide' },
              { label: 'Jahr', numeric: true },
              { label: 'Betrag', numeric: true },
              { label: 'Stand' },
            ],
            rows: anteile.map((one) => [
              textLink(`/abrechnungen/${one.abrechnung}`, one.titel),
              String(one.jahr),
              formatCents(one.bruttoCent),
              kontostand(one).offenCent <= 0n ? zustandLabel.bezahlt : 'offen',
            ]),
          })}`,
    nextSteps: [
      { label: 'Budget für fünf Jahre', href: '/kosten/budget' },
      { label: 'Alle Abrechnungen', href: '/abrechnungen' },
      { label: 'Eigene Nutzung', href: '/kosten/nutzung' },
      { label: 'Rechnungsangaben Ihrer Kommune', href: eigeneAngabenPath },
      { label: 'Förderprogramme', href: foerderungPath },
    ],
  });
}
