import { closeBenchCity } from './bench/bench-city.ts';
import { assignment } from './bench/assignment.ts';
import { booksCheck } from './bench/books-check.ts';
import { boardPage } from './bench/board-page.ts';
import { board } from './bench/board.ts';
import { capture } from './bench/capture.ts';
import { decision } from './bench/decision.ts';
import { deliveries } from './bench/deliveries.ts';
import type { FigureGroup } from './bench/figure.ts';
import { ledger } from './bench/ledger.ts';
import { lifecycle } from './bench/lifecycle.ts';
import { measureLoad } from './bench/machine-load.ts';
import { moneySweep } from './bench/money-sweep.ts';
import { offlineCycles } from './bench/offline-cycles.ts';
import { outreach } from './bench/telling/outreach.ts';
import { releaseSweep } from './bench/release-sweep.ts';
import { repetitions } from './bench/repetitions.ts';
import { ruleMutants } from './bench/rule-mutants.ts';
import { rulesHeadRoom } from './bench/security/rules-head-room.ts';
import { simulation } from './bench/simulation.ts';
import { slaSweep } from './bench/sla-sweep.ts';
import { staffApp } from './bench/staff-app.ts';
import { statusPage } from './bench/status-page.ts';
import { worklist } from './bench/worklist.ts';
import { onStopRequest } from './stop-requests.ts';
import { structure } from './style/structure-figures.ts';

const groups: readonly FigureGroup[] = [
  statusPage,
  staffApp,
  capture,
  assignment,
  lifecycle,
  worklist,
  deliveries,
  offlineCycles,
  outreach,
  ledger,
  booksCheck,
  moneySweep,
  slaSweep,
  releaseSweep,
  decision,
  simulation,
  repetitions,
  board,
  boardPage,
  rulesHeadRoom,
  ruleMutants,
  structure,
];

/** What a busy machine spoils; counts and sizes stay what they are. */
const timeUnits = ['ms', '1/s'];

onStopRequest(() => process.exit(130));
try {
  process.exitCode = await bench(wantedNames(process.argv.slice(2)));
} finally {
  await closeBenchCity();
}

/** Measures what is wanted, a group at a time, and prints one line of JSON per figure. A time measured on a busy machine is printed as void. */
async function bench(wanted: readonly string[]): Promise<number> {
  const known = groups.flatMap((group) => group.names);
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no figure ${unknown.join(', ')}. The figures are: ${known.join(', ')}.`);
    return 2;
  }
  for (const group of groups) {
    if (wanted.length > 0 && !group.names.some((name) => wanted.includes(name))) continue;
    const { isBusy, ...load } = await measureLoad();
    if (isBusy) console.error(`The machine is busy with something else (${Math.round(load.busyShare * 100)} %): times of ${group.names.join(', ')} are void.`);
    for (const figure of await group.measure()) {
      if (wanted.length === 0 || wanted.includes(figure.name))
        console.log(JSON.stringify({ ...figure, load, ...(isBusy && timeUnits.includes(figure.unit) ? { void: true } : {}) }));
    }
  }
  return 0;
}

/** All figures where none is named; a name counts with `--only` before it and without. */
function wantedNames(args: readonly string[]): string[] {
  return args.flatMap((arg) => (arg === '--only' ? [] : arg.split(','))).filter((name) => name !== '');
}
