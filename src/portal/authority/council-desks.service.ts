import { Injectable } from '@nestjs/common';
import { BodiesQueries, type BodyResponse } from '../../bodies/index.js';
import { CouncilsQueries, mayForCouncil, type CouncilRead } from '../../councils/index.js';
import { permit, type Actor, type Permission } from '../../platform/kernel/index.js';
import type { PageContext } from '../frame/index.js';

type Territory = Awaited<ReturnType<BodiesQueries['territory']>>;

/** What a council may be established for: all bodies and all places. */
export interface Places {
  readonly bodies: readonly BodyResponse[];
  readonly territories: readonly Territory[];
}

const MOST = 1_000;

/** Reads councils for those who establish them and compose them. */
@Injectable()
export class CouncilDesks {
  constructor(
    private readonly councils: CouncilsQueries,
    private readonly bodies: BodiesQueries,
  ) {}

  /** A council for which the caller may do this. Throws `not-found` and `not-allowed`. */
  async council(id: string, by: Actor, permission: Permission): Promise<CouncilRead> {
    const council = await this.councils.one(id);
    permit(mayForCouncil(by, permission, council));
    return council;
  }

  /** All bodies and places, by code. */
  async places(): Promise<Places> {
    const [bodies, territories] = await Promise.all([
      this.bodies.bodies({ limit: MOST }),
      this.bodies.territories({ limit: MOST }),
    ]);
    return { bodies: bodies.items, territories: territories.items };
  }
}

/** The head of a page of a council on the desk, or of the list; the page itself is the last breadcrumb. */
export function headOf(ctx: PageContext, title: string, council?: Pick<CouncilRead, 'id' | 'name'>) {
  const breadcrumbs = [
    { text: ctx.t('portal.desk.title'), href: ctx.url('/desk') },
    ...(council ? [{ text: ctx.text(council.name), href: ctx.url(`/desk/councils/${council.id}`) }] : []),
    { text: title },
  ];
  return { title, unlisted: true, breadcrumbs };
}
