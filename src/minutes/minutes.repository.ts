import { Injectable } from '@nestjs/common';
import { Meeting } from '../meetings/index.js';
import { Rows, UnitOfWork } from '../platform/database/index.js';
import { Minutes } from './minutes.entity.js';

/** Minutes, loaded for change under the lock of their meeting. */
@Injectable()
export class MinutesRepository {
  constructor(
    private readonly rows: Rows,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The meeting, locked, so that its editions change one act at a time. */
  lockMeeting(id: string): Promise<Meeting> {
    return this.rows.lock(Meeting, id);
  }

  /** The editions of a meeting, the first one first, locked. */
  lockAll(meetingId: string): Promise<Minutes[]> {
    return this.unitOfWork.manager.find(Minutes, {
      where: { meetingId },
      order: { edition: 'asc' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  insert(minutes: Minutes): Promise<void> {
    return this.rows.insert(Minutes, minutes);
  }

  update(minutes: Minutes): Promise<void> {
    return this.rows.update(Minutes, minutes);
  }
}
