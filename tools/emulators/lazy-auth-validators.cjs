/**
 * Loaded before the Firebase CLI. The Auth emulator compiles a validator for every request and answer of its API when it starts, which takes
 * some ten seconds; compiled on first use, nobody notices them.
 */
const exegesisExpress = require('exegesis-express');

const { middleware } = exegesisExpress;
exegesisExpress.middleware = (document, options, done) => middleware(document, { ...options, lazyCompileValidationSchemas: true }, done);
