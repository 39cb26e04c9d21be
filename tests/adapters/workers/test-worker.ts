import { getCompileCacheDir } from "node:module";
import { parentPort } from "node:worker_threads";
import { answerJobs } from "../../../src/adapters/workers/answer-jobs.ts";

/** A worker for tests: does what its job says, also the things that no worker should do. */
export type TestJob =
  | { readonly do: "echo"; readonly value: unknown }
  | { readonly do: "count bytes"; readonly bytes: Uint8Array }
  | { readonly do: "spin" | "throw" | "exit" | "exit after the answer" | "fill the memory" }
  | { readonly do: "name the compile cache" }
  /** First while it prepares, then again at its work. */
  | { readonly do: "spin twice"; readonly ms: number }
  | { readonly do: "return a function" | "leave a rejection behind" };

let answered = 0;

function work(job: TestJob): unknown {
  answered += 1;
  switch (job.do) {
    case "echo":
      return { value: job.value, answered };
    case "count bytes":
      return job.bytes.byteLength;
    case "spin":
      for (;;);
    case "spin twice":
      spin(job.ms);
      return "done";
    case "throw":
      throw new Error("thrown on purpose");
    case "exit":
      return process.exit(7);
    case "exit after the answer":
      setImmediate(() => process.exit(8));
      return "answered";
    case "fill the memory": {
      const kept: number[][] = [];
      for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => index));
    }
    case "name the compile cache":
      return getCompileCacheDir();
    case "return a function":
      return () => "cannot be cloned";
    case "leave a rejection behind":
      void Promise.reject(new Error("nobody listens"));
      return new Promise(() => {});
  }
}

function spin(ms: number): void {
  const end = Date.now() + ms;
  while (Date.now() < end);
}

async function load(job: TestJob): Promise<void> {
  if (job.do === "spin twice") spin(job.ms);
}

if (parentPort) {
  answerJobs({
    handle: (job) => work(job as TestJob),
    prepare: (job) => load(job as TestJob),
  });
}
