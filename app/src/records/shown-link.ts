import { useState } from 'react';
import '../platform/device/schemas-without-eval.ts';
import { z } from 'zod';
import { call, CallRefused } from '../platform/callable/callable.ts';

const answerSchema = z.object({ token: z.string() });

/** The customer's link as far as this person has asked to show it. */
export type ShownLink = { status: 'hidden' | 'asking' | 'refused' | 'unreachable' } | { status: 'shown'; link: string };

/**
 * Shows the customer's link, in which whoever has it speaks as the customer: that is an act of its own, on record each time (RET-2).
 *
 * @param ownToken the secret as this phone made it, while the complaint has not been sent.
 */
export function useShownLink(complaintId: string, ownToken: string | null): { shown: ShownLink; show: () => void } {
  const [asked, setAsked] = useState<ShownLink>({ status: 'hidden' });
  const show = (): void => {
    setAsked({ status: 'asking' });
    void ask(complaintId).then(setAsked);
  };
  return { shown: ownToken === null ? asked : { status: 'shown', link: linkOf(ownToken) }, show };
}

async function ask(complaintId: string): Promise<ShownLink> {
  try {
    const { token } = answerSchema.parse(await call('showLink', { complaintId }));
    return { status: 'shown', link: linkOf(token) };
  } catch (error) {
    return { status: error instanceof CallRefused ? 'refused' : 'unreachable' };
  }
}

/** The secret stands in the fragment, which no server sees. */
function linkOf(token: string): string {
  return `${location.origin}/s#${token}`;
}
