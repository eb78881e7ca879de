import { contactPepper } from '../contact-pepper.ts';

/** Production delivers at least once and retries only when asked; a dead letter bounds the tries. */
export const triggerOptions = { region: 'asia-east2', retry: true, maxInstances: 50, memory: '256MiB' as const, timeoutSeconds: 60, secrets: [contactPepper] };
