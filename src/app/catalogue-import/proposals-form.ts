import { html } from 'hono/html';
import { button, form, type Html, radioGroup, selectField } from '#ui';
import type { ShownProposal, TablesPlan } from './preview.ts';
import { importAddress } from './upload-page.ts';

const shownAtOnce = 50;

const questions: Readonly<Record<ShownProposal['kind'], string>> = {
  umbenannt: 'Ist das dieselbe Leistung unter neuem Namen?',
  verschoben: 'Ist das dieselbe Leistung in einer anderen OZG-Leistung?',
  geteilt: 'Wurde diese Leistung geteilt?',
  zusammengelegt: 'Wurden diese Leistungen zusammengelegt?',
};

const answers: Readonly<Record<ShownProposal['kind'], string>> = {
  umbenannt: 'Ja, sie behält ihre Nummer',
  verschoben: 'Ja, sie behält ihre Nummer',
  geteilt: 'Ja, was bei ihr eingetragen ist, zählt für alle Teile',
  zusammengelegt: 'Ja, was bei ihnen eingetragen ist, zählt für die neue',
};

/** The guesses that a person must decide, those without an answer first. */
export function proposalsForm(upload: string, csrfToken: string, { proposals, undecided }: TablesPlan): Html {
  const open = proposals.filter(isOpen);
  const shown = [...open, ...proposals.filter((one) => !isOpen(one))].slice(0, shownAtOnce);
  const rest = proposals.length - shown.length;
  return form(
    { action: `${importAddress}/${upload}/entscheidungen`, csrfToken, label: 'Vorschläge entscheiden' },
    html`<p class="kern-body">${undecided === 0 ? 'Alle Vorschläge sind entschieden.' : `${undecided} von ${proposals.length} Vorschlägen sind noch offen.`} Die Namen legen sie nahe; ob sie stimmen, wissen Sie.</p>
${shown.map(proposalField)}${rest > 0 ? html`<p class="kern-body kern-body--muted">und ${rest} weitere nach dem Speichern</p>` : ''}
${
  undecided > 1
    ? selectField({
        name: 'uebrige',
        label: 'Alle übrigen offenen Vorschläge',
        optional: true,
        placeholder: 'einzeln entscheiden',
        options: [
          { value: 'annehmen', label: 'annehmen' },
          { value: 'ablehnen', label: 'ablehnen: alle neuen Zeilen sind neue Leistungen' },
        ],
      })
    : ''
}${button('Entscheidungen speichern', { kind: 'secondary' })}`,
  );
}

function isOpen({ decided, stated }: ShownProposal): boolean {
  return decided === null && !stated;
}

function proposalField(proposal: ShownProposal): Html {
  const several = proposal.kind === 'geteilt' || proposal.kind === 'zusammengelegt';
  const list = (entries: ShownProposal['old']) =>
    entries.map(({ key, name, detail }) => `„${name}“ (${key}, ${detail})`).join(' und ');
  return radioGroup({
    name: `vorschlag.${proposal.id}`,
    label: questions[proposal.kind],
    hint: html`Bisher ${list(proposal.old)}. Neu ${list(proposal.new)}. ${proposal.stated ? 'Die Tabelle selbst sagt das.' : `Die Namen gleichen sich zu ${Math.round(proposal.similarity * 100)} %.`}`,
    value: proposal.decided ?? (proposal.stated ? 'annehmen' : null),
    options: [
      { value: 'annehmen', label: answers[proposal.kind] },
      ...(several
        ? [{ value: 'naechste', label: 'Nein, nur die beiden ähnlichsten sind dieselbe Leistung' }]
        : []),
      { value: 'ablehnen', label: 'Nein, was neu ist, ist eine neue Leistung' },
    ],
  });
}
