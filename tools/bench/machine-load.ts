import { cpus, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const watchedMs = 2000;
/** Above this share of all cores in other hands, times say nothing. */
const busyShare = 0.25;

export interface MachineLoad {
  busyShare: number;
  load1: number;
  isBusy: boolean;
}

/** How busy the machine is while this program only waits. */
export async function measureLoad(): Promise<MachineLoad> {
  const before = cpuTimes();
  await sleep(watchedMs);
  const after = cpuTimes();
  const share = 1 - (after.idleMs - before.idleMs) / Math.max(1, after.allMs - before.allMs);
  return { busyShare: Math.round(share * 100) / 100, load1: Math.round((loadavg()[0] ?? 0) * 100) / 100, isBusy: share > busyShare };
}

function cpuTimes(): { idleMs: number; allMs: number } {
  const times = cpus().map((cpu) => cpu.times);
  return {
    idleMs: times.reduce((sum, time) => sum + time.idle, 0),
    allMs: times.reduce((sum, time) => sum + time.idle + time.user + time.sys + time.nice + time.irq, 0),
  };
}
