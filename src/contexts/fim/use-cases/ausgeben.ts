import { ok, type Result, refuse } from '#kernel';
import { toFassung3, writeXdatenfelder } from '#standards/xdatenfelder';
import type { HakenStand } from '../domain/haken.ts';
import { noForm } from '../errors.ts';
import type { Schemadetail } from './read-schema.ts';

/** The schema as XDatenfelder 3.0.0: every element of the imported file, version 2 turned into version 3. */
export function alsXdatenfelder({ nachricht }: Pick<Schemadetail, 'nachricht'>): string {
  return writeXdatenfelder(toFassung3(nachricht));
}

/** The form of a schema with its rules as the organisation has ticked them off. */
export function alsFormular({ uebernahme, punkte }: Pick<Schemadetail, 'uebernahme' | 'punkte'>) {
  const { definition } = uebernahme;
  if (definition === null) return refuse(noForm);
  const staende = new Map(
    punkte.map(({ punkt, stand, haken }) => [punkt.fimId, { art: punkt.art, stand, haken }]),
  );
  const rules = definition.rules?.map((rule) => {
    const found = staende.get(rule.source?.id ?? '');
    if (found?.art !== 'regel' || found.stand === 'offen') return rule;
    const note = [found.haken?.person, found.haken?.notiz].filter(Boolean).join(': ');
    return { ...rule, state: stateOf(found.stand, rule.holds), ...(note ? { note } : {}) };
  });
  return ok(rules ? { ...definition, rules } : definition);
}

/** What is done is done by conditions, unless the rule has a check of its own; only what somebody dropped is waived. */
function stateOf(stand: Exclude<HakenStand, 'offen'>, holds: string | undefined) {
  if (stand === 'entfaellt') return 'waived' as const;
  return holds === undefined ? ('in-condition' as const) : ('done' as const);
}

export type Formular = Extract<ReturnType<typeof alsFormular>, Result<unknown> & { ok: true }>['value'];
