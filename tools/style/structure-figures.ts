import { figure, type FigureGroup } from '../bench/figure.ts';
import { foreignFilesNamed } from './foreign-files.ts';

/** What a new aggregate costs of others. */
export const structure: FigureGroup = {
  names: ['aggregate_foreign_files'],
  measure: () => Promise.resolve([figure('aggregate_foreign_files', foreignFilesNamed().length, 'files', 9)]),
};
