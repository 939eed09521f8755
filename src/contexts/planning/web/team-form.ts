import { html } from 'hono/html';
import { nextQuartal, quartalOf, type Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  accordion,
  button,
  buttonRow,
  checkboxField,
  errorOf,
  fieldset,
  form,
  inputField,
  linkButton,
  refusalNotice,
  textareaField,
} from '#ui';
import { monateOf } from '../domain/quartale.ts';
import type { Team } from '../domain/team.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { CapacityOwner } from '../use-cases/actors.ts';
import { planung } from './answers.ts';
import { teamsPath } from './paths.ts';

interface Formular {
  readonly team: Team | null;
  readonly typed: ReadonlyMap<string, string>;
  readonly reason: Refusal | null;
}

export function formContent(
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
      { label: owner.kommune === null ? 'Teams' : 'Fachbereiche', href: teamsPath },
    ],
    main: html`${refusalNotice(reason)}${form(
      {
        action: team ? `${teamsPath}/${team.id}` : `${teamsPath}/neu`,
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
      })}${buttonRow(button('Speichern'), linkButton('Abbrechen', teamsPath, { kind: 'tertiary' }))}`,
    )}`,
  };
}
