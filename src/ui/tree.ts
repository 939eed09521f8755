import { html } from 'hono/html';
import { attributes, type Content, type Html } from './html.ts';

/** A node of a tree: what it says, where it leads, how much lies below. */
export interface TreeNode {
  readonly label: string;
  readonly href?: string | undefined;
  /** Text behind the label, such as „12 Leistungen“. */
  readonly note?: Content;
  readonly open?: boolean | undefined;
  readonly children?: readonly TreeNode[] | undefined;
}

/** Nested lists that open level by level; every node may also be a page. */
export function tree(label: string, nodes: readonly TreeNode[]): Html {
  return html`<nav class="lw-tree" aria-label="${label}">${branch(nodes)}</nav>`;
}

function branch(nodes: readonly TreeNode[]): Html {
  return html`<ul class="lw-tree__list">${nodes.map((node) => html`<li class="lw-tree__item">${leafOrBranch(node)}</li>`)}</ul>`;
}

function leafOrBranch(node: TreeNode): Html {
  const note = node.note ? html` <span class="lw-tree__note">${node.note}</span>` : '';
  if (!node.children?.length) {
    const label = node.href
      ? html`<a class="kern-link kern-link--no-visited-state" href="${node.href}">${node.label}</a>`
      : html`<span class="kern-body">${node.label}</span>`;
    return html`<span class="lw-tree__leaf">${label}${note}</span>`;
  }
  // A link inside a summary cannot be reached reliably, so the node's own page stands first among its children.
  const own = node.href
    ? html`<p class="lw-tree__own"><a class="kern-link kern-link--small kern-link--no-visited-state" href="${node.href}">Übersicht: ${node.label}</a></p>`
    : '';
  return html`<details${attributes({ class: 'lw-tree__branch', open: node.open })}><summary class="lw-tree__summary"><span class="lw-tree__label">${node.label}</span>${note}</summary>${own}${branch(node.children)}</details>`;
}
