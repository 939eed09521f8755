import { createHash } from 'node:crypto';
import { sameJson } from '../domain/json.ts';
import type { Dokumente } from '../domain/unterschied.ts';

export function gleich(one: Dokumente, other: Dokumente): boolean {
  return (
    sameJson(one.dienst, other.dienst) &&
    sameJson(one.formular, other.formular) &&
    sameJson(one.testfaelle, other.testfaelle)
  );
}

export function hashVon({ dienst, formular, testfaelle }: Dokumente): string {
  return createHash('sha256')
    .update(JSON.stringify([dienst, formular, testfaelle]))
    .digest('hex');
}
