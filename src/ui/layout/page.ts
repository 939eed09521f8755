import type { AlertOptions } from '../alert.ts';
import type { Content, Html } from '../html.ts';
import type { Link } from '../link.ts';

/** Who is signed in, and the form action that signs them out. */
export interface PageUser {
  readonly name: string;
  readonly organisation: string;
  readonly signOutAction: string;
  readonly csrfToken?: string | undefined;
  /** The person's own settings page. */
  readonly profileHref?: string | undefined;
}

/** A suggestion what to do after this page. */
export interface NextStep extends Link {
  readonly detail?: string | undefined;
}

/** An entry of the navigation; `news` says what is new behind it: „2 neu“. */
export interface NavigationLink extends Link {
  readonly news?: string | undefined;
}

/** When the session ends, and the form action that prolongs it (answers a redirect without script, 2xx with). */
export interface SessionWarning {
  readonly expiresAt: Date;
  readonly extendAction: string;
  readonly csrfToken?: string | undefined;
}

/** Everything that the frame of a page needs. */
export interface Page {
  /** Heading of level 1, and first part of the browser's title. */
  readonly title: string;
  readonly main: Content;
  /** One or two sentences under the heading. */
  readonly lead?: Content;
  /** Small line above the heading, such as the kind of thing shown. */
  readonly preline?: string | undefined;
  readonly lang?: string | undefined;
  readonly product?: string | undefined;
  /** Whose area this is: „Stadt Lemgo“. */
  readonly area?: string | undefined;
  /** Stands in the place of our own mark, such as a Kommune's. */
  readonly mark?: Html | undefined;
  readonly homeHref?: string | undefined;
  readonly demo: boolean;
  readonly user: PageUser | null;
  readonly navigation?: readonly NavigationLink[] | undefined;
  /** The entries of the part of the navigation where one is, under its name. */
  readonly navigationWithin?:
    | { readonly label: string; readonly links: readonly NavigationLink[] }
    | null
    | undefined;
  /** The way to this page, without the page itself. */
  readonly breadcrumb?: readonly Link[] | undefined;
  readonly nextSteps?: readonly NextStep[] | undefined;
  readonly footer: readonly Link[];
  readonly noindex?: boolean | undefined;
  /** Names of further scripts in `src/ui/assets`, without `.js`. */
  readonly scripts?: readonly string[] | undefined;
  readonly sessionWarning?: SessionWarning | null | undefined;
  /** What the last action did; said once. */
  readonly flash?: AlertOptions | null | undefined;
  /** The page answers a refused form: the title begins with „Fehler:“. */
  readonly hasErrors?: boolean | undefined;
  /** Reloads the page without script, as while a job runs. */
  readonly refreshSeconds?: number | undefined;
  /** Page-wide tables use the whole width. */
  readonly wide?: boolean | undefined;
  /** Further elements of `<head>`, such as a link to a feed. */
  readonly head?: Html | undefined;
}
