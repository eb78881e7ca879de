import { readWebConfig } from './deploy/web-config.ts';
import { deployedProjectId } from './deploy/project-id.ts';
import { examineMachine } from './doctor/machine.ts';
import { examineProject } from './doctor/project.ts';

/** Without a project: what this machine has. With `--project`: how safely people sign in to what is deployed there. */
const args = process.argv.slice(2);

try {
  process.exitCode = (args.includes('--project') ? await examineDeployed() : await examineMachine()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function examineDeployed(): Promise<boolean> {
  return examineProject(readWebConfig(deployedProjectId(args)));
}
