import { html } from 'hono/html';
import { alert, badge, emptyState, type Html, section, statTiles, table } from '#ui';
import type { Change, ChangeClass } from '../change/change.ts';
import { classLabel, policyLabel, ruleText } from '../messages.ts';
import type { Difference } from '../use-cases/read-difference.ts';

const kinds = { sicher: 'success', zuordnung: 'warning', bruch: 'danger' } as const;
const order: Readonly<Record<ChangeClass, number>> = { bruch: 0, zuordnung: 1, sicher: 2 };

/** What changes between two versions and what becomes of drafts, as part of a page. */
export function differenceParts(difference: Difference): Html {
  const { changes, uncovered } = difference;
  if (changes.length === 0)
    return emptyState({
      title: 'Kein Unterschied',
      body: 'Begonnene Anträge merken von dieser Fassung nichts.',
    });
  return html`${verdict(uncovered)}${section('Änderungen', changesTable(changes))}${section('Übergang', transitionParts(difference))}${section('Probelauf', dryRunParts(difference), { lead: 'Gezählt an dem, was von begonnenen Anträgen offen liegt: welche Fragen beantwortet sind, nie womit.' })}`;
}

function verdict(uncovered: readonly Change[]): Html {
  if (uncovered.length === 0) return alert({ kind: 'success', title: 'Für jede Änderung ist gesorgt' });
  return alert({
    kind: 'warning',
    title: `Für ${uncovered.length} ${uncovered.length === 1 ? 'Änderung' : 'Änderungen'} fehlt eine Regel`,
    body: html`<p class="kern-body">Ohne Regel stehen diese Antworten nach dem Umzug nicht mehr im Formular. Im Entwurf bleiben sie erhalten.</p>`,
  });
}

function changesTable(changes: readonly Change[]): Html {
  return table({
    caption: 'Änderungen',
    captionHidden: true,
    columns: [
      { label: 'Änderung', width: 'wide' },
      { label: 'Was das heißt' },
      { label: 'Klasse', width: 'narrow' },
    ],
    rows: changes
      .toSorted((a, b) => order[a.class] - order[b.class])
      .map(({ class: kind, what, why, suggestion }) => [
        html`<p class="kern-body">${what}</p>${suggestion ? html`<p class="kern-body kern-body--small kern-body--muted">Vorschlag: ${ruleText(suggestion)}</p>` : ''}`,
        why,
        badge(kinds[kind], classLabel[kind]),
      ]),
  });
}

function transitionParts({ transition, dryRun }: Difference): Html {
  if (!transition)
    return html`<p class="kern-body lw-measure">Es sind keine Regeln veröffentlicht. Begonnene Anträge ziehen dann beim nächsten Besuch um, außer eine Änderung ist ein Bruch: Dann bleiben sie bei ihrer Fassung.</p>`;
  const { policy, cutoff, cutoffBasis, rules } = transition;
  return html`<p class="kern-body lw-measure">${policyLabel[policy]}${cutoff ? ` Ab dem ${cutoff} gilt nur die neue Fassung (${cutoffBasis ?? 'ohne Norm'}).` : ''}</p>${
    rules.length === 0
      ? ''
      : table({
          caption: 'Regeln',
          columns: [
            { label: 'Regel', width: 'wide' },
            { label: 'Anträge', numeric: true },
          ],
          rows: rules.map((rule, index) => [ruleText(rule), String(dryRun.byRule[index] ?? 0)]),
        })
  }`;
}

function dryRunParts({ dryRun, from }: Difference): Html {
  const { drafts, untouched, mapped, losing } = dryRun;
  return statTiles([
    { label: `Begonnen in Fassung ${from}`, value: String(drafts) },
    { label: 'bleiben, wie sie sind', value: String(untouched) },
    { label: 'ändert eine Regel', value: String(mapped) },
    { label: 'verlieren eine Antwort', value: String(losing) },
  ]);
}
