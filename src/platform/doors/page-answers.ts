import { type Refusal, statusOfRefusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from './page-route.ts';

export function page(content: PageContent, status = 200): PageAnswer {
  return { kind: 'page', content, status };
}

export function refusal(reason: Refusal): PageAnswer {
  return { kind: 'refusal', refusal: reason };
}

/** A page on which a form stands again that was refused. */
export function refusedPage(content: PageContent, reason: Refusal): PageAnswer {
  return page({ ...content, error: true }, statusOfRefusal(reason.kind));
}

/**
 * What the actions of a context say once after they are done: the address names the sentence, so that
 * nobody can make a page say words of their own.
 */
export function flashesOf<Name extends string>(sentences: Readonly<Record<Name, string>>) {
  return {
    /** Leads to a page that says once what was done; its address may carry something already. */
    done: (to: string, name: Name): PageAnswer => ({
      kind: 'redirect',
      to: `${to}${to.includes('?') ? '&' : '?'}getan=${name}`,
    }),
    /** What the last action did, as the address names it. */
    flashOf: ({ query }: Pick<PageRequest, 'query'>): Pick<PageContent, 'flash'> => {
      const name = query.get('getan') ?? '';
      return Object.hasOwn(sentences, name)
        ? { flash: { kind: 'success', title: sentences[name as Name] } }
        : {};
    },
  };
}

/** A trimmed field of a form or an address. */
export function formField(values: URLSearchParams, name: string): string {
  return (values.get(name) ?? '').trim();
}

/** A number that a form or an address carries, such as the version it was made from; 0 where it is none. */
export function numberIn(text: string | null): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}
