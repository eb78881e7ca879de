import type { CustomerCommand } from '@shouwen/domain/complaint/command';
import { useRef, useState } from 'preact/hooks';
import { usePageLanguage } from '../i18n/language.ts';
import type { Proof } from '../proof.ts';
import { sendReply, type Sent } from './send-reply.ts';

export interface ReplySending {
  isBusy: boolean;
  /** What became of the last sending, in words; empty before there was one. */
  message: string;
  send: (command: CustomerCommand) => Promise<Sent>;
}

/** Sends one reply at a time and tells what became of it. */
export function useReplySending(proof: Proof | null, arrived: string): ReplySending {
  const { sending } = usePageLanguage().texts;
  const [phase, setPhase] = useState<Sent | 'busy' | null>(null);
  // Kept until it has arrived: what is sent again after a broken line is the same.
  const saidId = useRef(newSaidId());
  const send = async (command: CustomerCommand): Promise<Sent> => {
    setPhase('busy');
    const sent = await sendReply(proof, saidId.current, command);
    if (sent === 'arrived') saidId.current = newSaidId();
    setPhase(sent);
    return sent;
  };
  const message = phase === null ? '' : phase === 'arrived' ? arrived : sending[phase];
  return { isBusy: phase === 'busy', message, send };
}

/** Not every browser makes ids by itself on a page without a certificate. */
function newSaidId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
