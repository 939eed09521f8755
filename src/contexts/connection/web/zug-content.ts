import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  type AnsweredList,
  button,
  emptyState,
  form,
  formatNumber,
  type Html,
  type ListDefinition,
  listPage,
  progress,
  refusalNotice,
  section,
  statTiles,
} from '#ui';
import {
  bilanzOf,
  type Ergebnis,
  hasLeftSomething,
  isAtWork,
  type Sammelzeile,
} from '../domain/sammellauf.ts';
import { ergebnisLabel, laufzustandLabel, zurueckText } from '../messages-cockpit.ts';
import type { Laufstand } from '../use-cases/sammel-steuern.ts';
import { cockpitPath, dienstPath, zugPath } from './cockpit-paths.ts';
import { type Namen, wishOf } from './zug-auftrag.ts';

/** The worker is at it. */
export function isWaiting({ lauf }: Laufstand): boolean {
  return isAtWork(lauf.zustand);
}

/** How far the worker is, for the page and for its script. */
export function zugStanding(stand: Laufstand) {
  const { vorgang } = stand;
  return {
    value: vorgang?.percent ?? 100,
    max: 100,
    text: vorgang?.message ?? '',
    done: !isWaiting(stand) || vorgang?.state === 'done' || vorgang?.state === 'failed',
  };
}

/** One step for many: its preview, its progress, or what came of it. */
export function zugContent(
  stand: Laufstand,
  definition: ListDefinition<Sammelzeile>,
  answered: AnsweredList<Sammelzeile>,
  { csrfToken }: PageRequest,
  { namen, reason }: { readonly namen: Namen; readonly reason: Refusal | null },
): PageContent {
  const { lauf, zeilen } = stand;
  const here = zugPath(lauf.id);
  const list = listPage(definition, answered.result, {
    action: here,
    caption: lauf.titel,
    files: `${here}/kommunen`,
    problems: answered.problems,
    noun: ['Kommune', 'Kommunen'],
    emptyState: emptyState({ title: 'Keine Kommune', body: 'Diese Auswahl trifft keine Kommune.' }),
  });
  return {
    title: lauf.titel,
    preline: 'Zug',
    lead: leadOf(stand),
    wide: true,
    breadcrumb: [
      { label: 'Cockpit', href: cockpitPath },
      { label: namen.dienst, href: dienstPath(lauf.dienst) },
      { label: 'Zug' },
    ],
    main: html`${refusalNotice(reason)}${isWaiting(stand) ? waiting(stand, csrfToken) : ''}${tiles(zeilen)}${wishOf(lauf, namen)}${actions(stand, csrfToken)}${section('Kommunen', list)}`,
    nextSteps: [{ label: 'Cockpit des Onlinedienstes', href: dienstPath(lauf.dienst) }],
  };
}

function leadOf({ lauf, zeilen }: Laufstand): string {
  const { offen, ausgelassen, erledigt, teilweise, gescheitert } = bilanzOf(zeilen);
  const many = (zahl: number) => (zahl === 1 ? '1 Kommune' : `${formatNumber(zahl)} Kommunen`);
  switch (lauf.zustand) {
    case 'vorschau':
      return `Vorschau: ${many(offen)} an der Reihe, ${formatNumber(ausgelassen)} ausgelassen. Noch ist nichts geändert.`;
    case 'laeuft':
    case 'nimmt-zurueck':
      return 'Der Zug läuft. Sie können die Seite verlassen; er geht auch nach einem Neustart weiter.';
    case 'abgebrochen':
      return `Abgebrochen. ${many(offen)} noch an der Reihe. Sie können fortsetzen oder zurücknehmen.`;
    case 'fertig':
      return `Fertig: ${many(erledigt)} erledigt, ${formatNumber(teilweise)} nicht ganz am Ziel, ${formatNumber(gescheitert)} gescheitert.`;
    case 'zurueckgenommen':
      return 'Zurückgenommen, soweit in den Kommunen danach nichts geschah.';
  }
}

function waiting({ lauf, vorgang }: Laufstand, csrfToken: string): Html {
  const here = zugPath(lauf.id);
  return progress({
    label: laufzustandLabel[lauf.zustand],
    value: vorgang?.percent ?? 0,
    max: 100,
    text: vorgang?.message ?? '',
    pollUrl: `${here}/stand`,
    doneUrl: here,
    cancel: { action: `${here}/abbrechen`, csrfToken, hint: 'Was bis dahin geschehen ist, bleibt.' },
  });
}

function tiles(zeilen: readonly Sammelzeile[]): Html {
  const bilanz = bilanzOf(zeilen);
  return statTiles(
    Object.entries(ergebnisLabel).flatMap(([key, label]) => {
      const zahl = bilanz[key as Ergebnis];
      return zahl === 0 ? [] : [{ label, value: formatNumber(zahl), href: `?ergebnis=${key}#liste` }];
    }),
  );
}

function actions({ lauf, zeilen }: Laufstand, csrfToken: string): Html {
  const here = zugPath(lauf.id);
  const { offen, gescheitert, teilweise } = bilanzOf(zeilen);
  const left = offen + (lauf.zustand === 'vorschau' ? 0 : gescheitert + teilweise);
  const parts: Html[] = [];
  const begin = lauf.zustand === 'vorschau' ? 'Zug beginnen' : 'Fortsetzen';
  const may = ['vorschau', 'abgebrochen', 'fertig'].includes(lauf.zustand);
  if (may && left > 0)
    parts.push(form({ action: `${here}/beginnen`, csrfToken }, button(`${begin} (${formatNumber(left)})`)));
  const back = zeilen.filter(hasLeftSomething).length;
  if (may && back > 0)
    parts.push(
      form(
        { action: `${here}/zuruecknehmen`, csrfToken },
        html`<p class="kern-body lw-measure">${zurueckText[lauf.auftrag.art]}</p>${button(`Alles zurücknehmen (${formatNumber(back)})`, { kind: 'secondary' })}`,
      ),
    );
  return parts.length === 0 ? html`` : html`<div class="lw-stack">${parts}</div>`;
}
