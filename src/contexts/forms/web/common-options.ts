import type { Content } from '#ui';

/** What every control of a form shows around itself. */
export interface CommonOptions {
  readonly name: string;
  readonly label: string;
  readonly hint: Content | null;
  readonly error: string | null;
  readonly optional: boolean;
}
