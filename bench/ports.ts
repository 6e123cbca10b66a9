/** BENCH_PORT moves all of them, so that two checkouts run at once. */
const first = Number(process.env.BENCH_PORT ?? 3420);

export const ports = { servers: [first, first + 1], comparison: first + 2, start: first + 3, postgres: first + 51_000 } as const;
