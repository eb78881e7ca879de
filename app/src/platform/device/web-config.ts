import './schemas-without-eval.ts';
import { z } from 'zod';

declare const __WEB_CONFIG__: unknown;

const webConfigSchema = z.object({
  projectId: z.string().min(1),
  apiKey: z.string().min(1),
  region: z.string().min(1),
  /** Addresses of the emulators; absent in production. Firestore's is `host:port`, the others are URLs. */
  emulators: z.object({ auth: z.url(), firestore: z.string().regex(/^[\w.-]+:\d+$/), functions: z.url() }).optional(),
  /** The operator's push service; absent where it is not set up. */
  push: z.object({ appId: z.string().min(1), messagingSenderId: z.string().min(1), vapidKey: z.string().min(1) }).optional(),
});

export type WebConfig = z.infer<typeof webConfigSchema>;

/**
 * Reads what the build was told about its project.
 *
 * @throws Error naming every key that is wrong: a build for no project must not start half-way.
 */
export function parseWebConfig(config: unknown): WebConfig {
  const parsed = webConfigSchema.safeParse(config);
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map((issue) => `${issue.path.join('.') || '(all)'}: ${issue.message}`);
  throw new Error(`SHOUWEN_WEB_CONFIG is wrong.\n${complaints.join('\n')}`);
}

export const webConfig: WebConfig = parseWebConfig(__WEB_CONFIG__);
