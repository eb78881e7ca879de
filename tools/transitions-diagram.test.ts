import { readFileSync } from 'node:fs';
import { assistStates } from '@shouwen/domain/assist/assist-values';
import { complaintStates } from '@shouwen/domain/complaint/complaint-values';
import { describe, expect, test } from 'vitest';
import { fromRoot } from './project-paths.ts';
import { drawings, transitionsDocument } from './transitions-diagram.ts';

const statesOf: Record<string, readonly string[]> = { 'docs/transitions.md': complaintStates, 'docs/assist-transitions.md': assistStates };

describe.each(drawings)('the diagram of states in $file', (drawing) => {
  const drawn = transitionsDocument(drawing);

  test('is the one that the transition table makes; npm run diagram draws it anew', () => {
    expect(readFileSync(fromRoot(drawing.file), 'utf8')).toBe(drawn);
  });

  test('reaches every state and names every command', () => {
    for (const state of statesOf[drawing.file] ?? ['none']) expect(drawn).toMatch(new RegExp(`--> ${state}\\b`));
    for (const { command } of drawing.transitions) expect(drawn).toContain(`| ${command} |`);
  });

  test('draws no arrow twice, and lets nothing but an end end', () => {
    const arrows = drawn.match(/^ {2}\S+ --> \S+?(?=:|$)/gm) ?? [];
    expect(new Set(arrows).size).toBe(arrows.length);
    expect(arrows.filter((arrow) => arrow.endsWith('[*]')).map((arrow) => arrow.trim().split(' ')[0])).toEqual(drawing.ends);
  });
});
