import { Controller, Get } from '@nestjs/common';
import { Public } from '../platform/http/index.js';
import { actTypes, categories, exemptions } from './act-type.js';
import { ActTypesResponse, CategoriesResponse, ExemptionsResponse } from './lists.responses.js';

/** The closed lists of a consultation. */
@Controller()
export class ListsController {
  /** Types of acts, in the order of their force. */
  @Get('act-types')
  @Public()
  actTypes(): ActTypesResponse {
    return { items: actTypes.map(({ code, name }) => ({ code, name })), next: null };
  }

  /** Grounds on which no consultative document precedes a draft law (K10). */
  @Get('exemptions')
  @Public()
  exemptions(): ExemptionsResponse {
    return { items: exemptions.map(({ code, name, basis }) => ({ code, name, basis })), next: null };
  }

  /** Categories of the national portal under our codes. */
  @Get('categories')
  @Public()
  categories(): CategoriesResponse {
    return { items: categories.map(({ code, name, portalId }) => ({ code, name, portalId })), next: null };
  }
}
