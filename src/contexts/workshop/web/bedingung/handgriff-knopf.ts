import { button, type Html } from '#ui';
import { handgriffText, knopf, type Tat } from '../../bedingung/felder.ts';

/** A button that changes the lines of a condition. */
export function handgriffKnopf(label: string, tat: Tat, path: string, wo: readonly number[] = []): Html {
  const kind = tat === 'zeile' || tat === 'gruppe' ? 'secondary' : 'tertiary';
  return button(label, { kind, small: true, name: knopf, value: handgriffText(tat, path, wo) });
}
