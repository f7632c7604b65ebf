import { type Answer, isRefusal } from "../answer.ts";
import { type Deliver, whole } from "../delivery.ts";
import type { Exchange } from "../exchange.ts";
import type { Wire } from "../wire.ts";

/** How much of a request is read before the fault happens. */
export type Reads = "nothing" | "head" | "all";

export interface Behaviour {
  reads: Reads;
  prepare(exchange: Exchange): Prepared;
}

export interface Prepared {
  /** Whether the answer says that nothing was accepted. */
  refuses: boolean;
  act(wire: Wire): void | Promise<void>;
}

/** One way in which a server misbehaves. */
export interface Fault extends Behaviour {
  /** What happens on the wire, in one line. */
  description: string;
  /** The time that it takes by default, in seconds, where it can be ordered with another. */
  seconds?: number;
  /** What it does to a request on a connection that has served another one before. */
  onReused?: Behaviour;
}

export function unanswered(reads: Reads, act: Prepared["act"]): Behaviour {
  return { reads, prepare: () => ({ refuses: false, act }) };
}

/** Reads the whole request and answers. */
export function answered(
  answerTo: (exchange: Exchange) => Answer,
  deliver: Deliver = whole,
): Behaviour {
  return {
    reads: "all",
    prepare: (exchange) => {
      const answer = answerTo(exchange);
      return {
        refuses: isRefusal(answer),
        act: (wire) => deliver(wire, answer, exchange),
      };
    },
  };
}

/** The answer of a server without faults. */
export function success({ api, method, path }: Exchange): Answer {
  return api.success(method, path);
}
