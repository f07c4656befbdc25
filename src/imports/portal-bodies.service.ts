import { Injectable } from '@nestjs/common';
import { BodiesQueries, BodiesService, type BodyResponse, type BodyRow } from '../bodies/index.js';
import type { Actor } from '../platform/kernel/index.js';
import type { PortalPage } from './portal-page.js';
import { supplemented } from './portal-texts.js';

const REPUBLIC = /республики казахстан|қазақстан республикасы|(^|\s)(рк|қр)(\s|$)/i;
const MINISTRY = /министерств|министрлі/i;
const AGENCY = /агентств|агенттігі/i;
const COUNTRY = 'KZ';

/** The bodies that develop drafts, by their number on the portal. */
@Injectable()
export class PortalBodies {
  constructor(
    private readonly queries: BodiesQueries,
    private readonly bodies: BodiesService,
  ) {}

  /**
   * The developing body of a page. One that is not known is added under a code by its number, in the place that its
   * name names, else under the country, until a table of bodies says better.
   */
  async known(page: PortalPage, by: Actor): Promise<BodyResponse> {
    const { id: portalId, name } = page.developerBody;
    const found = await this.queries.bodyId({ portalId });
    if (found !== undefined) return this.#completed(await this.queries.body(found), page, by);
    const row = {
      ...kindNamedIn(name),
      code: codeOf(page),
      territoryCode: (await this.queries.territoryNamedIn(name)) ?? COUNTRY,
      name: { kk: name, ru: name },
      website: null,
      portalId,
    };
    return this.queries.body(await this.bodies.put(row, by));
  }

  /** A body that a page in one language added gets its other name from a page in the other. */
  async #completed(body: BodyResponse, page: PortalPage, by: Actor): Promise<BodyResponse> {
    const { id: portalId, name } = page.developerBody;
    const { kk, ru } = body.name;
    if (body.code !== codeOf(page) || kk !== ru || name === ru) return body;
    const { code: placed } = await this.queries.territory(body.territoryId);
    const territoryCode = placed === COUNTRY ? ((await this.queries.territoryNamedIn(name)) ?? COUNTRY) : placed;
    const { code, kind, subkind, website } = body;
    const names = supplemented(body.name, page.language, name, ['kk', 'ru']);
    const row = { code, kind, subkind, website, territoryCode, name: names, portalId };
    return this.queries.body(await this.bodies.put(row, by));
  }
}

function codeOf({ developerBody }: PortalPage): string {
  return `portal-${developerBody.id}`;
}

function kindNamedIn(name: string): Pick<BodyRow, 'kind' | 'subkind'> {
  if (MINISTRY.test(name)) return { kind: 'central', subkind: 'ministry' };
  if (AGENCY.test(name) || REPUBLIC.test(name)) return { kind: 'central', subkind: 'agency' };
  return { kind: 'local_executive', subkind: 'akimat' };
}
