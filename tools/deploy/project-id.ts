import { existsSync, readFileSync } from 'node:fs';
import { fromRoot } from '../project-paths.ts';

/**
 * The project to deploy to: `--project` on the command line, else the default one of .firebaserc.
 *
 * @throws Error when there is none, or when it is one of the emulators'.
 */
export function deployedProjectId(args: readonly string[], aliasesPath: string = fromRoot('.firebaserc')): string {
  const at = args.indexOf('--project');
  const projectId = at >= 0 ? args[at + 1] : defaultProjectId(aliasesPath);
  if (projectId === undefined || projectId === '')
    throw new Error('Which project? Say "npm run deploy -- --project PROJECT", or "npx firebase use --add" once.');
  if (projectId.startsWith('demo-')) throw new Error(`${projectId} is a project of the emulators; it does not exist anywhere else.`);
  return projectId;
}

function defaultProjectId(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  return (JSON.parse(readFileSync(path, 'utf8')) as { projects?: { default?: string } }).projects?.default;
}
