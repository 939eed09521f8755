import { Agent, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** One request of a load: its kind, for the table by kind, and how it is sent. */
export interface Shot {
  readonly kind: string;
  readonly options: RequestOptions;
  /** What a form sends. */
  readonly body?: string;
  /** Whether the answer is the one that was wanted; where nothing is said, one with status 200. */
  readonly isWanted?: (answer: IncomingMessage) => boolean;
}

export interface LoadPlan {
  readonly perSecond: number;
  /** How many answers must come without error before the measurement ends. */
  readonly wanted: number;
  /** Requests before them that are not counted. */
  readonly warmUp: number;
  readonly shot: (index: number) => Shot;
}

export interface LoadResult {
  readonly times: readonly { readonly kind: string; readonly ms: number }[];
  readonly errors: readonly string[];
  /** How late the requests left, in ms: what the generator itself adds. */
  readonly lateness: readonly number[];
}

const patienceMs = 10_000;

/**
 * Sends requests at a fixed rate over kept connections, whether or not earlier ones have been answered. A request's
 * time runs from the moment at which it was due until its last byte, so that waiting for a busy server counts.
 */
export async function loadAtFixedRate(plan: LoadPlan): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times: { kind: string; ms: number }[] = [];
  const errors: string[] = [];
  const lateness: number[] = [];
  const running = new Set<Promise<void>>();
  const begun = performance.now() + 50;
  const most = plan.warmUp + plan.wanted * 1.2;
  for (let index = 0; times.length < plan.wanted && index < most; index += 1) {
    const due = begun + (index * 1000) / plan.perSecond;
    await sleep(Math.max(0, due - performance.now()));
    const shot = plan.shot(index);
    const counts = index >= plan.warmUp;
    if (counts) lateness.push(performance.now() - due);
    const one = send(shot, agent).then((problem) => {
      running.delete(one);
      if (problem !== null) errors.push(`${shot.kind}: ${problem}`);
      else if (counts) times.push({ kind: shot.kind, ms: performance.now() - due });
    });
    running.add(one);
  }
  await Promise.all(running);
  agent.destroy();
  return { times, errors, lateness };
}

/**
 * Resolves to what went wrong, or to `null`. A server may close an idle connection at the moment at which a request
 * leaves on it; then the request goes out once more on a new one, as a browser does, and its time goes on.
 */
async function send(shot: Shot, agent: Agent): Promise<string | null> {
  const first = await sendOnce(shot, agent);
  return first.closedBefore ? (await sendOnce(shot, false)).problem : first.problem;
}

interface Outcome {
  readonly problem: string | null;
  readonly closedBefore: boolean;
}

function sendOnce(
  { options, body, isWanted = ({ statusCode }) => statusCode === 200 }: Shot,
  agent: Agent | false,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const end = (problem: string | null, closedBefore = false) => resolve({ problem, closedBefore });
    const outgoing = httpRequest({ ...options, agent, timeout: patienceMs }, (answer) => {
      answer.on('error', (error) => end(error.message));
      answer.on('end', () => end(isWanted(answer) ? null : `status ${answer.statusCode}`));
      answer.resume();
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer in ${patienceMs} ms`)));
    outgoing.on('error', (error) => {
      const reset = 'code' in error && error.code === 'ECONNRESET';
      end(error.message, reset && outgoing.reusedSocket);
    });
    outgoing.end(body);
  });
}
