import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { AccountsService } from '../platform/identity/index.js';
import { Journal, JournalQueries, type Act } from '../platform/journal/index.js';
import { Clock, type LocalDate } from '../platform/kernel/index.js';
import { IndexingService } from '../search/index.js';
import { DemoAssessments } from './demo-assessments.service.js';
import type { ShownClock } from './demo-clock.js';
import { DemoConsultations } from './demo-consultations.service.js';
import { DemoCouncils } from './demo-councils.service.js';
import { DemoFollowUps } from './demo-follow-ups.service.js';
import { DemoMeetings } from './demo-meetings.service.js';
import { DEMO_PASSWORD, DemoPeople } from './demo-people.service.js';
import { BEGINS, factsAt, Story } from './demo-story.js';
import { DEMONSTRATION, demonstrationBegun, demonstrationCompleted } from './demo.events.js';

/**
 * The demonstration: councils at work for a year and more, made by the same acts that people perform, in their order,
 * while the clock shows the instant of each. The journal says where it begins and ends.
 */
@Injectable()
export class Demo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsService,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
    private readonly entries: JournalQueries,
    private readonly clock: Clock,
    private readonly people: DemoPeople,
    private readonly councils: DemoCouncils,
    private readonly meetings: DemoMeetings,
    private readonly consultations: DemoConsultations,
    private readonly assessments: DemoAssessments,
    private readonly followUps: DemoFollowUps,
    private readonly indexing: IndexingService,
  ) {}

  /** Fills a database in which nobody has an account yet and nothing was recorded since the story begins. */
  async fill(shown: ShownClock, loadFacts: () => Promise<void>): Promise<void> {
    if (await this.accounts.any()) return;
    const today = this.clock.today();
    try {
      const first = await this.entries.last();
      // Later than that only where somebody has used the database before: his facts keep their instant.
      if (!first || first.at <= factsAt(today)) {
        shown.show(factsAt(today));
        await loadFacts();
      }
      const story = await this.#story(today);
      const last = await this.entries.last();
      if (!last || last.at < story.instant(BEGINS, '00:00')) await this.#tell(story, shown);
    } finally {
      shown.release();
    }
  }

  /** The lines that tell who can sign in, or why nobody can. */
  async lines(): Promise<string[]> {
    const { items } = await this.entries.list(2, undefined, DEMONSTRATION);
    if (items.length === 1)
      return ['The demonstration was interrupted while it was made: start with an empty data folder.'];
    if (items.length === 0) return ['No demonstration: this data folder was in use before. Start with an empty one.'];
    const names = this.people.listed().map((address) => `  ${address}`);
    return [`Demonstration accounts, all with the password ${DEMO_PASSWORD}:`, ...names];
  }

  async #story(today: LocalDate): Promise<Story> {
    const story = new Story(today, await this.calendar.current());
    for (const part of [
      this.people,
      this.councils,
      this.assessments,
      this.consultations,
      this.meetings,
      this.followUps,
    ]) {
      part.tell(story);
    }
    return story;
  }

  async #tell(story: Story, shown: ShownClock): Promise<void> {
    const id = newId();
    shown.show(story.instant(BEGINS, '08:00'));
    await this.#record(demonstrationBegun(id));
    for (const { at, apart, act } of story.inOrder()) {
      shown.show(at);
      if (apart) await act();
      else await this.unitOfWork.run(act);
    }
    shown.release();
    await this.#record(demonstrationCompleted(id));
    await this.indexing.sweep();
  }

  async #record(act: Act): Promise<void> {
    await this.unitOfWork.run(() => {
      this.journal.append(act);
      return Promise.resolve();
    });
  }
}
