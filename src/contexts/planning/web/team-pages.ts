import { html } from 'hono/html';
import {
  type FieldProblem,
  formatQuartal,
  nextQuartal,
  type Quartal,
  quartalOf,
  type Refusal,
} from '#kernel';
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
  accordion,
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
  section,
  table,
  textareaField,
  textLink,
} from '#ui';
import { monateOf } from '../domain/quartale.ts';
import { formatTage, parseTage } from '../domain/tage.ts';
import { kapazitaetIn, type Team, type TeamInhalt } from '../domain/team.ts';
import { invalid, teamUnknown } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { type CapacityOwner, capacityOwnerOf } from '../use-cases/actors.ts';
import { saveTeam, teamsFor } from '../use-cases/save-team.ts';
import { done, flashOf, planung } from './answers.ts';

const address = '/planung/teams';

/** Teams and Fachbereiche with their person-days: a list, and a form for each. */
export function teamRoutes(deps: PlanningDeps): readonly PageRoute[] {
  const route = (
    capability: string,
    method: 'GET' | 'POST',
    path: string,
    act: (owner: CapacityOwner, request: PageRequest) => Promise<PageAnswer>,
  ): PageRoute => ({
    capability,
    method,
    path,
    access: 'signed-in',
    handle: async (request) => {
      const owner = await capacityOwnerOf(deps, request.principal);
      return owner.ok ? act(owner.value, request) : refusal(owner.refusal);
    },
  });
  const read = (owner: CapacityOwner, request: PageRequest) => show(deps, owner, request);
  const write = (owner: CapacityOwner, request: PageRequest) => save(deps, owner, request);
  return [
    route('planning.teams', 'GET', address, (owner, request) => list(deps, owner, request)),
    route('planning.team.save', 'GET', `${address}/neu`, read),
    route('planning.team.save', 'POST', `${address}/neu`, write),
    route('planning.team.save', 'GET', `${address}/:team`, read),
    route('planning.team.save', 'POST', `${address}/:team`, write),
  ];
}

async function list(deps: PlanningDeps, owner: CapacityOwner, request: PageRequest): Promise<PageAnswer> {
  const teams = await teamsFor(deps, owner);
  const kreis =
    owner.kommune === null ? await deps.kreis(owner.actor, { tenant: owner.tenant, name: '' }) : [];
  const namen = new Map(kreis.map(({ ags, name }) => [ags, name]));
  const first = quartalOf(deps.clock.today());
  const quartale = [1, 2, 3, 4].map((step) => nextQuartal(first, step));
  const [own, others] = [
    teams.filter(({ ags }) => ags === (owner.kommune?.ags ?? null)),
    teams.filter(({ ags }) => ags !== (owner.kommune?.ags ?? null)),
  ];
  const noun = owner.kommune === null ? 'Team' : 'Fachbereich';
  const add = linkButton(`${noun} angeben`, `${address}/neu`, { kind: 'secondary' });
  return page({
    title: owner.kommune === null ? 'Teams und ihre Personentage' : 'Personentage der Fachbereiche',
    lead: 'Angegeben wird je Team, nie je Person. Fehlt jemand, sind es in dem Monat weniger Tage; ein Grund steht hier nicht.',
    breadcrumb:
      owner.kommune === null ? [planung] : [{ label: 'Nächste Schritte', href: '/naechste-schritte' }],
    wide: true,
    ...flashOf(request),
    main: html`${section(
      owner.kommune === null ? 'Eigene Teams' : 'Eigene Fachbereiche',
      html`${teamTable(own, quartale, null, emptyState({ title: `Noch kein ${noun}`, body: 'Ohne Personentage lässt sich nicht planen.' }))}${buttonRow(add)}`,
    )}${
      owner.kommune === null
        ? section(
            'Fachbereiche der Kommunen',
            teamTable(
              others,
              quartale,
              namen,
              emptyState({
                title: 'Noch keine Angaben',
                body: 'Hier stehen die Fachbereiche der Kommunen, die ihren Stand mit Ihnen teilen und Personentage angegeben haben.',
              }),
            ),
          )
        : ''
    }`,
  });
}

