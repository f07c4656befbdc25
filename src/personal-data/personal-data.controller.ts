import { Controller, Get } from '@nestjs/common';
import { By, May } from '../platform/http/index.js';
import { notFound, type Actor } from '../platform/kernel/index.js';
import type { PersonalDataResponse } from './personal-data.responses.js';
import { PersonalDataService } from './personal-data.service.js';

/** A person's own data. */
@Controller('me/data')
export class PersonalDataController {
  constructor(private readonly personal: PersonalDataService) {}

  /**
   * All that is held about me: account, roles, sessions, links in letters, keys of requests, acts, comments,
   * what was concealed of them, my appeals, the files I uploaded, comments that I am writing and those that wait for my
   * confirmation, what I follow. No secrets.
   */
  @Get()
  @May('account.self')
  async mine(@By() { accountId }: Actor): Promise<PersonalDataResponse> {
    if (accountId === null) throw notFound();
    return this.personal.of(accountId);
  }
}
