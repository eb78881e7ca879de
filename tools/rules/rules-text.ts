/** A function of the rules. */
export interface RuleFunction {
  name: string;
  parameters: readonly string[];
  body: readonly string[] | Choice;
}

/** Which condition counts depends on a text; none does where the text is none of these. */
export interface Choice {
  /** The parameter with the text. */
  about: string;
  kinds: readonly { values: readonly string[]; condition: string }[];
}

const widest = 150;
const indent = '    ';

export function functionText({ name, parameters, body }: RuleFunction): string {
  const lines = 'about' in body ? choiceLines(body) : body.map((condition, index) => `${index === 0 ? 'return ' : '  && '}${condition}`);
  const [last = '', ...before] = lines.toReversed();
  const wrapped = [...before.toReversed(), `${last};`].flatMap(wrap);
  return [`${indent}function ${name}(${parameters.join(', ')}) {`, ...wrapped.map((line) => `${indent}  ${line}`), `${indent}}`].join('\n');
}

function choiceLines({ about, kinds }: Choice): string[] {
  return kinds.map(({ values, condition }, index) => {
    const isOne = values.length === 1 ? `${about} == ${literals(values).slice(1, -1)}` : `${about} in ${literals(values)}`;
    return `${index === 0 ? 'return ' : '  : '}${isOne} ${index === kinds.length - 1 ? '&&' : '?'} ${condition}`;
  });
}

/** A list too long for its line goes on below. */
function wrap(line: string): string[] {
  if (line.length <= widest) return [line];
  const at = line.lastIndexOf(', ', widest) + 1;
  return at === 0 ? [line] : [line.slice(0, at), ...wrap(`      ${line.slice(at + 1)}`)];
}

export function joined(conditions: readonly string[]): string {
  return conditions.length === 1 ? conditions.join('') : `(${conditions.join(' && ')})`;
}

export function literals(values: readonly unknown[]): string {
  return `[${values.map(literal).join(', ')}]`;
}

export function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'` : String(value);
}

export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
