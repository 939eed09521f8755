import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageRequest } from '#platform';
import { badge, type Html, selectField, tabs, textLink } from '#ui';
import type { BeschlussZustand } from '../domain/abstimmung.ts';
import type { Sitzung, SitzungZustand } from '../domain/sitzung.ts';
import { beschlussZustandLabel, formLabel, sitzungZustandLabel } from '../messages.ts';
import type { Sitz } from '../store/gruppen.ts';

export const krume = [{ label: 'Arbeitsgruppe', href: '/arbeitsgruppe' }] as const;

/** The parts of the room: they stand above every page of it. */
const teile = [
  { label: 'Überblick', href: '/arbeitsgruppe' },
  { label: 'Sitzungen', href: '/arbeitsgruppe/sitzungen' },
  { label: 'Fragen', href: '/arbeitsgruppe/fragen' },
  { label: 'Aufgaben', href: '/arbeitsgruppe/aufgaben' },
  { label: 'Beschlüsse', href: '/arbeitsgruppe/beschluesse' },
  { label: 'Mitglieder', href: '/arbeitsgruppe/mitglieder' },
  { label: 'Einarbeitung', href: '/arbeitsgruppe/einarbeitung' },
] as const;

export function teileTabs(path: string): Html {
  return tabs(
    'Arbeitsgruppe',
    teile.map((teil) => ({
      ...teil,
      current: path === teil.href || (teil.href !== '/arbeitsgruppe' && path.startsWith(`${teil.href}/`)),
    })),
  );
}

const sitzungTon = {
  entwurf: 'neutral',
  eingeladen: 'info',
  laeuft: 'warning',
  abgeschlossen: 'success',
  abgesagt: 'danger',
} as const satisfies Record<SitzungZustand, string>;

export function sitzungBadge(zustand: SitzungZustand): Html {
  return badge(sitzungTon[zustand], sitzungZustandLabel[zustand]);
}

const beschlussTon = {
  vorgeschlagen: 'neutral',
  abstimmung: 'warning',
  angenommen: 'success',
  abgelehnt: 'danger',
  zurueckgezogen: 'neutral',
} as const satisfies Record<BeschlussZustand, string>;

export function beschlussBadge(zustand: BeschlussZustand): Html {
  return badge(beschlussTon[zustand], beschlussZustandLabel[zustand]);
}

export function sitzungHref(id: string): string {
  return `/arbeitsgruppe/sitzungen/${id}`;
}

/** Day, time and form of a session in one line. */
export function wannWo({ tag, beginn, ende, form, ort }: Sitzung): string {
  return `${formatLocalDate(tag)}, ${beginn} bis ${ende} Uhr, ${formLabel[form]}${ort ? `: ${ort}` : ''}`;
}

export function sitzungLink({ id, titel }: Pick<Sitzung, 'id' | 'titel'>): Html {
  return textLink(sitzungHref(id), titel);
}

/** Text that somebody typed, in paragraphs, its line breaks kept. */
export function absaetze(text: string): Html {
  return html`${text.split(/\n\s*\n/).map((each) => html`<p class="kern-body lw-measure">${each.split('\n').map((line, at) => (at === 0 ? line : html`<br>${line}`))}</p>`)}`;
}

/** A choice among the seats that are not ended; several of one organisation are numbered. */
export function sitzFeld(
  sitze: readonly Sitz[],
  options: {
    readonly name: string;
    readonly id?: string;
    readonly label: string;
    readonly value: string | null;
    readonly error?: string | null;
  },
): Html {
  const there = sitze.filter(({ bis }) => bis === null);
  const seen = new Map<string, number>();
  const choices = there.map(({ id, haus }) => {
    const nr = (seen.get(haus) ?? 0) + 1;
    seen.set(haus, nr);
    return { value: id, label: nr === 1 ? haus : `${haus} (${nr})` };
  });
  return selectField({ ...options, options: choices, placeholder: 'noch niemand', optional: true });
}

/** What a field of a refused form held, else what is there. */
export function getippt({ form }: PageRequest, name: string, sonst: string): string {
  return form.get(name) ?? sonst;
}
