import { expect } from '@playwright/test';
import type { Commands, ElementHandle } from './commands.ts';
import { type Sought, find } from './find.ts';

/** A page as a person uses it: what they see by its words, what they touch by its name. */
export interface EnginePage {
  goTo(url: string): Promise<void>;
  back(): Promise<void>;
  /** Runs a function in the page. */
  run<Values extends unknown[], Result>(work: (...values: Values) => Result, ...values: Values): Promise<Result>;
  sees(text: string): Promise<void>;
  tap(name: string): Promise<void>;
  /** A choice of a group, by the words on both. */
  choose(group: string, choice: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  /** The same of a field that a selector names; of one for files, chooses the file. */
  type(selector: string, text: string): Promise<void>;
  screenshot(): Promise<Buffer>;
}

const withinMs = 20_000;

export function enginePage(commands: Commands): EnginePage {
  const run: EnginePage['run'] = async (work, ...values) =>
    (await commands.run(`return (${work.toString()}).apply(null, arguments);`, values)) as ReturnType<typeof work>;
  const seek = (sought: Sought): Promise<ElementHandle | null> =>
    commands.run(`return (${find.toString()})(arguments[0]);`, [sought]) as Promise<ElementHandle | null>;

  /** Until it is there and lets itself be touched: pages slide in, and one may lie above another for a moment. */
  async function touch(sought: Sought, how: (element: ElementHandle) => Promise<void>): Promise<void> {
    const deadlineMs = Date.now() + withinMs;
    for (let last: unknown = 'not there'; ;) {
      try {
        const element = await seek(sought);
        if (element !== null) return await how(element);
      } catch (error) {
        last = error;
      }
      if (Date.now() > deadlineMs) throw new Error(`${JSON.stringify(sought)}: ${String(last)}. The page says: ${await run(() => document.body.innerText)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  return {
    run,
    goTo: commands.goTo,
    back: commands.back,
    screenshot: commands.screenshot,
    sees: (text) => expect.poll(() => run(shownText), { message: `the page shows ${text}`, timeout: withinMs }).toContain(text),
    tap: (name) => touch({ what: 'control', name }, commands.click),
    choose: (group, choice) => touch({ what: 'choice', group, name: choice }, commands.click),
    fill: (label, text) => touch({ what: 'field', name: label }, (element) => commands.type(element, text)),
    type: (selector, text) => touch({ what: 'selector', name: selector }, (element) => commands.type(element, text)),
  };
}

/** Runs in the page. */
function shownText(): string {
  const pages = [...document.querySelectorAll<HTMLElement>('.ion-page:not(.ion-page-hidden)')];
  return [document.body, ...pages].map(({ innerText }) => innerText).join('\n');
}
