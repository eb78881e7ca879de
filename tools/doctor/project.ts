import { styleText } from 'node:util';
import { applicationDefault, deleteApp, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { getFirestore } from 'firebase-admin/firestore';
import type { WebConfig } from '../build.ts';
import { compareAccounts } from './accounts.ts';
import { googleHosts, readProject } from './read-project.ts';
import { type Finding, judge } from './settings.ts';

const colours = { good: 'green', weak: 'yellow', bad: 'red' } as const;

/**
 * Says how safely people sign in to a deployed project.
 *
 * @returns whether nothing is bad.
 * @throws Error that says what could not be looked at, and why.
 */
export async function examineProject({ projectId, apiKey }: WebConfig): Promise<boolean> {
  const credential = applicationDefault();
  const accessToken = await credential.getAccessToken().then(
    ({ access_token }) => access_token,
    () => {
      throw new Error(
        `The settings of ${projectId} cannot be looked at without a login: "gcloud auth application-default login", or GOOGLE_APPLICATION_CREDENTIALS.`,
      );
    },
  );
  const app = initializeApp({ projectId, credential }, 'doctor');
  try {
    const read = await readProject({ projectId, apiKey, accessToken, hosts: googleHosts });
    const findings = judge({ ...read, ...(await compareAccounts(getAuth(app), getFirestore(app))) });
    for (const finding of findings) console.log(lineOf(finding));
    return findings.every(({ verdict }) => verdict !== 'bad');
  } finally {
    await deleteApp(app);
  }
}

export function lineOf({ what, verdict, found, remedy }: Finding): string {
  return `${styleText(colours[verdict], verdict.padEnd(5))}  ${what.padEnd(30)} ${found}${verdict === 'good' ? '' : `. ${remedy}`}`;
}
