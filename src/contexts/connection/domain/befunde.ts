import type { Zeile } from './gate.ts';
import type { Pruefung, Punkt } from './punkt.ts';

/** What the probes found against a line of the checklist, in one sentence each; nothing where they found nothing. */
export type Befunde = ReadonlyMap<Pruefung, string>;

const looksAt: readonly (readonly [Pruefung, RegExp])[] = [
  ['parameter', /^(parameter|formular|stelle)/],
  ['gebuehren', /^gebuehren/],
  ['datenschutz', /^datenschutz/],
  ['texte', /^texte/],
  ['zustellung', /^(zustellpunkt|schluessel|adressat)/],
  ['postfach', /^postfach/],
  ['menschen', /^sachbearbeitung/],
];

const keinProbelauf = 'Noch kein Probelauf ist bestanden.';

/** What speaks against each kind of line: by the lines of the gate, and by the newest rehearsal. */
export function befundeIn(
  zeilen: readonly Pick<Zeile, 'id' | 'what' | 'ok' | 'how'>[],
  probelaufBestanden: boolean,
): Befunde {
  const found = looksAt.flatMap(([pruefung, ids]) => {
    const wrong = zeilen.filter(({ id, ok }) => !ok && ids.test(id));
    const text = wrong.map(({ what, how }) => `${what}: ${how}`).join(' ');
    return wrong.length === 0 ? [] : [[pruefung, text] as const];
  });
  return new Map(probelaufBestanden ? found : [...found, ['probelauf', keinProbelauf] as const]);
}

/** What speaks against one line. */
export function befundZu({ pruefung }: Pick<Punkt, 'pruefung'>, befunde: Befunde): string | null {
  return pruefung === null ? null : (befunde.get(pruefung) ?? null);
}
