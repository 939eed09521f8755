import type { Term } from '../model/term.ts';

export const anyRow: Term = {
  op: 'value',
  id: 'true',
  value: { none: false, known: { kind: 'truth', yes: true, no: false } },
};
