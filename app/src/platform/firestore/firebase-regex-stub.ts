/**
 * Stands in for `re2js`, which Firestore brings along for pipelines that run on the client. Nobody here uses those, and it weighs 46 KB.
 * Whoever starts to must take the alias out of vite.config.ts, and is told so.
 */
export const RE2JS = {
  compile(): never {
    throw new Error('Regular expressions in client-side Firestore pipelines are left out of this app (see vite.config.ts).');
  },
};
