import { html } from 'hono/html';
import { evidenceLabel, type FieldProblem, formatLocalDate } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  alert,
  button,
  descriptionList,
  errorOf,
  errorSummary,
  externalLink,
  form,
  formatInstant,
  formatNumber,
  section,
  table,
  textareaField,
  textLink,
} from '#ui';
import { delegationPermissions } from '../../delegation-actions.ts';
import { befundText, periodText } from '../../delegation-errors.ts';
import { delegationsformLabel } from '../../domain/delegation.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import type { DutiesWorld } from '../../duties-world.ts';
import type { DelegationAngabe } from '../../store-delegation.ts';
import { bodyNames, delegationRow, wirkungOfDelegation } from '../../use-cases/answer-delegations.ts';
import { judged } from '../../use-cases/check-delegation.ts';
import { antwortText } from '../../views/antwort-text.ts';
import { paths } from './paths.ts';
import { angabeStand, angabeTitle } from './statements-page.ts';

export function statementContent(
  deps: DutiesDeps,
  world: DutiesWorld,
  angabe: DelegationAngabe,
  { principal, csrfToken }: PageRequest,
  problems: readonly FieldProblem[],
): PageContent {
  const open = angabe.entscheidung === null;
  const mayDecide = open && principal?.permissions.has(delegationPermissions.confirm) === true;
  const mine = principal?.actor === angabe.angegebenVon;
  return {
    title: angabeTitle(world, angabe),
    preline: 'Angabe zum Register',
    breadcrumb: [
      { label: 'Register der Übertragungen', href: paths.register },
      { label: 'Unsere Angaben', href: paths.statements },
    ],
    error: problems.length > 0,
    main: html`${errorSummary(problems)}${facts(deps, world, angabe)}
      ${open ? html`${hints(world, angabe)}${effect(deps, world, angabe)}` : ''}
      ${mayDecide ? (mine ? html`<p>Über eine eigene Angabe entscheidet eine zweite Person.</p>` : decisionForms(angabe.id, csrfToken, problems)) : ''}`,
    nextSteps: [{ label: 'Alle Angaben', href: paths.statements }],
  };
}

function facts(deps: DutiesDeps, world: DutiesWorld, angabe: DelegationAngabe) {
  const { inhalt, haus, angegebenAm, entschiedenAm, antwort, begruendung } = angabe;
  const when = entschiedenAm === null ? '' : `, ${formatInstant(entschiedenAm)}`;
  const common: Parameters<typeof descriptionList>[0] = [
    ['Angegeben', `von ${haus}, ${formatInstant(angegebenAm)}`],
    ['Stand', `${angabeStand(angabe)}${when}`],
    ['Antwort', antwort],
  ];
  if (inhalt.art === 'beenden')
    return descriptionList([
      ['Übertragung', textLink(paths.one(inhalt.zielId), inhalt.zielId)],
      ['Letzter Tag', formatLocalDate(inhalt.letzterTag)],
      ['Quelle', begruendung],
      ...common,
    ]);
  const { uebertragung } = inhalt;
  const row = delegationRow(world, uebertragung, deps.clock.today());
  const { source } = uebertragung;
  return descriptionList([
    ['Form', delegationsformLabel[inhalt.form]],
    ['Von', row.von],
    ['Auf', row.nach],
    ['Aufgaben', row.aufgaben],
    ['Gebiet', row.gebiet],
    ['Gilt', periodText(uebertragung.validFrom, uebertragung.validTo)],
    ['Norm', uebertragung.norm],
    ['Quelle', source.url ? externalLink(source.url, source.title) : source.title],
    ['Beleg', evidenceLabel[uebertragung.evidenz]],
    ['Anmerkung', uebertragung.note],
    ...common,
  ]);
}

/** What the check says of the statement beside the register as it is now. */
function hints(world: DutiesWorld, { inhalt }: DelegationAngabe) {
  const checked = judged(world, inhalt);
  if (!checked.ok)
    return alert({ kind: 'danger', title: 'So nicht zu bestätigen', body: checked.refusal.message });
  const { hinweise } = checked.value;
  if (hinweise.length === 0) return '';
  return alert({
    kind: 'warning',
    title: 'Bitte ansehen',
    body: html`<ul class="kern-list kern-list--bullet">${hinweise.map((each) => html`<li>${befundText(each, bodyNames(world))}</li>`)}</ul>`,
  });
}

const shown = 25;

function effect(deps: DutiesDeps, world: DutiesWorld, { inhalt }: DelegationAngabe) {
  const today = deps.clock.today();
  const rows = wirkungOfDelegation(world, inhalt, today);
  if (rows.length === 0)
    return section('Wen es betrifft', html`<p>Am ${formatLocalDate(today)} ändert sich keine Antwort.</p>`);
  const rest = rows.length - shown;
  return section(
    'Wen es betrifft',
    html`<p>Am ${formatLocalDate(today)} lauten ${formatNumber(rows.length)} Antworten anders.</p>${table({
      caption: 'Geänderte Antworten',
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Körperschaft' },
        { label: 'Leistung', width: 'wide' },
        { label: 'Vorher' },
        { label: 'Nachher' },
      ],
      rows: rows
        .slice(0, shown)
        .map(({ body, leistung, vorher, nachher }) => [
          body.name,
          leistung.name,
          antwortText(vorher),
          antwortText(nachher),
        ]),
    })}${rest > 0 ? html`<p>Und ${formatNumber(rest)} weitere.</p>` : ''}`,
  );
}

function decisionForms(id: string, csrfToken: string, problems: readonly FieldProblem[]) {
  const yes = form(
    { action: `${paths.statement(id)}/bestaetigen`, csrfToken, label: 'Bestätigen' },
    button('Bestätigen'),
  );
  const no = form(
    { action: `${paths.statement(id)}/ablehnen`, csrfToken, label: 'Ablehnen' },
    html`${textareaField({ name: 'antwort', label: 'Warum lehnen Sie ab?', rows: 3, maxLength: 1000, error: errorOf(problems, 'antwort') })}${button('Ablehnen', { kind: 'secondary' })}`,
  );
  return html`${section('Bestätigen', yes, { lead: 'Danach steht die Angabe im Register und zählt für alle Ansichten.' })}${section('Ablehnen', no)}`;
}
