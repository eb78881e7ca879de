import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Choice, ChoiceGroup } from './Choice.tsx';
import type { FieldProps } from './Field.tsx';
import { Select } from './Select.tsx';
import { TextArea, TextField } from './TextField.tsx';

const controls: [string, (field: FieldProps) => string][] = [
  ['input', (field) => renderToStaticMarkup(<TextField {...field} />)],
  ['textarea', (field) => renderToStaticMarkup(<TextArea {...field} />)],
  ['select', (field) => renderToStaticMarkup(<Select {...field} value="" onChoose={() => undefined} />)],
];

function attribute(markup: string, element: string, name: string): string | undefined {
  const tag = new RegExp(`<${element}\\b[^>]*>`).exec(markup)?.[0] ?? '';
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
}

test.each(controls)('a label belongs to its %s, and nothing is said of it that is not so', (element, render) => {
  const markup = render({ label: 'Reason' });
  expect(attribute(markup, 'label', 'for')).toBe(attribute(markup, element, 'id'));
  expect(attribute(markup, element, 'aria-invalid')).toBeUndefined();
  expect(attribute(markup, element, 'aria-describedby')).toBeUndefined();
  expect(markup).not.toContain('data-missing');
});

test.each(controls)('a hint is read out with its %s and is no problem', (element, render) => {
  const markup = render({ label: 'Reason', hint: 'The customer sees it.' });
  expect(attribute(markup, element, 'aria-describedby')).toBe(attribute(markup, 'p', 'id'));
  expect(attribute(markup, element, 'aria-invalid')).toBeUndefined();
  expect(attribute(markup, 'p', 'role')).toBeUndefined();
});

test.each(controls)('a problem takes the place of the hint, marks its %s and is told at once', (element, render) => {
  const markup = render({ label: 'Reason', hint: 'The customer sees it.', problem: 'Give a reason.', part: 'reason' });
  expect(attribute(markup, element, 'aria-describedby')).toBe(attribute(markup, 'p', 'id'));
  expect(attribute(markup, element, 'aria-invalid')).toBe('true');
  expect(attribute(markup, 'p', 'role')).toBe('alert');
  expect(markup).toContain('Give a reason.');
  expect(markup).not.toContain('The customer sees it.');
  expect(markup).toContain('data-field="reason" data-missing="true"');
});

test.each(controls)('where the page tells what is missing, the field of a %s marks it and keeps quiet', (element, render) => {
  const markup = render({ label: 'Reason', problem: 'Give a reason.', isProblemQuiet: true });
  expect(attribute(markup, element, 'aria-invalid')).toBe('true');
  expect(attribute(markup, 'p', 'role')).toBeUndefined();
});

test('choices stand in a group of their name, and the whole box of each belongs to it', () => {
  const markup = renderToStaticMarkup(
    <ChoiceGroup layout="row" label="How it is paid" problem="Choose one.">
      <Choice kind="radio" name="form" isChosen onChoose={() => undefined}>
        Cash
      </Choice>
    </ChoiceGroup>,
  );
  expect(markup).toContain('<legend>How it is paid</legend>');
  expect(attribute(markup, 'fieldset', 'aria-describedby')).toBe(attribute(markup, 'p', 'id'));
  expect(markup).toMatch(/<label class="choice"><input type="radio" name="form" checked=""\/><span>Cash<\/span><\/label>/);
});
