/** What a browser can be told, in whatever words it wants to hear it: over HTTP as W3C WebDriver has it, or over Firefox's own socket. */
export interface Commands {
  goTo(url: string): Promise<void>;
  back(): Promise<void>;
  /**
   * Runs the body of a function in the page, with values that JSON can hold.
   *
   * @returns what it gives back: such a value, or a handle of an element for the commands below.
   */
  run(body: string, values: readonly unknown[]): Promise<unknown>;
  click(element: ElementHandle): Promise<void>;
  /** Types into a field; of a field for files, chooses the file of that path. */
  type(element: ElementHandle, text: string): Promise<void>;
  clear(element: ElementHandle): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** Ends the browser and waits until it has written down what it keeps. */
  end(): Promise<void>;
}

/** How WebDriver names an element of the page. */
export type ElementHandle = Readonly<Record<typeof elementKey, string>>;

export const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
