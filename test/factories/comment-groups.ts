import { expect } from '@jest/globals';
import { GroupingService } from '../../src/comment-groups/index.js';
import { person, type Person } from '../support/people.js';
import type { TestApplication } from '../support/test-application.js';
import { publishedConsultation, type PreparedConsultation } from './consultations.js';

/** A group as the API gives it. */
export interface Group {
  id: string;
  comments: number;
  texts: number;
  withdrawn: number;
  answered: number;
  unanswered: number;
  sample: { commentId: string; text: string; number: number } | null;
  mergedInto: string | null;
  settledAt: string | null;
  decisions: { kind: string; fromId: string; toId: string; comments: number; reason: object }[];
  moves?: string[];
}

/** A page of groups. */
export interface Groups {
  items: Group[];
  next: string | null;
  grouped: number;
  waiting: number;
}

/** A comment with its group. */
export interface GroupedComment {
  id: string;
  number: number;
  state: string;
  text: string | null;
  groupId: string | null;
  answer: { outcome: string } | null;
  receipt: { number: string };
}

export const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

/** Two texts that have nothing to do with each other. */
export const QUIET = 'Түнде құрылыс жұмыстары жүргізілмесін, балалар ұйықтай алмайды деп сұраймыз.';
export const LIGHT = 'Просим осветить двор дома и поставить скамейки у каждого подъезда до начала зимы.';

/** The work with groups, on the API and by the worker's own service. */
export class GroupsAtWork {
  readonly grouping: GroupingService;

  private constructor(
    private readonly test: TestApplication,
    readonly open: PreparedConsultation,
  ) {
    this.grouping = test.app.get(GroupingService);
  }

  static async begin(test: TestApplication): Promise<GroupsAtWork> {
    return new GroupsAtWork(test, await publishedConsultation(test, { provisions: 1 }));
  }

  /** Another consultation of the same body, without comments. */
  fresh(): Promise<PreparedConsultation> {
    return publishedConsultation(this.test, { provisions: 1, body: this.open });
  }

  /** Somebody who answers for a body that is not the developing one. */
  async strangeOfficer(): Promise<Person> {
    const bodies = await this.test.anyone.get('/bodies?kind=local_executive&limit=2').expect(200);
    const other = (bodies.body as { items: { id: string }[] }).items.find(({ id }) => id !== this.open.bodyId);
    return person(this.test, { role: 'officer', bodyId: other?.id ?? '' });
  }

  path({ consultationId }: PreparedConsultation, id = ''): string {
    return `/consultations/${consultationId}/comment-groups${id && `/${id}`}`;
  }

  async groupsOf(of: PreparedConsultation, query = ''): Promise<Groups> {
    return (await this.test.anyone.get(this.path(of) + query).expect(200)).body as Groups;
  }

  async one(of: PreparedConsultation, id = '', by: Pick<Person, 'get'> = this.test.anyone): Promise<Group> {
    return (await by.get(this.path(of, id)).expect(200)).body as Group;
  }

  /** All comments, or those of a group. */
  async commentsOf(of: PreparedConsultation, group = ''): Promise<GroupedComment[]> {
    const query = group === '' ? '?limit=100' : `?limit=100&group=${group}`;
    const { body } = await this.test.anyone.get(`/consultations/${of.consultationId}/comments${query}`).expect(200);
    return (body as { items: GroupedComment[] }).items;
  }

  /** Texts written by one person, without groups yet; the same text again by somebody else each time. */
  async write(of: PreparedConsultation, texts: readonly string[], by?: Person): Promise<GroupedComment[]> {
    const writers = [by ?? (await person(this.test))];
    const written: GroupedComment[] = [];
    for (const [at, text] of texts.entries()) {
      const writer = (writers[texts.slice(0, at).filter((one) => one === text).length] ??= await person(this.test));
      const made = await writer.post(`/consultations/${of.consultationId}/comments`).send({ text, language: 'kk' });
      expect(made.status).toBe(201);
      written.push(made.body as GroupedComment);
    }
    return written;
  }

  /** Texts written and grouped. */
  async written(of: PreparedConsultation, texts: readonly string[], by?: Person): Promise<GroupedComment[]> {
    const comments = await this.write(of, texts, by);
    await this.grouping.sweep();
    return comments;
  }
}

/** Compares the stored counters of all groups with the comments; there must be at least so many groups. */
export async function expectCountsRight({ database }: TestApplication, least: number): Promise<void> {
  const [found] = await database.query<{ wrong: number; groups: number }>(`
      select count(*)::int as groups, (count(*) filter (where (g.comments, g.withdrawn, g.unanswered, g.texts) is distinct from
        (coalesce(c.comments, 0), coalesce(c.withdrawn, 0), coalesce(c.unanswered, 0), coalesce(c.texts, 0))))::int as wrong
      from comment_groups g left join (select group_id, count(*) filter (where state <> 'withdrawn') as comments,
          count(*) filter (where state = 'withdrawn') as withdrawn, count(*) filter (where state = 'accepted') as unanswered,
          count(distinct text_hash) filter (where state <> 'withdrawn') as texts from comments group by group_id) c on c.group_id = g.id`);
  expect(found?.groups).toBeGreaterThanOrEqual(least);
  expect(found?.wrong).toBe(0);
}
