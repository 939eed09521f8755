import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';

// Runs in the page, so it is text: this program knows no DOM types. Words, numbers and addresses do not matter to the rules
// of accessibility, only whether there are any; what repeats like the row before it says nothing new.
const describeMain = `(() => {
  const told = /^(role|type|lang|scope|autocomplete|tabindex|required|disabled|checked|selected|open|hidden|class|aria-.*)$/;
  const named = /^(id|for|name|href|src|alt|title|value|placeholder|headers)$/;
  const valueless = /^aria-(label|labelledby|describedby|controls|owns|details|valuetext|valuenow)$/;
  const attribute = ({ name, value }) =>
    named.test(name) || valueless.test(name) ? name + (value.trim() ? '+' : '-') : told.test(name) ? name + '=' + value : '';
  const describe = (element) => {
    const parts = [];
    for (const node of element.childNodes) {
      const part = node.nodeType === 1 ? describe(node) : node.nodeType === 3 && node.data.trim() ? 'w' : '';
      if (part && part !== parts.at(-1)) parts.push(part);
    }
    const attributes = [...element.attributes].map(attribute).filter(Boolean).sort().join(' ');
    return '<' + element.localName + ' ' + attributes + '>' + parts.join('') + '</>';
  };
  const main = document.querySelector('main');
  return main ? describe(main) : null;
})()`;

/** What a page's main part is made of, without its words: equal for two pages that break the same rules, if any. */
export async function skeletonOf(page: Page): Promise<string | null> {
  const described = await page.evaluate<string | null>(describeMain);
  return described === null ? null : createHash('sha256').update(described).digest('base64');
}
