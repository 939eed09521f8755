import type { ChangeClass } from './change/change.ts';
import type { MappingRule, Transition } from './change/transition-schema.ts';

export const classLabel: Readonly<Record<ChangeClass, string>> = {
  sicher: 'sicher',
  zuordnung: 'braucht Zuordnung',
  bruch: 'Bruch',
};

export const policyLabel: Readonly<Record<Transition['policy'], string>> = {
  pin: 'Begonnene Anträge bleiben bei ihrer Fassung.',
  move: 'Begonnene Anträge ziehen beim nächsten Besuch um.',
  ask: 'Wer einen Antrag begonnen hat, entscheidet selbst.',
};

/** A rule as a sentence. */
export function ruleText(rule: MappingRule): string {
  switch (rule.do) {
    case 'rename':
      return `„${rule.from}“ heißt jetzt „${rule.to}“.`;
    case 'drop':
      return `„${rule.field}“ wird nicht mehr gebraucht.`;
    case 'ask-again':
      return `„${rule.field}“ wird neu gefragt.`;
    case 'values':
      return `Bei „${rule.field}“ gilt jetzt: ${Object.entries(rule.map)
        .map(([from, to]) => `${from} wird ${to}`)
        .join(', ')}.`;
    case 'scale':
      return `„${rule.field}“ wird mal ${rule.times} genommen und durch ${rule.by} geteilt.`;
    case 'convert':
      return `„${rule.field}“ wird umgewandelt (${rule.to}).`;
  }
}
