import { clamdAnswers, type Finding, type FurtherCheck, fine, wrong } from '#platform';
import type { Services } from './services.ts';

/** Whether the virus scanner answers; nothing where none is configured, for that is a decision. */
export function scannerFinding({ config }: Pick<Services, 'config'>): readonly FurtherCheck[] {
  const { clamd } = config;
  if (clamd === null) return [];
  return [
    async (): Promise<Finding> =>
      (await clamdAnswers(clamd))
        ? fine('virus-scanner', 'Der Virenscanner antwortet.')
        : wrong(
            'virus-scanner',
            'Der Virenscanner (LEITWERK_CLAMD) antwortet nicht.',
            'Bitte clamd starten oder die Adresse berichtigen. Bis dahin werden Dateien angenommen, aber ungeprüfte nicht herausgegeben.',
          ),
  ];
}
