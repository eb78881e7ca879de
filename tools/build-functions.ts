import { buildFunctions } from './build.ts';

console.log(`functions: ${await buildFunctions()}`);