function teamTable(
  teams: readonly Team[],
  quartale: readonly Quartal[],
  namen: ReadonlyMap<string, string> | null,
  empty: ReturnType<typeof emptyState>,
) {
  return table({
    caption: 'Personentage je Quartal',
    captionHidden: true,
    columns: [
      { label: namen ? 'Fachbereich' : 'Team' },
      ...(namen ? [{ label: 'Kommune' }] : []),
      { label: 'Kann' },
      ...quartale.map((quartal) => ({ label: formatQuartal(quartal), numeric: true })),
    ],
    rows: teams.map((team) => [
      namen
        ? team.name
        : html`${textLink(`${address}/${team.id}`, team.name)}${team.beendet ? html` ${badge('neutral', 'beendet')}` : ''}`,
      ...(namen ? [namen.get(team.ags ?? '') ?? team.ags ?? ''] : []),
      team.faehigkeiten.join(', ') || '–',
      ...quartale.map((quartal) => formatTage(kapazitaetIn(team, quartal))),
    ]),
    empty,
  });
}

async function ownTeam(deps: PlanningDeps, owner: CapacityOwner, { params }: PageRequest) {
  if (params.team === undefined) return null;
  const teams = await teamsFor(deps, owner);
  return (
    teams.find(({ id, ags }) => id === params.team && ags === (owner.kommune?.ags ?? null)) ?? teamUnknown
  );
}

async function show(deps: PlanningDeps, owner: CapacityOwner, request: PageRequest): Promise<PageAnswer> {
  const team = await ownTeam(deps, owner, request);
  if (team !== null && 'code' in team) return refusal(team);
  return page(
    formContent(deps, owner, request, { team, typed: team ? typedOf(team) : new Map(), reason: null }),
  );
}

async function save(deps: PlanningDeps, owner: CapacityOwner, request: PageRequest): Promise<PageAnswer> {
  const team = await ownTeam(deps, owner, request);
  if (team !== null && 'code' in team) return refusal(team);
  const typed = new Map([...request.form.keys()].map((name) => [name, formField(request.form, name)]));
  const again = (reason: Refusal) =>
    refusedPage(formContent(deps, owner, request, { team, typed, reason }), reason);
  const read = readForm(typed, team);
  if (!('name' in read)) return again(invalid(read));
  const grundlage = numberIn(request.form.get('grundlage'));
  const saved = await saveTeam(deps, owner, { id: team?.id ?? null, grundlage, inhalt: read });
  return saved.ok ? done(address, 'team') : again(saved.refusal);
}

function typedOf({
  name,
  faehigkeiten,
  monatlich,
  abweichungen,
  beendet,
}: Team): ReadonlyMap<string, string> {
  return new Map([
    ['name', name],
    ['faehigkeiten', faehigkeiten.join('\n')],
    ['monatlich', formatTage(monatlich)],
    ...(beendet ? ([['beendet', 'ja']] as const) : []),
    ...Object.entries(abweichungen).map(([monat, tage]) => [`monat-${monat}`, formatTage(tage)] as const),
  ]);
}

