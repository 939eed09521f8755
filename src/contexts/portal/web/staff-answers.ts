import { flashesOf } from '#platform';

export const manage = { permission: 'portal.manage' } as const;

const flashes = {
  auftritt: 'Der Auftritt ist gespeichert.',
  amt: 'Das Amt ist gespeichert.',
  'amt-entfernt': 'Das Amt ist entfernt.',
} as const;

export const { done, flashOf } = flashesOf(flashes);
