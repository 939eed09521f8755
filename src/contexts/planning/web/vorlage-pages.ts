import { html } from 'hono/html';
import type { FieldProblem, Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  badge,
  button,
  buttonRow,
  checkboxField,
  emptyState,
  errorOf,
  fieldset,
  form,
  inputField,
  linkButton,
  refusalNotice,
  selectField,
  table,
  textareaField,
  textLink,
} from '#ui';
import { formatTage, parseTage } from '../domain/tage.ts';
import type { Aufwandszeile, Vorlage, VorlageInhalt } from '../domain/vorlage.ts';
import { invalid, vorlageUnknown } from '../errors.ts';
import { kennungOf } from '../felder/massnahme-felder.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { saveVorlage, vorlagenOf } from '../use-cases/save-vorlage.ts';
import { done, flashOf, plannerRoute, planung } from './answers.ts';

const address = '/planung/aufwaende';
const leastRows = 6;

/** What each kind of Massnahme takes: a list, and a form for each. */
export function vorlageRoutes(deps: PlanningDeps): readonly PageRoute[] {
  const read = (planner: Planner, request: PageRequest) => show(deps, planner, request);
  const write = (planner: Planner, request: PageRequest) => save(deps, planner, request);
  return [
    plannerRoute(deps, 'planning.templates', 'GET', address, (planner, request) =>
      list(deps, planner, request),
    ),
    plannerRoute(deps, 'planning.template.save', 'GET', `${address}/neu`, read),
    plannerRoute(deps, 'planning.template.save', 'POST', `${address}/neu`, write),
    plannerRoute(deps, 'planning.template.save', 'GET', `${address}/:vorlage`, read),
    plannerRoute(deps, 'planning.template.save', 'POST', `${address}/:vorlage`, write),
  ];
}

async function list(deps: PlanningDeps, planner: Planner, request: PageRequest): Promise<PageAnswer> {
  const vorlagen = await vorlagenOf(deps, planner);
  return page({
    title: 'Aufwandsvorlagen',
    lead: 'Was eine Art von Maßnahme gewöhnlich braucht: einmal für alle und noch einmal je Kommune, je Fähigkeit.',
    breadcrumb: [planung],
    wide: true,
    ...flashOf(request),
    main: html`${table({
      caption: 'Aufwandsvorlagen',
      captionHidden: true,
      columns: [
        { label: 'Art' },
        { label: 'IT-Dienstleister' },
        { label: 'Kommune' },
        { label: 'Vorbereitung' },
      ],
      rows: vorlagen.map((vorlage) => [
        html`${textLink(`${address}/${vorlage.id}`, vorlage.name)}${vorlage.beendet ? html` ${badge('neutral', 'beendet')}` : ''}`,
        linesOf(vorlage, 'dienstleister'),
        linesOf(vorlage, 'kommune'),
        vorlage.vorbereitung.join('; ') || '–',
      ]),
      empty: emptyState({
        title: 'Noch keine Vorlage',
        body: 'Eine Vorlage genügt für den Anfang, zum Beispiel „EfA-Dienst anbinden“.',
      }),
    })}${buttonRow(linkButton('Vorlage anlegen', `${address}/neu`, { kind: 'secondary' }))}`,
  });
}

function linesOf({ zeilen }: Vorlage, seite: Aufwandszeile['seite']) {
  const rows = zeilen.filter((zeile) => zeile.seite === seite);
  if (rows.length === 0) return '–';
  return html`<ul class="kern-list kern-list--bullet">${rows.map(
    ({ faehigkeit, einmalig, jeKommune }) =>
      html`<li>${faehigkeit}: ${einmalig > 0 ? `${formatTage(einmalig)} einmalig, ` : ''}${formatTage(jeKommune)} je Kommune</li>`,
  )}</ul>`;
}

type Typed = ReadonlyMap<string, string>;

async function found(deps: PlanningDeps, planner: Planner, { params }: PageRequest) {
  if (params.vorlage === undefined) return null;
  return (await vorlagenOf(deps, planner)).find(({ id }) => id === params.vorlage) ?? vorlageUnknown;
}

async function show(deps: PlanningDeps, planner: Planner, request: PageRequest): Promise<PageAnswer> {
  const vorlage = await found(deps, planner, request);
  if (vorlage !== null && 'code' in vorlage) return refusal(vorlage);
  return page(formContent(request, vorlage, vorlage ? typedOf(vorlage) : new Map(), null));
}

async function save(deps: PlanningDeps, planner: Planner, request: PageRequest): Promise<PageAnswer> {
  const vorlage = await found(deps, planner, request);
  if (vorlage !== null && 'code' in vorlage) return refusal(vorlage);
  const typed = new Map([...request.form.keys()].map((name) => [name, formField(request.form, name)]));
  const again = (reason: Refusal) => refusedPage(formContent(request, vorlage, typed, reason), reason);
  const read = readForm(typed);
  if (!('name' in read)) return again(invalid(read));
  const wunsch = {
    id: vorlage?.id ?? kennungOf(read.name),
    grundlage: vorlage ? numberIn(request.form.get('grundlage')) : 0,
    inhalt: read,
  };
  const saved = await saveVorlage(deps, planner, wunsch);
  return saved.ok ? done(address, 'vorlage') : again(saved.refusal);
}

