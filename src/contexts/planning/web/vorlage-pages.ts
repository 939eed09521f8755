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
import { badge, buttonRow, emptyState, linkButton, table, textLink } from '#ui';
import { invalid, vorlageUnknown } from '../errors.ts';
import { kennungOf } from '../felder/massnahme-felder.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { saveVorlage, vorlagenOf } from '../use-cases/save-vorlage.ts';
import { done, flashOf, plannerRoute, planung } from './answers.ts';
import { vorlagenPath } from './paths.ts';
import { formContent } from './vorlage-form.ts';
import { linesOf, readForm, typedOf } from './vorlage-form-input.ts';

/** What each kind of Massnahme takes: a list, and a form for each. */
export function vorlageRoutes(deps: PlanningDeps): readonly PageRoute[] {
  const read = (planner: Planner, request: PageRequest) => show(deps, planner, request);
  const write = (planner: Planner, request: PageRequest) => save(deps, planner, request);
  return [
    plannerRoute(deps, 'planning.templates', 'GET', vorlagenPath, (planner, request) =>
      list(deps, planner, request),
    ),
    plannerRoute(deps, 'planning.template.save', 'GET', `${vorlagenPath}/neu`, read),
    plannerRoute(deps, 'planning.template.save', 'POST', `${vorlagenPath}/neu`, write),
    plannerRoute(deps, 'planning.template.save', 'GET', `${vorlagenPath}/:vorlage`, read),
    plannerRoute(deps, 'planning.template.save', 'POST', `${vorlagenPath}/:vorlage`, write),
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
        html`${textLink(`${vorlagenPath}/${vorlage.id}`, vorlage.name)}${vorlage.beendet ? html` ${badge('neutral', 'beendet')}` : ''}`,
        linesOf(vorlage, 'dienstleister'),
        linesOf(vorlage, 'kommune'),
        vorlage.vorbereitung.join('; ') || '–',
      ]),
      empty: emptyState({
        title: 'Noch keine Vorlage',
        body: 'Eine Vorlage genügt für den Anfang, zum Beispiel „EfA-Dienst anbinden“.',
      }),
    })}${buttonRow(linkButton('Vorlage anlegen', `${vorlagenPath}/neu`, { kind: 'secondary' }))}`,
  });
}

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
  return saved.ok ? done(vorlagenPath, 'vorlage') : again(saved.refusal);
}
