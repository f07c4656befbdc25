// The part of autocannon that the bench uses; the package has no types.
declare module 'autocannon' {
  interface Sent {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
  }
  interface Options {
    url: string;
    connections: number;
    duration: number;
    requests: { setupRequest: (request: Sent, context: Record<string, unknown>) => Sent }[];
  }
  interface Result {
    readonly requests: { readonly total: number };
    readonly duration: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
    readonly statusCodeStats: Record<string, { readonly count: number }>;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
