import { html } from 'hono/html';
import { formatCents, formatLocalDate, parseLocalDate, type Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusedPage,
} from '#platform';
import {
  button,
  buttonRow,
  checkboxField,
  errorOf,
  form,
  inputField,
  pagination,
  refusalNotice,
  section,
  table,
} from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import type { Zahler } from '../domain/kostenplan.ts';
import { zahlerName, zahlerOf } from '../domain/zahler-name.ts';
import { invalid } from '../errors.ts';
import type { Manager } from '../use-cases/actors.ts';
import { type Planstand, savePlan } from '../use-cases/plan.ts';
import { teilnehmende, uebernimmAngebundene } from '../use-cases/plan-anlegen.ts';
import { done, flashOf, kosten, managerRoute, planHref } from './answers.ts';
import { withPlan } from './asked-plan.ts';

const perPage = 50;

/** Who pays for a service in a year, from when and to when. */
export function zahlerRoutes(deps: CostsDeps): readonly PageRoute[] {
  const path = '/kosten/:dienst/zahler';
  return [
    managerRoute(deps, 'costs.plan.save', 'GET', path, (who, request) =>
      withPlan(deps, who, request, async (stand) => show(request, stand, null)),
    ),
    managerRoute(deps, 'costs.plan.save', 'POST', path, (who, request) =>
      withPlan(deps, who, request, (stand) => save(deps, who, request, stand)),
    ),
    managerRoute(deps, 'costs.payers.connected', 'POST', `${path}/angebundene`, (who, request) =>
      withPlan(deps, who, request, async (stand) => {
        const taken = await uebernimmAngebundene(deps, who, stand);
        return taken.ok ? back(stand) : show(request, stand, taken.refusal);
      }),
    ),
  ];
}

function back({ plan: { dienst, jahr, art } }: Planstand): PageAnswer {
  return done(planHref(dienst, jahr, art, '/zahler'), 'plan');
}

async function save(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  stand: Planstand,
): Promise<PageAnswer> {
  const zahler = await readForm(deps, request.form);
  if ('code' in zahler) return show(request, stand, zahler);
  const { dienst, jahr, art, inhalt } = stand.plan;
  const others = inhalt.zahler.filter(({ kennung }) => kennung !== zahler.kennung);
  const gone = request.form.get('entfernen') === 'ja';
  const saved = await savePlan(deps, who, {
    ...{ dienst, jahr, art },
    grundlage: numberIn(request.form.get('grundlage')),
    inhalt: { ...inhalt, zahler: gone ? others : [...others, zahler] },
  });
  return saved.ok ? back(stand) : show(request, stand, saved.refusal);
}

async function readForm(deps: CostsDeps, sent: URLSearchParams): Promise<Zahler | Refusal> {
  const quelle = await deps.territory();
  const typed = formField(sent, 'zahler');
  const kennung = zahlerOf(quelle, typed) ?? quelle.bodiesByName.get(typed.toLowerCase())?.[0]?.ags ?? null;
  const wrong = [];
  if (kennung === null)
    wrong.push({ field: 'zahler', message: 'Bitte den AGS einer Kommune, ein Land oder „Bund“ angeben.' });
  const day = (field: 'von' | 'bis') => {
    const text = formField(sent, field);
    const parsed = parseLocalDate(text);
    if (text !== '' && !parsed.ok) wrong.push({ field, message: 'Bitte einen Tag angeben, den es gibt.' });
    return parsed.ok && text !== '' ? parsed.value : undefined;
  };
  const [von, bis] = [day('von'), day('bis')];
  if (von !== undefined && bis !== undefined && bis < von)
    wrong.push({ field: 'bis', message: 'Das Ende liegt vor dem Beginn. Bitte prüfen Sie beide Tage.' });
  if (wrong.length > 0 || kennung === null) return invalid(wrong);
  const gruppen = formField(sent, 'gruppen')
    .split(',')
    .map((text) => text.trim())
    .filter(Boolean);
  const name = zahlerName(quelle, kennung);
  return { kennung, name, gruppen: gruppen.length > 0 ? gruppen : [teilnehmende], von, bis, vertragAm: von };
}

