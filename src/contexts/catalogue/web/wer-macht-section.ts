import { html } from 'hono/html';
import { descriptionList, evidenceBadge, formatNumber, glossaryTerm, type Html, textLink } from '#ui';
import type { Catalogue, Leistung } from '../domain/catalogue.ts';
import { explainLeistung } from '../domain/explain-leistung.ts';
import { regelungOf } from '../domain/regelung.ts';
import { messages } from '../messages.ts';
import type { VollzugView } from '../views/vollzug.ts';

/** The two axes of a Leistung: who regulates by the Typisierung, who executes by the rules, and where the rule comes from. */
export function werMachtSection(catalogue: Catalogue, leistung: Leistung, vollzug: VollzugView | null): Html {
  const { text, evidence, source } = explainLeistung(catalogue, leistung).typisierung;
  return html`${descriptionList([
    [messages.regelung, regelungOf(catalogue, leistung).wer ?? messages.nichtBelegt],
    [messages.zweifel, vollzug?.zweifel],
    [messages.vollzug, vollzug ? vollzugList(vollzug) : null],
    [messages.regel, vollzug ? regelText(vollzug) : null],
    ['Typisierung', text],
    [messages.beleg, evidence && evidenceBadge(evidence)],
    [messages.quelle, source],
  ])}
${glossaryTerm('Typisierung', 'Sie sagt, welche Ebene eine Leistung regelt (Gesetz, Verordnung, Satzung) und welche sie ausführt. Wer in einer Kommune zuständig ist, folgt daraus noch nicht: Das entscheiden Regel und Größenklasse.')}`;
}

function vollzugList({ gruppen }: VollzugView): Html {
  return html`<ul class="kern-list">${gruppen.map(({ wer, koerperschaften, stellen }) => {
    const named = stellen.length > 0 ? `: ${stellen.join('; ')}` : '';
    return html`<li>${wer}${named} (${formatNumber(koerperschaften)} ${koerperschaften === 1 ? 'Körperschaft' : 'Körperschaften'})</li>`;
  })}</ul>`;
}

function regelText({ herkunft, regeln }: VollzugView): Html {
  return html`${herkunft}${regeln.map(({ id, norm }) => html`<br>${textLink(`/regeln/${id}`, norm)}`)}`;
}
