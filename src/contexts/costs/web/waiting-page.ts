import { html } from 'hono/html';
import { type PageAnswer, type PageContent, page, type Vorgang } from '#platform';
import { linkButton, progress } from '#ui';

/** What a page that waits for the worker calls things. */
interface Words extends Pick<PageContent, 'title' | 'breadcrumb'> {
  readonly label: string;
  /** The button for whoever has no script. */
  readonly again: string;
}

/** How far the worker is, and back to `here` as soon as it is done. */
export function waitingPage(
  { id, percent, message }: Vorgang,
  here: string,
  { title, breadcrumb = [], label, again }: Words,
): PageAnswer {
  return page({
    ...{ title, breadcrumb, refreshSeconds: 3 },
    main: html`${progress({
      ...{ label, value: percent, max: 100, text: message },
      ...{ pollUrl: `/abrechnungen/datei/${id}`, doneUrl: here },
    })}${linkButton(again, here)}`,
  });
}
