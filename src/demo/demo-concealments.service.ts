import { Injectable } from '@nestjs/common';
import { Appeals, Concealments, type AppealOutcome } from '../moderation/index.js';
import type { Actor, LocalizedText } from '../platform/kernel/index.js';
import { DemoPeople } from './demo-people.service.js';
import type { Story } from './demo-story.js';

/** That a comment was hidden, and what became of its author's appeal. */
export interface DemoConcealment {
  readonly on: number;
  readonly ground: string;
  readonly explanation: LocalizedText;
  readonly appeal?: { readonly on: number; readonly text: string };
  readonly decision?: { readonly on: number; readonly outcome: AppealOutcome; readonly reasons: LocalizedText };
}

/** Who hid a comment, and whose it is. */
interface Sides {
  readonly officer: () => Actor;
  readonly author: string;
}

/** Hidden comments of the demonstration: one that stands, one whose appeal waits, one that was shown again. */
@Injectable()
export class DemoConcealments {
  constructor(
    private readonly concealments: Concealments,
    private readonly appeals: Appeals,
    private readonly people: DemoPeople,
  ) {}

  tell(story: Story, id: () => string, concealed: DemoConcealment, { officer, author }: Sides): void {
    const { on, ground, explanation, appeal, decision } = concealed;
    story.on(on, '17:10', () => this.concealments.conceal(id(), { ground, explanation }, officer()));
    if (appeal) {
      story.on(appeal.on, '18:20', () => this.appeals.appeal(id(), appeal.text, this.people.person(story, author)));
    }
    if (decision) {
      const { outcome, reasons } = decision;
      story.on(decision.on, '11:20', () =>
        this.appeals.decide(id(), { outcome, reasons }, this.people.holder(story, 'authority')),
      );
    }
  }
}
