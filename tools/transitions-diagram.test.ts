import { readFileSync } from 'node:fs';
import { complaintStates } from '@shouwen/domain/complaint/complaint-values';
import { transitions } from '@shouwen/domain/complaint/transitions';
import { describe, expect, test } from 'vitest';
import { fromRoot } from './project-paths.ts';
import { diagramFile, transitionsDocument } from './transitions-diagram.ts';

describe('the diagram of states in docs', () => {
  test('is the one that the transition table makes; npm run diagram draws it anew', () => {
    expect(readFileSync(fromRoot(diagramFile), 'utf8')).toBe(transitionsDocument());
  });

  test('reaches every state and names every command', () => {
    const drawn = transitionsDocument();
    for (const state of complaintStates) expect(drawn).toMatch(new RegExp(`--> ${state}\\b`));
    for (const { command } of transitions) expect(drawn).toContain(`| ${command} |`);
  });

  test('draws no arrow twice, and lets nothing but an end end', () => {
    const arrows = transitionsDocument().match(/^ {2}\S+ --> \S+?(?=:|$)/gm) ?? [];
    expect(new Set(arrows).size).toBe(arrows.length);
    expect(arrows.filter((arrow) => arrow.endsWith('[*]')).map((arrow) => arrow.trim().split(' ')[0])).toEqual(['closed', 'outOfScope', 'merged', 'withdrawn']);
  });
});
