import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Env } from '../../platform/config/index.js';
import { actorOf, FormBody } from '../../platform/http/index.js';
import { Problem } from '../../platform/kernel/index.js';
import { isFromUs, Proof } from './proof.js';

/** The field that proves that a form is ours. */
export const TOKEN_FIELD = '_token';

/** Lets a form through when it comes from a page of ours, made for the browser that sends it. */
@Injectable()
export class FormGuard implements CanActivate {
  constructor(private readonly env: Env) {}

  /** Throws `not-allowed`: `foreign-form` for another site's, `form-expired` for one of ours made before signing in. */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isFromUs(request, this.env) === false) throw new Problem('not-allowed', { code: 'foreign-form' });
    const proof = new Proof(this.env, request, actorOf(request).kind === 'account');
    const token = request.body instanceof FormBody ? request.body.get(TOKEN_FIELD) : undefined;
    if (!proof.holds(token)) throw new Problem('not-allowed', { code: 'form-expired' });
    return true;
  }
}
