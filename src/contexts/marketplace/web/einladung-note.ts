import { formatLocalDate } from '#kernel';
import { alert } from '#ui';
import type { EigeneSicht } from '../use-cases/read-dienst.ts';

/** What the provider wrote when it invited the Kommune to order. */
export function invitation({ einladung }: EigeneSicht) {
  if (einladung === null) return '';
  return alert({
    kind: 'info',
    title: `${einladung.haus} lädt Ihre Kommune ein, zu bestellen (${formatLocalDate(einladung.stand)}).`,
    ...(einladung.nachricht === '' ? {} : { body: einladung.nachricht }),
  });
}
