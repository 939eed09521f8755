import { html } from 'hono/html';
import { formatLocalDate, localDate, type Refusal } from '#kernel';
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
import {
  alert,
  button,
  buttonRow,
  emptyState,
  errorOf,
  form,
  formatInstant,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  selectField,
  table,
  textareaField,
  textLink,
} from '#ui';
import type { ConnectionDeps } from '../connection-deps.ts';
import { type Zweck, zwecke } from '../domain/zweck.ts';
import { zweckLabel } from '../messages.ts';
import { titelDerDienste } from '../use-cases/dienst-titel.ts';
import { hinterlegen, listZugangsdaten, type Verwahrer, verwahrerOf } from '../use-cases/zugangsdaten.ts';
import { done, flashOf } from './parts.ts';

const address = '/zugangsdaten';
const access = { permission: 'connection.secrets' } as const;

/** What a house has entered, without values, and entering more. */
export function zugangsdatenRoutes(deps: ConnectionDeps): readonly PageRoute[] {
  return [
    {
      capability: 'connection.secrets',
      method: 'GET',
      path: address,
      access,
      handle: (request) => withKeeper(request, (keeper) => show(deps, keeper, request, null)),
    },
    {
      capability: 'connection.secrets.keep',
      method: 'POST',
      path: address,
      access,
      handle: (request) => withKeeper(request, (keeper) => keep(deps, keeper, request)),
    },
  ];
}

/** Answers for somebody who keeps secrets; whoever does not is told why. */
export async function withKeeper(
  { principal }: Pick<PageRequest, 'principal'>,
  run: (keeper: Verwahrer) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const keeper = verwahrerOf(principal);
  return keeper.ok ? run(keeper.value) : refusal(keeper.refusal);
}

async function keep(deps: ConnectionDeps, keeper: Verwahrer, request: PageRequest): Promise<PageAnswer> {
  const kept = await hinterlegen(deps, keeper, {
    name: formField(request.form, 'name'),
    zweck: formField(request.form, 'zweck'),
    dienst: formField(request.form, 'dienst'),
    wert: request.form.get('wert') ?? '',
    gueltigBis: formField(request.form, 'gueltigBis'),
  });
  return kept.ok ? done(address, 'hinterlegt') : show(deps, keeper, request, kept.refusal);
}

async function show(
  deps: ConnectionDeps,
  keeper: Verwahrer,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const titel = await titelDerDienste(deps);
  const rows = (await listZugangsdaten(deps, keeper)).map(
    ({ id, name, purpose, subject, validUntil, enteredAt, enteredBy }) => [
      textLink(`${address}/${id}`, name),
      labelOf(purpose),
      fuerText(subject, titel),
      formatInstant(enteredAt),
      enteredBy === keeper.actor ? 'von Ihnen' : 'von einem anderen Konto',
      validUntil === null ? '–' : formatLocalDate(localDate(validUntil)),
    ],
  );
  const content: PageContent = {
    title: 'Zugangsdaten',
    lead: 'Passwörter, Schlüssel und Zertifikate für Anbindungen. Hier kommt etwas hinein und nichts wieder heraus.',
    wide: true,
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${alert({
      kind: 'info',
      title: 'Nach dem Speichern sieht sie niemand mehr.',
      body: 'Gezeigt werden nur Name, Zweck, wer sie wann eingegeben hat und bis wann sie gelten. Leitwerk benutzt sie allein für Prüfungen.',
    })}${table({
      caption: 'Hinterlegte Zugangsdaten',
      columns: [
        { label: 'Name', width: 'wide' },
        { label: 'Zweck' },
        { label: 'Für' },
        { label: 'Eingegeben am' },
        { label: 'Eingegeben' },
        { label: 'Gilt bis' },
      ],
      rows,
      empty: emptyState({
        title: 'Noch nichts hinterlegt',
        body: 'Unten hinterlegen Sie die ersten Zugangsdaten.',
      }),
    })}${section('Zugangsdaten hinterlegen', keepForm(request, titel, reason))}`,
    nextSteps: [{ label: 'Fristen', href: '/fristen' }],
  };
  return reason ? refusedPage(content, reason) : page(content);
}

/** A purpose in words. */
export function labelOf(purpose: string): string {
  const known = zwecke.find((each): each is Zweck => each === purpose);
  return known ? zweckLabel[known] : purpose;
}

/** For what a secret counts: a service by its name, or the whole house. */
export function fuerText(subject: string, titel: ReadonlyMap<string, string>): string {
  return subject === '' ? 'ganzes Haus' : (titel.get(subject) ?? subject);
}

function keepForm(
  { form: typed, csrfToken }: PageRequest,
  titel: ReadonlyMap<string, string>,
  reason: Refusal | null,
) {
  const problems = problemsOf(reason);
  return form(
    { action: address, csrfToken, label: 'Zugangsdaten hinterlegen' },
    html`${inputField({
      name: 'name',
      label: 'Name',
      hint: 'Zum Beispiel „ePayBL Produktion“. Bitte nichts Geheimes.',
      value: typed.get('name'),
      maxLength: 100,
      error: errorOf(problems, 'name'),
    })}${selectField({
      name: 'zweck',
      label: 'Zweck',
      options: zwecke.map((value) => ({ value, label: zweckLabel[value] })),
      value: typed.get('zweck'),
      error: errorOf(problems, 'zweck'),
    })}${selectField({
      name: 'dienst',
      label: 'Für welchen Onlinedienst?',
      placeholder: 'für das ganze Haus',
      optional: true,
      options: [...titel].map(([value, label]) => ({ value, label })),
      value: typed.get('dienst'),
      error: errorOf(problems, 'dienst'),
    })}${valueField(problems)}${dayField(typed.get('gueltigBis'), problems)}${buttonRow(button('Versiegelt hinterlegen'))}`,
  );
}

type Problems = ReturnType<typeof problemsOf>;

/** Where a value is typed: empty however the page came about, so that no answer ever carries one. */
export function valueField(problems: Problems) {
  return textareaField({
    name: 'wert',
    label: 'Zugangsdaten',
    hint: 'Passwort, Schlüssel oder Zertifikat im Format PEM. Die Eingabe erscheint danach nirgends wieder.',
    value: '',
    rows: 4,
    maxLength: 20_000,
    error: errorOf(problems, 'wert'),
  });
}

/** Until when they hold; where others are replaced, with the last day of those, which goes with them. */
export function dayField(value: string | null, problems: Problems, bisher: string | null = null) {
  return inputField({
    name: 'gueltigBis',
    label: 'Gilt bis',
    type: 'date',
    optional: true,
    hint: `Bei einem Zertifikat gilt sein eigenes Ende. Leer: ohne Ende, und niemand wird erinnert.${bisher === null ? '' : ` Die bisherigen gelten bis zum ${formatLocalDate(localDate(bisher))}.`}`,
    value,
    error: errorOf(problems, 'gueltigBis'),
  });
}
