import { Injectable } from '@nestjs/common';
import { FollowUpsService, type FollowUpVerdict } from '../follow-ups/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { readMaterial } from './demo-material.js';
import { DemoPeople } from './demo-people.service.js';
import type { Story } from './demo-story.js';

interface DemoFollowUp {
  readonly key: string;
  readonly place: string;
  /** The assessment or recommendation it follows. */
  readonly after: `assessment:${string}` | `recommendation:${string}`;
  readonly indicator?: string;
  readonly promised: number;
  readonly due: number;
  readonly measure: LocalizedText;
  readonly milestones?: readonly { readonly due: number; readonly name: LocalizedText }[];
  readonly progress?: { readonly on: number; readonly note: LocalizedText };
  readonly completion?: { readonly on: number; readonly note: LocalizedText; readonly evidence: string };
  readonly refusal?: { readonly on: number; readonly reasons: LocalizedText };
  readonly verification?: { readonly on: number; readonly verdict: FollowUpVerdict; readonly grounds: LocalizedText };
}

const EVIDENCE_AT = 'https://evidence.example.kz/follow-up/';

/** Follow-ups of the demonstration: overdue, in progress, reported, verified, refused. */
@Injectable()
export class DemoFollowUps {
  readonly #followUps = readMaterial('follow-ups') as DemoFollowUp[];

  constructor(
    private readonly followUps: FollowUpsService,
    private readonly people: DemoPeople,
  ) {}

  /** Tells every measure from its promise to its end. */
  tell(story: Story): void {
    for (const one of this.#followUps) {
      story.on(one.promised, '10:15', () => this.#promise(story, one));
      this.#tellReports(story, one);
      const id = (): string => story.id(`follow-up:${one.key}`);
      const { refusal, verification } = one;
      if (refusal) {
        story.on(refusal.on, '13:00', () =>
          this.followUps.refuse(id(), refusal.reasons, this.people.holder(story, 'officer', one.place)),
        );
      }
      if (verification) {
        const { verdict, grounds } = verification;
        story.on(verification.on, '13:15', () =>
          this.followUps.verify(id(), { verdict, grounds }, this.people.holder(story, 'secretary', one.place)),
        );
      }
    }
  }

  #tellReports(story: Story, { key, place, progress, completion }: DemoFollowUp): void {
    const id = (): string => story.id(`follow-up:${key}`);
    const officer = () => this.people.holder(story, 'officer', place);
    if (progress) {
      const report = { kind: 'progress', note: progress.note, evidence: [] } as const;
      story.on(progress.on, '12:30', () => this.followUps.report(id(), report, officer()));
    }
    if (completion) {
      const { note, evidence: title } = completion;
      const report = { kind: 'completion', note, evidence: [{ title, url: `${EVIDENCE_AT}${key}` }] } as const;
      story.on(completion.on, '12:45', () => this.followUps.report(id(), report, officer()));
    }
  }

  async #promise(story: Story, one: DemoFollowUp): Promise<void> {
    const { key, place, after, indicator, due, measure, milestones = [] } = one;
    const wanted = {
      measure,
      bodyId: story.id(`body:${place}`),
      dueOn: story.day(due),
      milestones: milestones.map((step) => ({ name: step.name, dueOn: story.day(step.due) })),
      ...(indicator === undefined ? {} : { indicator }),
    };
    const by = this.people.holder(story, 'secretary', place);
    const id = after.startsWith('assessment:')
      ? await this.followUps.promiseAfterAssessment(story.id(after), wanted, by)
      : await this.followUps.promiseAfterRecommendation(story.id(after), wanted, by);
    story.remember(`follow-up:${key}`, id);
  }
}
