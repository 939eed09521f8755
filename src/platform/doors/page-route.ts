import type { Refusal, Result } from '#kernel';
import type { ScanVerdict } from '../scanning/scanner.ts';
import type { Access, Principal } from './principal.ts';

/** Escaped HTML, as `hono/html` makes it. */
export type Html = string | Promise<string> | { toString(): string };

/** A file that came with a form: sealed on the disk under a key that ends with the request. */
export interface Upload {
  readonly fileName: string;
  readonly bytes: number;
  /** What the scanner said while it streamed in; `null` where none is configured. */
  readonly scanned: ScanVerdict | null;
  /** Reads it from the start. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** What a page's handler knows of its request. A POST has passed the CSRF check. */
export interface PageRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  /** The files by the name of their field; one field may carry several. */
  readonly uploads: ReadonlyMap<string, readonly Upload[]>;
  readonly principal: Principal | null;
  readonly csrfToken: string;
  readonly clientAddress: string;
  readonly userAgent: string;
  /** The page of this site from which somebody came; browsers tell no other site. */
  readonly referrer?: URL | null;
  /** The browser says that its person does not want to be counted (DNT, Global Privacy Control). */
  readonly doNotTrack?: boolean;
  readonly cookies: ReadonlyMap<string, string>;
  /** Scheme, host and port under which the browser sees this site. */
  readonly origin: string;
}

/** A cookie to set (`maxAge` 0 deletes it); always `__Host-`, Secure, HttpOnly, SameSite=Lax, Path=/. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  readonly maxAgeSeconds?: number;
}

/** What a page says; head, navigation, footer and the warning before a session's end are the frame's. */
export interface PageContent {
  readonly title: string;
  readonly main: Html;
  /** One or two sentences under the heading. */
  readonly lead?: Html;
  /** A small line above the heading, such as the kind of thing shown. */
  readonly preline?: string;
  /** The Onlinedienst that this page is about; its address need not say so. */
  readonly dienst?: string;
  /** Tables that need the whole width. */
  readonly wide?: boolean;
  /** What the last action did; said once. */
  readonly flash?: {
    readonly kind: 'info' | 'success' | 'warning' | 'danger';
    readonly title: string;
    readonly body?: Html;
  };
  readonly breadcrumb?: readonly { readonly label: string; readonly href?: string }[];
  readonly nextSteps?: readonly { readonly label: string; readonly href: string }[];
  /** The form on this page was refused: the title says so first. */
  readonly error?: boolean;
  /** Further elements of the head: what machines read of this page. */
  readonly head?: Html;
  /** Names of our own scripts that improve this page. */
  readonly scripts?: readonly string[];
  /** It shows a page of this host in a frame. */
  readonly frames?: boolean;
  /** Seconds after which the page reloads itself while long work runs. */
  readonly refreshSeconds?: number;
}

/** What a page's handler answers. */
export type PageAnswer =
  | {
      readonly kind: 'page';
      readonly content: PageContent;
      readonly status?: number;
      readonly cookies?: readonly SetCookie[];
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly cookies?: readonly SetCookie[] }
  | {
      readonly kind: 'download';
      readonly fileName: string;
      readonly contentType: string;
      readonly body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | string;
      /** Names the content: who has it already gets 304 instead. Only for files that everybody may have. */
      readonly etag?: string;
    }
  /** A file that a page loads under a name with its content's hash, so it may be kept for ever; `shared` by everybody. */
  | {
      readonly kind: 'asset';
      readonly contentType: string;
      readonly body: Uint8Array<ArrayBuffer>;
      readonly shared: boolean;
    }
  | { readonly kind: 'json'; readonly body: unknown; readonly cookies?: readonly SetCookie[] }
  /** A text that machines read, such as a sitemap; or a whole page, which a page of this host may show in a frame. */
  | { readonly kind: 'text'; readonly contentType: string; readonly body: string; readonly framed?: boolean }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

/** One page action of the staff area or a portal. */
export interface PageRoute {
  readonly capability: string;
  readonly method: 'GET' | 'POST';
  /** Hono's syntax: `/mitglieder/:id`. */
  readonly path: string;
  readonly access: Access;
  /** Set where the form carries files: the most bytes that all of them may have. */
  readonly uploadLimit?: number;
  /** Asked before a file is read: who may not send one here costs no room. The request has no form yet. */
  readonly admitUpload?: (request: PageRequest) => Promise<Result<unknown>>;
  readonly handle: (request: PageRequest) => Promise<PageAnswer>;
}
