import type { Result } from '#kernel';
import type { Principal } from '#platform';
import type { FrameSession } from './web/frame-session.ts';

/** Who stands behind a cookie or a token; `identity` answers. */
export interface Identification {
  readonly visitorOf: (
    cookies: ReadonlyMap<string, string>,
  ) => Promise<{ readonly principal: Principal | null; readonly session: FrameSession | null }>;
  readonly principalOf: (token: string) => Promise<Result<Principal>>;
}
