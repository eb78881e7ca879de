import { useTranslation } from 'react-i18next';
import './FlagMark.css';

const known = [
  'life-threat',
  'green-channel',
  'red-line',
  'unverified',
  'regulatory-risk',
  'escalated',
  'important',
  'repeat',
  'unknown-region',
  'needs-check',
  'no-number',
  'passed-around',
  'clock-untrusted',
  'calendar-not-covered',
] as const;
type KnownFlag = (typeof known)[number];

/** A flag says what it is in words; its colour and shape let it be found in a long list, and neither is the only carrier. */
export function FlagMark({ flag }: { flag: string }) {
  const { t } = useTranslation('vocabulary');
  const name = nameOf(flag);
  return <span className={`flag flag-${name}`}>{t(`flag.${name}`)}</span>;
}

/** Some flags name their kind after a colon, and a newer server may know more flags than this app. */
function nameOf(flag: string): KnownFlag | 'other' {
  const name = flag.split(':')[0];
  return known.find((candidate) => candidate === name) ?? 'other';
}
