import type { Result } from '#kernel';
import type { Principal, TenantId } from '#platform';
import type { RecordKey } from './domain/rueckfrage.ts';

/** A record on which a question can hang. */
export interface RecordRef extends RecordKey {
  readonly name: string;
  /** Its page: an address of the staff area. */
  readonly href: string;
  /** The Kommune to which it belongs, as far as the asking person may know its organisation; else `null`. */
  readonly tenant: { readonly id: TenantId; readonly name: string } | null;
  /** The record for all Kommunen where this one belongs to one of them: there a published answer stands. */
  readonly allgemein: RecordKey & { readonly name: string };
}

/** A kind of record, as the context that owns it declares it to the questions. */
export interface RecordKind {
  readonly art: string;
  /** What one is called: „Leistung“. */
  readonly label: string;
  /** Whether somebody with these permissions may see records of this kind at all. */
  readonly mayRead: (permissions: ReadonlySet<string>) => boolean;
  /** Finds a record that the person may see, by any of its keys. */
  readonly find: (principal: Principal, id: string) => Promise<Result<RecordRef>>;
}

/** `leistung:L02950`, as addresses and commands write it. */
export function recordText({ art, id }: RecordKey): string {
  return `${art}:${id}`;
}

/** Reads `leistung:L02950`; `null` where it is none. */
export function parseRecordText(text: string): RecordKey | null {
  const [, art, id] = /^([a-z][a-z-]{1,30}):(.{1,200})$/u.exec(text.trim()) ?? [];
  return art && id ? { art, id } : null;
}

/** A record that belongs to nobody: what is published about it stands at itself. */
export function recordOf({
  art,
  id,
  name,
  href,
}: Pick<RecordRef, 'art' | 'id' | 'name' | 'href'>): RecordRef {
  return { art, id, name, href, tenant: null, allgemein: { art, id, name } };
}
