export { inboxCommands } from './cli.ts';
export type { Nachricht } from './domain/eintrag.ts';
export type { Zustand } from './domain/zustand.ts';
export { inboxHandlers } from './handlers.ts';
export type {
  ApplicantNews,
  Colleague,
  ForwardTarget,
  InboxDeps,
  OfficeMail,
  ScanNews,
} from './ports.ts';
export { countEingaenge, maintainInbox } from './use-cases/delete-due.ts';
export { handedOverEvent } from './use-cases/give-to-office.ts';
export { type AntragNews, keepNews } from './use-cases/keep-news.ts';
export { remindApplicants } from './use-cases/mail-applicant.ts';
export { arrivedEvent, type Received, receive } from './use-cases/receive.ts';
export { inboxOperations } from './web/operations.ts';
export { inboxPages } from './web/pages.ts';
