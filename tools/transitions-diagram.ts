import { writeFileSync } from 'node:fs';
import { assistTransitions } from '@shouwen/domain/assist/transitions';
import { transitions } from '@shouwen/domain/complaint/transitions';
import { fromRoot } from './project-paths.ts';

interface Transition {
  command: string;
  from: readonly string[];
  to: string | null;
  by: readonly string[];
}

/** A transition table and what a drawing of it has to know besides. */
interface Drawing {
  file: string;
  title: string;
  table: string;
  transitions: readonly Transition[];
  start: string;
  ends: readonly string[];
  /** Steps that are nobody's command: they follow from another one. */
  followingSteps: readonly { from: string; to: string; by: string }[];
  note: string;
}

/** A reopened complaint that changes hands stays visibly reopened. */
const keepsReopened: readonly string[] = ['return', 'assign', 'releaseHandler'];

const complaints: Drawing = {
  file: 'docs/transitions.md',
  title: 'Transitions',
  table: 'domain/src/complaint/transitions.ts',
  transitions,
  start: 'recorded',
  ends: ['closed', 'outOfScope', 'merged', 'withdrawn'],
  followingSteps: [
    { from: 'recorded', to: 'assigned', by: 'the product finds a handler' },
    { from: 'accepted', to: 'inProgress', by: 'the handler’s first own step' },
    { from: 'accepted', to: 'awaitingApproval', by: 'a refund is asked for' },
    { from: 'inProgress', to: 'awaitingApproval', by: 'a refund is asked for' },
    { from: 'awaitingApproval', to: 'inProgress', by: 'no refund is asked for any more' },
  ],
  note: 'A dash means that the state stays. A reopened complaint stays reopened while it changes hands. The first own step of the handler after accepting begins the work. Work in hand waits for approval while a refund is asked for (`noteRefund`). The last answer of those asked to assist ends the wait for them (`noteAssist`).',
};

const assists: Drawing = {
  file: 'docs/assist-transitions.md',
  title: 'Transitions of an assist',
  table: 'domain/src/assist/transitions.ts',
  transitions: assistTransitions,
  start: 'requested',
  ends: ['closed', 'cancelled', 'refused'],
  followingSteps: [
    { from: 'requested', to: 'refused', by: 'it cannot be asked' },
    { from: 'asked', to: 'returned', by: 'return' },
    { from: 'asked', to: 'inArbitration', by: 'return, by the second unit' },
    { from: 'answered', to: 'closed', by: 'the pack’s days are over' },
  ],
  note: 'A dash means that the state stays or depends on more than the command. Members and heads are those of the asked unit; what outsiders are asked, the asking side answers in their words. Where the complaint has ended, the schedule cancels.',
};

export const drawings: readonly Drawing[] = [complaints, assists];

/** The diagram of states with the table behind it, as Markdown; it says what the transition table says and nothing of its own. */
export function transitionsDocument(drawing: Drawing): string {
  return [
    `# ${drawing.title}`,
    '',
    `Drawn from \`${drawing.table}\` by \`npm run diagram\`; do not edit. The words are those of the [glossary](glossary.md).`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${drawing.start}`,
    ...arrows(drawing),
    ...drawing.ends.map((end) => `  ${end} --> [*]`),
    '```',
    '',
    '| command | while it is | leads to | open to |',
    '| --- | --- | --- | --- |',
    ...drawing.transitions.map(row),
    '',
    drawing.note,
    '',
  ].join('\n');
}

/** One arrow for each pair of states, with all commands that lead from the one to the other. */
function arrows({ followingSteps, transitions: table }: Drawing): string[] {
  const labels = new Map<string, string[]>();
  for (const { from, to, by } of [...followingSteps, ...table.flatMap(stepsOf)]) {
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

if (import.meta.main) for (const drawing of drawings) writeFileSync(fromRoot(drawing.file), transitionsDocument(drawing));
