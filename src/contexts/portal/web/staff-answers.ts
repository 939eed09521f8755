import { flashesOf } from '#platform';

export const manage = { permission: 'portal.manage' } as const;

const flashes = {
  auftritt: 'Der Auftritt ist gespeichert.',
  amt: 'Das Amt ist gespeichert.',
  aussehen: 'Das Aussehen ist gespeichert. Öffentlich ist es noch nicht.',
  'aussehen-oeffentlich': 'Das Aussehen ist öffentlich.',
  'amt-entfernt': 'Das Amt ist entfernt.',
} as const;

export const { done, flashOf } = flashesOf(flashes);
