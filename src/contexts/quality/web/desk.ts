import { type Html, tabs } from '#ui';
import { paths } from './paths.ts';

export const deskCrumb = [{ label: 'Redaktion', href: paths.redaktion }];

/** The two lists of a Kommune. */
export function qualityTabs(ags: string, current: 'qualitaet' | 'links'): Html {
  return tabs('Qualität', [
    { label: 'Leistungen', href: paths.liste(ags), current: current === 'qualitaet' },
    { label: 'Links', href: paths.links(ags), current: current === 'links' },
  ]);
}
