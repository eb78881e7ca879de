import { useTranslation } from 'react-i18next';
import type { RecordingPart } from './recording-form.ts';

/** What is missing is told by the bar at the foot of the page, and in sight at its field. */
export function useFieldOf(missing: readonly RecordingPart[]): (part: RecordingPart) => { part: RecordingPart; problem: string | null; isProblemQuiet: true } {
  const { t } = useTranslation('recording');
  return (part) => ({ part, problem: missing.includes(part) ? t(`missing.${part}`) : null, isProblemQuiet: true });
}
