// The part of passport that this folder uses; its own types drag in Express.
declare module 'passport' {
  export class Strategy {
    name?: string;
    authenticate(request: unknown, options?: unknown): void;
    success(user: unknown, info?: unknown): void;
    fail(challenge?: unknown, status?: number): void;
    error(error: unknown): void;
    pass(): void;
  }
  const passport: { Strategy: typeof Strategy };
  export default passport;
}
