import { html } from 'hono/html';
import { alert, type Html, progress } from '#ui';
import type { Planstand } from '../use-cases/read-plan.ts';

export function standing({ vorgang, plan }: Planstand) {
  const over = plan.fassungen.length > 0 || vorgang === null || ['done', 'failed'].includes(vorgang.state);
  return { value: vorgang?.percent ?? 100, max: 100, text: vorgang?.message ?? '', done: over };
}

export function waiting({ plan, vorgang }: Planstand, csrfToken: string): Html {
  const here = `/planung/plaene/${plan.id}`;
  return progress({
    label: 'Der Plan wird gerechnet',
    value: vorgang?.percent ?? 0,
    max: 100,
    text: vorgang?.message ?? '',
    pollUrl: `${here}/stand`,
    cancel: { action: `${here}/abbrechen`, csrfToken },
  });
}

export function failed(message: string): Html {
  return alert({
    kind: 'warning',
    title: 'Dieser Plan ist nicht gerechnet',
    body: html`${message} Von diesem Plan ist kein Teil gespeichert.`,
  });
}
