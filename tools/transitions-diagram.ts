import { writeFileSync } from 'node:fs';
import { transitions } from '@shouwen/domain/complaint/transitions';
import { fromRoot } from './project-paths.ts';

type Transition = (typeof transitions)[number];

export const diagramFile = 'docs/transitions.md';

/** Steps that are nobody's command: they follow from another one. */
const followingSteps = [
  { from: 'recorded', to: 'assigned', by: 'the product finds a handler' },
  { from: 'accepted', to: 'inProgress', by: 'the handler’s first own step' },
  { from: 'accepted', to: 'awaitingApproval', by: 'a refund is asked for' },
  { from: 'inProgress', to: 'awaitingApproval', by: 'a refund is asked for' },
  { from: 'awaitingApproval', to: 'inProgress', by: 'no refund is asked for any more' },
];
/** A reopened complaint that changes hands stays visibly reopened. */
const keepsReopened: readonly string[] = ['return', 'assign', 'releaseHandler'];
const ends = ['closed', 'outOfScope', 'merged', 'withdrawn'];

/** The diagram of a complaint's states with the table behind it, as Markdown; it says what the transition table says and nothing of its own. */
export function transitionsDocument(): string {
  return [
    '# Transitions',
    '',
    'Drawn from `domain/src/complaint/transitions.ts` by `npm run diagram`; do not edit. The words are those of the [glossary](glossary.md).',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> recorded',
    ...arrows(),
    ...ends.map((end) => `  ${end} --> [*]`),
    '```',
    '',
    '| command | while it is | leads to | open to |',
    '| --- | --- | --- | --- |',
    ...transitions.map(row),
    '',
    'A dash means that the state stays. A reopened complaint stays reopened while it changes hands. The first own step of the handler after accepting begins the work. Work in hand waits for approval while a refund is asked for (`noteRefund`).',
    '',
  ].join('\n');
}

/** One arrow for each pair of states, with all commands that lead from the one to the other. */
function arrows(): string[] {
  const labels = new Map<string, string[]>();
  for (const { from, to, by } of [...followingSteps, ...transitions.flatMap(stepsOf)]) {
    const pair = `${from} --> ${to}`;
    labels.set(pair, [...(labels.get(pair) ?? []), by]);
  }
  return [...labels].map(([pair, by]) => `  ${pair}: ${by.join(', ')}`);
}

function stepsOf({ command, from, to }: Transition): { from: string; to: string; by: string }[] {
  if (to === null) return [];
  return from.filter((state) => state !== 'reopened' || !keepsReopened.includes(command)).map((state) => ({ from: state, to, by: command }));
}

function row({ command, from, to, by }: Transition): string {
  return `| ${command} | ${from.join(', ')} | ${to ?? '–'} | ${by.join(', ')} |`;
}

if (import.meta.main) writeFileSync(fromRoot(diagramFile), transitionsDocument());
