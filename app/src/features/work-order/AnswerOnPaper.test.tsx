import { type Complaint, untouchedProgress } from '@shouwen/domain/complaint/complaint';
import type { ComplaintState } from '@shouwen/domain/complaint/complaint-values';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Copy } from './copy.ts';
import { AnswerOnPaper } from './AnswerOnPaper.tsx';

const text = '已退35元,经办13800001001';

function printed(state: ComplaintState, copy: Copy): string {
  const complaint = {
    ...untouchedProgress,
    state,
    mailItem: null,
    asks: ['refund', 'apology', 'explanation'],
    answer: {
      text,
      checklist: [
        { ask: 'refund', result: 'met' },
        { ask: 'apology', result: 'partly' },
        { ask: 'explanation', result: 'notMet' },
      ],
    },
  } as unknown as Complaint;
  return renderToStaticMarkup(<AnswerOnPaper complaint={complaint} copy={copy} />);
}

describe('WO-1, KNO-3: the answer on paper', () => {
  test('a box is ticked for what was fulfilled, and for nothing else', () => {
    const boxes = printed('answered', 'customer').match(/[☑☐] vocabulary:ask\.\w+/g);
    expect(boxes).toEqual(['☑ vocabulary:ask.refund', '☐ vocabulary:ask.apology', '☐ vocabulary:ask.explanation']);
  });

  test('numbers of persons stand on the internal copy alone', () => {
    expect(printed('answered', 'customer')).toContain('已退35元,经办13*******01');
    expect(printed('answered', 'internal')).toContain(text);
  });

  test('an answer that the customer did not agree to is void: its words are struck out inside, gone outside, and nothing is ticked', () => {
    expect(printed('reopened', 'internal')).toMatch(/void.*sheet-struck.*已退35元/);
    expect(printed('reopened', 'customer')).not.toContain('已退');
    expect(printed('reopened', 'customer')).toContain('answeredAnew');
    for (const copy of ['customer', 'internal'] as const) expect(printed('reopened', copy)).not.toContain('☑');
    expect(printed('answered', 'internal')).not.toContain('void');
  });
});