function show(request: PageRequest, stand: Planstand, reason: Refusal | null): PageAnswer {
  const { plan, rechnung } = stand;
  const { dienst, jahr, art, inhalt } = plan;
  const here = planHref(dienst, jahr, art, '/zahler');
  const all = inhalt.zahler.toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const shown = Math.min(pages, Math.max(1, numberIn(request.query.get('seite'))));
  const amounts = new Map(rechnung.ok ? rechnung.value.zahlungen.map((one) => [one.kennung, one]) : []);
  const date = (day: Zahler['von']) => (day === undefined ? '' : formatLocalDate(day));
  const content = {
    title: 'Zahler',
    preline: `${inhalt.titel} ${jahr}`,
    lead: 'Wer zahlt, aus welcher Gruppe und in welchen Monaten. Jeder angefangene Monat zählt.',
    breadcrumb: [kosten, { label: `${inhalt.titel} ${jahr}`, href: planHref(dienst, jahr, art) }],
    wide: true,
    ...flashOf(request),
    main: html`${table({
      caption: `${all.length} Zahler`,
      columns: [
        { label: 'Zahler', width: 'wide' },
        { label: 'Kennung' },
        { label: 'Gruppe' },
        { label: 'Ab' },
        { label: 'Bis' },
        { label: 'Betrag', numeric: true },
      ],
      rows: all
        .slice((shown - 1) * perPage, shown * perPage)
        .map(({ kennung, name, gruppen, von, bis }) => [
          name,
          kennung,
          gruppen.join(', '),
          date(von) || 'Beginn',
          date(bis) || 'Ende',
          amounts.has(kennung) ? formatCents(amounts.get(kennung)?.brutto ?? 0n) : '–',
        ]),
      empty: html`<p class="kern-body">Noch kein Zahler.</p>`,
    })}${pagination({ page: shown, pages, href: (at) => `${here}&seite=${at}` })}${zahlerForm(request, plan, reason)}${form(
      {
        action: `/kosten/${dienst}/zahler/angebundene`,
        csrfToken: request.csrfToken,
        label: 'Angebundene Kommunen',
        hidden: { jahr: String(jahr), art },
      },
      buttonRow(button('Angebundene Kommunen aufnehmen', { kind: 'secondary' })),
    )}`,
  };
  return reason === null ? page(content) : refusedPage(content, reason);
}

function zahlerForm(
  { csrfToken, form: sent }: PageRequest,
  { dienst, jahr, art, fassung }: Planstand['plan'],
  reason: Refusal | null,
) {
  const base = (name: string) => ({
    name,
    value: formField(sent, name),
    error: errorOf(reason?.fields, name),
  });
  return section(
    'Zahler aufnehmen oder ändern',
    html`${refusalNotice(reason)}${form(
      {
        action: `/kosten/${dienst}/zahler#aufnehmen`,
        csrfToken,
        label: 'Zahler aufnehmen oder ändern',
        hidden: {
          ...{ jahr: String(jahr), art },
          grundlage: reason ? (sent.get('grundlage') ?? '0') : String(fassung),
        },
      },
      html`${inputField({ ...base('zahler'), label: 'Kommune, Land oder Bund', hint: 'AGS, zum Beispiel 05766044, oder der Name eines Landes. Wer schon zahlt, wird geändert.' })}${inputField(
        { ...base('von'), label: 'Nimmt teil ab', type: 'date', optional: true },
      )}${inputField({ ...base('bis'), label: 'Nimmt teil bis', type: 'date', optional: true })}${inputField({ ...base('gruppen'), label: 'Gruppen', optional: true, hint: 'Mit Komma getrennt; ohne Angabe „teilnehmende“.' })}${checkboxField({ name: 'entfernen', label: 'Aus diesem Plan entfernen', optional: true })}${buttonRow(button('Speichern'))}`,
    )}`,
    { id: 'aufnehmen' },
  );
}
