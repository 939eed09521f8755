import { html } from 'hono/html';
import type { Saetze } from '#forms/bedingungen';
import type { Html } from '#ui';

/** A condition as its sentence; as it is written where it has none. */
export function gesagt(satz: Saetze, stelle: string, ausdruck: string): Html {
  const said = satz(stelle, ausdruck);
  return said === null ? html`<code>${ausdruck}</code>` : html`${said}`;
}
