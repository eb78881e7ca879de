import type { CustomerCommand } from '@shouwen/domain/complaint/command';
import { useState } from 'preact/hooks';
import { usePageLanguage } from '../i18n/language.ts';
import { sendReply, type Sent } from './send-reply.ts';

export interface ReplySending {
  isBusy: boolean;
  /** What became of the last sending, in words; empty before there was one. */
  message: string;
  send: (command: CustomerCommand) => Promise<Sent>;
}

/** Sends one reply at a time and tells what became of it. */
export function useReplySending(statusId: string, arrived: string): ReplySending {
  const { sending } = usePageLanguage().texts;
  const [phase, setPhase] = useState<Sent | 'busy' | null>(null);
  const send = async (command: CustomerCommand): Promise<Sent> => {
    setPhase('busy');
    const sent = await sendReply(statusId, command);
    setPhase(sent);
    return sent;
  };
  const message = phase === null ? '' : phase === 'arrived' ? arrived : sending[phase];
  return { isBusy: phase === 'busy', message, send };
}
