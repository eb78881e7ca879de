import { readFileSync } from 'node:fs';
import { type Questions, questionsTo, sendOrThrow, writesOf } from '../../../tests/support/rules-questions.ts';
import { startFirestoreOnly } from '../../emulators.ts';
import { fromRoot } from '../../project-paths.ts';
import { triedBlocks } from './security-blocks.ts';
import { type SecurityMutant, securityMutants } from './security-mutations.ts';
import { type SecurityQuestion, securityQuestions, securitySeed } from './security-questions.ts';

interface SecurityMutantsResult {
  killed: number;
  /** Mutants that differ from the rules in something that can be asked. */
  total: number;
  survivors: string[];
  /** Mutants that no question could tell from the rules, each with the reason; they are not tried. */
  equivalent: string[];
}

const projectId = 'demo-shouwen-security-mutants';
const atOnce = 12;

/** Mutants that no question can tell from the rules, by what of their description they have in common. */
const equivalents: readonly { says: RegExp; reason: string }[] = [
  { says: /: -?1 for “.*get\('auth_time', ‹0›\)/, reason: 'a sign-in a second before or after 1970 began is as old as one then' },
  {
    says: /: (?:604800001|604799999) for “.*sessionMs/,
    reason: 'a sign-in is said to the second and the emulator keeps its own clock: no question can be sent in the one millisecond between',
  },
];

function equivalenceOf({ says }: SecurityMutant): string | null {
  return equivalents.find((equivalent) => equivalent.says.test(says))?.reason ?? null;
}

/**
 * Loads each mutant of the rules about money and photos into the emulator and asks until an answer differs from the original's: allowed, refused, or broken
 * off, which to a phone is a refusal but would be none any more as soon as whatever broke it is mended.
 */
export async function killSecurityMutants(): Promise<SecurityMutantsResult> {
  const { host, stop } = await startFirestoreOnly();
  try {
    const rulesText = readFileSync(fromRoot('firestore.rules'), 'utf8');
    const rules = questionsTo(host, projectId, (reply) => reply);
    await load(host, rulesText);
    await seed(host);
    const questions = await withAnswers(rules, securityQuestions());
    const blocks = triedBlocks(rulesText);
    const mutants = securityMutants(rulesText, Object.keys(blocks)).map((mutant) => ({ ...mutant, reason: equivalenceOf(mutant) }));
    const different = mutants.filter(({ reason }) => reason === null);
    const survivors: string[] = [];
    for (const mutant of different) {
      await load(host, mutant.rulesText);
      if (!(await isKilled(rules, mutant, questions, blocks[mutant.block] ?? []))) survivors.push(mutant.says);
    }
    const equivalent = mutants.flatMap(({ says, reason }) => (reason === null ? [] : [`${says}: ${reason}`]));
    return { killed: different.length - survivors.length, total: different.length, survivors, equivalent };
  } finally {
    await stop();
  }
}

/** Loading rules also empties the emulator's report about them, which would grow with every question. */
async function load(host: string, content: string): Promise<void> {
  const url = `http://${host}/emulator/v1/projects/${projectId}:securityRules`;
  await sendOrThrow(url, 'PUT', 'anonymous', { rules: { files: [{ name: 'firestore.rules', content }] } });
}

async function seed(host: string): Promise<void> {
  const documents = Object.entries(securitySeed).map(([path, fields]) => ({ path, fields }));
  const url = `http://${host}/v1/projects/${projectId}/databases/(default)/documents:commit`;
  await sendOrThrow(url, 'POST', 'function', { writes: writesOf(projectId, documents) });
}

interface AnsweredQuestion extends SecurityQuestion {
  answer: string;
}

/** @throws Error when the rules themselves break off at a question: then it tells nothing. */
async function withAnswers(rules: Questions, questions: readonly SecurityQuestion[]): Promise<AnsweredQuestion[]> {
  const answered: AnsweredQuestion[] = [];
  for (let index = 0; index < questions.length; index += atOnce) {
    answered.push(
      ...(await Promise.all(questions.slice(index, index + atOnce).map(async (question) => ({ ...question, answer: await answerTo(question, rules) })))),
    );
  }
  const broken = answered.find(({ answer }) => answer === 'fault');
  if (broken) throw new Error(`The rules break off at “${broken.says}”.`);
  return answered;
}

async function answerTo(question: SecurityQuestion, rules: Questions): Promise<string> {
  const verdict = await question.ask(rules);
  return verdict.startsWith('fault') ? 'fault' : verdict;
}

async function isKilled(rules: Questions, mutant: SecurityMutant, questions: readonly AnsweredQuestion[], about: readonly string[]): Promise<boolean> {
  const sorted = byRelevance(mutant, questions, about);
  for (let index = 0; index < sorted.length; index += atOnce) {
    const differs = await Promise.all(sorted.slice(index, index + atOnce).map(async (question) => (await answerTo(question, rules)) !== question.answer));
    if (differs.includes(true)) return true;
  }
  return false;
}

/** Questions about the mutant's collections, those first that share most words with it; and all others when it is in what all use. */
function byRelevance({ says }: SecurityMutant, questions: readonly AnsweredQuestion[], about: readonly string[]): AnsweredQuestion[] {
  const words = [...new Set(says.match(/[A-Za-z_]{4,}/g) ?? [])];
  const sharedWords = (question: AnsweredQuestion): number => words.filter((word) => question.says.includes(word)).length;
  return questions
    .filter((question) => about.length === 0 || about.includes(question.about))
    .map((question) => ({ question, shared: sharedWords(question) }))
    .sort((one, other) => other.shared - one.shared)
    .map(({ question }) => question);
}
