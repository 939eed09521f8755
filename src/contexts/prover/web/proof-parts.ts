import { html } from 'hono/html';
import type { Saetze } from '#forms/bedingungen';
import { accordion, alert, badge, emptyState, type Html, section, statTiles, table } from '#ui';
import { type Finding, findingKinds } from '../finding.ts';
import type { Proof } from '../prove.ts';
import { pathInWords } from '../views.ts';
import { stelleInWorten } from './stelle-in-worten.ts';

/** A proof as part of a page: what it says in one sentence, the findings with what shows them, what stayed open. */
export function proofParts(proof: Proof, satz: Saetze = () => null): Html {
  const errors = proof.findings.filter(({ severity }) => severity === 'error');
  const warnings = proof.findings.filter(({ severity }) => severity === 'warning');
  return html`${verdict(errors.length, warnings.length)}${section('Auf einen Blick', tiles(proof, errors.length, warnings.length))}${
    proof.findings.length > 0
      ? section('Was gefunden wurde', findingsTable([...errors, ...warnings], satz))
      : ''
  }${openQuestions(proof)}${section('Was geprüft wurde', checked(proof))}`;
}

function verdict(errors: number, warnings: number): Html {
  if (errors > 0)
    return alert({
      kind: 'danger',
      title: `So kann der Onlinedienst nicht veröffentlicht werden: ${errors} Fehler`,
      body: html`<p class="kern-body">Bei jedem Fehler steht, wo er ist, womit man ihn sieht und wie man ihn behebt.</p>`,
    });
  if (warnings > 0)
    return alert({
      kind: 'warning',
      title: 'Keine Fehler, aber Hinweise',
      body: html`<p class="kern-body">Veröffentlichen ist möglich. Sehen Sie sich die Hinweise vorher an.</p>`,
    });
  return alert({ kind: 'success', title: 'Keine Fehler und keine Hinweise' });
}

function tiles({ variants, visited, undecided }: Proof, errors: number, warnings: number): Html {
  const pages = new Set(visited.map(({ page }) => page)).size;
  return statTiles([
    { label: 'Fehler', value: String(errors) },
    { label: 'Hinweise', value: String(warnings) },
    { label: 'Nicht entschieden', value: String(undecided.length) },
    { label: 'Seiten aufgerufen', value: String(pages) },
    { label: 'Fassungen geprüft', value: String(variants.length) },
  ]);
}

function findingsTable(findings: readonly Finding[], satz: Saetze): Html {
  return table({
    caption: 'Funde',
    captionHidden: true,
    columns: [{ label: 'Fund', width: 'wide' }, { label: 'Art', width: 'narrow' }, { label: 'Gilt für' }],
    rows: findings.map((finding) => [
      findingCell(finding, satz),
      kindBadge(finding),
      variantsCell(finding.variants),
    ]),
  });
}

function kindBadge({ severity, kind }: Finding): Html {
  const { label } = findingKinds[kind];
  return html`${badge(severity === 'error' ? 'danger' : 'warning', severity === 'error' ? 'Fehler' : 'Hinweis')}<p class="kern-body kern-body--small">${label}</p>`;
}

function findingCell(finding: Finding, satz: Saetze): Html {
  const { message, remedy, place, because } = finding;
  const path = pathInWords(finding);
  return html`<p class="kern-body"><strong>${message}</strong></p>
<p class="kern-body">${remedy}</p>
<p class="kern-body kern-body--small kern-body--muted">Stelle: ${stelleInWorten(place)}</p>
${lines(
  'Weil',
  because.map((each) => grund(each, satz)),
)}${path.length === 0 ? '' : accordion({ title: 'Antworten, mit denen man es sieht', body: listOf(path) })}`;
}

/** `pages[1].condition: art = 'x'` as people read it. */
function grund(because: string, satz: Saetze): string {
  const [, place = '', source = ''] = /^([\w.[\]]+): (.*)$/s.exec(because) ?? [];
  const said = place === '' ? null : satz(place, source);
  return said === null ? stelleInWorten(because) : `${stelleInWorten(place)}: wenn ${said}`;
}

function lines(title: string, items: readonly string[]): Html | '' {
  if (items.length === 0) return '';
  return html`<p class="kern-body kern-body--small">${title}:</p>${listOf(items)}`;
}

function listOf(items: readonly string[]): Html {
  return html`<ul class="kern-list kern-list--bullet">${items.map(
    (item) => html`<li class="kern-body--small"><code class="lw-long-address">${item}</code></li>`,
  )}</ul>`;
}

function variantsCell(variants: readonly string[]): string {
  const shown = variants.slice(0, 4).join(', ');
  return variants.length > 4 ? `${shown} und ${variants.length - 4} weitere` : shown;
}

function openQuestions({ undecided }: Proof): Html | '' {
  if (undecided.length === 0) return '';
  const rows = undecided.map(({ question, place, cases }) => [
    question,
    stelleInWorten(place),
    String(cases),
  ]);
  return section(
    'Nicht entschieden',
    table({
      caption: 'Offene Fragen',
      captionHidden: true,
      columns: [{ label: 'Frage', width: 'wide' }, { label: 'Stelle' }, { label: 'Fälle', numeric: true }],
      rows,
    }),
    {
      lead: 'Hier wurde die Suche nach so vielen Fällen abgebrochen. Das ist weder ein Fehler noch ein Beweis.',
    },
  );
}

function checked({ variants, visited }: Proof): Html {
  if (visited.length === 0)
    return emptyState({
      title: 'Keine Seite aufgerufen',
      body: 'Die Definition ist nicht schlüssig; deshalb gibt es noch keine Seiten.',
    });
  return html`<p class="kern-body lw-measure">Geprüft wurde, ob jede Seite, jedes Feld und jede Auswahl erscheinen kann, ob es überall weitergeht, ob jede Gebühr einen Betrag hat, ob Texte lesbar und Seiten ohne Barriere sind. Bewiesen ist es für alle Antworten, vom Tag der Prüfung an für ein Jahr.</p>
<ul class="kern-list kern-list--bullet">${variants.map((name) => html`<li>${name}</li>`)}</ul>`;
}
