import { Injectable } from '@nestjs/common';
import type { Actor, LocalizedText } from '../platform/kernel/index.js';
import { RecommendationsService, type ReplyDraft } from '../recommendations/index.js';
import { DemoPeople } from './demo-people.service.js';
import type { Story } from './demo-story.js';

/** A recommendation as the material tells it. */
export interface DemoRecommendation {
  readonly key: string;
  /** The place on the agenda, from 1. */
  readonly item: number;
  readonly power: string;
  readonly text: LocalizedText;
  /** Absent while it is not sent yet. */
  readonly sent?: number;
  readonly reply?: ReplyDraft & { readonly on: number };
}

/** Recommendations of the demonstration: open, overdue, accepted, partly accepted, declined. */
@Injectable()
export class DemoRecommendations {
  constructor(
    private readonly recommendations: RecommendationsService,
    private readonly people: DemoPeople,
  ) {}

  /** Tells when it was sent and answered. */
  tell(story: Story, place: string, { key, sent, reply }: DemoRecommendation): void {
    const id = (): string => story.id(`recommendation:${key}`);
    if (sent !== undefined) {
      story.on(sent, '09:30', () => this.recommendations.dispatch(id(), this.people.holder(story, 'secretary', place)));
    }
    if (reply) {
      const { on, ...draft } = reply;
      story.on(on, '16:30', () => this.recommendations.reply(id(), draft, this.people.holder(story, 'officer', place)));
    }
  }

  /** Adopts it on a carried item. */
  async adopt(
    story: Story,
    { itemId, place }: { readonly itemId: string; readonly place: string },
    { key, power, text }: DemoRecommendation,
    by: Actor,
  ): Promise<void> {
    const wanted = { text, power, bodyId: story.id(`body:${place}`) };
    story.remember(`recommendation:${key}`, (await this.recommendations.adopt(itemId, wanted, by)).id);
  }
}
