import { readFileSync } from 'node:fs';
import { fromRoot } from '../../tools/project-paths.ts';
import { type Creation, type Questions, questionsTo, sendOrThrow, writesOf } from '../support/rules-questions.ts';
import { organisation, storedComplaints } from './city.ts';
import { newDocuments } from './created-documents.ts';
import { journals, justSignedIn, newCommand } from './journals.ts';
import { storedMoney } from './money-subjects.ts';
import { longestOf } from './new-documents.ts';

/** How much of the thousand expressions that a request may cost the longest documents leave free. */
export interface HeadRoom {
  percent: number;
  /** The kinds that leave the least. */
  tightest: string[];
}

interface Kind {
  name: string;
  create(rules: Questions): Promise<string>;
}

/** What is left for parameters to come. */
export const leastHeadRoomPercent = 25;

const projectId = 'demo-shouwen-head-room';
/** True of everything that is created, and as cheap as a condition on a field can be: `data.f == v`. */
const cheapest = "request.method == 'create'";
/** More in one row are too many for the compiler. */
const inARow = 50;
const mostExpressions = 1000;
const atOnce = 12;

/**
 * Adds conditions of the cheapest kind to every rule until the first of the longest documents is refused, and compares how many that took with how
 * many an empty rule takes.
 */
export async function measureHeadRoom(host: string): Promise<HeadRoom> {
  const rulesText = readFileSync(fromRoot('firestore.rules'), 'utf8');
  const kinds = longestKinds();
  const inEmptyRules = await mostWithout(kinds.slice(0, 1), (count, some) => refusedKinds(host, emptyRules, count, some));
  const inRules = await mostWithout(kinds, (count, some) => refusedKinds(host, rulesText, count, some));
  const tightest = await refusedKinds(host, rulesText, inRules + 1, kinds);
  return { percent: Math.round((1000 * inRules) / inEmptyRules) / 10, tightest: tightest.map(({ name }) => name) };
}

const emptyRules = "rules_version = '2';\nservice cloud.firestore {\n  match /{document=**} {\n    allow create: if true;\n  }\n}\n";

/** The kinds whose longest documents leave less free than is wanted: one look instead of the many that it takes to know how much they leave. */
export async function kindsWithLess(host: string, wantedPercent: number): Promise<string[]> {
  const kinds = longestKinds();
  const inEmptyRules = await mostWithout(kinds.slice(0, 1), (count, some) => refusedKinds(host, emptyRules, count, some));
  const refused = await refusedKinds(host, readFileSync(fromRoot('firestore.rules'), 'utf8'), Math.ceil((inEmptyRules * wantedPercent) / 100), kinds);
  return refused.map(({ name }) => name);
}

/** Every command of every journal and every other document that clients create, each as long as it may be. */
export function longestKinds(): Kind[] {
  const commands = journals.flatMap((journal) =>
    Object.entries(journal.longest).map(([type, payload]) => kind(`${journal.name}: ${type}`, () => newCommand(journal, type, payload))),
  );
  const documents = newDocuments.flatMap(({ name, policy, valid, creation, isPublic }) => {
    const longest = longestOf({ policy, valid });
    const maps = Object.entries(policy).flatMap(([field, { accepts = {} }]) =>
      Object.entries(accepts)
        .filter(([, value]) => isMap(value))
        .map(([says, value]) => ({ field, says, value })),
    );
    return [
      kind(name, () => creation(longest), isPublic),
      ...maps.map(({ field, says, value }) => kind(`${name} (${field}: ${says})`, () => creation({ ...longest, [field]: value }), isPublic)),
    ];
  });
  return [...commands, ...documents];
}

/** Of a map there are several kinds, of which the dearest need not be the longest. */
function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function kind(name: string, creation: () => Creation[], isPublic = false): Kind {
  return { name, create: (rules) => rules.create(isPublic ? 'anonymous' : justSignedIn(), creation()) };
}

function conditions(count: number): string {
  const rows = Array.from({ length: Math.ceil(count / inARow) }, (_, row) => Array.from({ length: Math.min(inARow, count - row * inARow) }, () => cheapest));
  return count === 0 ? 'true' : rows.map((row) => `(${row.join(' && ')})`).join(' && ');
}

/** The greatest count with which no kind is refused. What is let in with more conditions than another kind need not be asked about with fewer. */
async function mostWithout(kinds: readonly Kind[], refused: (count: number, kinds: readonly Kind[]) => Promise<Kind[]>): Promise<number> {
  let least = 0;
  let most = mostExpressions / 4;
  let left = kinds;
  const atFirst = await refused(least, left);
  if (atFirst.length > 0) throw new Error(`Refused as it is: ${atFirst.map(({ name }) => name).join(', ')}.`);
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    const those = await refused(middle, left);
    if (those.length === 0) least = middle;
    else [most, left] = [middle - 1, those];
  }
  return least;
}

/** Every look begins with the same documents, because some have one id each. */
async function refusedKinds(host: string, rulesText: string, count: number, kinds: readonly Kind[]): Promise<Kind[]> {
  const rules = questionsTo(host, projectId, (reply) => reply);
  await load(host, rulesText.replaceAll('allow create: if ', `allow create: if ${conditions(count)} && `));
  await seed(host);
  const refused: Kind[] = [];
  for (let index = 0; index < kinds.length; index += atOnce) {
    const some = kinds.slice(index, index + atOnce);
    const verdicts = await Promise.all(some.map(({ create }) => create(rules)));
    refused.push(...some.filter((_kind, at) => verdicts[at] !== 'allowed'));
  }
  return refused;
}

async function load(host: string, content: string): Promise<void> {
  const url = `http://${host}/emulator/v1/projects/${projectId}:securityRules`;
  await sendOrThrow(url, 'PUT', 'anonymous', { rules: { files: [{ name: 'firestore.rules', content }] } });
}

async function seed(host: string): Promise<void> {
  await sendOrThrow(`http://${host}/emulator/v1/projects/${projectId}/databases/(default)/documents`, 'DELETE', 'anonymous');
  const documents = { ...organisation, ...storedComplaints, ...storedMoney };
  const writes = writesOf(
    projectId,
    Object.entries(documents).map(([path, fields]) => ({ path, fields })),
  );
  await sendOrThrow(`http://${host}/v1/projects/${projectId}/databases/(default)/documents:commit`, 'POST', 'function', { writes });
}