/** What the form says, or what is wrong with it. Months that the form does not show stay as they were. */
function readForm(
  typed: ReadonlyMap<string, string>,
  before: Team | null,
): TeamInhalt | readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const tageOf = (field: string, text: string) => {
    const parsed = parseTage(text);
    if (!parsed.ok) problems.push({ field, message: parsed.refusal });
    return parsed.ok ? parsed.value : 0;
  };
  const name = typed.get('name') ?? '';
  if (name.length < 2 || name.length > 120)
    problems.push({ field: 'name', message: 'Der Name hat 2 bis 120 Zeichen.' });
  const faehigkeiten = [
    ...new Set((typed.get('faehigkeiten') ?? '').split(/[\n,]/).map((one) => one.trim())),
  ].filter(Boolean);
  if (faehigkeiten.length > 40 || faehigkeiten.some((one) => one.length < 2 || one.length > 80))
    problems.push({ field: 'faehigkeiten', message: 'Höchstens 40 Fähigkeiten mit je 2 bis 80 Zeichen.' });
  const monatlich = tageOf('monatlich', typed.get('monatlich') ?? '');
  const shown = [...typed].filter(([field]) => field.startsWith('monat-'));
  const abweichungen = { ...before?.abweichungen };
  for (const [field, text] of shown) {
    const monat = field.slice('monat-'.length);
    if (text === '') delete abweichungen[monat];
    else abweichungen[monat] = tageOf(field, text);
  }
  const inhalt = { name, faehigkeiten, monatlich, abweichungen, beendet: typed.get('beendet') === 'ja' };
  return problems.length > 0 ? problems : inhalt;
}

interface Formular {
  readonly team: Team | null;
  readonly typed: ReadonlyMap<string, string>;
  readonly reason: Refusal | null;
}

function formContent(
  deps: PlanningDeps,
  owner: CapacityOwner,
  request: PageRequest,
  { team, typed, reason }: Formular,
): PageContent {
  const noun = owner.kommune === null ? 'Team' : 'Fachbereich';
  const first = quartalOf(deps.clock.today());
  const monate = Array.from({ length: 9 }, (_, step) => monateOf(nextQuartal(first, step))).flat();
  const base = (name: string) => ({
    name,
    value: typed.get(name) ?? '',
    error: errorOf(reason?.fields, name),
  });
  const monthFields = (list: readonly string[]) =>
    html`<div class="lw-months">${list.map((monat) =>
      inputField({
        ...base(`monat-${monat}`),
        label: `${monat.slice(5)}/${monat.slice(0, 4)}`,
        inputmode: 'decimal',
        width: 'narrow',
      }),
    )}</div>`;
  return {
    title: team ? team.name : `${noun} angeben`,
    preline: noun,
    breadcrumb: [
      ...(owner.kommune === null ? [planung] : []),
      { label: owner.kommune === null ? 'Teams' : 'Fachbereiche', href: address },
    ],
    main: html`${refusalNotice(reason)}${form(
      {
        action: team ? `${address}/${team.id}` : `${address}/neu`,
        csrfToken: request.csrfToken,
        label: noun,
        hidden: { grundlage: reason ? (request.form.get('grundlage') ?? '0') : String(team?.fassung ?? 0) },
      },
      html`${inputField({ ...base('name'), label: 'Name', maxLength: 120 })}${textareaField({
        ...base('faehigkeiten'),
        label: 'Was das Team kann',
        hint: 'Eine Fähigkeit je Zeile, mit denselben Wörtern wie in den Aufwandsvorlagen.',
        rows: 4,
        optional: true,
      })}${inputField({
        ...base('monatlich'),
        label: 'Personentage in einem gewöhnlichen Monat',
        hint: 'Was für diese Arbeit frei ist, nicht alle Arbeitstage.',
        inputmode: 'decimal',
        width: 'narrow',
      })}${fieldset(
        'Andere Monate (freiwillig)',
        html`${monthFields(monate.slice(0, 12))}${accordion({ title: 'Spätere Monate', body: monthFields(monate.slice(12)) })}`,
        { hint: 'Nur wo es mehr oder weniger Tage sind. Bitte keinen Grund und keine Person nennen.' },
      )}${checkboxField({
        name: 'beendet',
        label: noun === 'Team' ? 'Das Team nimmt nichts mehr an' : 'Der Fachbereich nimmt nichts mehr an',
        checked: typed.get('beendet') === 'ja',
      })}${buttonRow(button('Speichern'), linkButton('Abbrechen', address, { kind: 'tertiary' }))}`,
    )}`,
  };
}
