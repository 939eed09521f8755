import type { Command } from '#platform';
import { rundmailCommands } from './cli-rundmails.ts';
import { settingCommands } from './cli-settings.ts';
import { verteilerCommands } from './cli-verteiler.ts';
import { webhookCommands } from './cli-webhooks.ts';
import type { NoticesDeps } from './deps.ts';

/** Everything of this context at the command line. */
export function noticesCommands(deps: NoticesDeps): readonly Command[] {
  return [
    ...rundmailCommands(deps),
    ...verteilerCommands(deps),
    ...webhookCommands(deps),
    ...settingCommands(deps),
  ];
}
