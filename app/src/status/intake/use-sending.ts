import { useEffect, useRef, useState } from 'preact/hooks';
import type { IntakeDraft } from './intake-draft.ts';
import { type RecordingSent, sendRecording } from './send-recording.ts';

/** Where the one thing that there is to send stands. */
export type IntakeStanding = 'open' | 'sending' | 'proving' | 'waiting' | Exclude<RecordingSent['kind'], 'unreachable'>;

const againMs = 15_000;

/** Sends, and where there is no connection goes on trying as long as the page is open: at once when the network is back, and every quarter of a minute. */
export function useIntakeSending(channel: 'web' | 'app', onAnswer: (sent: RecordingSent) => void) {
  const [standing, setStanding] = useState<IntakeStanding>('open');
  const waiting = useRef<IntakeDraft | null>(null);
  const isBusy = standing === 'sending' || standing === 'proving';

  const send = async (draft: IntakeDraft): Promise<void> => {
    waiting.current = null;
    setStanding('sending');
    const sent = await sendRecording(draft, channel, () => setStanding('proving'));
    if (sent.kind === 'unreachable') waiting.current = draft;
    setStanding(sent.kind === 'unreachable' ? 'waiting' : sent.kind);
    onAnswer(sent);
  };

  const sendAgain = useRef(send);
  sendAgain.current = send;
  useEffect(() => {
    if (standing !== 'waiting') return undefined;
    const again = (): void => {
      if (waiting.current) void sendAgain.current(waiting.current);
    };
    const timer = setTimeout(again, againMs);
    addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [standing]);

  return { standing, isBusy, send };
}