function typedOf({ name, zeilen, vorbereitung, beendet }: Vorlage): Typed {
  return new Map([
    ['name', name],
    ['vorbereitung', vorbereitung.join('\n')],
    ...(beendet ? ([['beendet', 'ja']] as const) : []),
    ...zeilen.flatMap(({ seite, faehigkeit, einmalig, jeKommune }, index) => [
      [`seite-${index}`, seite] as const,
      [`faehigkeit-${index}`, faehigkeit] as const,
      [`einmalig-${index}`, formatTage(einmalig)] as const,
      [`je-${index}`, formatTage(jeKommune)] as const,
    ]),
  ]);
}

function readForm(typed: Typed): VorlageInhalt | readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const text = (name: string) => typed.get(name) ?? '';
  if (text('name').length < 3 || text('name').length > 120)
    problems.push({ field: 'name', message: 'Der Name hat 3 bis 120 Zeichen.' });
  const tage = (field: string) => {
    const parsed = parseTage(text(field) || '0');
    if (!parsed.ok) problems.push({ field, message: parsed.refusal });
    return parsed.ok ? parsed.value : 0;
  };
  const zeilen = rowsOf(typed).flatMap((index): Aufwandszeile[] => {
    const faehigkeit = text(`faehigkeit-${index}`);
    if (faehigkeit === '') return [];
    const seite = text(`seite-${index}`) === 'kommune' ? 'kommune' : 'dienstleister';
    const einmalig = tage(`einmalig-${index}`);
    if (seite === 'kommune' && einmalig > 0)
      problems.push({
        field: `einmalig-${index}`,
        message: 'Bei einer Kommune gibt es keinen einmaligen Teil für alle.',
      });
    return [{ seite, faehigkeit, einmalig, jeKommune: tage(`je-${index}`) }];
  });
  if (zeilen.length === 0)
    problems.push({
      field: 'faehigkeit-0',
      message: 'Mindestens eine Zeile mit einer Fähigkeit wird gebraucht.',
    });
  const vorbereitung = text('vorbereitung')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (vorbereitung.some((line) => line.length < 3 || line.length > 300) || vorbereitung.length > 20)
    problems.push({ field: 'vorbereitung', message: 'Höchstens 20 Schritte mit je 3 bis 300 Zeichen.' });
  const inhalt = { name: text('name'), zeilen, vorbereitung, beendet: text('beendet') === 'ja' };
  return problems.length > 0 ? problems : inhalt;
}

function rowsOf(typed: Typed): readonly number[] {
  const given = [...typed.keys()].flatMap((name) => /^faehigkeit-(\d{1,2})$/.exec(name)?.[1] ?? []);
  const count = Math.min(20, Math.max(leastRows, ...given.map((index) => Number(index) + 1)));
  return Array.from({ length: count }, (_, index) => index);
}

function formContent(
  request: PageRequest,
  vorlage: Vorlage | null,
  typed: Typed,
  reason: Refusal | null,
): PageContent {
  const base = (name: string) => ({
    name,
    value: typed.get(name) ?? '',
    error: errorOf(reason?.fields, name),
  });
  return {
    title: vorlage ? vorlage.name : 'Vorlage anlegen',
    preline: 'Aufwandsvorlage',
    breadcrumb: [planung, { label: 'Aufwandsvorlagen', href: address }],
    main: html`${refusalNotice(reason)}${form(
      {
        action: vorlage ? `${address}/${vorlage.id}` : `${address}/neu`,
        csrfToken: request.csrfToken,
        label: 'Aufwandsvorlage',
        hidden: {
          grundlage: reason ? (request.form.get('grundlage') ?? '0') : String(vorlage?.fassung ?? 0),
        },
      },
      html`${inputField({ ...base('name'), label: 'Art der Maßnahme', maxLength: 120 })}${rowsOf(typed).map(
        (index) =>
          fieldset(
            `Aufwand ${index + 1}`,
            html`<div class="lw-months">${selectField({
              ...base(`seite-${index}`),
              label: 'Wer',
              placeholder: null,
              options: [
                { value: 'dienstleister', label: 'IT-Dienstleister' },
                { value: 'kommune', label: 'Fachbereich der Kommune' },
              ],
            })}${inputField({ ...base(`faehigkeit-${index}`), label: 'Fähigkeit', optional: index > 0, maxLength: 80 })}${inputField(
              { ...base(`einmalig-${index}`), label: 'Tage einmalig', optional: true, inputmode: 'decimal' },
            )}${inputField({ ...base(`je-${index}`), label: 'Tage je Kommune', optional: true, inputmode: 'decimal' })}</div>`,
          ),
      )}${textareaField({
        ...base('vorbereitung'),
        label: 'Was die Kommune vorher tut',
        hint: 'Ein Schritt je Zeile. Die Kommune liest das unter „Nächste Schritte“.',
        rows: 5,
        optional: true,
      })}${checkboxField({
        name: 'beendet',
        label: 'Für neue Maßnahmen nicht mehr verwenden',
        checked: typed.get('beendet') === 'ja',
      })}${buttonRow(button('Speichern'), linkButton('Abbrechen', address, { kind: 'tertiary' }))}`,
    )}`,
  };
}
