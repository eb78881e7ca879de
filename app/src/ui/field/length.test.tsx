// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Form } from './Form.tsx';
import { lengthOf, LengthWordsContext } from './length-words.ts';
import { TextArea, TextField } from './TextField.tsx';

const pasted = '长'.repeat(5230);
const words = { left: (count: number) => `${count} left`, over: (count: number, most: number) => `${count} over ${most}` };

afterEach(() => document.body.replaceChildren());

describe('a text longer than is taken is told and never cut', () => {
  test.each([
    ['', 500, { kind: 'fits' }],
    ['长'.repeat(399), 500, { kind: 'fits' }],
    ['长'.repeat(400), 500, { kind: 'near', count: 100 }],
    ['长'.repeat(500), 500, { kind: 'near', count: 0 }],
    [` ${'长'.repeat(500)}\n`, 500, { kind: 'near', count: 0 }],
    ['长'.repeat(501), 500, { kind: 'over', count: 1 }],
    [pasted, 2000, { kind: 'over', count: 3230 }],
  ])('%.3s… of %i', (text, longest, length) => {
    expect(lengthOf(text, longest)).toEqual(length);
  });

  test.each([
    ['a text of several lines', <TextArea key="area" label="What" longest={2000} value={pasted} />],
    ['a line', <TextField key="line" label="What" longest={2000} value={pasted} />],
  ])('%s keeps all of a paste, and says how much is too much', (_kind, field) => {
    const markup = renderToStaticMarkup(<LengthWordsContext value={words}>{field}</LengthWordsContext>);
    expect(markup).toContain(pasted);
    expect(markup).toContain('3230 over 2000');
    expect(markup).toContain('aria-invalid="true"');
    expect(markup.toLowerCase()).not.toContain('maxlength');
  });

  test('what is left is told near the end, behind the hint, and nothing before', () => {
    const markupOf = (count: number) =>
      renderToStaticMarkup(
        <LengthWordsContext value={words}>
          <TextArea label="What" hint="In their words." longest={500} value={'长'.repeat(count)} />
        </LengthWordsContext>,
      );
    expect(markupOf(450)).toContain('In their words. 50 left');
    expect(markupOf(100)).toContain('In their words.</p>');
  });

  test.each([
    ['is not sent while a text is too long', 501, 0],
    ['is sent once it fits', 500, 1],
  ])('a form %s', (_told, count, sent) => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    const onSubmit = vi.fn();
    const page = document.body.appendChild(document.createElement('div'));
    act(() =>
      createRoot(page).render(
        <Form onSubmit={onSubmit}>
          <TextArea label="Why" longest={500} value={'长'.repeat(count)} />
          <button type="submit">Send</button>
        </Form>,
      ),
    );
    act(() => void page.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    expect(onSubmit).toHaveBeenCalledTimes(sent);
    expect(document.activeElement?.tagName).toBe(sent === 0 ? 'TEXTAREA' : 'BODY');
  });
});
