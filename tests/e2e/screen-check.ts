import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';

/** What every screen is seen in: Chinese in light colours and English in dark ones, so that both sets of colours are looked at. */
export const looks = [
  { language: 'zh-CN', colorScheme: 'light' },
  { language: 'en', colorScheme: 'dark' },
] as const;

export type Look = (typeof looks)[number];

/** A phone whose app speaks and shines like that; a test walks through the screens in the first look and sees each in all of them. */
export async function pageIn(browser: Browser, options: BrowserContextOptions = {}, { language, colorScheme }: Look = looks[0]): Promise<Page> {
  const context = await browser.newContext({ colorScheme, ...options });
  await context.addInitScript((chosen) => localStorage.setItem('shouwen.language', chosen), language);
  return context.newPage();
}

/**
 * Looks at the screen as it stands, in each look: nothing serious for those who use assistive technology, no text beyond the edge of a small
 * phone, no text that was never translated, and the language named that the page is written in. With SHOUWEN_SHOTS set to a folder, pictures
 * are kept there.
 */
export async function checkScreen(page: Page, name: string, seen: readonly [Look, ...Look[]] = looks): Promise<void> {
  for (const look of seen) {
    await show(page, look);
    await settled(page);
    await photograph(page, `${name} ${look.language} ${look.colorScheme}`);
    const problems = [
      ...(await accessibilityProblems(page, look === seen[0])),
      ...(await page.evaluate(layoutProblems)),
      ...(await textProblems(page, look.language)),
    ];
    expect.soft(problems, `${name} in ${look.language}`).toEqual([]);
  }
  if (seen.length > 1) await show(page, seen[0]);
}

/** What is only said in English, said in the middle of a test that walks in Chinese. */
export async function inEnglish(page: Page, look: () => Promise<void>): Promise<void> {
  await show(page, looks[1]);
  await look();
  await show(page, looks[0]);
}

/** Changes language and colours where the page stands, as its own switch or another window of the app does; whatever is open stays open. */
async function show(page: Page, { language, colorScheme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate((chosen) => {
    if (document.documentElement.lang === chosen) return;
    const ownSwitch = document.querySelector<HTMLElement>(`header.bar button[lang="${chosen}"]`);
    if (ownSwitch) return ownSwitch.click();
    localStorage.setItem('shouwen.language', chosen);
    window.dispatchEvent(new StorageEvent('storage', { key: 'shouwen.language', newValue: chosen }));
  }, language);
  await page.waitForFunction((chosen) => document.documentElement.lang === chosen, language);
}

/** Nothing is being loaded or moved any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const isMoving = document
      .getAnimations()
      .some((animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Infinity);
    const isLoading = [...document.querySelectorAll('.skeleton')].some((skeleton) => skeleton.checkVisibility());
    return !isMoving && !isLoading && document.fonts.status === 'loaded';
  });
}

async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOUWEN_SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.png`) });
}

/** What is there is the same in every look, and is looked at whole in the first; colours and words differ. */
const rulesOfEachLook = ['color-contrast', 'html-has-lang', 'html-lang-valid', 'button-name', 'link-name', 'label'];

async function accessibilityProblems(page: Page, isFirst: boolean): Promise<string[]> {
  const { isThere, isModal } = await page.evaluate(() => ({ isThere: 'axe' in globalThis, isModal: document.querySelector('dialog:modal') !== null }));
  // Handing the half megabyte of axe over again takes longer than what it does.
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], ...(isFirst ? {} : { runOnly: rulesOfEachLook }) });
  // What lies below a modal dialog cannot be reached while it is open.
  const { violations } = await (isModal ? axe.include('dialog:modal') : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`));
}

/** Runs in the page. Text that is meant for readers of the screen only has no size that could be in the way. */
function layoutProblems(): string[] {
  const problems: string[] = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > window.innerWidth) problems.push(`the page is ${document.documentElement.scrollWidth} wide`);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
    const isControl = element.matches('button, input, textarea, select, a');
    if ((!hasText && !isControl) || !element.checkVisibility({ visibilityProperty: true })) continue;
    const { left, right, width: own } = element.getBoundingClientRect();
    if (own > 1 && (right > width + 1 || left < -1)) problems.push(`beyond the edge (${left}–${right}): ${element.outerHTML.slice(0, 160)}`);
    const isCut =
      own > 1 &&
      element.scrollWidth > element.clientWidth + 1 &&
      getComputedStyle(element).overflowX !== 'visible' &&
      !element.matches('input, select, .sheet-steps li');
    if (isCut) problems.push(`cut off: ${element.outerHTML.slice(0, 160)}`);
  }
  return problems;
}

/** A text without a translation shows as its key; one whose values are missing shows their names. */
async function textProblems(page: Page, language: Look['language']): Promise<string[]> {
  const { lang, text, labels } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    text: `${document.title} ${document.body.innerText}`,
    // Labels are the product's own words; elsewhere an English page shows what Chinese customers and staff have written.
    labels: [...document.querySelectorAll<HTMLElement>('label, legend, h3, dt, button:not([lang], .draft-resume), [role=tab]')]
      .filter((element) => element.checkVisibility() && !element.closest('[lang]:not(html)'))
      .map((element) =>
        [...element.querySelectorAll<HTMLElement>('[data-typed]')].reduce((words, typed) => words.replace(typed.innerText, ''), element.innerText),
      ),
  }));
  const keys = text.match(/\b[a-z][A-Za-z]+(?:[.:][A-Za-z_][\w-]*)+\b|\{\{\w+\}\}/g) ?? [];
  // A customer's masked name stays as it is.
  const untranslated = language === 'en' ? labels.filter((label) => /\p{Script=Han}/u.test(label.replaceAll(/\p{Script=Han}+\*+/gu, ''))) : [];
  return [
    ...(lang === language ? [] : [`the page says that it is in "${lang}"`]),
    ...keys.map((key) => `not translated: ${key}`),
    ...untranslated.map((label) => `not in English: ${label}`),
  ];
}
