import { readFileSync } from 'node:fs';
import { fromRoot } from '../project-paths.ts';
import { figure, type FigureGroup } from './figure.ts';
import { equivalenceOf } from './mutants/equivalent-mutants.ts';
import { findMutants, type Mutant } from './mutants/find-mutants.ts';
import { openMutantSession } from './mutants/mutant-session.ts';
import { killSecurityMutants } from './security/security-mutants.ts';

/** Where the rules of money are, by the folder whose tests have to hold them. */
export const ruleSources: Record<string, readonly string[]> = {
  refund: [
    'approver/authority',
    'chain',
    'chain-start',
    'decide',
    'decide-due',
    'decide-execution',
    'decide-request',
    'decide-approval',
    'destination',
    'approver/ask-approvers',
    'pins',
    'sum/covers',
    'sum/cumulate',
    'sum/self-approved',
    'sum/suggestion',
  ],
  closure: ['closure', 'decide', 'disposal'],
  ledger: ['posting'],
};

/** How many small mistakes in the rules of money, of the core and of the database, some test notices, of all that make a difference; those that none notices are named. */
export const ruleMutants: FigureGroup = {
  names: ['rule_mutants_killed'],
  measure: async () => {
    const tried = [];
    for (const folder of Object.keys(ruleSources)) tried.push(...(await tryMutants(folder)));
    const survivors = tried.filter(({ isKilled }) => !isKilled).map(({ mutant }) => mutant);
    for (const { path, line, original, replacement } of survivors) console.error(`Not noticed: ${path}:${line}: ${original} → ${replacement}`);
    const security = await killSecurityMutants();
    for (const survivor of security.survivors) console.error(`Not noticed: firestore.rules: ${survivor}`);
    return [figure('rule_mutants_killed', tried.length - survivors.length + security.killed, 'mutants', tried.length + security.total)];
  },
};

/** All mutants of a folder's rules that are not known to be no different. */
export function mutantsOf(folder: string): Mutant[] {
  const paths = (ruleSources[folder] ?? []).map((name) => `domain/src/${folder}/${name}.ts`);
  return paths.flatMap((path) => findMutants(path, readFileSync(fromRoot(path), 'utf8')));
}

async function tryMutants(folder: string): Promise<{ mutant: Mutant; isKilled: boolean }[]> {
  const session = await openMutantSession(folder);
  const tried = [];
  try {
    if (await session.isKilled(null)) throw new Error(`The tests of domain/src/${folder} fail as they are: nothing can be said of mutants.`);
    for (const mutant of mutantsOf(folder)) if (!equivalenceOf(mutant)) tried.push({ mutant, isKilled: await session.isKilled(mutant) });
  } finally {
    await session.close();
  }
  return tried;
}
