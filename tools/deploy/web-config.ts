import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { WebConfig } from '../build.ts';
import { fromRoot } from '../project-paths.ts';

export const webConfigFile = 'app/web-config.json';

const webConfigSchema = z.strictObject({
  projectId: z.string().min(1),
  apiKey: z.string().min(1),
  region: z.literal('asia-east2'),
  authDomain: z.string().optional(),
  appId: z.string().optional(),
  push: z.strictObject({ appId: z.string().min(1), messagingSenderId: z.string().min(1), vapidKey: z.string().min(1) }).optional(),
});

/**
 * Reads the configuration of the project that is deployed to. It is no secret: every visitor of the pages gets it.
 *
 * @throws Error that says what is missing and where to find it.
 */
export function readWebConfig(projectId: string, path: string = fromRoot(webConfigFile)): WebConfig {
  if (!existsSync(path)) throw new Error(`${webConfigFile} is missing. ${whereToFindIt}`);
  const config = webConfigSchema.safeParse(parseJson(path));
  if (!config.success) throw new Error(`${webConfigFile} is wrong: ${z.prettifyError(config.error)}\n${whereToFindIt}`);
  if (config.data.projectId !== projectId) throw new Error(`${webConfigFile} is for ${config.data.projectId}, but ${projectId} is to be deployed.`);
  const { authDomain, appId, push, ...needed } = config.data;
  return { ...needed, ...(authDomain !== undefined && { authDomain }), ...(appId !== undefined && { appId }), ...(push !== undefined && { push }) };
}

const whereToFindIt =
  'It holds {"projectId": …, "apiKey": …, "region": "asia-east2"} and may hold "authDomain", "appId" and "push": the Firebase console shows them under ' +
  'Project settings, Your apps, and so does "npx firebase apps:sdkconfig web --project PROJECT".';

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
