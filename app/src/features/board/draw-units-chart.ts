import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

interface Bar {
  label: string;
  overdue: number;
  nearDue: number;
  rest: number;
}

const stripePx = 8;
/** Longer names stand in two lines, so that the bars keep their room. */
const longestLine = 18;

/** Draws what each unit has open, one bar each, without any movement. Overdue is full, near due is striped, the rest is pale. @returns how to take it away again. */
export function drawUnitsChart(canvas: HTMLCanvasElement, bars: readonly Bar[]): () => void {
  const styles = getComputedStyle(document.documentElement);
  const colour = (name: string): string => styles.getPropertyValue(name).trim();
  const font = { family: getComputedStyle(document.body).fontFamily, size: 12 };
  const axis = { ticks: { color: colour('--text-soft'), precision: 0, font }, grid: { color: colour('--line') }, stacked: true };
  const part = (data: number[], backgroundColor: string | CanvasPattern, borderColor: string) => ({
    data,
    backgroundColor,
    borderColor,
    borderWidth: 1,
    barPercentage: 0.8,
  });
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: bars.map(({ label }) => inLines(label)),
      datasets: [
        part(
          bars.map(({ overdue }) => overdue),
          colour('--danger'),
          colour('--danger'),
        ),
        part(
          bars.map(({ nearDue }) => nearDue),
          stripes(colour('--warning'), colour('--warning-ground')),
          colour('--warning'),
        ),
        part(
          bars.map(({ rest }) => rest),
          colour('--accent-ground'),
          colour('--accent'),
        ),
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      events: [],
      scales: { x: axis, y: { ...axis, grid: { display: false } } },
    },
  });
  return () => chart.destroy();
}

function inLines(label: string): string | string[] {
  const at = label.lastIndexOf(' ', longestLine);
  return label.length <= longestLine || at < 0 ? label : [label.slice(0, at), label.slice(at + 1)];
}

function stripes(line: string, ground: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = stripePx;
  tile.height = stripePx;
  const context = tile.getContext('2d');
  if (!context) return line;
  context.fillStyle = ground;
  context.fillRect(0, 0, stripePx, stripePx);
  context.strokeStyle = line;
  context.lineWidth = 2;
  context.beginPath();
  for (const offset of [-stripePx, 0, stripePx]) {
    context.moveTo(offset, stripePx);
    context.lineTo(offset + stripePx, 0);
  }
  context.stroke();
  return context.createPattern(tile, 'repeat') ?? line;
}
