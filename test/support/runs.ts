// How long tests of properties look for an exception: `npm run test:long` looks longer.

/** Pairs for each dialect. */
export const RUNS = Number(process.env.RUNS ?? 5000);

/** The same cases in each run, so that a failure can be repeated; another number gives others. */
export const SEED = Number(process.env.SEED ?? 4);

/** For the name of a group of tests. */
export const LOOKED = `seed ${SEED}, ${RUNS.toLocaleString("en-US")} runs`;

/** Far more than needed; in milliseconds. */
export const PATIENCE = 60_000 + RUNS * 30;
