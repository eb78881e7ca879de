import { readFileSync } from 'node:fs';
import { fromRoot } from '../../tools/project-paths.ts';
import { type CoverageNode, RuleCoverage } from './rules-coverage.ts';
import { type Questions, questionsTo, type Reply, sendOrThrow, writesOf } from './rules-questions.ts';
import type { Fields } from './rules-values.ts';

export interface RulesClient extends Questions {
  /**
   * The same questions to a twin of the database, whose coverage nobody reads: the emulator's report holds every value of every expression,
   * so that what has been seen often enough is better not measured again.
   */
  readonly unmeasured: Questions;
  readonly coverage: RuleCoverage;
  /** How many questions were put to the rules. */
  readonly asked: number;
  /** Removes all documents, then writes these as a function would. */
  seed(documents: Record<string, Fields>): Promise<void>;
  /** Works through all items, several at a time, and takes the coverage in between: the emulator's report grows with every request. */
  each<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]>;
  /** Adds what was evaluated since the last time to the coverage. */
  harvest(): Promise<void>;
}

const atOnce = 12;
const harvestEvery = { measured: 150, unmeasured: 900 };

export async function connectRules(host: string, projectId: string): Promise<RulesClient> {
  const rulesText = readFileSync(fromRoot('firestore.rules'), 'utf8');
  const coverage = new RuleCoverage(rulesText);
  const sinceReset = { measured: 0, unmeasured: 0 };
  let asked = 0;

  const counting =
    (kind: keyof typeof sinceReset) =>
    (reply: Reply): Reply => {
      asked += 1;
      sinceReset[kind] += 1;
      return reply;
    };
  const twins = { measured: `${projectId}-measured` as const, unmeasured: `${projectId}-unmeasured` as const };
  const emulator = (twin: string): string => `http://${host}/emulator/v1/projects/${twin}`;

  /** Loading the rules anew empties the emulator's report. */
  async function loadRules(kind: keyof typeof twins): Promise<void> {
    await sendOrThrow(`${emulator(twins[kind])}:securityRules`, 'PUT', 'anonymous', { rules: { files: [{ name: 'firestore.rules', content: rulesText }] } });
    sinceReset[kind] = 0;
  }

  async function harvest(): Promise<void> {
    const { text } = await sendOrThrow(`${emulator(twins.measured)}:ruleCoverage`, 'GET', 'anonymous');
    coverage.add((JSON.parse(text) as { report?: CoverageNode[] }).report ?? []);
    await loadRules('measured');
  }

  async function each<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
    const results = await severalAtOnce(items, work);
    if (sinceReset.measured >= harvestEvery.measured) await harvest();
    if (sinceReset.unmeasured >= harvestEvery.unmeasured) await loadRules('unmeasured');
    return results;
  }

  async function seed(content: Record<string, Fields>): Promise<void> {
    const creations = Object.entries(content).map(([path, fields]) => ({ path, fields }));
    for (const twin of Object.values(twins)) {
      await sendOrThrow(`${emulator(twin)}/databases/(default)/documents`, 'DELETE', 'anonymous');
      await sendOrThrow(`http://${host}/v1/projects/${twin}/databases/(default)/documents:commit`, 'POST', 'function', { writes: writesOf(twin, creations) });
    }
  }

  await loadRules('measured');
  await loadRules('unmeasured');
  return {
    ...questionsTo(host, twins.measured, counting('measured')),
    unmeasured: questionsTo(host, twins.unmeasured, counting('unmeasured')),
    coverage,
    get asked() {
      return asked;
    },
    seed,
    each,
    harvest,
  };
}

async function severalAtOnce<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
