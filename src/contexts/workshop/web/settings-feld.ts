import type { FieldProblem } from '#kernel';
import type { Html } from '#ui';
import { isList, type Json } from '../domain/json.ts';
import type { Setting, Teil } from '../settings/setting.ts';
import type { Sichten } from './bedingung/sichten.ts';

/** What a form of settings shows beside the values. */
export interface Zeigen {
  readonly problems: readonly FieldProblem[];
  /** The list that gets one more empty row. */
  readonly mehr: string | null;
  /** What the condition of a name can name; `null` for what is an expression but no condition. */
  readonly sichten: (path: string) => Sichten | null;
}

/** Names of buttons that only show the form anew. */
export const nurZeigen = { mehr: '_mehr', zweig: '_zeigen' } as const;

export function problemIn({ problems }: Zeigen, name: string): boolean {
  return problems.some(
    ({ field }) => field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`),
  );
}

/** The settings inside a setting are drawn by what drew it. */
export interface Malen extends Zeigen {
  readonly teileOf: (
    teile: readonly Teil[],
    wert: Json | undefined,
    prefix: string,
    malen: Malen,
  ) => readonly Html[];
  readonly settingField: (setting: Setting, wert: Json | undefined, feld: Feld, malen: Malen) => Html;
}

export interface Feld {
  readonly path: string;
  readonly label: string;
  readonly pflicht: boolean;
}

export function werteVon(wert: Json | undefined): readonly Json[] {
  return isList(wert) ? wert : [];
}
