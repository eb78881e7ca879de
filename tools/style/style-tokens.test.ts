import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

const tokensPath = 'app/src/ui/tokens.css';
const sheets = sourceFiles.filter(({ path }) => path.startsWith('app/src/') && path.endsWith('.css') && !path.startsWith('app/src/status/'));

/** What is printed has its own measures, in points and millimetres, and is black on white whatever the phone's colours. */
const paper = ['app/src/features/work-order/WorkOrderPage.css', 'app/src/features/closure/ClosureReceipt.css', 'app/src/features/refund/RefundOrderPage.css'];

/** Named one by one, each with its reason. */
const exceptions: Record<string, string> = {
  'app/src/frame/TabBar.css box-shadow: inset 0 3px var(--accent)': 'a line drawn inside the tab, which takes no room as a border would',
};

interface Declaration {
  path: string;
  property: string;
  value: string;
}

const declarations: Declaration[] = sheets
  .filter(({ path }) => path !== tokensPath)
  .flatMap(({ path, text }) =>
    [...text.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([\w-]+):\s*([^;{}]+);/g)].map(([, property = '', value = '']) => ({
      path,
      property,
      value: value.replaceAll(/\s+/g, ' ').trim(),
    })),
  );

/** Declarations of such properties in which the pattern is found, but for what stands on paper or is excepted. */
function ownFigures(property: RegExp, figure: RegExp): string[] {
  return declarations
    .filter((one) => property.test(one.property) && figure.test(one.value) && !paper.includes(one.path))
    .map((one) => `${one.path} ${one.property}: ${one.value}`)
    .filter((line) => exceptions[line] === undefined);
}

const length = /(?<![\w.-])\.?\d[\d.]*(px|rem|em)\b/;

test('styles are found, and the tokens that they are made of', () => {
  expect(declarations.length).toBeGreaterThan(500);
  expect(sheets.some(({ path }) => path === tokensPath)).toBe(true);
});

test('sizes of type, weights and corners are tokens: --type-…, --weight-…, --radius-…', () => {
  expect(ownFigures(/^font-size$/, length)).toEqual([]);
  expect(ownFigures(/^font-weight$/, /\d/)).toEqual([]);
  expect(ownFigures(/radius$/, length)).toEqual([]);
});

test('room within and between things is a token: --space-…', () => {
  expect(ownFigures(/^(gap|(row|column)-gap|(padding|margin)(-[\w-]+)?)$/, length)).toEqual([]);
});

test('shadows, movements and colours are tokens: --elevation-…, --motion-…, and the names of colours', () => {
  expect(ownFigures(/^box-shadow$/, /\d/)).toEqual([]);
  expect(ownFigures(/^(transition|animation)/, /\d(ms|s)\b/)).toEqual([]);
  expect(ownFigures(/./, /#[\da-f]{3,8}\b|\b(rgb|hsl)a?\(/i)).toEqual([]);
});

test('every token that is named exists, and every one of our own is used', () => {
  const tokens = sheets.find(({ path }) => path === tokensPath)?.text ?? '';
  const defined = new Set([...tokens.matchAll(/^\s+(--[\w-]+):/gm)].map(([, name = '']) => name));
  const everywhere = sourceFiles.filter(({ path }) => path.startsWith('app/src/') && !path.startsWith('app/src/status/')).map(({ text }) => text);
  const named = new Set(everywhere.flatMap((text) => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name)));
  const local = new Set(declarations.map(({ property }) => property).filter((property) => property.startsWith('--')));
  const setInCode = /style=|setProperty/;
  const codeSets = everywhere.filter((text) => setInCode.test(text)).join('\n');
  expect([...named].filter((name) => !defined.has(name) && !local.has(name) && !codeSets.includes(`'${name}'`))).toEqual([]);
  expect([...defined].filter((name) => !name.startsWith('--ion-') && !named.has(name))).toEqual([]);
});

test('the styles of a component stand beside it, and it is the one that brings them', () => {
  const code = sourceFiles.filter(({ path }) => path.startsWith('app/src/') && /\.tsx?$/.test(path));
  const lonely = sheets.filter(({ path }) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const name = path.slice(folder.length);
    return !code.some((file) => file.text.includes(`/${name}';`) && (file.path.startsWith(folder) || path.startsWith('app/src/ui/')));
  });
  expect(lonely.map(({ path }) => path)).toEqual([]);
});

test("a component's styles are its last import, after the kit's, so that they go before those", () => {
  const users = sourceFiles.filter(({ path }) => /^app\/src\/(features|parts|frame|shell)\/.*\.tsx$/.test(path));
  const stylesBeforeCode = /^import '[^']+\.css';\nimport (?!'[^']+\.css';)/m;
  expect(users.filter(({ text }) => stylesBeforeCode.test(text)).map(({ path }) => path)).toEqual([]);
});
