import { formatLocalDate, localDate } from '#kernel';
import type { Messages } from '../words/messages.ts';

/** Where an answer comes from that the person did not type. */
export interface Origin {
  readonly kind: 'account' | 'register' | 'earlier' | 'later';
  /** How sure it is whose account it is (eIDAS). */
  readonly level?: 'low' | 'substantial' | 'high' | undefined;
  /** The name of the register. */
  readonly name?: string | undefined;
  /** The day on which it was fetched. */
  readonly on?: string | undefined;
  /** Whether the person changed it afterwards; it is then their own statement on top of it. */
  readonly edited: boolean;
}

/** Origins by the place of the answer: `nachname`, `hunde.#7.chip` for the row with key 7. */
export type Origins = Readonly<Record<string, Origin>>;

/** What stands before the places of a row's answers. */
export function rowPlace(group: string, key: string): string {
  return `${group}.#${key}.`;
}

/** The origin in words: „aus Ihrem Konto (Vertrauensniveau hoch), danach von Ihnen geändert“. */
export function originText(words: Messages, origin: Origin): string {
  const { kind, level, name = '', on, edited } = origin;
  const from =
    kind === 'account'
      ? words.origin.account(level === undefined ? '' : words.origin.levels[level])
      : kind === 'register'
        ? words.origin.register(name)
        : kind === 'later'
          ? words.origin.later(on === undefined ? '' : formatLocalDate(localDate(on)))
          : words.origin.earlier;
  return edited ? words.origin.edited(from) : from;
}
